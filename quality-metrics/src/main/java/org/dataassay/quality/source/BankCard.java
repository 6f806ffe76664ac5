package org.dataassay.quality.source;

/** Card numbers by ISO/IEC 7812-1. */
final class BankCard {

    private BankCard() {}

    static boolean accepts(Utf8 text) {
        int length = text.length();
        return length >= 13
                && length <= 19
                && text.byteAt(0) != '0'
                && Digits.all(text, 0, length)
                && hasValidCheck(text);
    }

    /** Luhn's formula: every second digit from the right is doubled, its cross sum taken, and all add up to a multiple of ten. */
    static boolean hasValidCheck(Utf8 text) {
        int sum = 0;
        boolean doubled = false;
        for (int i = text.length() - 1; i >= 0; i--, doubled = !doubled) {
            int digit = text.byteAt(i) - '0';
            if (doubled) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
