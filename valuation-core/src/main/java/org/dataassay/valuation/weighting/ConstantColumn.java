package org.dataassay.valuation.weighting;

/** What becomes of a criterion by which all alternatives are alike. */
public enum ConstantColumn {
    /** It is an error: somebody measured nothing, or listed the criterion by mistake. */
    REFUSED,
    /** It tells nothing apart, hence weighs nothing. */
    WEIGHTLESS
}
