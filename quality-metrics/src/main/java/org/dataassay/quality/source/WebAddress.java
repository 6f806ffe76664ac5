package org.dataassay.quality.source;

/** Addresses of the web: scheme, host, and what follows. */
final class WebAddress {

    static final int LONGEST = 2048;

    private static final String[] SCHEMES = {"http://", "https://", "ftp://"};

    private WebAddress() {}

    static boolean accepts(Utf8 text) {
        int length = text.length();
        if (length > LONGEST) return false;
        int host = afterScheme(text);
        if (host < 0) return false;
        int end = host;
        while (end < length && "/?#".indexOf(text.byteAt(end)) < 0) end++;
        return isAuthority(text, host, end) && isPlain(text, end, length);
    }

    private static int afterScheme(Utf8 text) {
        for (var scheme : SCHEMES) {
            int i = 0;
            while (i < scheme.length() && i < text.length() && lower(text.byteAt(i)) == scheme.charAt(i)) i++;
            if (i == scheme.length()) return i;
        }
        return -1;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    /** A host name, an IPv4 address or an IPv6 address in brackets, and possibly a port. */
    private static boolean isAuthority(Utf8 text, int from, int to) {
        int end = to;
        while (end > from && Digits.is(text.byteAt(end - 1))) end--;
        int port = end; // of "host:80" where the digits begin
        if (port > from && text.byteAt(port - 1) == ':' && port < to) {
            if (to - port > 5 || Digits.value(text, port, to) > 65_535) return false;
            end = port - 1;
        } else {
            end = to;
        }
        if (end - from > 2 && text.byteAt(from) == '[' && text.byteAt(end - 1) == ']')
            return IpAddress.isVersion6(text, from + 1, end - 1);
        return HostName.accepts(text, from, end) || IpAddress.isVersion4(text, from, end);
    }

    /** Printable ASCII that needs no escape, and per cent signs only before two hexadecimal digits. */
    private static boolean isPlain(Utf8 text, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = text.byteAt(i);
            if (b <= ' ' || b == 127 || "\"<>\\^`{|}".indexOf(b) >= 0) return false;
            if (b == '%' && !(i + 2 < to && Digits.isHex(text.byteAt(i + 1)) && Digits.isHex(text.byteAt(i + 2))))
                return false;
        }
        return true;
    }
}
