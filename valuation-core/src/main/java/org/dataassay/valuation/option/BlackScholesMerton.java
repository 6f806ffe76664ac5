package org.dataassay.valuation.option;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Derivatives;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Prices a right that can be used at its end only, such as a license to be taken or left on a given day.
 *
 * <p><b>Formula</b> call = S · e^(−qT) · Φ(d₁) − K · e^(−rT) · Φ(d₂), put = K · e^(−rT) · Φ(−d₂) − S · e^(−qT) · Φ(−d₁); d₁ = [ln(S/K) + (r − q + σ²/2) · T] / (σ√T), d₂ = d₁ − σ√T
 *
 * <p><b>Units and ranges</b> S ≥ 0 and K &gt; 0 in the context's currency · T in [0, 100] years · σ in [0, 10] per √year · q in [−1, 1] per year, continuous · r of any compounding
 *
 * <p><b>Edge cases</b> T = 0, σ = 0 or S = 0 give the limit max(S · e^(−qT) − K · e^(−rT), 0), for a put the reverse; there gamma is 0, and at the strike the derivatives are one-sided
 *
 * <p><b>Numerics</b> Φ within 6 units in the last place in both tails; the value is the difference of two legs, hence good to about 1e-15 of the greater leg. Delta, vega, theta, rho are the sheet's
 * derivatives; gamma = e^(−qT) · φ(d₁) / (S · σ√T) stands on the sheet
 *
 * <p><b>Use when / not when</b> the day of decision is fixed and volatility has evidence / it may be used earlier: {@link BinomialOption}; the payoff depends on the path: {@link
 * LongstaffSchwartz}
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1086/260062">F. Black, M. Scholes, The Pricing of Options and Corporate Liabilities, Journal of Political Economy 81 (1973), equation (13)</a>
 * @see <a href="https://doi.org/10.2307/3003143">R. C. Merton, Theory of Rational Option Pricing, Bell Journal of Economics 4 (1973), section 7</a>
 */
public record BlackScholesMerton(Options options) implements SheetMethod<OptionFacts, PricedOption> {

    public static final MethodId ID = MethodId.of("option.black-scholes-merton");

    /** Days by which theta per day divides the one per year. */
    public static final double DAYS_PER_YEAR = 365;

    /** The time that theta lets pass. */
    public enum ThetaPer {
        YEAR,
        /** A {@link #DAYS_PER_YEAR}th of a year. */
        DAY
    }

    /** The move that vega or rho answers to. */
    public enum SensitivityPer {
        /** 1.00, that is 100 percentage points. */
        ONE,
        /** 0.01, that is one percentage point. */
        HUNDREDTH
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param thetaPer the time that theta lets pass
     * @param vegaPer the move of volatility
     * @param rhoPer the move of the risk-free rate
     */
    public record Options(ThetaPer thetaPer, SensitivityPer vegaPer, SensitivityPer rhoPer) {

        /** Per year and per 1.00: plain derivatives. */
        public static final Options STANDARD = new Options(ThetaPer.YEAR, SensitivityPer.ONE, SensitivityPer.ONE);

        public Options withThetaPer(ThetaPer per) {
            return new Options(per, vegaPer, rhoPer);
        }

        public Options withVegaPer(SensitivityPer per) {
            return new Options(thetaPer, per, rhoPer);
        }

        public Options withRhoPer(SensitivityPer per) {
            return new Options(thetaPer, vegaPer, per);
        }
    }

    public static BlackScholesMerton standard() {
        return new BlackScholesMerton(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, OptionFacts facts, ValuationContext context) {
        var asset = facts.underlying().write(sheet);
        var contract = facts.contract().write(sheet);
        var force = OptionFacts.force(sheet, facts.riskFreeRate());
        var black = black(sheet, asset, contract, force);
        var density = sheet.let("density", black.density());
        sheet.let(
                "gamma",
                UnderlyingAsset.factor(asset.yield(), contract.years())
                        .times(density)
                        .dividedBy(asset.value()
                                .max(contract.strike().times(Cell.number(Black.LEAST_RATIO)))
                                .times(black.deviation())));
        return sheet.let("optionValue", black.value(facts.contract().type()));
    }

    /** Writes {@code discountedUnderlying}, {@code discountedStrike} and what lies between them and the value. */
    static Black black(Sheet sheet, UnderlyingAsset.Figures asset, OptionContract.Figures contract, Cell force) {
        var got = sheet.let("discountedUnderlying", asset.after(contract.years()));
        var paid =
                sheet.let("discountedStrike", contract.strike().times(UnderlyingAsset.factor(force, contract.years())));
        return Black.write(sheet, got, paid, asset.variance(contract.years()));
    }

    @Override
    public PricedOption evaluate(OptionFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        return new PricedOption(
                ID,
                worksheet.value(),
                greeks(facts, worksheet),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    private Greeks greeks(OptionFacts facts, Worksheet worksheet) {
        var slopes = worksheet.derivatives();
        var asset = facts.underlying();
        double theta = -by(slopes, "yearsToExpiry", facts.contract().years());
        return new Greeks(
                by(slopes, "underlying", asset.value()),
                worksheet.value("gamma"),
                per(options.vegaPer(), by(slopes, "volatility", asset.volatility())),
                options.thetaPer() == ThetaPer.DAY ? theta / DAYS_PER_YEAR : theta,
                per(options.rhoPer(), by(slopes, "riskFreeRate", facts.riskFreeRate())),
                by(slopes, "incomeYield", asset.yield()));
    }

    private static double per(SensitivityPer move, double slope) {
        return move == SensitivityPer.HUNDREDTH ? slope / 100 : slope;
    }

    private static double by(Derivatives slopes, String name, Input<?> input) {
        return slopes.by(input.assumption()
                .map(shared -> Sheet.ASSUMPTIONS + "/" + shared)
                .orElse(name));
    }

    @Override
    public List<Note> remarks(OptionFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(NO_TRADED_TWIN);
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "greek-scaling",
                "theta " + (options.thetaPer() == ThetaPer.DAY ? "1/365" : "1") + ", vega " + word(options.vegaPer())
                        + ", rho " + word(options.rhoPer())));
        return notes;
    }

    private static String word(SensitivityPer move) {
        return move == SensitivityPer.HUNDREDTH ? "0.01" : "1";
    }

    /** What every option on data owes its reader. */
    static final List<Note> NO_TRADED_TWIN = List.of(
            Note.of(
                    Note.Kind.ASSUMPTION,
                    "no-traded-twin",
                    "The value of the data is taken to move like a traded price with independent lognormal steps. Data is not traded, so the volatility carries the result: show what it rests on."));
}
