package org.dataassay.valuation.rate;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.time.Rate;

/** What finances the business, at market values. */
public sealed interface CapitalStructure {

    /** Whether interest on it is deducted from taxable income. */
    enum Kind {
        EQUITY,
        PREFERRED,
        DEBT
    }

    /** How much of the whole a kind of capital is. */
    sealed interface Part {

        /**
         * By market value.
         *
         * @param amount at least 0; book values are no substitute
         */
        record MarketValue(Input<Money> amount) implements Part {
            public MarketValue {
                new Check()
                        .that(
                                amount.value().toDouble() >= 0,
                                "amount",
                                "at least 0",
                                amount.value(),
                                "Give the market value of the capital.")
                        .done();
            }
        }

        /**
         * By weight.
         *
         * @param share in [0, 1]; all add up to 1
         */
        record Weight(Input<Double> share) implements Part {
            public Weight {
                new Check().share("share", share.value()).done();
            }
        }
    }

    /**
     * One kind of capital.
     *
     * @param name of it
     * @param kind whether interest saves tax
     * @param cost per year, before tax
     * @param part how much of the whole; all by market value, or all by weight
     */
    record Capital(String name, Kind kind, Input<Rate> cost, Part part) {
        public Capital {
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the capital.")
                    .done();
        }
    }

    /** Equity first: names, kinds and costs, and the weights that are written. */
    List<Capital> parts();

    /** Writes the weight of each part along the axis. */
    Row weights(Sheet sheet, Axis axis);

    /**
     * Each kind of capital by itself.
     *
     * @param capital one at least
     */
    record Components(List<Capital> capital) implements CapitalStructure {
        public Components {
            capital = List.copyOf(capital);
            var check = new Check();
            check.that(
                    !capital.isEmpty() && capital.size() <= 100,
                    "capital",
                    "1 to 100 kinds",
                    capital.size(),
                    "List what finances the business.");
            var names = new HashSet<String>();
            for (var one : capital)
                check.that(names.add(one.name()), "capital", "named differently", one.name(), "Name each once.");
            long weighted = capital.stream()
                    .filter(c -> c.part() instanceof Part.Weight)
                    .count();
            if (weighted != 0 && weighted != capital.size())
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "capital",
                        "some parts are market values, some are weights",
                        "Give all as one or all as the other."));
            else if (weighted > 0) Weights.check(check, "capital", weights(capital));
            check.done();
        }

        private static List<Input<Double>> weights(List<Capital> capital) {
            return capital.stream().map(c -> ((Part.Weight) c.part()).share()).toList();
        }

        @Override
        public List<Capital> parts() {
            return capital;
        }

        @Override
        public Row weights(Sheet sheet, Axis axis) {
            if (capital.get(0).part() instanceof Part.Weight)
                return sheet.given("weight", Unit.SHARE, axis, weights(capital));
            var value = sheet.given(
                    "marketValue",
                    Unit.MONEY,
                    axis,
                    capital.stream()
                            .map(c -> ((Part.MarketValue) c.part()).amount())
                            .toList());
            var total = sheet.let("totalCapital", value.sum());
            var nothing = sheet.fixed("noCapital", Unit.MONEY, axis, Collections.nCopies(axis.size(), 0.0));
            sheet.require(
                    "someCapital", total, Relation.GREATER, nothing.at(0), "Give market values that are not all zero.");
            return sheet.let("weight", value.dividedBy(total).as(Unit.SHARE));
        }
    }

    /**
     * Debt and equity by their ratio: w_d = (D/E) / (1 + D/E).
     *
     * @param debtToEquity at market values, at least 0
     * @param costOfEquity per year
     * @param costOfDebt per year, before tax
     */
    record DebtToEquity(Input<Double> debtToEquity, Input<Rate> costOfEquity, Input<Rate> costOfDebt)
            implements CapitalStructure {
        public DebtToEquity {
            new Check()
                    .range(
                            "debtToEquity",
                            debtToEquity.value(),
                            0,
                            100,
                            "Give debt over equity as a decimal: 40 % is 0.4.")
                    .done();
        }

        @Override
        public List<Capital> parts() {
            var none = new Part.Weight(Input.of(0.0));
            return List.of(
                    new Capital("equity", Kind.EQUITY, costOfEquity, none),
                    new Capital("debt", Kind.DEBT, costOfDebt, none));
        }

        @Override
        public Row weights(Sheet sheet, Axis axis) {
            var ratio = sheet.given("debtToEquity", Unit.FACTOR, debtToEquity);
            var debt =
                    sheet.let("debtShare", ratio.dividedBy(Cell.ONE.plus(ratio)).as(Unit.SHARE));
            return sheet.let(
                    "weight", Row.of(axis, List.of(Cell.ONE.minus(debt), debt)).as(Unit.SHARE));
        }
    }
}
