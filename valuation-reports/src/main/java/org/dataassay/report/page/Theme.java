package org.dataassay.report.page;

/**
 * The colors of a page by day and by night; print takes those of the day.
 *
 * @param light colors on a light screen and on paper
 * @param dark colors on a dark screen
 */
public record Theme(Palette light, Palette dark) {

    private static final Theme STANDARD = new Theme(
            new Palette(
                    "#f6f4ef", "#ffffff", "#22303a", "#5a6872", "#dcd9d1", "#1d6a74", "#d3e6e6", "#2a7d6d", "#b4532f",
                    "#8a6100", "#f5e6bd", "#b3541e", "#fcf1e4"),
            new Palette(
                    "#12191d", "#1b252b", "#e6eaeb", "#a3b0b6", "#36444c", "#6fc1c6", "#234349", "#6cc5ae", "#ec9873",
                    "#e9c46a", "#4a3f1f", "#eb9a5b", "#33271b"));

    /** Warm paper, dark ink, teal and gold. */
    public static Theme standard() {
        return STANDARD;
    }

    String css() {
        return ":root{color-scheme:light dark;" + variables(light)
                + "}\n@media screen and (prefers-color-scheme:dark){:root{" + variables(dark) + "}}\n";
    }

    private static String variables(Palette palette) {
        var css = new StringBuilder();
        palette.variables()
                .forEach((name, color) ->
                        css.append("--").append(name).append(':').append(color).append(';'));
        return css.toString();
    }
}
