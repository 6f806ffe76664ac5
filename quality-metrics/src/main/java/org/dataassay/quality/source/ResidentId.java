package org.dataassay.quality.source;

import java.time.YearMonth;

/** Numbers of residents by GB 11643-1999: six digits of a place, eight of a day of birth, three of a sequence, and a check character. */
final class ResidentId {

    private static final int LENGTH = 18;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2199;

    /** 2^(18 − i) mod 11 for the character i = 1 … 17: ISO 7064, mod 11-2. */
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String CHECK = "10X98765432";

    /** Codes of the 31 mainland provinces, 71 Taiwan, 81 Hong Kong, 82 Macao, and 83 on residence permits for people from Taiwan. */
    private static final boolean[] PROVINCES = new boolean[100];

    static {
        int[] ranges = {11, 15, 21, 23, 31, 37, 41, 46, 50, 54, 61, 65, 71, 71, 81, 83};
        for (int i = 0; i < ranges.length; i += 2) {
            for (int code = ranges[i]; code <= ranges[i + 1]; code++) PROVINCES[code] = true;
        }
    }

    private ResidentId() {}

    static boolean accepts(Utf8 text) {
        return text.length() == LENGTH
                && Digits.all(text, 0, LENGTH - 1)
                && PROVINCES[Digits.value(text, 0, 2)]
                && isDay(Digits.value(text, 6, 10), Digits.value(text, 10, 12), Digits.value(text, 12, 14))
                && hasValidCheck(text);
    }

    /** Whether the last of 18 characters is the check character of the 17 digits before it. */
    static boolean hasValidCheck(Utf8 text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * (text.byteAt(i) - '0');
        return text.byteAt(LENGTH - 1) == CHECK.charAt(sum % 11);
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= FIRST_YEAR
                && year <= LAST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }
}
