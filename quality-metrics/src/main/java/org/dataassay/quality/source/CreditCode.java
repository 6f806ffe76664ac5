package org.dataassay.quality.source;

/**
 * Unified social credit codes by GB 32100-2015: an authority, a kind, six digits of a place, nine characters of the organization and a check character, all of
 * an alphabet of 31 without I, O, S, V and Z.
 */
final class CreditCode {

    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;
    private static final byte[] VALUES = new byte[128];

    /** 3^(i − 1) mod 31. */
    private static final int[] WEIGHTS = new int[LENGTH - 1];

    static {
        java.util.Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) VALUES[ALPHABET.charAt(i)] = (byte) i;
        for (int i = 0, power = 1; i < WEIGHTS.length; i++, power = power * 3 % 31) WEIGHTS[i] = power;
    }

    private CreditCode() {}

    static boolean accepts(Utf8 text) {
        if (text.length() != LENGTH || !Digits.all(text, 2, 8)) return false;
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = value(text.byteAt(i));
            if (value < 0) return false;
            sum += WEIGHTS[i] * value;
        }
        return value(text.byteAt(LENGTH - 1)) == (31 - sum % 31) % 31;
    }

    private static int value(byte b) {
        return b < 0 ? -1 : VALUES[b];
    }
}
