package org.dataassay.valuation.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;

/**
 * Divides a rounded total into rounded parts that add up to it, to the minor unit.
 *
 * <p><b>Formula</b>  each part is first rounded down to the minor unit; the units still missing go, one each, to the parts that lost most. Ties go to the smaller id,
 * so the order of the map does not matter.
 * <p><b>Numerics</b>  exact; a weight given as a double counts as its shortest decimal
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits a total in proportion to weights. A negative total splits like its opposite.
     *
     * @param total a whole number of minor units
     * @param weights by id; at least 0 each, more than 0 together
     * @return the parts in the order of the weights
     */
    public static <K extends Comparable<? super K>> Map<K, Money> split(Money total, Map<K, ? extends Number> weights) {
        requireRounded(total);
        var exact = exact("weights", weights);
        var sum = BigDecimal.ZERO;
        var check = new Check();
        for (var weight : exact.entrySet()) {
            check.that(
                    weight.getValue().signum() >= 0,
                    "weights." + weight.getKey(),
                    "at least 0",
                    weight.getValue().toPlainString(),
                    "Leave it out, or give its share.");
            sum = sum.add(weight.getValue());
        }
        check.that(
                        sum.signum() > 0,
                        "weights",
                        "more than 0 together",
                        sum.toPlainString(),
                        "Give at least one weight above 0.")
                .done();

        // Whole weights and whole minor units make quotient and remainder exact.
        int scale = exact.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
        var whole = sum.setScale(scale).unscaledValue();
        var units = minorUnits(total.amount(), total.currency());
        var floors = new LinkedHashMap<K, BigInteger>();
        var remainders = new LinkedHashMap<K, BigDecimal>();
        for (var weight : exact.entrySet()) {
            var share = weight.getValue().setScale(scale).unscaledValue();
            var quotient = units.abs().multiply(share).divideAndRemainder(whole);
            floors.put(weight.getKey(), quotient[0]);
            remainders.put(weight.getKey(), new BigDecimal(quotient[1]));
        }
        handOut(units.abs(), floors, remainders);
        return parts(floors, total.currency(), units.signum() < 0);
    }

    /**
     * Rounds parts of any sign, which add up to the total but for its rounding, so that they add up to it exactly.
     *
     * @param total a whole number of minor units
     * @param parts by id, in units of the currency; they add up to within one minor unit of the total
     * @return the rounded parts in the order of the parts
     */
    public static <K extends Comparable<? super K>> Map<K, Money> round(Money total, Map<K, ? extends Number> parts) {
        requireRounded(total);
        var exact = exact("parts", parts);
        var sum = exact.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int decimals = total.currency().minorUnits();
        if (total.amount().subtract(sum).abs().compareTo(BigDecimal.ONE.movePointLeft(decimals)) >= 0) {
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "parts",
                    "they add up to " + sum.toPlainString() + " where the total is " + total,
                    "Give all parts of the total.");
        }
        var floors = new LinkedHashMap<K, BigInteger>();
        var remainders = new LinkedHashMap<K, BigDecimal>();
        for (var part : exact.entrySet()) {
            var units = part.getValue().movePointRight(decimals);
            var floor = units.setScale(0, RoundingMode.FLOOR);
            floors.put(part.getKey(), floor.toBigIntegerExact());
            remainders.put(part.getKey(), units.subtract(floor));
        }
        handOut(minorUnits(total.amount(), total.currency()), floors, remainders);
        return parts(floors, total.currency(), false);
    }

    /** Gives one unit each to the largest remainders until the floors add up to the total. */
    private static <K extends Comparable<? super K>> void handOut(
            BigInteger total, Map<K, BigInteger> floors, Map<K, BigDecimal> remainders) {
        int missing = total.subtract(floors.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        var order = new ArrayList<>(remainders.keySet());
        order.sort(Comparator.<K, BigDecimal>comparing(id -> value(remainders, id))
                .reversed()
                .thenComparing(Comparator.<K>naturalOrder()));
        for (var id : order.subList(0, missing)) floors.merge(id, BigInteger.ONE, BigInteger::add);
    }

    private static <K> BigDecimal value(Map<K, BigDecimal> remainders, K id) {
        return remainders.getOrDefault(id, BigDecimal.ZERO);
    }

    private static <K> Map<K, Money> parts(Map<K, BigInteger> units, CurrencyCode currency, boolean negative) {
        var parts = new LinkedHashMap<K, Money>();
        units.forEach((id, count) -> parts.put(
                id, new Money(new BigDecimal(negative ? count.negate() : count, currency.minorUnits()), currency)));
        return Collections.unmodifiableMap(parts);
    }

    private static BigInteger minorUnits(BigDecimal amount, CurrencyCode currency) {
        return amount.movePointRight(currency.minorUnits()).toBigIntegerExact();
    }

    private static void requireRounded(Money total) {
        new Check()
                .that(total.isRounded(), "total", "a whole number of minor units", total, "Round it first.")
                .done();
    }

    private static <K> Map<K, BigDecimal> exact(String field, Map<K, ? extends Number> numbers) {
        var exact = new LinkedHashMap<K, BigDecimal>();
        numbers.forEach((id, number) -> exact.put(id, decimal(field + "." + id, number)));
        new Check()
                .that(!exact.isEmpty(), field, "at least one", "none", "Name who takes part.")
                .done();
        return exact;
    }

    private static BigDecimal decimal(String field, Number number) {
        if (number instanceof BigDecimal decimal) return Decimals.normal(decimal, 0);
        if (number instanceof BigInteger integer) return Decimals.normal(new BigDecimal(integer), 0);
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw InvalidInputException.of(
                        ValuationError.NOT_FINITE, field, Plain.of(value), "Give a finite number.");
            }
            return Plain.decimal(value);
        }
        return BigDecimal.valueOf(number.longValue());
    }
}
