package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Expression;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.rule.internal.StoredStates;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileRunTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);
    private static final ValuationContext CONTEXT =
            ValuationContext.of(TODAY, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    private static final List<String> COLUMNS = List.of("id", "day", "a", "b");
    private static final RuleSet RULES = new RuleSet(
            MissingValues.standard(),
            List.of(
                    rule("given", new Constraint.NotNull("a", List.of("none"))),
                    rule("once", new Constraint.Unique(List.of("id"))),
                    rule("whole-row", new Constraint.Unique(List.of())),
                    rule("sum", new Constraint.Holds(Expression.parse("number([a]) <= [b]"))),
                    rule("months", new Constraint.CoversMonths("day", YearMonth.of(2024, 1), Optional.empty())),
                    rule("fresh", new Constraint.WithinDays("day", 60))));

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void consecutivePartsMergeToTheWhole(int seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<List<String>>();
        for (int i = random.nextInt(300); i >= 0; i--) {
            rows.add(List.of(
                    Integer.toString(random.nextInt(200)),
                    LocalDate.of(2024, 1, 1).plusDays(random.nextInt(250)).toString(),
                    List.of("1", "2", "", "none", "x").get(random.nextInt(5)),
                    Integer.toString(random.nextInt(3))));
        }
        var cuts = random.ints(2, 0, rows.size() + 1).sorted().toArray();
        var parts = List.of(start(), start(), start());
        var whole = start();
        add(whole, rows);
        add(parts.get(0), rows.subList(0, cuts[0]));
        add(parts.get(1), rows.subList(cuts[0], cuts[1]));
        add(parts.get(2), rows.subList(cuts[1], rows.size()));
        if (random.nextBoolean()) {
            parts.get(0).merge(parts.get(1));
            parts.get(0).merge(parts.get(2));
        } else {
            parts.get(1).merge(parts.get(2));
            parts.get(0).merge(parts.get(1));
        }
        var expected = whole.profile(TableSource.of("t", COLUMNS, List.of()), 1);
        var merged = parts.get(0).profile(TableSource.of("t", COLUMNS, List.of()), 1);
        assertThat(withoutCorrelations(merged)).isEqualTo(withoutCorrelations(expected));
        assertThat(QualityJson.write(withoutCorrelations(merged)))
                .isEqualTo(QualityJson.write(withoutCorrelations(expected)));
        assertThat(merged.correlations()).hasSameSizeAs(expected.correlations());
        for (int i = 0; i < merged.correlations().size(); i++) {
            assertThat(merged.correlations().get(i).rows())
                    .isEqualTo(expected.correlations().get(i).rows());
            assertThat(merged.correlations().get(i).coefficient())
                    .isCloseTo(expected.correlations().get(i).coefficient(), within(1e-12));
        }
        assertThat(merged.duplicates().different())
                .isEqualTo(rows.stream().distinct().count());
        assertThat(expected.rule("once").orElseThrow().satisfied())
                .isEqualTo(rows.stream().map(r -> r.get(0)).distinct().count());
        assertThat(expected.rule("whole-row").orElseThrow().satisfied())
                .isEqualTo(rows.stream().distinct().count());
    }

    /** Co-moments are sums of doubles, so their last bits know the cut. */
    private static QualityProfile withoutCorrelations(QualityProfile p) {
        return new QualityProfile(
                p.table(),
                p.valuationDate(),
                p.rows(),
                p.rejected(),
                p.columns(),
                List.of(),
                p.duplicates(),
                p.rules(),
                p.notes(),
                p.provenance());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void partsTravelAsBytesAndGiveTheSameBits(int seed) {
        var random = new SplittableRandom(seed);
        int different = seed == 0 ? 100_000 : 50;
        var whole = start();
        var travelled = start();
        for (int part = 1; part <= 3; part++) {
            var rows = new ArrayList<List<String>>();
            for (int i = random.nextInt(seed == 0 ? 30_000 : 200); i >= 0; i--)
                rows.add(List.of(
                        Integer.toString(random.nextInt(different)),
                        LocalDate.of(2024, 1, 1).plusDays(random.nextInt(250)).toString(),
                        List.of("1", "2", "", " ", "none", "n/a", "x").get(random.nextInt(7)),
                        Integer.toString(random.nextInt(different))));
            var own = ProfileRun.startPart(ProfileOptions.of(RULES), COLUMNS, TODAY, part);
            add(own, rows);
            var bytes = own.toBytes();
            var read = ProfileRun.ofBytes(ProfileOptions.of(RULES), COLUMNS, TODAY, part, bytes);
            assertThat(read.toBytes()).isEqualTo(bytes);
            whole.merge(own);
            travelled.merge(read);
        }
        assertThat(travelled.toBytes()).isEqualTo(whole.toBytes());
        var table = TableSource.of("t", COLUMNS, List.of());
        assertThat(travelled.profile(table, 1)).isEqualTo(whole.profile(table, 1));
    }

    static IntStream fewSeeds() {
        return IntStream.range(0, 6);
    }

    @Test
    void hostileBytesAreRefused() {
        var run = start();
        add(
                run,
                List.of(
                        List.of("1", "2024-03-01", "2", "3"),
                        List.of("1", "2024-03-01", "2", "3"),
                        List.of("2", "x", "n/a", "1.5"),
                        List.of("3", "", " ", "7")));
        StoredStates.refuse(
                run.toBytes(),
                bytes -> ProfileRun.ofBytes(ProfileOptions.of(RULES), COLUMNS, TODAY, 0, bytes)
                        .profile(TableSource.of("t", COLUMNS, List.of()), 1));
        assertThatThrownBy(() -> ProfileRun.ofBytes(ProfileOptions.standard(), COLUMNS, TODAY, 0, run.toBytes()))
                .hasMessageContaining("it is of other columns, rules or another day");
    }

    @Test
    void runsOfDifferentRulesDoNotMerge() {
        var other = ProfileRun.start(ProfileOptions.standard(), COLUMNS, TODAY);
        assertThatThrownBy(() -> start().merge(other)).hasMessageContaining("later must be a run of the same rules");
    }

    @Test
    void aTableWithoutRowsIsNotApplicable() {
        try (var table = TableSource.of("t", COLUMNS, List.of())) {
            var profile = QualityProfiler.with(ProfileOptions.of(RULES)).evaluate(table, CONTEXT);
            assertThat(profile.isEmpty()).isTrue();
            assertThat(profile.rules())
                    .allMatch(r -> r.rule().id().equals("months") || r.ratio().isEmpty());
        }
    }

    @Test
    void everyUnknownColumnIsNamedWithWhatWasMeant() {
        var rules = new RuleSet(
                MissingValues.standard(),
                List.of(
                        rule("one", new Constraint.NotNull("Wildlife Specie", List.of())),
                        rule("two", new Constraint.Holds(Expression.parse("[Cost] = 0 or [nothing like it] = 1")))));
        assertThatThrownBy(() -> rules.start(List.of("Wildlife Species", "cost", "Size"), TODAY))
                .hasMessage(
                        "rules.one names column 'Wildlife Specie', which the table does not have. Did you mean 'Wildlife Species'?\n"
                                + "rules.two names column 'Cost', which the table does not have. Did you mean 'cost'?\n"
                                + "rules.two names column 'nothing like it', which the table does not have. Known are 'Wildlife Species', 'cost', 'Size'.");
    }

    private static void add(ProfileRun run, List<List<String>> rows) {
        try (var table = TableSource.of("t", COLUMNS, rows)) {
            while (table.advance()) run.add(table.row());
        }
    }

    private static ProfileRun start() {
        return ProfileRun.start(ProfileOptions.of(RULES), COLUMNS, TODAY);
    }

    private static Rule rule(String id, Constraint constraint) {
        return Rule.of(id, Indicator.BUSINESS_RULE, Severity.ERROR, constraint);
    }
}
