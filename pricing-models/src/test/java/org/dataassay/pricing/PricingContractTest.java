package org.dataassay.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.dataassay.valuation.Golden;
import org.dataassay.valuation.SchemaTexts;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.MethodCatalog;
import org.dataassay.valuation.result.MethodProvider;
import org.dataassay.valuation.result.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method of this module owes its users. A method without a sample request fails here. */
class PricingContractTest {

    static Stream<MethodProvider<?, ?>> providers() {
        return MethodCatalog.load().providers().stream()
                .filter(provider -> provider.factsType().getPackageName().startsWith("org.dataassay.pricing"));
    }

    static Stream<String> ids() {
        return providers().map(MethodProvider::id).map(Object::toString);
    }

    private static String request(String id) {
        try (var in = PricingContractTest.class.getResourceAsStream("/requests/" + id + ".json")) {
            if (in == null) throw new AssertionError("no sample request of " + id);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result evaluate(String id) {
        return AssayJson.standard().readRequest(request(id)).evaluate();
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
    void a_request_is_written_and_read_back(String id) {
        var request = AssayJson.standard().readRequest(request(id));
        var written = AssayJson.write(request);
        var again = AssayJson.standard().readRequest(written);
        assertThat(again.facts()).isEqualTo(request.facts());
        assertThat(again.options()).isEqualTo(request.options());
        assertThat(AssayJson.write(again)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_sample_request_fits_the_schema(String id) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        AssayJson.standard().schema(org.dataassay.valuation.result.MethodId.of(id)), InputFormat.JSON);
        assertThat(schema.validate(request(id), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void the_committed_schema_is_what_the_records_say(MethodProvider<?, ?> provider) {
        Golden.assertMatches(
                "src/main/resources/org/dataassay/pricing/schemas/" + provider.id() + ".json",
                AssayJson.schema(provider));
    }

    @Test
    void what_schemas_say_of_fields_is_what_the_records_say() throws IOException {
        assertThat(SchemaTexts.assertCommitted("org.dataassay.pricing.tariff")).isEqualTo(1);
    }
}
