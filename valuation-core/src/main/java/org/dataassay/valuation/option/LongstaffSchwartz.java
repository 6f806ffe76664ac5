package org.dataassay.valuation.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.Welford;
import org.dataassay.valuation.option.LongstaffSchwartzFacts.PayoffOn;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Estimates a right to be used on one of several days whose payoff may depend on the path, such as an expansion paid by the average use so far.
 *
 * <p><b>Formula</b> on each day of decision, from the last backward: exercise where sign · (X − K) exceeds Σ c(j) · f(j), the regression of what the same path brought later, discounted, on the state, over the paths on which exercise brings something; X is the value or its
 * average. The rule so found is then tried on paths of its own: V = mean of e^(−rτ) · sign · (X(τ) − K)
 *
 * <p><b>Units and ranges</b> as {@link BinomialOption} · {@value #FEWEST_PATHS} to {@value #MOST_PATHS} paths, an even number, at most {@value #MOST_STEPS} steps of all paths together · degree 1 to 5
 *
 * <p><b>Edge cases</b> a day with fewer than {@value #FEWEST_PER_FUNCTION} paths per function worth exercising is passed over · exercise today counts where it brings more than the first pass says that waiting does; the average has no value today
 *
 * <p><b>Numerics</b> draws by counter from the context's seed, so the same bits always; mirrored pairs, the standard error from their means. Regression by QR, rotated in path by path, on powers of S/K − 1, with the average also on those of A/K − 1 and their products. Realized
 * flows are carried, fitted ones only decide. The second pass takes away the bias of foresight: what is left is below the value of the best rule by what the polynomial misses
 *
 * <p><b>Use when / not when</b> the payoff depends on the path / it does not: a lattice is exact, quicker, and may be part of a simulation, see {@link BinomialOption}. Not within a simulation: facts with distributions are refused
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1093/rfs/14.1.113">F. A. Longstaff, E. S. Schwartz, Valuing American Options by Simulation: A Simple Least-Squares Approach, Review of Financial Studies 14 (2001), 113–147, sections 1 and 2, table 1</a>
 */
public record LongstaffSchwartz(Options options) implements Method<LongstaffSchwartzFacts, SampledOption> {

    public static final MethodId ID = MethodId.of("option.longstaff-schwartz");

    public static final int FEWEST_PATHS = 1_000;
    public static final int MOST_PATHS = 1_000_000;
    public static final long MOST_STEPS = 200_000_000;

    /** Paths where nothing else is said. */
    public static final int STANDARD_PATHS = 100_000;

    /** Degree where nothing else is said. */
    public static final int STANDARD_DEGREE = 3;

    /** Paths worth exercising that a day needs for each function of the regression. */
    public static final int FEWEST_PER_FUNCTION = 10;

    private static final long FIRST_PASS = 0x4c53_0001L;
    private static final long SECOND_PASS = 0x4c53_0002L;

    /**
     * Conventions; each is written into the provenance.
     *
     * @param paths for each of the two passes
     * @param degree of the polynomial that waiting is fitted by
     */
    public record Options(int paths, int degree) {

        public static final Options STANDARD = new Options(STANDARD_PATHS, STANDARD_DEGREE);

        public Options {
            new Check()
                    .that(
                            paths >= FEWEST_PATHS && paths <= MOST_PATHS && paths % 2 == 0,
                            "paths",
                            "an even number from " + FEWEST_PATHS + " to " + MOST_PATHS,
                            paths,
                            "100000 give a third digit or so.")
                    .that(degree >= 1 && degree <= 5, "degree", "1 to 5", degree, "3 is usual.")
                    .done();
        }

        public Options withPaths(int count) {
            return new Options(count, degree);
        }

        public Options withDegree(int other) {
            return new Options(paths, other);
        }
    }

    public static LongstaffSchwartz standard() {
        return new LongstaffSchwartz(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public SampledOption evaluate(LongstaffSchwartzFacts facts, ValuationContext context) {
        new Check()
                .that(
                        (long) options.paths() * facts.exerciseDates() <= MOST_STEPS,
                        "exerciseDates",
                        "at most " + MOST_STEPS / options.paths() + " with " + options.paths() + " paths",
                        facts.exerciseDates(),
                        "Take fewer days or fewer paths.")
                .done();
        var worksheet = worksheet(facts.option(), context);
        return new Run(facts, worksheet, context.seed()).found(context);
    }

    /** The inputs, for their digest and sources; they stand as on any option's sheet. */
    private static Worksheet worksheet(OptionFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency());
        var asset = facts.underlying().write(sheet);
        var contract = facts.contract().write(sheet);
        var force = sheet.let("force", OptionFacts.force(sheet, facts.riskFreeRate()));
        return sheet.close(sheet.let(
                "europeanValue",
                BlackScholesMerton.black(sheet, asset, contract, force)
                        .value(facts.contract().type())));
    }

    /** One estimate: the two passes over one set of facts. */
    private final class Run {

        private final LongstaffSchwartzFacts facts;
        private final Worksheet worksheet;
        private final long seed;
        private final int dates;
        private final double sign;
        private final double strike;
        private final double discount;
        private final List<Power> basis;
        private final List<Optional<double[]>> rules = new ArrayList<>();

        Run(LongstaffSchwartzFacts facts, Worksheet worksheet, long seed) {
            this.facts = facts;
            this.worksheet = worksheet;
            this.seed = seed;
            dates = facts.exerciseDates();
            sign = facts.option().contract().type().sign();
            strike = worksheet.value("strike");
            discount = Elementary.exp(-worksheet.value("force") * interval());
            basis = Power.upTo(options.degree(), facts.payoffOn() == PayoffOn.AVERAGE);
        }

        private double interval() {
            return worksheet.value("yearsToExpiry") / dates;
        }

        SampledOption found(ValuationContext context) {
            var hint = firstPass();
            double today = facts.payoffOn() == PayoffOn.VALUE
                    ? Math.max(sign * (worksheet.value("underlying") - strike), 0)
                    : 0;
            boolean now = today > strike * hint.mean();
            var estimate = secondPass();
            var notes = new ArrayList<Note>(BlackScholesMerton.NO_TRADED_TWIN);
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "sampled-paths",
                    options.paths() + " paths, " + dates + " days of decision, degree " + options.degree()));
            if (now)
                notes.add(Note.of(
                        Note.Kind.INFO,
                        "exercise-now",
                        "Exercise today brings more than waiting: the value is what it brings."));
            notes.addAll(Indication.notesOf(worksheet));
            return new SampledOption(
                    ID,
                    now ? today : strike * estimate.mean(),
                    now ? 0 : strike * estimate.standardError(),
                    Math.max(today, strike * hint.mean()),
                    strike * hint.standardError(),
                    options.paths(),
                    basis.stream().map(Power::toString).toList(),
                    (int) rules.stream().filter(Optional::isEmpty).count(),
                    now,
                    notes,
                    Indication.provenance(LongstaffSchwartz.this, context, worksheet));
        }

        private SampledPaths paths(long stream) {
            double sigma = worksheet.value("volatility");
            double drift =
                    (worksheet.value("force") - worksheet.value("incomeYield") - 0.5 * sigma * sigma) * interval();
            return new SampledPaths(
                    options.paths(),
                    seed,
                    stream,
                    worksheet.value("underlying") / strike,
                    drift,
                    sigma * Math.sqrt(interval()),
                    facts.payoffOn());
        }

        private double payoff(SampledPaths paths, int path) {
            return sign * (paths.reckoned(path) - 1);
        }

        /** Finds the rules, from the last day backward; realized flows are carried. */
        private Welford firstPass() {
            var paths = paths(FIRST_PASS);
            for (int i = 0; i < dates; i++) paths.forward();
            var flow = new double[options.paths()];
            for (int k = 0; k < flow.length; k++) flow[k] = Math.max(payoff(paths, k), 0);
            for (int i = dates - 1; i >= 1; i--) {
                paths.back();
                for (int k = 0; k < flow.length; k++) flow[k] *= discount;
                var rule = fit(paths, flow);
                rules.add(0, rule);
                if (rule.isPresent()) exercise(paths, rule.get(), flow);
            }
            for (int k = 0; k < flow.length; k++) flow[k] *= discount;
            return pairs(flow);
        }

        private Optional<double[]> fit(SampledPaths paths, double[] flow) {
            var fit = new ContinuationFit(basis.size());
            var row = new double[basis.size()];
            for (int k = 0; k < flow.length; k++) {
                if (payoff(paths, k) <= 0) continue;
                Power.fill(basis, paths.spot(k) - 1, paths.reckoned(k) - 1, row);
                fit.add(row, flow[k]);
            }
            return fit.rows() >= FEWEST_PER_FUNCTION * basis.size()
                    ? Optional.of(fit.coefficients())
                    : Optional.empty();
        }

        private void exercise(SampledPaths paths, double[] rule, double[] flow) {
            var row = new double[basis.size()];
            for (int k = 0; k < flow.length; k++) {
                double brings = payoff(paths, k);
                if (brings > 0 && brings > waiting(paths, k, rule, row)) flow[k] = brings;
            }
        }

        private double waiting(SampledPaths paths, int path, double[] rule, double[] row) {
            Power.fill(basis, paths.spot(path) - 1, paths.reckoned(path) - 1, row);
            double sum = 0;
            for (int j = 0; j < row.length; j++) sum += rule[j] * row[j];
            return sum;
        }

        /** Tries the rules on paths that did not make them. */
        private Welford secondPass() {
            var paths = paths(SECOND_PASS);
            var flow = new double[options.paths()];
            var isDone = new boolean[options.paths()];
            var row = new double[basis.size()];
            double factor = 1;
            for (int i = 1; i <= dates; i++) {
                paths.forward();
                factor *= discount;
                var rule = i < dates ? rules.get(i - 1) : Optional.<double[]>empty();
                if (i < dates && rule.isEmpty()) continue;
                for (int k = 0; k < flow.length; k++) {
                    double brings = payoff(paths, k);
                    if (isDone[k] || brings <= 0) continue;
                    if (i < dates && brings <= waiting(paths, k, rule.orElseThrow(), row)) continue;
                    flow[k] = factor * brings;
                    isDone[k] = true;
                }
            }
            return pairs(flow);
        }

        private static Welford pairs(double[] flow) {
            var moments = new Welford();
            for (int k = 0; k < flow.length; k += 2) moments.add(0.5 * (flow[k] + flow[k + 1]));
            return moments;
        }
    }

    /**
     * A function of the regression.
     *
     * @param ofValue power of S/K − 1
     * @param ofAverage power of A/K − 1
     */
    private record Power(int ofValue, int ofAverage) {

        /** All of a total degree up to this, by degree. */
        static List<Power> upTo(int degree, boolean withAverage) {
            var powers = new ArrayList<Power>();
            for (int total = 0; total <= degree; total++)
                for (int average = 0; average <= (withAverage ? total : 0); average++)
                    powers.add(new Power(total - average, average));
            return List.copyOf(powers);
        }

        static void fill(List<Power> basis, double value, double average, double[] row) {
            for (int j = 0; j < row.length; j++) {
                var power = basis.get(j);
                double product = 1;
                for (int i = 0; i < power.ofValue; i++) product *= value;
                for (int i = 0; i < power.ofAverage; i++) product *= average;
                row[j] = product;
            }
        }

        @Override
        public String toString() {
            var parts = new ArrayList<String>();
            if (ofValue > 0) parts.add("(S/K - 1)^" + ofValue);
            if (ofAverage > 0) parts.add("(A/K - 1)^" + ofAverage);
            return parts.isEmpty() ? "1" : String.join(" ", parts);
        }
    }
}
