package org.dataassay.valuation.life;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.commons.math3.analysis.MultivariateMatrixFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.dataassay.valuation.numeric.Brent;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.NeumaierSum;

/**
 * Fits survival curves to ages with right censoring: log likelihood Σ d · (ln h(t) − H(t)) − Σ c · H(t), H cumulative hazard, h hazard.
 *
 * <p>Each fit is told by two numbers on the whole line, the transformed parameters, and their covariance.
 */
final class SurvivalFit {

    /** A curve in transformed parameters: H(t) and ln h(t). */
    interface Hazard {
        double cumulative(double t);

        double log(double t);
    }

    /**
     * A fit in transformed parameters.
     *
     * @param first transformed parameter
     * @param second transformed parameter; 0 where there is one
     * @param variances of both and their covariance
     */
    record Estimate(double first, double second, Covariance variances) {}

    /** A symmetric 2 × 2 matrix. */
    record Covariance(double first, double both, double second) {

        /** The inverse; none where it is not positive definite. */
        Optional<Covariance> inverse() {
            double determinant = first * second - both * both;
            if (!(first > 0 && determinant > 1e-12 * first * second)) return Optional.empty();
            return Optional.of(new Covariance(second / determinant, -both / determinant, first / determinant));
        }
    }

    private static final double LEAST_SHAPE = 0.02;
    private static final double GREATEST_SHAPE = 50;
    private static final int MOST_STEPS = 500;
    private static final double CLOSE = 1e-10;
    private static final double DIFFERENCE = 1e-6;
    /** Beyond these the logistic curve cannot be told from an exponential and from a Gompertz one. */
    private static final double LEAST_START = -6;

    private static final double GREATEST_START = 40;

    private final double[] ages;
    private final double[] lost;
    private final double[] all;
    private final double losses;
    private final double items;
    private final double exposure;

    SurvivalFit(List<LifeRecord> records) {
        int n = records.size();
        this.ages = new double[n];
        this.lost = new double[n];
        this.all = new double[n];
        var d = new NeumaierSum();
        var c = new NeumaierSum();
        var years = new NeumaierSum();
        for (int i = 0; i < n; i++) {
            var record = records.get(i);
            ages[i] = record.years();
            lost[i] = record.lost();
            all[i] = (double) record.lost() + record.censored();
            d.add(lost[i]);
            c.add(all[i]);
            years.add(all[i] * ages[i]);
        }
        this.losses = d.value();
        this.items = c.value();
        this.exposure = years.value();
    }

    double exposure() {
        return exposure;
    }

    double logLikelihood(Hazard hazard) {
        var sum = new NeumaierSum();
        for (int i = 0; i < ages.length; i++) {
            if (lost[i] > 0) sum.add(lost[i] * hazard.log(ages[i]));
            sum.add(-all[i] * hazard.cumulative(ages[i]));
        }
        return sum.value();
    }

    /** λ = losses ÷ exposure; the variance of ln λ is 1 ÷ losses. */
    Estimate exponential() {
        return new Estimate(Elementary.log(losses / exposure), 0, new Covariance(1 / losses, 0, 0));
    }

    static Hazard exponential(double logRate) {
        double rate = Elementary.exp(logRate);
        return new Hazard() {
            @Override
            public double cumulative(double t) {
                return rate * t;
            }

            @Override
            public double log(double t) {
                return logRate;
            }
        };
    }

    /** ln η and ln β: the likelihood for given β is greatest at η^β = Σ t^β ÷ losses, and what remains has one root in β. */
    Optional<Estimate> weibull() {
        double longest = 0;
        for (double age : ages) longest = Math.max(longest, age);
        double scale = longest;
        if (!(slope(LEAST_SHAPE, scale) < 0 && slope(GREATEST_SHAPE, scale) > 0)) return Optional.empty();
        double shape = Brent.root(beta -> slope(beta, scale), LEAST_SHAPE, GREATEST_SHAPE);
        var powers = new NeumaierSum();
        for (int i = 0; i < ages.length; i++) powers.add(all[i] * Elementary.pow(ages[i] / scale, shape));
        double logEta = Elementary.log(scale) + Elementary.log(powers.value() / losses) / shape;
        // information in (ln η, ln β) at the greatest likelihood, where Σ u = losses for u = (t/η)^β
        var first = new NeumaierSum();
        var second = new NeumaierSum();
        for (int i = 0; i < ages.length; i++) {
            double x = shape * (Elementary.log(ages[i]) - logEta);
            double u = all[i] * Elementary.exp(x);
            first.add(u * x);
            second.add(u * x * x);
        }
        var information = new Covariance(losses * shape * shape, -shape * first.value(), losses + second.value());
        return information.inverse().map(c -> new Estimate(logEta, Elementary.log(shape), c));
    }

