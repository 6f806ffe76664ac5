package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.weighting.Ahp.Options;
import org.dataassay.valuation.weighting.Ahp.Prioritization;
import org.junit.jupiter.api.Test;

class AhpPublishedCasesTest {

    private static final String ID = "weighting.ahp";

    private static double number(JsonNode entry) {
        if (entry.isNumber()) return entry.asDouble();
        var parts = entry.asText().split("/", -1);
        return parts.length == 1
                ? Double.parseDouble(parts[0])
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static AhpWeights weights(PublishedCase published, Options options) {
        var matrix = new ArrayList<List<Double>>();
        for (var row : published.inputs().get("matrix")) {
            var numbers = new ArrayList<Double>();
            row.forEach(entry -> numbers.add(number(entry)));
            matrix.add(numbers);
        }
        var elements =
                IntStream.range(0, matrix.size()).mapToObj(i -> "c" + (i + 1)).toList();
        var facts = AhpFacts.of("goal", AhpFacts.Comparison.of("goal", elements, Judgements.matrix("author", matrix)));
        return Ahp.of(options).evaluate(facts, CONTEXT);
    }

    private static void assertClose(List<Double> actual, JsonNode expected, double tolerance) {
        var numbers = PublishedCase.numbers(expected);
        assertThat(actual).hasSameSizeAs(numbers);
        for (int i = 0; i < actual.size(); i++) assertThat(actual.get(i)).isCloseTo(numbers.get(i), within(tolerance));
    }

    private static void assertExact(AhpWeights found, JsonNode expected, double tolerance) {
        assertClose(found.weights().values(), expected.get("weights"), tolerance);
        var sheet = found.worksheet();
        assertThat(sheet.value("goal/lambdaMax"))
                .isCloseTo(expected.get("lambdaMax").asDouble(), within(5 * tolerance));
        assertThat(sheet.value("goal/consistencyIndex"))
                .isCloseTo(expected.get("ci").asDouble(), within(tolerance));
        if (expected.has("cr"))
            assertThat(found.consistencyRatio()).isCloseTo(expected.get("cr").asDouble(), within(tolerance));
    }

    private static Options by(Prioritization how) {
        return Options.of(how, RandomIndex.CHINESE_PRACTICE);
    }

    /** 方根法, 和法 and 特征根法 of one matrix, which differ from the third decimal on. */
    @Test
    void five_criteria_by_three_prioritizations() {
        var published = PublishedCase.of(ID, "A1");
        double exact = published.tolerance().get("exact").asDouble();
        var expected = published.expected().get("exact");
        assertExact(weights(published, by(Prioritization.GEOMETRIC_MEAN)), expected.get("geometricMean"), exact);
        assertExact(weights(published, by(Prioritization.COLUMN_MEAN)), expected.get("columnMean"), exact);
        assertExact(weights(published, by(Prioritization.EIGENVECTOR)), expected.get("eigenvector"), exact);
        var printed = published.expected().get("published");
        double tolerance = published.tolerance().get("published").asDouble();
        var found = weights(published, by(Prioritization.GEOMETRIC_MEAN));
        assertExact(found, printed, tolerance);
        assertThat(found.accepted()).isTrue();
    }

    @Test
    void roots_of_the_rows_stand_on_the_sheet() {
        var published = PublishedCase.of(ID, "A3");
        var found = weights(published, by(Prioritization.GEOMETRIC_MEAN));
        var exact = published.expected().get("exact");
        double tolerance = published.tolerance().get("exact").asDouble();
        assertClose(found.worksheet().values("goal/rowRoot"), exact.get("rowRoots"), tolerance);
        assertExact(found, exact.get("geometricMean"), tolerance);
        var printed = published.expected().get("published");
        // Printed roots are cut off, not rounded, after four decimals.
        assertClose(found.worksheet().values("goal/rowRoot"), printed.get("rowRoots"), 1e-4);
        assertClose(
                found.weights().values(),
                printed.get("weights"),
                published.tolerance().get("published").asDouble());
        assertThat(found.consistencyRatio()).isCloseTo(printed.get("cr").asDouble(), within(6e-5));
    }

    /** One matrix, four ratios: the table makes the difference. */
    @Test
    void one_matrix_by_four_tables() {
        var published = PublishedCase.of(ID, "A5");
        double tolerance = published.tolerance().get("exact").asDouble();
        var expected = published.expected().get("exact");
        var tables = List.of(
                RandomIndex.DONEGAN_DODD,
                RandomIndex.SAATY_1980,
                RandomIndex.CHINESE_PRACTICE,
                RandomIndex.SAATY_TRAN_2007);
        var names = List.of("doneganDodd", "saaty1980", "tableA", "saatyTran2007");
        for (int t = 0; t < tables.size(); t++) {
            var found = weights(published, Options.of(Prioritization.EIGENVECTOR, tables.get(t)));
            assertExact(found, expected.get("eigenvector"), tolerance);
            assertThat(tables.get(t).of(4).orElseThrow())
                    .isEqualTo(
                            published.inputs().get("riTables").get(names.get(t)).asDouble());
            assertThat(found.consistencyRatio())
                    .isCloseTo(expected.get("cr").get(names.get(t)).asDouble(), within(tolerance));
        }
    }

    /** A ratio of 0.33 is flagged, with the judgement to review first. */
    @Test
    void contradictions_are_flagged() {
        var published = PublishedCase.of(ID, "A6");
        var found = weights(published, by(Prioritization.COLUMN_MEAN));
        assertExact(
                found,
                published.expected().get("exact").get("columnMean"),
                published.tolerance().get("exact").asDouble());
        assertClose(
                found.weights().values(),
                published.expected().get("published").get("weights"),
                published.tolerance().get("published").asDouble());
        assertThat(found.accepted()).isFalse();
        assertThat(found.notes())
                .anySatisfy(note -> {
                    assertThat(note.code()).isEqualTo("judgements-inconsistent");
                    assertThat(note.text()).isEqualTo("goal: CR = 0.326 ≥ 0.1; c4/c5 = 5 → 0.841");
                })
                .anySatisfy(note -> assertThat(note.code()).isEqualTo("judgements-not-quite-reciprocal"));
    }

    @Test
    void a_judgement_not_made_is_the_most_consistent_one() {
        var published = PublishedCase.of(ID, "ahp-incomplete");
        var elements = List.of("a", "b", "c", "d");
        var judged = Judgements.by("author", 4);
        for (var pair : published.inputs().get("pairs"))
            judged = judged.of(
                    elements.indexOf(pair.get(0).asText()),
                    elements.indexOf(pair.get(1).asText()),
                    pair.get(2).asDouble());
        var found = Ahp.of(by(Prioritization.EIGENVECTOR))
                .evaluate(AhpFacts.of("goal", AhpFacts.Comparison.of("goal", elements, judged)), CONTEXT);
        var recomputed = published.root().get("recomputed");
        assertThat(found.worksheet().value("goal/missing/c_d"))
                .isCloseTo(
                        published.expected().get("missingValue").asDouble(),
                        within(published.tolerance().get("missingValue").asDouble()))
                // the peer's minimizer stops at about the square root of the unit roundoff
                .isCloseTo(recomputed.get("missingValue").asDouble(), within(1e-6));
        assertClose(
                found.weights().values(),
                published.expected().get("weights"),
                published.tolerance().get("weights").asDouble());
        assertClose(found.weights().values(), recomputed.get("weights"), 1e-7);
        assertThat(found.notes()).anySatisfy(note -> assertThat(note.code()).isEqualTo("judgements-missing"));
    }
}
