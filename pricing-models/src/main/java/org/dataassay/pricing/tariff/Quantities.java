package org.dataassay.pricing.tariff;

/** Quantities as they stand in event files. */
final class Quantities {

    /** What is no plain decimal of at least 0. */
    static final long BROKEN = -1;

    /** What has more decimals than its meter, or is too large. */
    static final long TOO_FINE = -2;

    private Quantities() {}

    /** A plain decimal of at least 0 as a whole number with so many decimals. */
    static long read(byte[] b, int from, int to, int decimals) {
        if (from >= to) return BROKEN;
        long value = 0;
        int seen = -1;
        int digits = 0;
        for (int i = from; i < to; i++) {
            int digit = b[i] - '0';
            if (b[i] == '.' && seen < 0 && digits > 0) {
                seen = 0;
                continue;
            }
            if (digit < 0 || digit > 9) return BROKEN;
            digits++;
            if (seen >= 0 && seen >= decimals) {
                if (digit != 0) return TOO_FINE;
                continue;
            }
            if (seen >= 0) seen++;
            if (value > (Long.MAX_VALUE - digit) / 10) return TOO_FINE;
            value = value * 10 + digit;
        }
        if (digits == 0 || b[to - 1] == '.') return BROKEN;
        for (int i = Math.max(0, seen); i < decimals; i++) {
            if (value > Long.MAX_VALUE / 10) return TOO_FINE;
            value *= 10;
        }
        return value;
    }
}
