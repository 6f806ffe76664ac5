package org.dataassay.quality.maturity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The eight domains of capability.
 *
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36073-2018 数据管理能力成熟度评估模型, clauses 6 to 13</a>
 */
public enum DcmmDomain {
    STRATEGY("数据战略", "data strategy"),
    GOVERNANCE("数据治理", "data governance"),
    ARCHITECTURE("数据架构", "data architecture"),
    APPLICATION("数据应用", "data application"),
    SECURITY("数据安全", "data security"),
    QUALITY("数据质量", "data quality"),
    STANDARDS("数据标准", "data standards"),
    LIFECYCLE("数据生存周期", "data life cycle");

    private final String zh;
    private final String en;

    DcmmDomain(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The stable name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The label in a language; Chinese or, for every other, English. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }

    /** Its items, in the order of the standard. */
    public List<DcmmItem> items() {
        return Arrays.stream(DcmmItem.values())
                .filter(item -> item.domain() == this)
                .toList();
    }
}
