package org.dataassay.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one language, looked up by key in the UTF-8 bundle {@code texts_<code>.properties} beside a class. Patterns have numbered parts
 * {@code {0}}, {@code {1}}, ….
 *
 * <p>Immutable and thread-safe.
 */
public final class Texts {

    private static final Pattern PART = Pattern.compile("\\{(\\d)}");

    private final Map<String, String> words;

    private Texts(Map<String, String> words) {
        this.words = words;
    }

    /** The words of this package. */
    public static Texts of(Language language) {
        return beside(Texts.class, language);
    }

    /** The bundle beside a class of any package. */
    public static Texts beside(Class<?> anchor, Language language) {
        return named(anchor, "texts", language);
    }

    /** The bundle {@code <name>_<code>.properties} beside a class. */
    static Texts named(Class<?> anchor, String bundleName, Language language) {
        var name = bundleName + "_" + language.code() + ".properties";
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null)
                throw new NoSuchElementException(
                        "No " + name + " beside " + anchor.getName() + ". Add it to the resources.");
            var bundle = new Properties();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            var words = new TreeMap<String, String>();
            bundle.stringPropertyNames().forEach(key -> words.put(key, bundle.getProperty(key)));
            return new Texts(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These words and more; where both have a key, the other's word is taken. */
    public Texts and(Texts other) {
        var all = new TreeMap<>(words);
        all.putAll(other.words);
        return new Texts(all);
    }

    /** The words under a key, its numbered parts filled in. */
    public String of(String key, Object... parts) {
        return find(key, parts)
                .orElseThrow(() ->
                        new NoSuchElementException("No text for " + key + ". Add it to every language's bundle."));
    }

    /** The words under a key, if there are any: for labels of ids that others may add. */
    public Optional<String> find(String key, Object... parts) {
        var pattern = words.get(key);
        if (pattern == null) return Optional.empty();
        var matcher = PART.matcher(pattern);
        var text = new StringBuilder();
        while (matcher.find()) {
            int part = Integer.parseInt(matcher.group(1));
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(part < parts.length ? String.valueOf(parts[part]) : ""));
        }
        return Optional.of(matcher.appendTail(text).toString());
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return java.util.Collections.unmodifiableSet(words.keySet());
    }
}
