package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.life.AttritionTiming;
import org.dataassay.valuation.life.InForce;
import org.dataassay.valuation.rate.Discounting;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;

/**
 * Values an asset by the royalties its owner does not have to pay.
 *
 * <p><b>Formula</b> V = [Σ (R(t) · S(t) · ρ − u(t)) · L(t) · (1 − τ) · D(t) + TV] · TAB over t = 1 … n; R revenue of the royalty's base, S survival, L the share of
 * the period in force, ρ royalty rate, u upkeep the owner bears, τ tax rate, D discount factor, TV and TAB only when asked for. Capitalized form: V = R · ρ · (1
 * − τ) / (r − g).
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

    /** Below this distance of discount rate and growth a capitalized value is a note-worthy lever. */
    public static final double NARROW_SPREAD = 0.01;

    /** How the royalties become a value. */
    public enum Form {
        /** Period by period. */
        FORECAST,
        /** One normal year, for ever. */
        CAPITALIZED
    }

    /** Which exponent discounts the terminal value. */
    public enum TerminalExponent {
        /** That of the last flow: the constant-growth convention. */
        OF_LAST_FLOW,
        /** The end of the last period, N. */
        END_OF_LAST_PERIOD
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param form period by period or capitalized
     * @param timing when in each period royalties flow
     * @param attritionTiming when in each period the survival curve is read
     * @param terminalExponent which exponent discounts the terminal value
     * @param taxBasis of flows and discount rate: after tax deducts τ, before tax does not
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(
            Form form,
            Timing timing,
            AttritionTiming attritionTiming,
            TerminalExponent terminalExponent,
            TaxBasis taxBasis,
            Rounding rounding) {

        /** Period by period, mid-period flows, after tax. */
        public static final Options STANDARD = new Options(
                Form.FORECAST,
                Timing.MID_PERIOD,
                AttritionTiming.MID_PERIOD,
                TerminalExponent.OF_LAST_FLOW,
                TaxBasis.POST_TAX,
                Rounding.NONE);

        public Options withForm(Form other) {
            return new Options(other, timing, attritionTiming, terminalExponent, taxBasis, rounding);
        }

        public Options withTiming(Timing other) {
            return new Options(form, other, attritionTiming, terminalExponent, taxBasis, rounding);
        }

        public Options withTaxBasis(TaxBasis other) {
            return new Options(form, timing, attritionTiming, terminalExponent, other, rounding);
        }

        public Options withRounding(Rounding other) {
            return new Options(form, timing, attritionTiming, terminalExponent, taxBasis, other);
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
        return options.rounding();
    }

    @Override
    public Cell write(Sheet sheet, RoyaltyFacts facts, ValuationContext context) {
        checkBasis(facts);
        var periods = sheet.axis("periods", facts.periods());
        var rate = sheet.given("discountRate", Unit.RATE, facts.discountRate());
        var tax = sheet.given("taxRate", Unit.SHARE, facts.taxRate());
        var royalty = sheet.given("royaltyRate", Unit.SHARE, facts.royalty().rate());
        var flow = afterTaxSavings(sheet, facts, periods, royalty, tax);
        var value = options.form() == Form.CAPITALIZED
                ? capitalized(sheet, facts, flow, rate)
                : forecast(sheet, facts, context, flow, rate);
        if (facts.taxAmortization().isPresent()) {
            boolean midYear = options.timing().equals(Timing.MID_PERIOD);
            var factor = facts.taxAmortization().get().factor(sheet, tax, rate, midYear);
            value = sheet.let("valueWithTaxBenefit", value.times(factor));
        }
        facts.operatingMargin().ifPresent(margin -> {
            var m = sheet.given("operatingMargin", Unit.SHARE, margin);
            sheet.require(
                    "operatingMarginAboveZero",
                    m,
                    Relation.GREATER,
                    Cell.ZERO,
                    "Leave the margin out where there is no profit to split.");
            sheet.let("impliedProfitSplit", royalty.dividedBy(m));
        });
        if (facts.replicationCap().isPresent())
            value = facts.replicationCap().get().write(sheet, value, flow.at(0));
        return sheet.let("value", value);
    }

    private void checkBasis(RoyaltyFacts facts) {
        var rate = facts.discountRate().value();
        if (rate.tax() != options.taxBasis())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "discountRate",
                    "it is " + rate.tax() + " but the flows are " + options.taxBasis(),
                    "Give a rate of the same basis, or set the option taxBasis.");
        if (options.form() == Form.CAPITALIZED && facts.revenue().size() != 1)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "revenue",
                    "the capitalized form takes one normal year, not "
                            + facts.revenue().size(),
                    "Give one value, or use the form forecast.");
    }

    private Row afterTaxSavings(Sheet sheet, RoyaltyFacts facts, Axis periods, Cell royalty, Cell tax) {
        var revenue = sheet.given("revenue", Unit.MONEY, periods, facts.revenue());
        var licensed = revenue;
        var upkeep = facts.upkeep().map(row -> sheet.given("upkeep", Unit.MONEY, periods, row));
        if (facts.decay().isPresent())
            licensed = licensed.times(facts.decay().get().write(sheet, periods, options.attritionTiming()));
        if (facts.remainingUsefulLife().isPresent()) {
            var life = sheet.given(
                    "remainingUsefulLife",
                    Unit.YEARS,
                    facts.remainingUsefulLife().get());
            var inForce = InForce.write(sheet, periods, life);
            licensed = licensed.times(inForce);
            upkeep = upkeep.map(row -> sheet.let("upkeepInForce", row.times(inForce)));
        }
        var savings = sheet.let("royaltySavings", licensed.times(royalty));
        if (upkeep.isPresent()) savings = sheet.let("savingsAfterUpkeep", savings.minus(upkeep.get()));
        return sheet.let(
                "afterTaxSavings",
                options.taxBasis() == TaxBasis.PRE_TAX ? savings : savings.times(Cell.ONE.minus(tax)));
    }

    private Cell forecast(Sheet sheet, RoyaltyFacts facts, ValuationContext context, Row flow, Cell rate) {
        var factor = new Discounting(options.timing(), context.valuationDate()).factors(sheet, flow.axis(), rate);
        var present = sheet.let("presentValueByPeriod", flow.times(factor));
        var total = sheet.let("presentValue", present.sum());
        if (facts.terminalValue().isEmpty()) return total;
        var terminal = facts.terminalValue().get().write(sheet, flow.last(), rate);
        var terminalFactor = options.terminalExponent() == TerminalExponent.OF_LAST_FLOW
                ? factor.last()
                : Cell.ONE.plus(rate).power(-flow.axis().size());
        var terminalPresent = sheet.let("presentValueOfTerminalValue", terminal.times(terminalFactor));
        return sheet.let("valueBeforeTaxBenefit", total.plus(terminalPresent));
    }

    private static Cell capitalized(Sheet sheet, RoyaltyFacts facts, Row flow, Cell rate) {
        var normal = flow.at(0);
        if (facts.terminalValue().isEmpty()) {
            sheet.require(
                    "discountRateAboveZero",
                    rate,
                    Relation.GREATER,
                    Cell.ZERO,
                    "A perpetuity without growth needs a positive rate.");
            return sheet.let("capitalizedValue", normal.dividedBy(rate));
        }
        var growth = sheet.given(
                "longTermGrowth", Unit.RATE, facts.terminalValue().get().growth());
        sheet.require(
                "growthBelowDiscountRate", growth, Relation.LESS, rate, "Lower the growth, or forecast a finite life.");
        return sheet.let("capitalizedValue", normal.dividedBy(rate.minus(growth)));
    }

    @Override
    public List<Note> remarks(RoyaltyFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(Note.Kind.ASSUMPTION, "timing", options.timing().toString()));
        if (worksheet.has(section + "longTermGrowth")
                && worksheet.value(section + "discountRate") - worksheet.value(section + "longTermGrowth")
                        < NARROW_SPREAD)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "narrow-spread",
                    "Discount rate and growth are less than " + NARROW_SPREAD
                            + " apart: the value hangs on their difference."));
        impliedSplit(worksheet, section)
                .filter(split -> split > 1)
                .ifPresent(split -> notes.add(Note.of(
                        Note.Kind.WARNING,
                        "royalty-above-profit",
                        "The royalty takes " + Plain.of(split)
                                + " times the operating profit: nobody pays more than all of it.")));
        if (worksheet.has(section + "replicationCap")
                && worksheet.value(section + "cappedValue") == worksheet.value(section + "replicationCap"))
            notes.add(
                    Note.of(
                            Note.Kind.LIMIT,
                            "replication-cap",
                            "A substitute is freely available; the value is capped by the cost to replicate it plus the delay."));
        return notes;
    }

    private static Optional<Double> impliedSplit(Worksheet worksheet, String section) {
        return worksheet.has(section + "impliedProfitSplit")
                ? Optional.of(worksheet.value(section + "impliedProfitSplit"))
                : Optional.empty();
    }
}
