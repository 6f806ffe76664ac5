package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;

/**
 * Values an asset by one year of excess earnings over a capitalization rate that an appraiser judges, and, in the formula method, a business by its tangible
 * assets and that.
 *
 * <p><b>Formula</b> V = E / c · TAB; formula method: V = T + E / c; E excess earnings as in {@link CapitalizedExcessEarnings}, c capitalization rate, T fair value of
 * the tangible contributory assets. The sheet shows the growth r − c that the two rates imply; flows before the end of the year are worth (1 + r)^½ or 1 + r times
 * as much.
 *
 * <p><b>Units and ranges</b> c above 0 · charges at least 0 · τ in [0, 1)
 *
 * <p><b>Edge cases</b> decay, a life or a terminal value is refused: c holds all that follows · the formula method values a business, so it takes neither tax
 * amortization benefit nor replication cap
 *
 * <p><b>Numerics</b> a few roundings
 *
 * <p><b>Use when / not when</b> a quick check of a multi-period result, or small businesses / growth and life can be stated: then state them
 *
 * @param options conventions
 * @see <a href="https://www.irs.gov">Internal Revenue Service, Revenue Ruling 68-609 (1968), on the formula approach</a>
 */
public record SinglePeriodExcessEarnings(Options options) implements ValuationMethod<SinglePeriodFacts> {

    public static final MethodId ID = MethodId.of("income.single-period-excess-earnings");

    /** What is valued. */
    public enum Form {
        /** The asset that is left when all others are paid: E / c. */
        EXCESS_EARNINGS,
        /** The business: tangible assets and E / c. */
        FORMULA_METHOD
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param form the asset or the business
     * @param chargeTaxBasis from which earnings charges are deducted
     * @param conventions as in every income method
     */
    public record Options(Form form, ChargeTaxBasis chargeTaxBasis, IncomeConventions conventions) {

        /** The asset; after-tax charges from after-tax earnings, due at the end of each year. */
        public static final Options STANDARD = new Options(
                Form.EXCESS_EARNINGS,
                ChargeTaxBasis.AFTER_TAX_EARNINGS,
                IncomeConventions.STANDARD.withTiming(Timing.END));

        public Options withForm(Form other) {
            return new Options(other, chargeTaxBasis, conventions);
        }

        public Options withChargeTaxBasis(ChargeTaxBasis other) {
            return new Options(form, other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(form, chargeTaxBasis, other);
        }

        private ContributoryCharges.Terms charges() {
            return new ContributoryCharges.Terms(chargeTaxBasis, false, true, conventions);
        }
    }

    public static SinglePeriodExcessEarnings standard() {
        return new SinglePeriodExcessEarnings(Options.STANDARD);
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
    public Cell write(Sheet sheet, SinglePeriodFacts facts, ValuationContext context) {
        if (options.form() == Form.FORMULA_METHOD) checkBusiness(facts);
        var year = NormalYear.open(
                sheet, facts.earnings(), facts.contributoryAssets(), facts.terms(), options.charges(), context);
        var rate = sheet.given("capitalizationRate", Unit.RATE, facts.capitalizationRate());
        sheet.require(
                "capitalizationRateAboveZero",
                rate,
                Relation.GREATER,
                Cell.ZERO,
                "Earnings are capitalized at a positive rate.");
        sheet.let("impliedGrowth", year.forecast().discountRate().minus(rate));
        var value = year.forecast().capitalized(year.excess(), rate);
        if (options.form() == Form.EXCESS_EARNINGS) return year.forecast().conclude(value, year.excess());
        return sheet.let("value", year.charges().tangibleAssets().orElseThrow().plus(value));
    }

    private static void checkBusiness(SinglePeriodFacts facts) {
        var check = new Check();
        boolean allTangible = facts.contributoryAssets().stream()
                .allMatch(asset ->
                        asset.kind().isTangible() && asset.charge() instanceof ContributoryCharge.ReturnOnFairValue);
        if (facts.contributoryAssets().isEmpty() || !allTangible)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "contributoryAssets",
                    "the formula method adds tangible assets at fair value to what is left",
                    "Give working capital and fixed assets by return-on-fair-value, and no other."));
        if (facts.terms().taxAmortization().isPresent()
                || facts.terms().replicationCap().isPresent())
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    facts.terms().taxAmortization().isPresent() ? "taxAmortization" : "replicationCap",
                    "the formula method values a business, not an asset",
                    "Set the option form to excess-earnings."));
        check.done();
    }

    @Override
    public List<Note> remarks(SinglePeriodFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        notes.addAll(ContributoryCharges.remarks(options.charges(), facts.contributoryAssets(), worksheet, section));
        if (worksheet.value(section + "capitalizationRate") < IncomeForecast.NARROW_SPREAD)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "narrow-spread",
                    "The capitalization rate is below " + IncomeForecast.NARROW_SPREAD
                            + ": the value hangs on its last digits."));
        return notes;
    }
}
