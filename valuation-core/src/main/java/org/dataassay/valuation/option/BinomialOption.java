package org.dataassay.valuation.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.SheetFunction;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Prices a right that may be used at any time until its end: to build, to expand, to abandon.
 *
 * <p><b>Formula</b> V = max(sign · (S − K), e^(−rΔ) · [p · V(up) + (1 − p) · V(down)]) backward over n steps of Δ = T/n; u = e^(σ√Δ), p = (e^((r − q)Δ) − 1/u) / (u − 1/u); European without the first term
 *
 * <p><b>Units and ranges</b> S, K &gt; 0 in the context's currency · 0 &lt; T ≤ 100 years · 0 &lt; σ ≤ 10 · {@value #FEWEST_STEPS} to {@value #MOST_STEPS} steps, even for {@link Smoothing#BLACK_SCHOLES_RICHARDSON}
 *
 * <p><b>Edge cases</b> p outside (0, 1), that is n ≤ (r − q)² · T/σ², is refused with the number of steps that would do · σ√(Tn) above 600 leaves the range of a double and is refused · an American call without
 * yield at a positive rate is the European one
 *
 * <p><b>Numerics</b> a pure function of its figures, run anew in every draw, with the lattice's own exact derivatives; exported as a value that is not live. At 200 steps American options of
 * up to 3 years are off a fine lattice by at most 4e-4 of the strike plain, 2e-4 averaged, 1.5e-4 with the closed form one step before the end and 5e-5 extrapolated, over the options that are tested
 *
 * <p><b>Use when / not when</b> one uncertain value, early exercise, cash thresholds / exercise on the last day only: {@link BlackScholesMerton}; the payoff depends on the path: {@link LongstaffSchwartz}
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1016/0304-405X(79)90015-1">J. C. Cox, S. A. Ross, M. Rubinstein, Option Pricing: A Simplified Approach, Journal of Financial Economics 7 (1979), sections 3 to 5</a>
 * @see <a href="https://doi.org/10.1093/rfs/9.4.1211">M. Broadie, J. Detemple, American Option Valuation: New Bounds, Approximations, and a Comparison of Existing Methods, Review of Financial Studies 9 (1996),
 *     section 4, methods BBS and BBSR</a>
 */
public record BinomialOption(Options options) implements FigureMethod<BinomialFacts> {

    public static final MethodId ID = MethodId.of("option.binomial");

    public static final int FEWEST_STEPS = 4;

    public static final int MOST_STEPS = Lattice.MOST_STEPS - 1;

    /** Steps where nothing else is said. */
    public static final int STANDARD_STEPS = 200;

    /** How the saw of a lattice is taken away. */
    public enum Smoothing {
        /** Not at all. */
        NONE,
        /** The mean of n and n + 1 steps. */
        AVERAGED,
        /** The closed form one step before the end. */
        BLACK_SCHOLES,
        /** The same with n and n/2 steps, extrapolated: 2 · V(n) − V(n/2). */
        BLACK_SCHOLES_RICHARDSON
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param steps n
     * @param smoothing how the saw is taken away
     */
    public record Options(int steps, Smoothing smoothing) {

        public static final Options STANDARD = new Options(STANDARD_STEPS, Smoothing.BLACK_SCHOLES_RICHARDSON);

        public Options {
            new Check()
                    .that(
                            steps >= FEWEST_STEPS && steps <= MOST_STEPS,
                            "steps",
                            FEWEST_STEPS + " to " + MOST_STEPS,
                            steps,
                            "A few hundred do; the time grows with the square.")
                    .that(
                            smoothing != Smoothing.BLACK_SCHOLES_RICHARDSON || steps % 2 == 0,
                            "steps",
                            "even",
                            steps,
                            "Extrapolation needs half as many as well.")
                    .done();
        }

        public Options withSteps(int count) {
            return new Options(count, smoothing);
        }

        public Options withSmoothing(Smoothing how) {
            return new Options(steps, how);
        }

        private int fewestSteps() {
            return smoothing == Smoothing.BLACK_SCHOLES_RICHARDSON ? steps / 2 : steps;
        }
    }

