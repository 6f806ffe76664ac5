package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;

/**
 * A royalty rate with what it is paid on and who bears the upkeep; without these a rate means nothing: a net rate can be nearly twice the gross one.
 *
 * @param rate in [0, 1] of the base
 * @param base what it is a share of; the forecast must be of this base
 * @param upkeep who pays for keeping the asset up
 */
public record Royalty(Input<Double> rate, Base base, UpkeepBearer upkeep) {

    /** What a royalty is a share of. */
    public enum Base {
        GROSS_REVENUE,
        NET_REVENUE,
        OPERATING_PROFIT
    }

    /** Who pays for updates, storage and support of the licensed data. */
    public enum UpkeepBearer {
        /** The licensor: upkeep is the owner's cost and is deducted. */
        OWNER,
        /** The licensee: the rate is already net of upkeep. */
        LICENSEE
    }

    public Royalty {
        new Check().share("rate", rate.value()).done();
    }
}
