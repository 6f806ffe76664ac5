package org.dataassay.quality.indicator;

/**
 * Counts words and characters by a stated convention, which is not that of any language model.
 *
 * <p>A character of the Han, Hiragana or Katakana blocks is a token of its own. Any other token is a longest run of letters, digits and combining marks; an apostrophe between two
 * of these belongs to the run. What a letter is, the character tables of Java 17 (Unicode 13) and later say alike for every character that Unicode 13 has.
 */
final class TextTokens {

    private TextTokens() {}

    /** Tokens of a text: words, characters that stand for themselves, and code points in all. */
    record Count(long words, long ideographs, long codePoints) {}

    static Count of(String text) {
        long words = 0;
        long ideographs = 0;
        long codePoints = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            codePoints++;
            if (standsForItself(c)) {
                ideographs++;
                inWord = false;
            } else if (belongsToWord(c)) {
                if (!inWord) words++;
                inWord = true;
            } else {
                boolean joins = (c == '\'' || c == 0x2019)
                        && inWord
                        && i < text.length()
                        && belongsToWord(text.codePointAt(i))
                        && !standsForItself(text.codePointAt(i));
                inWord = joins;
            }
        }
        return new Count(words, ideographs, codePoints);
    }

    static boolean standsForItself(int c) {
        return c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0x3040 && c <= 0x30FF && c != 0x30FB
                || c >= 0x31F0 && c <= 0x31FF
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0x20000 && c <= 0x323AF;
    }

    private static boolean belongsToWord(int c) {
        if (Character.isLetterOrDigit(c)) return true;
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
