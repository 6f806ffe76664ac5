package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * Tree to text, the same bytes everywhere: fields in their order, LF, two spaces a level, lists of plain values on one line, our own number text.
 */
final class JsonPrinter {

    /** Beyond these many zeros a number is written with an exponent. */
    private static final int LONGEST_PLAIN = 24;

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private JsonPrinter() {}

    static String print(JsonNode node) {
        var printer = new JsonPrinter();
        printer.value(node, 0);
        return printer.out.append('\n').toString();
    }

    private void value(JsonNode node, int level) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, level);
            case ARRAY -> array(node, level);
            case STRING -> text(node.textValue());
            case NUMBER -> out.append(number(node.decimalValue()));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalStateException("no JSON: " + node.getNodeType());
        }
    }

    private void object(JsonNode node, int level) {
        if (node.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        boolean first = true;
        for (var field : node.properties()) {
            if (!first) out.append(',');
            first = false;
            line(level + 1);
            text(field.getKey());
            out.append(": ");
            value(field.getValue(), level + 1);
        }
        line(level);
        out.append('}');
    }

    private void array(JsonNode node, int level) {
        boolean flat = true;
        for (var element : node) flat &= !element.isContainerNode();
        out.append('[');
        boolean first = true;
        for (var element : node) {
            if (!first) out.append(flat ? ", " : ",");
            first = false;
            if (!flat) line(level + 1);
            value(element, level + 1);
        }
        if (!flat) line(level);
        out.append(']');
    }

    /** The digits as they are, plain unless that is long. */
    static String number(BigDecimal value) {
        return Math.abs((long) value.scale()) <= LONGEST_PLAIN ? value.toPlainString() : value.toString();
    }

    private void line(int level) {
        out.append('\n');
        out.append("  ".repeat(level));
    }

    /** Control characters, quotes, backslashes and lone surrogates are escaped; all else stands as it is. */
    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || c == '\u2028' || c == '\u2029' || isLone(text, i)) escaped(c);
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c))
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void escaped(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) out.append(HEX.charAt(c >> shift & 15));
    }
}
