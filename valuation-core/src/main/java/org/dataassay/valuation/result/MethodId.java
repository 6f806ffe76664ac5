package org.dataassay.valuation.result;

import java.util.regex.Pattern;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * The id of a method: family, a dot, and the method's name in lower case with hyphens, such as {@code income.relief-from-royalty}.
 *
 * @param text the id as written in requests, results and the catalogue
 */
public record MethodId(String text) implements Comparable<MethodId> {

    private static final Pattern FAMILY_NAME =
            Pattern.compile("[a-z][a-z0-9]{0,31}\\.[a-z][a-z0-9]{0,31}(-[a-z0-9]{1,31}){0,7}");

    public MethodId {
        if (!FAMILY_NAME.matcher(text).matches()) {
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "method",
                    "\"" + (text.length() <= 80 ? text : text.substring(0, 80) + "…") + "\" is not an id",
                    "Write family.name in lower case with hyphens, such as income.relief-from-royalty.");
        }
    }

    public static MethodId of(String text) {
        return new MethodId(text);
    }

    /** What stands before the dot: {@code income}. */
    public String family() {
        return text.substring(0, text.indexOf('.'));
    }

    /** What stands after the dot: {@code relief-from-royalty}. */
    public String name() {
        return text.substring(text.indexOf('.') + 1);
    }

    @Override
    public int compareTo(MethodId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
