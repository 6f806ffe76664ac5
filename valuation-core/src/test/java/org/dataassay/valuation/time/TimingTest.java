package org.dataassay.valuation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    @Test
    void whole_years() {
        assertThat(Timing.END.exponents(3, DAY)).containsExactly(1.0, 2.0, 3.0);
        assertThat(Timing.MID_PERIOD.exponents(3, DAY)).containsExactly(0.5, 1.5, 2.5);
        assertThat(Timing.START.exponents(3, DAY)).containsExactly(0.0, 1.0, 2.0);
        assertThat(Timing.MID_PERIOD.flowShares(2)).containsExactly(1.0, 1.0);
    }

    @Test
    void a_stub_then_whole_years() {
        assertThat(Timing.stub(0.25, Timing.Regular.END).exponents(3, DAY)).containsExactly(0.25, 1.25, 2.25);
        assertThat(Timing.stub(0.25, Timing.Regular.MID_PERIOD).exponents(3, DAY))
                .containsExactly(0.125, 0.75, 1.75);
        assertThat(Timing.stub(0.25, Timing.Regular.START).exponents(3, DAY)).containsExactly(0.0, 0.25, 1.25);
        assertThat(Timing.stub(0.25, Timing.Regular.END).flowShares(3)).containsExactly(0.25, 1.0, 1.0);
    }

    @Test
    void a_stub_of_a_whole_year_is_no_stub() {
        for (var within : Timing.Regular.values()) {
            assertThat(Timing.stub(1, within).exponents(5, DAY)).isEqualTo(within.exponents(5, DAY));
        }
    }

    @Test
    void dated_flows_by_day_count() {
        var dates = List.of(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 30), LocalDate.of(2028, 12, 31));
        var timing = Timing.dated(dates, DayCount.ACT_365F);
        assertThat(timing.exponents(3, DAY)).containsExactly(0.0, 181 / 365.0, 1096 / 365.0);
        assertThat(timing.flowShares(3)).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void refuses_dates_that_do_not_fit() {
        var timing = Timing.dated(List.of(LocalDate.of(2025, 6, 30), LocalDate.of(2026, 6, 30)), DayCount.ACT_365F);
        assertThatThrownBy(() -> timing.exponents(3, DAY)).hasMessageContaining("there are 2 dates for 3 periods");
        assertThatThrownBy(() -> timing.exponents(2, DAY))
                .hasMessage(
                        "dates[0] must be on or after the valuation date 2025-12-31, but was 2025-06-30. Leave out flows of the past.");
        assertThatThrownBy(() -> Timing.dated(List.of(DAY, DAY.minusDays(1)), DayCount.ACT_365F))
                .hasMessageContaining("dates[1]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.5, Double.NaN})
    void refuses_a_stub_that_is_no_part_of_a_year(double fraction) {
        assertThatThrownBy(() -> Timing.stub(fraction, Timing.Regular.END))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("firstFraction must be above 0 and at most 1 year");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001, Integer.MAX_VALUE})
    void refuses_a_number_of_periods_out_of_bounds(int periods) {
        for (var timing : List.of(Timing.END, Timing.stub(0.5, Timing.Regular.END))) {
            assertThatThrownBy(() -> timing.exponents(periods, DAY)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void fold_tells_the_kinds_apart_and_dates_are_copied() {
        var dates = new ArrayList<>(List.of(DAY));
        var dated = Timing.dated(dates, DayCount.ACT_360);
        dates.clear();
        assertThat(dated.<String>fold(
                        r -> "regular", s -> "stub", d -> "dated " + d.dates().size()))
                .isEqualTo("dated 1");
        assertThat(Timing.END.<String>fold(Enum::name, s -> "stub", d -> "dated"))
                .isEqualTo("END");
        assertThat(Timing.stub(0.5, Timing.Regular.END).<Double>fold(r -> 0.0, Timing.Stub::firstFraction, d -> 0.0))
                .isEqualTo(0.5);
    }
}
