package org.dataassay.valuation.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of enum constants in a language that people read, such as <em>market value</em> or <em>市场价值</em>.
 *
 * <p>Texts stand in UTF-8 bundles {@code labels_<language>.properties} under {@code BasisOfValue.MARKET_VALUE}, or {@code Note.Kind.WARNING} for an enum inside
 * another type. The bundle is looked up in the package of the enum, then in each enclosing package, so that a module has one bundle in its topmost package. A
 * language without a text falls back to English, and English to the constant in lower case.
 *
 * <p>Immutable but for a cache of bundles, and thread-safe.
 */
public final class Labels {

    private static final String ENGLISH = "en";

    private final String language;
    private final Map<String, Properties> bundles = new ConcurrentHashMap<>();

    private Labels(String language) {
        this.language = language;
    }

    /** The labels of a language; only the language of the locale matters. */
    public static Labels of(Locale locale) {
        return new Labels(locale.getLanguage().isEmpty() ? ENGLISH : locale.getLanguage());
    }

    /** The label of a constant. */
    public String text(Enum<?> constant) {
        return find(constant, language)
                .or(() -> find(constant, ENGLISH))
                .orElseGet(() -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Whether the language itself has a label for the constant. */
    public boolean has(Enum<?> constant) {
        return find(constant, language).isPresent();
    }

    /** The key under which a bundle holds the label. */
    public static String key(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        var key = new StringBuilder(type.getSimpleName());
        for (var outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            key.insert(0, outer.getSimpleName() + ".");
        }
        return key.append('.').append(constant.name()).toString();
    }

    private Optional<String> find(Enum<?> constant, String language) {
        Class<?> type = constant.getDeclaringClass();
        var key = key(constant);
        var folder = type.getPackageName();
        while (!folder.isEmpty()) {
            var path = "/" + folder.replace('.', '/') + "/labels_" + language + ".properties";
            var text = bundles.computeIfAbsent(path, p -> load(type, p)).getProperty(key);
            if (text != null) return Optional.of(text);
            int dot = folder.lastIndexOf('.');
            folder = dot < 0 ? "" : folder.substring(0, dot);
        }
        return Optional.empty();
    }

    private static Properties load(Class<?> type, String path) {
        var bundle = new Properties();
        try (InputStream in = type.getResourceAsStream(path)) {
            if (in != null) bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
