package org.dataassay.pricing.regulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dataassay.valuation.Golden;
import org.dataassay.valuation.SchemaTexts;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.MethodCatalog;
import org.dataassay.valuation.sheet.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What these methods owe the users of their JSON. */
class RegulatedContractTest {

    private static String request(String id) throws IOException {
        try (var in = Objects.requireNonNull(
                RegulatedContractTest.class.getResourceAsStream("/requests/" + id + ".json"), id)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"price.public-data-revenue", "price.public-data-ceiling", "price.reference-band"})
    void a_request_keeps_its_bytes_its_schema_and_its_way_back(String id) throws IOException {
        var request = AssayJson.standard().readRequest(request(id));
        Golden.assertMatches(
                "src/test/resources/golden/" + id + ".json",
                AssayJson.writeWithGraph(request.evaluate())
                        .replace("\"libraryVersion\": \"" + LibraryVersion.VERSION, "\"libraryVersion\": \"any"));
        var schema = AssayJson.schema(MethodCatalog.load().provider(id));
        Golden.assertMatches("src/main/resources/org/dataassay/pricing/schemas/" + id + ".json", schema);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(request(id), InputFormat.JSON))
                .isEmpty();
        var written = AssayJson.write(request);
        var again = AssayJson.standard().readRequest(written);
        assertThat(again.facts()).isEqualTo(request.facts());
        assertThat(again.options()).isEqualTo(request.options());
        assertThat(AssayJson.write(again)).isEqualTo(written);
    }

    @Test
    void what_schemas_say_of_fields_is_what_the_records_say() throws IOException {
        assertThat(SchemaTexts.assertCommitted("org.dataassay.pricing.regulated", "org.dataassay.pricing.evidence"))
                .isEqualTo(2);
    }

    /** The sheet's readings: replay to the bit, threads, and R by the spread, which is the base: 5 000 000. */
    @Test
    void permitted_revenue_has_all_readings_of_a_sheet() throws IOException {
        var found = (PermittedRevenue) AssayJson.standard()
                .readRequest(request("price.public-data-revenue"))
                .evaluate();
        var sheet = found.worksheet();
        var replayed = AssayJson.readGraph(AssayJson.write(sheet.graph())).replay();
        for (var name : sheet.names())
            assertThat(replayed.values(name)).as(name).isEqualTo(sheet.values(name));
        assertThat(replayed.digest()).isEqualTo(found.provenance().inputDigest());
        var draws = Simulation.of(7).withDraws(20_000);
        assertThat(sheet.simulate(draws.onThreads(8))).isEqualTo(sheet.simulate(draws));
        assertThat(sheet.derivatives().partials().stream()
                        .filter(partial -> partial.input().equals("spread"))
                        .findFirst()
                        .orElseThrow()
                        .derivative())
                .isCloseTo(5e6, within(1e-6));
    }
}
