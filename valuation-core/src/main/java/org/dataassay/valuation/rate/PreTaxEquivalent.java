package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.ExponentialSum;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.Timing;

/**
 * Finds the rate at which flows before tax have the value that flows after tax have at a rate after tax, as value in use under IAS 36 needs it.
 *
 * <p><b>Formula</b> Σ F(t) · (1 + x)^(−e(t)) = Σ (F(t) − T(t)) · (1 + k)^(−e(t)), solved for x; F flow before tax, T tax, k rate after tax, e by timing. Never k / (1 − τ),
 * which is right only for a perpetuity that is taxed as it is earned
 *
 * <p><b>Units and ranges</b> flows in the context's currency · rates per year, above −1 · x between {@link Options#lowest} and {@link Options#highest}
 *
 * <p><b>Edge cases</b> no root in the bracket fails and says so · flows that change sign may have several roots, all told in a note · without tax it is k
 *
 * <p><b>Numerics</b> Brent's method on the sheet ({@code root}), to 2⁻⁶⁰ of the bracket; its derivative by the implicit function theorem
 *
 * <p><b>Use when / not when</b> a rate before tax must be disclosed or used / flows and rate are both after tax already
 *
 * @param options conventions
 * @see <a href="https://www.ifrs.org/issued-standards/list-of-standards/ias-36-impairment-of-assets/">IAS 36 Impairment of Assets, value in use, and Basis for
 *     Conclusions on pre-tax discount rates</a>
 */
public record PreTaxEquivalent(Options options) implements FigureMethod<PreTaxFacts> {

    public static final MethodId ID = MethodId.of("rate.pre-tax-equivalent");

    /** Where the search begins unless an option says otherwise. */
    public static final double LOWEST = -0.5;

    /** Where the search ends unless an option says otherwise. */
    public static final double HIGHEST = 10;

    /**
     * Conventions; each is written into the provenance.
     *
     * @param timing when in each period the money flows
     * @param lowest lower end of the search, above −1
     * @param highest upper end of the search
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Timing timing, double lowest, double highest, Rounding rounding) {
        public static final Options STANDARD = new Options(Timing.MID_PERIOD, LOWEST, HIGHEST, Rounding.NONE);

        public Options {
            new Check()
                    .that(
                            lowest > -1 && lowest < highest && highest <= 1e6,
                            "lowest",
                            "above -1 and below highest, " + Plain.of(highest),
                            lowest,
                            "Give the two ends of the search as decimals.")
                    .done();
        }

        public Options withTiming(Timing when) {
            return new Options(when, lowest, highest, rounding);
        }
    }

    public static PreTaxEquivalent standard() {
        return new PreTaxEquivalent(Options.STANDARD);
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
    public Cell write(Sheet sheet, PreTaxFacts facts, ValuationContext context) {
        var periods = sheet.axis(
                "periods",
                IntStream.rangeClosed(1, facts.flows().size())
                        .mapToObj(Integer::toString)
                        .toList());
        var flow = sheet.given("preTaxFlow", Unit.MONEY, periods, facts.flows());
        var tax = tax(sheet, periods, flow, facts.tax());
        var after = sheet.let("afterTaxFlow", flow.minus(tax));
        var rate = RateInput.write(sheet, "postTaxRate", facts.postTaxRate());
        var discounting = new Discounting(options.timing(), context.valuationDate());
        var factor = discounting.factors(sheet, periods, rate);
        var value = sheet.let("postTaxValue", after.times(factor).sum());
        var exponent = sheet.fixed(
                "preTaxExponent",
                Unit.YEARS,
                periods,
                options.timing().exponents(periods.size(), context.valuationDate()));
        return sheet.root(
                "preTaxRate",
                Unit.RATE,
                Cell.number(options.lowest()),
                Cell.number(options.highest()),
                x -> flow.times(Cell.ONE.plus(x).power(exponent.negated()))
                        .sum()
                        .minus(value));
    }

    private static Row tax(Sheet sheet, Axis periods, Row flow, PreTaxFacts.Tax tax) {
        if (tax instanceof PreTaxFacts.Tax.Paid paid) return sheet.given("tax", Unit.MONEY, periods, paid.tax());
        var counted = (PreTaxFacts.Tax.AfterDeductions) tax;
        var rate = sheet.given("taxRate", Unit.SHARE, counted.taxRate());
        var deduction = sheet.given("deduction", Unit.MONEY, periods, counted.deductions());
        return sheet.let("tax", flow.minus(deduction).times(rate));
    }

    @Override
    public List<Note> remarks(PreTaxFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(
                Note.of(
                        Note.Kind.INFO,
                        "solved-from-flows",
                        "The rate before tax is solved from the flows; it is not the rate after tax over 1 less the tax rate."));
        var flows = worksheet.values(section + "preTaxFlow");
        var exponents = worksheet.values(section + "preTaxExponent");
        var amounts = new double[flows.size() + 1];
        var times = new double[amounts.length];
        amounts[0] = -worksheet.value(section + "postTaxValue");
        for (int i = 0; i < flows.size(); i++) {
            amounts[i + 1] = flows.get(i);
            times[i + 1] = exponents.get(i);
        }
        var roots = ExponentialSum.of(amounts, times).roots();
        if (roots.size() > 1)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "several-rates",
                    "The flows before tax have that value at several rates: "
                            + roots.stream()
                                    .map(root -> Plain.of(Elementary.expm1(root.y())))
                                    .collect(Collectors.joining(", "))
                            + "."));
        return notes;
    }
}
