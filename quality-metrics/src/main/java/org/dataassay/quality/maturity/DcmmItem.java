package org.dataassay.quality.maturity;

import java.util.Locale;

/**
 * The 28 items of capability, by domain.
 *
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36073-2018 数据管理能力成熟度评估模型, clauses 6 to 13</a>
 */
public enum DcmmItem {
    STRATEGY_PLANNING(DcmmDomain.STRATEGY, "数据战略规划", "strategy planning"),
    STRATEGY_IMPLEMENTATION(DcmmDomain.STRATEGY, "数据战略实施", "strategy implementation"),
    STRATEGY_EVALUATION(DcmmDomain.STRATEGY, "数据战略评估", "strategy evaluation"),
    GOVERNANCE_ORGANIZATION(DcmmDomain.GOVERNANCE, "数据治理组织", "governance organization"),
    GOVERNANCE_RULES(DcmmDomain.GOVERNANCE, "数据制度建设", "governance rules"),
    GOVERNANCE_COMMUNICATION(DcmmDomain.GOVERNANCE, "数据治理沟通", "governance communication"),
    DATA_MODEL(DcmmDomain.ARCHITECTURE, "数据模型", "data model"),
    DATA_DISTRIBUTION(DcmmDomain.ARCHITECTURE, "数据分布", "data distribution"),
    INTEGRATION_AND_SHARING(DcmmDomain.ARCHITECTURE, "数据集成与共享", "integration and sharing"),
    METADATA_MANAGEMENT(DcmmDomain.ARCHITECTURE, "元数据管理", "metadata management"),
    DATA_ANALYSIS(DcmmDomain.APPLICATION, "数据分析", "data analysis"),
    OPENING_AND_SHARING(DcmmDomain.APPLICATION, "数据开放共享", "opening and sharing"),
    DATA_SERVICE(DcmmDomain.APPLICATION, "数据服务", "data service"),
    SECURITY_POLICY(DcmmDomain.SECURITY, "数据安全策略", "security policy"),
    SECURITY_MANAGEMENT(DcmmDomain.SECURITY, "数据安全管理", "security management"),
    SECURITY_AUDIT(DcmmDomain.SECURITY, "数据安全审计", "security audit"),
    QUALITY_REQUIREMENTS(DcmmDomain.QUALITY, "数据质量需求", "quality requirements"),
    QUALITY_CHECKS(DcmmDomain.QUALITY, "数据质量检查", "quality checks"),
    QUALITY_ANALYSIS(DcmmDomain.QUALITY, "数据质量分析", "quality analysis"),
    QUALITY_IMPROVEMENT(DcmmDomain.QUALITY, "数据质量提升", "quality improvement"),
    BUSINESS_TERMS(DcmmDomain.STANDARDS, "业务术语", "business terms"),
    REFERENCE_AND_MASTER_DATA(DcmmDomain.STANDARDS, "参考数据和主数据", "reference and master data"),
    DATA_ELEMENTS(DcmmDomain.STANDARDS, "数据元", "data elements"),
    INDICATOR_DATA(DcmmDomain.STANDARDS, "指标数据", "indicator data"),
    DATA_REQUIREMENTS(DcmmDomain.LIFECYCLE, "数据需求", "data requirements"),
    DESIGN_AND_DEVELOPMENT(DcmmDomain.LIFECYCLE, "数据设计和开发", "design and development"),
    OPERATION_AND_MAINTENANCE(DcmmDomain.LIFECYCLE, "数据运维", "operation and maintenance"),
    DATA_RETIREMENT(DcmmDomain.LIFECYCLE, "数据退役", "data retirement");

    private final DcmmDomain domain;
    private final String zh;
    private final String en;

    DcmmItem(DcmmDomain domain, String zh, String en) {
        this.domain = domain;
        this.zh = zh;
        this.en = en;
    }

    public DcmmDomain domain() {
        return domain;
    }

    /** The stable name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The label in a language; Chinese or, for every other, English. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh : en;
    }
}
