package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * The tiers of one charge, compiled. An amount is base + price × units, in 128 bits: no bill can exceed the largest price times the largest quantity, which is below
 * 2¹²⁶, so nothing inside overflows.
 */
final class Schedule {

    private final String id;
    private final TierMode mode;
    /** Inclusive upper bounds; the last is the largest long. */
    private final long[] top;

    private final long[] price;
    private final long[] baseHigh;
    private final long[] baseLow;
    private final long free;
    private final int decimals;
    private final long stairUnits;

    Schedule(Charge.UsageFee charge, int decimals) {
        this(
                charge.id(),
                charge.mode(),
                charge.tiers(),
                charge.freeUnits().map(f -> Fixed.scaled(f, decimals)).orElse(0L),
                decimals);
    }

    Schedule(Charge.RevenueShare charge, int decimals) {
        this(
                charge.id(),
                TierMode.GRADUATED,
                List.of(new Tier(java.util.Optional.empty(), java.util.Optional.empty(), charge.share())),
                0L,
                decimals);
    }

    private Schedule(String id, TierMode mode, List<Tier> tiers, long free, int decimals) {
        this.id = id;
        this.mode = mode;
        this.free = free;
        this.decimals = decimals;
        stairUnits = Fixed.power(decimals);
        int n = tiers.size();
        top = new long[n];
        price = new long[n];
        baseHigh = new long[n];
        baseLow = new long[n];
        for (int i = 0; i < n; i++) {
            top[i] = tiers.get(i)
                    .upTo()
                    .map(bound -> Fixed.scaled(bound, decimals))
                    .orElse(Long.MAX_VALUE);
            price[i] = Fixed.price(tiers.get(i).price());
            if (i == 0 || mode != TierMode.GRADUATED) continue;
            long units = top[i - 1] - (i == 1 ? 0 : top[i - 2]);
            long low = price[i - 1] * units;
            baseLow[i] = baseLow[i - 1] + low;
            long carry = Long.compareUnsigned(baseLow[i], low) < 0 ? 1 : 0;
            baseHigh[i] = baseHigh[i - 1] + Math.multiplyHigh(price[i - 1], units) + carry;
        }
    }

    TierMode mode() {
        return mode;
    }

    long free() {
        return free;
    }

    /** Bounds of the tiers but the open one, counted after free units. */
    long[] bounds() {
        return Arrays.copyOf(top, top.length - 1);
    }

    int tiers() {
        return top.length;
    }

    long price(int tier) {
        return price[tier];
    }

    /** Inclusive upper bound of a tier. */
    long top(int tier) {
        return top[tier];
    }

    /** Units that are charged for: what is left after the free ones. */
    long charged(long quantity) {
        return quantity <= free ? 0 : quantity - free;
    }

    /** The tier in which a charged quantity above 0 lies. */
    int tier(long charged) {
        int low = 0;
        int high = top.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (charged <= top[middle]) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private long units(int tier, long charged) {
        return switch (mode) {
            case GRADUATED -> tier == 0 ? charged : charged - top[tier - 1];
            case VOLUME -> charged;
            case STAIR_STEP -> stairUnits;
        };
    }

    /** What a quantity costs, exact; in 10^-({@value Fixed#PRICE_DECIMALS} + decimals) of the currency unit. */
    BigDecimal exact(long quantity) {
        long charged = charged(quantity);
        if (charged == 0) return BigDecimal.ZERO;
        int tier = tier(charged);
        long units = units(tier, charged);
        long low = baseLow[tier] + price[tier] * units;
        long carry = Long.compareUnsigned(low, baseLow[tier]) < 0 ? 1 : 0;
        long high = baseHigh[tier] + Math.multiplyHigh(price[tier], units) + carry;
        return Fixed.decimal(high, low, Fixed.PRICE_DECIMALS + decimals);
    }

    /** What a quantity costs in minor units of the currency, rounded once. */
    long rounded(long quantity, int minorUnits, InvoiceRounding.Mode rounding) {
        long charged = charged(quantity);
        if (charged == 0) return 0;
        int tier = tier(charged);
        long units = units(tier, charged);
        long low = baseLow[tier] + price[tier] * units;
        long carry = Long.compareUnsigned(low, baseLow[tier]) < 0 ? 1 : 0;
        long high = baseHigh[tier] + Math.multiplyHigh(price[tier], units) + carry;
        return rounded(high, low, Fixed.power(Fixed.PRICE_DECIMALS + decimals - minorUnits), rounding);
    }

    /** (high·2⁶⁴ + low) ÷ divisor, rounded; the divisor is below 2⁶². */
    private long rounded(long high, long low, long divisor, InvoiceRounding.Mode rounding) {
        long quotient;
        long rest;
        if (high == 0) {
            quotient = Long.divideUnsigned(low, divisor);
            rest = low - quotient * divisor;
        } else {
            // The quotient must fit into 63 bits.
            if (high >= divisor >>> 1) throw overflow();
            quotient = divided(high, low, divisor);
            rest = low - quotient * divisor;
        }
        boolean up = switch (rounding) {
            case UP -> rest != 0;
            case DOWN -> false;
            case HALF_UP -> rest >= divisor - rest;
            case HALF_EVEN -> rest > divisor - rest || rest == divisor - rest && (quotient & 1) == 1;
        };
        if (quotient < 0 || up && quotient == Long.MAX_VALUE) throw overflow();
        return up ? quotient + 1 : quotient;
    }

    private ValuationFailedException overflow() {
        return ValuationFailedException.of(
                PricingError.OVERFLOW,
                id,
                "more than " + Long.MAX_VALUE + " minor units",
                "Bill the quantity in parts, or check the price.");
    }

    /** Two words by one, the quotient fitting into one: schoolbook division with digits of 32 bits, as Knuth's algorithm D. */
    private static long divided(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long d1 = d >>> 32;
        long d0 = d & 0xFFFF_FFFFL;
        long h = shift == 0 ? high : high << shift | low >>> (64 - shift);
        long l = low << shift;
        long q1 = digit(h, l >>> 32, d1, d0);
        long middle = (h << 32 | l >>> 32) - q1 * d;
        long q0 = digit(middle, l & 0xFFFF_FFFFL, d1, d0);
        return (q1 << 32) + q0;
    }

    private static long digit(long high, long next, long d1, long d0) {
        long q = Long.divideUnsigned(high, d1);
        long rest = high - q * d1;
        while (q >>> 32 != 0 || Long.compareUnsigned(q * d0, rest << 32 | next) > 0) {
            q--;
            rest += d1;
            if (rest >>> 32 != 0) break;
        }
        return q;
    }
}
