package org.dataassay.quality.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dataassay.quality.indicator.PrivacyFacts.Required;
import org.dataassay.quality.indicator.PrivacyFacts.Scale;
import org.dataassay.quality.indicator.PrivacyFacts.Sensitive;
import org.dataassay.quality.indicator.PrivacyRisk.Missing;
import org.dataassay.quality.indicator.PrivacyRisk.Options;
import org.dataassay.quality.indicator.PrivacyRisk.Population;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrivacyRiskTest {

    private static final Source AGREED =
            Source.given("exchange", "listing rules", "article 4", LocalDate.of(2024, 1, 1));

    /** The salary and disease table of Li, Li and Venkatasubramanian, table 3 (quasi-identifiers generalized), nine patients in classes of three. */
    private static final List<List<String>> PATIENTS = List.of(
            List.of("476**", "2*", "3", "gastric ulcer"),
            List.of("476**", "2*", "4", "gastritis"),
            List.of("476**", "2*", "5", "stomach cancer"),
            List.of("4790*", ">=40", "6", "gastritis"),
            List.of("4790*", ">=40", "11", "flu"),
            List.of("4790*", ">=40", "8", "bronchitis"),
            List.of("476**", "3*", "7", "bronchitis"),
            List.of("476**", "3*", "9", "pneumonia"),
            List.of("476**", "3*", "10", "stomach cancer"));

    private static TableSource patients() {
        return TableSource.of("patients", List.of("zip", "age", "salary", "disease"), PATIENTS);
    }

    private static FoundPrivacyRisk find(PrivacyFacts facts) {
        return PrivacyRisk.standard().evaluate(facts, Gbt36344Test.CONTEXT);
    }

    @Test
    void a_published_table_has_its_published_closeness() {
        var found = find(PrivacyFacts.of(patients(), List.of("zip", "age"))
                .withSensitive(
                        List.of(new Sensitive("salary", Scale.ORDERED), new Sensitive("disease", Scale.CATEGORICAL))));
        assertThat(found.k()).isEqualTo(3);
        assertThat(found.sizes()).isEqualTo(Map.of(3L, 3L));
        // Li et al. 2007, section 5.1: the distance of {3k, 4k, 5k} from {3k … 11k} is 0.375, that of {6k, 8k, 11k} is
        // 0.167
        assertThat(found.sensitive().get(0).t()).isCloseTo(0.375, within(1e-15));
        assertThat(found.sensitive().get(0).distinctL()).isEqualTo(3);
        assertThat(found.sensitive().get(0).entropyL()).isCloseTo(3, within(1e-14));
    }

    @Test
    void risks_of_a_whole_population_are_one_over_the_class() {
        var rows = List.of(List.of("a"), List.of("a"), List.of("b"), List.of("c"), List.of("c"), List.of("c"));
        var facts = PrivacyFacts.of(TableSource.of("t", List.of("q"), rows), List.of("q"))
                .withSamplingFraction(Input.of(1.0, AGREED))
                .withRequired(new Required(3, 1, 1, AGREED));
        var found = find(facts);
        assertThat(found.k()).isEqualTo(1);
        assertThat(found.uniques()).isEqualTo(1);
        assertThat(found.prosecutor()).isEqualTo(new FoundPrivacyRisk.Risk(1, 3.0 / 6, 3.0 / 6));
        assertThat(found.journalist()).contains(found.prosecutor());
        assertThat(found.risky().stream()).containsExactly(1L, 2L, 3L);
        assertThat(found.notes()).noneMatch(n -> n.code().equals("sampling-fraction-not-known"));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.01", "2, 0.3", "3, 0.1", "5, 0.9", "20, 0.05", "100, 0.5"})
    void the_expected_inverse_of_a_class_agrees_with_its_distribution(int f, double fraction) {
        // Σ 1/h · C(h − 1, f − 1) π^f (1 − π)^(h − f), term by term in logarithm-free recursion
        double term = StrictMath.pow(fraction, f);
        double sum = 0;
        for (long h = f; h < 1_000_000 && (h < 3 * f / fraction || term > 1e-18); h++) {
            sum += term / h;
            term *= (1 - fraction) * h / (h - f + 1);
        }
        assertThat(PrivacyRisk.inversePopulation(f, fraction, Population.NEGATIVE_BINOMIAL))
                .isCloseTo(sum, within(1e-12 * sum));
        assertThat(PrivacyRisk.inversePopulation(f, fraction, Population.SCALED))
                .isEqualTo(fraction / f);
        assertThat(PrivacyRisk.inversePopulation(f, 1, Population.NEGATIVE_BINOMIAL))
                .isEqualTo(1.0 / f);
    }

    @Test
    void closed_forms_of_the_literature() {
        double p = 0.2;
        double q = 0.8;
        // Polettini 2003: f = 1: p/q · log(1/p); f = 2: p/q − (p/q)² · log(1/p)
        assertThat(PrivacyRisk.inversePopulation(1, p, Population.NEGATIVE_BINOMIAL))
                .isCloseTo(p / q * StrictMath.log(1 / p), within(1e-15));
        assertThat(PrivacyRisk.inversePopulation(2, p, Population.NEGATIVE_BINOMIAL))
                .isCloseTo(p / q - p * p / (q * q) * StrictMath.log(1 / p), within(1e-15));
    }

    @Test
    void an_unknown_population_is_not_guessed() {
        var found = find(PrivacyFacts.of(patients(), List.of("zip")));
        assertThat(found.journalist()).isEmpty();
        assertThat(found.notes()).extracting(n -> n.code()).contains("sampling-fraction-not-known", "nothing-required");
    }

    @Test
    void missing_quasi_identifiers_are_one_value_or_left_out() {
        var rows = List.of(List.of("", "x"), List.of("N/A", "x"), List.of("a", "x"), List.of("-", "y"));
        var one = find(PrivacyFacts.of(TableSource.of("t", List.of("q", "r"), rows), List.of("q", "r")));
        assertThat(one.sizes()).isEqualTo(Map.of(1L, 2L, 2L, 1L));
        var facts = PrivacyFacts.of(TableSource.of("t", List.of("q", "r"), rows), List.of("q", "r"));
        var left =
                new PrivacyRisk(Options.STANDARD.withMissing(Missing.LEAVE_OUT)).evaluate(facts, Gbt36344Test.CONTEXT);
        assertThat(left.rows()).isEqualTo(1);
        assertThat(left.leftOut()).isEqualTo(3);
        assertThat(left.notes()).extracting(n -> n.code()).contains("rows-left-out");
    }

    @Test
    void equal_numbers_are_one_value_and_text_is_refused() {
        var rows = List.of(List.of("a", "1"), List.of("a", "1.0"), List.of("b", "2"), List.of("b", ""));
        var facts = PrivacyFacts.of(TableSource.of("t", List.of("q", "s"), rows), List.of("q"))
                .withSensitive(List.of(new Sensitive("s", Scale.ORDERED)));
        assertThat(find(facts).sensitive().get(0).distinctL()).isEqualTo(1);
        var text = TableSource.of("t", List.of("q", "s"), List.of(List.of("a", "much")));
        assertThatThrownBy(() -> find(
                        PrivacyFacts.of(text, List.of("q")).withSensitive(List.of(new Sensitive("s", Scale.ORDERED)))))
                .hasMessage(
                        "sensitive[0] must be a column of numbers, as its scale is ordered, but was text in row 1. Correct the cell, or call the column categorical.");
    }

    @Test
    void too_many_classes_fail_instead_of_being_estimated() {
        assertThatThrownBy(() -> new PrivacyRisk(Options.STANDARD.withMaximumClasses(1))
                        .evaluate(PrivacyFacts.of(patients(), List.of("zip")), Gbt36344Test.CONTEXT))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageStartingWith("patients must have at most 1 classes of quasi-identifiers, but has more.");
    }

    @Test
    void a_table_without_rows_has_no_risk() {
        var found = find(PrivacyFacts.of(TableSource.of("t", List.of("q", "s"), List.of()), List.of("q"))
                .withSensitive(List.of(new Sensitive("s", Scale.CATEGORICAL))));
        assertThat(found.k()).isZero();
        assertThat(found.prosecutor()).isEqualTo(new FoundPrivacyRisk.Risk(0, 0, 0));
        assertThat(found.sensitive().get(0).t()).isZero();
    }

    @Test
    void broken_facts_are_told_together() {
        assertThatThrownBy(() -> new PrivacyFacts(
                        patients(),
                        List.of("zip", "aeg"),
                        List.of(new Sensitive("zip", Scale.CATEGORICAL)),
                        Optional.of(Input.of(0.0)),
                        Optional.empty()))
                .hasMessage(
                        "quasiIdentifiers[1] names column 'aeg', which the table does not have. Did you mean 'age'?\n"
                                + "sensitive[0].column is used twice: zip. Name each column once.\n"
                                + "samplingFraction must be above 0 and at most 1, but was 0. 1 where the table is the whole population.");
        assertThatThrownBy(() -> new Required(0, 0, 2, Source.NOT_STATED)).hasMessageContaining("k must be at least 1");
    }

    /** Everything again by comparing every row with every other. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agrees_with_brute_force(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 60);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < n; i++)
            rows.add(List.of(
                    "q" + random.nextInt(4),
                    "r" + random.nextInt(3),
                    String.valueOf(random.nextInt(5)),
                    "d" + random.nextInt(4)));
        double fraction = random.nextDouble(0.05, 1);
        var facts = PrivacyFacts.of(TableSource.of("t", List.of("q", "r", "s", "d"), rows), List.of("q", "r"))
                .withSensitive(List.of(new Sensitive("s", Scale.ORDERED), new Sensitive("d", Scale.CATEGORICAL)))
                .withSamplingFraction(Input.of(fraction))
                .withRequired(new Required(3, 2, 0.4, AGREED));
        var found = find(facts);
        var classes = rows.stream().collect(Collectors.groupingBy(r -> r.get(0) + r.get(1)));
        assertThat(found.classes()).isEqualTo(classes.size());
        assertThat(found.k())
                .isEqualTo(classes.values().stream().mapToInt(List::size).min().orElseThrow());
        assertThat(found.prosecutor().average()).isCloseTo((double) classes.size() / n, within(1e-14));
        var risky = new ArrayList<Long>();
        var poor = new ArrayList<Long>();
        var unlike = new ArrayList<Long>();
        double average = 0;
        double t = 0;
        double ordered = 0;
        for (int i = 0; i < n; i++) {
            var own = classes.get(rows.get(i).get(0) + rows.get(i).get(1));
            if (own.size() < 3) risky.add(i + 1L);
            if (own.stream().map(r -> r.get(3)).distinct().count() < 2) poor.add(i + 1L);
            double distance = totalVariation(own, rows, 3);
            if (distance > 0.4 + 1e-12) unlike.add(i + 1L);
            t = Math.max(t, distance);
            ordered = Math.max(ordered, earthMovers(own, rows, 2));
            average += PrivacyRisk.inversePopulation(own.size(), fraction, Population.NEGATIVE_BINOMIAL);
        }
        assertThat(found.risky().stream()).containsExactlyElementsOf(risky);
        assertThat(found.sensitive().get(1).poor().stream()).containsExactlyElementsOf(poor);
        assertThat(found.sensitive().get(1).unlike().stream()).containsExactlyElementsOf(unlike);
        assertThat(found.sensitive().get(1).t()).isCloseTo(t, within(1e-13));
        assertThat(found.sensitive().get(0).t()).isCloseTo(ordered, within(1e-13));
        assertThat(found.journalist().orElseThrow().average()).isCloseTo(average / n, within(1e-13));
        assertThat(found.journalist().orElseThrow().highest())
                .isLessThanOrEqualTo(found.prosecutor().highest() + 1e-15);
    }

    private static double share(List<List<String>> rows, int column, String value) {
        return (double) rows.stream().filter(r -> r.get(column).equals(value)).count() / rows.size();
    }

    private static double totalVariation(List<List<String>> own, List<List<String>> all, int column) {
        return all.stream()
                        .map(r -> r.get(column))
                        .distinct()
                        .mapToDouble(v -> Math.abs(share(own, column, v) - share(all, column, v)))
                        .sum()
                / 2;
    }

    /** Moving earth along the ranks: the cumulated differences. */
    private static double earthMovers(List<List<String>> own, List<List<String>> all, int column) {
        var values = new TreeSet<Integer>();
        all.forEach(r -> values.add(Integer.valueOf(r.get(column))));
        if (values.size() < 2) return 0;
        var cumulated = new TreeMap<Integer, Double>();
        double sum = 0;
        double moved = 0;
        for (int v : values) {
            sum += share(own, column, String.valueOf(v)) - share(all, column, String.valueOf(v));
            cumulated.put(v, sum);
            moved += Math.abs(sum);
        }
        return moved / (values.size() - 1);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }
}
