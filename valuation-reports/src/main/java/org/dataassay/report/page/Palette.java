package org.dataassay.report.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/**
 * The colors of a page, each as {@code #rrggbb}.
 *
 * @param paper behind everything
 * @param card behind a card
 * @param ink text
 * @param muted lesser text
 * @param rule lines and grids
 * @param accent the color of the subject: bars, links
 * @param soft the accent as a background
 * @param rise what adds
 * @param fall what takes away
 * @param conclusion the conclusion's mark
 * @param band the conclusion's range
 * @param warning a warning's edge
 * @param alert a warning's background
 */
public record Palette(
        String paper,
        String card,
        String ink,
        String muted,
        String rule,
        String accent,
        String soft,
        String rise,
        String fall,
        String conclusion,
        String band,
        String warning,
        String alert) {

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");

    public Palette {
        var check = new Check();
        variables(paper, card, ink, muted, rule, accent, soft, rise, fall, conclusion, band, warning, alert)
                .forEach((name, color) -> check.that(
                        COLOR.matcher(color).matches(), name, "a color as #rrggbb", color, "Use small letters."));
        check.done();
    }

    /** The colors by the names of the style sheet's variables. */
    Map<String, String> variables() {
        return variables(paper, card, ink, muted, rule, accent, soft, rise, fall, conclusion, band, warning, alert);
    }

    private static Map<String, String> variables(String... colors) {
        var names = java.util.List.of(
                "paper",
                "card",
                "ink",
                "muted",
                "rule",
                "accent",
                "soft",
                "rise",
                "fall",
                "conclusion",
                "band",
                "warning",
                "alert");
        var variables = new LinkedHashMap<String, String>();
        for (int i = 0; i < colors.length; i++) variables.put(names.get(i), colors[i]);
        return variables;
    }
}
