package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.Result;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Explanation;
import org.dataassay.valuation.sheet.Graph;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Worksheet;

/** Results and outcomes as trees, fields always in the same order. */
final class ResultWriter {

    private ResultWriter() {}

    static ObjectNode result(Result result, boolean withGraph) {
        var object = Definitions.node();
        object.put("schemaVersion", AssayJson.SCHEMA_VERSION);
        object.put("method", result.provenance().method().toString());
        var worksheet = worksheet(result);
        if (result instanceof Valuation valuation) {
            object.set("amount", write(valuation.amount()));
            object.set("range", write(valuation.range()));
        } else {
            object.set("finding", finding(result));
        }
        worksheet.ifPresent(sheet -> object.set("figures", figures(sheet.explain())));
        object.set("notes", list(result.notes()));
        object.set("provenance", provenance(result.provenance()));
        if (withGraph)
            worksheet.ifPresent(
                    sheet -> object.set("graph", Shapes.of(Graph.class).write(sheet.graph())));
        return object;
    }

    static ObjectNode outcome(Outcome<? extends Result> outcome, boolean withGraph) {
        return outcome.fold(
                produced -> result(produced.value(), withGraph).put("outcome", "produced"),
                notApplicable -> problems("not-applicable", outcome.problems()),
                refused -> problems("refused", outcome.problems()),
                failed -> problems("failed", outcome.problems()));
    }

    private static ObjectNode problems(String outcome, List<Problem> problems) {
        var object = Definitions.node().put("outcome", outcome);
        object.set("problems", problems(problems));
        return object;
    }

    static ArrayNode problems(List<Problem> problems) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var problem : problems) {
            var one = array.addObject().put("code", problem.code().name()).put("field", problem.field());
            problem.arguments().forEach(one.putArray("arguments")::add);
            one.put("message", problem.message());
        }
        return array;
    }

    private static Optional<Worksheet> worksheet(Result result) {
        return result instanceof WithWorksheet worked ? Optional.of(worked.worksheet()) : Optional.empty();
    }

    /** The components of a finding but those that every result has. */
    private static ObjectNode finding(Result result) {
        var object = Definitions.node();
        for (var component : result.getClass().getRecordComponents()) {
            var isCommon = component.getType() == Worksheet.class
                    || component.getType() == Provenance.class
                    || component.getType() == MethodId.class
                    || component.getName().equals("notes");
            if (isCommon) continue;
            var node = Shapes.of(component.getGenericType()).write(RecordShape.get(component, result));
            if (!node.isNull()) object.set(component.getName(), node);
        }
        return object;
    }

    private static ObjectNode provenance(Provenance provenance) {
        var object = Definitions.node();
        object.put("method", provenance.method().toString());
        object.put("methodVersion", provenance.methodVersion());
        object.put("libraryVersion", provenance.libraryVersion());
        object.set("options", write(provenance.options()));
        object.put("inputDigest", provenance.inputDigest());
        object.put("seed", provenance.seed());
        return object;
    }

    private static ArrayNode figures(Explanation explanation) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var line : explanation.figures()) array.add(figure(line));
        return array;
    }

    private static ObjectNode figure(Explanation.Line line) {
        var object = Definitions.node();
        object.put("name", line.name());
        object.put("kind", EnumShape.name(line.kind()));
        object.put("unit", line.unit().toString());
        if (!line.formula().isEmpty()) object.put("formula", line.formula());
        if (!line.inputs().isEmpty()) line.inputs().forEach(object.putArray("inputs")::add);
        if (line.axis().isPresent()) {
            object.put("axis", line.axis().get());
            line.elements().forEach(object.putArray("elements")::add);
            var values = object.putArray("values");
            line.values().forEach(value -> values.add(PlainShapes.DoubleShape.number(value)));
        } else {
            object.set("value", PlainShapes.DoubleShape.number(line.values().get(0)));
        }
        oneOrAll(object, "source", Source.class, line.sources());
        oneOrAll(object, "distribution", Distribution.class, line.distributions());
        return object;
    }

    private static void oneOrAll(ObjectNode object, String name, Class<?> type, List<?> values) {
        if (values.size() == 1) object.set(name, Shapes.of(type).write(values.get(0)));
        if (values.size() < 2) return;
        var all = object.putArray(name + "s");
        for (var value : values) all.add(Shapes.of(type).write(value));
    }

    private static ArrayNode list(List<?> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var value : values) array.add(write(value));
        return array;
    }

    private static JsonNode write(Object value) {
        return Shapes.of(value.getClass()).write(value);
    }
}
