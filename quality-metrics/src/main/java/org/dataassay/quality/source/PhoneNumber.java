package org.dataassay.quality.source;

/** Telephone numbers. */
final class PhoneNumber {

    private PhoneNumber() {}

    static boolean isChineseMobile(Utf8 text) {
        return text.length() == 11 && text.byteAt(0) == '1' && text.byteAt(1) >= '3' && Digits.all(text, 0, 11);
    }

    static boolean isInternational(Utf8 text) {
        int digits = text.length() - 1;
        return digits >= 7
                && digits <= 15
                && text.byteAt(0) == '+'
                && text.byteAt(1) != '0'
                && Digits.all(text, 1, digits + 1);
    }
}