    /** Σ t^β ln t ÷ Σ t^β − 1/β − mean of ln t over losses; rises with β. */
    private double slope(double shape, double scale) {
        var powers = new NeumaierSum();
        var weighted = new NeumaierSum();
        var observed = new NeumaierSum();
        for (int i = 0; i < ages.length; i++) {
            double x = Elementary.log(ages[i] / scale);
            double u = all[i] * Elementary.exp(shape * x);
            powers.add(u);
            weighted.add(u * x);
            observed.add(lost[i] * x);
        }
        return weighted.value() / powers.value() - 1 / shape - observed.value() / losses;
    }

    static Hazard weibull(double logScale, double logShape) {
        double shape = Elementary.exp(logShape);
        return new Hazard() {
            @Override
            public double cumulative(double t) {
                return Elementary.exp(shape * (Elementary.log(t) - logScale));
            }

            @Override
            public double log(double t) {
                return logShape - logScale + (shape - 1) * (Elementary.log(t) - logScale);
            }
        };
    }

    /** Steepness e^κ and start u = k · m: S = (1 + e^−u) / (1 + e^(kt − u)). */
    static Hazard logistic(double logSteepness, double start) {
        double k = Elementary.exp(logSteepness);
        return new Hazard() {
            @Override
            public double cumulative(double t) {
                return softplus(k * t - start) - softplus(-start);
            }

            @Override
            public double log(double t) {
                double x = k * t - start;
                return logSteepness + x - softplus(x);
            }
        };
    }

    /** Whether the start lies where a logistic curve can be told from its limits. */
    static boolean isLogistic(double start) {
        return start >= LEAST_START && start <= GREATEST_START;
    }

    /** ln(1 + e^x). */
    private static double softplus(double x) {
        return Math.max(x, 0) + Elementary.log1p(Elementary.exp(-Math.abs(x)));
    }

