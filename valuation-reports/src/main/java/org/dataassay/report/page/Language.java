package org.dataassay.report.page;

import java.util.Arrays;
import org.dataassay.valuation.error.Check;

/** The languages a page can be written in. */
public enum Language {
    ENGLISH("en", "en"),
    CHINESE("zh", "zh-Hans");

    private final String code;
    private final String tag;

    Language(String code, String tag) {
        this.code = code;
        this.tag = tag;
    }

    /** The language of a code: {@code en} or {@code zh}. */
    public static Language of(String code) {
        var found = Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
        new Check()
                .that(found.isPresent(), "lang", "en or zh", code, "Choose one of the two.")
                .done();
        return found.orElseThrow();
    }

    /** The short code used in options and file names. */
    public String code() {
        return code;
    }

    /** The BCP 47 tag for the page's {@code lang} attribute. */
    public String tag() {
        return tag;
    }
}
