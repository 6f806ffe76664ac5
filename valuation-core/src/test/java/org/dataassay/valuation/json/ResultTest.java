package org.dataassay.valuation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dataassay.valuation.Golden;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.result.Result;
import org.dataassay.valuation.result.Valuation;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static final String REQUEST = RequestTest.request("""
            {"royaltyRate": {"value": 0.05, "source": {"who": "IDC", "document": "Royalty report", "page": "12", "date": "2025-06-30"},
                             "distribution": {"triangular": {"low": 0.03, "mode": 0.05, "high": 0.08}}},
             "revenue": [1000000, 1200000.1, "CNY 1400000.15"],
             "discountRate": {"value": 0.12, "source": {"kind": "judged", "who": "王芳", "note": "small vendor"}}}""");

    private static Valuation valuation() {
        return (Valuation) SampleMethod.json().readRequest(REQUEST).evaluate();
    }

    @Test
    void a_result_has_the_committed_bytes() {
        var text = AssayJson.writeWithGraph(valuation())
                .replace("\"libraryVersion\": \"" + LibraryVersion.VERSION, "\"libraryVersion\": \"any");
        Golden.assertMatches("src/test/resources/golden/sample-result.json", text);
    }

    @Test
    void a_stored_result_is_read_and_its_graph_replays_to_the_same_bits() {
        var valuation = valuation();

        var stored = AssayJson.readResult(AssayJson.writeWithGraph(valuation));

        assertThat(stored.amount()).contains(valuation.amount());
        assertThat(stored.range()).contains(valuation.range());
        assertThat(stored.notes()).isEqualTo(valuation.notes());
        assertThat(stored.provenance().inputDigest())
                .isEqualTo(valuation.provenance().inputDigest());
        var graph = stored.graph().orElseThrow();
        assertThat(graph).isEqualTo(valuation.worksheet().graph());
        var replayed = graph.replay();
        assertThat(Double.doubleToLongBits(replayed.value()))
                .isEqualTo(Double.doubleToLongBits(valuation.worksheet().value()));
        assertThat(replayed.digest()).isEqualTo(valuation.worksheet().digest());
        assertThat(AssayJson.write(replayed.graph()))
                .isEqualTo(AssayJson.write(valuation.worksheet().graph()));
    }

    @Test
    void fields_of_another_version_are_passed_over() {
        var text = AssayJson.write((Result) valuation())
                .replaceFirst("\\{", "{\"mood\": \"good\", ")
                .replace("\"methodVersion\"", "\"weather\": 1, \"methodVersion\"");

        assertThat(AssayJson.readResult(text).amount()).isPresent();
    }

    @Test
    void a_result_of_a_newer_format_is_refused() {
        var text = AssayJson.write((Result) valuation()).replace("\"schemaVersion\": 1", "\"schemaVersion\": 2");

        assertThatThrownBy(() -> AssayJson.readResult(text))
                .hasMessage(
                        "schemaVersion must be at most 1, but was 2. It was written by a newer version; use that one.");
    }

    @Test
    void a_result_without_its_parts_is_refused() {
        assertThatThrownBy(() -> AssayJson.readResult("{\"schemaVersion\": 1, \"method\": \"a.b\"}"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("provenance is missing.");
    }

    @Test
    void a_graph_whose_decimal_and_double_differ_was_altered() {
        var text = AssayJson.write(valuation().worksheet().graph());
        assertThat(text).contains("\"values\": [0.05]").contains("\"hex\": [\"0x1.999999999999ap-5\"]");

        assertThatThrownBy(() -> AssayJson.readGraph(text.replace("\"values\": [0.05]", "\"values\": [0.06]")))
                .hasMessageContaining("hex[0] does not fit: 0x1.999999999999ap-5 is not 0.06. The graph was altered.");
    }

    @Test
    void hostile_graphs_are_refused() {
        var vertex = "{\"name\": \"\", \"operation\": \"negated@1\", \"operands\": [%d], \"unit\": \"money\"}";
        var frame = "{\"schemaVersion\": 1, \"graph\": {\"currency\": \"CNY\", \"result\": \"x\", \"vertices\": [%s]}}";

        assertThatThrownBy(() -> AssayJson.readGraph(frame.formatted(vertex.formatted(0)))
                        .replay())
                .as("a cycle")
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> AssayJson.readGraph(frame.formatted(vertex.formatted(7)))
                        .replay())
                .as("a missing parent")
                .isInstanceOf(InvalidInputException.class);
        var many = new StringBuilder(vertex.formatted(0));
        for (int i = 0; i < 1_000_000; i++) many.append(", ").append("{}");
        assertThatThrownBy(() -> AssayJson.readGraph(frame.formatted(many)))
                .as("a million nodes")
                .hasMessageStartingWith("graph.vertices is larger than 100000 elements allowed");
    }

    @Test
    void all_outcomes_are_written() {
        Outcome<Result> refused = Outcome.of(() -> {
            throw RefusedException.of(ValuationError.GATE, "rights", "there is no evidence", "Add the contract.");
        });

        assertThat(AssayJson.write(refused)).isEqualTo("""
                        {
                          "outcome": "refused",
                          "problems": [
                            {
                              "code": "GATE",
                              "field": "rights",
                              "arguments": ["there is no evidence", "Add the contract."],
                              "message": "rights: there is no evidence. Add the contract."
                            }
                          ]
                        }
                        """);
        assertThat(AssayJson.write(Outcome.<Result>of(ResultTest::valuation))).contains("\"outcome\": \"produced\"");
    }
}
