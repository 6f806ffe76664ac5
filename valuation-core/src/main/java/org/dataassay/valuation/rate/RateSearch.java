package org.dataassay.valuation.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.numeric.ExponentialSum;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** All rates of one stream, before a sheet is opened for the one picked. */
final class RateSearch {

    private final double[] amounts;
    private final double[] years;
    private final ExponentialSum stream;
    private final List<ExponentialSum.Root> roots;

    /**
     * Searches.
     *
     * @throws NotApplicableException NO_SOLUTION where no rate exists
     */
    RateSearch(List<Input<Money>> flows, List<Double> years) {
        this.amounts =
                flows.stream().mapToDouble(flow -> flow.value().toDouble()).toArray();
        this.years = years.stream().mapToDouble(Double::doubleValue).toArray();
        this.stream = ExponentialSum.of(amounts, this.years);
        this.roots = stream.roots();
        if (stream.signChanges() == 0)
            throw NotApplicableException.of(
                    ValuationError.NO_SOLUTION,
                    "flows",
                    "they never change sign, so no rate makes their present value zero",
                    "Give what was paid as negative and what was received as positive.");
        if (roots.isEmpty())
            throw NotApplicableException.of(
                    ValuationError.NO_SOLUTION,
                    "flows",
                    "their signs change " + stream.signChanges()
                            + " times, but their present value is zero at no rate above -1",
                    "Compare present values at a given rate instead, or use rate.mirr.");
    }

    List<Double> rates() {
        return roots.stream().map(root -> Elementary.expm1(root.y())).toList();
    }

    /** The finding; the sheet is written by the method where the rule picks a rate, and holds the flows alone where it does not. */
    <F> InternalRates found(
            SheetMethod<F, InternalRates> method, F facts, ValuationContext context, RootRule rule, double guess) {
        var rates = rates();
        var rate = rule.choose(rates, amounts, years, guess);
        var sheet = Sheet.open(context.currency());
        var worksheet = sheet.close(
                rate.isPresent()
                        ? method.write(sheet, facts, context)
                        : sheet.let("netFlow", flows(sheet, facts).sum()));
        var notes = new ArrayList<>(notes(rate, rates, rule));
        notes.addAll(method.remarks(facts, context, worksheet, ""));
        notes.addAll(Indication.notesOf(worksheet));
        return new InternalRates(
                method.id(),
                rate.isPresent() ? OptionalDouble.of(worksheet.value()) : rate,
                rates,
                stream.signChanges(),
                rule,
                worksheet,
                notes,
                Indication.provenance(method, context, worksheet));
    }

    private static Row flows(Sheet sheet, Object facts) {
        return facts instanceof PeriodicFlows periodic ? periodic.write(sheet) : ((DatedFlows) facts).write(sheet);
    }

    private List<Note> notes(OptionalDouble rate, List<Double> rates, RootRule rule) {
        var notes = new ArrayList<Note>();
        if (rates.size() > 1)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "several-rates",
                    "The flows have " + rates.size() + " internal rates: "
                            + rates.stream().map(Plain::of).collect(Collectors.joining(", ")) + ". "
                            + (rate.isPresent()
                                    ? "One was picked by rule; none of them measures the return by itself."
                                    : "None was picked; say which is meant by another rule, or use rate.mirr.")));
        if (rates.size() > 1 && rule == RootRule.FROM_GUESS)
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION, "picked-from-guess", "Another guess may lead to another of the rates."));
        if (roots.stream().anyMatch(root -> !root.crosses()))
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "touching-rate",
                    "At a rate the present value touches zero without crossing it, or several rates lie too close to be told apart; a small change of a flow makes two "
                            + "rates of it or none."));
        return notes;
    }

    /**
     * Writes {@code rate} and {@code relativeResidual}: |Σ a · D| over Σ|a| · D, a check that must be zero however large or small the amounts are.
     *
     * @param years from the earliest flow
     */
    static Cell write(Sheet sheet, Row flows, List<Double> years, RootRule rule, double guess) {
        var rate = sheet.irr("rate", flows, years, rule, guess);
        var force = sheet.let("forceOfInterest", Cell.ONE.plus(rate).log());
        var last = Cell.number(
                years.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        var times = sheet.fixed("yearsFromFirst", Unit.FACTOR, flows.axis(), years);
        var scaled = sheet.let(
                "scaledDiscountFactor",
                times.times(force.negated())
                        .minus(force.negated().times(last).max(Cell.ZERO))
                        .exp());
        var balance = flows.times(scaled);
        sheet.let(
                "relativeResidual", balance.sum().abs().dividedBy(balance.abs().sum()));
        return rate;
    }
}
