package org.dataassay.valuation.income;

import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** The share of an income that is due to the asset, with the reason for it. There is no usual share: 25 % of the profit is a rule of thumb without evidence. */
public sealed interface SplitRate {

    /** Writes its inputs and {@code splitRate}, a share. */
    Cell write(Sheet sheet);

    /** One answer per kind. */
    <T> T fold(Function<Agreed, T> agreed, Function<EquivalentInvestment, T> equivalentInvestment);

    /**
     * A share that parties agreed on or a professional judges.
     *
     * @param share k in (0, 1)
     * @param reason why this share and no other
     * @param others what is due to others; where stated, all shares sum to 1
     * @see <a href="https://www.cafc.uscourts.gov">Uniloc USA v. Microsoft, 632 F.3d 1292 (Fed. Cir. 2011),
     *     on the 25 percent rule</a>
     */
    record Agreed(Input<Double> share, String reason, List<OtherShare> others) implements SplitRate {

        /** How far the shares of all may be from 1. */
        public static final double SUM_TOLERANCE = 1e-9;

        public Agreed {
            others = List.copyOf(others);
            var check = new Check();
            checkOpen(check, "share", share.value());
            check.that(
                    !reason.isBlank(),
                    "reason",
                    "stated",
                    "blank",
                    "Say why this share: licenses, a negotiation, a study.");
            double sum = share.value();
            var names = new HashSet<String>();
            for (int i = 0; i < others.size(); i++) {
                if (!names.add(others.get(i).name()))
                    check.add(Problem.of(
                            ValuationError.DUPLICATE,
                            "others[" + i + "].name",
                            others.get(i).name(),
                            "Name each once."));
                sum += others.get(i).share();
            }
            check.that(
                    others.isEmpty() || Math.abs(sum - 1) <= SUM_TOLERANCE,
                    "others",
                    "of shares that sum to 1 with that of the asset",
                    Plain.of(sum),
                    "Divide all of the income, or leave the others out.");
            check.done();
        }

        public static Agreed of(Input<Double> share, String reason) {
            return new Agreed(share, reason, List.of());
        }

        @Override
        public Cell write(Sheet sheet) {
            return sheet.given("splitRate", Unit.SHARE, share);
        }

        @Override
        public <T> T fold(Function<Agreed, T> agreed, Function<EquivalentInvestment, T> equivalentInvestment) {
            return agreed.apply(this);
        }
    }

    /**
     * What is due to another.
     *
     * @param name of the asset or party
     * @param share in (0, 1)
     */
    record OtherShare(String name, double share) {
        public OtherShare {
            var check = new Check().that(!name.isBlank(), "name", "stated", "blank", "Say whose share it is.");
            checkOpen(check, "share", share);
            check.done();
        }
    }

    /**
     * By equivalent investment (约当投资量): k = C(1 + m) / Σ Cᵢ(1 + mᵢ), each party's cost raised by the profit it should bring.
     *
     * @param asset what the asset cost
     * @param partners what all others put in, at least one
     * @see <a href="https://www.cas.org.cn">China Appraisal Society, 资产评估实务, intangible assets, split of profit by 约当投资量</a>
     */
    record EquivalentInvestment(Investment asset, List<Investment> partners) implements SplitRate {

        private static final int MOST_PARTNERS = 100;

        public EquivalentInvestment {
            partners = List.copyOf(partners);
            var check = new Check()
                    .that(
                            !partners.isEmpty() && partners.size() <= MOST_PARTNERS,
                            "partners",
                            "1 to " + MOST_PARTNERS,
                            partners.size(),
                            "Without a partner all of the income is the asset's: use direct income.");
            var names = new HashSet<String>();
            names.add(asset.name());
            for (int i = 0; i < partners.size(); i++) {
                if (!names.add(partners.get(i).name()))
                    check.add(Problem.of(
                            ValuationError.DUPLICATE,
                            "partners[" + i + "].name",
                            partners.get(i).name(),
                            "Name each once."));
            }
            check.done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var own = equivalent(
                    sheet.given("assetInvestment", Unit.MONEY, asset.cost()),
                    sheet.given("assetCostProfitRate", Unit.FACTOR, asset.costProfitRate()));
            var assetEquivalent = sheet.let("assetEquivalentInvestment", own);
            var axis = sheet.axis(
                    "partners", partners.stream().map(Investment::name).toList());
            var cost = sheet.given(
                    "partnerInvestment",
                    Unit.MONEY,
                    axis,
                    partners.stream().map(Investment::cost).toList());
            var profit = sheet.given(
                    "partnerCostProfitRate",
                    Unit.FACTOR,
                    axis,
                    partners.stream().map(Investment::costProfitRate).toList());
            var partnerEquivalent = sheet.let("partnerEquivalentInvestment", cost.times(Cell.ONE.plus(profit)));
            var ratio = sheet.let(
                    "equivalentInvestmentRatio",
                    assetEquivalent.dividedBy(assetEquivalent.plus(partnerEquivalent.sum())));
            return sheet.let("splitRate", ratio.as(Unit.SHARE));
        }

        private static Cell equivalent(Cell cost, Cell profit) {
            return cost.times(Cell.ONE.plus(profit));
        }

        @Override
        public <T> T fold(Function<Agreed, T> agreed, Function<EquivalentInvestment, T> equivalentInvestment) {
            return equivalentInvestment.apply(this);
        }
    }

    /**
     * What one party put in.
     *
     * @param name of the asset or party
     * @param cost replacement cost or money invested, above 0
     * @param costProfitRate m, profit that cost of this kind should bring, as a multiple of it: 5 is 500 %; at least 0
     */
    record Investment(String name, Input<Money> cost, Input<Double> costProfitRate) {

        private static final double HIGHEST_PROFIT = 1000;

        public Investment {
            new Check()
                    .that(!name.isBlank(), "name", "stated", "blank", "Say whose investment it is.")
                    .that(
                            cost.value().amount().signum() > 0,
                            "cost",
                            "above 0",
                            cost.value(),
                            "Give what was put in, at replacement cost.")
                    .range(
                            "costProfitRate",
                            costProfitRate.value(),
                            0,
                            HIGHEST_PROFIT,
                            "Give profit over cost as a multiple: 5 is 500 %.")
                    .done();
        }
    }

    private static void checkOpen(Check check, String field, double share) {
        check.share(field, share);
        if (share == 0 || share == 1)
            check.that(
                    false,
                    field,
                    "above 0 and below 1",
                    Plain.of(share),
                    "All of an income is direct income, none of it is no value.");
    }
}
