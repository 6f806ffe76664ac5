package org.dataassay.valuation.asset;

/**
 * How far the data have been worked up. Each level contains the one before it.
 *
 * <p>Levels of the guidance 发改高技〔2020〕1922号: 原始数据, 脱敏处理数据, 模型化数据, 人工智能化数据.
 */
public enum DevelopmentLevel {
    /** As collected. */
    RAW,
    /** Identities removed or masked. */
    DE_IDENTIFIED,
    /** Cleaned, structured and linked to serve a purpose. */
    MODELED,
    /** Labeled and documented so that machines can be trained on it. */
    AI_READY
}
