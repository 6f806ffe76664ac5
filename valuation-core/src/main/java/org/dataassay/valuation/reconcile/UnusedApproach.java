package org.dataassay.valuation.reconcile;

import org.dataassay.valuation.error.Check;

/**
 * An approach that was considered and not used.
 *
 * @param approach which
 * @param reason why not
 */
public record UnusedApproach(Approach approach, String reason) {

    public UnusedApproach {
        new Check()
                .that(!reason.isBlank(), "reason", "given", "''", "Say why the approach was not used.")
                .done();
    }
}
