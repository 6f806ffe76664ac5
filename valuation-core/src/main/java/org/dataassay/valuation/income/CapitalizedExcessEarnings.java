package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;

/**
 * Values a stable asset by one normal year of excess earnings that grow at a constant rate for ever.
 *
 * <p><b>Formula</b> V = E / (r − g) · TAB, E = (P − w) · (1 − τ) − Σ CACⱼ, or with charges from earnings before tax (P − w − Σ CACⱼ) · (1 − τ); P earnings of the year
 * after the valuation date, CACⱼ charges of contributory assets, w the return of value of wearing ones, r discount rate, g growth; flows before the end of the year
 * are worth (1 + r)^½ or 1 + r times as much.
 *
 * <p><b>Units and ranges</b> charges at least 0 · τ in [0, 1) · g below r, negative where the asset decays
 *
 * <p><b>Edge cases</b> without growth r must be above 0 · growth at or above the discount rate is refused, less than {@code 0.01} apart is warned of · decay or a life
 * is refused: a normal year stands for all years
 *
 * <p><b>Numerics</b> a few roundings; the relative error grows as r / (r − g)
 *
 * <p><b>Use when / not when</b> a maintained stream with a steady year / data that decays or an income that still grows into its level
 *
 * @param options conventions
 * @see <a href="https://www.appraisalfoundation.org">Appraisal Foundation, VFR Advisory 1 (2010), The Identification of Contributory Assets and Calculation of
 *     Economic Rents</a>
 * @see <a href="https://doi.org/10.2307/1927792">Gordon, "Dividends, Earnings, and Stock Prices", Review of Economics and Statistics 41 (1959), 99–105</a>
 */
public record CapitalizedExcessEarnings(Options options) implements ValuationMethod<NormalEarningsFacts> {

    public static final MethodId ID = MethodId.of("income.capitalized-excess-earnings");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param chargeTaxBasis from which earnings charges are deducted
     * @param conventions as in every income method
     */
    public record Options(ChargeTaxBasis chargeTaxBasis, IncomeConventions conventions) {

        /** After-tax charges from after-tax earnings, due at the end of each year. */
        public static final Options STANDARD =
                new Options(ChargeTaxBasis.AFTER_TAX_EARNINGS, IncomeConventions.STANDARD.withTiming(Timing.END));

        public Options withChargeTaxBasis(ChargeTaxBasis other) {
            return new Options(other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(chargeTaxBasis, other);
        }

        private ContributoryCharges.Terms charges() {
            return new ContributoryCharges.Terms(chargeTaxBasis, false, true, conventions);
        }
    }

    public static CapitalizedExcessEarnings standard() {
        return new CapitalizedExcessEarnings(Options.STANDARD);
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
    public Cell write(Sheet sheet, NormalEarningsFacts facts, ValuationContext context) {
        var year = NormalYear.open(
                sheet, facts.earnings(), facts.contributoryAssets(), facts.terms(), options.charges(), context);
        return year.forecast().conclude(year.forecast().capitalized(year.excess()), year.excess());
    }

    @Override
    public List<Note> remarks(
            NormalEarningsFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        notes.addAll(ContributoryCharges.remarks(options.charges(), facts.contributoryAssets(), worksheet, section));
        return notes;
    }
}
