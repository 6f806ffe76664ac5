package org.dataassay.quality.source;

/** Names of hosts: at least two labels of letters, digits and inner hyphens, the last beginning with a letter (RFC 1123, section 2.1). */
final class HostName {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    static boolean accepts(Utf8 text, int from, int to) {
        if (to - from < 4 || to - from > LONGEST) return false;
        int labels = 0;
        for (int start = from; start <= to; ) {
            int end = start;
            while (end < to && text.byteAt(end) != '.') end++;
            if (!isLabel(text, start, end)) return false;
            labels++;
            if (end == to) return labels >= 2 && end - start >= 2 && Digits.isLetter(text.byteAt(start));
            start = end + 1;
        }
        return false;
    }

    private static boolean isLabel(Utf8 text, int from, int to) {
        if (from == to || to - from > LONGEST_LABEL || text.byteAt(from) == '-' || text.byteAt(to - 1) == '-')
            return false;
        for (int i = from; i < to; i++) {
            byte b = text.byteAt(i);
            if (!Digits.is(b) && !Digits.isLetter(b) && b != '-') return false;
        }
        return true;
    }
}
