package org.dataassay.quality.rule;

import java.util.Arrays;
import java.util.Optional;

/**
 * The twenty indicators of GB/T 36344-2018. Each is X = A / B: A elements that meet the requirement, B elements evaluated; B = 0 is not
 * applicable. The standard sets neither weights nor grades.
 *
 * <p>Two of them are better when lower ({@link #lowerIsBetter()}): there A counts the defects, and a score uses 1 − X.
 *
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36344-2018 信息技术 数据质量评价指标, clause 5</a>
 */
public enum Indicator {
    DATA_STANDARD("0101", "数据标准", "data standard", Characteristic.CONFORMITY, Dimension.VALIDITY),
    DATA_MODEL("0102", "数据模型", "data model", Characteristic.CONFORMITY, Dimension.VALIDITY),
    METADATA("0103", "元数据", "metadata", Characteristic.CONFORMITY, Dimension.VALIDITY),
    BUSINESS_RULE("0104", "业务规则", "business rule", Characteristic.CONFORMITY, Dimension.VALIDITY),
    REFERENCE_DATA("0105", "权威参考数据", "authoritative reference data", Characteristic.CONFORMITY, Dimension.VALIDITY),
    SECURITY_RULE("0106", "安全规范", "security rule", Characteristic.CONFORMITY, Dimension.VALIDITY),
    ELEMENT_COMPLETENESS(
            "0201", "数据元素完整性", "data element completeness", Characteristic.COMPLETENESS, Dimension.COMPLETENESS),
    RECORD_COMPLETENESS(
            "0202", "数据记录完整性", "data record completeness", Characteristic.COMPLETENESS, Dimension.COMPLETENESS),
    CONTENT_CORRECTNESS("0301", "数据内容正确性", "content correctness", Characteristic.ACCURACY, Dimension.ACCURACY),
    FORMAT_COMPLIANCE("0302", "数据格式合规性", "format compliance", Characteristic.ACCURACY, Dimension.VALIDITY),
    DUPLICATE_RATE("0303", "数据重复率", "duplicate rate", Characteristic.ACCURACY, Dimension.UNIQUENESS),
    UNIQUENESS("0304", "数据唯一性", "uniqueness", Characteristic.ACCURACY, Dimension.UNIQUENESS),
    DIRTY_DATA_RATE("0305", "脏数据出现率", "dirty data rate", Characteristic.ACCURACY, Dimension.VALIDITY),
    SAME_DATA_CONSISTENCY(
            "0401", "相同数据一致性", "consistency of the same data", Characteristic.CONSISTENCY, Dimension.CONSISTENCY),
    RELATED_DATA_CONSISTENCY(
            "0402", "关联数据一致性", "consistency of related data", Characteristic.CONSISTENCY, Dimension.CONSISTENCY),
    PERIOD_CORRECTNESS(
            "0501", "基于时间段的正确性", "correctness over a period", Characteristic.TIMELINESS, Dimension.TIMELINESS),
    POINT_TIMELINESS(
            "0502", "基于时间点及时性", "timeliness at a point in time", Characteristic.TIMELINESS, Dimension.TIMELINESS),
    TIME_ORDER("0503", "时序性", "order in time", Characteristic.TIMELINESS, Dimension.TIMELINESS),
    ACCESSIBLE("0601", "可访问", "accessible", Characteristic.ACCESSIBILITY, Dimension.ACCESSIBILITY),
    USABLE("0602", "可用性", "usable", Characteristic.ACCESSIBILITY, Dimension.ACCESSIBILITY);

    /** The six characteristics into which the standard sorts its indicators. */
    public enum Characteristic {
        CONFORMITY("规范性"),
        COMPLETENESS("完整性"),
        ACCURACY("准确性"),
        CONSISTENCY("一致性"),
        TIMELINESS("时效性"),
        ACCESSIBILITY("可访问性");

        private final String zh;

        Characteristic(String zh) {
            this.zh = zh;
        }

        /** The name in the standard. */
        public String zh() {
            return zh;
        }
    }

    private final String code;
    private final String zh;
    private final String en;
    private final Characteristic characteristic;
    private final Dimension dimension;

    Indicator(String code, String zh, String en, Characteristic characteristic, Dimension dimension) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.characteristic = characteristic;
        this.dimension = dimension;
    }

    /** The four digits of the standard, such as {@code 0201}. */
    public String code() {
        return code;
    }

    /** The name in the standard. */
    public String zh() {
        return zh;
    }

    /** An English rendering of the name. */
    public String en() {
        return en;
    }

    public Characteristic characteristic() {
        return characteristic;
    }

    /** The dimension to which a rule with this indicator belongs unless the rule names another. */
    public Dimension dimension() {
        return dimension;
    }

    /** Whether A counts defects (重复率, 脏数据出现率). */
    public boolean lowerIsBetter() {
        return this == DUPLICATE_RATE || this == DIRTY_DATA_RATE;
    }

    public static Optional<Indicator> ofCode(String code) {
        return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
    }
}