    public static BinomialOption standard() {
        return new BinomialOption(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, BinomialFacts facts, ValuationContext context) {
        var option = facts.option();
        var asset = option.underlying().write(sheet);
        var contract = option.contract().write(sheet);
        var force = OptionFacts.force(sheet, option.riskFreeRate());
        return write(sheet, asset, contract, force, option.contract().type(), facts.exercise());
    }

    /** The same on figures that stand on the sheet already. */
    Cell write(
            Sheet sheet,
            UnderlyingAsset.Figures asset,
            OptionContract.Figures contract,
            Cell force,
            OptionType type,
            ExerciseStyle exercise) {
        guard(sheet, asset, contract, force);
        var function = function(exercise);
        IntFunction<Cell> lattice = steps -> Figure.apply(
                function,
                Unit.MONEY,
                List.of(
                        asset.value(),
                        contract.strike(),
                        contract.years(),
                        asset.volatility(),
                        force,
                        asset.yield(),
                        Cell.number(type.sign()),
                        Cell.number(steps)));
        int n = options.steps();
        var value = lattice.apply(n);
        var smooth = switch (options.smoothing()) {
            case NONE, BLACK_SCHOLES -> value;
            case AVERAGED ->
                sheet.let("latticeValue", value)
                        .plus(sheet.let("latticeValueNextStep", lattice.apply(n + 1)))
                        .times(Cell.number(0.5));
            case BLACK_SCHOLES_RICHARDSON ->
                sheet.let("latticeValue", value)
                        .times(Cell.number(2))
                        .minus(sheet.let("latticeValueHalfSteps", lattice.apply(n / 2)));
        };
        var found = sheet.let("optionValue", smooth);
        if (exercise == ExerciseStyle.AMERICAN) {
            var european = sheet.let(
                    "europeanValue",
                    BlackScholesMerton.black(sheet, asset, contract, force).value(type));
            sheet.let("earlyExercisePremium", found.minus(european));
        }
        return found;
    }

    private SheetFunction function(ExerciseStyle exercise) {
        boolean plain = options.smoothing() == Smoothing.NONE || options.smoothing() == Smoothing.AVERAGED;
        return switch (exercise) {
            case AMERICAN -> plain ? new OptionFunctions.CrrAmerican() : new OptionFunctions.BbsAmerican();
            case EUROPEAN -> plain ? new OptionFunctions.CrrEuropean() : new OptionFunctions.BbsEuropean();
        };
    }

    /** Writes {@code timeStep}, {@code upFactor}, {@code upProbability} and {@code leastSteps}; refuses what is no lattice. */
    private void guard(Sheet sheet, UnderlyingAsset.Figures asset, OptionContract.Figures contract, Cell force) {
        var years = contract.years().as(Unit.FACTOR);
        sheet.require(
                "underlyingAboveZero",
                asset.value(),
                Relation.GREATER,
                asset.value().times(Cell.ZERO),
                "Use a distribution above 0.");
        sheet.require(
                "volatilityAboveZero", asset.volatility(), Relation.GREATER, Cell.ZERO, "Use a distribution above 0.");
        sheet.require("yearsAboveZero", contract.years(), Relation.GREATER, Cell.ZERO, "Use a distribution above 0.");
        var drift = force.minus(asset.yield());
        var least = sheet.let(
                "leastSteps", drift.dividedBy(asset.volatility()).power(2).times(years));
        sheet.require(
                "upProbabilityBetweenZeroAndOne",
                Cell.number(options.fewestSteps()),
                Relation.GREATER,
                least,
                "Take more steps than that"
                        + (options.fewestSteps() < options.steps() ? ", twice as many where they are extrapolated" : "")
                        + ", that is a time step below σ²/(r − q)².");
        sheet.require(
                "latticeWithinNumbers",
                asset.volatility()
                        .times(years.times(Cell.number(options.steps() + 1)).sqrt()),
                Relation.LESS_OR_EQUAL,
                Cell.number(Lattice.MOST_WIDTH),
                "Take fewer steps.");
        var step = sheet.let("timeStep", years.dividedBy(Cell.number(options.steps())));
        var height = asset.volatility().times(step.sqrt());
        var up = sheet.let("upFactor", height.exp());
        var down = Cell.ONE.dividedBy(up);
        sheet.let(
                "upProbability",
                drift.times(step).exp().minus(down).dividedBy(up.minus(down)).as(Unit.SHARE));
    }

    @Override
    public List<Note> remarks(BinomialFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(BlackScholesMerton.NO_TRADED_TWIN);
        notes.add(note());
        return notes;
    }

    /** How the lattice was built. */
    Note note() {
        return Note.of(
                Note.Kind.ASSUMPTION,
                "lattice",
                "n = " + options.steps() + ", "
                        + options.smoothing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
