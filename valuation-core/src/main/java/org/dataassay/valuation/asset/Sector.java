package org.dataassay.valuation.asset;

/**
 * The field in which the data are used: the twelve fields of the action plan 数据要素× (2024–2026), and three more.
 */
public enum Sector {
    /** Manufacturing (工业制造). */
    MANUFACTURING,
    /** Agriculture (现代农业). */
    AGRICULTURE,
    /** Trade and commerce (商贸流通). */
    TRADE,
    /** Transport, aviation included (交通运输). */
    TRANSPORT,
    /** Finance, insurance included (金融服务). */
    FINANCE,
    /** Science and technology (科技创新). */
    SCIENCE,
    /** Culture and tourism (文化旅游). */
    CULTURE_TOURISM,
    /** Health care (医疗健康). */
    HEALTH,
    /** Emergency management (应急管理). */
    EMERGENCY,
    /** Weather and climate (气象服务). */
    WEATHER,
    /** City government (城市治理). */
    CITY,
    /** Green and low-carbon development (绿色低碳). */
    GREEN,
    /** Energy. */
    ENERGY,
    /** Education. */
    EDUCATION,
    /** Any other. */
    OTHER
}
