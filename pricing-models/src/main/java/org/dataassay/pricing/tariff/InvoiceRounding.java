package org.dataassay.pricing.tariff;

import java.math.RoundingMode;

/**
 * Where and how an invoice is rounded to the currency's minor unit. Everything before is exact.
 *
 * @param mode how
 * @param point where
 */
public record InvoiceRounding(Mode mode, Point point) {

    /** How a half is rounded. */
    public enum Mode {
        HALF_UP(RoundingMode.HALF_UP),
        HALF_EVEN(RoundingMode.HALF_EVEN),
        UP(RoundingMode.UP),
        DOWN(RoundingMode.DOWN);

        private final RoundingMode mode;

        Mode(RoundingMode mode) {
            this.mode = mode;
        }

        RoundingMode mode() {
            return mode;
        }
    }

    /** What is rounded; lines add up to the total either way. */
    public enum Point {
        /** The total; its lines follow by largest remainder, ties by id. */
        TOTAL,
        /** Each line; the total is their sum. Deductions never take more than the other lines make. */
        LINE
    }

    /** Half up, on the total. */
    public static InvoiceRounding total() {
        return new InvoiceRounding(Mode.HALF_UP, Point.TOTAL);
    }

    /** Half up, on each line. */
    public static InvoiceRounding line() {
        return new InvoiceRounding(Mode.HALF_UP, Point.LINE);
    }
}
