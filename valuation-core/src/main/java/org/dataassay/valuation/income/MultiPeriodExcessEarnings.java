package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values the asset that a business depends on most by the earnings that are left when all assets which help it are paid (MPEEM).
 *
 * <p><b>Formula</b> V = [Σ E(t) · D(t) + TV] · TAB over t = 1 … n, with E(t) = (R(t) · S(t) · L(t) · m(t) − w(t)) · (1 − τ) − Σ CACⱼ(t), or with charges from earnings
 * before tax E(t) = (R(t) · S(t) · L(t) · m(t) − w(t) − Σ CACⱼ(t)) · (1 − τ); R revenue, S survival, L the share of the period in force, m profit margin, CACⱼ =
 * fair value · required return, or money, or a share of revenue, until asset j or the subject ends; w the return of value of wearing assets, deductible like
 * depreciation; D discount factor, TV and TAB only when asked for.
 *
 * <p><b>Units and ranges</b> revenue and charges at least 0 · m in [−1, 1] · τ in [0, 1) · rates per year above −1 and below {@link
 * org.dataassay.valuation.time.Rate#PLAUSIBLE_MAXIMUM}
 *
 * <p><b>Edge cases</b> charges above the earnings make a negative period, which counts and is warned of · a required return of another tax basis than the earnings
 * it is deducted from is refused · two calls on one revenue stream are refused by an appraisal
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> the data is what the business stands on / another asset is valued by the same earnings
 *
 * @param options conventions
 * @see <a href="https://www.appraisalfoundation.org">Appraisal Foundation, VFR Advisory 1 (2010), The Identification of Contributory Assets and Calculation of
 *     Economic Rents</a>
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 210, excess earnings method</a>
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, income approach, 超额收益预测</a>
 */
public record MultiPeriodExcessEarnings(Options options) implements ValuationMethod<ExcessEarningsFacts> {

    public static final MethodId ID = MethodId.of("income.multi-period-excess-earnings");

    /** Whether charges on fair values and charges in money shrink as the revenue decays; a share of revenue always does. */
    public enum ChargeAttrition {
        /** As stated: fair values and amounts are those of the forecast. */
        AS_STATED,
        /** With the revenue: fair values and amounts are those of the undecayed business. */
        LIKE_REVENUE
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param chargeTaxBasis from which earnings charges are deducted
     * @param chargeAttrition whether charges shrink as the revenue decays
     * @param conventions as in every income method
     */
    public record Options(
            ChargeTaxBasis chargeTaxBasis, ChargeAttrition chargeAttrition, IncomeConventions conventions) {

        /** After-tax charges from after-tax earnings, as stated, mid-period. */
        public static final Options STANDARD =
                new Options(ChargeTaxBasis.AFTER_TAX_EARNINGS, ChargeAttrition.AS_STATED, IncomeConventions.STANDARD);

        public Options withChargeTaxBasis(ChargeTaxBasis other) {
            return new Options(other, chargeAttrition, conventions);
        }

        public Options withChargeAttrition(ChargeAttrition other) {
            return new Options(chargeTaxBasis, other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(chargeTaxBasis, chargeAttrition, other);
        }

        private ContributoryCharges.Terms charges() {
            return new ContributoryCharges.Terms(
                    chargeTaxBasis, chargeAttrition == ChargeAttrition.LIKE_REVENUE, false, conventions);
        }
    }

    public static MultiPeriodExcessEarnings standard() {
        return new MultiPeriodExcessEarnings(Options.STANDARD);
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
    public Cell write(Sheet sheet, ExcessEarningsFacts facts, ValuationContext context) {
        var forecast = IncomeForecast.open(
                sheet,
                facts.terms(),
                options.conventions(),
                context,
                facts.earnings().size());
        var periods = forecast.periods();
        var revenue = facts.earnings()
                .fold(
                        of -> Optional.of(sheet.given("revenue", Unit.MONEY, periods, of.revenue())),
                        profit -> Optional.<Row>empty());
        Row earnings = facts.earnings()
                .fold(
                        of -> forecast.lasting(revenue.orElseThrow())
                                .times(sheet.given("profitMargin", Unit.SHARE, periods, of.margin())),
                        profit -> forecast.lasting(
                                sheet.given("operatingProfit", Unit.MONEY, periods, profit.amounts())));
        var before = sheet.let("earnings", earnings);
        var charges = ContributoryCharges.of(sheet, forecast, options.charges(), revenue, facts.contributoryAssets());
        return forecast.value(charges.excessOf(before));
    }

    @Override
    public List<Note> remarks(
            ExcessEarningsFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(IncomeForecast.remarks(facts.terms(), options.conventions(), worksheet, section));
        notes.addAll(ContributoryCharges.remarks(options.charges(), facts.contributoryAssets(), worksheet, section));
        return notes;
    }
}
