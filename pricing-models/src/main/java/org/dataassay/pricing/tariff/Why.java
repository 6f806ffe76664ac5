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
        var list = List.of(parts);
        return new Why(code, list, WhyCode.filled(code.english(), list), WhyCode.filled(code.chinese(), list));
    }
}
