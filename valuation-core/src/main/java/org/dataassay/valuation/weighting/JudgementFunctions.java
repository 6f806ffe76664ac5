package org.dataassay.valuation.weighting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dataassay.valuation.sheet.SheetFunction;

/**
 * What of a matrix of judgements has no closed form: an element of its principal eigenvector, and a judgement that was not made. Their ids hold the size of the
 * matrix, so that a stored sheet can be replayed.
 */
public final class JudgementFunctions implements SheetFunction.Family {

    private static final Pattern EIGENVECTOR = Pattern.compile("eigenvector-(\\d{1,2})-(\\d{1,2})@1");
    private static final Pattern COMPLETION = Pattern.compile("completion-(\\d{1,2})-([0-9a-f]{1,27})-(\\d{1,2})@1");

    @Override
    public Optional<SheetFunction> function(String id) {
        var vector = EIGENVECTOR.matcher(id);
        if (vector.matches()) {
            int size = Integer.parseInt(vector.group(1));
            int element = Integer.parseInt(vector.group(2));
            return isSize(size) && element < size ? Optional.of(eigenvector(size, element)) : Optional.empty();
        }
        var completion = COMPLETION.matcher(id);
        if (!completion.matches()) return Optional.empty();
        int size = Integer.parseInt(completion.group(1));
        int pair = Integer.parseInt(completion.group(3));
        if (!isSize(size)) return Optional.empty();
        var missing = pairs(size, new BigInteger(completion.group(2), 16));
        return pair < missing.size() ? Optional.of(completion(size, missing, pair)) : Optional.empty();
    }

    private static boolean isSize(int size) {
        return size >= 2 && size <= RandomIndex.LARGEST;
    }

    /** An element of the principal eigenvector, scaled to sum to 1; takes the entries off the diagonal, row by row. */
    static SheetFunction eigenvector(int size, int element) {
        return new Eigenvector(size, element);
    }

    /** A judgement not made; takes the entries off the diagonal that are known, row by row. */
    static SheetFunction completion(int size, List<Completion.Pair> missing, int pair) {
        return new Completed(size, List.copyOf(missing), pair);
    }

    /** Pairs in the order of rows, one bit each, the first in the lowest. */
    private static List<Completion.Pair> pairs(int size, BigInteger bits) {
        var pairs = new ArrayList<Completion.Pair>();
        int bit = 0;
        for (int i = 0; i < size; i++)
            for (int j = i + 1; j < size; j++) if (bits.testBit(bit++)) pairs.add(new Completion.Pair(i, j));
        return pairs;
    }

    private static BigInteger bits(int size, List<Completion.Pair> missing) {
        var bits = BigInteger.ZERO;
        int bit = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++, bit++)
                if (missing.contains(new Completion.Pair(i, j))) bits = bits.setBit(bit);
        }
        return bits;
    }

    private record Eigenvector(int size, int element) implements SheetFunction {
        @Override
        public String id() {
            return "eigenvector-" + size + "-" + element + "@1";
        }

        @Override
        public int arguments() {
            return size * (size - 1);
        }

        private double[][] matrix(double[] arguments) {
            var a = new double[size][size];
            int next = 0;
            for (int i = 0; i < size; i++) for (int j = 0; j < size; j++) a[i][j] = i == j ? 1 : arguments[next++];
            return a;
        }

        @Override
        public double apply(double[] arguments) {
            return Perron.iterated(matrix(arguments))[element];
        }

        @Override
        public Optional<double[]> gradient(double[] arguments) {
            var perron = Perron.of(matrix(arguments));
            var z = perron.adjointOfElement(element);
            var gradient = new double[arguments.length];
            int next = 0;
            for (int i = 0; i < size; i++)
                for (int j = 0; j < size; j++) if (i != j) gradient[next++] = -z[i] * perron.right(j);
            return Optional.of(gradient);
        }
    }

    private record Completed(int size, List<Completion.Pair> missing, int pair) implements SheetFunction {
        @Override
        public String id() {
            return "completion-" + size + "-" + bits(size, missing).toString(16) + "-" + pair + "@1";
        }

        @Override
        public int arguments() {
            return size * (size - 1) - 2 * missing.size();
        }

        private boolean isKnown(int i, int j) {
            return i != j && !missing.contains(new Completion.Pair(Math.min(i, j), Math.max(i, j)));
        }

        private Completion completion(double[] arguments) {
            var a = new double[size][size];
            int next = 0;
            for (int i = 0; i < size; i++)
                for (int j = 0; j < size; j++) a[i][j] = isKnown(i, j) ? arguments[next++] : 1;
            return Completion.of(a, missing);
        }

        @Override
        public double apply(double[] arguments) {
            return completion(arguments).value(pair);
        }

        @Override
        public Optional<double[]> gradient(double[] arguments) {
            var by = completion(arguments).gradient(pair);
            var gradient = new double[arguments.length];
            int next = 0;
            for (int i = 0; i < size; i++)
                for (int j = 0; j < size; j++) if (isKnown(i, j)) gradient[next++] = by[i][j];
            return Optional.of(gradient);
        }
    }
}
