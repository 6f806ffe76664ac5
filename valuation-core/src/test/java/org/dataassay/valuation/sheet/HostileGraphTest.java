package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Graph.GuardLine;
import org.dataassay.valuation.sheet.Graph.Vertex;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored graph is hostile input: it is refused with a reason, or computed; nothing else may happen. */
class HostileGraphTest {

    private static final CurrencyCode CNY = CurrencyCode.of("CNY");
    private static final Axis PERIODS = new Axis("periods", List.of("2026", "2027", "2028"));
    private static final Axis ASSETS = new Axis("assets", List.of("a", "b"));

    private static Vertex given(String name, double... values) {
        return new Vertex(
                name,
                "given@1",
                List.of(),
                List.of(),
                values.length == 1 ? Optional.empty() : Optional.of(values.length == 3 ? 0 : 1),
                Unit.FACTOR,
                boxed(values),
                List.of(Source.NOT_STATED),
                List.of(Optional.empty()),
                Optional.of("OWN"));
    }

    private static Vertex fixed(double... values) {
        return new Vertex(
                "",
                "fixed@1",
                List.of(),
                List.of(),
                values.length == 1 ? Optional.empty() : Optional.of(0),
                Unit.NUMBER,
                boxed(values),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Vertex formula(String name, String operation, Unit unit, Integer... operands) {
        return new Vertex(
                name,
                operation,
                List.of(operands),
                List.of(),
                Optional.empty(),
                unit,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Vertex formula(String name, String operation, Integer... operands) {
        return formula(name, operation, Unit.FACTOR, operands);
    }

    private static Vertex with(Vertex v, List<String> parameters, Optional<Integer> axis) {
        return new Vertex(
                v.name(),
                v.operation(),
                v.operands(),
                parameters,
                axis,
                v.unit(),
                v.values(),
                v.sources(),
                v.distributions(),
                v.shock());
    }

    private static Graph graph(Vertex... vertices) {
        return graph(List.of(vertices));
    }

    private static Graph graph(List<Vertex> vertices) {
        return new Graph(CNY, List.of(PERIODS, ASSETS), vertices, List.of(), "result");
    }

    private static void refused(Graph graph, String... words) {
        assertThatThrownBy(graph::replay)
                .isInstanceOf(InvalidInputException.class)
                .message()
                .contains(words);
    }

    @Test
    void a_sound_graph_is_computed() {
        assertThat(graph(given("x", 3), formula("result", "times@1", 0, 0))
                        .replay()
                        .value())
                .isEqualTo(9);
    }

    @Test
    void cycles_and_references_into_nothing_are_refused() {
        refused(graph(given("x", 1), formula("result", "plus@1", 0, 1)), "vertices[1].operands", "cycle");
        refused(
                graph(given("x", 1), formula("a", "plus@1", 0, 2), formula("result", "plus@1", 0, 1)),
                "vertices[1].operands",
                "not earlier");
        refused(graph(given("x", 1), formula("result", "plus@1", 0, 7)), "vertices[1].operands", "7");
        refused(graph(given("x", 1), formula("result", "plus@1", 0, -1)), "-1");
    }

    @Test
    void unknown_operations_and_wrong_parts_are_refused() {
        refused(graph(given("x", 1), formula("result", "sum@2", 0)), "vertices[1].operation", "sum@2");
        refused(graph(given("x", 1), formula("result", "plus@1", 0)), "takes 2, not 1");
        refused(graph(given("x", 1), formula("result", "exp@1", 0, 0, 0)), "takes 1, not 3");
        refused(graph(given("x", 1), formula("result", "sum@1", 0)), "it takes a row");
        refused(
                graph(given("x", 1), with(formula("result", "exp@1", 0), List.of("junk"), Optional.empty())),
                "Give none");
        refused(
                graph(
                        given("x", 1),
                        with(formula("result", "when@1", 0, 0, 0, 0), List.of("ROUGHLY"), Optional.empty())),
                "ROUGHLY");
        refused(
                graph(given("x", 1), with(formula("result", "function@1", 0), List.of("rm -rf"), Optional.empty())),
                "rm -rf");
        refused(
                graph(given("x", 1), with(formula("result", "function@1", 0), List.of("length@1"), Optional.empty())),
                "takes 3, not 1");
        refused(
                graph(new Vertex(
                        "result",
                        "exp@1",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Unit.FACTOR,
                        List.of(1.0),
                        List.of(),
                        List.of(),
                        Optional.empty())),
                "altered");
    }

    @Test
    void altered_shapes_and_units_are_refused() {
        refused(graph(given("x", 1, 2, 3), formula("result", "exp@1", 0)), "the operands give another");
        refused(graph(given("x", 1), with(formula("result", "exp@1", 0), List.of(), Optional.of(5))), "axis");
        refused(
                graph(
                        given("x", 1, 2, 3),
                        given("y", 1, 2),
                        with(formula("result", "plus@1", 0, 1), List.of(), Optional.of(0))),
                "assets",
                "periods");
        refused(graph(given("x", 1), formula("result", "exp@1", Unit.MONEY, 0)), "factor", "money");
        refused(graph(given("x", 1), formula("result", "exp@1", Unit.RATE, 0)), "factor", "rate");
        refused(graph(given("x", 1), formula("result", "same@1", Unit.MONEY, 0)), "factor", "money");
        refused(
                graph(given("x", 1, 2, 3), with(formula("result", "same@1", 0), List.of(), Optional.of(0))),
                "result",
                "row");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void values_that_are_no_numbers_are_refused(double value) {
        refused(graph(given("result", value)), "vertices[0].values", "finite");
        refused(graph(fixed(value), formula("result", "exp@1", 0)), "vertices[0].values", "finite");
    }

    @Test
    void values_must_be_as_many_as_elements() {
        refused(
                graph(new Vertex(
                        "result",
                        "given@1",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Unit.FACTOR,
                        List.of(1.0, 2.0),
                        List.of(Source.NOT_STATED),
                        List.of(Optional.empty()),
                        Optional.empty())),
                "2 for 1");
        refused(
                graph(new Vertex(
                        "result",
                        "given@1",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Unit.FACTOR,
                        List.of(1.0),
                        List.of(),
                        List.of(Optional.empty()),
                        Optional.empty())),
                "0 for 1");
        refused(
                graph(new Vertex(
                        "",
                        "given@1",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Unit.FACTOR,
                        List.of(1.0),
                        List.of(Source.NOT_STATED),
                        List.of(Optional.empty()),
                        Optional.empty())),
                "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "999999", "-999999", "99999999999999999999", "1e3", "NaN", "--1"})
    void a_shift_is_a_whole_number_and_may_move_everything_out(String by) {
        var graph = graph(
                given("x", 1, 2, 3),
                fixed(5),
                with(formula("y", "shift@1", 0, 1), List.of(by), Optional.of(0)),
                formula("result", "sum@1", 2));
        if (by.matches("-?999999")) assertThat(graph.replay().value()).isEqualTo(15);
        else refused(graph, "vertices[2].parameters");
    }

    @Test
    void an_element_outside_the_row_is_refused() {
        for (var at : List.of("3", "-1", "999999"))
            refused(
                    graph(
                            given("x", 1, 2, 3),
                            with(formula("result", "elementAt@1", 0), List.of(at), Optional.empty())),
                    "from 0 to 2");
    }

    @Test
    void sizes_have_limits() {
        var vertex = given("x", 1);
        refused(graph(Collections.nCopies(1_000_000, vertex)), "vertices", "100000", "1000000");
        assertThatThrownBy(() -> new Axis(
                        "long",
                        IntStream.range(0, 1_000_000)
                                .mapToObj(Integer::toString)
                                .toList()))
                .hasMessageContaining("1 to 10000 elements");
        var axis = new Axis(
                "long", IntStream.range(0, 10_000).mapToObj(Integer::toString).toList());
        var row = new Vertex(
                "",
                "fixed@1",
                List.of(),
                List.of(),
                Optional.of(0),
                Unit.NUMBER,
                Collections.nCopies(10_000, 1.0),
                List.of(),
                List.of(),
                Optional.empty());
        for (var operation : List.of("sum@1", "exp@1")) {
            for (int count : new int[] {90, 120}) {
                var vertices = new ArrayList<>(List.of(row, formula("result", "sum@1", Unit.NUMBER, 0)));
                for (int k = 0; k < count; k++) {
                    var next = formula("f" + k, operation, operation.equals("sum@1") ? Unit.NUMBER : Unit.FACTOR, 0);
                    vertices.add(operation.equals("sum@1") ? next : with(next, List.of(), Optional.of(0)));
                }
                var graph = new Graph(CNY, List.of(axis), vertices, List.of(), "result");
                if (count < 100) assertThat(graph.replay().value()).isEqualTo(10_000);
                else refused(graph, "1000000 elements");
            }
        }
        var huge = List.of(row, formula("total", "sum@1", Unit.NUMBER, 0), formula("result", "times@1", 1, 1));
        assertThatThrownBy(() -> new Graph(CNY, List.of(axis), huge, List.of(), "result").replay())
                .hasMessageContaining("factor");
    }

    @Test
    void names_of_a_stored_graph_are_checked_like_written_ones() {
        refused(graph(given("<script>", 1), formula("result", "exp@1", 0)), "<script>");
        refused(graph(given("a/".repeat(200) + "b", 1), formula("result", "exp@1", 0)), "200 characters");
        refused(graph(given("result", 1), formula("result", "exp@1", 0)), "vertices[1].name", "twice");
        refused(graph(given("x", 1)), "result");
    }

    @Test
    void guards_of_a_stored_graph_are_checked_like_written_ones() {
        var vertices = List.of(given("x", 1, 2, 3), given("y", 1, 2), formula("result", "sum@1", 0));
        for (var line : List.of(
                new GuardLine("g", 0, Relation.LESS, 1, ""),
                new GuardLine("g", 0, Relation.LESS, 9, ""),
                new GuardLine("g", -1, Relation.LESS, 0, ""),
                new GuardLine("<g>", 0, Relation.LESS, 2, "")))
            refused(new Graph(CNY, List.of(PERIODS, ASSETS), vertices, List.of(line), "result"), "");
        refused(
                new Graph(
                        CNY,
                        List.of(PERIODS, ASSETS),
                        vertices,
                        List.of(new GuardLine("g", 0, Relation.GREATER, 2, "Lower it.")),
                        "result"),
                "g",
                "Lower it.");
    }

    @Test
    void roots_that_are_none_are_refused() {
        var unknown = formula("", "unknown@1");
        refused(graph(unknown, formula("result", "exp@1", 0)), "unknown");
        refused(graph(given("x", 1), fixed(0), fixed(1), formula("result", "root@1", 0, 0, 1, 2)), "root@1");
        refused(
                graph(unknown, given("x", 1), fixed(0), fixed(1), formula("result", "root@1", 1, 0, 2, 3)),
                "does not depend");
        refused(graph(unknown, fixed(0), formula("e", "exp@1", 0), formula("result", "root@1", 2, 0, 1, 2)), "bracket");
        refused(
                graph(
                        unknown,
                        fixed(-1),
                        fixed(2),
                        formula("a", "root@1", 0, 0, 1, 2),
                        formula("result", "root@1", 0, 0, 1, 2)),
                "one root only");
        refused(
                graph(
                        with(unknown, List.of(), Optional.of(0)),
                        fixed(-1),
                        fixed(2),
                        formula("result", "root@1", 0, 0, 1, 2)),
                "an unknown is a cell");
        assertThatThrownBy(graph(unknown, fixed(1), fixed(2), formula("result", "root@1", 0, 0, 1, 2))::replay)
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("result");
        assertThat(graph(unknown, fixed(-1), fixed(2), formula("result", "root@1", 0, 0, 1, 2))
                        .replay()
                        .value())
                .isZero();
    }

    @Tag("long")
    @Test
    void a_chain_of_a_hundred_thousand_is_walked_without_recursion() {
        var vertices = new ArrayList<Vertex>();
        vertices.add(given("x", 1));
        while (vertices.size() < 99_999)
            vertices.add(formula("", vertices.size() % 2 == 0 ? "negated@1" : "abs@1", vertices.size() - 1));
        vertices.add(formula("result", "negated@1", vertices.size() - 1));
        everyReading(graph(vertices).replay());
    }

    @Test
    void a_chain_of_names_is_walked_without_recursion() {
        var vertices = new ArrayList<Vertex>();
        vertices.add(given("x", 1));
        while (vertices.size() < 20_000) vertices.add(formula("n" + vertices.size(), "negated@1", vertices.size() - 1));
        vertices.add(formula("result", "negated@1", vertices.size() - 1));
        everyReading(graph(vertices).replay());
    }

    @Test
    void sharing_makes_no_text_explode() {
        var maxima = new ArrayList<Vertex>(List.of(given("x", 1)));
        while (maxima.size() < 200) maxima.add(formula("", "max@1", maxima.size() - 1, maxima.size() - 1));
        maxima.add(formula("result", "exp@1", maxima.size() - 1));
        everyReading(graph(maxima).replay());
        var choices = new ArrayList<Vertex>(List.of(given("x", 1)));
        while (choices.size() < 200) {
            int last = choices.size() - 1;
            choices.add(with(formula("", "when@1", last, last, last, last), List.of("GREATER"), Optional.empty()));
        }
        choices.add(formula("result", "exp@1", choices.size() - 1));
        everyReading(graph(choices).replay());
    }

    @Test
    void sharing_in_a_guard_makes_no_text_explode() {
        var vertices =
                new ArrayList<Vertex>(List.of(given("x", 2), formula("result", "exp@1", 0), formula("", "sqrt@1", 0)));
        while (vertices.size() < 200) {
            vertices.add(formula("", "times@1", vertices.size() - 1, vertices.size() - 1));
            vertices.add(formula("", "sqrt@1", vertices.size() - 1));
        }
        int last = vertices.size() - 1;
        everyReading(new Graph(
                        CNY,
                        List.of(),
                        vertices,
                        List.of(new GuardLine("g", last, Relation.GREATER_OR_EQUAL, last - 2, "Never.")),
                        "result")
                .replay());
    }

    private static void everyReading(Worksheet worksheet) {
        assertThat(worksheet.value()).isFinite();
        assertThat(worksheet.explain().figures())
                .allSatisfy(line -> assertThat(line.formula().length()).isLessThan(4000));
        assertThat(worksheet.explain().mermaid()).isNotEmpty();
        assertThat(worksheet.explain().text()).isNotEmpty();
        assertThat(worksheet.derivatives().partials()).hasSize(1);
        assertThat(worksheet.tornado(worksheet.result()).swings()).hasSize(1);
        assertThat(worksheet.spreadsheet().tabs()).isNotEmpty();
        assertThat(worksheet.graph().replay().value()).isEqualTo(worksheet.value());
        assertThat(worksheet.digest()).hasSize(64);
    }

    /** Damages one thing at random: the graph is refused or replayed, and whatever is replayed can be read. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damage_is_refused_or_computed(long seed) {
        var random = new SplittableRandom(seed);
        var graph = RandomSheets.any(seed).graph();
        var vertices = new ArrayList<>(graph.vertices());
        for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
            int at = random.nextInt(vertices.size());
            vertices.set(at, damaged(vertices.get(at), vertices, random));
        }
        try {
            var worksheet =
                    new Graph(graph.currency(), graph.axes(), vertices, graph.guards(), graph.result()).replay();
            worksheet.explain();
            worksheet.spreadsheet();
            assertThat(worksheet.graph().replay().value()).isEqualTo(worksheet.value());
        } catch (InvalidInputException | ValuationFailedException refused) {
            assertThat(refused).hasMessageMatching("(?s).+ .+\\.");
        }
    }

    private static Vertex damaged(Vertex v, List<Vertex> all, SplittableRandom random) {
        var other = all.get(random.nextInt(all.size()));
        var operands = new ArrayList<>(v.operands());
        switch (random.nextInt(3)) {
            case 0 -> operands.add(random.nextInt(all.size()));
            case 1 -> operands.replaceAll(o -> random.nextInt(all.size()));
            default -> Collections.reverse(operands);
        }
        return switch (random.nextInt(8)) {
            case 0 ->
                new Vertex(
                        v.name(),
                        other.operation(),
                        v.operands(),
                        other.parameters(),
                        v.axis(),
                        v.unit(),
                        v.values(),
                        v.sources(),
                        v.distributions(),
                        v.shock());
            case 1 ->
                new Vertex(
                        v.name(),
                        v.operation(),
                        operands,
                        v.parameters(),
                        v.axis(),
                        v.unit(),
                        v.values(),
                        v.sources(),
                        v.distributions(),
                        v.shock());
            case 2 ->
                new Vertex(
                        v.name(),
                        v.operation(),
                        v.operands(),
                        v.parameters(),
                        other.axis(),
                        v.unit(),
                        v.values(),
                        v.sources(),
                        v.distributions(),
                        v.shock());
            case 3 ->
                new Vertex(
                        v.name(),
                        v.operation(),
                        v.operands(),
                        v.parameters(),
                        v.axis(),
                        other.unit(),
                        v.values(),
                        v.sources(),
                        v.distributions(),
                        v.shock());
            case 4 ->
                new Vertex(
                        v.name(),
                        v.operation(),
                        v.operands(),
                        v.parameters(),
                        v.axis(),
                        v.unit(),
                        other.values(),
                        other.sources(),
                        other.distributions(),
                        other.shock());
            case 5 ->
                new Vertex(
                        other.name(),
                        v.operation(),
                        v.operands(),
                        v.parameters(),
                        v.axis(),
                        v.unit(),
                        v.values(),
                        v.sources(),
                        v.distributions(),
                        v.shock());
            case 6 ->
                new Vertex(
                        "",
                        v.operation(),
                        v.operands(),
                        other.parameters(),
                        v.axis(),
                        v.unit(),
                        v.values(),
                        v.sources(),
                        v.distributions(),
                        v.shock());
            default -> other;
        };
    }

    static LongStream seeds() {
        return Seeds.of(500);
    }
}
