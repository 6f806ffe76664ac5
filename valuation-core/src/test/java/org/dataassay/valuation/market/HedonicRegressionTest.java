package org.dataassay.valuation.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.market.Listings.facts;
import static org.dataassay.valuation.market.Listings.listing;
import static org.dataassay.valuation.market.Listings.market;
import static org.dataassay.valuation.market.Listings.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.dataassay.valuation.Terms;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Regressions against closed forms and exact recovery, and their laws. */
class HedonicRegressionTest {

    private static final HedonicRegression.Options PLAIN = HedonicRegression.Options.STANDARD;

    private static Valuation value(ListingFacts facts, HedonicRegression.Options options) {
        return new HedonicRegression(options).evaluate(facts, CONTEXT);
    }

    private static Valuation value(ListingFacts facts) {
        return value(facts, PLAIN);
    }

    private static List<String> codes(Valuation valuation) {
        return valuation.notes().stream().map(Note::code).toList();
    }

    /** ln P against one measure: ten listings. */
    private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private static final double[] Y = {0.3, 0.1, 0.9, 1.0, 1.8, 1.5, 2.2, 2.1, 3.0, 2.6};

    private static ListingFacts line() {
        var comparables = new ArrayList<DescribedComparable>();
        for (int i = 0; i < 10; i++)
            comparables.add(listing("L" + i, StrictMath.exp(Y[i]) * 1000, Map.of("fields", X[i]), Map.of()));
        return facts(subject(Map.of("fields", 7.5), Map.of()), comparables);
    }

