package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.PremiseOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.CurrencyCode;
import org.jspecify.annotations.Nullable;

/** {@link ValuationContext}: date, currency and basis are never assumed; the premise is that of the basis where none is given. */
record ContextShape(RecordShape terms) implements Shape {

    private record Terms(
            LocalDate valuationDate,
            CurrencyCode currency,
            BasisOfValue basisOfValue,
            Optional<PremiseOfValue> premise,
            RoundingMode roundingMode,
            long seed) {}

    static ContextShape of() {
        var usual = new Terms(
                LocalDate.EPOCH,
                CurrencyCode.of("CNY"),
                BasisOfValue.MARKET_VALUE,
                Optional.empty(),
                ValuationContext.STANDARD_ROUNDING,
                ValuationContext.STANDARD_SEED);
        return new ContextShape(Shapes.record(
                Terms.class, "ValuationContext", usual, Set.of("valuationDate", "currency", "basisOfValue"), false));
    }

    @Override
    public String expected() {
        return "the terms of the valuation";
    }

    @Override
    public String remedy() {
        return terms.remedy();
    }

    @Override
    public @Nullable Object read(JsonNode node, Place at, Reading reading) {
        if (!(terms.read(node, at, reading) instanceof Terms read)) return null;
        try {
            return new ValuationContext(
                    read.valuationDate,
                    read.currency,
                    read.basisOfValue,
                    read.premise.orElse(read.basisOfValue.usualPremise()),
                    read.roundingMode,
                    read.seed);
        } catch (InvalidInputException e) {
            reading.addWithin(at, e);
            return null;
        }
    }

    @Override
    public JsonNode write(Object value) {
        var context = (ValuationContext) value;
        return terms.write(new Terms(
                context.valuationDate(),
                context.currency(),
                context.basisOfValue(),
                Optional.of(context.premise()),
                context.roundingMode(),
                context.seed()));
    }

    @Override
    public ObjectNode schema(Definitions definitions) {
        return terms.schema(definitions);
    }
}
