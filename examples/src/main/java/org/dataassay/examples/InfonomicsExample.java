package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.information.Infonomics;
import org.dataassay.valuation.information.InfonomicsFacts;
import org.dataassay.valuation.information.InfonomicsMeasures;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/** How good and how useful a data set of deliveries is, and what it earned. */
public final class InfonomicsExample {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.INVESTMENT_VALUE);

    private InfonomicsExample() {}

    public static void main(String[] args) {
        print(measures(Infonomics.Combining.PRODUCT), System.out);
        print(measures(Infonomics.Combining.ARITHMETIC_MEAN), System.out);
    }

    // #region facts
    static InfonomicsFacts deliveries() {
        return InfonomicsFacts.builder()
                .validity(Input.of(0.95))
                .completeness(Input.of(0.8))
                .usableLife(Input.of(3.0))
                .intrinsic(new InfonomicsFacts.Intrinsic(Input.of(0.1), Input.of(0.9)))
                .business(new InfonomicsFacts.Business(
                        List.of(
                                new InfonomicsFacts.BusinessProcess("dispatch", Input.of(0.8)),
                                new InfonomicsFacts.BusinessProcess("billing", Input.of(0.3))),
                        Input.of(0.7)))
                .economic(new InfonomicsFacts.Economic(
                        money("2000000"),
                        money("1700000"),
                        money("60000"),
                        money("30000"),
                        money("50000"),
                        Input.of(1.5)))
                .build();
    }
    // #endregion facts

    private static Input<Money> money(String amount) {
        return Input.of(Money.of(amount, "CNY"));
    }

    // #region measures
    static InfonomicsMeasures measures(Infonomics.Combining how) {
        return new Infonomics(Infonomics.Options.STANDARD.withCombining(how)).evaluate(deliveries(), CONTEXT);
    }
    // #endregion measures

    // #region read
    static void print(InfonomicsMeasures found, PrintStream out) {
        found.intrinsicValue().ifPresent(index -> out.printf(Locale.ROOT, "IVI %.4f%n", index.value()));
        found.businessValue().ifPresent(index -> out.printf(Locale.ROOT, "BVI %.4f%n", index.value()));
        found.economicValue().ifPresent(amount -> out.printf("EVI %s%n", amount));
        found.notes().forEach(note -> out.printf("- %s%n", note.code()));
    }
    // #endregion read
}
