package org.dataassay.valuation.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.asset.QualityResponse.Gate;
import org.dataassay.valuation.asset.QualityResponse.Linear;
import org.dataassay.valuation.asset.QualityResponse.Threshold;
import org.dataassay.valuation.asset.QualityResponse.Threshold.Step;
import org.dataassay.valuation.cost.ValueAdjustment;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QualityResponseTest {

    private static final Source AGREED = Source.judged("committee", "minutes of 12 May");

    private static Worksheet sheet(QualityResponse response, double score) {
        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        return sheet.close(response.write(sheet, sheet.given("qualityScore", Unit.SHARE, Input.of(score, AGREED))));
    }

    private static double of(QualityResponse response, double score) {
        return sheet(response, score).value();
    }

    @Test
    void linear_goes_from_floor_to_ceiling() {
        var response = new Linear(0.6, 1, AGREED);
        assertThat(of(response, 0)).isEqualTo(0.6);
        assertThat(of(response, 0.5)).isCloseTo(0.8, within(1e-15));
        assertThat(of(response, 1)).isEqualTo(1);
        assertThat(sheet(response, 0.5).derivatives().partials().get(0).derivative())
                .isCloseTo(0.4, within(1e-15));
    }

    @Test
    void thresholds_hold_from_their_least_score_on() {
        var response = new Threshold(List.of(new Step(0, 0.5), new Step(0.8, 0.9), new Step(0.95, 1)), AGREED);
        assertThat(of(response, 0.79)).isEqualTo(0.5);
        assertThat(of(response, 0.8)).isEqualTo(0.9);
        assertThat(of(response, 0.95)).isEqualTo(1);
    }

    @Test
    void a_gate_refuses_and_does_nothing_else() {
        var response = new Gate(0.7, AGREED);
        assertThat(of(response, 0.7)).isEqualTo(1);
        assertThatThrownBy(() -> of(response, 0.69))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("qualityGate")
                .hasMessageContaining("The data are below the quality that was agreed");
    }

    @Test
    void a_value_shows_the_response_as_a_formula() {
        var adjustment =
                new ValueAdjustment.FromQuality(Input.of(0.9, AGREED), Optional.of(new Linear(0.5, 1, AGREED)));
        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        var worksheet = sheet.close(adjustment.write(sheet));
        assertThat(worksheet.value()).isCloseTo(0.95, within(1e-15));
        assertThat(worksheet.names()).containsExactly("qualityScore", "qualityFactor", "valueAdjustment");
    }

    @Test
    void better_data_is_never_worth_less_and_somebody_decided_so() {
        assertThatThrownBy(() -> new Linear(0.9, 0.5, Source.NOT_STATED))
                .hasMessage("source must be stated, but was not stated. No response is official; say who decided so.\n"
                        + "ceiling must be at least the floor 0.9, but was 0.5. Better data is not worth less.");
        assertThatThrownBy(() -> new Threshold(List.of(new Step(0, 0.5), new Step(0.5, 0.4)), AGREED))
                .hasMessageContaining("ascending from score 0, with factors that never fall");
        assertThatThrownBy(() -> new Threshold(List.of(new Step(0.1, 0.5)), AGREED))
                .hasMessageContaining("steps");
        assertThatThrownBy(() -> new Gate(Double.NaN, AGREED)).hasMessageContaining("least must be in [0, 1]");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_response_never_falls_and_stays_a_share(long seed) {
        var random = new SplittableRandom(seed);
        double a = random.nextDouble();
        double b = random.nextDouble();
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        var steps = new ArrayList<Step>();
        double factor = random.nextDouble();
        double least = 0;
        while (least <= 1 && steps.size() < 20) {
            steps.add(new Step(least, factor));
            least += random.nextDouble(0.01, 0.5);
            factor += (1 - factor) * random.nextDouble();
        }
        for (var response :
                List.of(new Linear(low, high, AGREED), new Threshold(steps, AGREED), new Gate(low / 2, AGREED))) {
            assertThat(of(response, low)).isBetween(0.0, of(response, high));
            assertThat(of(response, high)).isLessThanOrEqualTo(1);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
