package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.numeric.Brent;
import org.dataassay.valuation.sheet.Solution.Answer;
import org.dataassay.valuation.sheet.Solution.Skipped;
import org.dataassay.valuation.sheet.Solution.Stretch;

/** One search for the numbers of an input that give a figure its target; see {@link Solution}. */
final class Solve {

    /** Tolerance as a share of the bracket's larger end: without one, an answer at 0 would be narrowed for ever. */
    private static final double FINEST = 0x1p-60;

    /** A figure that moves by more than this share of what it moves over a whole interval, across the last bits of an answer, jumps. */
    private static final double JUMP = 1e-3;

    private final Goal goal;
    private final String figure;
    private final Lever lever;
    private final Goal.Bracket bracket;
    private final double tolerance;
    private final Trials trials;

    private final List<Answer> answers = new ArrayList<>();
    private final List<Stretch> plateaus = new ArrayList<>();
    private final List<Double> jumps = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private Solve(Worksheet sheet, Goal goal) {
        if (sheet.isRounded())
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "solve",
                    "the sheet rounds figures on the way",
                    "Solve the sheet without textbook rounding.");
        this.goal = goal;
        this.figure = goal.figure().orElse(sheet.result());
        this.lever = Lever.of(sheet, goal.input(), goal.element());
        this.bracket = goal.bracket().orElseGet(this::range);
        this.tolerance = FINEST * Math.max(Math.abs(bracket.low()), Math.abs(bracket.high()));
        this.trials = new Trials(sheet, figure, lever.inputs().toArray());
        if (!trials.isMoved(figure))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    goal.input(),
                    figure + " does not depend on it",
                    "Name an input that the figure is computed from.");
    }

    static Solution of(Worksheet sheet, Goal goal) {
        return new Solve(sheet, goal).solution();
    }

    /** What the input's distribution can be; ends of an unbounded one are left out. */
    private Goal.Bracket range() {
        var given = (Given) lever.input().formula;
        boolean multiplies = given.shock != Given.Shock.OWN;
        boolean isFactor = lever.isFactor();
        var stated = multiplies || !isFactor
                ? given.distributions.get(given.distributions.size() == 1 ? 0 : lever.element())
                : Optional.<Distribution>empty();
        var distribution = stated.orElseThrow(() -> InvalidInputException.of(
                ValuationError.MISSING,
                "bracket",
                lever.input().name() + " has no distribution: say between which numbers."));
        double low = low(distribution);
        double high = high(distribution);
        if (isFactor || !multiplies) return new Goal.Bracket(low, high);
        double scale = lever.base().get(0);
        return new Goal.Bracket(Math.min(low * scale, high * scale), Math.max(low * scale, high * scale));
    }

    private static double low(Distribution distribution) {
        if (distribution instanceof Distribution.Triangular d) return d.low();
        if (distribution instanceof Distribution.Uniform d) return d.low();
        if (distribution instanceof Distribution.TruncatedNormal d) return d.low();
        return distribution.quantile(Solution.TAIL);
    }

    private static double high(Distribution distribution) {
        if (distribution instanceof Distribution.Triangular d) return d.high();
        if (distribution instanceof Distribution.Uniform d) return d.high();
        if (distribution instanceof Distribution.TruncatedNormal d) return d.high();
        return distribution.quantile(1 - Solution.TAIL);
    }

    private Solution solution() {
        var points = new double[Solution.INTERVALS + 1];
        for (int i = 0; i < points.length; i++)
            points[i] = i == Solution.INTERVALS
                    ? bracket.high()
                    : bracket.low() + (bracket.high() - bracket.low()) * i / Solution.INTERVALS;
        var misses = scan(points);
        for (int i = 0; i < points.length; i++) {
            atPoint(points, misses, i);
            if (i < Solution.INTERVALS) interval(points[i], misses[i], points[i + 1], misses[i + 1]);
        }
        return new Solution(
                figure,
                goal.target(),
                lever.input().name(),
                goal.element(),
                lever.isFactor(),
                lever.at(),
                bracket.low(),
                bracket.high(),
                answers,
                plateaus,
                jumps,
                skipped,
                reached(misses));
    }

    /** By how much the figure misses the target at each point. */
    private double[] scan(double[] points) {
        var misses = new double[points.length];
        for (int from = 0; from < points.length; from += trials.width()) {
            int count = Math.min(trials.width(), points.length - from);
            for (int p = 0; p < count; p++) set(p, points[from + p]);
            trials.run(count);
            for (int p = 0; p < count; p++) misses[from + p] = trials.value(p) - goal.target();
        }
        return misses;
    }

    private void set(int point, double x) {
        lever.set(trials, 0, point, x);
    }

    private double miss(double x) {
        set(0, x);
        trials.run(1);
        return trials.value(0) - goal.target();
    }

    private boolean holds(double x) {
        return !Double.isNaN(miss(x));
    }

    private Optional<Stretch> reached(double[] misses) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double miss : misses) {
            if (Double.isNaN(miss)) continue;
            least = Math.min(least, miss);
            greatest = Math.max(greatest, miss);
        }
        return least <= greatest
                ? Optional.of(new Stretch(least + goal.target(), greatest + goal.target()))
                : Optional.empty();
    }

    /** A point of the scan where the target is met: alone an answer, with its neighbor the begin of a plateau. */
    private void atPoint(double[] points, double[] misses, int i) {
        if (misses[i] != 0 || i > 0 && misses[i - 1] == 0) return;
        int last = i;
        while (last + 1 < points.length && misses[last + 1] == 0) last++;
        if (last == i) {
            answers.add(new Answer(points[i], 0));
            return;
        }
        double low = i == 0 ? points[i] : edge(points[i], points[i - 1], x -> miss(x) == 0);
        double high =
                last + 1 == points.length ? points[last] : edge(points[last], points[last + 1], x -> miss(x) == 0);
        plateaus.add(new Stretch(low, high));
    }

    /** The last number on the way from one that is inside to one that is outside which is still inside. */
    private double edge(double inside, double outside, DoublePredicate isInside) {
        double in = inside;
        double out = outside;
        while (Math.abs(out - in) > tolerance) {
            double middle = in + 0.5 * (out - in);
            if (middle == in || middle == out) break;
            if (isInside.test(middle)) in = middle;
            else out = middle;
        }
        return in;
    }

    /** Between two numbers: where the calculation does not hold is cut off, where the sign changes there is an answer. */
    private void interval(double low, double atLow, double high, double atHigh) {
        boolean holdsLow = !Double.isNaN(atLow);
        boolean holdsHigh = !Double.isNaN(atHigh);
        if (holdsLow && holdsHigh) {
            crossing(low, atLow, high, atHigh);
        } else if (holdsLow) {
            double end = edge(low, high, this::holds);
            crossing(low, atLow, end, miss(end));
            skip(end, high);
        } else if (holdsHigh) {
            double begin = edge(high, low, this::holds);
            skip(low, begin);
            crossing(begin, miss(begin), high, atHigh);
        } else {
            skip(low, high);
        }
    }

    private void skip(double low, double high) {
        if (!(low < high)) return;
        miss(low + 0.5 * (high - low));
        var why = trials.broken(0).orElse(figure);
        int last = skipped.size() - 1;
        if (last >= 0
                && skipped.get(last).high() >= low
                && skipped.get(last).why().equals(why))
            skipped.set(last, new Skipped(skipped.get(last).low(), high, why));
        else skipped.add(new Skipped(low, high, why));
    }

    private void crossing(double low, double atLow, double high, double atHigh) {
        if (atLow == 0 || !(low < high)) return;
        if (atHigh == 0) {
            // a point of the scan is told as such; the end of what holds is not one
            if (!isScanned(high)) answers.add(new Answer(high, 0));
            return;
        }
        if ((atLow < 0) == (atHigh < 0)) return;
        var hole = new double[] {Double.NaN};
        double x;
        try {
            x = Brent.root(
                    at -> {
                        double miss = miss(at);
                        if (Double.isNaN(miss)) hole[0] = at;
                        return miss;
                    },
                    low,
                    high,
                    tolerance,
                    Brent.MOST_ITERATIONS);
        } catch (ValuationFailedException e) {
            if (Double.isNaN(hole[0])) throw e;
            interval(low, atLow, hole[0], Double.NaN);
            interval(hole[0], Double.NaN, high, atHigh);
            return;
        }
        double around = 4 * Math.ulp(x) + 2 * tolerance;
        double step = miss(Math.min(high, x + around)) - miss(Math.max(low, x - around));
        if (Math.abs(step) <= JUMP * Math.abs(atHigh - atLow)) answers.add(new Answer(x, miss(x)));
        else jumps.add(x);
    }

    private boolean isScanned(double x) {
        double place = (x - bracket.low()) / (bracket.high() - bracket.low()) * Solution.INTERVALS;
        int i = (int) Math.rint(place);
        double point = i == Solution.INTERVALS
                ? bracket.high()
                : bracket.low() + (bracket.high() - bracket.low()) * i / Solution.INTERVALS;
        return point == x;
    }
}
