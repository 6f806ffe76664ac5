package org.dataassay.quality.indicator;

import org.dataassay.quality.rule.Indicator;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Source;

/**
 * What somebody else counted, such as a test of the service for what a table cannot show.
 *
 * @param indicator what was measured
 * @param count A as the indicator counts it: what meets the requirement, or the defects where lower is better
 * @param evaluated B, at least A
 * @param source who counted, when and how; must be stated
 */
public record StatedMeasure(Indicator indicator, long count, long evaluated, Source source) {

    public StatedMeasure {
        new Check()
                .that(count >= 0, "count", "at least 0", count, "Give A as it was counted.")
                .that(
                        evaluated >= count,
                        "evaluated",
                        "at least count " + count,
                        evaluated,
                        "Give B as it was counted.")
                .that(source.isStated(), "source", "stated", "not stated", "Say who counted, when and how.")
                .done();
    }
}
