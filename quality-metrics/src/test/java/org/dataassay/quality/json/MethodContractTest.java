package org.dataassay.quality.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dataassay.valuation.Golden;
import org.dataassay.valuation.SchemaTexts;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.MethodProvider;
import org.dataassay.valuation.result.Result;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method of this module that can be asked for in JSON owes its users. A method without a sample request fails here. */
class MethodContractTest {

    static Stream<MethodProvider<?, ?>> providers() {
        return new QualityMethods().methods().stream();
    }

    static Stream<String> ids() {
        return providers().map(MethodProvider::id).map(Object::toString);
    }

    private static String request(String id) {
        try (var in = MethodContractTest.class.getResourceAsStream("/requests/" + id + ".json")) {
            if (in == null) throw new AssertionError("no sample request of " + id);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result evaluate(String id) {
        return AssayJson.standard().readRequest(request(id)).evaluate();
    }

    private static Worksheet worksheet(String id) {
        return ((WithWorksheet) evaluate(id)).worksheet();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_method_is_in_the_catalogue(String id) {
        assertThat(AssayJson.standard().catalog().ids())
                .extracting(Object::toString)
                .contains(id);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void the_committed_schema_is_what_the_records_say(MethodProvider<?, ?> provider) {
        Golden.assertMatches(
                "src/main/resources/org/dataassay/quality/schemas/" + provider.id() + ".json",
                AssayJson.schema(provider));
    }

    /** Of the packages whose records stand in requests. */
    @Test
    void the_committed_texts_are_those_of_the_sources() throws IOException {
        assertThat(SchemaTexts.assertCommitted("org.dataassay.quality.maturity", "org.dataassay.quality.score"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_same_request_gives_the_committed_bytes_on_every_jdk(String id) {
        var text = AssayJson.writeWithGraph(evaluate(id))
                .replace("\"libraryVersion\": \"" + LibraryVersion.VERSION, "\"libraryVersion\": \"any");
        Golden.assertMatches("src/test/resources/golden/" + id + ".json", text);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void threads_change_no_bit_of_a_simulation(String id) {
        var worksheet = worksheet(id);
        var one = worksheet.simulate(Simulation.of(7).withDraws(50_000));
        assertThat(worksheet.simulate(Simulation.of(7).withDraws(50_000).onThreads(8)))
                .isEqualTo(one);
        assertThat(one.rejected()).isZero();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_stored_graph_replays_to_the_same_bits(String id) {
        var worksheet = worksheet(id);
        var replayed = AssayJson.readGraph(AssayJson.write(worksheet.graph())).replay();
        for (var name : worksheet.names())
            assertThat(replayed.values(name)).as(name).isEqualTo(worksheet.values(name));
        assertThat(replayed.digest()).isEqualTo(evaluate(id).provenance().inputDigest());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_request_is_written_and_read_back(String id) {
        var request = AssayJson.standard().readRequest(request(id));
        var written = AssayJson.write(request);
        var again = AssayJson.standard().readRequest(written);
        assertThat(again.facts()).isEqualTo(request.facts());
        assertThat(again.options()).isEqualTo(request.options());
        assertThat(AssayJson.write(again)).isEqualTo(written);
    }

    /** Central differences: their error is of order h², and rounding costs about 1e-11 of the value for each unit of the relative step. */
    @ParameterizedTest
    @MethodSource("ids")
    void every_derivative_agrees_with_a_difference(String id) {
        var worksheet = worksheet(id);
        var derivatives = worksheet.derivatives();
        assertThat(derivatives.partials()).isNotEmpty();
        for (var partial : derivatives.partials()) {
            double h = 1e-5 * Math.max(Math.abs(partial.at()), 1e-3);
            double above = worksheet
                    .with(partial.input(), partial.element(), partial.at() + h)
                    .value();
            double below = worksheet
                    .with(partial.input(), partial.element(), partial.at() - h)
                    .value();
            double difference = (above - below) / (2 * h);
            double rounding = 1e-14 * Math.abs(worksheet.value()) / h;
            assertThat(partial.derivative())
                    .as("%s %s", partial.input(), partial.element())
                    .isCloseTo(difference, within(1e-7 * Math.abs(difference) + rounding));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_missing_source_is_told(String id) {
        assertThat(evaluate(id).notes())
                .anySatisfy(note -> assertThat(note.code()).isEqualTo("source-not-stated"));
    }
}
