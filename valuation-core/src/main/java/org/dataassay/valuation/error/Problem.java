package org.dataassay.valuation.error;

import java.util.List;
import java.util.Locale;

/**
 * One problem: its code, the field it sits in and the arguments of its message.
 *
 * @param code what kind of problem
 * @param field path of the field, figure or file, such as {@code facts.revenue[3]}
 * @param arguments the message's further parts, numbered from 1
 */
public record Problem(ErrorCode code, String field, List<String> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(ErrorCode code, String field, Object... arguments) {
        return new Problem(
                code,
                field,
                java.util.Arrays.stream(arguments).map(Problem::text).toList());
    }

    private static String text(Object argument) {
        return argument instanceof Double number ? Plain.of(number) : String.valueOf(argument);
    }

    /** The same problem one level further out: {@code at("facts")} turns {@code revenue} into {@code facts.revenue}. */
    public Problem at(String outer) {
        if (field.isEmpty()) return new Problem(code, outer, arguments);
        return new Problem(code, field.startsWith("[") ? outer + field : outer + "." + field, arguments);
    }

    /** The English message. */
    public String message() {
        return message(Locale.ENGLISH);
    }

    /** The message in a language; English where there is no translation. */
    public String message(Locale locale) {
        return Messages.format(code, locale, field, arguments);
    }

    @Override
    public String toString() {
        return message();
    }
}
