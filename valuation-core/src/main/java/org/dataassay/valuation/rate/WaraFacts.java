package org.dataassay.valuation.rate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link Wara}.
 *
 * @param assets all assets of the business but goodwill, one at least
 * @param goodwill what is left, and what of it is asked for
 * @param wacc of the business
 * @param internalRate at which the flows of the business are worth its price, where the three are to be reconciled
 */
public record WaraFacts(List<Asset> assets, Goodwill goodwill, Input<Rate> wacc, Optional<Input<Rate>> internalRate) {

    /**
     * An asset and what it must earn.
     *
     * @param name of it
     * @param value fair value, at least 0
     * @param rate required per year, after tax
     */
    public record Asset(String name, Input<Money> value, Input<Rate> rate) {
        public Asset {
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the asset.")
                    .that(
                            value.value().toDouble() >= 0,
                            "value",
                            "at least 0",
                            value.value(),
                            "Give the fair value; liabilities belong into the cost of capital.")
                    .done();
        }
    }

    /** The residual asset, with workforce where it is not shown apart. */
    public sealed interface Goodwill {

        /** There is none: the average of the assets is asked for. */
        record None() implements Goodwill {}

        /**
         * Both are known: the average is asked for.
         *
         * @param value fair value
         * @param rate required per year
         */
        record Stated(Input<Money> value, Input<Rate> rate) implements Goodwill {}

        /**
         * The rate is asked for at which the average is the cost of capital.
         *
         * @param value fair value, above 0
         */
        record SolveRate(Input<Money> value) implements Goodwill {}

        /**
         * The value is asked for at which the average is the cost of capital.
         *
         * @param rate required per year
         */
        record SolveValue(Input<Rate> rate) implements Goodwill {}
    }

    public WaraFacts {
        assets = List.copyOf(assets);
        var check = new Check();
        check.that(
                !assets.isEmpty() && assets.size() <= 1000,
                "assets",
                "1 to 1000",
                assets.size(),
                "List the assets of the business.");
        var names = new HashSet<String>();
        for (var asset : assets)
            check.that(names.add(asset.name()), "assets", "named differently", asset.name(), "Name each once.");
        check.done();
    }
}
