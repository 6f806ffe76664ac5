package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Bridge.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the Shapley value, on sheets whose inputs all interact. */
class BridgePropertiesTest {

    private static final CurrencyCode CNY = CurrencyCode.of("CNY");

    static LongStream seeds() {
        return Seeds.of(200);
    }

    /** Inputs x0 … : x0 money, the others factors; the value multiplies, adds, caps and discounts. */
    private static Worksheet sheet(List<Double> x) {
        var sheet = Sheet.open(CNY);
        var cells = new ArrayList<Cell>();
        for (int i = 1; i < x.size(); i++) cells.add(sheet.given("x" + i, Unit.FACTOR, Input.of(x.get(i))));
        var value = sheet.given("x0", Unit.MONEY, Input.of(Money.ofRounded(x.get(0), CNY, RoundingMode.HALF_EVEN)));
        for (int i = 0; i < cells.size(); i++) {
            var c = cells.get(i);
            value = switch (i % 4) {
                case 0 -> value.times(c);
                case 1 -> value.times(Cell.ONE.plus(c).power(-2));
                case 2 -> value.times(c.max(cells.get(0)));
                default -> value.dividedBy(Cell.ONE.plus(c.times(cells.get(i - 1))));
            };
        }
        return sheet.close(sheet.let("value", value));
    }

    private static List<Double> point(SplittableRandom random, int inputs) {
        var x = new ArrayList<Double>();
        x.add(Math.rint(random.nextDouble(1e4, 1e7)) / 100);
        for (int i = 1; i < inputs; i++) x.add(random.nextDouble(0.1, 2));
        return x;
    }

