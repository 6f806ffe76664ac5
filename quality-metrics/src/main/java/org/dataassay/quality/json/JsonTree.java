package org.dataassay.quality.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and flags as indented JSON; a list without maps in it stands on one line. */
final class JsonTree {

    /** Most zeros behind, and most digits behind the point, of a number that is written out. */
    private static final int LONGEST = 20;

    private JsonTree() {}

    static String write(Object tree) {
        var text = new StringBuilder();
        write(text, tree, 0);
        return text.append('\n').toString();
    }

    private static void write(StringBuilder text, Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            var separator = "";
            for (var entry : map.entrySet()) {
                text.append(separator).append('\n').append("  ".repeat(depth + 1));
                text.append(quoted((String) entry.getKey())).append(": ");
                write(text, entry.getValue(), depth + 1);
                separator = ",";
            }
            if (!map.isEmpty()) text.append('\n').append("  ".repeat(depth));
            text.append('}');
        } else if (value instanceof List<?> list) {
            boolean deep = list.stream().anyMatch(e -> e instanceof Map);
            text.append('[');
            for (int i = 0; i < list.size(); i++) {
                if (i > 0) text.append(deep ? "," : ", ");
                if (deep) text.append('\n').append("  ".repeat(depth + 1));
                write(text, list.get(i), depth + 1);
            }
            if (deep) text.append('\n').append("  ".repeat(depth));
            text.append(']');
        } else if (value instanceof String string) {
            text.append(quoted(string));
        } else {
            text.append(value instanceof BigDecimal number ? number(number) : String.valueOf(value));
        }
    }

    /** Written out where that is short. */
    static String number(BigDecimal number) {
        return number.scale() < -LONGEST || number.scale() > LONGEST ? number.toString() : number.toPlainString();
    }

    static String quoted(String text) {
        return JsonText.quoted(text);
    }
}
