package org.dataassay.valuation.rate;

import java.util.Collections;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Finds the modified internal rate of return: the one rate at which what was paid grows to what was received, each at a rate of its own. Unlike the internal rate it is
 * always unique.
 *
 * <p><b>Formula</b> r = [Σ max(a(t), 0) · (1 + v)^(n−t) / −Σ min(a(t), 0) · (1 + f)^(−t)]^(1/n) − 1 over t = 0…n; f finance rate, v reinvestment rate
 *
 * <p><b>Units and ranges</b> a(t) in the context's currency, received positive, paid negative · f, v per period, above −1
 *
 * <p><b>Edge cases</b> without a payment or without a receipt there is no rate, and the sheet is refused
 *
 * <p><b>Numerics</b> closed form; left-to-right summation
 *
 * <p><b>Use when / not when</b> the internal rates are several, or reinvestment at the internal rate is unrealistic / both rates are guesses
 *
 * @param options conventions
 * @see <a href="https://support.microsoft.com/en-us/office/mirr-function-b020f038-7492-4fb4-93c1-35c345b53524">Microsoft, MIRR function: finance rate first</a>
 */
public record Mirr(Options options) implements FigureMethod<ModifiedFlows> {

    public static final MethodId ID = MethodId.of("rate.mirr");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static Mirr standard() {
        return new Mirr(Options.STANDARD);
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
    public Cell write(Sheet sheet, ModifiedFlows facts, ValuationContext context) {
        int n = facts.flows().size() - 1;
        var flow = facts.write(sheet);
        var finance = RateInput.write(sheet, "financeRate", facts.financeRate());
        var reinvestment = RateInput.write(sheet, "reinvestmentRate", facts.reinvestmentRate());
        var period = sheet.fixed("period", Unit.FACTOR, flow.axis(), facts.times());
        var nothing = sheet.fixed("nothing", Unit.MONEY, flow.axis(), Collections.nCopies(n + 1, 0.0));
        var paid = sheet.let(
                "presentValuePaid",
                flow.min(nothing)
                        .negated()
                        .times(Cell.ONE.plus(finance).power(period.negated()))
                        .sum());
        var received = sheet.let(
                "futureValueReceived",
                flow.max(nothing)
                        .times(Cell.ONE
                                .plus(reinvestment)
                                .power(period.negated().plus(Cell.number(n))))
                        .sum());
        sheet.require("somethingPaid", paid, Relation.GREATER, nothing.at(0), "Give what was paid as a negative flow.");
        sheet.require(
                "somethingReceived",
                received,
                Relation.GREATER,
                nothing.at(0),
                "Without a receipt all is lost: the rate is -100 %.");
        return sheet.let(
                "rate", received.dividedBy(paid).power(1.0 / n).minus(Cell.ONE).as(Unit.RATE));
    }
}