    private static Map<String, Double> parts(Bridge bridge) {
        var parts = new LinkedHashMap<String, Double>();
        for (var part : bridge.parts()) parts.put(part.name(), part.amount());
        return parts;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parts_are_the_whole_difference(long seed) {
        var random = new SplittableRandom(seed);
        int inputs = random.nextInt(1, 13);
        var old = sheet(point(random, inputs));
        var now = sheet(point(random, inputs));
        var bridge = old.bridge(now, BridgeTerms.NONE);
        assertThat(bridge.parts()).hasSize(inputs);
        double sum = bridge.parts().stream().mapToDouble(Part::amount).sum();
        assertThat(sum)
                .isCloseTo(
                        bridge.difference(), within(1e-13 * (Math.abs(old.value()) + Math.abs(now.value()) + 1) * 100));
        for (var mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.CEILING}) {
            var total = bridge.amounts(mode).stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            var before = Money.ofRounded(old.value(), CNY, mode).amount();
            assertThat(before.add(total))
                    .isEqualByComparingTo(
                            Money.ofRounded(now.value(), CNY, mode).amount());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_way_back_has_the_opposite_parts(long seed) {
        var random = new SplittableRandom(seed);
        var old = sheet(point(random, 6));
        var now = sheet(point(random, 6));
        var back = parts(now.bridge(old, BridgeTerms.NONE));
        double scale = Math.abs(old.value()) + Math.abs(now.value()) + 1;
        parts(old.bridge(now, BridgeTerms.NONE))
                .forEach((name, amount) -> assertThat(back.get(name)).isCloseTo(-amount, within(1e-11 * scale)));
    }

    /** Two factors that the value treats alike, moved alike, get the same part to the last bits. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void alike_inputs_get_alike_parts(long seed) {
        var random = new SplittableRandom(seed);
        double from = random.nextDouble(0.5, 2);
        double to = random.nextDouble(0.5, 2);
        var moved = alike(from, from, random.nextDouble(1, 9))
                .bridge(alike(to, to, random.nextDouble(1, 9)), BridgeTerms.NONE);
        var parts = parts(moved);
        assertThat(parts.get("a")).isCloseTo(parts.get("b"), within(1e-13 * Math.abs(parts.get("a")) + 1e-14));
    }

    private static Worksheet alike(double a, double b, double c) {
        var sheet = Sheet.open(CNY);
        var one = sheet.given("a", Unit.FACTOR, Input.of(a));
        var two = sheet.given("b", Unit.FACTOR, Input.of(b));
        var three = sheet.given("c", Unit.FACTOR, Input.of(c));
        return sheet.close(sheet.let(
                "value", one.times(two).plus(three.times(one.plus(two)).exp().log())));
    }

    /** An input that moves and is never read by the formula that counts gets nothing, whatever the others do. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_input_without_effect_gets_nothing(long seed) {
        var random = new SplittableRandom(seed);
        var parts = parts(idle(random).bridge(idle(random), BridgeTerms.NONE));
        assertThat(parts).containsKeys("a", "b", "idle");
        assertThat(parts.get("idle")).isZero();
    }

    private static Worksheet idle(SplittableRandom random) {
        var sheet = Sheet.open(CNY);
        var a = sheet.given("a", Unit.FACTOR, Input.of(random.nextDouble(1, 2)));
        var b = sheet.given("b", Unit.FACTOR, Input.of(random.nextDouble(1, 2)));
        var idle = sheet.given("idle", Unit.FACTOR, Input.of(random.nextDouble(5, 9)));
        return sheet.close(sheet.let("value", a.times(b).min(idle)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void where_inputs_only_add_each_part_is_its_own_difference(long seed) {
        var random = new SplittableRandom(seed);
        var old = random.doubles(8, -100, 100).boxed().toList();
        var now = random.doubles(8, -100, 100).boxed().toList();
        var parts = parts(added(old).bridge(added(now), BridgeTerms.NONE));
        for (int i = 0; i < old.size(); i++)
            assertThat(parts.get("x" + i)).isCloseTo((i + 1) * (now.get(i) - old.get(i)), within(1e-10));
    }

    private static Worksheet added(List<Double> x) {
        var sheet = Sheet.open(CNY);
        var sum = Cell.ZERO;
        for (int i = 0; i < x.size(); i++)
            sum = sum.plus(sheet.given("x" + i, Unit.FACTOR, Input.of(x.get(i))).times(Cell.number(i + 1)));
        return sheet.close(sheet.let("value", sum));
    }

    /** The definition: each input moves to its new number when its turn comes, averaged over all orders. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_average_over_all_orders(long seed) {
        var random = new SplittableRandom(seed);
        int inputs = random.nextInt(2, 6);
        var from = point(random, inputs);
        var to = point(random, inputs);
        var expected = new double[inputs];
        var orders = orders(inputs);
        for (var order : orders) {
            var x = new ArrayList<>(from);
            double value = sheet(x).value();
            for (int i : order) {
                x.set(i, to.get(i));
                double next = sheet(x).value();
                expected[i] += (next - value) / orders.size();
                value = next;
            }
        }
        var parts = parts(sheet(from).bridge(sheet(to), BridgeTerms.NONE));
        for (int i = 0; i < inputs; i++) {
            double scale = Math.abs(sheet(from).value()) + Math.abs(sheet(to).value()) + 1e6;
            assertThat(parts.get("x" + i)).isCloseTo(expected[i], within(1e-11 * scale));
        }
    }

    private static List<List<Integer>> orders(int n) {
        if (n == 0) return List.of(List.of());
        var orders = new ArrayList<List<Integer>>();
        for (var shorter : orders(n - 1)) {
            for (int place = 0; place <= shorter.size(); place++) {
                var order = new ArrayList<>(shorter);
                order.add(place, n - 1);
                orders.add(order);
            }
        }
        return orders;
    }

    /** Of two groups, each gets half of what it adds first and half of what it adds last. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void two_groups_by_hand(long seed) {
        var random = new SplittableRandom(seed);
        var from = point(random, 6);
        var to = point(random, 6);
        var terms = BridgeTerms.NONE.grouping("left", "x0", "x2", "x4").grouping("right", "x1", "x3", "x5");
        double none = sheet(from).value();
        double left = sheet(mixed(from, to, 0)).value();
        double right = sheet(mixed(from, to, 1)).value();
        double all = sheet(to).value();
        var parts = parts(sheet(from).bridge(sheet(to), terms));
        double scale = Math.abs(none) + Math.abs(left) + Math.abs(right) + Math.abs(all);
        assertThat(parts.get("left")).isCloseTo((left - none + all - right) / 2, within(1e-14 * scale));
        assertThat(parts.get("right")).isCloseTo((right - none + all - left) / 2, within(1e-14 * scale));
    }

    private static List<Double> mixed(List<Double> from, List<Double> to, int parity) {
        return IntStream.range(0, from.size())
                .mapToObj(i -> i % 2 == parity ? to.get(i) : from.get(i))
                .toList();
    }

    /** Any sheet with any one input moved: that input is the whole bridge, and a stored sheet gives the same bridge. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void one_input_moved_is_the_whole_bridge(long seed) {
        var old = RandomSheets.any(seed);
        var random = new SplittableRandom(seed);
        var partials = old.derivatives().partials();
        var moved = partials.get(random.nextInt(partials.size()));
        var now = old.with(moved.input(), moved.element(), moved.at() * 1.01 + 0.001);
        var bridge = old.bridge(now, BridgeTerms.NONE);
        if (bridge.parts().isEmpty()) {
            assertThat(now.value()).isEqualTo(old.value());
            return;
        }
        assertThat(bridge.parts()).extracting(Part::name).containsExactly(moved.input());
        assertThat(bridge.parts().get(0).amount()).isEqualTo(now.value() - old.value());
        assertThat(bridge.parts().get(0).moves().get(0).element()).isEqualTo(moved.element());
        assertThat(old.graph().replay().bridge(now.graph().replay(), BridgeTerms.NONE))
                .isEqualTo(bridge);
        assertThat(Optional.of(bridge.remarks())).contains(java.util.Set.of());
    }
}
