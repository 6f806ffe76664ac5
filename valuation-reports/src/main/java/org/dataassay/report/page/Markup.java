package org.dataassay.report.page;

import java.util.Collection;
import java.util.Objects;

/**
 * A finished piece of HTML or SVG. It can only be made from text, which is escaped, and from {@link Tag tags}, so a page cannot hold markup
 * that came from data.
 *
 * <p>Immutable and thread-safe.
 */
public final class Markup {

    /** Nothing at all. */
    public static final Markup EMPTY = new Markup("");

    private final String source;

    private Markup(String source) {
        this.source = source;
    }

    /** Words as they are: markup characters are escaped, characters that XML forbids are replaced by U+FFFD. */
    public static Markup text(String words) {
        return new Markup(escaped(words));
    }

    /** Pieces one after the other. */
    public static Markup join(Markup... pieces) {
        return join(java.util.List.of(pieces));
    }

    /** Pieces one after the other. */
    public static Markup join(Collection<Markup> pieces) {
        var joined = new StringBuilder();
        for (var piece : pieces) joined.append(piece.source);
        return new Markup(joined.toString());
    }

    /** Only {@link Tag} and {@link Page} write markup characters. */
    static Markup trusted(String source) {
        return new Markup(source);
    }

    static String escaped(String words) {
        var out = new StringBuilder(words.length() + 16);
        for (int i = 0, c; i < words.length(); i += Character.charCount(c)) {
            c = words.codePointAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        }
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
        return !(c >= 0x7F && c <= 0x9F) && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
    }

    public boolean isEmpty() {
        return source.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Markup that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(source);
    }

    /** The HTML or SVG. */
    @Override
    public String toString() {
        return source;
    }
}
