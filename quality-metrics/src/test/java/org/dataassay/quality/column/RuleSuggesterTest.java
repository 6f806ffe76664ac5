package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dataassay.quality.column.RuleSuggestions.Suggestion;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.json.RuleFormat;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSuggesterTest {

    private static final ValuationContext TERMS =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static RuleSuggestions suggest(RuleSuggester suggester, List<String> columns, List<List<String>> rows) {
        var summary = TableSummary.read(TableSource.of("t", columns, rows), MissingValues.standard(), 1);
        return suggester.evaluate(new SuggestFacts(summary, TableSource.of("t", columns, rows)), TERMS);
    }

    private static List<List<String>> column(int rows, java.util.function.IntFunction<String> cell) {
        return IntStream.range(0, rows).mapToObj(i -> List.of(cell.apply(i))).toList();
    }

    @Test
    void planted_defects_are_found_by_the_suggested_rules_to_the_row() {
        var table = new PlantedTable(20_000, 1);
        var suggestions = suggest(RuleSuggester.standard(), PlantedTable.COLUMNS, table.rows);
        var expected = Map.ofEntries(
                Map.entry("id repeated", "id-unique"),
                Map.entry("national id: check", "national-id-meaning"),
                Map.entry("mail missing", "column-3-not-null"),
                Map.entry("mail invalid", "column-3-meaning"),
                Map.entry("mail suspicious", "column-3-not-suspicious"),
                Map.entry("province unknown", "province-values"),
                Map.entry("province contradicts", "province-of-national-id"),
                Map.entry("category spelled otherwise", "category-values"),
                Map.entry("amount negative", "amount-range"),
                Map.entry("amount too large", "amount-range"),
                Map.entry("amount no number", "amount-type"),
                Map.entry("quantity zero", "quantity-range"),
                Map.entry("quantity no integer", "quantity-type"),
                Map.entry("created format", "created-at-type"),
                Map.entry("created in future", "created-at-not-in-future"),
                Map.entry("updated before created", "created-at-up-to-updated-at"));
        assertThat(expected.keySet()).isEqualTo(table.defects.keySet());
        var run = suggestions.ruleSet().start(PlantedTable.COLUMNS, TERMS.valuationDate());
        try (var source = table.open()) {
            while (source.advance()) run.add(source.row());
        }
        var results = run.results();
        expected.forEach((defect, rule) -> {
            var found = results.stream().filter(r -> r.rule().id().equals(rule)).findFirst();
            assertThat(found).as("%s by %s", defect, rule).isPresent();
            assertThat(found.orElseThrow().violations().stream().boxed().toList())
                    .as(defect)
                    .containsAll(table.defects.get(defect));
        });
        // and hardly any other row is accused
        var wrong = new HashSet<Long>();
        table.defects.values().forEach(wrong::addAll);
        var accused = new HashSet<Long>();
        results.stream()
                .filter(r -> r.rule().severity() != Severity.INFO)
                .forEach(r -> r.violations().forEach(accused::add));
        accused.removeAll(wrong);
        assertThat(accused).hasSizeLessThan(20);
        // the counts of the suggestions are those of the run
        assertThat(results)
                .extracting(RuleResult::satisfied)
                .isEqualTo(suggestions.suggestions().stream()
                        .map(Suggestion::satisfied)
                        .toList());
    }

    @Test
    void suggestions_are_written_as_a_rule_file_and_read_back() {
        var table = new PlantedTable(4_000, 2);
        var suggestions = suggest(RuleSuggester.standard(), PlantedTable.COLUMNS, table.rows);
        for (var format : RuleFormat.values()) {
            var text = QualityJson.write(suggestions.ruleSet(), format);
            assertThat(QualityJson.readRules(text, format)).isEqualTo(suggestions.ruleSet());
        }
        var again = suggest(RuleSuggester.standard(), PlantedTable.COLUMNS, table.rows);
        assertThat(again.suggestions()).isEqualTo(suggestions.suggestions());
        assertThat(suggestions.suggestions().get(0).rule().descriptions())
                .containsEntry("en", "[id] has a value. Kept by 4000 / 4000 rows, lower bound 0.99904.")
                .containsEntry("zh", "【id】有值。符合 4000 / 4000 行，置信下限 0.99904。");
        assertThat(suggestions.suggestions()).allMatch(s -> s.lowerBound() >= 0.9 && s.satisfied() <= s.evaluated());
    }

    @ParameterizedTest
    @CsvSource({
        // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3, lower ends of the 95 % interval to four
        // decimals
        "81, 263, 0.2553",
        "15, 148, 0.0624",
        "1, 29, 0.0061",
        "0, 20, 0.0000"
    })
    void lower_bounds_are_those_of_wilson(long a, long n, double lower) {
        assertThat(Wilson.lowerBound(a, n, 0.975)).isEqualTo(lower, within(5e-5));
    }

    @Test
    void a_bound_lies_below_the_share_and_grows_with_the_rows() {
        for (long n = 1; n < 5_000; n = n * 3 / 2 + 1) {
            for (long a = 0; a <= n; a += Math.max(1, n / 7)) {
                double bound = Wilson.lowerBound(a, n, 0.975);
                assertThat(bound).isBetween(0.0, (double) a / n);
                assertThat(Wilson.lowerBound(10 * a, 10 * n, 0.975)).isGreaterThanOrEqualTo(bound);
                // it solves |p̂ − p| = z·√(p(1 − p)/n)
                double p = (double) a / n;
                if (a > 0)
                    assertThat(p - bound)
                            .isEqualTo(1.959963984540054 * Math.sqrt(bound * (1 - bound) / n), within(1e-12));
            }
        }
    }

    @Test
    void few_rows_suggest_nothing() {
        assertThat(suggest(RuleSuggester.standard(), List.of("x"), column(30, i -> "A" + (10 + i)))
                        .suggestions())
                .isEmpty();
        assertThat(suggest(RuleSuggester.standard(), List.of("x"), List.of()).suggestions())
                .isEmpty();
        assertThat(suggest(RuleSuggester.standard(), List.of("x"), column(100, i -> ""))
                        .suggestions())
                .isEmpty();
    }

    @Test
    void looks_become_patterns() {
        var suggestions = suggest(
                RuleSuggester.standard(),
                List.of("code"),
                column(300, i -> i % 30 == 0 ? "?" + i : "AB-" + (1000 + i) + ".x(汉)"));
        assertThat(suggestions.suggestions())
                .extracting(s -> s.rule().constraint())
                .contains(new Constraint.Matches("code", "[A-Z]+\\-[0-9]{4}\\.[a-z]+\\(\\p{Han}+\\)", false));
    }

    @Test
    void whole_numbers_of_one_length_are_codes_and_others_are_quantities() {
        var codes = suggest(
                RuleSuggester.standard(),
                List.of("x"),
                column(3_000, i -> i % 500 == 7 ? "Province" : i % 250 == 9 ? "99" : String.valueOf(11 + i % 34)));
        assertThat(codes.suggestions()).extracting(s -> s.rule().id()).containsExactly("x-not-null", "x-values");
        assertThat(codes.suggestions().get(1).violated()).isEqualTo(6 + 12);
        var quantities =
                suggest(RuleSuggester.standard(), List.of("x"), column(3_000, i -> String.valueOf(1 + i % 100)));
        assertThat(quantities.suggestions())
                .extracting(s -> s.rule().id())
                .containsExactly("x-not-null", "x-type", "x-range");
    }

    @Test
    void a_higher_share_asks_for_more() {
        var rows = column(2_000, i -> i % 20 == 0 ? "" : "v" + i);
        var suggester = RuleSuggester.with(SuggestOptions.standard().withMinimumShare(0.97));
        assertThat(suggest(suggester, List.of("x"), rows).suggestions())
                .noneMatch(s -> s.rule().constraint() instanceof Constraint.NotNull);
        assertThat(suggest(RuleSuggester.standard(), List.of("x"), rows).suggestions())
                .anyMatch(s -> s.rule().constraint() instanceof Constraint.NotNull && s.violated() == 100);
    }

    @Test
    void names_of_columns_do_no_harm() {
        var columns = List.of("a]b", "a b", "a-b", "生日", "x".repeat(200));
        var rows = IntStream.range(0, 200)
                .mapToObj(
                        i -> List.of("2024-01-0" + (1 + i % 9), "2024-02-0" + (1 + i % 9), "t" + i, "1990-01-01", "9"))
                .toList();
        var suggestions = suggest(RuleSuggester.standard(), columns, rows);
        assertThat(suggestions.suggestions())
                .extracting(s -> s.rule().id())
                .contains("a-b-up-to-a-b", "a-b-not-null-2", "column-4-up-to-a-b");
        assertThat(QualityJson.readRules(QualityJson.write(suggestions.ruleSet(), RuleFormat.YAML), RuleFormat.YAML))
                .isEqualTo(suggestions.ruleSet());
    }

    @Test
    void broken_options_are_reported_together() {
        assertThatThrownBy(() -> new SuggestOptions(0.4, 1, 0, -1, 0))
                .hasMessageContaining("minimumShare must be in [0.5, 1], but was 0.4. Give a decimal: 90 % is 0.9.")
                .hasMessageContaining("confidence must be in [0.5, 0.999999], but was 1")
                .hasMessageContaining("mostValues must be in [1, 200], but was 0")
                .hasMessageContaining("rareFactor must be in [0, 1]")
                .hasMessageContaining("fence must be above 0 and at most 1000, but was 0");
    }
}
