package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values an asset by the royalties its owner does not have to pay.
 *
 * <p><b>Formula</b> V = [Σ (R(t) · S(t) · ρ − u(t)) · L(t) · (1 − τ) · D(t) + TV] · TAB over t = 1 … n; R revenue of the royalty's base, S survival, L the share of
 * the period in force, ρ royalty rate, u upkeep the owner bears, τ tax rate, D discount factor, TV and TAB only when asked for. Capitalized form: V = R · ρ · (1
 * − τ) / (r − g), times (1 + r)^½ where the royalties come through the year.
 *
 * <p><b>Units and ranges</b> ρ in [0, 1], decimal (5% is 0.05) · τ in [0, 1) · discount rate above −1 and below {@link
 * org.dataassay.valuation.time.Rate#PLAUSIBLE_MAXIMUM} per year · n from 1 to 100
 *
 * <p><b>Edge cases</b> ρ = 0 gives zero less upkeep · growth at or above the discount rate is refused · a life beyond the forecast is refused · where a substitute
 * is freely available the value is capped, see {@link ReplicationCap}
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> comparable licences give a rate / the asset cannot be licensed apart from its owner
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, relief-from-royalty method</a>
 */
public record ReliefFromRoyalty(Options options) implements ValuationMethod<RoyaltyFacts> {

    public static final MethodId ID = MethodId.of("income.relief-from-royalty");

    /** How the royalties become a value. */
    public enum Form {
        /** Period by period. */
        FORECAST,
        /** One normal year, for ever. */
        CAPITALIZED
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param form period by period or capitalized
     * @param conventions as in every income method
     */
    public record Options(Form form, IncomeConventions conventions) {

        /** Period by period, mid-period flows, after tax. */
        public static final Options STANDARD = new Options(Form.FORECAST, IncomeConventions.STANDARD);

        public Options withForm(Form other) {
            return new Options(other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(form, other);
        }
    }

    public static ReliefFromRoyalty standard() {
        return new ReliefFromRoyalty(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        return options.conventions().rounding();
    }

    @Override
    public Cell write(Sheet sheet, RoyaltyFacts facts, ValuationContext context) {
        if (options.form() == Form.CAPITALIZED && facts.revenue().size() != 1)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "revenue",
                    "the capitalized form takes one normal year, not "
                            + facts.revenue().size(),
                    "Give one value, or use the form forecast.");
        var forecast = IncomeForecast.open(
                sheet,
                facts.terms(),
                options.conventions(),
                context,
                facts.revenue().size());
        var royalty = sheet.given("royaltyRate", Unit.SHARE, facts.royalty().rate());
        var revenue = sheet.given("revenue", Unit.MONEY, forecast.periods(), facts.revenue());
        var savings = sheet.let("royaltySavings", forecast.lasting(revenue).times(royalty));
        if (facts.upkeep().isPresent())
            savings = sheet.let(
                    "savingsAfterUpkeep",
                    savings.minus(upkeep(sheet, forecast, facts.upkeep().get())));
        var flow = sheet.let("afterTaxSavings", forecast.afterTax(savings));
        facts.operatingMargin().ifPresent(margin -> ImpliedProfitSplit.write(sheet, royalty, margin));
        return options.form() == Form.CAPITALIZED
                ? forecast.conclude(forecast.capitalized(flow.at(0)), flow.at(0))
                : forecast.value(flow);
    }

    private static Row upkeep(Sheet sheet, IncomeForecast forecast, InputRow<Money> amounts) {
        var upkeep = sheet.given("upkeep", Unit.MONEY, forecast.periods(), amounts);
        return forecast.changesInLife() ? sheet.let("upkeepInForce", forecast.inLife(upkeep)) : upkeep;
    }

    @Override
    public List<Note> remarks(RoyaltyFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        ImpliedProfitSplit.warning(worksheet, section, "royalty-above-profit", "The royalty")
                .ifPresent(notes::add);
        return notes;
    }
}
