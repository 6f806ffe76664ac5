package org.dataassay.pricing.regulated;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * One line of 经营成本, for one year.
 *
 * @param name what was paid for
 * @param category branch of the rule
 * @param amount for the year, at least 0
 * @param subsidy government subsidy for this line, in [0, amount]; empty for none
 * @param industryShare share of the line that serves industry use, in [0, 1]; empty for all of it
 * @param exclusion why the line does not count; empty where it does
 */
public record CostItem(
        String name,
        Category category,
        Input<Money> amount,
        Optional<Input<Money>> subsidy,
        Optional<Input<Double>> industryShare,
        Optional<Exclusion> exclusion) {

    /** What the rule counts as operating cost. */
    public enum Category {
        /** 平台建设运维: building and running the platform. */
        PLATFORM,
        /** 获取. */
        ACQUISITION,
        /** 传输. */
        TRANSMISSION,
        /** 归集. */
        AGGREGATION,
        /** 存储. */
        STORAGE,
        /** 加工处理. */
        PROCESSING,
        /** 治理. */
        GOVERNANCE,
        /** 人工. */
        LABOR,
        /** Anything else; to be argued. */
        OTHER
    }

    public CostItem {
        var check = new Check()
                .that(!name.isBlank(), "name", "named", "''", "Say what the cost is for.")
                .that(
                        amount.value().amount().signum() >= 0,
                        "amount",
                        "at least 0",
                        amount.value(),
                        "Give what a subsidy paid as the line's subsidy.");
        subsidy.ifPresent(paid -> check.that(
                paid.value().amount().signum() >= 0
                        && paid.value().amount().compareTo(amount.value().amount()) <= 0,
                "subsidy",
                "in [0, " + amount.value() + "]",
                paid.value(),
                "A subsidy above the cost of its line belongs to other lines too."));
        industryShare.ifPresent(share -> check.share("industryShare", share.value()));
        check.done();
    }

    /** A line that counts in full. */
    public static CostItem of(String name, Category category, Input<Money> amount) {
        return new CostItem(name, category, amount, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public CostItem subsidized(Input<Money> by) {
        return new CostItem(name, category, amount, Optional.of(by), industryShare, exclusion);
    }

    public CostItem shared(Input<Double> byIndustry) {
        return new CostItem(name, category, amount, subsidy, Optional.of(byIndustry), exclusion);
    }

    public CostItem excluded(Exclusion.Ground ground, String reason) {
        return new CostItem(name, category, amount, subsidy, industryShare, Optional.of(new Exclusion(ground, reason)));
    }
}
