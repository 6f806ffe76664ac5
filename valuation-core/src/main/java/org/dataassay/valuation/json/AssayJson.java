package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.result.MethodCatalog;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.MethodProvider;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.result.Result;
import org.dataassay.valuation.sheet.Graph;

/**
 * Requests, results and records as JSON text. The same value gives the same bytes on every machine; a request that breaks a rule is refused with every broken
 * field named.
 *
 * <p><b>Forms</b>  fields are the components of the records, in their order · enums in lower case with hyphens ({@code market-value}) · dates ISO 8601 · money
 * {@code "CNY 12.30"}, or a bare number in the currency of the context · rates as decimals per year, or {@code {"rate": 0.12, "compounding": …, "tax": …, "prices":
 * …}} · inputs bare, or {@code {"value": …, "source": …, "distribution": …}}, or {@code {"assumption": name}} · one of several kinds as {@code {"triangular": {"low":
 * 1, "mode": 2, "high": 4}}} or a bare name
 * <p><b>Limits</b>  16 million characters, 64 levels, texts of a million characters, numbers of 100; stored results up to 128 million characters and 100 000 vertices
 * <p>Unknown fields are refused in requests and passed over in stored results. Immutable and thread-safe.
 *
 * <pre>{@code
 * var json = AssayJson.standard();
 * var result = json.readRequest(text).evaluate();
 * var stored = AssayJson.write(result);
 * }</pre>
 */
public final class AssayJson {

    /** Version of the format of results and graphs. */
    public static final int SCHEMA_VERSION = 1;

    private final MethodCatalog catalog;
    private final RequestReader requests;

    private AssayJson(MethodCatalog catalog) {
        this.catalog = catalog;
        this.requests = new RequestReader(catalog);
    }

    /** With the methods of all jars on the class path. */
    public static AssayJson standard() {
        return new AssayJson(MethodCatalog.load());
    }

    /** With these methods. */
    public static AssayJson of(MethodCatalog catalog) {
        return new AssayJson(catalog);
    }

    public MethodCatalog catalog() {
        return catalog;
    }

    /**
     * Reads a request {@code {method, facts, options, context, assumptions}}; options and assumptions may be absent.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException with every broken field
     */
    public MethodRequest<?, ?> readRequest(String text) {
        return requests.read(JsonTree.parse("request", text, Limits.REQUEST));
    }

    /** The same from UTF-8 bytes; the stream is not closed. */
    public MethodRequest<?, ?> readRequest(InputStream in) {
        return readRequest(JsonTree.text("request", in, Limits.REQUEST));
    }

    /**
     * Binds a method that is named within a larger document.
     *
     * @param method its id
     * @param facts as they stand in the document
     * @param options as they stand in the document; the standard ones where empty
     * @param context of the document
     * @param assumptions that inputs may refer to, by name
     * @param path where in the document the method stands, such as {@code methods[2]}
     * @throws org.dataassay.valuation.error.InvalidInputException with every broken field
     */
    public MethodRequest<?, ?> bind(
            MethodId method,
            JsonValue facts,
            Optional<JsonValue> options,
            ValuationContext context,
            Map<String, JsonValue> assumptions,
            String path) {
        return requests.bind(
                catalog.provider(method),
                Optional.of(facts.node()),
                options.map(JsonValue::node),
                context,
                nodes(assumptions),
                path);
    }

    /** A request as JSON; {@link #readRequest(String)} gives the same request again. */
    public static String write(MethodRequest<?, ?> request) {
        var object = Definitions.node();
        object.put(RequestReader.METHOD, request.id().toString());
        object.set(
                RequestReader.FACTS, Shapes.of(request.provider().factsType()).write(request.facts()));
        object.set(
                RequestReader.OPTIONS,
                Shapes.record(request.provider().optionsType())
                        .write(request.options(), request.provider().standardOptions()));
        object.set(RequestReader.CONTEXT, Shapes.of(ValuationContext.class).write(request.context()));
        return JsonPrinter.print(object);
    }

    /** A result with its figures, without the graph. */
    public static String write(Result result) {
        return JsonPrinter.print(ResultWriter.result(result, false));
    }

    /** A result with its figures and the graph, so that it can be replayed. */
    public static String writeWithGraph(Result result) {
        return JsonPrinter.print(ResultWriter.result(result, true));
    }

