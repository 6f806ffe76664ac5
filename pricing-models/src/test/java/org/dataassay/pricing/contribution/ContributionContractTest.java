package org.dataassay.pricing.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dataassay.valuation.Golden;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.MethodProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method of this family owes its users. A method without a sample request fails here. */
class ContributionContractTest {

    private static final AssayJson JSON = AssayJson.standard();

    static Stream<String> ids() {
        return new ContributionMethods()
                .methods().stream().map(MethodProvider::id).map(Object::toString);
    }

    private static String request(String id) {
        try (var in = ContributionContractTest.class.getResourceAsStream("/requests/" + id + ".json")) {
            if (in == null) throw new AssertionError("no sample request of " + id);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_same_request_gives_the_committed_bytes_on_every_jdk(String id) {
        var text = AssayJson.write(JSON.readRequest(request(id)).evaluate())
                .replace("\"libraryVersion\": \"" + LibraryVersion.VERSION, "\"libraryVersion\": \"any");
        Golden.assertMatches("src/test/resources/golden/" + id + ".json", text);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_request_is_written_and_read_back(String id) {
        var request = JSON.readRequest(request(id));
        var written = AssayJson.write(request);
        var again = JSON.readRequest(written);
        assertThat(again.facts()).isEqualTo(request.facts());
        assertThat(again.options()).isEqualTo(request.options());
        assertThat(AssayJson.write(again)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_committed_schema_is_what_the_records_say(String id) {
        Golden.assertMatches(
                "src/main/resources/org/dataassay/pricing/schemas/" + id + ".json", JSON.schema(MethodId.of(id)));
    }

    @Test
    void a_broken_request_names_every_broken_field() {
        var text = request("contribution.power-indices")
                .replace("\"votes\": 1", "\"votes\": -1")
                .replace("12", "99");
        assertThatThrownBy(() -> JSON.readRequest(text))
                .hasMessageContaining("facts.members[5].votes must be 0 to 200000, but was -1.")
                .hasMessageContaining("facts.quota must be 1 to all 16 votes, but was 99.");
    }
}
