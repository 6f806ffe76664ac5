package org.dataassay.valuation.life;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Facts of {@link UsefulLife}.
 *
 * @param limits by law, contract, authorization and technology, each kind once; may be empty
 * @param economic life in the market; at least one of limits and this is needed
 */
public record UsefulLifeFacts(List<LifeLimit> limits, Optional<EconomicLife> economic) {

    public UsefulLifeFacts {
        limits = List.copyOf(limits);
        var check = new Check();
        if (limits.isEmpty() && economic.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "limits",
                    "Give a limit by law, contract or technology, or the economic life."));
        var seen = EnumSet.noneOf(LifeLimit.Kind.class);
        for (int i = 0; i < limits.size(); i++) {
            if (!seen.add(limits.get(i).kind()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "limits[" + i + "].kind",
                        limits.get(i).kind(),
                        "State the shortest of each kind once."));
        }
        check.done();
    }

    public static UsefulLifeFacts of(LifeLimit... limits) {
        return new UsefulLifeFacts(List.of(limits), Optional.empty());
    }

    public UsefulLifeFacts withEconomic(EconomicLife life) {
        return new UsefulLifeFacts(limits, Optional.of(life));
    }
}
