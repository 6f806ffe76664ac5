package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values the relations to customers, and the data by which they are served, by what a distributor would earn with them: a distributor owns little else, so the margin of
 * comparable distributors less the charges for their assets is what the customers bring.
 *
 * <p><b>Formula</b> V = Σ E(t) · D(t) · TAB, E(t) = R(t) · S(t) · L(t) · m · (1 − τ) − Σ CACⱼ(t); R revenue with the customers of today, S the share of them that stays, L
 * the share of the period in force, m margin of comparable distributors, CACⱼ charges for a distributor's assets, deducted before or after tax as the option says.
 *
 * <p><b>Units and ranges</b> m in [0, 1] · revenue and charges at least 0 · τ in [0, 1)
 *
 * <p><b>Edge cases</b> a distributor's margin above that of the business is warned of · charges above the margin make a negative period, which counts and is warned of
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> another asset of the business is valued by its excess earnings / there are no distributors of like products
 *
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, distributor method</a>
 */
public record Distributor(Options options) implements ValuationMethod<DistributorFacts> {

    public static final MethodId ID = MethodId.of("income.distributor");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param chargeTaxBasis from which earnings charges are deducted
     * @param chargeAttrition whether charges shrink as the customers leave
     * @param conventions as in every income method
     */
    public record Options(
            ChargeTaxBasis chargeTaxBasis,
            MultiPeriodExcessEarnings.ChargeAttrition chargeAttrition,
            IncomeConventions conventions) {

        /** After-tax charges from after-tax earnings; a distributor's stock and staff shrink with its customers; mid-period. */
        public static final Options STANDARD = new Options(
                ChargeTaxBasis.AFTER_TAX_EARNINGS,
                MultiPeriodExcessEarnings.ChargeAttrition.LIKE_REVENUE,
                IncomeConventions.STANDARD);

        public Options withChargeTaxBasis(ChargeTaxBasis other) {
            return new Options(other, chargeAttrition, conventions);
        }

        public Options withChargeAttrition(MultiPeriodExcessEarnings.ChargeAttrition other) {
            return new Options(chargeTaxBasis, other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(chargeTaxBasis, chargeAttrition, other);
        }

        private ContributoryCharges.Terms charges() {
            return new ContributoryCharges.Terms(
                    chargeTaxBasis,
                    chargeAttrition == MultiPeriodExcessEarnings.ChargeAttrition.LIKE_REVENUE,
                    false,
                    conventions);
        }
    }

    public static Distributor standard() {
        return new Distributor(Options.STANDARD);
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
    public Cell write(Sheet sheet, DistributorFacts facts, ValuationContext context) {
        var forecast = IncomeForecast.open(
                sheet,
                facts.terms(),
                options.conventions(),
                context,
                facts.revenue().size());
        var revenue = sheet.given("revenue", Unit.MONEY, forecast.periods(), facts.revenue());
        var margin = sheet.given("distributorMargin", Unit.SHARE, facts.distributorMargin());
        var earnings =
                sheet.let("distributorEarnings", forecast.lasting(revenue).times(margin));
        facts.businessMargin().ifPresent(own -> {
            var business = sheet.given("businessMargin", Unit.SHARE, own);
            sheet.let("marginBeyondDistribution", business.minus(margin));
        });
        var charges = ContributoryCharges.of(
                sheet, forecast, options.charges(), Optional.of(revenue), facts.contributoryAssets());
        return forecast.value(charges.excessOf(earnings));
    }

    @Override
    public List<Note> remarks(DistributorFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        notes.addAll(ContributoryCharges.remarks(options.charges(), facts.contributoryAssets(), worksheet, section));
        if (worksheet.has(section + "marginBeyondDistribution")
                && worksheet.value(section + "marginBeyondDistribution") < 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "distributor-earns-more",
                    "The distributors' margin is above that of the business, "
                            + Plain.of(worksheet.value(section + "businessMargin"))
                            + ": nothing is left for its other assets; choose closer comparables."));
        if (facts.contributoryAssets().isEmpty())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "distributor-without-assets",
                    "No asset of the distributor is charged: even a lean one has working capital and people."));
        return notes;
    }
}
