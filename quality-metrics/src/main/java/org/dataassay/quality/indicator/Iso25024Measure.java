package org.dataassay.quality.indicator;

import java.util.Arrays;

/**
 * The 63 measures of ISO/IEC 25024:2015. The standard sets no thresholds, and neither do we.
 *
 * @see <a href="https://www.iso.org/standard/35749.html">ISO/IEC 25024:2015, Measurement of data quality, clause 8</a>
 */
public enum Iso25024Measure {
    ACC_I_1("Syntactic data accuracy"),
    ACC_I_2("Semantic data accuracy"),
    ACC_I_3("Data accuracy assurance"),
    ACC_I_4("Risk of data set inaccuracy"),
    ACC_I_5("Data model accuracy"),
    ACC_I_6("Metadata accuracy"),
    ACC_I_7("Data accuracy range"),
    COM_I_1("Record completeness"),
    COM_I_2("Attribute completeness"),
    COM_I_3("Data file completeness"),
    COM_I_4("Data values completeness"),
    COM_I_5("Empty records in a data file"),
    COM_I_6("Conceptual data model completeness"),
    COM_I_7("Conceptual data model attributes completeness"),
    COM_I_8("Metadata completeness"),
    CON_I_1("Referential integrity"),
    CON_I_2("Data format consistency"),
    CON_I_3("Risk of data inconsistency"),
    CON_I_4("Architecture consistency"),
    CON_I_5("Data values consistency coverage"),
    CON_I_6("Semantic consistency"),
    CRE_I_1("Values credibility"),
    CRE_I_2("Source credibility"),
    CRE_I_3("Data dictionary credibility"),
    CRE_I_4("Data model credibility"),
    CUR_I_1("Update frequency"),
    CUR_I_2("Timeliness of update"),
    CUR_I_3("Update item requisition"),
    ACS_I_1("User accessibility"),
    ACS_D_1("Device accessibility"),
    ACS_D_2("Data format accessibility"),
    CMP_I_1("Regulatory compliance of value and/or format"),
    CMP_D_1("Regulatory compliance due to technology"),
    CNF_I_1("Encryption usage"),
    CNF_D_1("Non vulnerability"),
    EFF_I_1("Efficient data item format"),
    EFF_I_2("Usable efficiency"),
    EFF_D_1("Data format efficiency"),
    EFF_D_2("Data processing efficiency"),
    EFF_D_3("Risk of wasted space"),
    EFF_D_4("Space occupied by records duplication"),
    EFF_D_5("Time delay of data update"),
    PRE_I_1("Precision of data values"),
    PRE_D_1("Precision of data format"),
    TRA_I_1("Traceability of data values"),
    TRA_D_1("Users access traceability"),
    TRA_D_2("Data values traceability"),
    UND_I_1("Symbols understandability"),
    UND_I_2("Semantic understandability"),
    UND_I_3("Master data understandability"),
    UND_I_4("Data values understandability"),
    UND_D_1("Data model understandability"),
    UND_D_2("Data representation understandability"),
    UND_D_3("Linked master data understandability"),
    AVA_D_1("Data availability ratio"),
    AVA_D_2("Probability of data available"),
    AVA_D_3("Architecture elements availability"),
    POR_D_1("Data portability ratio"),
    POR_D_2("Prospective data portability"),
    POR_D_3("Architecture elements portability"),
    REC_D_1("Data recoverability ratio"),
    REC_D_2("Periodical backup"),
    REC_D_3("Architecture recoverability");

    private final String title;

    Iso25024Measure(String title) {
        this.title = title;
    }

    /** The identifier in the standard, such as {@code Acc-I-1}. */
    public String id() {
        return characteristic().prefix() + name().substring(3).replace('_', '-');
    }

    /** The name in the standard. */
    public String title() {
        return title;
    }

    /** Whether it looks at the data alone; otherwise at the system that holds them. */
    public boolean isInherent() {
        return name().charAt(4) == 'I';
    }

    /** What it measures. */
    public Iso25012Characteristic characteristic() {
        return Arrays.stream(Iso25012Characteristic.values())
                .filter(c -> name().regionMatches(true, 0, c.prefix(), 0, 3))
                .findFirst()
                .orElseThrow();
    }
}
