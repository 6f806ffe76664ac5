package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.rate;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.rate.WaraFacts.Asset;
import org.dataassay.valuation.rate.WaraFacts.Goodwill;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaraTest {

    private static final List<Asset> ASSETS = List.of(
            new Asset("working capital", cny(120), rate(0.035)),
            new Asset("fixed assets", cny(200), rate(0.055)),
            new Asset("customer data", cny(180), rate(0.12)));

    private static final double EARNED = 120 * 0.035 + 200 * 0.055 + 180 * 0.12;

    private static FoundFigure found(List<Asset> assets, Goodwill goodwill, double wacc) {
        return Wara.standard().evaluate(new WaraFacts(assets, goodwill, rate(wacc), Optional.empty()), CONTEXT);
    }

    @Test
    void the_average_with_and_without_goodwill() {
        assertThat(found(ASSETS, new Goodwill.None(), 0.075).value()).isCloseTo(EARNED / 500, within(1e-16));
        assertThat(found(ASSETS, new Goodwill.Stated(cny(100), rate(0.18)), 0.09)
                        .value())
                .isCloseTo((EARNED + 18) / 600, within(1e-16));
    }

    @Test
    void the_rate_and_the_value_of_goodwill_are_each_others_inverse() {
        double rate = (0.0975 * 600 - EARNED) / 100;
        var byValue = found(ASSETS, new Goodwill.SolveRate(cny(100)), 0.0975);
        assertThat(byValue.unit()).isEqualTo(Unit.RATE);
        assertThat(byValue.value()).isCloseTo(rate, within(1e-15));
        assertThat(byValue.worksheet().value("wara")).isCloseTo(0.0975, within(1e-16));
        var byRate = found(ASSETS, new Goodwill.SolveValue(rate(byValue.value())), 0.0975);
        assertThat(byRate.unit()).isEqualTo(Unit.MONEY);
        assertThat(byRate.value()).isCloseTo(100, within(1e-11));
        assertThat(byRate.worksheet().value("wara")).isCloseTo(0.0975, within(1e-15));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void goodwill_earns_what_the_others_leave(long seed) {
        var random = new SplittableRandom(seed);
        var assets = List.of(
                new Asset("a", cny(Math.rint(random.nextDouble(1, 1e6))), rate(random.nextDouble(0.01, 0.08))),
                new Asset("b", cny(Math.rint(random.nextDouble(1, 1e6))), rate(random.nextDouble(0.01, 0.08))));
        double wacc = random.nextDouble(0.08, 0.1);
        double goodwill = Math.rint(random.nextDouble(5e5, 2e6));
        double rate = found(assets, new Goodwill.SolveRate(cny(goodwill)), wacc).value();
        assertThat(rate).isGreaterThanOrEqualTo(wacc - 1e-15);
        assertThat(found(assets, new Goodwill.Stated(cny(goodwill), rate(rate)), wacc)
                        .value())
                .isCloseTo(wacc, within(1e-14));
    }

    @Test
    void distances_from_the_cost_of_capital_are_judged_by_bands() {
        var facts =
                new WaraFacts(ASSETS, new Goodwill.Stated(cny(100), rate(0.18)), rate(0.11), Optional.of(rate(0.115)));
        var notes = Wara.standard().evaluate(facts, CONTEXT).notes();
        assertThat(notes).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("wara-off-wacc");
            assertThat(note.kind()).isEqualTo(Note.Kind.WARNING);
            assertThat(note.text()).isEqualTo("WARA is 9.1333 %, WACC is 11 %, 1.8667 % apart; the band is 1 %.");
        });
        assertThat(notes).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("reconciled");
            assertThat(note.text()).startsWith("The internal rate is 11.5 %");
        });
        var wide = new Wara(new Wara.Options(0.02, 0.001, Wara.Options.STANDARD.rounding()))
                .evaluate(facts, CONTEXT)
                .notes();
        assertThat(wide).extracting(Note::code).contains("reconciled", "internal-rate-off-wacc");
        assertThat(found(ASSETS, new Goodwill.Stated(cny(100), rate(0.08)), 0.09)
                        .notes())
                .extracting(Note::code)
                .contains("goodwill-rate-low");
    }

    @Test
    void refuses_denominators_of_nothing() {
        var worthless = List.of(new Asset("a", cny(0), rate(0.05)));
        assertThatThrownBy(() -> found(worthless, new Goodwill.None(), 0.1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Give values that are not all zero.");
        assertThatThrownBy(() -> found(ASSETS, new Goodwill.SolveRate(cny(0)), 0.1))
                .hasMessageContaining("Without goodwill there is no rate of it");
        assertThatThrownBy(() -> found(ASSETS, new Goodwill.SolveValue(rate(0.1)), 0.1))
                .hasMessageContaining("At the cost of capital goodwill of any value leaves the average where it is");
        assertThatThrownBy(() -> found(ASSETS, new Goodwill.SolveValue(rate(0.2)), 0.06))
                .hasMessageContaining("The assets earn too much or too little");
        assertThatThrownBy(() -> new Asset("a", cny(-1), rate(0.05))).hasMessageContaining("value must be at least 0");
        assertThatThrownBy(() -> new Wara.Options(-1, 2, Wara.Options.STANDARD.rounding()))
                .hasMessageContaining("waraBand must be in [0, 1]")
                .hasMessageContaining("internalRateBand must be in [0, 1]");
    }
}
