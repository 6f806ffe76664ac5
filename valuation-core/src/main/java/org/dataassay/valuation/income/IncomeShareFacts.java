package org.dataassay.valuation.income;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;

/**
 * Facts of {@link IncomeShare}.
 *
 * @param base what is divided; the split rate must be of this base
 * @param income that is divided, in each period; revenue is at least 0
 * @param split the asset's share and its reason
 * @param operatingMargin profit share of the revenue, to cross-check a share of revenue against
 * @param terms on which the share becomes a value
 */
public record IncomeShareFacts(
        Base base, InputRow<Money> income, SplitRate split, Optional<Input<Double>> operatingMargin, IncomeTerms terms)
        implements IncomeFacts<IncomeShareFacts> {

    /** What is divided. */
    public enum Base {
        /** Sales; the share is profit of the asset's owner, before tax. */
        REVENUE,
        /** Profit before interest and tax (EBIT). */
        OPERATING_PROFIT,
        /** Profit after tax: no tax is deducted again. */
        NET_PROFIT
    }

    public IncomeShareFacts {
        int n = income.size();
        var check = new Check();
        terms.checkForecast(check, "income", n);
        for (int t = 0; t < n && base == Base.REVENUE; t++) {
            var amount = income.values().get(t);
            check.that(
                    amount.amount().signum() >= 0,
                    "income[" + t + "]",
                    "at least 0",
                    amount,
                    "Revenue is not negative.");
        }
        operatingMargin.ifPresent(margin -> check.share("operatingMargin", margin.value()));
        if (operatingMargin.isPresent() && base != Base.REVENUE)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "operatingMargin",
                    "a share of profit cannot take more than all of it",
                    "Leave it out, or state that revenue is divided."));
        check.done();
    }

    /** A share of income without cross-check. */
    public static IncomeShareFacts of(Base base, InputRow<Money> income, SplitRate split, IncomeTerms terms) {
        return new IncomeShareFacts(base, income, split, Optional.empty(), terms);
    }

    public IncomeShareFacts withOperatingMargin(Input<Double> margin) {
        return new IncomeShareFacts(base, income, split, Optional.of(margin), terms);
    }

    @Override
    public IncomeShareFacts withTerms(IncomeTerms other) {
        return new IncomeShareFacts(base, income, split, operatingMargin, other);
    }
}
