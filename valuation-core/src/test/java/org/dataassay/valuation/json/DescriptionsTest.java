package org.dataassay.valuation.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.dataassay.valuation.SchemaTexts;
import org.junit.jupiter.api.Test;

/** What the schemas say of a field is what its record's documentation says: the committed texts are made from the sources. */
class DescriptionsTest {

    @Test
    void the_committed_texts_are_those_of_the_sources() throws IOException {
        assertThat(SchemaTexts.assertCommitted()).isGreaterThan(10);
    }

    @Test
    void a_schema_says_what_a_field_means() {
        var schema = AssayJson.schema(org.dataassay.valuation.asset.DataAsset.class, "asset");
        var all = new Descriptions();
        assertThat(schema)
                .contains(all.of(org.dataassay.valuation.asset.DataAsset.class, "scenario")
                        .orElseThrow());
        assertThat(all.of(org.dataassay.valuation.sheet.Distribution.Triangular.class, "mode"))
                .isPresent();
        assertThat(all.of(String.class, "nothing")).isEmpty();
    }
}
