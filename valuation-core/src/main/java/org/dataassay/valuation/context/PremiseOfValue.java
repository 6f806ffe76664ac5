package org.dataassay.valuation.context;

/**
 * How the asset is supposed to be used or sold.
 *
 * @see <a href="https://www.ivsc.org/standards/">International Valuation Standards effective 31 January 2025, IVS 102 Bases of Value, appendix on premises of
 *     value</a>
 */
public enum PremiseOfValue {
    /** The use that gives the highest value among those that are possible, lawful and financially feasible. */
    HIGHEST_AND_BEST_USE,
    /** The use at the valuation date, which need not be the best. */
    CURRENT_USE,
    /** A sale with a reasonable time to find a buyer, by a seller who must sell. */
    ORDERLY_LIQUIDATION,
    /** A sale without the time for proper marketing. */
    FORCED_SALE
}
