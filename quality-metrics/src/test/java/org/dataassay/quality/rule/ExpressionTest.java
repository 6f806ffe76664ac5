package org.dataassay.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns are a, b (numbers), t (text), d (day), e (empty), x (a word where a number should be). */
class ExpressionTest {

    private static final List<String> COLUMNS = List.of("a", "b", "t", "d", "e", "x", "odd ] name");
    private static final List<String> ROW = List.of("0.1", "0.2", "None", "2024-02-29", "", "ten", "1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[a] + [b] = 0.3                                  | SATISFIED",
                "[a] + [b] = 0.31                                 | VIOLATED",
                "[t] = 'None'                                     | SATISFIED",
                "[t] != 'None'                                    | VIOLATED",
                "if [t] = 'None' then [a] = 0                     | VIOLATED",
                "if [t] = 'Some' then [a] = 0                     | NOT_EVALUATED",
                "if [e] = 'x' then [a] = 0                        | NOT_EVALUATED",
                "[e] = 'x'                                        | NOT_EVALUATED",
                "[e] is null                                      | SATISFIED",
                "[a] is not null                                  | SATISFIED",
                "[e] > 0 or [a] > 0                               | SATISFIED",
                "[e] > 0 and [a] > 0                              | NOT_EVALUATED",
                "[e] > 0 and [a] < 0                              | VIOLATED",
                "not [e] > 0                                      | NOT_EVALUATED",
                "[x] > 0                                          | VIOLATED",
                "not [x] > 0                                      | VIOLATED",
                "[a] > 0 or [x] > 0                               | SATISFIED",
                "[a] / 0 = 1                                      | VIOLATED",
                "-[a] = -0.1                                      | SATISFIED",
                "2 + 3 * 4 = 14                                   | SATISFIED",
                "(2 + 3) * 4 = 20                                 | SATISFIED",
                "10 - 3 - 2 = 5                                   | SATISFIED",
                "1 / 3 * 3 > 0.999                                | SATISFIED",
                "abs([a] - [b]) <= 0.1                            | SATISFIED",
                "length([t]) = 4                                  | SATISFIED",
                "[t] in ('None', 'Some')                          | SATISFIED",
                "[t] not in ('None', 'Some')                      | VIOLATED",
                "[a] in (0.10, -1)                                | SATISFIED",
                "[t] matches '[A-Z][a-z]+'                        | SATISFIED",
                "[t] matches 'on'                                 | VIOLATED",
                "[t] not matches 'on'                             | SATISFIED",
                "date([d]) = date('2024-02-29')                   | SATISFIED",
                "date([d]) < '2024-03-01'                         | SATISFIED",
                "valuationDate - date([d]) = 122                  | SATISFIED",
                "date([d]) <= valuationDate                       | SATISFIED",
                "date([t]) <= valuationDate                       | VIOLATED",
                "number([a]) < [b]                                | SATISFIED",
                "[a] = [b]                                        | VIOLATED",
                "[odd ]] name] = 1                                | SATISFIED",
                "[t] = 'it''s'                                    | VIOLATED",
                "if [a] > 0 and not [b] > 1 then [t] = 'None'     | SATISFIED",
                "[a] > 0 or [a] < 0 and [b] < 0                   | SATISFIED",
                "round([a] + 0.05, 1) = 0.2                       | SATISFIED",
                "min([b], [a], 7) = [a]                           | SATISFIED",
                "max([b], [a]) = number([b])                      | SATISFIED",
                "max([b], [e]) = 1                                | NOT_EVALUATED",
                "min([a]) = 0.1                                   | SATISFIED",
                "trim(concat(' ', [t], ' ')) = 'None'             | SATISFIED",
                "lower([t]) = 'none' and upper([t]) = 'NONE'      | SATISFIED",
                "substring([t], 2, 2) = 'on'                      | SATISFIED",
                "substring([t], 3) = 'ne'                         | SATISFIED",
                "substring([t], 9, 2) = ''                        | SATISFIED",
                "substring([t], 0, 2) = 'N'                       | VIOLATED",
                "substring([t], 1, 1.5) = 'N'                     | VIOLATED",
                "substring('汉字𠀀x', 3, 1) = '𠀀'                   | SATISFIED",
                "concat([t], '-', [a]) = 'None-0.1'               | SATISFIED",
                "concat([t], [e]) = 'None'                        | NOT_EVALUATED",
                "valid('user@example.com', 'email')               | SATISFIED",
                "valid([t], 'email')                              | VIOLATED",
                "not valid([t], 'email') and valid(text([d]), 'iso-date') | SATISFIED",
                "valid([e], 'email')                              | NOT_EVALUATED",
                "year([d]) = 2024 and month([d]) = 2 and day([d]) = 29 | SATISFIED",
                "weekday([d]) = 4                                 | SATISFIED",
                "monthEnd([d]) = [d]                              | SATISFIED",
                "addMonths([d], 12) = '2025-02-28'                | SATISFIED",
                "addMonths([d], -1) = date('2024-01-29')          | SATISFIED",
                "addMonths([d], 0.5) = [d]                        | VIOLATED",
                "date([d]) + 1 = '2024-03-01'                     | SATISFIED",
                "date([d]) - 29 = '2024-01-31'                    | SATISFIED",
                "date([d]) + 366 - date([d]) = 366                | SATISFIED",
                "date([d]) + [x] > [d]                            | VIOLATED",
                "[a] between 0 and 1                              | SATISFIED",
                "[a] not between 0 and 1                          | VIOLATED",
                "[a] between 0 and 0.05 or [t] = 'None'           | SATISFIED",
                "[e] between 0 and 1                              | NOT_EVALUATED",
                "[d] between '2024-02-01' and '2024-02-29'        | SATISFIED",
                "date([d]) between '2024-02-01' and '2024-02-29'  | SATISFIED",
                "valuationDate between [d] and addMonths([d], 4)  | VIOLATED"
            })
    void says(String text, Verdict verdict) {
        try (var table = TableSource.of("t", COLUMNS, List.of(ROW))) {
            table.advance();
            var expression = Expression.parse(text);
            var places =
                    expression.columns().stream().mapToInt(COLUMNS::indexOf).toArray();
            var frame = new Node.Frame(
                    places,
                    MissingValues.standard().matcher(),
                    LocalDate.of(2024, 6, 30).toEpochDay());
            frame.row = table.row();
            assertThat(expression.evaluate(frame)).isEqualTo(verdict);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[a] + [b]             | a condition is wanted here, but there is a number (at character 10: the end)",
                "[a] < [b]             | texts have no order (at character 1: '[a] < [b]'). Say number(…) or date(…) of one side.",
                "[a] = 1 and           | a number, a text or a column was expected (at character 12: the end)",
                "[a = 1                | there is no closing ] (at character 1",
                "'x                    | there is no closing ' (at character 1",
                "[a] ! 1               | '!' stands alone",
                "[a] = 1.2.3           | '1.2.3' is not a number (at character 7",
                "if [a] = 1            | 'then' was expected (at character 11: the end)",
                "[a] = 1 [b] = 2       | the end was expected (at character 9: '[b] = 2')",
                "date('2024-02-30') = [d] | '2024-02-30' is not a day",
                "cost = 1              | Put column names in brackets and texts in single quotes.",
                "[a] = 1 + 'x'         | a number is wanted here, but there is a text (at character 7",
                "'x' is null           | only a column can be null",
                "[t] matches '('       | the pattern is not valid: missing closing )",
                "[t] matches '(?=x)'   | Patterns are RE2: no look-around, no back-references.",
                "[a] in ('x', 1)       | a list holds texts or numbers, not both",
                "[a] not = 1           | in, matches or between was expected",
                "lenght([t]) = 1       | there is no function lenght() (at character 1: 'lenght([t]) = 1'). Did you mean 'length'?",
                "foo ([t]) = 1         | there is no function foo() (at character 1",
                "substring([t]) = 'x'  | substring() takes 2 to 3 arguments",
                "abs(1, 2) = 1         | abs() takes 1 argument (at character 4: '(1, 2) = 1'). Write abs([a] - [b]).",
                "round(1) = 1          | round() takes 2 arguments",
                "year('x') = 1         | 'x' is not a day",
                "valid([t], [a])       | a text in single quotes is wanted here",
                "upper(1) = 'x'        | a text is wanted here, but there is a number",
                "[a] between 1, 2      | 'and' was expected",
                "System.exit(1)        | Put column names in brackets"
            })
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text))
                .hasMessageStartingWith("expression cannot be understood: ")
                .hasMessageContaining(message);
    }

    @Test
    void lengthAndDepthAreBounded() {
        assertThatThrownBy(() -> Expression.parse("(".repeat(3000) + "[a]"))
                .hasMessageContaining("nested more than 64 deep");
        assertThatThrownBy(() -> Expression.parse("not ".repeat(1000) + "[a] = 1"))
                .hasMessageContaining("nested more than 64 deep");
        assertThatThrownBy(() -> Expression.parse("-".repeat(1000) + "1 = 1"))
                .hasMessageContaining("nested more than 64 deep");
        assertThatThrownBy(() -> Expression.parse("abs(".repeat(1000)))
                .hasMessageContaining("nested more than 64 deep");
        assertThatThrownBy(() -> Expression.parse("x".repeat(4097)))
                .hasMessageContaining("expression must be at most 4096 characters long");
        says("1" + " + 1".repeat(1000) + " = 1001", Verdict.SATISFIED);
        says("1 < 2" + " and 1 < 2".repeat(400), Verdict.SATISFIED);
    }

    @Test
    void whateverIsWrittenIsReadOrRefusedAndNothingElse() {
        var random = new java.util.SplittableRandom(11);
        int read = 0;
        try (var table = TableSource.of("t", COLUMNS, List.of(ROW))) {
            table.advance();
            for (int round = 0; round < 20_000; round++) {
                var text =
                        (random.nextInt(5) == 0 ? "if " + condition(random, 2) + " then " : "") + condition(random, 2);
                if (random.nextInt(4) == 0) { // damaged
                    int at = random.nextInt(text.length());
                    text = text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(3)));
                }
                Expression expression;
                try {
                    expression = Expression.parse(text);
                } catch (org.dataassay.valuation.error.InvalidInputException e) {
                    continue;
                }
                read++;
                var places =
                        expression.columns().stream().mapToInt(COLUMNS::indexOf).toArray();
                if (java.util.Arrays.stream(places).anyMatch(p -> p < 0)) continue;
                var frame = new Node.Frame(places, MissingValues.standard().matcher(), 19_000);
                frame.row = table.row();
                assertThat(expression.evaluate(frame)).isNotNull();
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static String pick(java.util.SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static String condition(java.util.SplittableRandom random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0)
            return switch (random.nextInt(3)) {
                case 0 -> "not " + condition(random, depth - 1);
                case 1 -> "(" + condition(random, depth - 1) + ")";
                default -> condition(random, depth - 1) + pick(random, " and ", " or ") + condition(random, depth - 1);
            };
        var left = sum(random, depth);
        return switch (random.nextInt(7)) {
            case 0 -> left + pick(random, " in ", " not in ") + pick(random, "('None', 'x')", "(1, -0.5)");
            case 1 -> left + pick(random, " matches ", " not matches ") + pick(random, "'[a-z]+'", "'.*'");
            case 2 -> left + pick(random, " is null", " is not null");
            case 3 -> left + " between " + sum(random, depth) + " and " + sum(random, depth);
            case 4 -> "valid(" + left + ", 'email')";
            default -> left + pick(random, " = ", " != ", " < ", " >= ") + sum(random, depth);
        };
    }

    private static String sum(java.util.SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0)
            return pick(
                    random,
                    "[a]",
                    "[b]",
                    "[t]",
                    "[d]",
                    "[e]",
                    "[x]",
                    "1",
                    "0.5",
                    "0",
                    "99999999999999999999",
                    "'x'",
                    "''",
                    "date('2024-02-29')",
                    "valuationDate");
        if (random.nextInt(3) == 0)
            return sum(random, depth - 1) + pick(random, " + ", " - ", " * ", " / ") + sum(random, depth - 1);
        var names = List.copyOf(Functions.ALL.keySet());
        var name = names.get(random.nextInt(names.size()));
        var function = Functions.ALL.get(name);
        var arguments = new java.util.ArrayList<String>();
        int count = function.least() + random.nextInt(Math.min(3, function.most() - function.least() + 1));
        for (int i = 0; i < count; i++) arguments.add(sum(random, depth - 1));
        return name + "(" + String.join(", ", arguments) + ")";
    }

    @Test
    void everyFunctionIsShownByAnExampleThatCanBeRead() {
        assertThat(Functions.ALL).hasSize(20);
        Functions.ALL.forEach((name, function) -> {
            assertThat(function.usage()).startsWith(name + "(");
            assertThat(Expression.parse("if " + function.usage() + condition(name) + " then 1 = 1"))
                    .isNotNull();
        });
        assertThatThrownBy(() -> Expression.parse("valid([t], 'mail')"))
                .hasMessageContaining("expression must be one of resident-id-cn, ")
                .hasMessageContaining("but was 'mail'");
    }

    /** What makes a condition of any function's result. */
    private static String condition(String function) {
        return switch (function) {
            case "valid" -> "";
            case "text", "trim", "lower", "upper", "substring", "concat" -> " = 'x'";
            case "date", "monthEnd", "addMonths" -> " = valuationDate";
            default -> " = 1";
        };
    }

    @Test
    void columnsAreNamedInOrder() {
        assertThat(Expression.parse("[b] = [a] and [b] = 'x'").columns()).containsExactly("b", "a");
    }
}
