package org.dataassay.pricing.contribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * The least core and the nucleolus by linear programs with a variable per player and a condition per coalition: least ε such that x(S) ≥ v(S) − ε for every coalition S that is not
 * settled, x(F) as settled for the others. The dual is solved by the simplex method: its basis has n + 1 coalitions, factored anew in every step, and the coalition that enters is
 * found by one walk over all of them. A coalition with a positive weight in the solution has the same excess in every solution; it is settled, and the next program is smaller.
 * Which coalitions are combinations of settled ones is decided in exact arithmetic.
 *
 * @see <a href="https://doi.org/10.1016/j.ejor.2015.05.028">T. Nguyen, L. Thomas, Finding the nucleoli of large cooperative games, European Journal of Operational Research 248
 *     (2016), section 3, for settling by the rank</a>
 */
final class CoreProgram {

    /** Most players: sixteen programs over 65 536 coalitions. */
    static final int MOST_PLAYERS = 16;

    /** Of the greatest worth: an excess below this is rounding. */
    static final double TOLERANCE = 1e-10;

    private static final double ENTERING = 1e-11;
    private static final double POSITIVE = 1e-9;
    private static final int MOST_STEPS = 100_000;

    /** Greater than any determinant of zeros and ones of 20 rows, so that ranks modulo it are true ranks. */
    private static final long PRIME = 0x7fff_ffff;

    /** A condition: members, whether ε eases it, what they must have. */
    private record Condition(int mask, boolean eased, double amount) {}

    /** A settled level: ε, and the coalitions that hold it, with their weights in the solution. */
    record Level(double excess, List<Holder> holders) {}

    /** A coalition that cannot do better; eased where ε eases it, else a single player at what it has alone. */
    record Holder(int mask, boolean eased, double weight) {}

    private final int n;
    private final double scale;
    private final double[] worths;
    private final boolean rational;
    private final List<Condition> settled = new ArrayList<>();
    private final List<long[]> rows = new ArrayList<>();
    private final double[] sums;
    private final List<Level> levels = new ArrayList<>();

    private Condition[] basis = {};
    private double[] point = {};
    private double[] weights = {};
    private long[][] nullSpace = {};

    /**
     * Of a game in which the members of a coalition want much.
     *
     * @param rational whether nobody may get less than alone
     */
    CoreProgram(double[] table, int players, boolean rational) {
        this.n = players;
        double greatest = 0;
        for (double worth : table) greatest = Math.max(greatest, Math.abs(worth));
        this.scale = greatest > 0 ? greatest : 1;
        this.worths = table.clone();
        for (int mask = 0; mask < worths.length; mask++) worths[mask] /= scale;
        this.rational = rational;
        this.sums = new double[worths.length];
    }

    /** Levels until every player's value is settled, or only the first. */
    void solve(boolean onlyFirst) {
        settle(grand(), worths[grand()]);
        while (settled.size() < n) {
            prepare();
            optimize();
            levels.add(settleHolders());
            if (onlyFirst) return;
        }
        basis = settled.toArray(Condition[]::new);
        point = solveTransposed(factored(matrix(n)), amounts(), n);
    }

    private int grand() {
        return worths.length - 1;
    }

    List<Level> levels() {
        return levels.stream()
                .map(level -> new Level(level.excess() * scale, level.holders()))
                .toList();
    }

    /** What each player gets; of the least core some point, after the first level alone. */
    double[] values() {
        var values = Arrays.copyOf(point, n);
        for (int i = 0; i < n; i++) values[i] *= scale;
        return values;
    }

    // What is settled.

    private void settle(int mask, double amount) {
        settled.add(new Condition(mask, false, amount));
        reduce(row(mask)).ifPresent(rows::add);
        nullSpace = nullSpace();
    }

    private long[] row(int mask) {
        var row = new long[n];
        for (int i = 0; i < n; i++) row[i] = mask >> i & 1;
        return row;
    }

