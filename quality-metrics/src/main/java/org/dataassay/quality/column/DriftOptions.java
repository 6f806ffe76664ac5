package org.dataassay.quality.column;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;

/**
 * From where on a difference matters.
 *
 * @param thresholds by measure; a measure without one is not compared
 * @param falseAlarm odds in (0, 0.5] that sampling error alone makes <em>any</em> of the tests of one comparison significant; each is made at this divided by their
 *     number (Bonferroni)
 */
public record DriftOptions(Map<DriftMeasure, Threshold> thresholds, double falseAlarm) {

    /** Odds of a false alarm when the caller says nothing. */
    public static final double FALSE_ALARM = 0.01;

    /** The rule of thumb of credit scoring: below 0.10 little, up to 0.25 moderate, above it major change. */
    public static final Threshold STABILITY_INDEX = new Threshold(0.1, 0.25);

    /** Small and medium effects: J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988, section 2.2. */
    public static final Threshold MEAN_SHIFT = new Threshold(0.2, 0.5);

    /** A house convention, as are all that are not named here. */
    public static final Threshold DISTANCE = new Threshold(0.1, 0.2);

    /**
     * Two amounts.
     *
     * @param moderate from here on worth a look
     * @param major from here on the two tables should not be taken for one
     */
    public record Threshold(double moderate, double major) {
        public Threshold {
            new Check()
                    .that(moderate >= 0, "moderate", "at least 0", moderate, "Give an amount.")
                    .that(
                            major >= moderate && major <= 1e9,
                            "major",
                            "at least moderate (" + Plain.of(moderate) + ")",
                            major,
                            "Exchange the amounts.")
                    .done();
        }
    }

    public DriftOptions {
        new Check()
                .that(
                        falseAlarm > 0 && falseAlarm <= 0.5,
                        "falseAlarm",
                        "in (0, 0.5]",
                        falseAlarm,
                        "Give odds such as 0.01.")
                .done();
        var ordered = new EnumMap<DriftMeasure, Threshold>(DriftMeasure.class);
        ordered.putAll(thresholds);
        thresholds = Collections.unmodifiableMap(ordered);
    }

    /** Every measure: conventions of the profession where there are any, else those of this library. */
    public static DriftOptions standard() {
        var thresholds = new EnumMap<DriftMeasure, Threshold>(DriftMeasure.class);
        thresholds.put(DriftMeasure.ROWS, new Threshold(0.2, 0.5));
        thresholds.put(DriftMeasure.NEW_COLUMN, new Threshold(1, 2));
        thresholds.put(DriftMeasure.VANISHED_COLUMN, new Threshold(0.5, 1));
        thresholds.put(DriftMeasure.TYPE, new Threshold(0.5, 1));
        thresholds.put(DriftMeasure.MISSING_SHARE, new Threshold(0.01, 0.05));
        thresholds.put(DriftMeasure.DISTINCT, new Threshold(0.1, 0.5));
        thresholds.put(DriftMeasure.NEW_VALUES, new Threshold(0.01, 0.05));
        thresholds.put(DriftMeasure.STABILITY_INDEX, STABILITY_INDEX);
        thresholds.put(DriftMeasure.JENSEN_SHANNON, DISTANCE);
        thresholds.put(DriftMeasure.KOLMOGOROV_SMIRNOV, DISTANCE);
        thresholds.put(DriftMeasure.MEAN_SHIFT, MEAN_SHIFT);
        return new DriftOptions(thresholds, FALSE_ALARM);
    }

    /** The same with another threshold. */
    public DriftOptions with(DriftMeasure measure, Threshold threshold) {
        var changed = new EnumMap<DriftMeasure, Threshold>(DriftMeasure.class);
        changed.putAll(thresholds);
        changed.put(measure, threshold);
        return new DriftOptions(changed, falseAlarm);
    }
}
