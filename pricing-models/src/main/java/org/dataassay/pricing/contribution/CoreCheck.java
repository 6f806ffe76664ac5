package org.dataassay.pricing.contribution;

import java.util.List;

/**
 * Whether some players would do better without the others.
 *
 * @param inCore whether no coalition would, but for rounding
 * @param individuallyRational whether no single player would
 * @param greatestGain most that a coalition could gain by itself; of a cost game, save; negative where every one loses
 * @param coalition that could gain it, the first of several
 */
public record CoreCheck(boolean inCore, boolean individuallyRational, double greatestGain, List<String> coalition) {

    /** Most players whose coalitions are all looked at. */
    public static final int MOST_PLAYERS = 20;

    /** Of the greatest worth: a gain below this is rounding. */
    public static final double TOLERANCE = 1e-9;

    public CoreCheck {
        coalition = List.copyOf(coalition);
    }

    static CoreCheck of(TableGame table, double[] values, boolean isCost) {
        int n = values.length;
        double sign = isCost ? -1 : 1;
        var sums = new double[1 << n];
        double greatest = Double.NEGATIVE_INFINITY;
        double alone = Double.NEGATIVE_INFINITY;
        double scale = Math.abs(table.grandWorth());
        int found = 0;
        for (int mask = 1; mask < sums.length; mask++) {
            sums[mask] = sums[mask & mask - 1] + values[Integer.numberOfTrailingZeros(mask)];
            if (mask == sums.length - 1 && n > 1) break;
            double gain = sign * (table.worth(mask) - sums[mask]);
            scale = Math.max(scale, Math.abs(table.worth(mask)));
            if (gain > greatest) {
                greatest = gain;
                found = mask;
            }
            if (Integer.bitCount(mask) == 1) alone = Math.max(alone, gain);
        }
        double tolerance = TOLERANCE * scale;
        return new CoreCheck(
                greatest <= tolerance,
                alone <= tolerance,
                greatest,
                Coalition.ofMask(n, found)
                        .members()
                        .mapToObj(table.players()::get)
                        .toList());
    }
}
