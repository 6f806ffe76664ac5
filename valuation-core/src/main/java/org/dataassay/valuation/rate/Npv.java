package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.DayCount;

/**
 * Finds what flows are worth together on one day, at one rate: net present value, the value of an annuity, or a future value.
 *
 * <p><b>Formula</b> NPV = Σ a(t) · (1 + r)^(−t); future value NPV · (1 + r)^n with n the time of the last flow
 *
 * <p><b>Units and ranges</b> a(t) in the context's currency, received positive, paid negative · r per period (per year for dated flows), above −1
 *
 * <p><b>Edge cases</b> the first flow is at time 0 or 1 by {@link Options#firstFlow}: NumPy's {@code npv} does not discount it, Excel's {@code NPV} does · r = 0 gives the
 * plain sum
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|a · D|
 *
 * <p><b>Use when / not when</b> one rate fits all flows / risk differs between them: discount each at its own
 *
 * @param options conventions
 * @see <a href="https://support.microsoft.com/en-us/office/npv-function-8672cb67-2576-4d07-b67b-ac28acf2a568">Microsoft, NPV function, remarks on the first flow</a>
 * @see <a href="https://support.microsoft.com/en-us/office/xnpv-function-1b42bbf6-370f-4532-a0eb-d67c16b664b7">Microsoft, XNPV function</a>
 */
public record Npv(Options options) implements FigureMethod<PresentValueFacts> {

    public static final MethodId ID = MethodId.of("rate.npv");

    /** At what time the first of periodic flows falls. */
    public enum FirstFlow {
        /** Now, not discounted: time 0. */
        NOW,
        /** A period from now: time 1. */
        AFTER_ONE_PERIOD
    }

    /** The day whose money the result is in. */
    public enum ValueDate {
        /** Time 0; for dated flows the earliest of them. */
        START,
        /** The context's valuation date; for dated flows only. */
        VALUATION_DATE,
        /** The time of the last flow: a future value. */
        LAST_FLOW
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param firstFlow of periodic and level flows; of no effect on dated ones
     * @param valueDate the day whose money the result is in
     * @param dayCount how days become years; of no effect on periodic and level flows
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(FirstFlow firstFlow, ValueDate valueDate, DayCount dayCount, Rounding rounding) {
        public static final Options STANDARD =
                new Options(FirstFlow.NOW, ValueDate.START, DayCount.ACT_365F, Rounding.NONE);

        public Options withFirstFlow(FirstFlow when) {
            return new Options(when, valueDate, dayCount, rounding);
        }

        public Options withValueDate(ValueDate when) {
            return new Options(firstFlow, when, dayCount, rounding);
        }

        public Options withDayCount(DayCount count) {
            return new Options(firstFlow, valueDate, count, rounding);
        }

        public Options withRounding(Rounding how) {
            return new Options(firstFlow, valueDate, dayCount, how);
        }
    }

    public static Npv standard() {
        return new Npv(Options.STANDARD);
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
    public Cell write(Sheet sheet, PresentValueFacts facts, ValuationContext context) {
        var flow = flows(sheet, facts.flows());
        var times = times(facts.flows(), context);
        var growth = Cell.ONE.plus(RateInput.write(sheet, "rate", facts.rate()));
        var time = sheet.fixed("discountExponent", Unit.YEARS, flow.axis(), times);
        var factor = sheet.let("discountFactor", growth.power(time.negated()));
        var value = sheet.let(
                "netPresentValue",
                sheet.let("presentValueByPeriod", flow.times(factor)).sum());
        if (options.valueDate() != ValueDate.LAST_FLOW) return value;
        return sheet.let("futureValue", value.times(growth.power(Collections.max(times))));
    }

    private static Row flows(Sheet sheet, FlowPattern pattern) {
        return pattern.fold(
                periodic -> sheet.given(
                        "flow",
                        Unit.MONEY,
                        PeriodicFlows.axis(sheet, periodic.flows().size()),
                        periodic.flows()),
                dated -> new DatedFlows(dated.flows()).write(sheet),
                level -> {
                    var payment = sheet.given("payment", Unit.MONEY, level.payment());
                    var axis = PeriodicFlows.axis(sheet, level.periods());
                    var paid = sheet.fixed("paid", Unit.FACTOR, axis, Collections.nCopies(level.periods(), 1.0));
                    return sheet.let("flow", payment.times(paid));
                });
    }

    private List<Double> times(FlowPattern pattern, ValuationContext context) {
        return pattern.fold(
                periodic -> times(periodic.flows().size()),
                dated -> {
                    var flows = new DatedFlows(dated.flows());
                    var from = options.valueDate() == ValueDate.VALUATION_DATE
                            ? context.valuationDate()
                            : flows.earliest();
                    return flows.years(from, options.dayCount());
                },
                level -> times(level.periods()));
    }

    private List<Double> times(int flows) {
        if (options.valueDate() == ValueDate.VALUATION_DATE)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "valueDate",
                    "flows without dates have no distance to the valuation date",
                    "Use start or last-flow, or give the flows dates.");
        int first = options.firstFlow() == FirstFlow.NOW ? 0 : 1;
        return IntStream.range(0, flows).mapToObj(t -> (double) (first + t)).toList();
    }

    @Override
    public List<Note> remarks(PresentValueFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        boolean isDated = facts.flows().fold(periodic -> false, dated -> true, level -> false);
        notes.add(
                isDated
                        ? Note.of(
                                Note.Kind.ASSUMPTION,
                                "day-count",
                                options.dayCount().name())
                        : Note.of(
                                Note.Kind.ASSUMPTION,
                                "first-flow",
                                options.firstFlow()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ')));
        return notes;
    }
}
