package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.cost.ComputeEnergyFacts.ComputeClass;
import org.dataassay.valuation.cost.ComputeEnergyFacts.ComputeUse;
import org.dataassay.valuation.cost.ComputeEnergyFacts.Site;
import org.dataassay.valuation.cost.ComputeEnergyFacts.TimeOfUse;
import org.dataassay.valuation.cost.ComputeEnergyFacts.VolumeUse;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComputeEnergyTest {

    private static Input<UnitPrice> price(double amount, String item) {
        return Input.of(UnitPrice.of(BigDecimal.valueOf(amount), CNY, item));
    }

    private static ComputeUse machine(String name, ComputeClass computeClass, double hours, double price) {
        return new ComputeUse(name, computeClass, number(hours), price(price, "hour"), false);
    }

    private static TimeOfUse slot(String name, double energy, double price) {
        return new TimeOfUse(name, number(energy), price(price, "kWh"));
    }

    private static FoundFigure evaluate(ComputeEnergyFacts facts) {
        return ComputeEnergy.standard().evaluate(facts, CONTEXT);
    }

    @Test
    void machines_electricity_storage_and_transfer_add_up() {
        var facts = new ComputeEnergyFacts(
                List.of(
                        machine("cpu", ComputeClass.GENERAL, 1000, 0.5),
                        machine("gpu", ComputeClass.INTELLIGENT, 200, 12),
                        machine("npu", ComputeClass.INTELLIGENT, 100, 8)),
                List.of(
                        new Site("west", number(1.2), List.of(slot("peak", 500, 0.8), slot("valley", 1500, 0.3))),
                        new Site("east", number(1.5), List.of(slot("all day", 400, 0.9)))),
                List.of(new VolumeUse("hot", number(2000), price(0.12, "GB month"))),
                List.of(new VolumeUse("out", number(300), price(0.5, "GB"))));
        var found = evaluate(facts);
        var sheet = found.worksheet();
        double compute = 1000 * 0.5 + 200 * 12 + 100 * 8;
        double energy = 1.2 * (500 * 0.8 + 1500 * 0.3) + 1.5 * 400 * 0.9;
        assertThat(sheet.value("generalComputeCost")).isCloseTo(500, within(1e-12));
        assertThat(sheet.value("intelligentComputeCost")).isCloseTo(3200, within(1e-11));
        assertThat(sheet.values("siteEnergy").get(0)).isCloseTo(2400, within(1e-11));
        assertThat(sheet.value("energyCost")).isCloseTo(energy, within(1e-11));
        assertThat(found.value()).isCloseTo(compute + energy + 240 + 150, within(1e-10));
        assertThat(found.unit()).isEqualTo(Unit.MONEY);
    }

    @Test
    void electricity_is_counted_once() {
        var cloud = new ComputeUse("cloud", ComputeClass.GENERAL, number(1), price(1, "hour"), true);
        var site = new Site("west", number(1.2), List.of(slot("peak", 1, 1)));
        assertThat(evaluate(new ComputeEnergyFacts(List.of(cloud), List.of(site), List.of(), List.of()))
                        .notes())
                .extracting(Note::code)
                .contains("energy-in-two-prices");
        assertThat(evaluate(new ComputeEnergyFacts(
                                List.of(machine("own", ComputeClass.SUPER, 1, 1)), List.of(), List.of(), List.of()))
                        .notes())
                .extracting(Note::code)
                .contains("energy-not-stated");
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatThrownBy(() -> new Site("west", number(0.9), List.of()))
                .hasMessageContaining(
                        "pue must be in [1, 10], but was 0.9. The whole site takes at least what its machines take.")
                .hasMessageContaining("tariff must be 1 to 1000, but was 0.");
        assertThatThrownBy(() -> new TimeOfUse("peak", number(1), price(1, "hour")))
                .hasMessageContaining(
                        "price must be per kWh, but was CNY 1.00 per hour. Convert it to a price per kWh.");
        assertThatThrownBy(() -> new ComputeEnergyFacts(List.of(), List.of(), List.of(), List.of()))
                .hasMessageContaining("compute, sites, storage and transfer together must be 1 to 1000, but was 0.");
        assertThatThrownBy(() -> new ComputeEnergyFacts(
                        List.of(),
                        List.of(),
                        List.of(
                                new VolumeUse("hot", number(1), price(1, "GB month")),
                                new VolumeUse("hot", number(1), price(1, "TB month"))),
                        List.of()))
                .hasMessageContaining("storage[1].name is used twice: hot.")
                .hasMessageContaining("storage does not fit: prices are per different items.");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** One price all day makes the slots irrelevant; a PUE of 1 bills the machines alone; twice the prices are twice the cost. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void slots_pue_and_prices_act_as_they_should(long seed) {
        var random = new SplittableRandom(seed);
        double a = random.nextDouble(1e5);
        double b = random.nextDouble(1e5);
        double price = Math.rint(random.nextDouble(2) * 1000) / 1000;
        double pue = 1 + random.nextDouble();
        double split = site(pue, List.of(slot("peak", a, price), slot("valley", b, price)));
        assertThat(split).isCloseTo(site(pue, List.of(slot("all", a + b, price))), within(1e-11 * (split + 1)));
        double machines = site(1, List.of(slot("peak", a, price), slot("valley", b, price)));
        assertThat(machines).isCloseTo((a + b) * price, within(1e-11 * (split + 1)));
        assertThat(split).isGreaterThanOrEqualTo(machines);
        assertThat(site(pue, List.of(slot("peak", a, 2 * price), slot("valley", b, 2 * price))))
                .isCloseTo(2 * split, within(1e-11 * (split + 1)));
    }

    private static double site(double pue, List<TimeOfUse> tariff) {
        return evaluate(new ComputeEnergyFacts(
                        List.of(), List.of(new Site("west", number(pue), tariff)), List.of(), List.of()))
                .value();
    }
}
