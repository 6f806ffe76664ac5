package org.dataassay.pricing.tariff;

import java.util.List;

/**
 * Why a line is what it is.
 *
 * @param code stable id for programs
 * @param parts numbers of the reason
 * @param en in English
 * @param zh in Chinese
 */
public record Why(WhyCode code, List<String> parts, String en, String zh) {

    public Why {
        parts = List.copyOf(parts);
    }

    static Why of(WhyCode code, String... parts) {
        return of(code, List.of(parts), List.of(parts));
    }

    /** Where a part is a word, which each language says its own way. */
    static Why of(WhyCode code, List<String> en, List<String> zh) {
        return new Why(code, en, WhyCode.filled(code.english(), en), WhyCode.filled(code.chinese(), zh));
    }
}
