package org.dataassay.report.casefile;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The texts of a case in other languages, as the case itself gives them: from the text as written to the same in another language.
 *
 * @param language in which the case is written
 * @param translations by language
 */
public record Words(String language, Map<String, Map<String, String>> translations) {

    public Words {
        var copy = new TreeMap<String, Map<String, String>>();
        translations.forEach((code, words) -> copy.put(code, Map.copyOf(words)));
        translations = Collections.unmodifiableMap(copy);
    }

    /** A text of the case in a language; as written where the case gives no translation. */
    public String of(String text, Locale locale) {
        return translations.getOrDefault(locale.getLanguage(), Map.of()).getOrDefault(text, text);
    }
}
