package org.dataassay.valuation.cost;

import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * One line of the cost tree.
 *
 * @param name what was, or would be, paid for
 * @param category branch of the tree; the lines of one asset stand in one tree
 * @param nature whether living labor, which the multiplier form treats apart
 * @param amount at the price level of its date, at least 0
 * @param index price index of its date; with {@link CostFacts#index} brings the amount to the valuation date
 * @param yearsBefore years from payment to the valuation date, over which capital is bound; empty for none
 * @param indexAtValuation level at the valuation date of the line's own price series; needs {@code index}, and goes before {@link CostFacts#index}
 * @param funding who bore the cost where it was not the owner; empty for the owner's own money
 */
public record CostLine(
        String name,
        CostCategory category,
        Nature nature,
        Input<Money> amount,
        Optional<Input<Double>> index,
        Optional<Input<Double>> yearsBefore,
        Optional<Input<Double>> indexAtValuation,
        Optional<Funding> funding) {

    /** Branches as in the 2023 guidance of the China Appraisal Society. */
    public enum Category implements CostCategory {
        /** 前期费用: planning. */
        PRELIMINARY,
        /** 直接成本: collection, cleaning, labeling, development, upkeep. */
        DIRECT,
        /** 间接成本: hardware, software, premises, shared management. */
        INDIRECT,
        /** 机会成本, stated as an amount. */
        OPPORTUNITY,
        /** 相关税费. */
        TAXES;

        @Override
        public String branch() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose work a cost pays. */
    public enum Nature {
        /** Materials, services, machines. */
        MATERIAL,
        /** 活劳动: the developers' own work. */
        LIVING_LABOR
    }

    /** Public money behind a cost. */
    public enum Funding {
        /** 财政资金: a budget paid, and the data were made by it; the cost counts, and the reader is told. */
        FISCAL,
        /** 政府补助: the owner was paid back; the cost is left out, and the reader is told. */
        SUBSIDY
    }

    public CostLine {
        var check = new Check()
                .that(!name.isBlank(), "name", "named", "''", "Say what the cost is for.")
                .that(
                        amount.value().amount().signum() >= 0,
                        "amount",
                        "at least 0",
                        amount.value(),
                        "Mark what a subsidy paid by the line's funding, not by a negative amount.");
        index.ifPresent(i -> checkLevel(check, "index", i));
        indexAtValuation.ifPresent(i -> checkLevel(check, "indexAtValuation", i));
        if (indexAtValuation.isPresent() && index.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "index",
                    "The line has its series' level at the valuation date; give that of its own date."));
        yearsBefore.ifPresent(
                years -> check.range("yearsBefore", years.value(), 0, 100, "Give years before the valuation date."));
        check.done();
    }

    /** Refuses what is no level of a price index. */
    static void checkLevel(Check check, String field, Input<Double> level) {
        check.that(
                level.value() > 0 && level.value() < 1e9,
                field,
                "above 0",
                level.value(),
                "Give the index level, such as 104.2.");
    }

    public static CostLine of(String name, CostCategory category, Input<Money> amount) {
        return new CostLine(
                name,
                category,
                Nature.MATERIAL,
                amount,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same line as living labor. */
    public CostLine asLivingLabor() {
        return new CostLine(name, category, Nature.LIVING_LABOR, amount, index, yearsBefore, indexAtValuation, funding);
    }

    public CostLine indexedFrom(Input<Double> level) {
        return new CostLine(name, category, nature, amount, Optional.of(level), yearsBefore, indexAtValuation, funding);
    }

    /** By a price series of its own, such as that of wages or of hardware. */
    public CostLine indexed(Input<Double> atItsDate, Input<Double> atValuation) {
        return new CostLine(
                name, category, nature, amount, Optional.of(atItsDate), yearsBefore, Optional.of(atValuation), funding);
    }

    public CostLine paidBefore(Input<Double> years) {
        return new CostLine(name, category, nature, amount, index, Optional.of(years), indexAtValuation, funding);
    }

    public CostLine fundedBy(Funding source) {
        return new CostLine(name, category, nature, amount, index, yearsBefore, indexAtValuation, Optional.of(source));
    }
}
