package org.dataassay.examples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.pricing.tariff.BillingWindow;
import org.dataassay.pricing.tariff.RatedWindow;
import org.dataassay.pricing.tariff.Rating;
import org.dataassay.pricing.tariff.RatingFacts;
import org.dataassay.pricing.tariff.RatingRun;
import org.dataassay.pricing.tariff.Subscription;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** A month of metered calls from two files, one of them sent twice, with a broken line, to an invoice. */
public final class RatingExample {

    private static final String FIRST = """
            id,subscription,meter,quantity,time
            e1,city-lab,call,800,2026-04-02T09:00:00+08:00
            e2,city-lab,call,70000,2026-04-12T09:00:00+08:00
            e3,city-lab,call,,2026-04-12T10:00:00+08:00
            """;

    private static final String SECOND = """
            {"id": "e4", "subscription": "city-lab", "meter": "call", "quantity": 50500, "time": "2026-04-30T23:59:59+08:00"}
            {"id": "e5", "subscription": "city-lab", "meter": "call", "quantity": 10, "time": "2026-05-01T00:00:00+08:00"}
            """;

    private RatingExample() {}

    public static void main(String[] args) {
        print(rated(), System.out);
    }

    // #region rate
    static RatedWindow rated() {
        var contract = Subscription.of("city-lab", "weather-api", 1, LocalDate.of(2026, 4, 11))
                .withAttributes("welfare")
                .withPrepaid("300");
        var april = BillingWindow.month(2026, 4, "+08:00");
        var facts = new RatingFacts(List.of(TariffExample.tariff()), april, List.of(contract), List.of());
        var run = RatingRun.of(facts, Rating.Options.STANDARD);
        read(run, "first.csv", FIRST);
        read(run, "second.jsonl", SECOND);
        read(run, "first-again.csv", FIRST);
        var today = ValuationContext.of(LocalDate.of(2026, 5, 5), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return Rating.standard().result(facts, run, today);
    }
    // #endregion rate

    private static void read(RatingRun run, String name, String file) {
        try {
            run.read(name, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // #region read
    static void print(RatedWindow rated, PrintStream out) {
        for (var invoice : rated.invoices()) {
            out.println(invoice.subscription() + ", " + rated.window().from() + " to "
                    + rated.window().until());
            invoice.lines().forEach(line -> out.println("  " + line.id() + "  " + line.amount()));
            out.println("  gross " + invoice.totals().gross() + ", prepaid " + invoice.fromPrepaid() + ", due "
                    + invoice.due());
        }
        var report = rated.report();
        out.println(report.read() + " read, " + report.accepted() + " billed, " + report.duplicates() + " duplicates");
        report.listed().forEach(one -> out.println(one.source() + " line " + one.line() + ": " + one.reason()));
    }
    // #endregion read
}
