package org.dataassay.valuation.cost;

import java.util.Locale;

/**
 * 成本价值 of GB/T 37550-2019: three groups of twelve items. On the sheet lines are added up by group.
 *
 * @see <a href="https://openstd.samr.gov.cn">GB/T 37550-2019, 电子商务数据资产评价指标体系, 成本价值</a>
 */
public enum Gbt37550Cost implements CostCategory {
    /** 数据规划. */
    DATA_PLANNING(Group.CONSTRUCTION),
    /** 采集获取. */
    DATA_ACQUISITION(Group.CONSTRUCTION),
    /** 数据确认. */
    DATA_CONFIRMATION(Group.CONSTRUCTION),
    /** 数据描述. */
    DATA_DESCRIPTION(Group.CONSTRUCTION),
    /** 数据存储. */
    DATA_STORAGE(Group.OPERATION),
    /** 数据整合. */
    DATA_INTEGRATION(Group.OPERATION),
    /** 知识发现. */
    KNOWLEDGE_DISCOVERY(Group.OPERATION),
    /** 数据维护. */
    DATA_MAINTENANCE(Group.OPERATION),
    /** 设备折旧. */
    EQUIPMENT_DEPRECIATION(Group.OPERATION),
    /** 人力成本. */
    STAFF(Group.MANAGEMENT),
    /** 间接成本. */
    OVERHEAD(Group.MANAGEMENT),
    /** 服务外包成本. */
    OUTSOURCED_SERVICES(Group.MANAGEMENT);

    /** The second level of the standard. */
    public enum Group {
        /** 建设成本. */
        CONSTRUCTION,
        /** 运维成本. */
        OPERATION,
        /** 管理成本. */
        MANAGEMENT
    }

    private final Group group;

    Gbt37550Cost(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    @Override
    public String branch() {
        return group.name().toLowerCase(Locale.ROOT);
    }
}
