package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.sheet.Distribution.LogNormal;
import org.dataassay.valuation.sheet.Distribution.Normal;
import org.dataassay.valuation.sheet.Distribution.Triangular;
import org.dataassay.valuation.sheet.Distribution.TruncatedNormal;
import org.dataassay.valuation.sheet.Distribution.Uniform;

/**
 * Random sheets over the whole closed set of formulas: cells and rows on several axes, sections, shared assumptions, guards, roots and functions. Every sheet
 * is defined at its base point and near it: what a logarithm, a root or a divisor takes is kept away from zero.
 */
public final class RandomSheets {

    private static final double[] EXPONENTS = {-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 7, 12.5, 2.7, -0.3, 0.07
    };
    private static final Relation[] RELATIONS = {
        Relation.GREATER, Relation.GREATER_OR_EQUAL, Relation.LESS, Relation.LESS_OR_EQUAL
    };

    private final SplittableRandom random;
    private final Sheet sheet = Sheet.open(CurrencyCode.of("CNY"));
    private final List<Axis> axes = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Cell> money = new ArrayList<>();
    private final Map<Axis, List<Row>> rows = new LinkedHashMap<>();
    private final Map<Axis, List<Row>> moneyRows = new LinkedHashMap<>();
    private final Map<Axis, Row> numbers = new LinkedHashMap<>();
    private int names;

