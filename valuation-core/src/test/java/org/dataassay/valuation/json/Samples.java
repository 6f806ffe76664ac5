package org.dataassay.valuation.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.DayCount;
import org.dataassay.valuation.time.PriceBasis;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;

/** Records of every shape, and random values of them. */
final class Samples {

    private Samples() {}

    enum Color {
        DEEP_RED,
        BLUE
    }

    sealed interface Curve {
        record Flat() implements Curve {}

        record HalfLife(double years) implements Curve {
            public HalfLife {
                new Check().range("years", years, 0.1, 100, "Give years.").done();
            }
        }
    }

    record Inner(double share, Optional<String> note) {
        Inner {
            new Check().share("share", share).done();
        }
    }

    record Tree(String name, List<Tree> children) {}

    record Pair<A>(A first, A second) {}

    record Everything(
            String text,
            int whole,
            long longer,
            boolean yes,
            double number,
            BigDecimal decimal,
            LocalDate date,
            Color color,
            Inner inner,
            List<Inner> inners,
            Map<String, Double> byName,
            Map<Color, Integer> byColor,
            Optional<Inner> maybe,
            OptionalDouble maybeNumber,
            Tree tree,
            Pair<Money> pair,
            Curve curve,
            Timing timing,
            CurrencyCode currency,
            Money money,
            UnitPrice price,
            Rate rate,
            Input<Money> amount,
            Input<Rate> discountRate,
            Input<Double> factor,
            Input<UnitPrice> fee,
            InputRow<Money> revenue,
            InputRow<Double> index,
            List<Input<Double>> each) {}

    /** A small request's facts. */
    record Facts(
            Input<Double> royaltyRate,
            InputRow<Money> revenue,
            Input<Rate> discountRate,
            Optional<Input<Double>> lifeYears,
            List<Inner> parts) {
        Facts {
            var check = new Check().share("royaltyRate", royaltyRate.value());
            check.that(
                    revenue.size() >= 1 && revenue.size() <= 50,
                    "revenue",
                    "1 to 50 periods long",
                    revenue.size(),
                    "Forecast the periods.");
            lifeYears.ifPresent(
                    life -> check.that(life.value() > 0, "lifeYears", "above 0", life.value(), "Give years."));
            check.done();
        }
    }

    record Options(Timing timing, boolean tab, double cap, Optional<Double> floor, Inner inner) {
        static final Options STANDARD =
                new Options(Timing.MID_PERIOD, true, 0.25, Optional.of(0.1), new Inner(0.5, Optional.empty()));
    }

    static ValuationContext context() {
        return ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    }

    static Everything everything(RandomGenerator random) {
        return new Everything(
                text(random),
                random.nextInt(),
                random.nextLong(),
                random.nextBoolean(),
                number(random),
                new BigDecimal(
                        new java.math.BigInteger(random.nextInt(1, 90), new java.util.Random(random.nextLong())),
                        random.nextInt(30)),
                LocalDate.of(1900, 1, 1).plusDays(random.nextInt(100_000)),
                one(random, Color.values()),
                inner(random),
                list(random, () -> inner(random)),
                map(random),
                random.nextBoolean() ? Map.of(Color.BLUE, 1, Color.DEEP_RED, 2) : Map.of(),
                maybe(random, () -> inner(random)),
                random.nextBoolean() ? OptionalDouble.of(number(random)) : OptionalDouble.empty(),
                tree(random, 3),
                new Pair<>(money(random), money(random)),
                random.nextBoolean() ? new Curve.Flat() : new Curve.HalfLife(random.nextDouble(0.1, 100)),
                timing(random),
                CurrencyCode.of("JPY"),
                money(random),
                price(random),
                rate(random),
                input(random, money(random)),
                input(random, rate(random)),
                input(random, number(random)),
                input(random, price(random)),
                row(random, list(random, () -> money(random))),
                row(random, list(random, () -> number(random))),
                list(random, () -> input(random, number(random))));
    }

