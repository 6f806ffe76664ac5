package org.dataassay.report.page;

/** Draws each kind of chart; the kinds are closed, so this is their only list. */
final class Charts {

    private Charts() {}

    static double draw(Chart chart, Drawing drawing, Edition edition, String id) {
        if (chart instanceof Waterfall waterfall) return waterfall.draw(drawing, edition);
        if (chart instanceof Tornado tornado) return tornado.draw(drawing, edition);
        if (chart instanceof Spider spider) return spider.draw(drawing, edition);
        if (chart instanceof Fan fan) return fan.draw(drawing, edition);
        if (chart instanceof Histogram histogram) return histogram.draw(drawing, edition);
        if (chart instanceof Radar radar)
            return radar.draw(drawing, edition, id + (drawing.isNarrow() ? "-narrow" : "-wide"));
        if (chart instanceof Bars bars) return bars.draw(drawing);
        if (chart instanceof IndicationRanges ranges) return ranges.draw(drawing, edition);
        if (chart instanceof Trend trend) return trend.draw(drawing, edition);
        throw new IllegalStateException("No drawing for " + chart.getClass().getName());
    }
}
