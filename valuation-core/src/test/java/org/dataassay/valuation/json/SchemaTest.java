package org.dataassay.valuation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.dataassay.valuation.Golden;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.result.MethodCatalog;
import org.dataassay.valuation.result.MethodProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static final AssayJson JSON = SampleMethod.json();

    static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static List<String> errors(String request) {
        return schema(AssayJson.schema(SampleMethod.PROVIDER)).validate(request, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void the_committed_schema_is_what_the_records_say(MethodProvider<?, ?> provider) {
        Golden.assertMatches(
                "src/main/resources/org/dataassay/valuation/schemas/" + provider.id() + ".json",
                AssayJson.schema(provider));
    }

    static Stream<MethodProvider<?, ?>> providers() {
        return MethodCatalog.load().providers().stream();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_written_fits_the_schema(long seed) {
        var schema = schema(AssayJson.schema(Samples.Everything.class, "everything"));
        var text = AssayJson.writeRecord(Samples.everything(new SplittableRandom(seed)));

        assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"royaltyRate\": 0.05, \"revenue\": [1, \"2.5\", \"CNY 3\"], \"discountRate\": 0.12}",
                "{\"royaltyRate\": {\"value\": 0.05, \"unit\": \"share\", \"source\": \"Report\"}, \"revenue\": {\"values\": [1], \"shock\": {\"uniform\": {\"low\": 0.9, \"high\": 1.1}}}, \"discountRate\": {\"rate\": 0.1, \"tax\": \"pre-tax\"}}",
                "{\"royaltyRate\": 0.05, \"revenue\": [{\"amount\": \"1\", \"currency\": \"CNY\"}], \"discountRate\": {\"value\": 0.1, \"source\": {\"who\": \"IDC\", \"date\": \"2025-06-30\"}}, \"lifeYears\": null, \"parts\": [{\"share\": 0.5}]}",
            })
    void what_is_accepted_fits_the_schema(String facts) {
        var request = RequestTest.request(facts);
        assertThat(JSON.readRequest(request)).isNotNull();
        assertThat(errors(request)).isEmpty();
        assertThat(errors(AssayJson.write(JSON.readRequest(request)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"revenue\": [1], \"discountRate\": 0.12}",
                "{\"royaltyrate\": 0.05, \"royaltyRate\": 0.05, \"revenue\": [1], \"discountRate\": 0.12}",
                "{\"royaltyRate\": \"0.05\", \"revenue\": [1], \"discountRate\": 0.12}",
                "{\"royaltyRate\": 0.05, \"revenue\": 1, \"discountRate\": 0.12}",
                "{\"royaltyRate\": 0.05, \"revenue\": [\"cny 1\"], \"discountRate\": 0.12}",
                "{\"royaltyRate\": 0.05, \"revenue\": [1], \"discountRate\": 15}",
                "{\"royaltyRate\": 0.05, \"revenue\": [1], \"discountRate\": {\"rate\": 0.1, \"tax\": \"PRE_TAX\"}}",
                "{\"royaltyRate\": {\"value\": 0.05, \"distribution\": {\"triangle\": {}}}, \"revenue\": [1], \"discountRate\": 0.1}",
                "{\"royaltyRate\": 0.05, \"revenue\": [1], \"discountRate\": 0.12, \"parts\": [{}]}",
            })
    void what_is_refused_does_not_fit_the_schema(String facts) {
        var request = RequestTest.request(facts);
        assertThatThrownBy(() -> JSON.readRequest(request)).isInstanceOf(InvalidInputException.class);
        assertThat(errors(request)).isNotEmpty();
    }

    @Test
    void a_schema_is_itself_valid() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        providers()
                .forEach(provider -> assertThat(meta.validate(AssayJson.schema(provider), InputFormat.JSON))
                        .as(provider.id().toString())
                        .isEmpty());
    }
}
