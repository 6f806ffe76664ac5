package org.dataassay.valuation.option;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Prices an option on an option: a pilot that buys the right to build, a license with a right to extend.
 *
 * <p><b>Formula</b> V = αβ · [S · e^(−qT₂) · Φ₂(αβ · a₁, β · b₁; α · ρ) − K₂ · e^(−rT₂) · Φ₂(αβ · a₂, β · b₂; α · ρ)] − α · K₁ · e^(−rT₁) · Φ(αβ · a₂); α and β are 1 for a call and −1 for a put, of the first and the second option; a₁,
 * a₂ are d₁, d₂ of (S, S*, T₁), b₁, b₂ those of (S, K₂, T₂), ρ = √(T₁/T₂). At S* the second option is worth K₁ at T₁: then the first is indifferent
 *
 * <p><b>Units and ranges</b> S, K₁, K₂ &gt; 0 in the context's currency · 0 &lt; T₁ &lt; T₂ ≤ 100 years · 0 &lt; σ ≤ 10
 *
 * <p><b>Edge cases</b> a put is never worth more than K₂ · e^(−r(T₂ − T₁)): where K₁ is not below that the first option is never, or always, exercised, and the facts are refused
 *
 * <p><b>Numerics</b> S* by Brent's method in a bracket from closed-form bounds; Φ₂ within 2e-15, see {@link org.dataassay.valuation.numeric.BivariateNormal}, as a function figure with its exact derivatives;
 * every derivative of the value is exact
 *
 * <p><b>Use when / not when</b> two decisions, each at its own date / three and more, or any time: a lattice, or {@link LongstaffSchwartz}
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1016/0304-405X(79)90022-9">R. Geske, The Valuation of Compound Options, Journal of Financial Economics 7 (1979), 63–81, equation (4)</a>
 */
public record CompoundOption(Options options) implements FigureMethod<CompoundFacts> {

    public static final MethodId ID = MethodId.of("option.compound");

    private static final OptionFunctions.BivariateNormalCdf BIVARIATE = new OptionFunctions.BivariateNormalCdf();

    /** None: the formula leaves nothing to choose. */
    public record Options() {
        public static final Options STANDARD = new Options();
    }

    public static CompoundOption standard() {
        return new CompoundOption(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, CompoundFacts facts, ValuationContext context) {
        var asset = facts.underlying().write(sheet);
        var firstSection = sheet.section("first");
        var secondSection = sheet.section("second");
        var first = facts.first().write(firstSection).named(sheet, "yearsToFirst");
        var second = facts.second().write(secondSection).named(sheet, "yearsToSecond");
        var force = OptionFacts.force(sheet, facts.riskFreeRate());
        sheet.require(
                "underlyingAboveZero",
                asset.value(),
                Relation.GREATER,
                asset.value().times(Cell.ZERO),
                "Use a distribution above 0.");
        sheet.require(
                "volatilityAboveZero", asset.volatility(), Relation.GREATER, Cell.ZERO, "Use a distribution above 0.");
        sheet.require("firstEndsAfterToday", first.years(), Relation.GREATER, Cell.ZERO, "Use a distribution above 0.");
        sheet.require(
                "secondOutlivesFirst",
                second.years(),
                Relation.GREATER,
                first.years(),
                "The second option must end after the first.");
        var critical =
                new CriticalValue(asset, first, second, force, facts.second().type()).write(sheet);
        var discountedFirst =
                sheet.let("discountedFirstStrike", first.strike().times(UnderlyingAsset.factor(force, first.years())));
        var a = Black.write(
                firstSection,
                firstSection.let("discountedUnderlying", asset.after(first.years())),
                critical.times(UnderlyingAsset.factor(force, first.years())),
                asset.variance(first.years()));
        var b = BlackScholesMerton.black(secondSection, asset, second, force);
        int alpha = facts.first().type().sign();
        int beta = facts.second().type().sign();
        var correlation =
                sheet.let("correlation", first.years().dividedBy(second.years()).sqrt());
        var signed = alpha < 0 ? correlation.negated() : correlation;
        var keepsBoth = sheet.let("bothExercisedByUnderlying", both(alpha, beta, a.d1(), b.d1(), signed));
        var paysBoth = sheet.let("bothExercised", both(alpha, beta, a.d2(), b.d2(), signed));
        var paysFirst = sheet.let("firstExercised", signed(alpha * beta, a.d2()).normalCdf());
        var second1 = b.got().times(keepsBoth).minus(b.paid().times(paysBoth));
        var first1 = discountedFirst.times(paysFirst);
        return sheet.let(
                "optionValue", alpha > 0 ? signed(beta, second1).minus(first1) : first1.minus(signed(beta, second1)));
    }

    private static Cell both(int alpha, int beta, Cell first, Cell second, Cell correlation) {
        return Figure.apply(
                BIVARIATE, Unit.SHARE, List.of(signed(alpha * beta, first), signed(beta, second), correlation));
    }

    private static Cell signed(int sign, Cell cell) {
        return sign < 0 ? cell.negated() : cell;
    }

    /**
     * The value of the underlying at which the second option is worth the first one's strike when that ends.
     *
     * @param asset what the second option is on
     * @param first held
     * @param second that the first is on
     * @param force continuous risk-free rate
     * @param type of the second
     */
    private record CriticalValue(
            UnderlyingAsset.Figures asset,
            OptionContract.Figures first,
            OptionContract.Figures second,
            Cell force,
            OptionType type) {

        Cell write(Sheet sheet) {
            var between = sheet.let("yearsBetween", second.years().minus(first.years()));
            var paid = sheet.let("secondStrikeAtFirst", second.strike().times(UnderlyingAsset.factor(force, between)));
            var variance = asset.variance(between);
            var kept = UnderlyingAsset.factor(asset.yield(), between);
            var half = Cell.number(0.5);
            var twice = Cell.number(2);
            Cell low;
            Cell high;
            if (type == OptionType.CALL) {
                // max(S · kept − paid, 0) ≤ call ≤ S · kept
                low = first.strike().dividedBy(kept).times(half);
                high = first.strike().plus(paid).dividedBy(kept).times(twice);
            } else {
                // paid − S · kept ≤ put ≤ paid · Φ(−d₂), and Φ(−z) ≤ e^(−z²/2) from 0 on
                sheet.require(
                        "firstStrikeWithinPut",
                        first.strike(),
                        Relation.LESS,
                        paid,
                        "A put is worth at most its discounted strike: the first option would never, or always, be exercised. Lower its strike.");
                low = paid.minus(first.strike()).dividedBy(kept).times(half);
                var quantile = first.strike()
                        .dividedBy(paid)
                        .min(Cell.ONE)
                        .log()
                        .times(Cell.number(-2))
                        .sqrt();
                high = paid.dividedBy(kept)
                        .times(quantile.times(variance.sqrt())
                                .plus(variance.times(half))
                                .exp())
                        .times(twice);
            }
            return sheet.root(
                    "criticalUnderlying",
                    Unit.MONEY,
                    low,
                    high,
                    s -> Black.of(s.times(kept), paid, variance).value(type).minus(first.strike()));
        }
    }

    @Override
    public List<Note> remarks(CompoundFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        return new ArrayList<>(BlackScholesMerton.NO_TRADED_TWIN);
    }
}
