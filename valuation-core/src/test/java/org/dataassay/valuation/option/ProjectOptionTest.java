package org.dataassay.valuation.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.income.DirectIncome;
import org.dataassay.valuation.income.DirectIncomeFacts;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeStream;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectOptionTest {

    private static final ProjectOption ANY_TIME = ProjectOption.standard();
    private static final ProjectOption LAST_DAY =
            new ProjectOption(ProjectOption.Options.STANDARD.withExercise(ExerciseStyle.EUROPEAN));

    private static ProjectFacts facts(double presentValue, double cost, ProjectRight right) {
        return ProjectFacts.of(
                        new ProjectValue.Stated(cny(presentValue)),
                        cny(cost),
                        right,
                        new ProjectVolatility.Stated(number(0.4)),
                        number(2),
                        OptionCases.continuous(0.03))
                .withLeakage(number(0.06));
    }

    private static ProjectFacts running(double presentValue, ProjectRight right) {
        return ProjectFacts.running(
                        new ProjectValue.Stated(cny(presentValue)),
                        right,
                        new ProjectVolatility.Stated(number(0.4)),
                        number(2),
                        OptionCases.continuous(0.03))
                .withLeakage(number(0.06));
    }

    private static double european(OptionType type, double s, double k) {
        return OptionCases.price(OptionCases.facts(type, s, k, 0.03, 0.06, 2, 0.4), CONTEXT);
    }

    private static double american(OptionType type, double s, double k) {
        return new BinomialOption(ProjectOption.Options.STANDARD.lattice())
                .evaluate(
                        new BinomialFacts(OptionCases.facts(type, s, k, 0.03, 0.06, 2, 0.4), ExerciseStyle.AMERICAN),
                        CONTEXT)
                .value();
    }

    private static void assertParts(Valuation valuation, double worth, double flexibility) {
        var sheet = valuation.worksheet();
        assertThat(sheet.value("staticNetPresentValue")).isCloseTo(worth, within(1e-10));
        assertThat(sheet.value("valueOfFlexibility")).isCloseTo(flexibility, within(1e-10));
        assertThat(sheet.value()).isCloseTo(worth + flexibility, within(1e-10));
    }

    @Test
    void deferring_is_a_call_in_place_of_building_now() {
        var facts = facts(900, 1000, new ProjectRight.Defer());
        var onLastDay = LAST_DAY.evaluate(facts, CONTEXT);
        double call = european(OptionType.CALL, 900, 1000);
        assertParts(onLastDay, -100, call + 100);
        assertThat(onLastDay.amount().toDouble()).isCloseTo(call, within(0.005));
        assertParts(ANY_TIME.evaluate(facts, CONTEXT), -100, american(OptionType.CALL, 900, 1000) + 100);
        assertThat(codes(onLastDay)).contains("negative-static-value", "option-dominates");
    }

    @Test
    void expanding_adds_a_call_on_what_growth_adds() {
        var facts = facts(900, 600, new ProjectRight.Expand(number(0.5), cny(480)));
        assertParts(LAST_DAY.evaluate(facts, CONTEXT), 300, european(OptionType.CALL, 450, 480));
        var anyTime = ANY_TIME.evaluate(facts, CONTEXT);
        assertParts(anyTime, 300, american(OptionType.CALL, 450, 480));
        assertThat(codes(anyTime))
                .contains("lattice", "no-traded-twin")
                .doesNotContain("negative-static-value", "option-dominates");
    }

    @Test
    void abandoning_adds_a_put_at_the_salvage() {
        var facts = running(900, new ProjectRight.Abandon(cny(500)));
        assertParts(LAST_DAY.evaluate(facts, CONTEXT), 900, european(OptionType.PUT, 900, 500));
        assertParts(ANY_TIME.evaluate(facts, CONTEXT), 900, american(OptionType.PUT, 900, 500));
    }

    @ParameterizedTest
    @EnumSource(ExerciseStyle.class)
    void switching_adds_an_exchange(ExerciseStyle exercise) {
        var other = OptionCases.asset(850, 0.5, 0.02);
        var facts = running(900, new ProjectRight.SwitchTo(other, number(0.4)));
        double exchange = ExchangeOption.standard()
                .evaluate(new ExchangeFacts(other, OptionCases.asset(900, 0.4, 0.06), number(0.4), number(2)), CONTEXT)
                .value();
        var valuation =
                new ProjectOption(ProjectOption.Options.STANDARD.withExercise(exercise)).evaluate(facts, CONTEXT);
        assertParts(valuation, 900, exchange);
        assertThat(codes(valuation)).contains("switch-on-last-day").doesNotContain("lattice");
    }

    @Test
    void heavy_leakage_says_build_now() {
        var facts = facts(3000, 1000, new ProjectRight.Defer()).withLeakage(number(0.6));
        var valuation = ANY_TIME.evaluate(facts, CONTEXT);
        assertThat(codes(valuation)).contains("build-now");
        assertThat(valuation.amount()).isEqualTo(money(2000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {400, 900, 1600})
    void a_right_never_harms_and_more_volatility_makes_it_worth_more(double presentValue) {
        for (var right : List.of(
                new ProjectRight.Defer(),
                new ProjectRight.Expand(number(0.3), cny(250)),
                new ProjectRight.Abandon(cny(700)),
                new ProjectRight.SwitchTo(OptionCases.asset(850, 0.3, 0.02), number(0)))) {
            var facts = facts(presentValue, 1000, right);
            double value = ANY_TIME.evaluate(facts, CONTEXT).worksheet().value();
            assertThat(value).isGreaterThanOrEqualTo(presentValue - 1000 - 1e-9);
            var wilder = facts.withVolatility(new ProjectVolatility.Stated(number(0.5)));
            assertThat(ANY_TIME.evaluate(wilder, CONTEXT).worksheet().value()).isGreaterThanOrEqualTo(value - 1e-3);
        }
    }

    private static List<String> codes(Valuation valuation) {
        return valuation.notes().stream().map(Note::code).toList();
    }

    /** Flows that all move by one lognormal shock: then ln PV is normal with its sigma. */
    private static DirectIncomeFacts forecast(Optional<Distribution> shock) {
        var flows = InputRow.of(List.of(money(300), money(400), money(500)), Source.assumed("plan"));
        return new DirectIncomeFacts(
                new IncomeStream.NetCashFlow(shock.map(flows::shocked).orElse(flows)),
                IncomeTerms.of(number(0.25), rate(0.1)));
    }

    private static final Distribution SHOCK = new Distribution.LogNormal(1, 0.3);

    @Test
    void volatility_is_drawn_from_the_forecast() {
        var drawn = DrawnVolatility.of(DirectIncome.standard(), forecast(Optional.of(SHOCK)), CONTEXT, 50_000);
        assertThat(drawn.standardError()).isCloseTo(0.3 / Math.sqrt(100_000), within(3e-5));
        // One false alarm in 15 000.
        assertThat(drawn.volatility()).isCloseTo(0.3, within(4 * drawn.standardError()));
        assertThat(drawn.rejected()).isZero();
        assertThat(drawn.asInput().source().kind()).isEqualTo(Source.Kind.ESTIMATED);
        assertThat(drawn.asInput().distribution())
                .contains(new Distribution.LogNormal(drawn.volatility(), drawn.standardError() / drawn.volatility()));
        assertThat(DrawnVolatility.of(DirectIncome.standard(), forecast(Optional.of(SHOCK)), CONTEXT, 50_000))
                .isEqualTo(drawn);
    }

    @Test
    void an_uncertain_rate_moves_a_year_by_itself_as_well() {
        var terms = IncomeTerms.of(number(0.25), rate(0.1).distributed(new Distribution.Uniform(0.05, 0.15)));
        var facts = new DirectIncomeFacts(
                new IncomeStream.NetCashFlow(InputRow.of(List.of(money(100)), Source.assumed("plan"))), terms);
        var endOfYear = new DirectIncome(
                DirectIncome.Options.STANDARD.withConventions(IncomeConventions.STANDARD.withTiming(Timing.END)));
        assertThatThrownBy(() -> DrawnVolatility.of(endOfYear, facts, CONTEXT, 20_000))
                .as("one flow after a year: what the rate takes it gives back")
                .hasMessageContaining("no draw moves the value of the forecast");
    }

    @Test
    void a_forecast_stands_in_a_section_and_its_inputs_reach_the_value() {
        var facts = new ProjectFacts(
                new ProjectValue.Forecast(forecast(Optional.of(SHOCK))),
                Optional.of(cny(900)),
                new ProjectRight.Defer(),
                new ProjectVolatility.Drawn(20_000),
                number(2),
                number(0.05),
                rate(0.03));
        var valuation = ANY_TIME.evaluate(facts, CONTEXT);
        var sheet = valuation.worksheet();
        assertThat(sheet.value("presentValueOfFlows"))
                .isCloseTo(
                        DirectIncome.standard()
                                .evaluate(forecast(Optional.empty()), CONTEXT)
                                .worksheet()
                                .value(),
                        within(1e-10));
        assertThat(sheet.value("volatility")).isCloseTo(0.3, within(0.01));
        assertThat(sheet.derivatives().by("flows/netCashFlow")).isPositive();
        assertThat(valuation.range().isPresent()).isTrue();
        assertThat(codes(valuation)).contains("volatility-drawn", "forecast-and-volatility");
    }

    @Test
    void a_forecast_that_cannot_be_drawn_is_refused() {
        assertThatThrownBy(
                        () -> DrawnVolatility.of(DirectIncome.standard(), forecast(Optional.empty()), CONTEXT, 2_000))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("distribution of the forecast is missing");
        var losses = new DirectIncomeFacts(
                new IncomeStream.NetCashFlow(InputRow.of(List.of(money(-1)), Source.assumed("plan"))),
                IncomeTerms.of(number(0), rate(0.1)));
        assertThatThrownBy(() -> DrawnVolatility.of(DirectIncome.standard(), losses, CONTEXT, 2_000))
                .hasMessageContaining("its value is not above 0");
        var loss = ProjectFacts.running(
                new ProjectValue.Forecast(losses),
                new ProjectRight.Abandon(cny(1)),
                new ProjectVolatility.Stated(number(0.4)),
                number(1),
                rate(0.02));
        assertThatThrownBy(() -> ANY_TIME.evaluate(loss, CONTEXT)).hasMessageContaining("flowsAboveZero");
    }

    @Test
    void all_that_is_broken_is_told_together() {
        assertThatThrownBy(() -> new ProjectFacts(
                        new ProjectValue.Stated(cny(1)),
                        Optional.empty(),
                        new ProjectRight.Defer(),
                        new ProjectVolatility.Drawn(2_000),
                        number(0),
                        number(3),
                        rate(0.02)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("costToBuild is missing. Say what is spent on building; only that can be deferred.\n"
                        + "volatility does not fit: it is to be drawn from a forecast, but the value is stated. Give the forecast, or state the volatility.\n"
                        + "exclusivityYears must be above 0 and at most 100, but was 0. Give the years until others can do the same or the right ends.\n"
                        + "leakage must be in [-1, 1], but was 3. Give a decimal per year: 5 % is 0.05.");
        assertThatThrownBy(() -> new ProjectValue.Stated(cny(0))).hasMessageContaining("presentValue must be above 0");
        assertThatThrownBy(() -> new ProjectRight.Expand(number(0), cny(0)))
                .hasMessageContaining("addedShare must be above 0")
                .hasMessageContaining("cost must be above 0");
        assertThatThrownBy(() -> new ProjectRight.Abandon(cny(0))).hasMessageContaining("salvage must be above 0");
        assertThatThrownBy(() -> new ProjectRight.SwitchTo(OptionCases.asset(1, 0.1, 0), number(2)))
                .hasMessageContaining("correlation must be in [-1, 1]");
        assertThatThrownBy(() -> new ProjectVolatility.Stated(number(0)))
                .hasMessageContaining("volatility must be above 0");
        assertThatThrownBy(() -> new ProjectVolatility.Drawn(10)).hasMessageContaining("draws must be 1024 to 1000000");
        assertThatThrownBy(() -> running(1, new ProjectRight.Abandon(cny(1))).withCostToBuild(cny(0)))
                .hasMessageContaining("costToBuild must be above 0");
    }
}
