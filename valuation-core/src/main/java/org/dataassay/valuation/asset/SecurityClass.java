package org.dataassay.valuation.asset;

/**
 * How much harm a leak would do, in the three classes of Chinese data grading (数据分级).
 *
 * @see <a href="https://openstd.samr.gov.cn">GB/T 43697-2024, Data security technology: rules for data classification and grading</a>
 */
public enum SecurityClass {
    /** General data (一般数据). */
    GENERAL,
    /** Important data (重要数据). */
    IMPORTANT,
    /** Core data (核心数据). */
    CORE
}