    private RandomSheets(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static Worksheet any(long seed) {
        return new RandomSheets(seed).write();
    }

    private Worksheet write() {
        for (int a = 0; a <= random.nextInt(3); a++) axis("axis" + a, 1 + random.nextInt(6));
        for (int i = 0; i < 3; i++) {
            cells.add(given());
            money.add(place().given(name(), Unit.MONEY, uncertain(Input.of(random.nextDouble(1, 1000)), 1)));
        }
        priced();
        int steps = 10 + random.nextInt(40);
        for (int i = 0; i < steps; i++) step();
        var total = any(cells);
        for (int i = 0; i < 4; i++) total = total.plus(any(cells));
        var ratio = any(money)
                .plus(any(money))
                .dividedBy(any(money).abs().plus(any(money).abs()).plus(money.get(0)));
        guards();
        return sheet.close(sheet.let("result", total.plus(ratio)));
    }

    private void axis(String name, int size) {
        var axis = sheet.axis(
                name, IntStream.range(0, size).mapToObj(e -> name + " " + e).toList());
        axes.add(axis);
        numbers.put(
                axis,
                place().fixed(
                                name(),
                                Unit.INDEX,
                                axis,
                                IntStream.range(0, size).mapToObj(e -> e + 1.0).toList()));
        rows.put(axis, new ArrayList<>(List.of(givenRow(axis), sourcedRow(axis))));
        var amounts = random.doubles(size, 1, 100).boxed().toList();
        var row = InputRow.of(amounts).from(Source.assumed("a forecast"));
        if (random.nextBoolean()) row = row.shocked(new LogNormal(1, 0.1));
        moneyRows.put(axis, new ArrayList<>(List.of(place().given(name(), Unit.MONEY, axis, row))));
    }

    private void priced() {
        var price = place().given(name(), Unit.perItem("record"), Input.of(random.nextDouble(0.1, 2)));
        var count = place().given(name(), Unit.items("record"), Input.of(random.nextDouble(100, 1000)));
        money.add(price.times(count));
        cells.add(price.power(2).times(count.power(2)).sqrt().dividedBy(money.get(0)));
    }

    private Cell given() {
        double value = random.nextDouble(-2, 2);
        if (random.nextInt(4) > 0)
            return place().given(name(), Unit.FACTOR, uncertain(Input.of(value), Math.abs(value)));
        var shared = uncertain(Input.of(value), Math.abs(value)).sharedAs("shared" + names);
        place().given(name(), Unit.FACTOR, shared);
        return place().given(name(), Unit.FACTOR, shared);
    }

    private Row givenRow(Axis axis) {
        var row = InputRow.of(random.doubles(axis.size(), -2, 2).boxed().toList());
        return place().given(
                        name(),
                        Unit.FACTOR,
                        axis,
                        switch (random.nextInt(3)) {
                            case 0 -> row.shocked(new Normal(1, 0.05));
                            case 1 -> row.shockedIndependently(new Uniform(0.9, 1.1));
                            default -> row;
                        });
    }

    private Row sourcedRow(Axis axis) {
        return place().given(
                        name(),
                        Unit.FACTOR,
                        axis,
                        random.doubles(axis.size(), 0.1, 2)
                                .mapToObj(v -> uncertain(Input.of(v).from(Source.judged("expert", "reason")), v))
                                .toList());
    }

    private Input<Double> uncertain(Input<Double> input, double scale) {
        double v = input.value();
        double s = 0.02 + 0.05 * scale;
        return switch (random.nextInt(7)) {
            case 0 -> input.distributed(new Normal(v, s));
            case 1 -> input.distributed(new Uniform(v - s, v + s));
            case 2 -> input.distributed(new Triangular(v - s, v, v + 2 * s));
            case 3 -> input.distributed(new TruncatedNormal(v, s, v - 2 * s, v + s));
            default -> input;
        };
    }

    private String name() {
        return "f" + names++;
    }

    /** The sheet or one of its sections. */
    private Sheet place() {
        int section = random.nextInt(4);
        return section == 0
                ? sheet
                : section < 3
                        ? sheet.section("section " + section)
                        : sheet.section("outer").section("inner");
    }

    private <T> T any(List<T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    private void keep(Cell cell) {
        var kept = random.nextInt(5) < 2 ? place().let(name(), cell) : cell;
        (kept.unit().isMoney() ? money : cells).add(kept);
    }

    private void keep(Row row) {
        var kept = random.nextInt(5) < 2 ? place().let(name(), row) : row;
        (kept.unit().isMoney() ? moneyRows : rows).get(row.axis()).add(kept);
    }

    private static Cell squashed(Cell x) {
        return x.dividedBy(x.abs().plus(Cell.ONE));
    }

    private static Row squashed(Row x) {
        return x.dividedBy(x.abs().plus(Cell.ONE));
    }

    private static Cell positive(Cell x) {
        return squashed(x).plus(Cell.number(1.25));
    }

    private static Row positive(Row x) {
        return squashed(x).plus(Cell.number(1.25));
    }

    private void step() {
        if (random.nextInt(5) < 2) cell();
        else row(any(axes));
        if (random.nextInt(12) == 0) root();
        if (random.nextInt(15) == 0) function();
        if (random.nextInt(12) == 0) irr(any(axes));
    }

    private void cell() {
        var x = any(cells);
        var y = any(cells);
        var m = any(money);
        var n = any(money);
        switch (random.nextInt(22)) {
            case 0 -> keep(x.plus(y));
            case 1 -> keep(x.minus(y));
            case 2 -> keep(squashed(x).times(y));
            case 3 -> keep(x.dividedBy(positive(y)));
            case 4 -> keep(positive(x).power(EXPONENTS[random.nextInt(EXPONENTS.length)]));
            case 5 -> keep(positive(x).power(squashed(y)));
            case 6 -> keep(squashed(x).power(2 + random.nextInt(3)));
            case 7 -> keep(squashed(x).exp());
            case 8 -> keep(positive(x).log());
            case 9 -> keep(positive(x).sqrt());
            case 10 -> keep(x.abs());
            case 11 -> keep(squashed(x).normalCdf());
            case 12 -> keep(x.min(y));
            case 13 -> keep(x.max(y));
            case 14 -> keep(x.negated());
            case 15 -> keep(Figure.when(x, any(List.of(RELATIONS)), y, any(cells), any(cells)));
            case 16 -> keep(Figure.when(m, any(List.of(RELATIONS)), n, m, n.abs()));
            case 17 -> keep(m.plus(n));
            case 18 -> keep(m.times(squashed(x)));
            case 19 -> keep(m.dividedBy(n.abs().plus(money.get(0))));
            case 20 -> keep(x.as(Unit.FACTOR).plus(Cell.number(random.nextInt(5) - 2)));
            default -> keep(m.max(n).minus(m.min(n).negated()));
        }
    }

    private void row(Axis axis) {
        var x = any(rows.get(axis));
        var y = any(rows.get(axis));
        var c = any(cells);
        var m = any(moneyRows.get(axis));
        switch (random.nextInt(27)) {
            case 0 -> keep(x.plus(y));
            case 1 -> keep(squashed(c).minus(x));
            case 2 -> keep(squashed(x).times(y));
            case 3 -> keep(y.dividedBy(positive(x)));
            case 4 -> keep(positive(x).power(EXPONENTS[random.nextInt(EXPONENTS.length)]));
            case 5 -> keep(positive(c).power(numbers.get(axis).negated()));
            case 6 -> keep(positive(x).power(squashed(y)));
            case 7 -> keep(x.sum());
            case 8 -> keep(positive(x).product());
            case 9 -> keep(x.runningSum());
            case 10 -> keep(positive(squashed(x)).runningProduct());
            case 11 -> keep(x.shift(random.nextInt(2 * axis.size() + 3) - axis.size() - 1, c));
            case 12 -> keep(x.at(random.nextInt(axis.size())));
            case 13 -> keep(x.last());
            case 14 -> keep(Figure.when(x, any(List.of(RELATIONS)), random.nextBoolean() ? y : c, y, c));
            case 15 -> keep(x.min(c).max(y));
            case 16 -> keep(x.abs().negated());
            case 17 -> keep(squashed(x).normalCdf());
            case 18 -> keep(squashed(x).exp().times(positive(y).log()));
            case 19 -> keep(positive(x).sqrt());
            case 20 -> keep(m.times(squashed(x)));
            case 21 -> keep(m.sum());
            case 22 -> keep(m.runningSum().shift(1, any(money)));
            case 23 -> keep(m.dividedBy(any(money).abs().plus(money.get(0))));
            case 25 ->
                keep(Row.of(
                        axis,
                        IntStream.range(0, axis.size())
                                .mapToObj(e -> any(cells))
                                .toList()));
            case 24 -> keep(numbers.get(axis).times(x));
            default ->
                keep(x.times(positive(c).power(numbers.get(axis).negated())).sum());
        }
    }

    private void root() {
        var a = any(cells);
        var b = any(cells);
        var three = Cell.number(3);
        if (random.nextBoolean()) {
            cells.add(place().root(
                            name(),
                            Unit.FACTOR,
                            three.negated(),
                            three,
                            x -> x.power(3)
                                    .plus(x.times(positive(a)))
                                    .minus(squashed(b).times(three))));
            return;
        }
        var axis = any(axes);
        var flows = positive(any(rows.get(axis)));
        cells.add(place().root(
                        name(),
                        Unit.RATE,
                        Cell.ZERO,
                        Cell.number(9),
                        x -> flows.times(
                                        Cell.ONE.plus(x).power(numbers.get(axis).negated()))
                                .sum()
                                .minus(flows.sum().times(Cell.number(0.5)))));
    }

    /** One outlay and what comes of it: one rate. */
    private void irr(Axis axis) {
        int n = axis.size();
        if (n < 2) return;
        var signs = place().fixed(
                        name(),
                        Unit.FACTOR,
                        axis,
                        IntStream.range(0, n).mapToObj(t -> t == 0 ? -1.0 : 1.0).toList());
        var flows = place().let(name(), positive(any(rows.get(axis))).times(signs));
        var rule = any(List.of(RootRule.values()));
        cells.add(
                random.nextBoolean()
                        ? place().irr(name(), flows, rule, 0.1)
                        : place().irr(
                                        name(),
                                        flows,
                                        IntStream.range(0, n)
                                                .mapToObj(t -> 1.25 * t)
                                                .toList(),
                                        rule,
                                        0.1));
    }

    private void function() {
        var arguments = List.of(squashed(any(cells)), squashed(any(cells)), positive(any(cells)));
        keep(
                random.nextBoolean()
                        ? Figure.apply(new TestFunctions.Length(), Unit.FACTOR, arguments)
                        : Figure.apply(new TestFunctions.SoftPlus(), Unit.FACTOR, arguments.subList(0, 2)));
    }

    private void guards() {
        sheet.require(
                "guard of cells", any(cells).abs().plus(Cell.ONE), Relation.GREATER, Cell.ZERO, "It always holds.");
        var axis = any(axes);
        sheet.section("section 1")
                .require(
                        "guard of rows",
                        any(rows.get(axis)).runningSum().abs(),
                        Relation.GREATER_OR_EQUAL,
                        Cell.ZERO,
                        "It always holds.");
    }
}
