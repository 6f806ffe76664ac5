package org.dataassay.quality.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dataassay.quality.indicator.IndicatorResult.Status;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Expression;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Gbt36344Test {

    static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2024, 6, 30), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static final Source SERVICE =
            Source.given("operations", "test of the interface", "page 2", LocalDate.of(2024, 6, 1));

    private static final List<String> COLUMNS =
            List.of("id", "code", "net", "gross", "ordered", "paid", "copy", "phone");

    /** Ten orders. Row 4 repeats row 3; rows 5 to 10 each have what one indicator finds. */
    private static final List<List<String>> ORDERS = List.of(
            List.of("1", "A", "10", "12", "2024-01-05", "2024-01-06", "A", "13900000001"),
            List.of("2", "B", "20", "24", "2024-02-05", "2024-02-06", "B", "13900000002"),
            List.of("3", "C", "30", "36", "2024-03-05", "2024-03-06", "C", "13900000003"),
            List.of("3", "C", "30", "36", "2024-03-05", "2024-03-06", "C", "13900000003"),
            List.of("5", "Z", "50", "60", "2024-04-05", "2024-04-06", "Z", "13900000005"),
            List.of("6", "A", "60", "50", "2024-05-05", "2024-05-06", "A", "13900000006"),
            List.of("7", "A", "70", "84", "2024-05-05", "2024-05-04", "A", "13900000007"),
            List.of("8", "A", "80", "96", "2024-05-05", "2024-05-06", "B", "13900000008"),
            List.of("9", "N/A", "90", "108", "2024-05-05", "2024-05-06", "A", "call me"),
            List.of("9", "B", "-1", "0", "2024-05-06", "2024-05-06", "B", "13900000010"));

    private static Gbt36344Facts facts() {
        return Gbt36344Facts.of(TableSource.of("orders", COLUMNS, ORDERS));
    }

    private static Rule rule(Indicator indicator, Constraint constraint) {
        return Rule.of("r" + indicator.code(), indicator, Severity.ERROR, constraint);
    }

    private static Gbt36344 by(Rule... rules) {
        return Gbt36344.of(new RuleSet(MissingValues.standard(), List.of(rules)));
    }

    private static Constraint holds(String expression) {
        return new Constraint.Holds(Expression.parse(expression));
    }

    static Stream<Arguments> definitions() {
        return Stream.of(
                // what meets the standard's word, how many of how many, which rows do not
                measured(Indicator.DATA_STANDARD, new Constraint.Matches("code", "[A-Z]", false), 9, 9),
                measured(Indicator.DATA_MODEL, new Constraint.OfType("net", Constraint.OfType.Type.INTEGER), 10, 10),
                measured(Indicator.METADATA, new Constraint.OfType("ordered", Constraint.OfType.Type.DATE), 10, 10),
                measured(Indicator.BUSINESS_RULE, holds("number([gross]) >= [net]"), 9, 10, 6),
                measured(Indicator.REFERENCE_DATA, new Constraint.InSet("code", List.of("A", "B", "C")), 8, 9, 5),
                measured(
                        Indicator.SECURITY_RULE,
                        new Constraint.Matches("phone", "1[0-9]{10}", true),
                        1,
                        10,
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        10),
                measured(Indicator.ELEMENT_COMPLETENESS, new Constraint.NotNull("code", List.of()), 9, 10, 9),
                measured(
                        Indicator.RECORD_COMPLETENESS,
                        new Constraint.CoversMonths("ordered", YearMonth.of(2024, 1), Optional.empty()),
                        5,
                        6),
                measured(Indicator.CONTENT_CORRECTNESS, holds("[code] = [copy]"), 8, 9, 8),
                measured(
                        Indicator.FORMAT_COMPLIANCE,
                        new Constraint.InRange("net", Optional.of(BigDecimal.ZERO), Optional.empty()),
                        9,
                        10,
                        10),
                measured(Indicator.DUPLICATE_RATE, new Constraint.Unique(List.of()), 1, 10, 4),
                measured(Indicator.UNIQUENESS, new Constraint.Unique(List.of("id")), 8, 10, 4, 10),
                measured(Indicator.DIRTY_DATA_RATE, new Constraint.Matches("phone", "[0-9]*", false), 1, 10, 9),
                measured(Indicator.SAME_DATA_CONSISTENCY, holds("[code] = [copy]"), 8, 9, 8),
                measured(Indicator.RELATED_DATA_CONSISTENCY, holds("number([gross]) >= [net]"), 9, 10, 6),
                measured(
                        Indicator.PERIOD_CORRECTNESS,
                        new Constraint.CoversMonths("ordered", YearMonth.of(2024, 1), Optional.empty()),
                        5,
                        6),
                measured(Indicator.POINT_TIMELINESS, new Constraint.WithinDays("ordered", 60), 5, 10, 1, 2, 3, 4, 5),
                measured(Indicator.TIME_ORDER, holds("date([paid]) >= date([ordered])"), 9, 10, 7),
                measured(Indicator.ACCESSIBLE, new Constraint.NotNull("id", List.of()), 10, 10),
                measured(Indicator.USABLE, new Constraint.NotNull("id", List.of()), 10, 10));
    }

    private static Arguments measured(Indicator indicator, Constraint constraint, int a, int b, long... violating) {
        return Arguments.of(indicator, constraint, a, b, violating);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("definitions")
    void an_indicator_counts_what_its_definition_says(
            Indicator indicator, Constraint constraint, int a, int b, long[] violating) {
        var result = by(rule(indicator, constraint)).evaluate(facts(), CONTEXT).of(indicator);
        assertThat(result.status()).isEqualTo(Status.MEASURED);
        assertThat(result.count()).isEqualTo(a);
        assertThat(result.evaluated()).isEqualTo(b);
        assertThat(result.ratio()).hasValue((double) a / b);
        assertThat(result.score().orElseThrow())
                .isCloseTo(indicator.lowerIsBetter() ? 1 - (double) a / b : (double) a / b, within(1e-15));
        assertThat(result.violations().stream()).containsExactly(box(violating));
        assertThat(result.parts()).extracting(IndicatorResult.Part::name).containsExactly("r" + indicator.code());
        assertThat(result.reason()).isEmpty();
    }

    private static Long[] box(long[] rows) {
        return LongStream.of(rows).boxed().toArray(Long[]::new);
    }

    @Test
    void what_needs_no_rule_is_built_in() {
        var found = Gbt36344.standard().evaluate(facts().withKey(List.of("id")).withExpected(12, SERVICE), CONTEXT);
        assertCounts(found.of(Indicator.ELEMENT_COMPLETENESS), 79, 80);
        assertCounts(found.of(Indicator.RECORD_COMPLETENESS), 10, 12);
        assertCounts(found.of(Indicator.DUPLICATE_RATE), 1, 10);
        assertThat(found.of(Indicator.DUPLICATE_RATE).violations().stream()).containsExactly(4L);
        assertCounts(found.of(Indicator.UNIQUENESS), 8, 10);
        assertThat(found.indicators().stream().filter(IndicatorResult::isMeasured))
                .hasSize(5);
    }

    @Test
    void values_unlike_their_column_are_dirty() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 39; i++) rows.add(List.of(String.valueOf(i), "text " + i));
        rows.add(List.of("ten", "text"));
        rows.add(List.of("", "text"));
        var found =
                Gbt36344.standard().evaluate(Gbt36344Facts.of(TableSource.of("t", List.of("n", "s"), rows)), CONTEXT);
        // 40 values of a column of integers, one of them no integer; the empty cell is incomplete and not dirty as well
        assertCounts(found.of(Indicator.DIRTY_DATA_RATE), 1, 40);
        assertCounts(found.of(Indicator.ELEMENT_COMPLETENESS), 81, 82);
    }

    private static void assertCounts(IndicatorResult result, long a, long b) {
        assertThat(List.of(result.count(), result.evaluated())).containsExactly(a, b);
        assertThat(result.isMeasured()).isTrue();
    }

    @Test
    void what_a_table_cannot_show_is_not_perfect() {
        var found = Gbt36344.standard().evaluate(facts(), CONTEXT);
        for (var indicator : Indicator.values()) {
            var result = found.of(indicator);
            assertThat(result.indicator()).isEqualTo(indicator);
            if (result.isMeasured()) continue;
            assertThat(result.status()).isEqualTo(Status.NOT_MEASURABLE);
            assertThat(result.ratio()).isEmpty();
            assertThat(result.score()).isEmpty();
            assertThat(result.reason()).isPresent();
        }
        assertThat(found.of(Indicator.ACCESSIBLE).reason())
                .contains("whether data can be reached when asked for is a property of the service, not of the table");
        assertThat(found.characteristics())
                .extracting(c -> c.measured() + "/" + c.indicators())
                .containsExactly("0/6", "1/2", "2/5", "0/2", "0/3", "0/2");
        assertThat(found.characteristics().get(0).mean()).isEmpty();
        // duplicate rate 1 − 1/10, no dirty value among ten times five columns that are not text
        assertThat(found.characteristics().get(2).mean().orElseThrow()).isCloseTo((0.9 + 1) / 2, within(1e-15));
    }

    @Test
    void nothing_evaluated_is_not_applicable() {
        var rule = rule(Indicator.TIME_ORDER, new Constraint.InSet("x", List.of("a")));
        var found = by(rule).evaluate(
                        Gbt36344Facts.of(TableSource.of("t", List.of("x"), List.of(List.of(""), List.of("N/A")))),
                        CONTEXT);
        assertThat(found.of(Indicator.TIME_ORDER).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(found.of(Indicator.TIME_ORDER).ratio()).isEmpty();
        assertThat(found.of(Indicator.TIME_ORDER).reason()).contains("nothing was there to evaluate");
        var empty =
                Gbt36344.standard().evaluate(Gbt36344Facts.of(TableSource.of("t", List.of("x"), List.of())), CONTEXT);
        assertThat(empty.indicators()).noneMatch(IndicatorResult::isMeasured);
        assertThat(empty.of(Indicator.ELEMENT_COMPLETENESS).status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void a_count_stated_elsewhere_replaces_what_the_table_shows() {
        var stated = List.of(
                new StatedMeasure(Indicator.ACCESSIBLE, 998, 1000, SERVICE),
                new StatedMeasure(Indicator.ELEMENT_COMPLETENESS, 1, 2, SERVICE));
        var found = Gbt36344.standard().evaluate(facts().withStated(stated), CONTEXT);
        assertCounts(found.of(Indicator.ACCESSIBLE), 998, 1000);
        assertThat(found.of(Indicator.ACCESSIBLE).parts().get(0).name())
                .isEqualTo("stated: operations, test of the interface, page 2, 2024-06-01");
        assertCounts(found.of(Indicator.ELEMENT_COMPLETENESS), 1, 2);
    }

    @Test
    void several_rules_are_added_up_or_averaged() {
        var rules = new RuleSet(
                MissingValues.standard(),
                List.of(
                        new Rule(
                                "codes",
                                Map.of(),
                                Indicator.REFERENCE_DATA,
                                Indicator.REFERENCE_DATA.dimension(),
                                Severity.ERROR,
                                3,
                                new Constraint.InSet("code", List.of("A", "B", "C"))),
                        Rule.of(
                                "copies",
                                Indicator.REFERENCE_DATA,
                                Severity.WARNING,
                                new Constraint.InSet("copy", List.of("A", "B"))),
                        Rule.of(
                                "hint",
                                Indicator.REFERENCE_DATA,
                                Severity.INFO,
                                new Constraint.InSet("copy", List.of("A")))));
        var method = Gbt36344.of(rules);
        var summed = method.evaluate(facts(), CONTEXT).of(Indicator.REFERENCE_DATA);
        assertCounts(summed, 8 + 7, 9 + 10);
        assertThat(summed.violations().stream()).containsExactly(3L, 4L, 5L);
        var averaged = new Gbt36344(method.options().withPooling(Gbt36344.Pooling.WEIGHTED_MEAN))
                .evaluate(facts(), CONTEXT)
                .of(Indicator.REFERENCE_DATA);
        assertThat(averaged.ratio().orElseThrow()).isCloseTo((3 * 8.0 / 9 + 7.0 / 10) / 4, within(1e-15));
        assertThat(averaged.count()).isEqualTo(15);
    }

    @Test
    void rows_and_months_in_one_sum_are_told() {
        var found = by(
                        rule(Indicator.PERIOD_CORRECTNESS, new Constraint.NotAfterValuationDate("ordered")),
                        Rule.of(
                                "months",
                                Indicator.PERIOD_CORRECTNESS,
                                Severity.ERROR,
                                new Constraint.CoversMonths("ordered", YearMonth.of(2024, 1), Optional.empty())))
                .evaluate(facts(), CONTEXT);
        assertCounts(found.of(Indicator.PERIOD_CORRECTNESS), 15, 16);
        assertThat(found.notes())
                .contains(Note.of(
                        Note.Kind.LIMIT,
                        "elements-of-several-kinds",
                        "A and B add elements of several kinds in: 0501"));
    }

    @Test
    void a_built_in_measure_can_be_switched_off() {
        var method = new Gbt36344(Gbt36344.standard().options().withBuiltIn(Set.of()));
        var found = method.evaluate(facts().withKey(List.of("id")).withExpected(10, SERVICE), CONTEXT);
        assertThat(found.indicators()).noneMatch(IndicatorResult::isMeasured);
        assertThat(found.profile().rules()).isEmpty();
        assertThat(EnumSet.allOf(Gbt36344.BuiltIn.class)).hasSize(5);
    }

    @Test
    void broken_facts_are_told_together() {
        assertThatThrownBy(() -> new StatedMeasure(Indicator.USABLE, 3, 2, Source.NOT_STATED))
                .hasMessage("evaluated must be at least count 3, but was 2. Give B as it was counted.\n"
                        + "source must be stated, but was not stated. Say who counted, when and how.");
        var twice = new StatedMeasure(Indicator.USABLE, 1, 2, SERVICE);
        assertThatThrownBy(() -> facts().withStated(List.of(twice, twice)))
                .hasMessage("stated[1] is used twice: 0602. State each indicator at most once.");
        assertThatThrownBy(() -> facts().withExpected(0, SERVICE)).hasMessageContaining("records must be above 0");
        assertThatThrownBy(() -> Gbt36344.standard().evaluate(facts().withKey(List.of("ID")), CONTEXT))
                .hasMessageContaining("names column 'ID', which the table does not have. Did you mean 'id' or 'paid'?");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void more_missing_values_never_raise_completeness_and_ratios_stay_shares(long seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<List<String>>();
        int n = random.nextInt(1, 40);
        for (int i = 0; i < n; i++) {
            rows.add(List.of(
                    random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(9)),
                    random.nextInt(4) == 0 ? "N/A" : "t" + random.nextInt(5)));
        }
        var before = assess(rows);
        int at = random.nextInt(n);
        rows.set(at, List.of("", rows.get(at).get(1)));
        var after = assess(rows);
        assertThat(after.of(Indicator.ELEMENT_COMPLETENESS).score().orElseThrow())
                .isLessThanOrEqualTo(
                        before.of(Indicator.ELEMENT_COMPLETENESS).score().orElseThrow());
        for (var result : before.indicators()) {
            result.ratio().ifPresent(x -> assertThat(x).isBetween(0.0, 1.0));
            assertThat(result.ratio().isPresent()).isEqualTo(result.isMeasured());
        }
        assertThat(assess(rows)).isEqualTo(after);
    }

    private static IndicatorAssessment assess(List<List<String>> rows) {
        return Gbt36344.standard().evaluate(Gbt36344Facts.of(TableSource.of("t", List.of("a", "b"), rows)), CONTEXT);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @EnumSource(RuleResult.Element.class)
    void what_a_rule_counts_an_indicator_can_count(RuleResult.Element element) {
        assertThat(IndicatorResult.Element.valueOf(element.name())).hasToString(element.toString());
    }
}
