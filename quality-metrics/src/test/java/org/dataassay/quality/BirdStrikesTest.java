package org.dataassay.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dataassay.quality.column.ColumnProfile.FrequentValue;
import org.dataassay.quality.column.NumberSummary.Quantile;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Note;
import org.junit.jupiter.api.Test;

/**
 * The profile of the real file. The expected figures were computed by a separate Python program (csv module, fractions for mean and variance) from the
 * definitions of the rules, not by this library.
 */
class BirdStrikesTest {

    private static final Path FOLDER = Path.of("..", "examples", "cases", "bird-strikes");
    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static final QualityProfile PROFILE = profile();

    private static QualityProfile profile() {
        try (var rules = Files.newInputStream(FOLDER.resolve("rules.json"));
                var table = CsvSource.read(
                        Files.newInputStream(FOLDER.resolve("birdstrikes.csv")),
                        "birdstrikes.csv",
                        CsvOptions.standard())) {
            return QualityProfiler.with(ProfileOptions.of(QualityJson.readRules(rules)))
                    .evaluate(table, CONTEXT);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private record Counts(long satisfied, long evaluated, long notEvaluated) {}

    @Test
    void everyRuleHasItsTwoCounts() {
        var expected = new HashMap<String, Counts>();
        expected.put("date-given", new Counts(10_000, 10_000, 0));
        expected.put("model-given", new Counts(9_997, 10_000, 0));
        expected.put("operator-given", new Counts(9_928, 10_000, 0));
        expected.put("speed-given", new Counts(7_164, 10_000, 0));
        expected.put("species-identified", new Counts(1_991, 10_000, 0));
        expected.put("damage-costed", new Counts(139, 1_046, 8_954));
        expected.put("no-repeated-record", new Counts(9_976, 10_000, 0));
        expected.put("one-record-per-event", new Counts(9_913, 10_000, 0));
        expected.put("date-format", new Counts(10_000, 10_000, 0));
        expected.put("cost-other-whole", new Counts(10_000, 10_000, 0));
        expected.put("cost-repair-whole", new Counts(10_000, 10_000, 0));
        expected.put("cost-total-range", new Counts(10_000, 10_000, 0));
        expected.put("speed-range", new Counts(7_164, 7_164, 2_836));
        expected.put("damage-code", new Counts(9_985, 10_000, 0));
        expected.put("phase-code", new Counts(10_000, 10_000, 0));
        expected.put("size-code", new Counts(10_000, 10_000, 0));
        expected.put("time-of-day-code", new Counts(10_000, 10_000, 0));
        expected.put("operator-clean", new Counts(8_844, 9_928, 72));
        expected.put("model-spacing", new Counts(9_985, 10_000, 0));
        expected.put("size-not-guessed", new Counts(0, 629, 9_371));
        expected.put("airport-in-its-state", new Counts(9_525, 10_000, 0));
        expected.put("costs-add-up", new Counts(10_000, 10_000, 0));
        expected.put("no-damage-no-repair", new Counts(8_912, 8_939, 1_061));
        expected.put("airborne-is-moving", new Counts(5_500, 5_509, 4_491));
        expected.put("roll-is-slow", new Counts(1_646, 1_647, 8_353));
        expected.put("taxi-is-slow", new Counts(7, 8, 9_992));
        expected.put("size-fits-species", new Counts(7_380, 7_380, 2_620));
        expected.put("not-in-the-future", new Counts(10_000, 10_000, 0));
        expected.put("own-period-covered", new Counts(151, 151, 0));
        expected.put("kept-up", new Counts(151, 432, 0));
        expected.put("recent", new Counts(0, 10_000, 0));

        var found = new HashMap<String, Counts>();
        for (var result : PROFILE.rules()) {
            found.put(result.rule().id(), new Counts(result.satisfied(), result.evaluated(), result.notEvaluated()));
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void violatingRowsAreNamedWithoutACap() {
        assertThat(rule("no-repeated-record").violations().stream().limit(6))
                .containsExactly(342L, 1115L, 1133L, 1269L, 1815L, 2082L);
        assertThat(rule("no-repeated-record").violations().size()).isEqualTo(24);
        assertThat(rule("model-given").violations().stream()).containsExactly(1821L, 4945L, 5354L);
        assertThat(rule("damage-code").violations().stream().limit(6))
                .containsExactly(300L, 442L, 599L, 649L, 1494L, 2544L);
        assertThat(rule("roll-is-slow").violations().stream()).containsExactly(2605L);
        assertThat(rule("taxi-is-slow").violations().stream()).containsExactly(9007L);
        assertThat(rule("species-identified").violations().size()).isEqualTo(8_009);
        for (var result : PROFILE.rules()) {
            if (result.element() == RuleResult.Element.ROW)
                assertThat(result.violations().size()).isEqualTo(result.violated());
        }
    }

    @Test
    void examplesShowShapesAndNoData() {
        assertThat(rule("damage-code").examples().get(0).row()).isEqualTo(300);
        assertThat(rule("damage-code").examples().get(0).reason()).isEqualTo("'A' is not in the list");
        assertThat(rule("taxi-is-slow").examples().get(0).reason())
                .isEqualTo("does not hold: [Phase of flight] 'AAAA', [Speed IAS in knots] '999'");
        assertThat(rule("no-repeated-record").examples().get(0).reason()).startsWith("has the same values as row ");
        assertThat(rule("kept-up").note()).contains("first month without a row: 2002-08");
    }

    @Test
    void theProfileSaysWhatItIsAbout() {
        assertThat(PROFILE.provenance().inputDigest())
                .isEqualTo("45777edf69984b37599e73dbfb34dbc976055243547407214261a4fcb9466462"); // sha256sum
        assertThat(PROFILE.notes()).extracting(Note::code).containsExactly("not-measurable");
    }

    @Test
    void indicatorsWhereLessIsBetterCountTheDefects() {
        assertThat(rule("no-repeated-record").rule().indicator().lowerIsBetter())
                .isTrue();
        assertThat(rule("no-repeated-record").indicatorCount()).isEqualTo(24);
        assertThat(rule("one-record-per-event").indicatorCount()).isEqualTo(9_913);
    }

    @Test
    void columnsAreProfiled() {
        assertThat(PROFILE.rows()).isEqualTo(10_000);
        assertThat(PROFILE.columns()).hasSize(14);
        var distinct = new HashMap<String, Long>();
        PROFILE.columns().forEach(c -> distinct.put(c.name(), c.distinct()));
        assertThat(distinct)
                .isEqualTo(Map.ofEntries(
                        Map.entry("Airport Name", 50L),
                        Map.entry("Aircraft Make Model", 225L),
                        Map.entry("Effect Amount of damage", 6L),
                        Map.entry("Flight Date", 3_625L),
                        Map.entry("Aircraft Airline Operator", 45L), // 46 spellings, one of them UNKNOWN
                        Map.entry("Origin State", 29L),
                        Map.entry("Phase of flight", 7L),
                        Map.entry("Wildlife Size", 3L),
                        Map.entry("Wildlife Species", 37L),
                        Map.entry("Time of day", 4L),
                        Map.entry("Cost Other", 65L),
                        Map.entry("Cost Repair", 165L),
                        Map.entry("Cost Total $", 196L),
                        Map.entry("Speed IAS in knots", 122L)));
        assertThat(PROFILE.columns()).allMatch(c -> c.distinctExact());

        var operator = PROFILE.column("Aircraft Airline Operator").orElseThrow();
        assertThat(operator.disguised()).isEqualTo(Map.of("UNKNOWN", 72L));
        assertThat(operator.valued()).isEqualTo(9_928);
        assertThat(operator.frequent().get(0)).isEqualTo(new FrequentValue("AMERICAN AIRLINES", 2_171));

        var date = PROFILE.column("Flight Date").orElseThrow();
        assertThat(date.type().orElseThrow().kind()).isEqualTo(ValueKind.DATE);
        assertThat(date.smallest()).contains("1990-01-08");
        assertThat(date.largest()).contains("2002-07-25");
    }

    @Test
    void momentsAndQuantilesOfTheSpeed() {
        var speed = PROFILE.column("Speed IAS in knots").orElseThrow();
        assertThat(speed.empty()).isEqualTo(2_836);
        var numbers = speed.numbers().orElseThrow();
        assertThat(numbers.count()).isEqualTo(7_164);
        assertThat(numbers.minimum()).isZero();
        assertThat(numbers.maximum()).isEqualTo(350);
        assertThat(numbers.mean()).isEqualTo(153.53517587939697);
        assertThat(numbers.standardDeviation().orElseThrow()).isCloseTo(43.51850334534419, within(1e-14));
        assertThat(numbers.quantiles())
                .extracting(Quantile::value)
                .containsExactly(60.0, 100.0, 130.0, 140.0, 170.0, 250.0, 250.0);
        assertThat(numbers.medianAbsoluteDeviation().orElseThrow()).isEqualTo(20);

        var total = PROFILE.column("Cost Total $").orElseThrow().numbers().orElseThrow();
        assertThat(total.mean()).isEqualTo(4054.5276);
        assertThat(total.standardDeviation().orElseThrow()).isCloseTo(102135.32109284286, within(1e-10));
        assertThat(total.quantiles())
                .extracting(Quantile::value)
                .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 26623.0);
    }

    @Test
    void theProfileIsTheSameBytesEachTime() throws IOException {
        var first = QualityJson.write(PROFILE);
        assertThat(QualityJson.write(profile())).isEqualTo(first);
        first = first.replace(LibraryVersion.VERSION, "VERSION");
        var golden = Path.of("src", "test", "resources", "golden", "bird-strikes-profile.json");
        if (Boolean.getBoolean("assay.regenerate")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, first);
        }
        assertThat(first).isEqualTo(Files.readString(golden));
    }

    private static RuleResult rule(String id) {
        return PROFILE.rule(id).orElseThrow(() -> new AssertionError(List.of(id)));
    }
}
