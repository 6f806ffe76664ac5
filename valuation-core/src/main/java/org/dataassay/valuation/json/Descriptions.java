package org.dataassay.valuation.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a field means, for schemas: {@code schema.properties} in the package of the record, lines of {@code Record.field=text}. In the library's own packages the
 * file is made from the records' documentation.
 */
final class Descriptions {

    private final Map<String, Properties> byPackage = new ConcurrentHashMap<>();

    Optional<String> of(Class<?> type, String field) {
        var texts = byPackage.computeIfAbsent(type.getPackageName(), name -> read(type));
        return Optional.ofNullable(texts.getProperty(key(type) + "." + field));
    }

    /** {@code Outer.Inner}. */
    static String key(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Properties read(Class<?> type) {
        var texts = new Properties();
        try (InputStream in = type.getResourceAsStream("schema.properties")) {
            if (in != null) texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
