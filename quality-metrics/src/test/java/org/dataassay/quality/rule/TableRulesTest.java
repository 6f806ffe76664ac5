package org.dataassay.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.quality.rule.Constraint.Aggregate.Figure;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.SemanticType;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules beyond one cell: other tables, order, periods, aggregates, the table as a whole; and texts by length and meaning. */
class TableRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);
    private static final Optional<BigDecimal> NONE = Optional.empty();

    private static Optional<BigDecimal> some(String number) {
        return Optional.of(new BigDecimal(number));
    }

    private static void assertCounts(RuleResult result, long satisfied, long evaluated, long notEvaluated) {
        assertThat(List.of(result.satisfied(), result.evaluated(), result.notEvaluated()))
                .isEqualTo(List.of(satisfied, evaluated, notEvaluated));
    }

    private static RuleSet rules(Constraint... constraints) {
        var rules = IntStream.range(0, constraints.length)
                .mapToObj(i -> Rule.of("r" + i, Indicator.BUSINESS_RULE, Severity.ERROR, constraints[i]))
                .toList();
        return new RuleSet(MissingValues.standard(), rules);
    }

    private static TableSource column(String... cells) {
        return TableSource.of(
                "t", List.of("x"), Arrays.stream(cells).map(List::of).toList());
    }

    private static RuleResult run(Constraint constraint, String... cells) {
        return run(rules(constraint), column(cells)).get(0);
    }

    private static List<RuleResult> run(RuleSet rules, TableSource table) {
        var run = rules.start(table.columns(), TODAY);
        while (table.advance()) run.add(table.row());
        return run.results();
    }

    // ---- texts ----

    @Test
    void lengths_are_counted_in_characters_and_not_in_bytes() {
        var result =
                run(new Constraint.Length("x", OptionalInt.of(2), OptionalInt.of(3)), "ab", "汉字人", "𠀀", "abcd", "");
        assertCounts(result, 2, 4, 1);
        assertThat(result.examples())
                .containsExactly(
                        new RuleExample(3, "'A' has 1 characters"), new RuleExample(4, "'AAAA' has 4 characters"));
    }

    @Test
    void meanings_and_suspicious_values() {
        var email = run(new Constraint.OfSemanticType("x", SemanticType.EMAIL), "user@example.com", "a@a", "N/A");
        assertCounts(email, 1, 2, 1);
        assertThat(email.examples()).containsExactly(new RuleExample(2, "'A@A' is not of type email"));
        assertCounts(run(new Constraint.NotSuspicious("x", List.of()), "a@a", "TEST", "13912345678", ""), 1, 3, 1);
        assertCounts(run(new Constraint.NotSuspicious("x", List.of("n.n.")), "a@a", "N.N.", "000000"), 1, 3, 0);
        assertCounts(run(new Constraint.OfType("x", Constraint.OfType.Type.BOOLEAN), "true", "FALSE", "1"), 2, 3, 0);
        assertCounts(
                run(
                        new Constraint.OfType("x", Constraint.OfType.Type.TIMESTAMP),
                        "2024-01-01",
                        "2024-01-01 10:00",
                        "x"),
                2,
                3,
                0);
    }

    // ---- other tables ----

    private static TableSource provinces() {
        return TableSource.of(
                "provinces.csv",
                List.of("code", "name"),
                List.of(List.of("11", "北京"), List.of("12", "天津"), List.of("", "无名"), List.of("11", "北京")));
    }

    @Test
    void a_code_list_is_a_table_of_keys() {
        var constraint = new Constraint.References(List.of("x"), "provinces.csv", List.of("code"));
        var rules = rules(constraint, new Constraint.CoversKeys(List.of("x"), "provinces.csv", List.of("code")));
        assertThat(rules.needed()).containsExactly(new ReferenceKeys.Name("provinces.csv", List.of("code")));
        var results = run(rules.withTables(name -> provinces()), column("11", "99", "", "11"));
        assertCounts(results.get(0), 2, 3, 1);
        assertThat(results.get(0).violations().stream()).containsExactly(2L);
        assertThat(results.get(0).examples()).containsExactly(new RuleExample(2, "'99' is not in 'provinces.csv'"));
        assertCounts(results.get(1), 1, 2, 2);
        assertThat(results.get(1).element()).isEqualTo(RuleResult.Element.KEY);
        assertThat(results.get(1).note()).contains("first key without a row: the 2. of 'provinces.csv', '99'");
    }

    @Test
    void parts_of_a_key_do_not_run_together_and_lacking_one_is_not_evaluated() {
        var constraint = new Constraint.References(List.of("x", "y"), "k", List.of());
        var rules = rules(constraint)
                .withTables(name -> TableSource.of("k", List.of("y", "x"), List.of(List.of("bc", "a"))));
        var table = TableSource.of(
                "t",
                List.of("x", "y"),
                List.of(List.of("a", "bc"), List.of("ab", "c"), List.of("a", ""), List.of("bc", "a")));
        assertCounts(run(rules, table).get(0), 1, 3, 1);
    }

    @Test
    void a_table_that_was_not_read_and_a_column_that_it_lacks_are_named() {
        var rules = rules(new Constraint.References(List.of("x"), "provinces.csv", List.of("cod")));
        assertThatThrownBy(() -> rules.start(List.of("x"), TODAY))
                .hasMessageContaining("rules.r0 refers to table 'provinces.csv', which was not read.");
        assertThatThrownBy(() -> rules.withTables(name -> provinces()))
                .hasMessageContaining("tableColumns of provinces.csv names column 'cod'")
                .hasMessageContaining("Did you mean 'code'?");
        assertThatThrownBy(() -> new Constraint.References(List.of("x", "y"), "p", List.of("a")))
                .hasMessageContaining("tableColumns must be as many as columns (2), but was 1.");
    }

    @Test
    void many_keys_are_found_again() {
        var rows = IntStream.range(0, 20_000).mapToObj(i -> List.of("key" + i)).toList();
        var rules = rules(
                        new Constraint.References(List.of("x"), "k", List.of()),
                        new Constraint.CoversKeys(List.of("x"), "k", List.of()))
                .withTables(name -> TableSource.of("k", List.of("x"), rows));
        var cells = IntStream.range(10_000, 30_000).mapToObj(i -> "key" + i).toArray(String[]::new);
        var results = run(rules, column(cells));
        assertCounts(results.get(0), 10_000, 20_000, 0);
        assertCounts(results.get(1), 10_000, 20_000, 10_000);
    }

    // ---- order and time ----

    @Test
    void moments_go_forward() {
        var cells = new String[] {"2024-01-01", "2024-01-01", "2023-12-31T23:59:59", "", "soon", "2024-01-02 08:00"};
        var result = run(new Constraint.InOrder("x", false), cells);
        assertCounts(result, 3, 5, 1);
        assertThat(result.examples())
                .containsExactly(
                        new RuleExample(3, "is before the row above it"), new RuleExample(5, "'AAAA' is not a moment"));
        assertThat(run(new Constraint.InOrder("x", true), cells).violations().stream())
                .containsExactly(2L, 3L, 5L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T12:34:56.789012Z",
                "1969-12-31T23:59:59.9Z",
                "2024-02-29T12:34+08:00",
                "2024-02-29T12:34:56-0330",
                "0001-01-01T00:00:00.000001Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void moments_are_those_of_the_platform(String text) {
        var colon = text.endsWith("-0330") ? text.replace("-0330", "-03:30") : text;
        var instant = OffsetDateTime.parse(colon).toInstant();
        long micros = Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
        assertThat(Moment.micros(Utf8.of(text))).hasValue(micros);
        var local = LocalDateTime.of(2024, 2, 29, 12, 34).toInstant(ZoneOffset.UTC);
        assertThat(Moment.micros(Utf8.of("2024-02-29 12:34"))).hasValue(local.toEpochMilli() * 1000);
        assertThat(Instant.EPOCH.toEpochMilli())
                .isEqualTo(Moment.micros(Utf8.of("1970-01-01")).orElseThrow());
        assertThat(Moment.micros(Utf8.of("12:34"))).isEmpty();
    }

    @Test
    void days_covered() {
        var result = run(
                new Constraint.CoversDays("x", LocalDate.of(2024, 6, 27), Optional.empty()),
                "2024-06-27",
                "2024-06-30T10:00",
                "2024-06-29",
                "2024-07-01",
                "soon");
        assertCounts(result, 3, 4, 1);
        assertThat(result.element()).isEqualTo(RuleResult.Element.DAY);
        assertThat(result.note()).contains("first day without a row: 2024-06-28");
        assertThatThrownBy(() ->
                        new Constraint.CoversDays("x", LocalDate.of(2024, 2, 2), Optional.of(LocalDate.of(2024, 2, 1))))
                .hasMessageContaining("to must be not before from");
    }

    @Test
    void the_newest_day_is_measured_at_the_valuation_date() {
        var result = run(new Constraint.NewestWithinDays("x", 3), "2024-01-01", "2024-06-28", "2024-07-05", "");
        assertCounts(result, 1, 1, 2);
        assertThat(result.measured()).contains(BigDecimal.valueOf(2));
        assertThat(result.note()).contains("newest day 2024-06-28; 1 days after the valuation date are left out");
        assertCounts(run(new Constraint.NewestWithinDays("x", 1), "2024-06-28"), 0, 1, 0);
        assertThat(run(new Constraint.NewestWithinDays("x", 1), "soon").ratio()).isEmpty();
    }

    // ---- the table as a whole ----

    @Test
    void rows_are_counted_against_bounds_and_an_expected_number() {
        assertCounts(run(new Constraint.RowCount(OptionalLong.of(2), OptionalLong.of(3)), "a", "b"), 1, 1, 0);
        assertCounts(run(new Constraint.RowCount(OptionalLong.of(3), OptionalLong.empty()), "a", "b"), 0, 1, 0);
        assertCounts(run(new Constraint.RowCount(OptionalLong.empty(), OptionalLong.of(1)), "a", "b"), 0, 1, 0);
        assertCounts(run(new Constraint.RowCount(OptionalLong.of(1), OptionalLong.empty())), 0, 1, 0);
        assertCounts(run(new Constraint.ExpectedRows(4), "a", "b", "c"), 3, 4, 0);
        var more = run(new Constraint.ExpectedRows(1), "a", "b", "c");
        assertCounts(more, 1, 1, 0);
        assertThat(more.note()).contains("2 rows more than expected");
        assertThat(more.measured()).contains(BigDecimal.valueOf(3));
    }

    @Test
    void figures_of_a_column_are_exact_and_given() {
        var cells = new String[] {"0.1", "0.2", "0.3", "", "ten"};
        var mean = run(new Constraint.Aggregate("x", Figure.MEAN, some("0.2"), some("0.2")), cells);
        assertCounts(mean, 1, 1, 2);
        assertThat(mean.measured()).contains(new BigDecimal("0.2"));
        assertThat(mean.note()).contains("1 cells are not numbers and left out");
        assertThat(mean.element()).isEqualTo(RuleResult.Element.TABLE);
        assertCounts(run(new Constraint.Aggregate("x", Figure.SUM, some("0.6"), some("0.6")), cells), 1, 1, 2);
        assertCounts(run(new Constraint.Aggregate("x", Figure.MINIMUM, some("0.11"), NONE), cells), 0, 1, 2);
        assertCounts(run(new Constraint.Aggregate("x", Figure.MAXIMUM, NONE, some("0.3")), cells), 1, 1, 2);
        assertThat(run(new Constraint.Aggregate("x", Figure.SUM, some("0"), NONE), "x", "")
                        .ratio())
                .isEmpty();
        // a third is above 0.333333333333333 however many digits one prints
        var third = new Constraint.Aggregate("x", Figure.MEAN, NONE, some("0.333333333333333"));
        assertCounts(run(third, "0", "0", "1"), 0, 1, 0);
    }

    @Test
    void shares_of_rows_are_held_against_bounds() {
        var large = Expression.parse("[x] > 10");
        var result = run(new Constraint.Share(large, some("0.25"), some("0.5")), "11", "12", "1", "2", "", "three");
        assertCounts(result, 1, 1, 1);
        assertThat(result.measured()).contains(new BigDecimal("0.4"));
        assertThat(result.note()).contains("2 of 5 rows");
        assertThatThrownBy(() -> new Constraint.Share(large, some("25"), NONE))
                .hasMessageContaining("minimum must be in [0, 1] as a decimal, but was 25. Did you mean 0.25 (25%)?");
        assertThatThrownBy(() -> new Constraint.Share(large, NONE, NONE))
                .hasMessageContaining("minimum must be given, or maximum, but was absent");
    }

    // ---- the whole is the merge of its parts ----

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_whole_is_the_merge_of_its_parts(long seed) {
        var random = new SplittableRandom(seed);
        var words = new String[] {
            "", "N/A", "soon", "7", "-3.5", "2024-06-0%d", "2024-06-0%dT1%d:00", "user@example.com", "test"
        };
        int size = random.nextInt(60);
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < size; i++)
            cells.add(
                    List.of(words[random.nextInt(words.length)].formatted(1 + random.nextInt(9), random.nextInt(10))));
        var rules = rules(
                        new Constraint.InOrder("x", false),
                        new Constraint.InOrder("x", true),
                        new Constraint.References(List.of("x"), "k", List.of()),
                        new Constraint.CoversKeys(List.of("x"), "k", List.of()),
                        new Constraint.CoversDays("x", LocalDate.of(2024, 6, 1), Optional.empty()),
                        new Constraint.NewestWithinDays("x", 22),
                        new Constraint.RowCount(OptionalLong.of(30), OptionalLong.empty()),
                        new Constraint.ExpectedRows(30),
                        new Constraint.Aggregate("x", Figure.MEAN, some("1"), NONE),
                        new Constraint.Aggregate("x", Figure.MINIMUM, some("0"), NONE),
                        new Constraint.Share(Expression.parse("[x] > 0"), some("0.5"), NONE),
                        new Constraint.Length("x", OptionalInt.of(2), OptionalInt.empty()),
                        new Constraint.NotSuspicious("x", List.of()),
                        new Constraint.OfSemanticType("x", SemanticType.EMAIL))
                .withTables(name ->
                        TableSource.of("k", List.of("x"), List.of(List.of("7"), List.of("soon"), List.of("8"))));
        var whole = run(rules, TableSource.of("t", List.of("x"), cells));
        var parts = new ArrayList<RuleRun>();
        parts.add(rules.start(List.of("x"), TODAY));
        var table = TableSource.of("t", List.of("x"), cells);
        while (table.advance()) {
            if (random.nextInt(4) == 0) parts.add(rules.start(List.of("x"), TODAY));
            parts.get(parts.size() - 1).add(table.row());
        }
        while (parts.size() > 1) { // neighbors in any order: merging is associative
            int i = random.nextInt(parts.size() - 1);
            parts.get(i).merge(parts.remove(i + 1), 0); // the numbers are those of the whole table already
        }
        assertThat(parts.get(0).results()).isEqualTo(whole);
        whole.forEach(result -> assertThat(result.satisfied()).isBetween(0L, result.evaluated()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parts_that_number_their_own_rows_merge_into_the_whole(long seed) {
        var random = new SplittableRandom(seed);
        var cells = new ArrayList<List<String>>();
        for (int i = random.nextInt(40); i >= 0; i--)
            cells.add(List.of(random.nextInt(5) == 0 ? "soon" : "2024-06-0" + (1 + random.nextInt(9))));
        var rules = rules(new Constraint.InOrder("x", false), new Constraint.OfType("x", Constraint.OfType.Type.DATE));
        var whole = run(rules, TableSource.of("t", List.of("x"), cells));
        var run = rules.start(List.of("x"), TODAY);
        for (int from = 0; from < cells.size(); ) {
            int to = Math.min(cells.size(), from + 1 + random.nextInt(6));
            var part = rules.start(List.of("x"), TODAY);
            var table = TableSource.of("t", List.of("x"), cells.subList(from, to));
            while (table.advance()) part.add(table.row());
            run.merge(part, from);
            from = to;
        }
        assertThat(run.results()).isEqualTo(whole);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }
}
