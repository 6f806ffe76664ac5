package org.dataassay.quality.indicator;

import java.util.Locale;

/**
 * The fifteen characteristics of data quality.
 *
 * @see <a href="https://www.iso.org/standard/35736.html">ISO/IEC 25012:2008, Data quality model, clause 5</a>
 */
public enum Iso25012Characteristic {
    ACCURACY("Acc", "准确性", Viewpoint.INHERENT),
    COMPLETENESS("Com", "完备性", Viewpoint.INHERENT),
    CONSISTENCY("Con", "一致性", Viewpoint.INHERENT),
    CREDIBILITY("Cre", "可信性", Viewpoint.INHERENT),
    CURRENTNESS("Cur", "现时性", Viewpoint.INHERENT),
    ACCESSIBILITY("Acs", "可访问性", Viewpoint.BOTH),
    COMPLIANCE("Cmp", "依从性", Viewpoint.BOTH),
    CONFIDENTIALITY("Cnf", "保密性", Viewpoint.BOTH),
    EFFICIENCY("Eff", "效率", Viewpoint.BOTH),
    PRECISION("Pre", "精度", Viewpoint.BOTH),
    TRACEABILITY("Tra", "可追溯性", Viewpoint.BOTH),
    UNDERSTANDABILITY("Und", "可理解性", Viewpoint.BOTH),
    AVAILABILITY("Ava", "可用性", Viewpoint.SYSTEM),
    PORTABILITY("Por", "可移植性", Viewpoint.SYSTEM),
    RECOVERABILITY("Rec", "可恢复性", Viewpoint.SYSTEM);

    /** From where a characteristic is seen. */
    public enum Viewpoint {
        /** From the data alone. */
        INHERENT,
        /** From the data and from the system that holds them. */
        BOTH,
        /** From the system that holds the data. */
        SYSTEM
    }

    private final String prefix;
    private final String zh;
    private final Viewpoint viewpoint;

    Iso25012Characteristic(String prefix, String zh, Viewpoint viewpoint) {
        this.prefix = prefix;
        this.zh = zh;
        this.viewpoint = viewpoint;
    }

    /** The stable name in files, such as {@code accuracy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the identifiers of its measures begin, such as {@code Acc}. */
    public String prefix() {
        return prefix;
    }

    /** The label in a language; Chinese or, for every other, the English id. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : id();
    }

    public Viewpoint viewpoint() {
        return viewpoint;
    }
}
