package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold on every sheet, over random sheets of all formulas. */
class SheetPropertiesTest {

    /** Of the largest absolute term. */
    private static final double AGREEMENT = 1e-12;

    /** Of the largest absolute term over the size of the input. */
    private static final double SLOPE_AGREEMENT = 1e-6;

    static LongStream seeds() {
        return Seeds.of(200);
    }

    static LongStream fewSeeds() {
        return Seeds.of(20).map(seed -> 1000 + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_tape_agrees_with_a_tree_walking_interpreter(long seed) {
        var worksheet = RandomSheets.any(seed);
        var graph = worksheet.graph();
        var interpreter = new Interpreter(graph);
        for (int v = 0; v < graph.vertices().size(); v++) {
            var name = graph.vertices().get(v).name();
            if (name.isEmpty()) continue;
            var values = worksheet.values(name);
            for (int e = 0; e < values.size(); e++) {
                var term = interpreter.term(v, e);
                assertThat(Math.abs(values.get(e) - term.value()))
                        .as("%s[%d]: %s, not %s", name, e, values.get(e), term)
                        .isLessThanOrEqualTo(AGREEMENT * term.size() + Double.MIN_NORMAL);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_derivative_agrees_with_a_finite_difference(long seed) {
        var worksheet = RandomSheets.any(seed);
        var derivatives = worksheet.derivatives();
        var graph = worksheet.graph();
        int skipped = 0;
        var partials = derivatives.partials().iterator();
        int result = vertex(graph, worksheet.result());
        for (int v = 0; v < graph.vertices().size(); v++) {
            if (!graph.vertices().get(v).operation().equals("given@1")) continue;
            for (int e = 0; e < graph.vertices().get(v).values().size(); e++) {
                var partial = partials.next();
                var slope = slope(graph, result, v, e);
                if (slope.isEmpty()) {
                    skipped++;
                    continue;
                }
                double size = new Interpreter(graph).term(result, 0).size() / Math.max(Math.abs(partial.at()), 1);
                assertThat(Math.abs(partial.derivative() - slope.get()))
                        .as("by %s[%d]: %s, not %s", partial.input(), e, partial.derivative(), slope.get())
                        .isLessThanOrEqualTo(SLOPE_AGREEMENT * (size + Math.abs(slope.get())));
            }
        }
        assertThat(partials.hasNext()).isFalse();
        assertThat(skipped)
                .as("inputs too near a kink")
                .isLessThanOrEqualTo(Math.max(2, derivatives.partials().size() / 4));
    }

    /** Richardson's extrapolation of central differences; empty where a branch changes within the step. */
    private static Optional<Double> slope(Graph graph, int result, int vertex, int element) {
        double at = graph.vertices().get(vertex).values().get(element);
        double h = 1e-3 * Math.max(Math.abs(at), 0.1);
        var table = new double[4];
        List<Boolean> branches = null;
        for (int k = 0; k < table.length; k++) {
            double step = h / (1 << k);
            var above = new Interpreter(graph).change(vertex, element, at + step);
            var below = new Interpreter(graph).change(vertex, element, at - step);
            table[k] = (above.term(result, 0).value() - below.term(result, 0).value()) / ((at + step) - (at - step));
            if (branches == null) branches = above.branches();
            if (!above.branches().equals(branches) || !below.branches().equals(branches)) return Optional.empty();
        }
        double factor = 4;
        for (int level = 1; level < table.length; level++, factor *= 4) {
            for (int k = 0; k + level < table.length; k++)
                table[k] = table[k + 1] + (table[k + 1] - table[k]) / (factor - 1);
        }
        return Optional.of(table[0]);
    }

    private static int vertex(Graph graph, String name) {
        for (int v = 0; v < graph.vertices().size(); v++)
            if (graph.vertices().get(v).name().equals(name)) return v;
        throw new AssertionError(name);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_stored_sheet_replays_to_the_same_bits(long seed) {
        var worksheet = RandomSheets.any(seed);
        var replayed = worksheet.graph().replay();
        assertThat(replayed.names()).isEqualTo(worksheet.names());
        for (var name : worksheet.names()) {
            assertThat(bits(replayed, name)).as(name).isEqualTo(bits(worksheet, name));
            assertThat(replayed.unit(name)).as(name).isEqualTo(worksheet.unit(name));
            assertThat(replayed.axis(name)).as(name).isEqualTo(worksheet.axis(name));
        }
        assertThat(replayed.graph()).isEqualTo(worksheet.graph());
        assertThat(replayed.digest()).isEqualTo(worksheet.digest());
        assertThat(replayed.explain()).isEqualTo(worksheet.explain());
        assertThat(replayed.derivatives()).isEqualTo(worksheet.derivatives());
        assertThat(replayed.spreadsheet()).isEqualTo(worksheet.spreadsheet());
    }

    private static List<Long> bits(Worksheet worksheet, String name) {
        return worksheet.values(name).stream().map(Double::doubleToRawLongBits).toList();
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void threads_change_no_bit_of_a_simulation(long seed) {
        var worksheet = RandomSheets.any(seed);
        if (!worksheet.isUncertain()) return;
        for (var sampling : Sampling.values()) {
            var simulation = Simulation.of(seed).withDraws(16 * 256).withSampling(sampling);
            var alone = worksheet.simulate(simulation);
            assertThat(worksheet.simulate(simulation.onThreads(8))).isEqualTo(alone);
            assertThat(worksheet.graph().replay().simulate(simulation.onThreads(3)))
                    .isEqualTo(alone);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_people_read_stays_short(long seed) {
        var worksheet = RandomSheets.any(seed);
        for (var line : worksheet.explain().figures())
            assertThat(line.formula().length()).as(line.name()).isLessThan(2000);
        assertThat(worksheet.explain().mermaid()).startsWith("flowchart TD\n");
    }

    @Test
    void the_random_sheets_use_every_formula() {
        Map<String, Integer> uses = new HashMap<>();
        LongStream.range(0, 200)
                .mapToObj(RandomSheets::any)
                .flatMap(worksheet -> worksheet.graph().vertices().stream())
                .forEach(vertex -> uses.merge(vertex.operation(), 1, Integer::sum));
        var wanted = Formulas.ids().stream().filter(id -> !id.equals("round@1")).collect(Collectors.toSet());
        assertThat(uses.keySet()).containsAll(wanted).contains("given@1", "fixed@1", "stack@1");
    }
}
