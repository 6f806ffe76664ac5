package org.dataassay.valuation.information;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link Infonomics}: what is known about a data set, measure by measure; those left out are not computed.
 *
 * @param validity share of records that are correct; needed by the intrinsic and the business measure
 * @param completeness share of the records that there could be; needed by the same two
 * @param usableLife T, for how many years the data stay usable; needed by the performance, cost and economic measures
 * @param intrinsic facts of IVI
 * @param business facts of BVI
 * @param performance facts of PVI
 * @param cost facts of CVI
 * @param market facts of MVI
 * @param economic facts of EVI
 */
public record InfonomicsFacts(
        Optional<Input<Double>> validity,
        Optional<Input<Double>> completeness,
        Optional<Input<Double>> usableLife,
        Optional<Intrinsic> intrinsic,
        Optional<Business> business,
        Optional<Performance> performance,
        Optional<Cost> cost,
        Optional<Market> market,
        Optional<Economic> economic) {

    private static final int MOST = 1000;

    /**
     * How good and how rare the data are.
     *
     * @param heldByOthers share of the market that holds the same data, in [0, 1]
     * @param lifecycle how long a record stays usable, at least 0; a share of the longest in comparison, in [0, 1], where scores are averaged
     */
    public record Intrinsic(Input<Double> heldByOthers, Input<Double> lifecycle) {
        public Intrinsic {
            new Check()
                    .share("heldByOthers", heldByOthers.value())
                    .range(
                            "lifecycle",
                            lifecycle.value(),
                            0,
                            1e6,
                            "Give years, months or a share; the same for all data compared.")
                    .done();
        }
    }

    /**
     * How relevant the data are to the business.
     *
     * @param processes that use them
     * @param timeliness how quickly they reach who needs them, in [0, 1]
     */
    public record Business(List<BusinessProcess> processes, Input<Double> timeliness) {
        public Business {
            processes = List.copyOf(processes);
            var check = new Check().share("timeliness", timeliness.value());
            listed(
                    check,
                    "processes",
                    processes.stream().map(BusinessProcess::name).toList());
            check.done();
        }
    }

    /**
     * A business process.
     *
     * @param name of it
     * @param relevance of the data to it, in [0, 1]
     */
    public record BusinessProcess(String name, Input<Double> relevance) {
        public BusinessProcess {
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the process.")
                    .share("relevance", relevance.value())
                    .done();
        }
    }

    /**
     * What the data did to indicators of the business.
     *
     * @param indicators measured with and without the data
     * @param window t, years over which they were measured, above 0
     */
    public record Performance(List<Indicator> indicators, Input<Double> window) {
        public Performance {
            indicators = List.copyOf(indicators);
            var check = new Check();
            listed(check, "indicators", indicators.stream().map(Indicator::name).toList());
            checkWindow(check, window);
            check.done();
        }
    }

    /**
     * An indicator, measured in one group that uses the data and one that does not.
     *
     * @param name of it
     * @param informed level in the group that uses the data, above 0
     * @param control level in the group that does not, above 0
     * @param lowerIsBetter whether less of it is better, as of days or defects; the improvement then is control over informed
     */
    public record Indicator(String name, Input<Double> informed, Input<Double> control, boolean lowerIsBetter) {
        public Indicator {
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Name the indicator.")
                    .that(
                            informed.value() > 0 && informed.value() <= Double.MAX_VALUE,
                            "informed",
                            "above 0",
                            informed.value(),
                            "Improvements are ratios; give a level.")
                    .that(
                            control.value() > 0 && control.value() <= Double.MAX_VALUE,
                            "control",
                            "above 0",
                            control.value(),
                            "Improvements are ratios; give a level.")
                    .done();
        }
    }

    /**
     * What it would cost to have the data again.
     *
     * @param processExpense of the process that captures them, over the window
     * @param attribution share of that expense that is owed to capturing, in [0, 1]
     * @param window t, years over which the expense was measured, above 0
     * @param lostRevenue while they would be gone; may be empty
     */
    public record Cost(
            Input<Money> processExpense, Input<Double> attribution, Input<Double> window, List<Loss> lostRevenue) {
        public Cost {
            lostRevenue = List.copyOf(lostRevenue);
            var check = new Check().share("attribution", attribution.value());
            atLeastZero(check, "processExpense", processExpense);
            checkWindow(check, window);
            if (!lostRevenue.isEmpty())
                listed(
                        check,
                        "lostRevenue",
                        lostRevenue.stream().map(Loss::name).toList());
            check.done();
        }
    }

    /**
     * Revenue that would be lost with the data.
     *
     * @param name of the business or period
     * @param amount at least 0
     */
    public record Loss(String name, Input<Money> amount) {
        public Loss {
            var check = new Check().that(!name.isBlank(), "name", "stated", "blank", "Name what would be lost.");
            atLeastZero(check, "amount", amount);
            check.done();
        }
    }

    /**
     * What the data would bring in the market.
     *
     * @param exclusivePrice for the data alone to one buyer
     * @param licensees how many would license them, at least 0
     * @param premium exclusive price over the price of one license among many, at least 1
     */
    public record Market(Input<Money> exclusivePrice, Input<Double> licensees, Input<Double> premium) {
        public Market {
            var check = new Check()
                    .range("licensees", licensees.value(), 0, 1e9, "Count them.")
                    .range(
                            "premium",
                            premium.value(),
                            1,
                            1e9,
                            "2 means that alone they cost twice what one license costs.");
            atLeastZero(check, "exclusivePrice", exclusivePrice);
            check.done();
        }
    }

    /**
     * What the data earn after what they cost.
     *
     * @param revenueInformed of the group that uses the data, over the window
     * @param revenueControl of the group that does not
     * @param acquisition expense
     * @param administration expense
     * @param application expense
     * @param window t, years over which all of these were measured, above 0
     */
    public record Economic(
            Input<Money> revenueInformed,
            Input<Money> revenueControl,
            Input<Money> acquisition,
            Input<Money> administration,
            Input<Money> application,
            Input<Double> window) {
        public Economic {
            var check = new Check();
            atLeastZero(check, "revenueInformed", revenueInformed);
            atLeastZero(check, "revenueControl", revenueControl);
            atLeastZero(check, "acquisition", acquisition);
            atLeastZero(check, "administration", administration);
            atLeastZero(check, "application", application);
            checkWindow(check, window);
            check.done();
        }
    }

    public InfonomicsFacts {
        var check = new Check();
        validity.ifPresent(v -> check.share("validity", v.value()));
        completeness.ifPresent(c -> check.share("completeness", c.value()));
        usableLife.ifPresent(
                years -> check.range("usableLife", years.value(), 0, 1000, "Give the usable life in years."));
        boolean scored = intrinsic.isPresent() || business.isPresent();
        needed(check, scored && validity.isEmpty(), "validity", "IVI and BVI need the share of correct records.");
        needed(
                check,
                scored && completeness.isEmpty(),
                "completeness",
                "IVI and BVI need the share of records that are there.");
        needed(
                check,
                (performance.isPresent() || cost.isPresent() || economic.isPresent()) && usableLife.isEmpty(),
                "usableLife",
                "PVI, CVI and EVI need the years for which the data stay usable.");
        needed(
                check,
                !scored && performance.isEmpty() && cost.isEmpty() && market.isEmpty() && economic.isEmpty(),
                "facts",
                "Give what at least one of the six measures needs.");
        check.done();
    }

    private static void needed(Check check, boolean isMissing, String field, String why) {
        if (isMissing) check.add(Problem.of(ValuationError.MISSING, field, why));
    }

    private static void listed(Check check, String field, List<String> names) {
        check.that(
                !names.isEmpty() && names.size() <= MOST,
                field,
                "1 to " + MOST,
                names.size(),
                "List them, or leave the measure out.");
        DecisionTable.named(check, field, names);
    }

    private static void checkWindow(Check check, Input<Double> years) {
        check.that(
                years.value() > 0 && years.value() <= 1000,
                "window",
                "above 0 and at most 1000 years",
                years.value(),
                "Give the years over which it was measured.");
    }

    private static void atLeastZero(Check check, String field, Input<Money> amount) {
        check.that(
                amount.value().toDouble() >= 0,
                field,
                "at least 0",
                amount.value(),
                "Give the amount, not its negative.");
    }

    /** Starts without facts. */
    public static Builder builder() {
        return new Builder();
    }

    /** Adds what is known. Not thread-safe. */
    public static final class Builder {
        private Optional<Input<Double>> validity = Optional.empty();
        private Optional<Input<Double>> completeness = Optional.empty();
        private Optional<Input<Double>> usableLife = Optional.empty();
        private Optional<Intrinsic> intrinsic = Optional.empty();
        private Optional<Business> business = Optional.empty();
        private Optional<Performance> performance = Optional.empty();
        private Optional<Cost> cost = Optional.empty();
        private Optional<Market> market = Optional.empty();
        private Optional<Economic> economic = Optional.empty();

        private Builder() {}

        public Builder validity(Input<Double> share) {
            validity = Optional.of(share);
            return this;
        }

        public Builder completeness(Input<Double> share) {
            completeness = Optional.of(share);
            return this;
        }

        public Builder usableLife(Input<Double> years) {
            usableLife = Optional.of(years);
            return this;
        }

        public Builder intrinsic(Intrinsic facts) {
            intrinsic = Optional.of(facts);
            return this;
        }

        public Builder business(Business facts) {
            business = Optional.of(facts);
            return this;
        }

        public Builder performance(Performance facts) {
            performance = Optional.of(facts);
            return this;
        }

        public Builder cost(Cost facts) {
            cost = Optional.of(facts);
            return this;
        }

        public Builder market(Market facts) {
            market = Optional.of(facts);
            return this;
        }

        public Builder economic(Economic facts) {
            economic = Optional.of(facts);
            return this;
        }

        public InfonomicsFacts build() {
            return new InfonomicsFacts(
                    validity, completeness, usableLife, intrinsic, business, performance, cost, market, economic);
        }
    }
}
