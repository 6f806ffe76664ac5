package org.dataassay.quality.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes indented JSON, field by field in the order of the calls. Numbers are written the same on every JDK. */
final class JsonText {

    /** Significant digits of a written double. */
    static final int DIGITS = 15;

    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean first = true;

    JsonText openObject() {
        return open('{');
    }

    JsonText openObject(String name) {
        return key(name).open('{');
    }

    JsonText openArray(String name) {
        return key(name).open('[');
    }

    JsonText nextObject() {
        separate();
        return open('{');
    }

    JsonText closeObject() {
        return close('}');
    }

    JsonText closeArray() {
        return close(']');
    }

    JsonText field(String name, String value) {
        key(name);
        quote(value);
        return this;
    }

    JsonText field(String name, long value) {
        key(name);
        text.append(value);
        return this;
    }

    JsonText field(String name, boolean value) {
        key(name);
        text.append(value);
        return this;
    }

    JsonText field(String name, double value) {
        key(name);
        text.append(number(value));
        return this;
    }

    /** The double, exactly taken and rounded to {@link #DIGITS} digits; {@link Double#toString} differs between JDK 17 and 19. */
    static String number(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        if (rounded.signum() == 0) return "0";
        var stripped = rounded.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        return exponent >= -7 && exponent < 21 ? stripped.toPlainString() : stripped.toString();
    }

    @Override
    public String toString() {
        return text + "\n";
    }

    private JsonText open(char bracket) {
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonText close(char bracket) {
        depth--;
        if (!first) newLine();
        text.append(bracket);
        first = false;
        return this;
    }

    private JsonText key(String name) {
        separate();
        quote(name);
        text.append(": ");
        return this;
    }

    private void separate() {
        if (!first) text.append(',');
        first = false;
        newLine();
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quote(String value) {
        quote(text, value);
    }

    /** The text as a JSON string. */
    static String quoted(String value) {
        var text = new StringBuilder();
        quote(text, value);
        return text.toString();
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x2028 || c == 0x2029) {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
