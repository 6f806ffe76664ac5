package org.dataassay.valuation.rate;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link LevelsOfValue}.
 *
 * @param value at the level that the steps start from; where given, the value after them stands on the sheet
 * @param steps in the order in which they are taken, one at least
 */
public record LevelFacts(Optional<Input<Money>> value, List<LevelStep> steps) {

    public LevelFacts {
        steps = List.copyOf(steps);
        new Check()
                .that(
                        !steps.isEmpty() && steps.size() <= 20,
                        "steps",
                        "1 to 20",
                        steps.size(),
                        "State the discounts or premiums, in order.")
                .done();
    }

    /** A value and nothing taken from it yet. */
    public static LevelFacts of(Input<Money> value, LevelStep... steps) {
        return new LevelFacts(Optional.of(value), List.of(steps));
    }
}
