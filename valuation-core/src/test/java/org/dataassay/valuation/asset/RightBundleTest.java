package org.dataassay.valuation.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RightBundleTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2026, 12, 31);

    private static final Right HOLD =
            Right.builder(RightType.HOLD).exclusive(true).build();
    private static final Right USE =
            Right.builder(RightType.PROCESS_AND_USE).exclusive(true).build();
    private static final Right OPERATE =
            Right.builder(RightType.OPERATE_PRODUCT).exclusive(true).build();
    private static final Right USE_AT_HOME =
            Right.builder(RightType.PROCESS_AND_USE).territory("CN").build();

    private static RightBundle.Part part(String name, double share, Right... rights) {
        return new RightBundle.Part(name, List.of(rights), number(share));
    }

    private static final RightBundle BUNDLE = new RightBundle(
            List.of(HOLD, USE, OPERATE),
            List.of(
                    part("all", 1, HOLD, USE, OPERATE),
                    part("hold and use", 0.6, HOLD, USE),
                    part("use", 0.35, USE),
                    part("use in China", 0.2, USE_AT_HOME)));

    private static Worksheet write(RightBundle bundle, LocalDate day) {
        var sheet = Sheet.open(CNY);
        var value = sheet.given("indication", Unit.MONEY, cny(1_000_000));
        var rights = bundle.write(sheet.section("rights"), value, day);
        return sheet.close(sheet.let("first", rights.at(0)));
    }

    @Test
    void an_indication_is_split_by_stated_shares() {
        assertThat(write(BUNDLE, TODAY).values("rights/valueOfRights"))
                .containsExactly(1_000_000.0, 600_000.0, 350_000.0, 200_000.0);
    }

    @Test
    void a_right_includes_a_lesser_one() {
        assertThat(USE.includes(USE_AT_HOME)).isTrue();
        assertThat(USE_AT_HOME.includes(USE)).isFalse();
        assertThat(USE.includes(HOLD)).isFalse();
        var limited = USE.toBuilder().until(NEXT_YEAR).build();
        var later = USE.toBuilder().from(NEXT_YEAR).build();
        assertThat(USE.includes(limited)).isTrue();
        assertThat(limited.includes(USE)).isFalse();
        assertThat(USE.includes(later)).isTrue();
        assertThat(later.includes(USE)).isFalse();
        assertThat(limited.includes(limited)).isTrue();
        assertThat(limited.toBuilder()
                        .territory("CN")
                        .build()
                        .includes(limited.toBuilder().territory("SG").build()))
                .isFalse();
    }

    @Test
    void a_part_worth_more_than_what_includes_it_is_refused() {
        assertThatThrownBy(() -> new RightBundle(
                        List.of(HOLD, USE, OPERATE),
                        List.of(part("hold and use", 0.3, HOLD, USE), part("use in China", 0.4, USE_AT_HOME))))
                .hasMessage(
                        "parts[1].share must be at most that of hold and use, which includes it, 0.3, but was 0.4. A part is never worth more than what includes it.");
    }

    @Test
    void nobody_grants_what_he_does_not_have_and_the_whole_is_the_whole() {
        assertThatThrownBy(() -> new RightBundle(
                        List.of(USE_AT_HOME), List.of(part("use", 0.5, USE), part("at home", 0.9, USE_AT_HOME))))
                .hasMessageContaining("parts[0].rights must be rights that the bundle holds")
                .hasMessageContaining("parts[1].share must be 1, for it holds the whole bundle, but was 0.9");
        assertThatThrownBy(() -> new RightBundle(List.of(), List.of()))
                .hasMessageContaining("rights must be at least one, but was 0")
                .hasMessageContaining("parts must be 1 to 50, but was 0");
        assertThatThrownBy(() -> part("x", 35)).hasMessageContaining("Did you mean 0.35 (35%)?");
    }

    @Test
    void an_ended_right_leaves_what_other_parts_say_of_the_rest() {
        var license = OPERATE.toBuilder().until(LocalDate.of(2025, 6, 30)).build();
        var bundle = new RightBundle(
                List.of(HOLD, USE, license),
                List.of(
                        part("all", 1, HOLD, USE, license),
                        part("operate", 0.5, license),
                        part("use", 0.35, USE),
                        part("use and operate", 0.7, USE, license)));
        assertThat(write(bundle, TODAY).values("rights/shareInForce")).containsExactly(0.35, 0.0, 0.35, 0.35);
        assertThat(write(bundle, LocalDate.of(2025, 6, 30)).values("rights/shareInForce"))
                .containsExactly(1.0, 0.5, 0.35, 0.7);
    }

    @Test
    void a_draw_that_breaks_the_order_is_rejected() {
        var uncertain = new RightBundle(
                List.of(HOLD, USE),
                List.of(
                        part("use", 0.5, USE),
                        new RightBundle.Part(
                                "use in China",
                                List.of(USE_AT_HOME),
                                Input.of(0.3).distributed(new Distribution.Uniform(0.2, 0.505)))));
        var result = write(uncertain, TODAY).simulate(Simulation.of(1).withDraws(10_000), List.of("first"));
        assertThat(result.rejected()).isBetween(50, 350);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Parts of additive rights are monotone; whatever ends, a part stays within its greater, between 0 and the whole. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parts_stay_in_order_whatever_ends(long seed) {
        var random = new SplittableRandom(seed);
        var rights = new ArrayList<Right>();
        var weights = new ArrayList<Double>();
        for (var type : RightType.values()) {
            var right = Right.builder(type).exclusive(true);
            if (random.nextBoolean()) right.until(TODAY.plusDays(random.nextInt(-200, 200)));
            rights.add(right.build());
            weights.add(random.nextDouble(0.1, 1));
        }
        double whole = weights.stream().mapToDouble(Double::doubleValue).sum();
        var parts = new ArrayList<RightBundle.Part>();
        for (int set = 1; set < 8; set++) {
            var held = new ArrayList<Right>();
            double worth = 0;
            for (int k = 0; k < 3; k++) {
                if ((set >> k & 1) == 0) continue;
                held.add(rights.get(k));
                worth += weights.get(k);
            }
            parts.add(new RightBundle.Part("set " + set, held, number(set == 7 ? 1 : worth / whole)));
        }
        var bundle = new RightBundle(rights, parts);
        var left = write(bundle, TODAY).values("rights/shareInForce");
        for (int i = 0; i < parts.size(); i++) {
            assertThat(left.get(i)).isBetween(0.0, parts.get(i).share().value());
            double expected = 0;
            for (int k = 0; k < 3; k++)
                if ((i + 1 >> k & 1) == 1 && !rights.get(k).hasEndedOn(TODAY)) expected += weights.get(k) / whole;
            assertThat(left.get(i)).isCloseTo(expected, within(1e-12));
            for (int j = 0; j < parts.size(); j++)
                if (parts.get(j).includes(parts.get(i))) assertThat(left.get(i)).isLessThanOrEqualTo(left.get(j));
        }
    }
}
