package org.dataassay.quality.source;

/** Addresses of the Internet protocol. */
final class IpAddress {

    private IpAddress() {}

    static boolean isVersion4(Utf8 text) {
        return isVersion4(text, 0, text.length());
    }

    static boolean isVersion6(Utf8 text) {
        return isVersion6(text, 0, text.length());
    }

    static boolean isVersion4(Utf8 text, int from, int to) {
        if (to - from < 7 || to - from > 15) return false;
        int at = from;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && (at == to || text.byteAt(at++) != '.')) return false;
            int start = at;
            while (at < to && at - start < 4 && Digits.is(text.byteAt(at))) at++;
            if (at == start || at - start > 3 || (at - start > 1 && text.byteAt(start) == '0')) return false;
            if (Digits.value(text, start, at) > 255) return false;
        }
        return at == to;
    }

    static boolean isVersion6(Utf8 text, int from, int to) {
        if (to - from < 2 || to - from > 45) return false;
        int groups = 0;
        boolean shortened = false;
        int at = from;
        if (text.byteAt(at) == ':') {
            if (text.byteAt(at + 1) != ':') return false;
            shortened = true;
            at += 2;
            if (at == to) return true;
        }
        while (true) {
            int start = at;
            while (at < to && at - start < 5 && Digits.isHex(text.byteAt(at))) at++;
            if (at < to && text.byteAt(at) == '.') {
                groups += 2;
                return isVersion4(text, start, to) && (shortened ? groups < 8 : groups == 8);
            }
            if (at == start || at - start > 4) return false;
            groups++;
            if (at == to) return shortened ? groups < 8 : groups == 8;
            if (text.byteAt(at++) != ':' || at == to) return false;
            if (text.byteAt(at) == ':') {
                if (shortened) return false;
                shortened = true;
                if (++at == to) return groups < 8;
            }
        }
    }
}