    /** 1 / (1 + e^−x). */
    private static double sigmoid(double x) {
        double e = Elementary.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** Newton's method from the best of a fixed grid, damped until the likelihood rises. */
    Optional<Estimate> logistic() {
        double mean = exposure / losses;
        double kappa = 0;
        double u = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (double steepness = 0.25; steepness <= 16; steepness *= 2) {
            for (double start = -4; start <= 20; start += 1) {
                double logK = Elementary.log(steepness / mean);
                double likelihood = logLikelihood(logistic(logK, start));
                if (likelihood <= best) continue;
                best = likelihood;
                kappa = logK;
                u = start;
            }
        }
        double damping = 1e-3;
        for (int step = 0; step < MOST_STEPS; step++) {
            var here = new LogisticSlope(kappa, u);
            if (here.isFlat(items)) {
                double atKappa = kappa;
                double atU = u;
                return here.curvature().inverse().map(c -> new Estimate(atKappa, atU, c));
            }
            boolean isBetter = false;
            while (!isBetter && damping < 1e12) {
                var curvature = here.curvature();
                double a = curvature.first + damping * (Math.abs(curvature.first) + items * CLOSE);
                double b = curvature.second + damping * (Math.abs(curvature.second) + items * CLOSE);
                double determinant = a * b - curvature.both * curvature.both;
                if (a > 0 && determinant > 0) {
                    double nextKappa = kappa + (b * here.first - curvature.both * here.second) / determinant;
                    double nextU = u + (a * here.second - curvature.both * here.first) / determinant;
                    double likelihood = logLikelihood(logistic(nextKappa, nextU));
                    if (likelihood >= best - 1e-13 * Math.abs(best)) {
                        isBetter = true;
                        best = Math.max(best, likelihood);
                        kappa = nextKappa;
                        u = nextU;
                    }
                }
                damping = isBetter ? damping * 0.1 : Math.max(damping, 1e-9) * 10;
            }
            if (!isBetter || !isLogistic(u)) return Optional.empty();
        }
        return Optional.empty();
    }

    /** First and (negated) second derivatives of the logistic log likelihood by κ and u. */
    private final class LogisticSlope {

        private final double first;
        private final double second;
        private final double kk;
        private final double ku;
        private final double uu;

        private LogisticSlope(double kappa, double u) {
            double k = Elementary.exp(kappa);
            var byK = new NeumaierSum();
            var byU = new NeumaierSum();
            var curvedK = new NeumaierSum();
            var curvedBoth = new NeumaierSum();
            var curvedU = new NeumaierSum();
            for (int i = 0; i < ages.length; i++) {
                double t = ages[i];
                double s = sigmoid(k * t - u);
                double weight = all[i] + lost[i];
                byK.add(lost[i] * t - weight * t * s);
                byU.add(weight * s - lost[i]);
                double bend = weight * s * (1 - s);
                curvedK.add(bend * t * t);
                curvedBoth.add(-bend * t);
                curvedU.add(bend);
            }
            double atZero = sigmoid(-u);
            double slopeK = losses / k + byK.value();
            first = k * slopeK;
            second = byU.value() - items * atZero;
            kk = k * k * (losses / (k * k) + curvedK.value()) - k * slopeK;
            ku = k * curvedBoth.value();
            uu = curvedU.value() - items * atZero * (1 - atZero);
        }

        private boolean isFlat(double scale) {
            return Math.abs(first) <= CLOSE * scale && Math.abs(second) <= CLOSE * scale;
        }

        private Covariance curvature() {
            return new Covariance(kk, ku, uu);
        }
    }

    /**
     * Least squares of S − Ŝ over the ages at which something was lost, by Levenberg and Marquardt from a start; none where there are not more ages than parameters or no convergence.
     *
     * @param start transformed parameters, one or two
     */
    static Optional<Estimate> leastSquares(KaplanMeier observed, Function<double[], Hazard> curve, double... start) {
        var steps = observed.steps();
        int n = steps.size();
        if (n <= start.length) return Optional.empty();
        var target = new double[n];
        for (int i = 0; i < n; i++) target[i] = steps.get(i).survival();
        MultivariateVectorFunction model = point -> shares(steps, curve.apply(point));
        MultivariateMatrixFunction slopes = point -> {
            var matrix = new double[n][point.length];
            for (int p = 0; p < point.length; p++) {
                double h = DIFFERENCE * Math.max(Math.abs(point[p]), 1);
                var moved = point.clone();
                moved[p] = point[p] + h;
                var above = shares(steps, curve.apply(moved));
                moved[p] = point[p] - h;
                var below = shares(steps, curve.apply(moved));
                for (int i = 0; i < n; i++) matrix[i][p] = (above[i] - below[i]) / (2 * h);
            }
            return matrix;
        };
        try {
            var problem = new LeastSquaresBuilder()
                    .start(start)
                    .model(model, slopes)
                    .target(target)
                    .maxEvaluations(MOST_STEPS)
                    .maxIterations(MOST_STEPS)
                    .lazyEvaluation(false)
                    .build();
            var found = new LevenbergMarquardtOptimizer().optimize(problem);
            double residual = found.getCost() * found.getCost() / (n - start.length);
            var jacobian = found.getJacobian();
            var point = found.getPoint().toArray();
            double aa = squared(jacobian.getColumn(0), jacobian.getColumn(0));
            if (start.length == 1)
                return aa > 0
                        ? Optional.of(new Estimate(point[0], 0, new Covariance(residual / aa, 0, 0)))
                        : Optional.empty();
            var information = new Covariance(
                    aa,
                    squared(jacobian.getColumn(0), jacobian.getColumn(1)),
                    squared(jacobian.getColumn(1), jacobian.getColumn(1)));
            return information
                    .inverse()
                    .map(c -> new Estimate(
                            point[0],
                            point[1],
                            new Covariance(residual * c.first, residual * c.both, residual * c.second)));
        } catch (MathIllegalStateException | MathArithmeticException e) {
            return Optional.empty(); // no convergence: the caller tells it
        }
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double[] shares(List<KaplanMeier.Step> steps, Hazard hazard) {
        var shares = new double[steps.size()];
        for (int i = 0; i < shares.length; i++)
            shares[i] = Elementary.exp(-hazard.cumulative(steps.get(i).years()));
        return shares;
    }

    /** 1 − Σ(Ŝ − S)²/Σ(Ŝ − mean)². */
    static OptionalDouble rSquared(KaplanMeier observed, Hazard hazard) {
        var steps = observed.steps();
        if (steps.size() < 2) return OptionalDouble.empty();
        var fitted = shares(steps, hazard);
        double mean = 0;
        for (var step : steps) mean += step.survival() / steps.size();
        double unexplained = 0;
        double whole = 0;
        for (int i = 0; i < fitted.length; i++) {
            double survival = steps.get(i).survival();
            unexplained += (survival - fitted[i]) * (survival - fitted[i]);
            whole += (survival - mean) * (survival - mean);
        }
        return OptionalDouble.of(1 - unexplained / whole);
    }

    /** The greatest distance between the two curves, just before and just after each step. */
    static double distance(KaplanMeier observed, Hazard hazard) {
        var steps = observed.steps();
        var fitted = shares(steps, hazard);
        double before = 1;
        double greatest = 0;
        for (int i = 0; i < fitted.length; i++) {
            double after = steps.get(i).survival();
            greatest = Math.max(greatest, Math.max(Math.abs(before - fitted[i]), Math.abs(after - fitted[i])));
            before = after;
        }
        return greatest;
    }
}
