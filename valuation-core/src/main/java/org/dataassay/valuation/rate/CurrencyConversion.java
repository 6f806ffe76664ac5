package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds the rate of another currency, or of another price basis, by the inflation expected in each.
 *
 * <p><b>Formula</b> 1 + r(foreign) = (1 + r(domestic)) · (1 + i(foreign)) / (1 + i(domestic)); Fisher: 1 + nominal = (1 + real) · (1 + i)
 *
 * <p><b>Units and ranges</b> rates and inflation per year as decimals, above −1; the result is effective annual
 *
 * <p><b>Edge cases</b> equal inflation changes nothing · a real rate where a nominal one is needed is refused
 *
 * <p><b>Numerics</b> closed form
 *
 * <p><b>Use when / not when</b> flows and rate are in different currencies or price bases / country risk differs: that is a premium, not inflation
 *
 * @param options conventions
 * @see <a href="https://www.ivsc.org">International Valuation Standards effective 31 January 2025, IVS 103 appendix, income approach: rate and flows in one currency and
 *     price basis</a>
 */
public record CurrencyConversion(Options options) implements FigureMethod<CurrencyFacts> {

    public static final MethodId ID = MethodId.of("rate.currency-conversion");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);
    }

    public static CurrencyConversion standard() {
        return new CurrencyConversion(Options.STANDARD);
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
    public Cell write(Sheet sheet, CurrencyFacts facts, ValuationContext context) {
        var growth = Cell.ONE.plus(RateInput.write(sheet, "rate", facts.rate()));
        var conversion = facts.conversion();
        if (conversion instanceof CurrencyFacts.Conversion.ToForeign foreign) {
            var here = inflation(sheet, "domesticInflation", foreign.domesticInflation());
            var there = inflation(sheet, "foreignInflation", foreign.foreignInflation());
            return let(sheet, growth.times(Cell.ONE.plus(there)).dividedBy(Cell.ONE.plus(here)));
        }
        if (conversion instanceof CurrencyFacts.Conversion.ToNominal nominal)
            return let(sheet, growth.times(Cell.ONE.plus(inflation(sheet, "inflation", nominal.inflation()))));
        var real = (CurrencyFacts.Conversion.ToReal) conversion;
        return let(sheet, growth.dividedBy(Cell.ONE.plus(inflation(sheet, "inflation", real.inflation()))));
    }

    private static Cell let(Sheet sheet, Cell growth) {
        return sheet.let("convertedRate", growth.minus(Cell.ONE).as(Unit.RATE));
    }

    private static Cell inflation(Sheet sheet, String name, Input<Double> inflation) {
        var written = sheet.given(name, Unit.RATE, inflation);
        sheet.require(name + "AboveMinusOne", written, Relation.GREATER, Cell.number(-1), "Inflation is above -100 %.");
        return written;
    }

    @Override
    public List<Note> remarks(CurrencyFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        return List.of(Note.of(
                Note.Kind.ASSUMPTION,
                "inflation-only",
                "Only inflation is converted; a difference of country risk is a premium of its own."));
    }
}
