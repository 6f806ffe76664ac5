package org.dataassay.quality.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON object on one line, strictly: its keys, and the text of each value. A text is itself, a number as it is written, null nothing, and an object or array is the
 * piece of JSON that it is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, T. Bray, The JavaScript Object Notation (JSON) Data Interchange Format, 2017</a>
 */
final class JsonObject {

    private static final int DEEPEST = 200;

    private final byte[] b;
    private final int to;
    private int at;

    private JsonObject(byte[] bytes, int from, int to) {
        this.b = bytes;
        this.at = from;
        this.to = to;
    }

    /** Says what is wrong with a line, and never shows what stands on it. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what, null, false, false);
        }
    }

    /** The values by key, in the order of the line. */
    static Map<String, byte[]> parse(byte[] bytes, int from, int to) throws Broken {
        return new JsonObject(bytes, from, to).object(from);
    }

    private Map<String, byte[]> object(int start) throws Broken {
        var members = new LinkedHashMap<String, byte[]>();
        space();
        if (peek() != '{') throw broken("an object must begin", start);
        at++;
        space();
        if (peek() == '}') {
            at++;
        } else {
            do {
                space();
                var key = new String(string(start), StandardCharsets.UTF_8);
                space();
                expect(':', start);
                space();
                if (members.put(key, value(start)) != null) throw broken("a key comes twice before", start);
                space();
            } while (another('}', start));
        }
        space();
        if (at < to) throw broken("more text follows behind the object", start);
        return members;
    }

    private byte[] value(int start) throws Broken {
        int c = peek();
        if (c == '"') return string(start);
        int from = at;
        skip(start, 0);
        return c == 'n' ? new byte[0] : Arrays.copyOfRange(b, from, at);
    }

    /** Passes over a value, checking it. */
    private void skip(int start, int depth) throws Broken {
        if (depth > DEEPEST) throw broken("values are nested more than " + DEEPEST + " deep", start);
        switch (peek()) {
            case '"' -> string(start);
            case '{' -> {
                at++;
                space();
                if (peek() == '}') {
                    at++;
                    return;
                }
                do {
                    space();
                    string(start);
                    space();
                    expect(':', start);
                    space();
                    skip(start, depth + 1);
                    space();
                } while (another('}', start));
            }
            case '[' -> {
                at++;
                space();
                if (peek() == ']') {
                    at++;
                    return;
                }
                do {
                    space();
                    skip(start, depth + 1);
                    space();
                } while (another(']', start));
            }
            case 't' -> word("true", start);
            case 'f' -> word("false", start);
            case 'n' -> word("null", start);
            default -> number(start);
        }
    }

    private boolean another(char end, int start) throws Broken {
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(end, start);
        return false;
    }

    private void word(String word, int start) throws Broken {
        for (int i = 0; i < word.length(); i++) expect(word.charAt(i), start);
    }

    private void number(int start) throws Broken {
        if (peek() == '-') at++;
        if (peek() == '0') {
            at++;
        } else {
            digits(start);
        }
        if (peek() == '.') {
            at++;
            digits(start);
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            if (peek() == '+' || peek() == '-') at++;
            digits(start);
        }
    }

    private void digits(int start) throws Broken {
        int from = at;
        while (peek() >= '0' && peek() <= '9') at++;
        if (at == from) throw broken("a value is expected", start);
    }

    private byte[] string(int start) throws Broken {
        expect('"', start);
        int from = at;
        while (at < to && b[at] != '"' && b[at] != '\\' && (b[at] & 0xFF) >= ' ') at++;
        if (peek() == '"') return Arrays.copyOfRange(b, from, at++);
        var text = new ByteArrayOutputStream();
        text.write(b, from, at - from);
        while (true) {
            int c = peek();
            if (c < 0) throw broken("a text is not closed", start);
            if (c < ' ') throw broken("a control character stands in a text", start);
            at++;
            if (c == '"') return text.toByteArray();
            if (c == '\\') escape(text, start);
            else text.write(c);
        }
    }

    private void escape(ByteArrayOutputStream text, int start) throws Broken {
        int c = peek();
        at++;
        switch (c) {
            case '"', '\\', '/' -> text.write(c);
            case 'b' -> text.write('\b');
            case 'f' -> text.write('\f');
            case 'n' -> text.write('\n');
            case 'r' -> text.write('\r');
            case 't' -> text.write('\t');
            case 'u' -> {
                int unit = unit(start);
                if (Character.isHighSurrogate((char) unit) && peek() == '\\') {
                    at++;
                    expect('u', start);
                    int low = unit(start);
                    if (!Character.isLowSurrogate((char) low)) throw broken("half a character is escaped", start);
                    unit = Character.toCodePoint((char) unit, (char) low);
                }
                if (unit >= 0xD800 && unit <= 0xDFFF) throw broken("half a character is escaped", start);
                text.writeBytes(Character.toString(unit).getBytes(StandardCharsets.UTF_8));
            }
            default -> throw broken("an escape is unknown", start);
        }
    }

    private int unit(int start) throws Broken {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) throw broken("an escape is unknown", start);
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    private void space() {
        while (at < to && (b[at] == ' ' || b[at] == '\t' || b[at] == '\r')) at++;
    }

    private int peek() {
        return at < to ? b[at] & 0xFF : -1;
    }

    private void expect(char c, int start) throws Broken {
        if (peek() != c) throw broken("'" + c + "' is expected", start);
        at++;
    }

    private Broken broken(String what, int start) {
        return new Broken(
                what + " at byte " + (Math.min(at, to) - start + 1) + (at >= to ? ", where the line ends" : ""));
    }
}
