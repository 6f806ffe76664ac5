package org.dataassay.valuation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.time.Rate;

/** Short words for tests. */
public final class Terms {

    public static final CurrencyCode CNY = CurrencyCode.of("CNY");
    public static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CNY, BasisOfValue.MARKET_VALUE);

    private Terms() {}

    public static Input<Money> cny(double amount) {
        return Input.of(money(amount));
    }

    public static Money money(double amount) {
        return Money.of(new BigDecimal(Double.toString(amount)), CNY);
    }

    public static InputRow<Money> row(List<Double> amounts) {
        return InputRow.of(amounts.stream().map(Terms::money).toList());
    }

    public static Input<Double> number(double value) {
        return Input.of(value);
    }

    public static Input<Rate> rate(double decimal) {
        return Input.of(Rate.of(decimal));
    }
}
