package org.dataassay.valuation.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.internal.Tape;
import org.dataassay.valuation.time.Rate;

/** The sheet that is measured: ten years of excess earnings, eight random inputs, powers of three random bases in every period. */
public final class ExcessEarnings {

    private static final int YEARS = 10;
    private static final CurrencyCode CNY = CurrencyCode.of("CNY");

    private ExcessEarnings() {}

    /** The calculation of {@code excess_earnings.py}. */
    public static Worksheet worksheet() {
        var sheet = Sheet.open(CNY);
        var years = sheet.axis(
                "years",
                IntStream.rangeClosed(1, YEARS).mapToObj(Integer::toString).toList());
        var end = sheet.fixed(
                "end",
                Unit.YEARS,
                years,
                IntStream.rangeClosed(1, YEARS).mapToObj(t -> (double) t).toList());
        var middle = sheet.fixed(
                "middle",
                Unit.YEARS,
                years,
                IntStream.rangeClosed(1, YEARS).mapToObj(t -> t - 0.5).toList());
        var revenue = sheet.given(
                "revenue",
                Unit.MONEY,
                Input.of(new Money(new BigDecimal("50e6"), CNY)).distributed(new Distribution.Normal(50e6, 5e6)));
        var rate = sheet.given(
                "rate", Unit.RATE, Input.of(Rate.of(0.14)).distributed(new Distribution.Normal(0.14, 0.01)));
        var growth = sheet.given(
                "growth", Unit.RATE, Input.of(Rate.of(0.04)).distributed(new Distribution.Triangular(0, 0.04, 0.08)));
        var margin = share(sheet, "margin", 0.20, 0.28, 0.34);
        var attrition = share(sheet, "attrition", 0.05, 0.10, 0.20);
        var charges = share(sheet, "workingCapital", 0.010, 0.015, 0.020)
                .plus(share(sheet, "fixedAssets", 0.020, 0.030, 0.045))
                .plus(share(sheet, "workforce", 0.010, 0.020, 0.030));
        var tax = sheet.given("tax", Unit.SHARE, Input.of(0.25));
        var flow = sheet.let(
                "revenueOfYear",
                revenue.times(Cell.ONE.plus(growth).power(end))
                        .times(Cell.ONE.minus(attrition).power(middle)));
        var earnings = sheet.let(
                "excessEarnings", flow.times(margin).times(Cell.ONE.minus(tax)).minus(flow.times(charges)));
        var discount = sheet.let("discountFactor", Cell.ONE.plus(rate).power(middle.negated()));
        return sheet.close(sheet.let("value", earnings.times(discount).sum()));
    }

    private static Cell share(Sheet sheet, String name, double low, double mode, double high) {
        return sheet.given(name, Unit.SHARE, Input.of(mode).distributed(new Distribution.Triangular(low, mode, high)));
    }

    /** The compiled calculation, for measuring it without drawing. */
    public static Tape tape(Worksheet worksheet) {
        return worksheet.tape();
    }

    public static double[] inputs(Worksheet worksheet) {
        return worksheet.inputs();
    }

    public static int resultSlot(Worksheet worksheet) {
        return worksheet.slot(worksheet.cell(worksheet.result()), 0);
    }

    /** Numbers of the inputs that are drawn. */
    public static List<Integer> drawn(Worksheet worksheet) {
        return RandomInput.of(worksheet).stream().map(RandomInput::first).toList();
    }
}
