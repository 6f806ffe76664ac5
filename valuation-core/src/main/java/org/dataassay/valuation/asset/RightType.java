package org.dataassay.valuation.asset;

/**
 * What the holder may do with the data: the three rights that Chinese policy sets apart.
 *
 * @see <a href="https://www.gov.cn/zhengce/2022-12/19/content_5732695.htm">Opinions on building basic systems for data (数据二十条), 2 December 2022, on the
 *     structural separation of data property rights</a>
 */
public enum RightType {
    /** To hold the data resource (数据资源持有权). */
    HOLD,
    /** To process and use the data (数据加工使用权). */
    PROCESS_AND_USE,
    /** To operate a data product (数据产品经营权). */
    OPERATE_PRODUCT
}
