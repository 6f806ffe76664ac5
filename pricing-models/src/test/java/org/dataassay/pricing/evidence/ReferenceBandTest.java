package org.dataassay.pricing.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.pricing.evidence.ConfidenceLadder.Confidence;
import org.dataassay.pricing.evidence.ConfidenceLadder.Rung;
import org.dataassay.pricing.evidence.Normalization.CurrencyStep;
import org.dataassay.pricing.evidence.Normalization.RightsStep;
import org.dataassay.pricing.evidence.Normalization.UnitStep;
import org.dataassay.pricing.evidence.ReferenceBand.SourceWeight;
import org.dataassay.pricing.evidence.ReferenceBand.Suspects;
import org.dataassay.pricing.evidence.ReferenceBand.TermRule;
import org.dataassay.pricing.evidence.ReferencePrices.Reason;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.market.MarketEvidence.Grade;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceBandTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final CurrencyCode CNY = CurrencyCode.of("CNY");
    private static final ValuationContext CONTEXT = ValuationContext.of(TODAY, CNY, BasisOfValue.MARKET_VALUE);
    private static final ConfidenceLadder LADDER =
            new ConfidenceLadder(new Rung(3, 2, 0, 2), new Rung(5, 4, 0, 0.5), new Rung(8, 6, 0.5, 0.2));
    private static final ReferenceBand METHOD = ReferenceBand.with(GradeWeights.of(3, 2, 1), LADDER);

    private static PriceEvidence piece(int i, Grade grade, String price) {
        return PriceEvidence.of("e" + i, "provider " + i, grade, UnitPrice.of(price, "CNY", "call"), "own use", TODAY);
    }

    private static List<PriceEvidence> lists(String... prices) {
        var pieces = new ArrayList<PriceEvidence>();
        for (int i = 0; i < prices.length; i++) pieces.add(piece(i, Grade.LIST, prices[i]));
        return pieces;
    }

    private static ReferencePrices find(ReferenceBand method, List<PriceEvidence> evidence) {
        return method.evaluate(BandFacts.of("call", "own use", evidence), CONTEXT);
    }

    private static void assertBand(ReferencePrices found, String low, String middle, String high) {
        var band = found.band().orElseThrow();
        assertThat(band.low().amount()).isEqualByComparingTo(low);
        assertThat(band.middle().orElseThrow().amount()).isEqualByComparingTo(middle);
        assertThat(band.high().amount()).isEqualByComparingTo(high);
    }

    /** Quartiles of 1 … 8 by definition 2: 2.5, 4.5, 6.5. */
    @Test
    void quartiles_of_equal_weights() {
        var found = find(METHOD, lists("5", "1", "8", "3", "2", "7", "4", "6"));
        assertBand(found, "2.5", "4.5", "6.5");
        assertThat(found.effectivePieces()).isCloseTo(8, within(1e-14));
        // without 4 the middle of the seven others is 5, without 5 it is 4
        assertThat(found.withoutPiece().orElseThrow().down()).isCloseTo(4 / 4.5 - 1, within(1e-15));
        assertThat(found.withoutPiece().orElseThrow().up()).isCloseTo(5 / 4.5 - 1, within(1e-15));
        assertThat(found.confidence()).isEqualTo(Confidence.MODERATE);
    }

    /** A deal weighs as three list prices, a quote as two: as if it stood there so often. */
    @Test
    void a_grade_counts_as_often_as_its_weight() {
        var mixed = List.of(
                piece(0, Grade.DEAL, "2"),
                piece(1, Grade.QUOTE, "3"),
                piece(2, Grade.LIST, "5"),
                piece(3, Grade.LIST, "7"),
                piece(4, Grade.QUOTE, "9"));
        var found = find(METHOD, mixed);
        var repeated = find(METHOD, lists("2", "2", "2", "3", "3", "5", "7", "9", "9"));
        assertThat(found.band()).isEqualTo(repeated.band());
        assertThat(found.dealShare()).isCloseTo(3 / 9.0, within(1e-15));
        assertThat(found.effectivePieces()).isCloseTo(81 / 19.0, within(1e-14));
    }

    /** Two half-lives of two years: a deal of four years ago weighs 3/4. */
    @Test
    void weight_halves_with_age() {
        var method = new ReferenceBand(METHOD.options().withHalfLife(2));
        var old = PriceEvidence.of(
                "old", "provider 9", Grade.DEAL, UnitPrice.of("2", "CNY", "call"), "own use", TODAY.minusDays(1461));
        var found = find(method, List.of(old, piece(1, Grade.LIST, "3"), piece(2, Grade.LIST, "4")));
        assertThat(found.used().get(0).weight()).isCloseTo(0.75 / 2.75, within(1e-14));
        var undated = new PriceEvidence(
                "undated",
                "p",
                Grade.LIST,
                UnitPrice.of("2", "CNY", "call"),
                Optional.empty(),
                "own use",
                Optional.empty());
        var later = PriceEvidence.of(
                "later", "p", Grade.LIST, UnitPrice.of("2", "CNY", "call"), "own use", TODAY.plusDays(1));
        var aside =
                find(method, List.of(undated, piece(1, Grade.LIST, "3"), later)).setAside();
        assertThat(aside).extracting(ReferencePrices.SetAside::reason).containsExactly(Reason.UNDATED, Reason.LATER);
    }

    @Test
    void units_terms_rights_and_currencies_are_converted_only_where_stated() {
        var evidence = List.of(
                new PriceEvidence("plain", "a", Grade.LIST, price("24", "CNY", "seat"), months("12"), "own use", day()),
                new PriceEvidence("pack", "b", Grade.LIST, price("240", "CNY", "pack"), months("12"), "own use", day()),
                new PriceEvidence(
                        "half year", "c", Grade.LIST, price("12", "CNY", "seat"), months("6"), "own use", day()),
                new PriceEvidence("resale", "d", Grade.LIST, price("48", "CNY", "seat"), months("12"), "resale", day()),
                new PriceEvidence(
                        "dollars", "e", Grade.LIST, price("3", "USD", "seat"), months("12"), "own use", day()),
                new PriceEvidence("bale", "f", Grade.LIST, price("24", "CNY", "bale"), months("12"), "own use", day()),
                new PriceEvidence(
                        "no term", "g", Grade.LIST, price("24", "CNY", "seat"), Optional.empty(), "own use", day()),
                new PriceEvidence(
                        "other", "h", Grade.LIST, price("24", "CNY", "seat"), months("12"), "sublicense", day()),
                new PriceEvidence("euro", "i", Grade.LIST, price("24", "EUR", "seat"), months("12"), "own use", day()),
                new PriceEvidence(
                        "gratis", "j", Grade.LIST, price("0", "CNY", "seat"), months("12"), "own use", day()));
        var facts = BandFacts.of("seat", "own use", evidence)
                .forMonths("12")
                .normalizedBy(Normalization.of(UnitStep.of("pack", "10"))
                        .withRights(RightsStep.of("resale", "0.5", "Li Wei, licences of 2025"))
                        .withCurrencies(
                                new CurrencyStep(CurrencyCode.of("USD"), new BigDecimal("8"), "SAFE 2025-12-31")));
        var method = new ReferenceBand(METHOD.options().withTerm(TermRule.PROPORTIONAL));
        var found = method.evaluate(facts, CONTEXT);
        assertBand(found, "24", "24", "24");
        assertThat(found.used())
                .hasSize(5)
                .allSatisfy(used -> assertThat(used.price()).isEqualTo(price("24", "CNY", "seat")));
        assertThat(found.used().stream()
                        .filter(used -> used.name().equals("pack"))
                        .findFirst()
                        .orElseThrow()
                        .steps())
                .containsExactly("÷ 10 seat in 1 pack");
        assertThat(found.setAside())
                .extracting(ReferencePrices.SetAside::reason)
                .containsExactly(Reason.UNIT, Reason.TERM, Reason.RIGHTS, Reason.CURRENCY, Reason.FREE);
        assertThat(found.used().size() + found.setAside().size()).isEqualTo(evidence.size());
        assertThat(METHOD.evaluate(facts, CONTEXT).setAside())
                .extracting(ReferencePrices.SetAside::name)
                .contains("half year");
    }

    private static UnitPrice price(String amount, String currency, String item) {
        return UnitPrice.of(amount, currency, item);
    }

    private static Optional<BigDecimal> months(String months) {
        return Optional.of(new BigDecimal(months));
    }

    private static Optional<LocalDate> day() {
        return Optional.of(TODAY);
    }

    /** ln of the eight: deviations from ln 1 of 0 … 0.22; 1000 and 0.01 are far out, and what was mistaken is guessed. */
    @Test
    void prices_for_another_unit_are_caught_and_shown() {
        var evidence = lists("0.8", "0.9", "1", "1.1", "1.2", "0.95", "1.05", "1000", "0.01");
        var found = find(METHOD, evidence);
        assertThat(found.used()).hasSize(7);
        assertThat(found.setAside())
                .extracting(ReferencePrices.SetAside::looksLike)
                .containsExactly(Optional.of("÷ 1000"), Optional.of("× 100"));
        assertThat(found.setAside()).allSatisfy(one -> {
            assertThat(one.reason()).isEqualTo(Reason.UNIT_SUSPECT);
            assertThat(one.distance().orElseThrow()).isGreaterThan(3.5);
        });
        assertThat(found.notes()).extracting(Note::code).contains("suspect-units-set-aside", "mixed-units");
        var kept = find(new ReferenceBand(METHOD.options().withSuspects(Suspects.KEPT)), evidence);
        assertThat(kept.used()).hasSize(9);
        assertThat(kept.notes()).extracting(Note::code).contains("suspect-units-kept");
    }

    /** 500 rows of one provider at one price are one voice. */
    @Test
    void a_source_counts_once() {
        var evidence = new ArrayList<PriceEvidence>();
        for (int i = 0; i < 500; i++)
            evidence.add(PriceEvidence.of(
                    "flood " + i, "one provider", Grade.LIST, price("1000", "CNY", "call"), "own use", TODAY));
        for (int i = 0; i < 4; i++) evidence.add(piece(i, Grade.LIST, String.valueOf(i + 1)));
        var once = new ReferenceBand(METHOD.options().withSuspects(Suspects.KEPT));
        assertBand(find(once, evidence), "2", "3", "4");
        assertThat(find(once, evidence).withoutPiece().orElseThrow().up()).isCloseTo(0, within(0.4));
        var each = new ReferenceBand(once.options().withSourceWeight(SourceWeight.EACH_PIECE));
        assertBand(find(each, evidence), "1000", "1000", "1000");
        assertThat(find(each, evidence).withoutSource().orElseThrow().down()).isCloseTo(-0.9975, within(1e-12));
    }

    @Test
    void never_a_point_below_the_threshold_unless_somebody_answers_for_it() {
        var thin = find(METHOD, lists("2", "4"));
        assertThat(thin.confidence()).isEqualTo(Confidence.INSUFFICIENT);
        assertThat(thin.band().orElseThrow().middle()).isEmpty();
        assertThat(thin.band().orElseThrow().low().amount()).isEqualByComparingTo("2");
        assertThat(thin.notes()).extracting(Note::code).contains("below-evidence-threshold");

        assertThat(find(METHOD, lists("2")).band()).isEmpty();
        assertThat(find(METHOD, lists("2")).withoutPiece()).isEmpty();
        assertThat(find(METHOD, lists("2", "2")).band()).isEmpty();

        var overridden = find(
                new ReferenceBand(METHOD.options().withOverride("Chen Yu, head of pricing", "first of its kind")),
                lists("2", "4"));
        assertBand(overridden, "2", "3", "4");
        assertThat(overridden.confidence()).isEqualTo(Confidence.INSUFFICIENT);
        assertThat(overridden.notes())
                .contains(Note.of(
                        Note.Kind.OVERRIDE,
                        "evidence-threshold-overridden",
                        "Chen Yu, head of pricing: first of its kind"));
    }

    /** A single source is never stable, however many pieces it has. */
    @Test
    void one_source_is_insufficient() {
        var ladder = new ConfidenceLadder(new Rung(3, 1, 0, 2), new Rung(5, 4, 0, 0.5), new Rung(8, 6, 0.5, 0.2));
        var evidence = new ArrayList<PriceEvidence>();
        for (int i = 0; i < 6; i++)
            evidence.add(PriceEvidence.of(
                    "e" + i, "one", Grade.DEAL, price(String.valueOf(i + 1), "CNY", "call"), "own use", TODAY));
        var method = new ReferenceBand(ReferenceBand.with(GradeWeights.of(1, 1, 1), ladder)
                .options()
                .withSourceWeight(SourceWeight.EACH_PIECE));
        assertThat(find(method, evidence).confidence()).isEqualTo(Confidence.INSUFFICIENT);
        assertThat(find(method, evidence).withoutSource()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void laws(long seed) {
        var random = new SplittableRandom(seed);
        var method = new ReferenceBand(METHOD.options()
                .withSuspects(Suspects.KEPT)
                .withSourceWeight(SourceWeight.EACH_PIECE)
                .withOverride("test", "law"));
        int n = random.nextInt(2, 30);
        var evidence = new ArrayList<PriceEvidence>();
        for (int i = 0; i < n; i++)
            evidence.add(piece(
                    i,
                    Grade.values()[random.nextInt(3)],
                    BigDecimal.valueOf(random.nextLong(1, 40)).toPlainString()));
        var found = find(method, evidence);
        var band = found.band().orElseThrow();

        // an oracle: every piece as often as it weighs, sorted, quantiles of definition 2 in whole numbers
        var repeated = new ArrayList<BigDecimal>();
        for (var one : evidence)
            for (int k = 0; k < (int) GradeWeights.of(3, 2, 1).of(one.grade()); k++)
                repeated.add(one.price().amount());
        Collections.sort(repeated);
        assertThat(band.low().amount()).isEqualByComparingTo(quartile(repeated, 1));
        assertThat(band.middle().orElseThrow().amount()).isEqualByComparingTo(quartile(repeated, 2));
        assertThat(band.high().amount()).isEqualByComparingTo(quartile(repeated, 3));

        // the order of evidence changes nothing
        var shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, new Random(seed));
        var permuted = find(method, shuffled);
        assertThat(permuted.band()).isEqualTo(found.band());
        assertThat(permuted.used()).isEqualTo(found.used());

        // eight times the money, eight times the band
        var eightfold = find(
                method,
                evidence.stream()
                        .map(e -> piece(
                                number(e),
                                e.grade(),
                                e.price().amount().multiply(new BigDecimal("8")).toPlainString()))
                        .toList());
        assertThat(eightfold.band().orElseThrow().low().amount())
                .isEqualByComparingTo(band.low().amount().multiply(new BigDecimal("8")));
        assertThat(eightfold.band().orElseThrow().high().amount())
                .isEqualByComparingTo(band.high().amount().multiply(new BigDecimal("8")));

        // one more piece within the band never widens it; each piece once more changes nothing
        var inside = new ArrayList<>(evidence);
        var at = band.low()
                .amount()
                .add(band.high()
                        .amount()
                        .subtract(band.low().amount())
                        .multiply(BigDecimal.valueOf(random.nextInt(0, 101), 2)));
        inside.add(piece(n, Grade.values()[random.nextInt(3)], at.toPlainString()));
        var narrower = find(method, inside).band().orElseThrow();
        assertThat(narrower.low()).isGreaterThanOrEqualTo(band.low());
        assertThat(narrower.high()).isLessThanOrEqualTo(band.high());
        var twice = new ArrayList<>(evidence);
        for (var e : evidence)
            twice.add(piece(n + number(e), e.grade(), e.price().amount().toPlainString()));
        assertThat(find(method, twice).band()).isEqualTo(found.band());

        // a dearer piece never lowers an end
        var dearer = new ArrayList<>(evidence);
        int which = random.nextInt(n);
        var one = evidence.get(which);
        dearer.set(
                which,
                piece(
                        which,
                        one.grade(),
                        one.price().amount().add(new BigDecimal("5")).toPlainString()));
        var raised = find(method, dearer).band().orElseThrow();
        assertThat(raised.low()).isGreaterThanOrEqualTo(band.low());
        assertThat(raised.middle().orElseThrow())
                .isGreaterThanOrEqualTo(band.middle().orElseThrow());
        assertThat(raised.high()).isGreaterThanOrEqualTo(band.high());

        // what a piece's absence does is what an evaluation without it finds
        var rest = new ArrayList<>(evidence);
        var absent = rest.remove(which);
        var without = find(method, rest).band();
        var told = found.used().stream()
                .filter(u -> u.name().equals(absent.name()))
                .findFirst()
                .orElseThrow();
        without.ifPresent(w -> assertThat(told.middleWithout().orElseThrow())
                .isCloseTo(
                        w.middle().orElseThrow().toDouble()
                                        / band.middle().orElseThrow().toDouble()
                                - 1,
                        within(1e-11)));
    }

    private static int number(PriceEvidence evidence) {
        return Integer.parseInt(evidence.name().substring(1));
    }

    /** Definition 2 at k/4. */
    private static BigDecimal quartile(List<BigDecimal> sorted, int k) {
        int n = sorted.size();
        int rank = n * k / 4;
        return n * k % 4 == 0
                ? sorted.get(rank - 1).add(sorted.get(rank)).divide(BigDecimal.valueOf(2))
                : sorted.get(rank);
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @Test
    void what_is_judged_must_be_declared() {
        assertThatThrownBy(() -> find(new ReferenceBand(ReferenceBand.Options.STANDARD), lists("1")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "options.weights is missing. Declare what a deal, a quote and a list price count.")
                .hasMessageContaining("options.ladder is missing.");
    }

    @Test
    void bad_input_says_what_to_do() {
        assertThatThrownBy(() -> GradeWeights.of(1, 2, 3))
                .hasMessageContaining("weights must be deal ≥ quote ≥ list > 0")
                .hasMessageContaining("What was paid says more than what was asked.");
        assertThatThrownBy(() -> GradeWeights.of(Double.NaN, 1, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new ConfidenceLadder(LADDER.high(), LADDER.moderate(), LADDER.low()))
                .hasMessageContaining("ladder must be of rising strictness");
        assertThatThrownBy(() -> piece(1, Grade.DEAL, "-1")).hasMessageContaining("A refund is no price");
        assertThatThrownBy(() -> BandFacts.of("call", "own use", List.of()))
                .hasMessageContaining("evidence must be 1 to 10000 pieces, but was 0");
        assertThatThrownBy(() ->
                        BandFacts.of("call", "own use", List.of(piece(1, Grade.LIST, "1"), piece(1, Grade.LIST, "2"))))
                .hasMessageContaining("evidence[1].name is used twice");
        assertThatThrownBy(() -> BandFacts.of("call", "own use", lists("1"))
                        .normalizedBy(Normalization.of(UnitStep.of("call", "2"))))
                .hasMessageContaining("normalization.units is not valid: it converts the wanted unit");
        assertThatThrownBy(() -> UnitStep.of("pack", "0")).hasMessageContaining("holds must be above 0");
        assertThatThrownBy(() -> Normalization.of(UnitStep.of("pack", "10"), UnitStep.of("pack", "12")))
                .hasMessageContaining("State each conversion once.");
        assertThatThrownBy(() -> METHOD.options().withHalfLife(0))
                .hasMessageContaining("halfLifeYears must be in [0.01, 1000]");
        assertThatThrownBy(() -> METHOD.options().withOverride("", " "))
                .hasMessageContaining("Name the responsible person.")
                .hasMessageContaining("Say why the threshold is overridden.");
        assertThatThrownBy(() -> find(METHOD, lists("0", "0")))
                .isInstanceOf(NotApplicableException.class)
                .hasMessageContaining("No piece could be compared with the wanted unit, term and rights: FREE.");
    }
}
