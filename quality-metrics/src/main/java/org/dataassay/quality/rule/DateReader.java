package org.dataassay.quality.rule;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.OptionalLong;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.Utf8;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.error.InvalidInputException;

/** Reads days in one format, strictly. */
final class DateReader {

    private static final int LONGEST = 64;

    private final DateTimeFormatter formatter;
    private final boolean iso;

    DateReader(String format) {
        this.iso = format.equals(Constraint.OfType.ISO_DATE);
        this.formatter = formatter(format);
    }

    static void check(String field, String format) {
        try {
            var formatter = formatter(format);
            var sample = LocalDate.of(2024, 12, 31);
            if (sample.equals(LocalDate.from(formatter.parse(formatter.format(sample))))) return;
        } catch (RuntimeException e) {
            // said below: whatever the reason, a day written in this format cannot be read back
        }
        throw InvalidInputException.of(
                QualityError.RULE_INVALID,
                field,
                "a date pattern that fixes year, month and day",
                "'" + format + "'",
                "For instance yyyy-MM-dd.");
    }

    private static DateTimeFormatter formatter(String format) {
        // with strict resolving, yyyy would ask for an era
        return DateTimeFormatter.ofPattern(format.replace("yy", "uu"), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    OptionalLong read(Utf8 cell) {
        if (iso) return cell.kind() == ValueKind.DATE ? cell.epochDay() : OptionalLong.empty();
        if (cell.length() > LONGEST) return OptionalLong.empty();
        var text = cell.toString();
        var position = new ParsePosition(0);
        var parsed = formatter.parseUnresolved(text, position);
        if (parsed == null || position.getErrorIndex() >= 0 || position.getIndex() != text.length())
            return OptionalLong.empty();
        try {
            return OptionalLong.of(formatter.parse(text).getLong(ChronoField.EPOCH_DAY));
        } catch (java.time.DateTimeException e) {
            return OptionalLong.empty();
        }
    }
}
