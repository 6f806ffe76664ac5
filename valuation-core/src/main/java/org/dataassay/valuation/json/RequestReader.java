package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.result.MethodCatalog;
import org.dataassay.valuation.result.MethodProvider;
import org.jspecify.annotations.Nullable;

/** Binds a request: the envelope, then facts and options as the method wants them; everything wrong anywhere is reported together. */
final class RequestReader {

    static final String METHOD = "method";
    static final String FACTS = "facts";
    static final String OPTIONS = "options";
    static final String CONTEXT = "context";
    static final String ASSUMPTIONS = "assumptions";
    static final List<String> FIELDS = List.of(METHOD, FACTS, OPTIONS, CONTEXT, ASSUMPTIONS);

    /** Stands in where the context is broken, so that amounts are not called broken too; the request is refused anyway. */
    private static final CurrencyCode ANY = CurrencyCode.of("CNY");

    private final MethodCatalog catalog;

    RequestReader(MethodCatalog catalog) {
        this.catalog = catalog;
    }

    MethodRequest<?, ?> read(JsonNode node) {
        var at = Place.ROOT;
        if (!node.isObject())
            throw InvalidInputException.of(
                    ValuationError.WRONG_TYPE,
                    "request",
                    "an object",
                    Reading.described(node),
                    "Give method, facts and context.");
        var reading = Reading.strict(Optional.empty(), assumptions(node.get(ASSUMPTIONS)));
        for (var field : node.properties()) {
            if (!FIELDS.contains(field.getKey()))
                reading.add(
                        ValuationError.UNKNOWN_FIELD, at.field(field.getKey()), Nearest.remedy(field.getKey(), FIELDS));
        }
        var assumptions = node.get(ASSUMPTIONS);
        if (assumptions != null && !assumptions.isObject())
            reading.add(
                    ValuationError.WRONG_TYPE,
                    at.field(ASSUMPTIONS),
                    "an object",
                    Reading.described(assumptions),
                    "Name each assumption: { \"discountRate\": 0.12 }.");
        var context = context(node.get(CONTEXT), at.field(CONTEXT), reading);
        var provider = provider(node.get(METHOD), at.field(METHOD), reading);
        if (provider == null) {
            requireFacts(node, reading);
            throw new InvalidInputException(reading.problems());
        }
        return bound(
                provider,
                Optional.ofNullable(node.get(FACTS)),
                Optional.ofNullable(node.get(OPTIONS)),
                context,
                at,
                reading);
    }

    /** The facts and options of a known method, at a place of a larger document. */
    MethodRequest<?, ?> bind(
            MethodProvider<?, ?> provider,
            Optional<JsonNode> facts,
            Optional<JsonNode> options,
            ValuationContext context,
            Map<String, JsonNode> assumptions,
            String path) {
        var reading = Reading.strict(Optional.of(context.currency()), assumptions);
        return bound(provider, facts, options, context, Place.of(path), reading);
    }

    private static <F, O extends Record> MethodRequest<F, O> bound(
            MethodProvider<F, O> provider,
            Optional<JsonNode> facts,
            Optional<JsonNode> options,
            @Nullable ValuationContext context,
            Place at,
            Reading reading) {
        var factsShape = Shapes.record(provider.factsType());
        var readFacts = facts.isPresent()
                ? factsShape.read(facts.get(), at.field(FACTS), reading)
                : missing(at.field(FACTS), factsShape, reading);
        var standard = provider.standardOptions();
        var readOptions = options.isPresent()
                ? Shapes.record(provider.optionsType()).read(options.get(), at.field(OPTIONS), reading, standard)
                : standard;
        reading.done();
        if (readFacts == null || readOptions == null || context == null)
            throw new IllegalStateException("something is broken, and nobody said so");
        return new MethodRequest<>(
                provider,
                provider.factsType().cast(readFacts),
                provider.optionsType().cast(readOptions),
                context);
    }

    private static @Nullable Object missing(Place at, RecordShape shape, Reading reading) {
        reading.add(ValuationError.MISSING, at, shape.remedy());
        return null;
    }

    private static void requireFacts(JsonNode node, Reading reading) {
        if (!node.has(FACTS))
            reading.add(ValuationError.MISSING, Place.ROOT.field(FACTS), "Give the facts that the method needs.");
    }

    private static @Nullable ValuationContext context(@Nullable JsonNode node, Place at, Reading reading) {
        reading.currency(ANY);
        var shape = (ContextShape) Shapes.of(ValuationContext.class);
        if (node == null) {
            reading.add(ValuationError.MISSING, at, shape.remedy());
            return null;
        }
        var context = (ValuationContext) shape.read(node, at, reading);
        if (context != null) reading.currency(context.currency());
        return context;
    }

    private @Nullable MethodProvider<?, ?> provider(@Nullable JsonNode node, Place at, Reading reading) {
        if (node == null) {
            reading.add(ValuationError.MISSING, at, "Name a method, such as income.relief-from-royalty.");
            return null;
        }
        if (!node.isTextual()) {
            reading.wrongType(at, PlainShapes.TextShape.TEXT, node);
            return null;
        }
        try {
            return catalog.provider(node.textValue());
        } catch (InvalidInputException e) {
            reading.addOf(at, e);
            return null;
        }
    }

    private static Map<String, JsonNode> assumptions(@Nullable JsonNode node) {
        var named = new LinkedHashMap<String, JsonNode>();
        if (node != null) node.properties().forEach(field -> named.put(field.getKey(), field.getValue()));
        return named;
    }
}
