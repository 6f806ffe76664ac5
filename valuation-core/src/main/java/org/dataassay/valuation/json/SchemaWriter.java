package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodProvider;

/** JSON Schema (2020-12) of a method's request, made from the records that the reader binds. */
final class SchemaWriter {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private SchemaWriter() {}

    static ObjectNode request(MethodProvider<?, ?> provider) {
        var definitions = new Definitions();
        var properties = Definitions.node();
        properties.set(
                RequestReader.METHOD,
                Definitions.node().put("const", provider.id().toString()));
        properties.set(RequestReader.FACTS, Shapes.record(provider.factsType()).schema(definitions));
        properties.set(
                RequestReader.OPTIONS,
                Shapes.record(provider.optionsType()).schema(definitions, provider.standardOptions()));
        properties.set(RequestReader.CONTEXT, Shapes.of(ValuationContext.class).schema(definitions));
        properties.set(
                RequestReader.ASSUMPTIONS,
                Definitions.type("object")
                        .put(
                                "description",
                                "Inputs that several fields share: refer to one as {\"assumption\": name}."));
        var schema = Definitions.node().put("$schema", DIALECT);
        schema.put("$id", "urn:dataassay:request:" + provider.id());
        schema.put("title", provider.id().toString());
        schema.setAll(Definitions.object(properties, RequestReader.METHOD, RequestReader.FACTS, RequestReader.CONTEXT));
        schema.set("$defs", definitions.all());
        return schema;
    }

    /** The schema of a record that stands at the top of a document. */
    static ObjectNode document(Class<? extends Record> type, String title) {
        var definitions = new Definitions();
        var schema = Definitions.node().put("$schema", DIALECT).put("title", title);
        schema.setAll(Shapes.record(type).schema(definitions));
        schema.set("$defs", definitions.all());
        return schema;
    }
}
