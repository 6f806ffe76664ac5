package org.dataassay.valuation.option;

import java.util.Optional;
import org.dataassay.valuation.numeric.BivariateNormal;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.sheet.SheetFunction;

/**
 * The calculations of this package that are no formula, each with its exact derivatives: pure, drawn anew in every draw of a simulation, found by their ids when a stored sheet is replayed.
 */
public final class OptionFunctions {

    private OptionFunctions() {}

    /** The value of an option on a lattice of S, K, T, σ, r, q, the sign of the payoff and the number of steps. */
    private abstract static class OnLattice implements SheetFunction {

        private final String id;
        private final boolean early;
        private final boolean smoothed;

        OnLattice(String id, boolean early, boolean smoothed) {
            this.id = id;
            this.early = early;
            this.smoothed = smoothed;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public int arguments() {
            return Lattice.ARGUMENTS;
        }

        @Override
        public double apply(double[] arguments) {
            return Lattice.of(arguments, early, smoothed).map(Lattice::value).orElse(Double.NaN);
        }

        @Override
        public Optional<double[]> gradient(double[] arguments) {
            return Lattice.of(arguments, early, smoothed).map(Lattice::gradient);
        }
    }

    /** {@code crrAmerican@1}: exercised on any step. */
    public static final class CrrAmerican extends OnLattice {
        public CrrAmerican() {
            super("crrAmerican@1", true, false);
        }
    }

    /** {@code crrEuropean@1}: exercised on the last step. */
    public static final class CrrEuropean extends OnLattice {
        public CrrEuropean() {
            super("crrEuropean@1", false, false);
        }
    }

    /** {@code bbsAmerican@1}: exercised on any step; one step before the end it is worth at least what Black and Scholes give. */
    public static final class BbsAmerican extends OnLattice {
        public BbsAmerican() {
            super("bbsAmerican@1", true, true);
        }
    }

    /** {@code bbsEuropean@1}: one step before the end it is worth what Black and Scholes give. */
    public static final class BbsEuropean extends OnLattice {
        public BbsEuropean() {
            super("bbsEuropean@1", false, true);
        }
    }

    /** {@code bivariateNormalCdf@1}: Φ₂(x, y; ρ). */
    public static final class BivariateNormalCdf implements SheetFunction {

        private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

        @Override
        public String id() {
            return "bivariateNormalCdf@1";
        }

        @Override
        public int arguments() {
            return 3;
        }

        @Override
        public double apply(double[] arguments) {
            return BivariateNormal.cdf(arguments[0], arguments[1], arguments[2]);
        }

        @Override
        public Optional<double[]> gradient(double[] arguments) {
            double x = arguments[0];
            double y = arguments[1];
            double correlation = arguments[2];
            double width = Math.sqrt((1 - correlation) * (1 + correlation));
            return Optional.of(new double[] {
                density(x) * Elementary.normalCdf((y - correlation * x) / width),
                density(y) * Elementary.normalCdf((x - correlation * y) / width),
                BivariateNormal.density(x, y, correlation)
            });
        }

        private static double density(double x) {
            return INVERSE_ROOT_TWO_PI * Elementary.exp(-0.5 * x * x);
        }
    }
}
