package org.dataassay.quality.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Optional;

/**
 * Which encoding a stretch of text is in, told from its bytes.
 *
 * <p>UTF-8 where every sequence is one of UTF-8: text of another encoding passes that only when it is very short. Else GB 18030 where every sequence is one of it and
 * at least half of those of two bytes lie in the square of GB 2312, where nearly all of written Chinese lies; an accented letter of a Latin encoding before a
 * plain one does not. Else whichever goes right for longer, so that its first wrong byte can be named.
 */
final class EncodingGuess {

    private EncodingGuess() {}

    /** The encoding that a byte order mark states. */
    static Optional<TextEncoding> marked(byte[] b, int from, int to) {
        if (begins(b, from, to, 0xEF, 0xBB, 0xBF)) return Optional.of(TextEncoding.UTF_8);
        if (begins(b, from, to, 0xFF, 0xFE)) return Optional.of(TextEncoding.UTF_16LE);
        if (begins(b, from, to, 0xFE, 0xFF)) return Optional.of(TextEncoding.UTF_16BE);
        if (begins(b, from, to, 0x84, 0x31, 0x95, 0x33)) return Optional.of(TextEncoding.GB18030);
        return Optional.empty();
    }

    static int markLength(TextEncoding encoding) {
        return switch (encoding) {
            case UTF_8 -> 3;
            case UTF_16LE, UTF_16BE -> 2;
            case GB18030 -> 4;
        };
    }

    static boolean begins(byte[] b, int from, int to, int... mark) {
        if (to - from < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((b[from + i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    /**
     * UTF-16 without a mark: zeros beside separators and on one side only, so many or in such company that they are no stray zeros of UTF-8, and nothing that is not
     * UTF-16.
     *
     * @param b the beginning of a text
     */
    static Optional<TextEncoding> wide(byte[] b, int from, int to, boolean whole) {
        int[] zeros = new int[2];
        for (int i = from; i < to; i++) {
            if (b[i] == 0) zeros[i - from & 1]++;
        }
        if (zeros[0] > 0 == zeros[1] > 0) return Optional.empty();
        int zeroSide = zeros[0] > 0 ? 0 : 1;
        boolean many = 4L * zeros[zeroSide] >= to - from;
        var encoding = zeroSide == 0 ? TextEncoding.UTF_16BE : TextEncoding.UTF_16LE;
        boolean is = (many || validUtf8(b, from, to, whole) < to)
                && hasWideSeparator(b, from, to, zeroSide)
                && valid(encoding, b, from, to, whole) == to;
        return is ? Optional.of(encoding) : Optional.empty();
    }

    private static boolean hasWideSeparator(byte[] b, int from, int to, int zeroSide) {
        for (int i = from; i + 1 < to; i += 2) {
            if (b[i + zeroSide] == 0 && ",;|\t\r\n".indexOf(b[i + 1 - zeroSide]) >= 0) return true;
        }
        return false;
    }

    /** UTF-8 or GB 18030, for a stretch that begins at a character. */
    static TextEncoding narrow(byte[] b, int from, int to, boolean whole) {
        int utf8 = validUtf8(b, from, to, whole);
        if (utf8 == to) return TextEncoding.UTF_8;
        int gb = valid(TextEncoding.GB18030, b, from, to, whole);
        return gb > utf8 && looksChinese(b, from, gb) ? TextEncoding.GB18030 : TextEncoding.UTF_8;
    }

    /** Index of the first byte that is not UTF-8; zeros are no matter of encoding. */
    private static int validUtf8(byte[] b, int from, int to, boolean whole) {
        var guard = new TextGuard();
        int at = from;
        while (at < to) {
            at = guard.check(b, at, to);
            if (at < to && b[at] != 0) return at;
            if (at < to) at++;
        }
        return whole && !guard.complete() ? to - 1 : to;
    }

    private static int valid(TextEncoding encoding, byte[] b, int from, int to, boolean whole) {
        var in = ByteBuffer.wrap(b, from, to - from);
        var out = CharBuffer.allocate(to - from + 1);
        var result = encoding.charset().newDecoder().decode(in, out, whole);
        return result.isError() ? in.position() : to;
    }

    private static boolean looksChinese(byte[] b, int from, int to) {
        int pairs = 0;
        int common = 0;
        for (int i = from; i + 1 < to; i++) {
            if (b[i] >= 0) continue;
            int lead = b[i] & 0xFF;
            int trail = b[++i] & 0xFF;
            if (trail >= '0' && trail <= '9') {
                i += 2;
                continue;
            }
            pairs++;
            if (lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1) common++;
        }
        return 2 * common >= pairs;
    }
}
