package org.dataassay.report.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/**
 * An element about to be written: {@code Tag.of("p").with("class", "note").text(words)}.
 *
 * <p>Immutable: {@link #with} returns a new tag. Scripts, event handlers, inline styles and links other than within the page or to an https
 * address cannot be made.
 */
public final class Tag {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Set<String> VOID = Set.of("meta", "br", "hr", "col", "wbr");
    private static final Set<String> REFUSED =
            Set.of("script", "iframe", "object", "embed", "link", "base", "form", "foreignobject");

    private final String name;
    private final Map<String, String> attributes;

    private Tag(String name, Map<String, String> attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** An element of HTML or SVG. */
    public static Tag of(String name) {
        new Check()
                .that(
                        NAME.matcher(name).matches() && !REFUSED.contains(name.toLowerCase(Locale.ROOT)),
                        "tag",
                        "an element that neither loads nor runs anything",
                        name,
                        "Use another element.")
                .done();
        return new Tag(name, Map.of());
    }

    /** An element with a style class. */
    public static Tag of(String name, String cssClass) {
        return of(name).with("class", cssClass);
    }

    /** The element with an attribute; a second value for the same attribute replaces the first. */
    public Tag with(String attribute, String value) {
        var key = attribute.toLowerCase(Locale.ROOT);
        new Check()
                .that(
                        NAME.matcher(attribute).matches()
                                && !key.startsWith("on")
                                && !key.equals("style")
                                && !key.equals("src"),
                        "attribute",
                        "one that neither loads nor runs anything",
                        attribute,
                        "Use a class of the style sheet.")
                .that(
                        !key.equals("href") || value.startsWith("#") || value.startsWith("https://"),
                        "href",
                        "a place in the page or an https address",
                        value,
                        "Write the address as text.")
                .done();
        var more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Tag(name, more);
    }

    /** The element with a number as attribute, as short as it goes with two decimals. */
    Tag with(String attribute, double value) {
        return with(attribute, Drawing.number(value));
    }

    /** The element around its content. */
    public Markup holding(Markup... content) {
        return holding(java.util.List.of(content));
    }

    /** The element around its content. */
    public Markup holding(Collection<Markup> content) {
        var out = new StringBuilder().append('<').append(name);
        attributes.forEach((key, value) -> out.append(' ')
                .append(key)
                .append("=\"")
                .append(Markup.escaped(value))
                .append('"'));
        out.append('>');
        if (VOID.contains(name)) return Markup.trusted(out.toString());
        for (var piece : content) out.append(piece);
        return Markup.trusted(out.append("</").append(name).append('>').toString());
    }

    /** The element around words. */
    public Markup text(String words) {
        return holding(Markup.text(words));
    }

    /** The element with nothing in it. */
    public Markup empty() {
        return holding();
    }
}
