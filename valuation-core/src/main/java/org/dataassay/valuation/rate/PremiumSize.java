package org.dataassay.valuation.rate;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** How large a premium is, and who says so. */
public sealed interface PremiumSize {

    /** Writes the premium under the name. */
    Cell write(Sheet sheet, String name);

    /**
     * As stated.
     *
     * @param premium per year as a decimal; negative where the risk is below the reference
     */
    record Stated(Input<Double> premium) implements PremiumSize {
        public Stated {
            checkPremium("premium", premium.value());
        }

        @Override
        public Cell write(Sheet sheet, String name) {
            return sheet.given(name, Unit.RATE, premium);
        }
    }

    /**
     * Scored by a questionnaire: lowest + (highest − lowest) · Σ weight · score.
     *
     * @param lowest premium when every score is 0
     * @param highest premium when every score is 1
     * @param items what was asked; weights add up to 1
     */
    record Scored(Input<Double> lowest, Input<Double> highest, List<Item> items) implements PremiumSize {

        /**
         * One question.
         *
         * @param name what was asked
         * @param weight share of the question in the whole
         * @param score of the risk, from 0 (none) to 1 (highest)
         */
        public record Item(String name, Input<Double> weight, Input<Double> score) {
            public Item {
                new Check()
                        .that(!name.isBlank(), "name", "stated", "blank", "Name the question.")
                        .share("weight", weight.value())
                        .share("score", score.value())
                        .done();
            }
        }

        public Scored {
            items = List.copyOf(items);
            var check = new Check();
            check.that(
                    !items.isEmpty() && items.size() <= 100,
                    "items",
                    "1 to 100",
                    items.size(),
                    "List what was asked, or state the premium.");
            check.that(
                    lowest.value() < highest.value(),
                    "lowest",
                    "below highest, " + Plain.of(highest.value()),
                    lowest.value(),
                    "Exchange the two.");
            Weights.check(check, "items", items.stream().map(Item::weight).toList());
            var names = new HashSet<String>();
            for (var item : items)
                check.that(names.add(item.name()), "items", "named differently", item.name(), "Name each once.");
            check.done();
            checkPremium("lowest", lowest.value());
            checkPremium("highest", highest.value());
        }

        @Override
        public Cell write(Sheet sheet, String name) {
            var part = sheet.section(name + "Score");
            var axis = sheet.axis(name + "Items", items.stream().map(Item::name).toList());
            var weight = part.given(
                    "weight", Unit.SHARE, axis, items.stream().map(Item::weight).toList());
            var score = part.given(
                    "score", Unit.SHARE, axis, items.stream().map(Item::score).toList());
            var total = part.let("weightedScore", weight.times(score).sum());
            var from = part.given("lowestPremium", Unit.RATE, lowest);
            var to = part.given("highestPremium", Unit.RATE, highest);
            return sheet.let(name, from.plus(to.minus(from).times(total)).as(Unit.RATE));
        }
    }

    private static void checkPremium(String field, double premium) {
        new Check()
                .range(field, premium, -0.5, 1, "Give a decimal per year: 3 % is 0.03.")
                .done();
    }
}
