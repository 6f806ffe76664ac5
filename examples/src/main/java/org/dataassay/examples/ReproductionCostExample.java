package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.CostLine;
import org.dataassay.valuation.cost.Depreciation;
import org.dataassay.valuation.cost.Gbt37550Cost;
import org.dataassay.valuation.cost.Obsolescence;
import org.dataassay.valuation.cost.ReproductionCost;
import org.dataassay.valuation.cost.ReproductionFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/** What it would cost today to make an archive of road photographs once more, just as it was made. */
public final class ReproductionCostExample {

    private ReproductionCostExample() {}

    public static void main(String[] args) {
        print(value(), System.out);
    }

    // #region value
    static Valuation value() {
        var ledger = Source.given("Accounts department", "Project ledger", "pages 12 to 15", LocalDate.of(2025, 12, 1));
        var prices = Source.given("Statistics office", "Price indices", "tables 2 and 7", LocalDate.of(2025, 12, 20));
        var judged = Source.judged("Chen Yu, appraiser", "inspection of November 2025");
        var lines = List.of(
                CostLine.of("driving the roads", Gbt37550Cost.DATA_ACQUISITION, Input.of(cny("500000"), ledger))
                        .indexed(Input.of(100.0, prices), Input.of(110.0, prices)),
                CostLine.of("masking faces", Gbt37550Cost.STAFF, Input.of(cny("240000"), ledger))
                        .indexed(Input.of(96.0, prices), Input.of(112.0, prices)),
                CostLine.of("discs", Gbt37550Cost.DATA_STORAGE, Input.of(cny("150000"), ledger))
                        .indexed(Input.of(100.0, prices), Input.of(80.0, prices)),
                CostLine.of("portal", Gbt37550Cost.DATA_STORAGE, Input.of(cny("60000"), ledger))
                        .fundedBy(CostLine.Funding.SUBSIDY));
        var facts = ReproductionFacts.builder(lines)
                .developersProfit(Input.of(0.10, judged))
                .depreciation(new Depreciation.SumOfYearsDigits(Input.of(1.5, ledger), 5, Optional.empty()))
                .obsolescence(new Obsolescence(Obsolescence.Kind.FUNCTIONAL, Input.of(0.10, judged)))
                .build();
        var options = ReproductionCost.Options.STANDARD.withCombination(Obsolescence.Combination.SEQUENTIAL);
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return new ReproductionCost(options).evaluate(facts, context);
    }
    // #endregion value

    // #region read
    static void print(Valuation valuation, PrintStream out) {
        out.println("Value: " + valuation.amount());
        out.print(valuation.explanation().text());
        valuation.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }
}