    /** The rest of a row once the settled ones are taken off, scaled to begin with 1; empty where nothing is left. */
    private java.util.Optional<long[]> reduce(long[] row) {
        for (var settledRow : rows) {
            int lead = lead(settledRow);
            long factor = row[lead];
            if (factor == 0) continue;
            for (int i = 0; i < n; i++) row[i] = Math.floorMod(row[i] - factor * settledRow[i], PRIME);
        }
        int lead = lead(row);
        if (lead == n) return java.util.Optional.empty();
        long inverse = inverse(row[lead]);
        for (int i = 0; i < n; i++) row[i] = row[i] * inverse % PRIME;
        return java.util.Optional.of(row);
    }

    private int lead(long[] row) {
        int lead = 0;
        while (lead < n && row[lead] == 0) lead++;
        return lead;
    }

    /** By Fermat's little theorem. */
    private static long inverse(long value) {
        long result = 1;
        long base = value;
        for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) result = result * base % PRIME;
            base = base * base % PRIME;
        }
        return result;
    }

    /** Vectors at right angles to every settled row: a coalition is settled exactly if it is at right angles to them. */
    private long[][] nullSpace() {
        var reduced = new ArrayList<long[]>();
        for (var row : rows) reduced.add(row.clone());
        // Rows come in echelon form up to order; clear each lead from the others.
        for (var row : reduced) {
            int lead = lead(row);
            for (var other : reduced) {
                if (other == row || other[lead] == 0) continue;
                long factor = other[lead];
                for (int i = 0; i < n; i++) other[i] = Math.floorMod(other[i] - factor * row[i], PRIME);
            }
        }
        boolean[] isLead = new boolean[n];
        for (var row : reduced) isLead[lead(row)] = true;
        var vectors = new ArrayList<long[]>();
        for (int free = 0; free < n; free++) {
            if (isLead[free]) continue;
            var vector = new long[n];
            vector[free] = 1;
            for (var row : reduced) vector[lead(row)] = Math.floorMod(-row[free], PRIME);
            vectors.add(vector);
        }
        return vectors.toArray(long[][]::new);
    }

    private boolean isSettled(int mask) {
        for (var vector : nullSpace) {
            long sum = 0;
            for (int rest = mask; rest != 0; rest &= rest - 1) sum += vector[Integer.numberOfTrailingZeros(rest)];
            if (sum % PRIME != 0) return false;
        }
        return true;
    }

    private Level settleHolders() {
        double excess = point[n];
        var holders = new ArrayList<Holder>();
        for (int k = settled.size(); k <= n; k++)
            if (weights[k] > POSITIVE) holders.add(new Holder(basis[k].mask(), basis[k].eased(), weights[k]));
        for (var holder : holders) {
            if (isSettled(holder.mask())) continue;
            settle(holder.mask(), worths[holder.mask()] - (holder.eased() ? excess : 0));
        }
        return new Level(excess, holders);
    }

    // The program.

    /** A first basis: what is settled; a coalition and its complement, which weigh one half each; single players. */
    private void prepare() {
        int first = 1;
        while (isSettled(first)) first++;
        var begun = new ArrayList<>(settled);
        begun.add(eased(first));
        begun.add(eased(grand() & ~first));
        var keptRows = new ArrayList<>(rows);
        reduce(row(first)).ifPresent(rows::add);
        for (int i = 0; i < n && begun.size() <= n; i++) {
            var rest = reduce(row(1 << i));
            if (rest.isEmpty()) continue;
            rows.add(rest.get());
            begun.add(eased(1 << i));
        }
        rows.clear();
        rows.addAll(keptRows);
        basis = begun.toArray(Condition[]::new);
    }

    private Condition eased(int mask) {
        return new Condition(mask, true, worths[mask]);
    }

    private void optimize() {
        var unit = new double[n + 1];
        unit[n] = 1;
        int idle = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            var factors = factored(matrix(n + 1));
            point = solveTransposed(factors, amounts(), n + 1);
            weights = solve(factors, unit);
            var entering = entering(idle > 2 * n + 10);
            if (entering.isEmpty()) return;
            var change = solve(factors, column(entering.get(), n + 1));
            int leaving = leaving(change);
            if (leaving < 0) throw failed("no division satisfies what is settled");
            idle = weights[leaving] / change[leaving] > ENTERING ? 0 : idle + 1;
            basis[leaving] = entering.get();
        }
        throw failed("the simplex method took more than " + MOST_STEPS + " steps");
    }

    private static ValuationFailedException failed(String why) {
        return ValuationFailedException.of(
                ValuationError.NO_CONVERGENCE,
                "core",
                why,
                "Scale the worths so that they are of one order, or round them.");
    }

    /** The most violated condition; the first violated one where steps no longer gain anything (Bland), so that no cycle is possible. */
    private java.util.Optional<Condition> entering(boolean first) {
        double best = ENTERING;
        int found = 0;
        boolean eased = true;
        for (int mask = 1; mask < grand(); mask++) {
            sums[mask] = sums[mask & mask - 1] + point[Integer.numberOfTrailingZeros(mask)];
            double violation = worths[mask] - sums[mask] - point[n];
            if (violation > best && !isSettled(mask)) {
                best = violation;
                found = mask;
                if (first) break;
            }
        }
        for (int i = 0; rational && i < n && !(first && found != 0); i++) {
            double violation = worths[1 << i] - point[i];
            if (violation > best && !isSettled(1 << i)) {
                best = violation;
                found = 1 << i;
                eased = false;
                if (first) break;
            }
        }
        return found == 0
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Condition(found, eased, worths[found]));
    }

    /** Who leaves: the first to reach weight 0; of several the one of the lowest mask. */
    private int leaving(double[] change) {
        int leaving = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = settled.size(); k <= n; k++) {
            if (change[k] <= POSITIVE) continue;
            double ratio = Math.max(0, weights[k]) / change[k];
            boolean isTie = leaving >= 0 && Math.abs(ratio - least) <= ENTERING;
            if (isTie ? basis[k].mask() < basis[leaving].mask() : ratio < least) {
                leaving = k;
                least = Math.min(least, ratio);
            }
        }
        return leaving;
    }

    private double[] amounts() {
        return Arrays.stream(basis).mapToDouble(Condition::amount).toArray();
    }

    private double[] column(Condition condition, int size) {
        var column = new double[size];
        for (int i = 0; i < n; i++) column[i] = condition.mask() >> i & 1;
        if (size > n) column[n] = condition.eased() ? 1 : 0;
        return column;
    }

    private double[][] matrix(int size) {
        var matrix = new double[size][size];
        for (int k = 0; k < size; k++) {
            var column = column(basis[k], size);
            for (int i = 0; i < size; i++) matrix[i][k] = column[i];
        }
        return matrix;
    }

    /** A matrix as triangles, rows exchanged. */
    private static final class Factors {

        private final double[][] triangles;
        private final int[] order;

        Factors(double[][] triangles, int[] order) {
            this.triangles = triangles;
            this.order = order;
        }
    }

    private static Factors factored(double[][] matrix) {
        int size = matrix.length;
        var order = new int[size];
        Arrays.setAll(order, i -> i);
        for (int k = 0; k < size; k++) {
            int pivot = k;
            for (int i = k + 1; i < size; i++) if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) pivot = i;
            if (!(Math.abs(matrix[pivot][k]) > 0)) throw failed("a basis is singular");
            var row = matrix[k];
            matrix[k] = matrix[pivot];
            matrix[pivot] = row;
            int place = order[k];
            order[k] = order[pivot];
            order[pivot] = place;
            for (int i = k + 1; i < size; i++) {
                double factor = matrix[i][k] / matrix[k][k];
                matrix[i][k] = factor;
                for (int j = k + 1; j < size; j++) matrix[i][j] -= factor * matrix[k][j];
            }
        }
        return new Factors(matrix, order);
    }

    private static double[] solve(Factors factors, double[] right) {
        var a = factors.triangles;
        int size = a.length;
        var x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = right[factors.order[i]];
            for (int j = 0; j < i; j++) x[i] -= a[i][j] * x[j];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) x[i] -= a[i][j] * x[j];
            x[i] /= a[i][i];
        }
        return x;
    }

    private static double[] solveTransposed(Factors factors, double[] right, int size) {
        var a = factors.triangles;
        var y = Arrays.copyOf(right, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) y[i] -= a[j][i] * y[j];
            y[i] /= a[i][i];
        }
        for (int i = size - 1; i >= 0; i--) for (int j = i + 1; j < size; j++) y[i] -= a[j][i] * y[j];
        var x = new double[size];
        for (int i = 0; i < size; i++) x[factors.order[i]] = y[i];
        return x;
    }
}
