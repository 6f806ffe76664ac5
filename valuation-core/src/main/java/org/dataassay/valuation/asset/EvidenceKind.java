package org.dataassay.valuation.asset;

/** What sort of document an evidence is. */
public enum EvidenceKind {
    /** A certificate of registration of data or of a data product. */
    REGISTRATION(true),
    /** A contract. */
    CONTRACT(true),
    /** A license, public license terms included. */
    LICENSE(true),
    /** An authorization by an owner, an authority or the persons concerned. */
    AUTHORIZATION(true),
    /** A lawyer's opinion. */
    LEGAL_OPINION(true),
    /** Records of how the holder made the data. */
    PRODUCTION_RECORD(true),
    /** A report of a compliance or security review. */
    COMPLIANCE_REPORT(false),
    /** A report on quality. */
    QUALITY_REPORT(false),
    /** Invoices, ledgers, time sheets. */
    COST_RECORD(false),
    /** Deals, offers, price lists. */
    MARKET_RECORD(false),
    /** Any other. */
    OTHER(false);

    private final boolean provesRights;

    EvidenceKind(boolean provesRights) {
        this.provesRights = provesRights;
    }

    /** Whether such a document can show that somebody has a right. */
    public boolean provesRights() {
        return provesRights;
    }
}
