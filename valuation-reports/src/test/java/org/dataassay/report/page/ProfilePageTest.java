package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of a quality profile. */
class ProfilePageTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static QualityProfile profile(List<Rule> rules, List<String> columns, List<List<String>> rows) {
        var options = ProfileOptions.of(new RuleSet(MissingValues.standard(), rules));
        return QualityProfiler.with(options).evaluate(TableSource.of("table", columns, rows), CONTEXT);
    }

    private static Rule notNull(String id, String column) {
        return Rule.of(id, Indicator.ELEMENT_COMPLETENESS, Severity.ERROR, new Constraint.NotNull(column, List.of()));
    }

    /** 30 000 rows, of which one breaks a rule; a rule of which all rows are broken; one that evaluates nothing. */
    private static QualityProfile sample() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 30_000; i++)
            rows.add(List.of("R" + i, i == 7 ? "" : Integer.toString(i % 50), i % 2 == 0 ? "N/A" : "", ""));
        return profile(
                List.of(
                        notNull("amount-given", "amount"),
                        notNull("note-given", "note"),
                        Rule.of(
                                "note-short",
                                Indicator.FORMAT_COMPLIANCE,
                                Severity.WARNING,
                                new Constraint.Matches("none", "x*", false))),
                List.of("id", "amount", "note", "none"),
                rows);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_measure_stands_with_its_two_counts_the_worst_first(Language language) {
        var html = ProfilePage.html(sample(), language);
        assertThat(html.indexOf("note-given")).isBetween(0, html.indexOf("amount-given"));
        assertThat(html).contains("29,999", "30,000");
        // one row in 30 000 is missing: not 100 %
        assertThat(html).contains(language == Language.CHINESE ? "高于 99.99%" : "&gt; 99.99%");
        assertThat(html).contains(language == Language.CHINESE ? "不适用" : "not applicable");
        assertThat(html).contains(language == Language.CHINESE ? "，另有 29,980 行" : "20 and 29,980 more");
        assertThat(html).isEqualTo(ProfilePage.html(sample(), language));
    }

    /** What stands in a Chinese page in Latin letters are names, values and the wording of examples. */
    @Test
    void the_chinese_page_is_chinese() {
        var words = ProfilePage.html(sample(), Language.CHINESE)
                .replaceAll("(?s)<style.*?</style>", "")
                .replaceAll("<[^>]*>", "\n");
        assertThat(words).contains("由差到好", "未测量").doesNotContain("Satisfied", "Rows", "Column", "Share");
        assertThat(Pattern.compile("\\{\\d}").matcher(words).find()).isFalse();
    }

    @Test
    void names_and_values_are_words_and_nothing_else() {
        var html = ProfilePage.html(
                profile(
                        List.of(notNull("r", "<script>alert(1)</script>")),
                        List.of("<script>alert(1)</script>"),
                        List.of(List.of("<img src=x onerror=alert(2)>"), List.of(""))),
                Language.ENGLISH);
        assertThat(html).doesNotContain("<script>alert", "<img").contains("&lt;img src=x onerror=alert(2)&gt;");
    }

    /** A report over thousands of rules stays one that a browser opens. */
    @Test
    void thousands_of_rules_and_columns_stay_readable() {
        var columns = IntStream.range(0, 3000).mapToObj(c -> "column " + c).toList();
        var rules = columns.stream().map(c -> notNull(c.replace(' ', '-'), c)).toList();
        var row = columns.stream().map(c -> c.toUpperCase(Locale.ROOT)).toList();
        var html = ProfilePage.html(profile(rules, columns, List.of(row)), Language.ENGLISH);
        assertThat(html).contains("column-2999", "column 2999").hasSizeLessThan(3_000_000);
        assertThat(Pattern.compile("<details class=\"figure\"").matcher(html).results())
                .hasSize(2 * 200);
    }

    @Test
    void a_table_without_rules_is_described_and_not_judged() {
        var html =
                ProfilePage.html(profile(List.of(), List.of("a", "b"), List.of(List.of("1", "x"))), Language.ENGLISH);
        assertThat(html).contains("No rules were given").doesNotContain("rule-chart", "dimension-chart");
        assertThat(html).contains("id=\"column-1\"");
    }

    @Test
    void a_table_without_rows_has_a_page() {
        var html = ProfilePage.html(profile(List.of(notNull("r", "a")), List.of("a"), List.of()), Language.ENGLISH);
        assertThat(html).contains("not applicable", "These rules evaluated nothing");
    }
}
