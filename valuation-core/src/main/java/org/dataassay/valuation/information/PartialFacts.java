package org.dataassay.valuation.information;

import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * Facts of {@link Evppi}.
 *
 * @param table the decision, its states described by parameters
 * @param known parameters that would be known before deciding, one at least
 */
public record PartialFacts(DecisionTable table, List<String> known) {

    public PartialFacts {
        known = List.copyOf(known);
        var check = new Check()
                .that(!known.isEmpty(), "known", "at least one parameter", "none", "Name what would be known.");
        table.checkParameters(check, "known", known);
        check.done();
    }
}
