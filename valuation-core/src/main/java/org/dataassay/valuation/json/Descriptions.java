package org.dataassay.valuation.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What a field means, for schemas: {@code schema.properties} in the package of the record, lines of {@code Record.field=text}. */
final class Descriptions {

    private Descriptions() {}

    static Optional<String> of(Class<?> type, String field) {
        try (InputStream in = type.getResourceAsStream("schema.properties")) {
            if (in == null) return Optional.empty();
            var texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Optional.ofNullable(texts.getProperty(type.getSimpleName() + "." + field));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
