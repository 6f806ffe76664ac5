package org.dataassay.valuation.context;

/**
 * What kind of value is asked for: between whom, and on which assumptions.
 *
 * @see <a href="https://www.ivsc.org/standards/">International Valuation Standards effective 31 January 2025, IVS 102 Bases of Value</a>
 */
public enum BasisOfValue {
    /** What a willing buyer and a willing seller would agree on at arm's length, after proper marketing, each knowledgeable and under no compulsion. IVS 102. */
    MARKET_VALUE(PremiseOfValue.HIGHEST_AND_BEST_USE),
    /** What a willing lessor and a willing lessee would agree on for the use of the asset. IVS 102. */
    MARKET_RENT(PremiseOfValue.HIGHEST_AND_BEST_USE),
    /** What two identified parties would agree on, given their interests. IVS 102. */
    EQUITABLE_VALUE(PremiseOfValue.CURRENT_USE),
    /** What the asset is worth to a particular owner for its own purposes; also called worth. IVS 102. */
    INVESTMENT_VALUE(PremiseOfValue.CURRENT_USE),
    /** What the asset is worth in combination with others, above the sum of their separate values. IVS 102. */
    SYNERGISTIC_VALUE(PremiseOfValue.HIGHEST_AND_BEST_USE),
    /** What the asset would bring when sold piecemeal. IVS 102. */
    LIQUIDATION_VALUE(PremiseOfValue.ORDERLY_LIQUIDATION),
    /** The price to sell the asset in an orderly transaction between market participants at the measurement date. IFRS 13. */
    FAIR_VALUE(PremiseOfValue.HIGHEST_AND_BEST_USE),
    /** The present value of the future cash flows an entity expects from the asset; takes a pre-tax rate. IAS 36. */
    VALUE_IN_USE(PremiseOfValue.CURRENT_USE);

    private final PremiseOfValue usualPremise;

    BasisOfValue(PremiseOfValue usualPremise) {
        this.usualPremise = usualPremise;
    }

    /** The premise that a context takes where none is given. */
    public PremiseOfValue usualPremise() {
        return usualPremise;
    }
}
