package org.dataassay.quality.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A family of quality indicators; a score in [0, 1], 1 is best. */
public enum Dimension {
    /** What should be there is there. */
    COMPLETENESS("完整性"),
    /** Nothing is there twice. */
    UNIQUENESS("唯一性"),
    /** Values obey the format, the range, the list of codes or the business rule set for them. */
    VALIDITY("规范性"),
    /** Values agree with a reference taken as true. */
    ACCURACY("准确性"),
    /** Values that belong together do not contradict each other. */
    CONSISTENCY("一致性"),
    /** Values are recent enough, cover the period and stand in the right order of time. */
    TIMELINESS("时效性"),
    /** The data can be reached and used when asked for; cannot be seen from a table. */
    ACCESSIBILITY("可访问性");

    private final String zh;

    Dimension(String zh) {
        this.zh = zh;
    }

    /** The stable name in files, such as {@code completeness}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label in a language; Chinese or, for every other, the English id. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : id();
    }

    public static Optional<Dimension> ofId(String id) {
        return Arrays.stream(values()).filter(d -> d.id().equals(id)).findFirst();
    }
}