    /** What became of a request: the result, or what stood in its way. */
    public static String write(Outcome<? extends Result> outcome) {
        return JsonPrinter.print(ResultWriter.outcome(outcome, false));
    }

    /** Problems, each with its code, field, arguments and English message. */
    public static String write(List<Problem> problems) {
        return JsonPrinter.print(ResultWriter.problems(problems));
    }

    /** A result that was stored. */
    public static StoredResult readResult(String text) {
        return readStored("result", text, StoredResult.class);
    }

    /** The graph of a worksheet, with a version of the format. */
    public static String write(Graph graph) {
        var object = Definitions.node().put("schemaVersion", SCHEMA_VERSION);
        object.set("graph", Shapes.of(Graph.class).write(graph));
        return JsonPrinter.print(object);
    }

    /** A graph that was stored; {@link Graph#replay} checks and computes it. */
    public static Graph readGraph(String text) {
        var document = readStored("graph", text, GraphDocument.class);
        requireKnown(new Check(), document.schemaVersion()).done();
        return document.graph();
    }

    /** A format that this version can read. */
    static Check requireKnown(Check check, int schemaVersion) {
        return check.that(
                schemaVersion >= 1 && schemaVersion <= SCHEMA_VERSION,
                "schemaVersion",
                "at most " + SCHEMA_VERSION,
                schemaVersion,
                "It was written by a newer version; use that one.");
    }

    private record GraphDocument(int schemaVersion, Graph graph) {}

    /** JSON Schema (2020-12) of a method's request. */
    public String schema(MethodId method) {
        return schema(catalog.provider(method));
    }

    /** JSON Schema (2020-12) of a method's request. */
    public static String schema(MethodProvider<?, ?> provider) {
        return JsonPrinter.print(SchemaWriter.request(provider));
    }

    /** JSON Schema (2020-12) of a document that is one record. */
    public static String schema(Class<? extends Record> type, String title) {
        return JsonPrinter.print(SchemaWriter.document(type, title));
    }

    /**
     * Reads a document that is one record; unknown fields are refused.
     *
     * @param document what it is called in messages, such as {@code case}
     * @throws org.dataassay.valuation.error.InvalidInputException with every broken field
     */
    public static <T extends Record> T read(String document, String text, Class<T> type) {
        return bound(JsonTree.parse(document, text, Limits.REQUEST), type, Place.ROOT, Reading.strict());
    }

    /** The same with a currency for bare amounts and with shared assumptions, for a part of a document that stands at a path. */
    public static <T extends Record> T bind(
            JsonValue value, Class<T> type, ValuationContext context, Map<String, JsonValue> assumptions, String path) {
        var reading = Reading.strict(Optional.of(context.currency()), nodes(assumptions));
        return bound(value.node(), type, Place.of(path), reading);
    }

    /** Reads a document that this library has stored; unknown fields are passed over. */
    public static <T extends Record> T readStored(String document, String text, Class<T> type) {
        return bound(JsonTree.parse(document, text, Limits.STORED), type, Place.ROOT, Reading.tolerant());
    }

    private static <T> T bound(JsonNode node, Class<T> type, Place at, Reading reading) {
        var value = Shapes.of(type).read(node, at, reading);
        reading.done();
        if (value == null) throw new IllegalStateException("something is broken, and nobody said so");
        return type.cast(value);
    }

    /** Reads a document without binding it. */
    public static JsonValue parse(String document, String text) {
        return new JsonValue(JsonTree.parse(document, text, Limits.REQUEST));
    }

    /** UTF-8 bytes as text, up to the size that is read at all; the stream is not closed. */
    public static String text(String document, InputStream in) {
        return JsonTree.text(document, in, Limits.REQUEST);
    }

    /** A record as JSON; {@link #read} gives an equal one again. */
    public static String writeRecord(Record value) {
        return JsonPrinter.print(Shapes.of(value.getClass()).write(value));
    }

    /** A record as a part of a larger document. */
    public static JsonValue value(Record value) {
        return new JsonValue(Shapes.of(value.getClass()).write(value));
    }

    private static Map<String, JsonNode> nodes(Map<String, JsonValue> values) {
        var nodes = new LinkedHashMap<String, JsonNode>();
        values.forEach((name, value) -> nodes.put(name, value.node()));
        return nodes;
    }
}