    @Test
    void one_measure_by_the_formulas_of_a_line() {
        double sxx = 0;
        double sxy = 0;
        double meanY = 0;
        for (double y : Y) meanY += y / 10;
        for (int i = 0; i < 10; i++) {
            sxx += (X[i] - 5.5) * (X[i] - 5.5);
            sxy += (X[i] - 5.5) * (Y[i] - meanY);
        }
        double b = sxy / sxx;
        double rss = 0;
        double smearing = 0;
        for (int i = 0; i < 10; i++) {
            double e = Y[i] - meanY - b * (X[i] - 5.5);
            rss += e * e;
            smearing += StrictMath.exp(e) / 10;
        }
        double s = Math.sqrt(rss / 8);
        double median = 1000 * StrictMath.exp(meanY + b * (7.5 - 5.5));
        var classical = PLAIN.withErrors(HedonicRegression.Errors.CLASSICAL);
        var found = value(line(), classical);
        assertThat(found.worksheet().value("medianPrice")).isCloseTo(median, within(1e-7));
        assertThat(found.worksheet().value()).isCloseTo(median * smearing, within(1e-7));
        assertThat(value(line(), PLAIN.withRetransformation(HedonicRegression.Retransformation.NONE))
                        .worksheet()
                        .value())
                .isCloseTo(median, within(1e-7));
        assertThat(value(line(), PLAIN.withRetransformation(HedonicRegression.Retransformation.HALF_VARIANCE))
                        .worksheet()
                        .value())
                .isCloseTo(median * StrictMath.exp(s * s / 2), within(1e-7));
        var fit = new HedonicRegression(classical).fit(line(), CONTEXT);
        assertThat(fit.coefficient("fields").orElseThrow().estimate()).isCloseTo(b, within(1e-11));
        assertThat(fit.coefficient("fields").orElseThrow().standardError())
                .isCloseTo(s / Math.sqrt(sxx), within(1e-11));
        assertThat(fit.coefficient("fields").orElseThrow().effect()).isEmpty();
        assertThat(fit.coefficient("fields").orElseThrow().varianceInflation().orElseThrow())
                .isCloseTo(1, within(1e-12));
        assertThat(fit.coefficient("intercept").orElseThrow().varianceInflation())
                .isEmpty();
        assertThat(fit.residualDeviation()).isCloseTo(s, within(1e-11));
        assertThat(fit.smearing()).isCloseTo(smearing, within(1e-11));
        assertThat(fit.degreesOfFreedom()).isEqualTo(8);
        // 95th percentile of Student's t with 8 degrees of freedom: 1.859548
        double half = 1.8595480375228424 * s * Math.sqrt(1 + 0.1 + 4 / sxx);
        assertThat(found.range().nature()).isEqualTo(Range.Nature.PREDICTION_INTERVAL);
        assertThat(found.range().low().orElseThrow().toDouble())
                .isCloseTo(median * StrictMath.exp(-half), within(0.006));
        assertThat(found.range().high().orElseThrow().toDouble())
                .isCloseTo(median * StrictMath.exp(half), within(0.006));
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void prices_without_scatter_give_the_formula_back(long seed) {
        var market = market(seed, 24, 0);
        double expected = StrictMath.exp(3 + 0.7 * StrictMath.log(20_000) + 0.04 * 12 + 0.5);
        assertThat(value(market).worksheet().value()).isCloseTo(expected, within(1e-8 * expected));
        var fit = HedonicRegression.standard().fit(market, CONTEXT);
        assertThat(fit.coefficient("records").orElseThrow().estimate()).isCloseTo(0.7, within(1e-10));
        assertThat(fit.coefficient("fields").orElseThrow().estimate()).isCloseTo(0.04, within(1e-10));
        // finance and the others are equally common: the first in order is the base
        assertThat(fit.coefficient("sector=health").orElseThrow().estimate()).isCloseTo(0.5, within(1e-10));
        assertThat(fit.coefficient("sector=transport").orElseThrow().effect().orElseThrow())
                .isCloseTo(StrictMath.exp(-0.2) - 1, within(1e-9));
        assertThat(fit.rSquared().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void kennedys_effect_is_below_the_naive_one() {
        var fit = HedonicRegression.standard().fit(market(3, 30, 0.3), CONTEXT);
        var health = fit.coefficient("sector=health").orElseThrow();
        assertThat(health.effect().orElseThrow())
                .isCloseTo(
                        StrictMath.exp(health.estimate() - health.standardError() * health.standardError() / 2) - 1,
                        within(1e-13));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void currency_order_and_the_unit_of_a_logarithm_change_nothing_else(long seed) {
        var market = market(seed, 30, 0.4);
        double value = value(market).worksheet().value();
        var dear = new ArrayList<DescribedComparable>();
        var thousands = new ArrayList<DescribedComparable>();
        for (var c : market.comparables()) {
            dear.add(listing(c.name(), c.price().toDouble() * 8, c.measures(), c.categories()));
            thousands.add(new DescribedComparable(
                    c.name(),
                    c.price(),
                    c.grade(),
                    c.date(),
                    Map.of(
                            "records",
                            c.measures().get("records") / 1000,
                            "fields",
                            c.measures().get("fields")),
                    c.categories(),
                    c.title(),
                    c.seller()));
        }
        var logs = Set.of("records");
        assertThat(value(facts(market.subject(), dear).withLogarithms(logs))
                        .worksheet()
                        .value())
                .isCloseTo(8 * value, within(1e-7 * value));
        var inThousands = subject(Map.of("records", 20.0, "fields", 12.0), Map.of("sector", "health"));
        assertThat(value(facts(inThousands, thousands).withLogarithms(logs))
                        .worksheet()
                        .value())
                .isCloseTo(value, within(1e-9 * value));
        var shuffled = new ArrayList<>(market.comparables());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(value(facts(market.subject(), shuffled).withLogarithms(logs))
                        .worksheet()
                        .value())
                .isCloseTo(value, within(1e-10 * value));
        var two = new ListingFacts(
                Terms.number(2), market.subject(), market.comparables(), logs, Map.of(), market.source());
        assertThat(value(two).worksheet().value()).isCloseTo(2 * value, within(1e-10 * value));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void more_records_are_worth_more_and_the_interval_holds_the_median(long seed) {
        var market = market(seed, 40, 0.3);
        var more = market.withSubject(subject(Map.of("records", 40_000.0, "fields", 12.0), Map.of("sector", "health")));
        var found = value(market);
        assertThat(value(more).worksheet().value())
                .isGreaterThan(found.worksheet().value());
        double median = found.worksheet().value("medianPrice");
        assertThat(found.range().low().orElseThrow().toDouble()).isLessThan(median);
        assertThat(found.range().high().orElseThrow().toDouble()).isGreaterThan(median);
        var wide = value(market, PLAIN.withConfidence(0.99)).range();
        assertThat(wide.high().orElseThrow()).isGreaterThan(found.range().high().orElseThrow());
    }

    @Test
    void a_simulation_that_is_told_the_correlations_has_the_error_of_the_prediction() {
        var market = market(8, 40, 0.4);
        var options = PLAIN.withErrors(HedonicRegression.Errors.CLASSICAL)
                .withRetransformation(HedonicRegression.Retransformation.NONE);
        var method = new HedonicRegression(options);
        var worksheet = method.evaluate(market, CONTEXT).worksheet();
        var told = Simulation.of(5).withDraws(40_000).withCorrelations(method.correlations(market, CONTEXT, ""));
        var fit = method.fit(market, CONTEXT);
        double half = StrictMath.log(new HedonicRegression(options.withConfidence(0.9))
                        .evaluate(market, CONTEXT)
                        .range()
                        .high()
                        .orElseThrow()
                        .toDouble()
                / worksheet.value());
        // half = t · s · √(1 + h), 95th percentile of t with 35 degrees of freedom 1.689572
        double s = fit.residualDeviation();
        double h = StrictMath.pow(half / (1.6895724577802647 * s), 2) - 1;
        double expected = s * Math.sqrt(h);
        assertThat(spread(worksheet, told)).isCloseTo(expected, within(0.03 * expected));
        assertThat(spread(worksheet, Simulation.of(5).withDraws(40_000))).isGreaterThan(1.1 * expected);
    }

    /** Standard deviation of the logarithm, from the 5th and the 95th percentile. */
    private static double spread(Worksheet worksheet, Simulation simulation) {
        var drawn = worksheet.simulate(simulation).of(worksheet.result());
        return (StrictMath.log(drawn.percentile(0.95)) - StrictMath.log(drawn.percentile(0.05))) / (2 * 1.6448536);
    }

    @Test
    void periods_bring_prices_to_the_valuation_date() {
        var rising = new ArrayList<DescribedComparable>();
        for (int i = 0; i < 24; i++) {
            int year = 2022 + i % 3;
            rising.add(listing(
                            "L" + i,
                            StrictMath.exp(5 + 0.1 * (i / 3) + 0.2 * (year - 2022)),
                            Map.of("fields", (double) (i / 3)),
                            Map.of())
                    .dated(LocalDate.of(year, 5, 1)));
        }
        var facts = facts(subject(Map.of("fields", 4.0), Map.of()), rising);
        var found = value(facts, PLAIN.withPeriod(ListingPeriod.YEAR));
        // the last prices are of 2024: the valuation is at their level
        assertThat(found.worksheet().value()).isCloseTo(StrictMath.exp(5 + 0.4 + 0.4), within(1e-7));
        assertThat(found.notes())
                .contains(Note.of(
                        Note.Kind.LIMIT,
                        "no-price-in-period",
                        "No comparable is of 2025; the price level is that of 2024."));
        var index = PriceIndex.timeDummy(facts, ListingPeriod.YEAR);
        assertThat(index.kind()).isEqualTo(PriceIndex.Kind.TIME_DUMMY);
        assertThat(index.points()).extracting(PriceIndex.Point::period).containsExactly("2022", "2023", "2024");
        assertThat(index.points().get(0).level()).isEqualTo(1);
        assertThat(index.between("2022", "2024")).isCloseTo(StrictMath.exp(0.4), within(1e-10));
        assertThat(index.points().get(2).listings()).isEqualTo(8);
        var early = new HedonicRegression(PLAIN.withPeriod(ListingPeriod.YEAR));
        var before = CONTEXT.withValuationDate(LocalDate.of(2021, 1, 1));
        assertThatThrownBy(() -> early.evaluate(facts, before))
                .hasMessageContaining("all are dated after 2021, the period of the valuation date");
        var undated = facts(
                subject(Map.of("fields", 4.0), Map.of()),
                List.of(
                        listing("a", 1, Map.of("fields", 1.0), Map.of()),
                        listing("b", 2, Map.of("fields", 2.0), Map.of())));
        assertThatThrownBy(() -> value(undated, PLAIN.withPeriod(ListingPeriod.MONTH)))
                .hasMessageContaining("comparables[0].date is missing")
                .hasMessageContaining("comparables[1].date is missing");
    }

    @Test
    void errors_of_an_index_are_those_of_differences() {
        var market = market(4, 60, 0.3);
        var index = PriceIndex.timeDummy(market, ListingPeriod.YEAR);
        assertThat(index.points().get(0).logError()).isZero();
        assertThat(index.points().get(1).logError()).isBetween(0.02, 0.2);
        // the base of the regression is the last year: the error of the middle one comes from a difference of
        // coefficients
        var fit = new HedonicRegression(
                        PLAIN.withPeriod(ListingPeriod.YEAR).withErrors(HedonicRegression.Errors.CLASSICAL))
                .fit(market, CONTEXT);
        assertThat(index.points().get(2).logError())
                .isCloseTo(fit.coefficient("period=2023").orElseThrow().standardError(), within(1e-12));
    }

    @Test
    void titles_are_read_only_by_option() {
        assertThat(TitleWords.of("企业工商信息 API查询 v2, A!"))
                .containsExactly("企业", "业工", "工商", "商信", "信息", "api", "查询", "v2");
        assertThat(TitleWords.of("水 x")).containsExactly("水");
        var titled = new ArrayList<DescribedComparable>();
        for (int i = 0; i < 20; i++) {
            boolean isHistory = i % 2 == 0;
            titled.add(listing(
                            "L" + i,
                            StrictMath.exp(2 + 0.1 * i + (isHistory ? 1 : 0)),
                            Map.of("fields", (double) i),
                            Map.of())
                    .titled(isHistory ? "history " + "abc".charAt(i % 3) + "x" : "live " + "abc".charAt(i % 3) + "x"));
        }
        var facts = facts(subject(Map.of("fields", 5.0), Map.of()).titled("history of ships"), titled);
        var read = value(facts, PLAIN.withTitles(TitleWords.frequent(5)));
        assertThat(read.worksheet().value()).isCloseTo(StrictMath.exp(2 + 0.5 + 1), within(1e-7));
        // live is what history is not, and of three other words two tell the third
        assertThat(read.notes()).contains(Note.of(Note.Kind.INFO, "title-words-left-out", "title/live, title/cx"));
        assertThat(value(facts).worksheet().value()).isNotCloseTo(StrictMath.exp(3.5), within(1.0));
        var hashed = new HedonicRegression(PLAIN.withTitles(TitleWords.hashed(6))).fit(facts, CONTEXT);
        assertThat(hashed.coefficients().size() + hashed.wordsLeftOut().size()).isEqualTo(8);
        var untitled = facts(subject(Map.of("fields", 5.0), Map.of()), titled);
        assertThatThrownBy(() -> value(untitled, PLAIN.withTitles(TitleWords.frequent(5))))
                .hasMessageContaining("subject.title is missing");
        assertThatThrownBy(() -> TitleWords.frequent(0)).hasMessageContaining("columns must be in [1, 200], but was 0");
    }

    @Test
    void doubts_are_told() {
        var market = market(2, 30, 0.2);
        var far = market.withSubject(subject(Map.of("records", 9e7, "fields", 12.0), Map.of("sector", "health")));
        assertThat(value(far).notes()).contains(Note.of(Note.Kind.LIMIT, "extrapolation", "records"));
        assertThat(codes(value(market))).doesNotContain("extrapolation");
        var odd = new ArrayList<>(market.comparables());
        odd.set(0, listing("odd", 5e9, market.comparables().get(0).measures(), Map.of("sector", "finance")));
        assertThat(value(facts(market.subject(), odd).withLogarithms(Set.of("records")))
                        .notes())
                .anySatisfy(note -> {
                    assertThat(note.code()).isEqualTo("influential-comparables");
                    assertThat(note.text()).startsWith("odd");
                });
        var bent = new ArrayList<DescribedComparable>();
        for (int i = 0; i < 30; i++)
            bent.add(listing(
                    "L" + i,
                    StrictMath.exp(2 + 0.01 * i * i + 0.05 * StrictMath.sin(7.0 * i)),
                    Map.of("fields", (double) i),
                    Map.of()));
        var fit = HedonicRegression.standard().fit(facts(subject(Map.of("fields", 9.0), Map.of()), bent), CONTEXT);
        assertThat(fit.reset().orElseThrow().probability()).isLessThan(1e-6);
        assertThat(codes(value(facts(subject(Map.of("fields", 9.0), Map.of()), bent))))
                .contains("form-doubted");
        var alike = new ArrayList<DescribedComparable>();
        for (int i = 0; i < 30; i++)
            alike.add(listing(
                    "L" + i,
                    StrictMath.exp(2 + 0.1 * i + 0.3 * StrictMath.sin(5.0 * i)),
                    Map.of("fields", (double) i, "columns", i + (i % 5 == 0 ? 0.5 : 0)),
                    Map.of("only", "one")));
        var inflated = value(facts(subject(Map.of("fields", 9.0, "columns", 9.0), Map.of("only", "one")), alike));
        assertThat(codes(inflated)).contains("collinear-characteristics");
        assertThat(inflated.notes()).contains(Note.of(Note.Kind.INFO, "constant-characteristic", "only"));
    }

    @Test
    void a_level_of_one_comparable_is_told_and_has_no_hc3_error() {
        var market = market(2, 30, 0.2);
        var with = new ArrayList<>(market.comparables());
        with.add(listing("lone", 9000, market.comparables().get(4).measures(), Map.of("sector", "sea")));
        var facts = facts(market.subject(), with).withLogarithms(Set.of("records"));
        assertThat(value(facts).notes()).contains(Note.of(Note.Kind.WARNING, "level-of-one-comparable", "sector=sea"));
        assertThatThrownBy(() -> value(facts, PLAIN.withErrors(HedonicRegression.Errors.HC3)))
                .hasMessageContaining("a column fits it alone");
        assertThat(value(market, PLAIN.withErrors(HedonicRegression.Errors.HC3)).amount())
                .isEqualTo(value(market).amount());
    }

    @ParameterizedTest
    @EnumSource(HedonicRegression.Errors.class)
    void errors_stand_on_the_sheet_as_distributions(HedonicRegression.Errors errors) {
        var market = market(6, 30, 0.2);
        var method = new HedonicRegression(PLAIN.withErrors(errors));
        var fit = method.fit(market, CONTEXT);
        var line = method.evaluate(market, CONTEXT).explanation().figures().stream()
                .filter(figure -> figure.name().equals("coefficient"))
                .findFirst()
                .orElseThrow();
        var records = fit.coefficient("records").orElseThrow();
        assertThat(line.distributions()).contains(new Distribution.Normal(records.estimate(), records.standardError()));
    }

    @Test
    void bad_input_is_refused_by_name() {
        var market = market(1, 12, 0.2);
        var comparables = market.comparables();
        var unknown = market.withSubject(subject(Map.of("records", 1.0, "fields", 12.0), Map.of("sector", "sea")));
        assertThatThrownBy(() -> value(unknown))
                .hasMessageContaining(
                        "subject.categories.sector must be one of finance, health, transport, but was sea");
        var few = facts(market.subject(), comparables.subList(0, 5)).withLogarithms(Set.of("records"));
        assertThatThrownBy(() -> value(few))
                .hasMessageContaining(
                        "comparables must be more than the 5 columns that their characteristics make, but was 5");
        var constant = new ArrayList<DescribedComparable>();
        for (int i = 0; i < 9; i++)
            constant.add(listing("L" + i, 10 + i, Map.of("fields", 7.0, "twice", 2.0 * i, "once", 1.0 * i), Map.of()));
        assertThatThrownBy(() ->
                        value(facts(subject(Map.of("fields", 7.0, "twice", 4.0, "once", 2.0), Map.of()), constant)))
                .hasMessageContaining("fields is zero throughout")
                .hasMessageContaining("follows from");
        assertThatThrownBy(() -> facts(market.subject(), comparables.subList(0, 1)))
                .hasMessageContaining("comparables must be 2 to 2000, but was 1")
                .hasMessageContaining("market.comparable-transactions");
        assertThatThrownBy(() -> listing("free", 0, Map.of("a", Double.NaN), Map.of("b", " ")))
                .hasMessageContaining("price must be above 0")
                .hasMessageContaining("measures.a must be finite")
                .hasMessageContaining("categories.b must be named");
        var missing = new ArrayList<>(comparables);
        missing.set(3, listing("M", 5, Map.of("fields", 1.0), Map.of()));
        assertThatThrownBy(() -> value(facts(market.subject(), missing)))
                .hasMessageContaining("comparables[3].measures.records is missing")
                .hasMessageContaining("comparables[3].categories.sector is missing")
                .hasMessageContaining("market.nearest-comparables");
        var misspelt = new ArrayList<>(comparables);
        misspelt.set(0, listing("L0b", 5, Map.of("record", 1.0), Map.of()));
        assertThatThrownBy(() -> facts(market.subject(), misspelt))
                .hasMessageContaining("comparables[0].measures names record, which is not known")
                .hasMessageContaining("described by");
        var twice = new ArrayList<>(comparables);
        twice.set(1, comparables.get(0));
        assertThatThrownBy(() -> facts(market.subject(), twice))
                .hasMessageContaining("comparables[1].name is used twice");
        var zero = new ArrayList<>(comparables);
        zero.set(2, listing("Z", 5, Map.of("records", 0.0, "fields", 1.0), Map.of("sector", "health")));
        assertThatThrownBy(() -> facts(market.subject(), zero).withLogarithms(Set.of("records")))
                .hasMessageContaining("comparables[2].measures.records must be above 0, but was 0");
        assertThatThrownBy(() -> market.withLogarithms(Set.of("sise")).withWeights(Map.of("nothing", 1.0)))
                .hasMessageContaining("logarithms names sise");
        assertThatThrownBy(() -> market.withWeights(Map.of("nothing", -1.0)))
                .hasMessageContaining("weights names nothing")
                .hasMessageContaining("weights.nothing must be in [0, 1000000], but was -1");
        assertThatThrownBy(() -> subject(Map.of("sector", 1.0), Map.of("sector", "health")))
                .hasMessageContaining("a number or a word, not both");
        assertThatThrownBy(() -> PLAIN.withConfidence(1)).hasMessageContaining("confidence must be in [0.5, 1)");
    }
}
