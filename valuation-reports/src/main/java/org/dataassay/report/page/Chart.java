package org.dataassay.report.page;

import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/**
 * A picture of some figures. It is drawn twice, for wide and for narrow places, and the style sheet shows the one that fits; the same figures
 * are also given as a {@link #data table}, so nothing is told by shape or color alone.
 *
 * <p>The same chart gives the same bytes on every machine.
 */
public sealed interface Chart permits Waterfall, Tornado, Spider, Fan, Histogram, Radar, Bars, IndicationRanges, Trend {

    /** What the chart shows, in the page's language. */
    String title();

    /** The figures of the chart as a table. */
    Table data(Edition edition);

    /** One sentence per figure for those who cannot see the drawing. */
    String description(Edition edition);

    /** One layout, of {@link Drawing#WIDE} or {@link Drawing#NARROW} units. */
    private Markup layout(String id, Edition edition, double width) {
        var drawing = new Drawing(width);
        double height = Charts.draw(this, drawing, edition, id);
        return drawing.finish(id, title(), description(edition), height);
    }

    /**
     * The drawing as inline SVG in both layouts.
     *
     * @param id begins the ids within the drawing; small letters, digits and hyphens, once per page
     */
    default Markup draw(String id, Edition edition) {
        new Check()
                .that(
                        Pattern.matches("[a-z][a-z0-9-]*", id),
                        "id",
                        "small letters, digits and hyphens",
                        id,
                        "Use another id.")
                .done();
        return Tag.of("div", "chart").holding(layout(id, edition, Drawing.WIDE), layout(id, edition, Drawing.NARROW));
    }
}
