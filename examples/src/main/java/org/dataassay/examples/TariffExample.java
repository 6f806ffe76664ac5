package org.dataassay.examples;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dataassay.pricing.tariff.Access;
import org.dataassay.pricing.tariff.Charge;
import org.dataassay.pricing.tariff.Discount;
import org.dataassay.pricing.tariff.Meter;
import org.dataassay.pricing.tariff.MeterUnit;
import org.dataassay.pricing.tariff.Order;
import org.dataassay.pricing.tariff.Proration;
import org.dataassay.pricing.tariff.Quote;
import org.dataassay.pricing.tariff.Tariff;
import org.dataassay.pricing.tariff.TariffFacts;
import org.dataassay.pricing.tariff.TariffPricing;
import org.dataassay.pricing.tariff.Tier;
import org.dataassay.pricing.tariff.TierMode;
import org.dataassay.pricing.tariff.Vat;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** A quarter of calls to a weather interface, quoted line by line. */
public final class TariffExample {

    private TariffExample() {}

    public static void main(String[] args) {
        print(quote(), System.out);
    }

    // #region tariff
    static Tariff tariff() {
        return Tariff.builder("weather-api", 1, LocalDate.of(2026, 1, 1), "CNY")
                .access(new Access(DevelopmentLevel.MODELED, Set.of(DeliveryMode.API), Set.of(), Set.of("sanctioned")))
                .meter(Meter.of("call", MeterUnit.CALL))
                .charge(new Charge.OneOff("set-up", new BigDecimal("500")))
                .charge(new Charge.RecurringFee(
                        "base", new BigDecimal("99.90"), Proration.ACTUAL_DAYS, Charge.RecurringFee.Trigger.ALWAYS))
                .charge(Charge.UsageFee.of(
                                "calls",
                                "call",
                                TierMode.GRADUATED,
                                Tier.upTo(100_000, "0.0153"),
                                Tier.beyond("0.0028"))
                        .withFreeUnits(1_000))
                .discount(Discount.of("public-welfare", "0.2").forBuyers("welfare"))
                .vat(Vat.exclusive("0.06"))
                .build();
    }
    // #endregion tariff

    // #region quote
    static Quote quote() {
        var order = Order.of("weather-api", LocalDate.of(2026, 4, 1), Map.of("call", new BigDecimal("120000")))
                .withPeriods(3)
                .withAttributes("welfare");
        var today = ValuationContext.of(LocalDate.of(2026, 3, 20), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return TariffPricing.standard().evaluate(new TariffFacts(List.of(tariff()), order), today);
    }
    // #endregion quote

    // #region read
    static void print(Quote quote, PrintStream out) {
        for (var line : quote.lines()) {
            out.println(line.id() + "  " + line.amount());
            line.why().forEach(why -> out.println("    " + why.en()));
        }
        var totals = quote.totals();
        out.println("net " + totals.net() + ", tax " + totals.tax() + ", gross " + totals.gross());
        out.println(quote.tariff() + " version " + quote.version() + ", valid until " + quote.validUntil());
    }
    // #endregion read
}
