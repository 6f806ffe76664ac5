package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.life.InForce;
import org.dataassay.valuation.rate.Discounting;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;

/**
 * From a stream of benefits to one value, on the sheet of an income method: what lasts of each amount, tax, discounting, terminal value, tax amortization benefit
 * and replication cap, in this order. A method says what the benefit is; this says what it is worth.
 *
 * <pre>{@code
 * var forecast = IncomeForecast.open(sheet, facts.terms(), options.conventions(), context, facts.revenue().size());
 * var revenue = sheet.given("revenue", Unit.MONEY, forecast.periods(), facts.revenue());
 * var saved = sheet.let("royaltySavings", forecast.lasting(revenue).times(royalty));
 * return forecast.value(sheet.let("afterTaxSavings", forecast.afterTax(saved)));
 * }</pre>
 */
final class IncomeForecast {

    /** Below this distance of discount rate and growth a capitalized value hangs on their difference. */
    static final double NARROW_SPREAD = 0.01;

    private final Sheet sheet;
    private final IncomeTerms terms;
    private final IncomeConventions conventions;
    private final ValuationContext context;
    private final Axis periods;
    private final Cell taxRate;
    private final Cell discountRate;
    private final Optional<Cell> life;
    private final Optional<Row> inForce;
    private final Optional<Row> survival;
    private final Optional<Row> partOfYear;
    private Optional<Row> factors = Optional.empty();

    private IncomeForecast(
            Sheet sheet, IncomeTerms terms, IncomeConventions conventions, ValuationContext context, int count) {
        this.sheet = sheet;
        this.terms = terms;
        this.conventions = conventions;
        this.context = context;
        periods = terms.axis(sheet, count);
        discountRate = sheet.given("discountRate", Unit.RATE, terms.discountRate());
        taxRate = sheet.given("taxRate", Unit.SHARE, terms.taxRate());
        survival = terms.decay().map(curve -> curve.write(sheet, periods, conventions.attritionTiming()));
        life = terms.remainingUsefulLife().map(years -> sheet.given("remainingUsefulLife", Unit.YEARS, years));
        inForce = life.map(years -> InForce.write(sheet, periods, years, conventions.timing()));
        var parts = conventions.timing().flowShares(count);
        partOfYear = parts.stream().allMatch(part -> part == 1)
                ? Optional.empty()
                : Optional.of(sheet.fixed("partOfYear", Unit.SHARE, periods, parts));
    }

    /**
     * Writes rates, survival and life.
     *
     * @param count of periods
     */
    static IncomeForecast open(
            Sheet sheet, IncomeTerms terms, IncomeConventions conventions, ValuationContext context, int count) {
        checkBasis(terms, conventions);
        return new IncomeForecast(sheet, terms, conventions, context, count);
    }

