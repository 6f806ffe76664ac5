package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Graph;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A graph as it stands in JSON: the same parts, and beside each decimal the double in hexadecimal, which is what counts. The two must agree.
 *
 * @param currency of all money
 * @param axes that rows run along
 * @param vertices operands before users
 * @param guards that must hold
 * @param result name of the figure that the sheet is about
 */
record StoredGraph(
        CurrencyCode currency, List<Axis> axes, List<Vertex> vertices, List<Graph.GuardLine> guards, String result)
        implements Compact {

    private static final Pattern HEX = Pattern.compile("-?0x[01]\\.[0-9a-f]{1,13}p-?[0-9]{1,4}");

    /** {@link Graph.Vertex} with {@code hex}. */
    record Vertex(
            String name,
            String operation,
            List<Integer> operands,
            List<String> parameters,
            Optional<Integer> axis,
            Unit unit,
            List<Double> values,
            List<String> hex,
            List<Source> sources,
            List<Optional<Distribution>> distributions,
            Optional<String> shock)
            implements Compact {

        Vertex {
            var check = new Check();
            if (values.size() != hex.size())
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "hex",
                        hex.size() + " for " + values.size() + " values",
                        "The graph was altered."));
            for (int i = 0; i < Math.min(values.size(), hex.size()); i++) {
                if (!HEX.matcher(hex.get(i)).matches() || Double.parseDouble(hex.get(i)) != values.get(i))
                    check.add(Problem.of(
                            ValuationError.MISMATCH,
                            "hex[" + i + "]",
                            Reading.echo(hex.get(i)) + " is not " + values.get(i),
                            "The graph was altered."));
            }
            check.done();
        }

        static Vertex of(Graph.Vertex vertex) {
            return new Vertex(
                    vertex.name(),
                    vertex.operation(),
                    vertex.operands(),
                    vertex.parameters(),
                    vertex.axis(),
                    vertex.unit(),
                    vertex.values(),
                    vertex.values().stream().map(Double::toHexString).toList(),
                    vertex.sources(),
                    vertex.distributions(),
                    vertex.shock());
        }

        Graph.Vertex vertex() {
            return new Graph.Vertex(
                    name,
                    operation,
                    operands,
                    parameters,
                    axis,
                    unit,
                    hex.stream().map(Double::parseDouble).toList(),
                    sources,
                    distributions,
                    shock);
        }
    }

    static StoredGraph of(Graph graph) {
        return new StoredGraph(
                graph.currency(),
                graph.axes(),
                graph.vertices().stream().map(Vertex::of).toList(),
                graph.guards(),
                graph.result());
    }

    Graph graph() {
        var all = new ArrayList<Graph.Vertex>();
        for (var vertex : vertices) all.add(vertex.vertex());
        return new Graph(currency, axes, all, guards, result);
    }

    /** {@link Graph} in a document. */
    record GraphShape(RecordShape stored) implements Shape {

        static GraphShape of() {
            return new GraphShape(Shapes.record(StoredGraph.class));
        }

        @Override
        public String expected() {
            return "a stored graph";
        }

        @Override
        public String remedy() {
            return stored.remedy();
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            return stored.read(node, at, reading) instanceof StoredGraph graph ? graph.graph() : null;
        }

        @Override
        public JsonNode write(Object value) {
            return stored.write(StoredGraph.of((Graph) value));
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return stored.schema(definitions);
        }
    }
}
