package org.dataassay.valuation.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks up message patterns and fills their numbered parts. */
final class Messages {

    private static final Pattern PART = Pattern.compile("\\{(\\d)}");

    private Messages() {}

    static String format(ErrorCode code, Locale locale, String field, List<String> arguments) {
        var matcher = PART.matcher(pattern(code, locale));
        var text = new StringBuilder();
        while (matcher.find()) {
            int part = Integer.parseInt(matcher.group(1));
            var value = part == 0 ? field : part <= arguments.size() ? arguments.get(part - 1) : "";
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(text).toString().strip();
    }

    private static String pattern(ErrorCode code, Locale locale) {
        if (locale.getLanguage().isEmpty() || locale.getLanguage().equals("en")) return code.pattern();
        try (InputStream in = code.getClass().getResourceAsStream("messages_" + locale.getLanguage() + ".properties")) {
            if (in == null) return code.pattern();
            var bundle = new Properties();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return bundle.getProperty(code.name(), code.pattern());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
