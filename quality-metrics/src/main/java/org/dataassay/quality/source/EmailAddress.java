package org.dataassay.quality.source;

/** Mail addresses in ASCII: the dot-atom form of RFC 5321, section 4.1.2. */
final class EmailAddress {

    static final int LONGEST_LOCAL = 64;

    private static final int LONGEST = 254;
    private static final boolean[] ATOM = new boolean[128];

    static {
        for (int b = 0; b < 128; b++)
            ATOM[b] = Digits.is(b) || Digits.isLetter(b) || "!#$%&'*+-/=?^_`{|}~".indexOf(b) >= 0;
    }

    private EmailAddress() {}

    static boolean accepts(Utf8 text) {
        int length = text.length();
        if (length > LONGEST) return false;
        boolean atom = false;
        for (int i = 0; i < length && i <= LONGEST_LOCAL; i++) {
            byte b = text.byteAt(i);
            if (b == '@') return atom && HostName.accepts(text, i + 1, length);
            if (b == '.') {
                if (!atom) return false;
                atom = false;
            } else {
                if (b < 0 || !ATOM[b]) return false;
                atom = true;
            }
        }
        return false;
    }
}
