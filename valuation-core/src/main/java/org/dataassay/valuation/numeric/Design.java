package org.dataassay.valuation.numeric;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * What a regression explains a response by: named columns of numbers, one row per observation. Columns are carried in twice the precision, so that powers lose nothing. Immutable.
 *
 * <pre>{@code
 * var fit = LeastSquares.of(Design.withIntercept(rows).with("records", records).with("fields", fields), logPrices);
 * }</pre>
 */
public final class Design {

    /** Name of the column of ones. */
    public static final String INTERCEPT = "intercept";

    /** Greatest absolute value that is taken: products of two must not overflow. */
    static final double MOST = 1e150;

    private final int rows;
    private final boolean hasIntercept;
    private final List<String> names;
    private final List<PairVector> columns;

    /**
     * A column that others determine, as far as the tolerance can tell.
     *
     * @param column its name
     * @param on names of the columns before it whose combination it is; empty where all its numbers are zero
     */
    public record Dependency(String column, List<String> on) {
        public Dependency {
            on = List.copyOf(on);
        }

        /** In words. */
        @Override
        public String toString() {
            if (on.isEmpty()) return column + " is zero throughout";
            return on.equals(List.of(INTERCEPT))
                    ? column + " is constant"
                    : column + " follows from " + String.join(", ", on);
        }
    }

    private Design(int rows, boolean hasIntercept, List<String> names, List<PairVector> columns) {
        this.rows = rows;
        this.hasIntercept = hasIntercept;
        this.names = List.copyOf(names);
        this.columns = List.copyOf(columns);
    }

    /** No columns yet. */
    public static Design of(int rows) {
        new Check()
                .that(rows >= 1, "rows", "at least 1", rows, "Give one row per observation.")
                .done();
        return new Design(rows, false, List.of(), List.of());
    }

    /** A column of ones, to which others are added. */
    public static Design withIntercept(int rows) {
        var ones = new double[of(rows).rows];
        java.util.Arrays.fill(ones, 1);
        return new Design(rows, true, List.of(INTERCEPT), List.of(PairVector.of(ones)));
    }

    /** One column more. */
    public Design with(String name, double... values) {
        var check = new Check();
        for (int i = 0; i < values.length; i++) check(check, name + "[" + i + "]", values[i]);
        check.done();
        return with(name, PairVector.of(values));
    }

    static void check(Check check, String name, double value) {
        check.that(Math.abs(value) <= MOST, name, "finite, at most 1e150", value, "A regression needs plain numbers.");
    }

    /** Columns of x, x², … up to the degree, named {@code x}, {@code x^2}, …. */
    public Design withPowers(String name, int degree, double... values) {
        var design = with(name, values);
        var x = PairVector.of(values);
        var power = x;
        for (int j = 2; j <= degree; j++) {
            power = power.times(x);
            design = design.with(name + "^" + j, power);
        }
        return design;
    }

    private Design with(String name, PairVector column) {
        if (column.size() != rows)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    name,
                    "it has " + column.size() + " numbers but the design has " + rows + " rows",
                    "Give one number per observation.");
        if (names.contains(name))
            throw InvalidInputException.of(ValuationError.DUPLICATE, "column", name, "Name each column once.");
        var moreNames = new ArrayList<>(names);
        moreNames.add(name);
        var more = new ArrayList<>(columns);
        more.add(column);
        return new Design(rows, hasIntercept, moreNames, more);
    }

    public int rows() {
        return rows;
    }

    /** Names of the columns, in order. */
    public List<String> names() {
        return names;
    }

    public boolean hasIntercept() {
        return hasIntercept;
    }

    /** Columns that those before them determine, where what they leave unexplained is at most {@code tolerance} times their length. */
    public List<Dependency> dependencies(double tolerance) {
        return new HouseholderQr(columns, tolerance).dependencies(names);
    }

    PairVector column(int j) {
        return columns.get(j);
    }

    List<PairVector> columns() {
        return columns;
    }
}
