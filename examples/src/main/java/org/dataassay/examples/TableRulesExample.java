package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dataassay.quality.column.DriftComparison;
import org.dataassay.quality.column.DriftFacts;
import org.dataassay.quality.column.DriftReport;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.column.RuleSuggester;
import org.dataassay.quality.column.SuggestFacts;
import org.dataassay.quality.column.TableSummary;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.json.RuleFormat;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** Orders held against rules, rules suggested from them, and this month's orders against last month's. */
public final class TableRulesExample {

    private static final ValuationContext TERMS =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private TableRulesExample() {}

    public static void main(String[] args) {
        rules(System.out);
        System.out.println();
        suggest(System.out);
        System.out.println();
        drift(System.out);
    }

    /** Every hundredth order was paid before it was placed; in the second month more come by phone. */
    static TableSource orders(int month) {
        var rows = IntStream.range(0, 1000)
                .mapToObj(i -> List.of(
                        "R" + (10_000 + i),
                        i % (month == 1 ? 4 : 2) == 0 ? "phone" : "web",
                        i % 50 == 7 ? "" : String.valueOf(20 + i * 37 % 160),
                        LocalDate.of(2025, month, 5 + i % 20).toString(),
                        LocalDate.of(2025, month, (i % 100 == 42 ? 1 : 8) + i % 20)
                                .toString()))
                .toList();
        return TableSource.of("orders-" + month, List.of("id", "channel", "amount", "ordered", "paid"), rows);
    }

    // #region rules
    private static final String RULES = """
            schemaVersion: 1
            rules:
              - id: paid-after-ordered
                indicator: 0503
                holds:
                  expression: "date([paid]) - date([ordered]) between 0 and 30"
              - id: amount-given
                indicator: 0201
                severity: warning
                notNull: {column: amount}
              - id: mean-amount
                indicator: 0302
                aggregate: {column: amount, figure: mean, minimum: 80, maximum: 120}
            """;

    static void rules(PrintStream out) {
        var rules = QualityJson.readRules(RULES, RuleFormat.YAML);
        var profile = QualityProfiler.with(ProfileOptions.of(rules)).evaluate(orders(1), TERMS);
        for (var found : profile.rules())
            out.println(found.rule().id() + " " + found.satisfied() + " of " + found.evaluated() + ", rows "
                    + found.violations().stream().limit(3).boxed().toList());
    }
    // #endregion rules

    // #region suggest
    static void suggest(PrintStream out) {
        var summary = TableSummary.read(orders(1), MissingValues.standard(), TERMS.seed());
        var found = RuleSuggester.standard().evaluate(new SuggestFacts(summary, orders(1)), TERMS);
        for (var suggestion : found.suggestions())
            out.printf(
                    Locale.ROOT,
                    "%.4f %s%n",
                    suggestion.lowerBound(),
                    suggestion.rule().id());
        // QualityJson.write(found.ruleSet(), RuleFormat.YAML) is the file to edit
    }
    // #endregion suggest

    // #region drift
    static void drift(PrintStream out) {
        var last = TableSummary.read(orders(1), MissingValues.standard(), TERMS.seed());
        var now = TableSummary.read(orders(2), MissingValues.standard(), TERMS.seed());
        var kept = QualityJson.readSummary(QualityJson.write(last)); // a summary is kept as JSON
        for (var change : DriftComparison.standard()
                .evaluate(new DriftFacts(kept, now), TERMS)
                .changes()) {
            if (change.level() == DriftReport.Level.NONE) continue;
            out.printf(
                    Locale.ROOT,
                    "%s %s %s %.3f%n",
                    change.level().id(),
                    change.column(),
                    change.measure().id(),
                    change.amount());
        }
    }
    // #endregion drift
}
