package org.dataassay.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.quality.rule.Constraint.OfType.Type;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.RowBlock;
import org.dataassay.quality.source.TableSource;
import org.junit.jupiter.api.Test;

class RuleRunTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);

    @Test
    void notNullCountsEmptyBlankDisguisedAndNamedWords() {
        var result = run(new Constraint.NotNull("x", List.of("none")), "a", "", " ", "N/A", "none", "None");
        assertCounts(result, 2, 6, 0);
        assertThat(result.violations().stream()).containsExactly(2L, 3L, 4L, 5L);
        assertThat(result.examples()).first().isEqualTo(new RuleExample(2, "no value"));
        assertThat(result.examples()).last().isEqualTo(new RuleExample(5, "a word that stands for no value"));
    }

    @Test
    void missingCellsAreLeftToNotNull() {
        for (var constraint : List.of(
                new Constraint.Matches("x", "[a-z]+", false),
                new Constraint.InSet("x", List.of("a")),
                new Constraint.OfType("x", Type.INTEGER),
                new Constraint.NotAfterValuationDate("x"))) {
            assertCounts(run(constraint, "", "N/A", " "), 0, 0, 3);
            assertThat(run(constraint, "").ratio()).isEmpty();
        }
    }

    @Test
    void matchesTheWholeText() {
        assertCounts(run(new Constraint.Matches("x", "[a-z]+", false), "abc", "abc1", "a"), 2, 3, 0);
        assertCounts(run(new Constraint.Matches("x", "[a-z]+", true), "abc", "abc1", "a"), 1, 3, 0);
    }

    @Test
    void aPatternThatWouldBacktrackForEverDoesNot() {
        assertCounts(run(new Constraint.Matches("x", "(a+)+b", false), "a".repeat(5_000)), 0, 1, 0);
    }

    @Test
    void rangesAreInclusiveAndExact() {
        var range = new Constraint.InRange("x", Optional.of(new BigDecimal("0.1")), Optional.of(BigDecimal.TEN));
        var result = run(range, "0.1", "10", "10.00000000000000000001", "0.09", "ten", "1e1");
        assertCounts(result, 3, 6, 0);
        assertThat(result.examples())
                .extracting(RuleExample::reason)
                .containsExactly(
                        "'99.99999999999999999999' is above the maximum",
                        "'9.99' is below the minimum",
                        "'AAA' is not a number");
    }

    @Test
    void typesAndDateFormats() {
        assertCounts(run(new Constraint.OfType("x", Type.INTEGER), "1", "-2", "1.5", "007"), 2, 4, 0);
        assertCounts(run(new Constraint.OfType("x", Type.DECIMAL), "1", "1.5", "1e3", "x"), 3, 4, 0);
        assertCounts(
                run(new Constraint.OfType("x", Type.DATE), "2024-02-29", "2023-02-29", "2024-02-29T10:00"), 1, 3, 0);
        assertCounts(
                run(
                        new Constraint.OfType("x", Type.DATE, "dd/MM/yyyy"),
                        "29/02/2024",
                        "31/04/2024",
                        "1/2/2024",
                        "29/02/2024 x"),
                1,
                4,
                0);
        assertThatThrownBy(() -> new Constraint.OfType("x", Type.DATE, "MM/yyyy"))
                .hasMessageContaining("a date pattern that fixes year, month and day");
        assertThatThrownBy(() -> new Constraint.OfType("x", Type.DATE, "bogus"))
                .hasMessageContaining("but was 'bogus'");
    }

    @Test
    void agesAreCountedToTheValuationDate() {
        assertCounts(
                run(new Constraint.WithinDays("x", 30), "2024-06-30", "2024-05-31", "2024-05-30", "2024-07-01", "soon"),
                2,
                5,
                0);
        assertCounts(
                run(new Constraint.NotAfterValuationDate("x"), "2024-06-30", "2024-07-01", "1999-01-01T10:00"),
                2,
                3,
                0);
    }

    @Test
    void monthsCovered() {
        var months = run(
                new Constraint.CoversMonths("x", YearMonth.of(2024, 3), Optional.empty()),
                "2024-03-01",
                "2024-03-09",
                "2024-06-30",
                "2024-07-01",
                "");
        assertCounts(months, 2, 4, 1);
        assertThat(months.element()).isEqualTo(RuleResult.Element.MONTH);
        assertThat(months.note()).contains("first month without a row: 2024-04");
        var none = run(new Constraint.CoversMonths("x", YearMonth.of(2025, 3), Optional.empty()), "2024-03-01");
        assertThat(none.ratio()).isEmpty();
    }

    @Test
    void aKeyRepeatsAnEarlierOne() {
        var result = run(new Constraint.Unique(List.of("x")), "a", "b", "a", "", "a", "b ");
        assertCounts(result, 3, 5, 1);
        assertThat(result.violations().stream()).containsExactly(3L, 5L);
        assertThat(result.examples())
                .containsExactly(
                        new RuleExample(3, "has the same values as row 1"),
                        new RuleExample(5, "has the same values as row 1"));
    }

    @Test
    void columnsOfAKeyDoNotRunTogether() {
        try (var table = TableSource.of(
                "t", List.of("x", "y"), List.of(List.of("ab", "c"), List.of("a", "bc"), List.of("c", "ab")))) {
            var run = new RuleSet(MissingValues.standard(), List.of(rule(new Constraint.Unique(List.of()))))
                    .start(table.columns(), TODAY);
            while (table.advance()) run.add(table.row());
            assertCounts(run.results().get(0), 3, 3, 0);
        }
    }

    @Test
    void moreKeysThanMemoryAreEstimatedAndThatIsSaid() {
        int n = 30_000;
        var rows = IntStream.range(0, n)
                .mapToObj(i -> List.of("k" + (i % 1_000 == 999 ? i - 1 : i)))
                .toList();
        UniqueState whole = null;
        for (int cut : new int[] {n, 20_000, 4_000, 40}) {
            var state = uniques(rows.subList(0, cut));
            if (cut < n) state.merge(uniques(rows.subList(cut, n)), cut);
            var result = state.result(rule(new Constraint.Unique(List.of("x"))));
            assertThat(result.note().orElseThrow())
                    .contains("more than 10000 different keys: their number is estimated, within 1.2 % in 95");
            assertThat(result.evaluated()).isEqualTo(n);
            assertThat((double) result.satisfied()).isCloseTo(n - 30, within(0.02 * n));
            assertThat(result.satisfied())
                    .isLessThanOrEqualTo(n - result.violations().size());
            assertThat(result.violations().stream()).allMatch(row -> row % 1_000 == 0);
            assertThat(result.violations().size()).isBetween(9L, 30L);
            if (whole == null) whole = state;
            assertThat(result.satisfied())
                    .isCloseTo(
                            whole.result(rule(new Constraint.Unique(List.of("x"))))
                                    .satisfied(),
                            within(30L));
        }
    }

    private static UniqueState uniques(List<List<String>> rows) {
        var state = new UniqueState(new int[] {0}, 10_000, false);
        try (var table = TableSource.of("t", List.of("x"), rows)) {
            var part = table.parts().next().orElseThrow();
            var block = new RowBlock();
            while (part.read(block)) {
                block.examine(MissingValues.standard().matcher());
                state.add(block, 0);
            }
        }
        return state;
    }

    @Test
    void brokenConstraintsAreRefused() {
        assertThatThrownBy(() -> new Constraint.Matches("x", "a(?!b)", false))
                .hasMessageContaining("pattern is not a pattern");
        assertThatThrownBy(() -> new Constraint.InSet("x", List.of()))
                .hasMessageContaining("values must be a list of at least one text");
        assertThatThrownBy(() -> new Constraint.InRange("x", Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.ONE)))
                .hasMessageContaining("minimum must be at most maximum");
        assertThatThrownBy(() -> new Constraint.WithinDays("x", -1)).hasMessageContaining("days must be at least 0");
    }

    private static void assertCounts(RuleResult result, long satisfied, long evaluated, long notEvaluated) {
        assertThat(List.of(result.satisfied(), result.evaluated(), result.notEvaluated()))
                .isEqualTo(List.of(satisfied, evaluated, notEvaluated));
    }

    private static Rule rule(Constraint constraint) {
        return Rule.of("r", Indicator.BUSINESS_RULE, Severity.ERROR, constraint);
    }

    private static RuleResult run(Constraint constraint, String... cells) {
        try (var table = TableSource.of(
                "t", List.of("x"), Arrays.stream(cells).map(List::of).toList())) {
            var run = new RuleSet(MissingValues.standard(), List.of(rule(constraint))).start(table.columns(), TODAY);
            while (table.advance()) run.add(table.row());
            return run.results().get(0);
        }
    }
}
