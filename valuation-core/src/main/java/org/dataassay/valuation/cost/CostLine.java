package org.dataassay.valuation.cost;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * One line of the cost tree.
 *
 * @param name what was, or would be, paid for
 * @param category branch of the tree
 * @param nature whether living labor, which the multiplier form treats apart
 * @param amount at the price level of its date, at least 0
 * @param index price index of its date; with {@link CostFacts#index} brings the amount to the valuation date
 * @param yearsBefore years from payment to the valuation date, over which capital is bound; empty for none
 */
public record CostLine(
        String name,
        Category category,
        Nature nature,
        Input<Money> amount,
        Optional<Input<Double>> index,
        Optional<Input<Double>> yearsBefore) {

    /** Branches as in the 2023 guidance of the China Appraisal Society. */
    public enum Category {
        /** 前期费用: planning. */
        PRELIMINARY,
        /** 直接成本: collection, cleaning, labeling, development, upkeep. */
        DIRECT,
        /** 间接成本: hardware, software, premises, shared management. */
        INDIRECT,
        /** 机会成本, stated as an amount. */
        OPPORTUNITY,
        /** 相关税费. */
        TAXES
    }

    /** Whose work a cost pays. */
    public enum Nature {
        /** Materials, services, machines. */
        MATERIAL,
        /** 活劳动: the developers' own work. */
        LIVING_LABOR
    }

    public CostLine {
        var check = new Check()
                .that(!name.isBlank(), "name", "named", "''", "Say what the cost is for.")
                .that(
                        amount.value().amount().signum() >= 0,
                        "amount",
                        "at least 0",
                        amount.value(),
                        "Deduct subsidies on their own line of the report, not here.");
        index.ifPresent(i -> check.that(
                i.value() > 0 && i.value() < 1e9,
                "index",
                "above 0",
                i.value(),
                "Give the index level, such as 104.2."));
        yearsBefore.ifPresent(
                years -> check.range("yearsBefore", years.value(), 0, 100, "Give years before the valuation date."));
        check.done();
    }

    public static CostLine of(String name, Category category, Input<Money> amount) {
        return new CostLine(name, category, Nature.MATERIAL, amount, Optional.empty(), Optional.empty());
    }

    /** The same line as living labor. */
    public CostLine asLivingLabor() {
        return new CostLine(name, category, Nature.LIVING_LABOR, amount, index, yearsBefore);
    }

    public CostLine indexedFrom(Input<Double> level) {
        return new CostLine(name, category, nature, amount, Optional.of(level), yearsBefore);
    }

    public CostLine paidBefore(Input<Double> years) {
        return new CostLine(name, category, nature, amount, index, Optional.of(years));
    }
}
