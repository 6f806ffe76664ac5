package org.dataassay.quality.rule;

import java.util.List;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/**
 * A condition over the cells of one row.
 *
 * <pre>{@code
 * number([Cost Total $]) = [Cost Other] + [Cost Repair]
 * if [Effect Amount of damage] = 'None' then [Cost Repair] = 0
 * if [Phase of flight] in ('Climb', 'Approach', 'Descent') then [Speed IAS in knots] > 0
 * date([Paid]) >= date([Ordered]) and valuationDate - date([Paid]) <= 365
 * substring([National id], 1, 2) = [Province]
 * date([Due]) between date([Ordered]) and addMonths([Ordered], 12)
 * }</pre>
 *
 * <p><b>Grammar</b>
 *
 * <pre>{@code
 * rule       = "if" condition "then" condition | condition
 * condition  = and { "or" and }      and = not { "and" not }      not = [ "not" ] comparison
 * comparison = sum [ ("=" | "!=" | "<" | "<=" | ">" | ">=") sum | [ "not" ] "in" "(" literal { "," literal } ")"
 *                  | [ "not" ] "matches" text | [ "not" ] "between" sum "and" sum | "is" [ "not" ] "null" ]
 * sum        = product { ("+" | "-") product }      product = factor { ("*" | "/") factor }
 * factor     = number | text | [column] | "valuationDate" | function "(" sum { "," sum } ")" | "(" condition ")" | "-" factor
 * function   = "number" | "text" | "date" | "abs" | "round" | "min" | "max" | "length" | "trim" | "lower" | "upper" | "substring" | "concat"
 *            | "valid" | "year" | "month" | "day" | "weekday" | "monthEnd" | "addMonths"
 * }</pre>
 *
 * A text stands in single quotes, a quote in it is doubled; a column stands in brackets, a closing bracket in it is doubled. Words are lower case.
 *
 * <p><b>Meaning</b>  Every part has one type, known before the first row: number, text, date or condition. A bare column takes the type of what it
 * is compared with; two bare columns compare as text and only for equality, so say {@code number([a]) < [b]}. Numbers are exact decimals (0.1 + 0.2
 * = 0.3); a quotient is rounded to 34 digits. A date is a day; the difference of two dates is a number of days, and a date plus or minus a whole number is the date so many days
 * later or earlier.
 *
 * <p><b>No value</b>  A cell without a value makes a comparison neither true nor false, as in SQL; a row for which the condition is neither is not
 * evaluated. {@code if A then B} is evaluated only where A is true: a rule is not credited with rows it says nothing about. A cell that holds a
 * value which cannot be read as the number or date asked for violates the rule, as do a division by zero and a number of days, months or
 * decimals that is not whole.
 *
 * <p>Nothing is executed but these operations; length and nesting are bounded. Immutable and thread-safe.
 */
public final class Expression {

    /** Longest text of an expression. */
    public static final int MAXIMUM_LENGTH = 4096;

    /** Deepest nesting. */
    public static final int MAXIMUM_DEPTH = 64;

    private final String text;
    private final List<String> columns;
    private final Node.Condition premise;
    private final Node.Condition conclusion;

    Expression(String text, List<String> columns, Node.Condition premise, Node.Condition conclusion) {
        this.text = text;
        this.columns = List.copyOf(columns);
        this.premise = premise;
        this.conclusion = conclusion;
    }

    /**
     * Reads an expression.
     *
     * @throws InvalidInputException saying what was expected where
     */
    public static Expression parse(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw InvalidInputException.of(
                    QualityError.RULE_INVALID,
                    "expression",
                    "at most " + MAXIMUM_LENGTH + " characters long",
                    text.length(),
                    "Split the rule.");
        }
        return new ExpressionParser(text).parse();
    }

    /** The columns it reads, in the order in which they are first named. */
    public List<String> columns() {
        return columns;
    }

    /** Evaluates the condition for the row in the frame. */
    Verdict evaluate(Node.Frame frame) {
        frame.unreadable = false;
        var applies = premise.of(frame);
        if (frame.unreadable) return Verdict.VIOLATED;
        if (applies != Truth.TRUE) return Verdict.NOT_EVALUATED;
        var holds = conclusion.of(frame);
        if (frame.unreadable) return Verdict.VIOLATED;
        return switch (holds) {
            case TRUE -> Verdict.SATISFIED;
            case FALSE -> Verdict.VIOLATED;
            case UNKNOWN -> Verdict.NOT_EVALUATED;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && text.equals(expression.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as given. */
    @Override
    public String toString() {
        return text;
    }
}