    static double number(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(-1000, 1000);
            case 1 -> random.nextInt(-1000, 1000) / 100.0;
            case 2 -> random.nextDouble();
            default -> {
                double any = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(any) && any != 0 ? any : 1;
            }
        };
    }

    private static String text(RandomGenerator random) {
        var texts = new String[] {
            "", "plain", "数据资产", "بيانات", "🛩️ strike", "\"quoted\" \\ back\n\t\u0001\u2028", "\ud800 lone"
        };
        return one(random, texts);
    }

    private static Inner inner(RandomGenerator random) {
        return new Inner(random.nextDouble(), maybe(random, () -> text(random)));
    }

    private static Tree tree(RandomGenerator random, int depth) {
        return new Tree(text(random), depth == 0 ? List.of() : list(random, () -> tree(random, depth - 1)));
    }

    private static Map<String, Double> map(RandomGenerator random) {
        var map = new LinkedHashMap<String, Double>();
        for (int i = random.nextInt(4); i > 0; i--) map.put("键" + random.nextInt(100), number(random));
        return map;
    }

    static Money money(RandomGenerator random) {
        return Money.of(BigDecimal.valueOf(random.nextInt(), random.nextInt(0, 5)), one(random, "CNY", "JPY", "KWD"));
    }

    private static UnitPrice price(RandomGenerator random) {
        return UnitPrice.of(
                BigDecimal.valueOf(random.nextInt(), random.nextInt(0, 12)), CurrencyCode.of("CNY"), "record");
    }

    private static Rate rate(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> Rate.of(random.nextDouble(-0.9, 1));
            case 1 -> Rate.unusual(random.nextDouble(1.1, 20));
            default ->
                new Rate(
                        random.nextDouble(0, 1),
                        one(random, Compounding.values()),
                        one(random, TaxBasis.values()),
                        one(random, PriceBasis.values()));
        };
    }

    private static Timing timing(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Timing.END;
            case 1 -> Timing.MID_PERIOD;
            case 2 -> Timing.stub(random.nextDouble(0.01, 1), Timing.Regular.START);
            default -> Timing.dated(List.of(LocalDate.of(2026, 6, 30)), one(random, DayCount.values()));
        };
    }

    private static <T> Input<T> input(RandomGenerator random, T value) {
        return new Input<>(
                value,
                source(random),
                maybe(random, () -> distribution(random)),
                maybe(random, () -> "assumption " + random.nextInt(9)));
    }

    private static <T> InputRow<T> row(RandomGenerator random, List<T> values) {
        return new InputRow<>(
                values,
                source(random),
                maybe(random, () -> distribution(random)),
                random.nextBoolean(),
                maybe(random, () -> "assumption " + random.nextInt(9)));
    }

    private static Source source(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Source.NOT_STATED;
            case 1 -> Source.given("IDC", "Market report", "p. 12", LocalDate.of(2025, 6, 30));
            case 2 -> Source.assumed("as last year");
            default -> Source.judged("王芳", text(random));
        };
    }

    private static Distribution distribution(RandomGenerator random) {
        double low = random.nextDouble(-10, 10);
        return switch (random.nextInt(5)) {
            case 0 -> new Distribution.Normal(low, random.nextDouble(0.1, 3));
            case 1 -> new Distribution.LogNormal(Math.abs(low) + 0.1, 0.2);
            case 2 -> new Distribution.Uniform(low, low + 1);
            case 3 -> new Distribution.TruncatedNormal(low, 1, low - 1, low + 2);
            default -> new Distribution.Triangular(low, low + 1, low + 3);
        };
    }

    @SafeVarargs
    private static <T> T one(RandomGenerator random, T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(RandomGenerator random, Supplier<T> make) {
        return random.nextBoolean() ? Optional.of(make.get()) : Optional.empty();
    }

    private static <T> List<T> list(RandomGenerator random, Supplier<T> make) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(4); i > 0; i--) list.add(make.get());
        return list;
    }
}
