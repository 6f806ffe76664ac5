package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.weighting.DelphiFacts.Answer;
import org.dataassay.valuation.weighting.DelphiFacts.Authority;
import org.dataassay.valuation.weighting.DelphiFacts.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DelphiTest {

    private static final List<String> ITEMS = List.of("a", "b", "c", "d");

    private static DelphiWeights delphi(DelphiFacts facts) {
        return Delphi.standard().evaluate(facts, CONTEXT);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Three experts, four items, one tie: everything by hand. */
    @Test
    void one_round_by_hand() {
        var found = delphi(DelphiFacts.of(
                ITEMS, Round.of(Answer.of("x", 5, 4, 3, 1), Answer.of("y", 4, 4, 2, 1), Answer.of("z", 5, 2, 3, 1))));
        var round = found.rounds().get(0);
        assertThat(round.items().get(0).mean()).isCloseTo(14 / 3.0, within(1e-15));
        assertThat(round.items().get(0).standardDeviation()).isCloseTo(Math.sqrt(1 / 3.0), within(1e-15));
        assertThat(round.items().get(0).variation()).isCloseTo(Math.sqrt(1 / 3.0) / (14 / 3.0), within(1e-15));
        // ranks x 1 2 3 4, y 1.5 1.5 3 4, z 1 3 2 4: sums 3.5 6.5 8 12 about 7.5
        assertThat(found.worksheet().values("round 1/rankSum")).containsExactly(3.5, 6.5, 8.0, 12.0);
        double s = 16 + 1 + 0.25 + 20.25;
        double w = 12 * s / (9 * 60 - 3 * 6);
        assertThat(found.concordance()).isCloseTo(w, within(1e-15));
        assertThat(round.chiSquare()).isCloseTo(9 * w, within(1e-14));
        assertThat(found.weights().of("a")).isCloseTo(14 / (14 + 10 + 8 + 3.0), within(1e-15));
        assertThat(found.notes()).extracting(Note::code).contains("one-round", "few-items-for-chi-square");
        assertThat(found.stable()).isFalse();
    }

    /** With two degrees of freedom, the chance of more than χ² is exp(−χ²/2). */
    @Test
    void significance_in_closed_form() {
        var found = delphi(DelphiFacts.of(
                List.of("a", "b", "c"),
                Round.of(Answer.of("x", 3, 2, 1), Answer.of("y", 3, 2, 1), Answer.of("z", 2, 3, 1))));
        double chiSquare = found.rounds().get(0).chiSquare();
        assertThat(found.probability()).isCloseTo(StrictMath.exp(-chiSquare / 2), within(1e-14));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void concordance_agrees_with_that_of_the_orders(long seed) {
        var random = new SplittableRandom(seed);
        var answers = new ArrayList<Answer>();
        for (int e = 0; e < 5; e++)
            answers.add(Answer.of(
                    "e" + e, random.ints(4, 1, 6).mapToDouble(score -> score).toArray()));
        var found = delphi(new DelphiFacts(ITEMS, List.of(new Round(answers)), List.of()));
        assertThat(found.concordance())
                .isBetween(0.0, 1.0)
                .isCloseTo(found.agreement().concordance().orElseThrow(), within(1e-13));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void another_scale_changes_no_weight_and_no_agreement(long seed) {
        var random = new SplittableRandom(seed);
        var once = new ArrayList<Answer>();
        var twice = new ArrayList<Answer>();
        for (int e = 0; e < 4; e++) {
            var scores = random.doubles(4, 1, 10).toArray();
            once.add(Answer.of("e" + e, scores));
            twice.add(Answer.of(
                    "e" + e, java.util.Arrays.stream(scores).map(x -> 2 * x).toArray()));
        }
        var a = delphi(new DelphiFacts(ITEMS, List.of(new Round(once)), List.of()));
        var b = delphi(new DelphiFacts(ITEMS, List.of(new Round(twice)), List.of()));
        assertThat(b.weights()).isEqualTo(a.weights());
        assertThat(b.concordance()).isEqualTo(a.concordance());
    }

    @Test
    void full_agreement_is_one() {
        var found = delphi(DelphiFacts.of(
                ITEMS, Round.of(Answer.of("x", 5, 4, 3, 1), Answer.of("y", 9, 4, 2, 1), Answer.of("z", 7, 6, 5, 4))));
        assertThat(found.concordance()).isEqualTo(1);
        assertThat(found.agreement().leastKendallTau().orElseThrow()).isEqualTo(1);
    }

    @Test
    void rounds_converge() {
        var first = Round.of(Answer.of("x", 5, 4, 3, 1), Answer.of("y", 1, 4, 5, 2), Answer.of("z", 5, 2, 3, 1));
        var second = Round.of(Answer.of("x", 5, 4, 3, 1), Answer.of("z", 4, 3, 2, 1));
        var found = delphi(DelphiFacts.of(ITEMS, first, second));
        assertThat(found.rounds()).hasSize(2);
        // means 11/3 10/3 11/3 4/3, then 4.5 3.5 2.5 1
        assertThat(found.rounds().get(1).greatestChange().orElseThrow()).isCloseTo(1 - 2.5 / (11 / 3.0), within(1e-15));
        assertThat(found.stable()).isFalse();
        assertThat(found.notes())
                .contains(Note.of(Note.Kind.INFO, "experts-left", "y"))
                .anySatisfy(note -> assertThat(note.code()).isEqualTo("rounds-not-stable"));
        assertThat(found.weights().of("a")).isCloseTo(4.5 / 11.5, within(1e-15));
        var again = delphi(DelphiFacts.of(ITEMS, first, second, second));
        assertThat(again.stable()).isTrue();
        assertThat(again.rounds().get(2).greatestChange().orElseThrow()).isZero();
    }

    @Test
    void scores_may_count_by_authority() {
        var facts = DelphiFacts.of(ITEMS, Round.of(Answer.of("x", 5, 4, 3, 1), Answer.of("y", 1, 2, 3, 4)))
                .withAuthorities(List.of(
                        new Authority("x", number(0.9), number(0.9)), new Authority("y", number(0.5), number(0.1))));
        var found =
                new Delphi(Delphi.Options.STANDARD.withCounting(Delphi.Counting.BY_AUTHORITY)).evaluate(facts, CONTEXT);
        double a = (0.9 * 5 + 0.3 * 1) / 1.2;
        assertThat(found.worksheet().values("round 1/meanByAuthority").get(0)).isCloseTo(a, within(1e-15));
        assertThat(found.experts().get(1)).isEqualTo(new DelphiWeights.Expert("y", 0.3, false));
        assertThat(found.notes()).contains(Note.of(Note.Kind.WARNING, "low-authority", "y"));
        assertThat(found.agreed()).isFalse();
        assertThat(found.notes()).extracting(Note::code).contains("agreement-may-be-chance", "items-disputed");
    }

    @Test
    void what_is_wrong_is_named() {
        var round = Round.of(Answer.of("x", 5, 4, 3, 1), Answer.of("y", 1, 2, 3, 4));
        assertThatThrownBy(() -> Round.of(Answer.of("x", 1, 2)))
                .hasMessage(
                        "answers must be those of 2 to 50 experts, but was 1. One expert has nobody to agree with.");
        assertThatThrownBy(() -> DelphiFacts.of(List.of("a", "b", "c"), round))
                .hasMessageStartingWith(
                        "rounds[0].answers[0].scores does not fit: x has 4 scores but there are 3 items. Give one score per item, in the order of the items.");
        assertThatThrownBy(() ->
                        DelphiFacts.of(ITEMS, round).withAuthorities(List.of(new Authority("x", number(1), number(1)))))
                .hasMessage(
                        "rounds[0].answers[1] is missing. The authority of y is not stated; state everybody's or nobody's.");
        assertThatThrownBy(() -> new Authority("x", number(80), number(0.5)))
                .hasMessage("basis must be in [0, 1] as a decimal, but was 80. Did you mean 0.8 (80%)?");
        assertThatThrownBy(() -> new Delphi(Delphi.Options.STANDARD.withCounting(Delphi.Counting.BY_AUTHORITY))
                        .evaluate(DelphiFacts.of(ITEMS, round), CONTEXT))
                .hasMessage(
                        "authorities is missing. Scores are to count by authority: state basis and familiarity of every expert.");
        assertThatThrownBy(() ->
                        delphi(DelphiFacts.of(ITEMS, Round.of(Answer.of("x", 3, 3, 3, 3), Answer.of("y", 2, 2, 2, 2)))))
                .hasMessageStartingWith("round 1/ordered: it must hold that greatestDeviation > 0")
                .hasMessageEndingWith("Every expert gives all items one score; ask for scores that tell them apart.");
        assertThatThrownBy(() ->
                        delphi(DelphiFacts.of(ITEMS, Round.of(Answer.of("x", 3, 2, 1, 0), Answer.of("y", 2, 3, 1, 0)))))
                .hasMessageStartingWith("round 1/scored: it must hold that mean > 0");
    }
}