    private static void checkBasis(IncomeTerms terms, IncomeConventions conventions) {
        var rate = terms.discountRate().value();
        if (isMismatched(terms, conventions)
                && conventions.mismatchedRate() == IncomeConventions.MismatchedRate.REFUSED)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "discountRate",
                    "it is " + rate.tax() + " but the flows are " + conventions.taxBasis(),
                    "Give a rate of the same basis, or set the option taxBasis.");
        if (conventions.taxBasis() == TaxBasis.PRE_TAX
                && terms.taxAmortization().isPresent())
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "taxAmortization",
                    "the flows are before tax, so no tax is there to be saved",
                    "Leave it out, or discount flows after tax.");
    }

    private static boolean isMismatched(IncomeTerms terms, IncomeConventions conventions) {
        return terms.discountRate().value().tax() != conventions.taxBasis();
    }

    IncomeConventions conventions() {
        return conventions;
    }

    Axis periods() {
        return periods;
    }

    Cell taxRate() {
        return taxRate;
    }

    Cell discountRate() {
        return discountRate;
    }

    /** Where the asset has a life of its own. */
    Optional<Cell> life() {
        return life;
    }

    /** What is left of amounts by decay and by the end of life; amounts are for whole years, so a stub takes its part. */
    Row lasting(Row amounts) {
        return inLife(surviving(amounts));
    }

    /** What decay leaves of amounts for whole years. */
    Row surviving(Row amounts) {
        return survival.map(amounts::times).orElse(amounts);
    }

    /** What is left of amounts by the end of life alone, such as costs that run as long as the asset serves. */
    Row inLife(Row amounts) {
        var prorated = inPeriods(amounts);
        return inForce.map(prorated::times).orElse(prorated);
    }

    /** What falls into each period of amounts for whole years. */
    Row inPeriods(Row amounts) {
        return partOfYear.map(amounts::times).orElse(amounts);
    }

    /** Whether costs of the asset end or shrink before the forecast does. */
    boolean changesInLife() {
        return inForce.isPresent() || partOfYear.isPresent();
    }

    /** Less tax, where flows after tax are discounted. */
    Row afterTax(Row amounts) {
        return isAfterTax() ? amounts.times(Cell.ONE.minus(taxRate)) : amounts;
    }

    /** Less tax, where flows after tax are discounted. */
    Cell afterTax(Cell amount) {
        return isAfterTax() ? amount.times(Cell.ONE.minus(taxRate)) : amount;
    }

    private boolean isAfterTax() {
        return conventions.taxBasis() == TaxBasis.POST_TAX;
    }

    /** Writes {@code discountExponent} and {@code discountFactor}, once. */
    Row discountFactors() {
        if (factors.isEmpty()) factors = Optional.of(factors(sheet, periods, discountRate, conventions.timing()));
        return factors.get();
    }

    private Row factors(Sheet where, Axis axis, Cell rate, Timing timing) {
        return new Discounting(timing, context.valuationDate()).factors(where, axis, rate);
    }

    /** Present value of the flows and the terminal value, then as {@link #conclude}. */
    Cell value(Row flow) {
        return conclude(presentValue(flow), flow.at(0));
    }

    /** Writes {@code presentValueByPeriod} and {@code presentValue}, and what a terminal value adds. */
    Cell presentValue(Row flow) {
        return withTerminalValue(presentValue(sheet, flow), flow.last());
    }

    /** The flows alone; writes {@code presentValueByPeriod} and {@code presentValue} into a section. */
    Cell presentValue(Sheet section, Row flow) {
        return presentValue(section, flow, discountFactors());
    }

    /** The same at another rate or timing; writes the discount factors into the section, too. */
    Cell presentValue(Sheet section, Row flow, Cell rate, Timing timing) {
        return presentValue(section, flow, factors(section, flow.axis(), rate, timing));
    }

    private static Cell presentValue(Sheet section, Row flow, Row factor) {
        return section.let(
                "presentValue",
                section.let("presentValueByPeriod", flow.times(factor)).sum());
    }

    /** What a terminal value adds to the present value of the flows, if there is one. */
    Cell withTerminalValue(Cell present, Cell lastFlow) {
        if (terms.terminalValue().isEmpty()) return present;
        var kind = terms.terminalValue().get();
        var terminal = kind.write(sheet, lastFlow, discountRate);
        var terminalPresent =
                sheet.let("presentValueOfTerminalValue", terminal.times(terminalFactor(kind, discountFactors())));
        return sheet.let("presentValueWithTerminalValue", present.plus(terminalPresent));
    }

    private Cell terminalFactor(TerminalValue kind, Row factor) {
        boolean likeLastFlow = switch (conventions.terminalExponent()) {
            case OF_LAST_FLOW -> true;
            case END_OF_LAST_PERIOD -> false;
            case BY_KIND -> kind.followsLastFlow();
        };
        return likeLastFlow
                ? factor.last()
                : Cell.ONE.plus(discountRate).power(-conventions.timing().end(periods.size(), context.valuationDate()));
    }

    /** One normal year for ever, growing where a constant growth is stated: F / (r − g), at the timing of its flows. */
    Cell capitalized(Cell normal) {
        if (terms.terminalValue().isEmpty()) {
            sheet.require(
                    "discountRateAboveZero",
                    discountRate,
                    Relation.GREATER,
                    Cell.ZERO,
                    "A perpetuity without growth needs a positive rate.");
            return capitalized(normal, discountRate);
        }
        if (!(terms.terminalValue().get() instanceof TerminalValue.ConstantGrowth constant))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "terminalValue",
                    "a capitalized year grows at a constant rate",
                    "Give constant-growth, or leave it out.");
        return capitalized(normal, discountRate.minus(constant.growth(sheet, discountRate)));
    }

    /**
     * One normal year at a capitalization rate c: F / c, and where the flows come before the end of the year that times (1 + r)^(1 − e), e years to the first of
     * them. Writes {@code capitalizedValue} and {@code valueAtTiming}. A perpetuity is of whole years: a stub or dates are refused.
     */
    Cell capitalized(Cell normal, Cell rate) {
        if (!(conventions.timing() instanceof Timing.Regular))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "timing",
                    "a normal year is a whole year",
                    "Set the option timing to end, mid-period or start.");
        var capitalized = sheet.let("capitalizedValue", normal.dividedBy(rate));
        double early =
                1 - conventions.timing().exponents(1, context.valuationDate()).get(0);
        return early == 0
                ? capitalized
                : sheet.let(
                        "valueAtTiming",
                        capitalized.times(Cell.ONE.plus(discountRate).power(early)));
    }

    /**
     * Tax amortization benefit, replication cap, and {@code value}.
     *
     * @param before value of the benefits
     * @param benefit of the first year, after tax
     */
    Cell conclude(Cell before, Cell benefit) {
        var value = before;
        if (terms.taxAmortization().isPresent()) {
            boolean midYear = conventions.timing().equals(Timing.MID_PERIOD);
            var factor = terms.taxAmortization().get().factor(sheet, taxRate, discountRate, midYear);
            value = sheet.let("valueWithTaxBenefit", value.times(factor));
        }
        if (terms.replicationCap().isPresent())
            value = terms.replicationCap().get().write(sheet, value, benefit);
        return sheet.let("value", value);
    }

    /** What a reader of any income indication must know. */
    static List<Note> remarks(IncomeTerms terms, IncomeConventions conventions, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(Note.Kind.ASSUMPTION, "timing", conventions.timing().toString()));
        if (isMismatched(terms, conventions))
            notes.add(Note.of(
                    Note.Kind.OVERRIDE,
                    "rate-of-other-tax-basis",
                    "The flows are " + conventions.taxBasis() + ", the discount rate is "
                            + terms.discountRate().value().tax() + ": the value is not consistent."));
        if (worksheet.has(section + "longTermGrowth")
                && worksheet.value(section + "discountRate") - worksheet.value(section + "longTermGrowth")
                        < NARROW_SPREAD)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "narrow-spread",
                    "Discount rate and growth are less than " + NARROW_SPREAD
                            + " apart: the value hangs on their difference."));
        if (worksheet.has(section + "replicationCap")
                && worksheet.value(section + "cappedValue") == worksheet.value(section + "replicationCap"))
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "replication-cap",
                    "A substitute is freely available; the value is capped by the cost to replicate it plus"
                            + " the delay."));
        return notes;
    }
}
