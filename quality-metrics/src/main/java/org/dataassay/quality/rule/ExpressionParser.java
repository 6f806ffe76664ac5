package org.dataassay.quality.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.Utf8;
import org.dataassay.valuation.error.InvalidInputException;

/** Recursive descent over the grammar in {@link Expression}; types are settled here, so that evaluation has none to check. */
final class ExpressionParser {

    private static final Node.Condition ALWAYS = frame -> Truth.TRUE;
    /** Exact for any sum a person would write, and a bound for the work a hostile one can cause. */
    private static final MathContext PRECISION = new MathContext(500);

    private final String source;
    private final List<String> columns = new ArrayList<>();
    private int position;
    private int depth;

    /** The current token: its kind is its first character, except for {@code n}umber, {@code t}ext, {@code c}olumn, {@code w}ord, {@code e}nd. */
    private char kind;

    private String token = "";
    private int tokenStart;

    ExpressionParser(String source) {
        this.source = source;
    }

    Expression parse() {
        next();
        var premise = ALWAYS;
        if (isWord("if")) {
            next();
            premise = condition(or());
            expectWord("then");
        }
        var conclusion = condition(or());
        if (kind != 'e') throw unexpected("the end", "Join conditions with and / or.");
        return new Expression(source, columns, premise, conclusion);
    }

    // ---- conditions ----

    private Node or() {
        deeper();
        var left = and();
        while (isWord("or")) {
            var a = condition(left);
            next();
            var b = condition(and());
            left = (Node.Condition) frame -> {
                var x = a.of(frame);
                if (x == Truth.TRUE) return x;
                var y = b.of(frame);
                return y == Truth.TRUE ? y : x == Truth.UNKNOWN ? x : y;
            };
        }
        depth--;
        return left;
    }

    private Node and() {
        var left = not();
        while (isWord("and")) {
            var a = condition(left);
            next();
            var b = condition(not());
            left = (Node.Condition) frame -> {
                var x = a.of(frame);
                if (x == Truth.FALSE) return x;
                var y = b.of(frame);
                return y == Truth.FALSE ? y : x == Truth.UNKNOWN ? x : y;
            };
        }
        return left;
    }

    private Node not() {
        if (!isWord("not")) return comparison();
        deeper();
        next();
        var inner = condition(not());
        depth--;
        return (Node.Condition) frame -> inner.of(frame).negated();
    }

    private Node comparison() {
        int start = tokenStart;
        var left = sum();
        if (kind == '=' || kind == '!' || kind == '<' || kind == '>') {
            var operator = token;
            next();
            return compare(left, operator, sum(), start);
        }
        if (isWord("is")) {
            next();
            boolean negated = takeNot();
            expectWord("null");
            if (!(left instanceof Node.Cell cell))
                throw error("only a column can be null", start, "Write [Column] is null.");
            return (Node.Condition) frame -> Truth.of((frame.cell(cell.slot()) == null) != negated);
        }
        boolean negated = takeNot();
        if (isWord("in")) {
            next();
            return negated(in(left, start), negated);
        }
        if (isWord("matches")) {
            next();
            return negated(matches(left, start), negated);
        }
        if (isWord("between")) {
            next();
            var low = sum();
            expectWord("and");
            var high = sum();
            return negated(between(left, low, high, start), negated);
        }
        if (negated) throw unexpected("in, matches or between", "Write [Column] not in ('a', 'b').");
        return left;
    }

    private boolean takeNot() {
        if (!isWord("not")) return false;
        next();
        return true;
    }

    private static Node.Condition negated(Node.Condition condition, boolean negated) {
        return negated ? frame -> condition.of(frame).negated() : condition;
    }

    private Node.Condition compare(Node left, String operator, Node right, int start) {
        IntPredicate holds = switch (operator) {
            case "=" -> c -> c == 0;
            case "!=" -> c -> c != 0;
            case "<" -> c -> c < 0;
            case "<=" -> c -> c <= 0;
            case ">" -> c -> c > 0;
            default -> c -> c >= 0;
        };
        if (left instanceof Node.Num || right instanceof Node.Num) {
            var a = number(left, start);
            var b = number(right, start);
            return frame -> {
                var x = a.of(frame);
                var y = b.of(frame);
                return x == null || y == null ? Truth.UNKNOWN : Truth.of(holds.test(x.compareTo(y)));
            };
        }
        if (left instanceof Node.Day || right instanceof Node.Day) {
            var a = day(left, start);
            var b = day(right, start);
            return frame -> {
                var x = a.of(frame);
                var y = b.of(frame);
                return x.isEmpty() || y.isEmpty()
                        ? Truth.UNKNOWN
                        : Truth.of(holds.test(Long.compare(x.getAsLong(), y.getAsLong())));
            };
        }
        if (!operator.equals("=") && !operator.equals("!=")) {
            throw error("texts have no order", start, "Say number(…) or date(…) of one side.");
        }
        var a = text(left, start);
        var b = text(right, start);
        return frame -> {
            var x = a.of(frame);
            var y = b.of(frame);
            return x == null || y == null ? Truth.UNKNOWN : Truth.of(holds.test(x.equals(y) ? 0 : 1));
        };
    }

    /** Both bounds included. */
    private Node.Condition between(Node value, Node low, Node high, int start) {
        boolean days = value instanceof Node.Day
                || low instanceof Node.Day
                || high instanceof Node.Day
                || low instanceof Node.Literal;
        var typed = days ? day(value, start) : number(value, start);
        var from = compare(typed, ">=", low, start);
        var to = compare(typed, "<=", high, start);
        return frame -> {
            var x = from.of(frame);
            if (x == Truth.FALSE) return x;
            var y = to.of(frame);
            return y == Truth.FALSE ? y : x == Truth.UNKNOWN ? x : y;
        };
    }

    private Node.Condition in(Node left, int start) {
        expect('(');
        var texts = new HashSet<String>();
        var numbers = new HashSet<BigDecimal>();
        do {
            if (kind == ',') next();
            boolean minus = kind == '-';
            if (minus) next();
            if (kind == 'n') {
                var number = new BigDecimal(token);
                numbers.add(comparable(minus ? number.negate() : number));
            } else if (kind == 't' && !minus) {
                texts.add(token);
            } else {
                throw unexpected("a text or a number", "List literals: ('a', 'b').");
            }
            next();
        } while (kind == ',');
        expect(')');
        if (!texts.isEmpty() && !numbers.isEmpty())
            throw error("a list holds texts or numbers, not both", start, "Make two lists.");
        if (numbers.isEmpty()) {
            var value = text(left, start);
            return frame -> {
                var x = value.of(frame);
                return x == null ? Truth.UNKNOWN : Truth.of(texts.contains(x));
            };
        }
        var value = number(left, start);
        return frame -> {
            var x = value.of(frame);
            return x == null ? Truth.UNKNOWN : Truth.of(numbers.contains(comparable(x)));
        };
    }

    /** BigDecimal's equality looks at the scale too: 1.0 is not 1. */
    private static BigDecimal comparable(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private Node.Condition matches(Node left, int start) {
        if (kind != 't') throw unexpected("a pattern in single quotes", "Write [Column] matches '[A-Z]+'.");
        Pattern pattern;
        try {
            pattern = Pattern.compile(token);
        } catch (PatternSyntaxException e) {
            throw error(
                    "the pattern is not valid: " + e.getDescription(),
                    tokenStart,
                    "Patterns are RE2: no look-around, no back-references.");
        }
        next();
        var value = text(left, start);
        return frame -> {
            var x = value.of(frame);
            return x == null ? Truth.UNKNOWN : Truth.of(pattern.matches(x));
        };
    }

    // ---- numbers, texts, days ----

    private Node sum() {
        int start = tokenStart;
        var left = product();
        while (kind == '+' || kind == '-') {
            boolean plus = kind == '+';
            next();
            var right = product();
            if (left instanceof Node.Day day && (right instanceof Node.Num || plus && right instanceof Node.Cell)) {
                left = Functions.plusDays(day, number(right, start), plus ? 1 : -1);
                continue;
            }
            if (!plus && (left instanceof Node.Day || right instanceof Node.Day)) {
                left = daysBetween(day(left, start), day(right, start));
                continue;
            }
            var a = number(left, start);
            var b = number(right, start);
            left = (Node.Num) frame -> {
                var x = a.of(frame);
                var y = b.of(frame);
                return x == null || y == null ? null : plus ? x.add(y, PRECISION) : x.subtract(y, PRECISION);
            };
        }
        return left;
    }

    private static Node.Num daysBetween(Node.Day a, Node.Day b) {
        return frame -> {
            var x = a.of(frame);
            var y = b.of(frame);
            return x.isEmpty() || y.isEmpty() ? null : BigDecimal.valueOf(x.getAsLong() - y.getAsLong());
        };
    }

    private Node product() {
        int start = tokenStart;
        var left = factor();
        while (kind == '*' || kind == '/') {
            boolean times = kind == '*';
            next();
            var a = number(left, start);
            var b = number(factor(), start);
            left = (Node.Num) frame -> {
                var x = a.of(frame);
                var y = b.of(frame);
                if (x == null || y == null) return null;
                if (times) return x.multiply(y, PRECISION);
                if (y.signum() != 0) return x.divide(y, MathContext.DECIMAL128);
                frame.unreadable = true;
                return null;
            };
        }
        return left;
    }

    private Node factor() {
        int start = tokenStart;
        switch (kind) {
            case 'n' -> {
                var value = new BigDecimal(token);
                next();
                return (Node.Num) frame -> value;
            }
            case 't' -> {
                var literal = new Node.Literal(token);
                next();
                return literal;
            }
            case 'c' -> {
                var name = token;
                next();
                if (!columns.contains(name)) columns.add(name);
                return new Node.Cell(columns.indexOf(name));
            }
            case '-' -> {
                next();
                deeper();
                var inner = number(factor(), start);
                depth--;
                return (Node.Num) frame -> {
                    var x = inner.of(frame);
                    return x == null ? null : x.negate();
                };
            }
            case '(' -> {
                next();
                var inner = or();
                expect(')');
                return inner;
            }
            case 'w' -> {
                if (isWord("valuationDate")) {
                    next();
                    return (Node.Day) frame -> OptionalLong.of(frame.valuationDay);
                }
                var function = Functions.ALL.get(token);
                if (function != null) return function(function);
                if (position < source.length()
                        && source.substring(position).stripLeading().startsWith("("))
                    throw error(
                            "there is no function " + token + "()",
                            tokenStart,
                            Names.near(token, Functions.ALL.keySet()));
                throw unexpected(
                        "a number, a text, a column, valuationDate or a function",
                        "Put column names in brackets and texts in single quotes.");
            }
            default ->
                throw unexpected(
                        "a number, a text or a column", "Put column names in brackets and texts in single quotes.");
        }
    }

    private Node function(Functions.Function function) {
        var name = token;
        next();
        int start = tokenStart;
        expect('(');
        deeper();
        var arguments = new ArrayList<Node>();
        do {
            if (kind == ',') next();
            arguments.add(sum());
        } while (kind == ',' && arguments.size() < function.most());
        depth--;
        if (arguments.size() < function.least() || kind == ',') {
            throw error(
                    name + "() takes " + function.least()
                            + (function.most() > function.least() ? " to " + function.most() : "")
                            + (function.most() > 1 ? " arguments" : " argument"),
                    start,
                    "Write " + function.usage() + ".");
        }
        expect(')');
        return function.make().make(new Given(arguments, start));
    }

    /** The arguments of one call. */
    private final class Given implements Functions.Arguments {

        private final List<Node> arguments;
        private final int start;

        Given(List<Node> arguments, int start) {
            this.arguments = arguments;
            this.start = start;
        }

        @Override
        public int count() {
            return arguments.size();
        }

        @Override
        public Node.Num number(int index) {
            return ExpressionParser.this.number(arguments.get(index), start);
        }

        @Override
        public Node.Text text(int index) {
            return ExpressionParser.this.text(arguments.get(index), start);
        }

        @Override
        public Node.Day day(int index) {
            return date(arguments.get(index), start);
        }

        @Override
        public String literal(int index) {
            if (arguments.get(index) instanceof Node.Literal literal) return literal.value();
            throw error("a text in single quotes is wanted here", start, "Write valid([Mail], 'email').");
        }
    }

    private Node.Day date(Node argument, int start) {
        if (!(argument instanceof Node.Literal literal)) return day(argument, start);
        var day = Utf8.of(literal.value()).epochDay();
        if (day.isEmpty()) throw error("'" + literal.value() + "' is not a day", start, "Write date('2024-12-31').");
        return frame -> day;
    }

    // ---- types ----

    private Node.Condition condition(Node node) {
        if (node instanceof Node.Condition condition) return condition;
        throw error(
                "a condition is wanted here, but there is " + describe(node), tokenStart, "Compare it with something.");
    }

    private Node.Num number(Node node, int start) {
        if (node instanceof Node.Num number) return number;
        if (node instanceof Node.Cell cell) return Node.number(cell);
        throw error("a number is wanted here, but there is " + describe(node), start, "Compare numbers with numbers.");
    }

    private Node.Day day(Node node, int start) {
        if (node instanceof Node.Day day) return day;
        if (node instanceof Node.Cell cell) return Node.day(cell);
        if (node instanceof Node.Literal) return date(node, start);
        throw error("a date is wanted here, but there is " + describe(node), start, "Compare dates with dates.");
    }

    private Node.Text text(Node node, int start) {
        if (node instanceof Node.Text text) return text;
        if (node instanceof Node.Cell cell) return Node.text(cell);
        throw error("a text is wanted here, but there is " + describe(node), start, "Compare texts with texts.");
    }

    private static String describe(Node node) {
        if (node instanceof Node.Num) return "a number";
        if (node instanceof Node.Day) return "a date";
        if (node instanceof Node.Condition) return "a condition";
        return node instanceof Node.Cell ? "a column" : "a text";
    }

    // ---- tokens ----

    private void next() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) position++;
        tokenStart = position;
        if (position == source.length()) {
            kind = 'e';
            token = "";
            return;
        }
        char c = source.charAt(position);
        if (c == '\'' || c == '[') {
            kind = c == '[' ? 'c' : 't';
            token = enclosed(c == '[' ? ']' : c);
        } else if (isDigit(c) || c == '.') {
            kind = 'n';
            token = take(i -> isDigit(source.charAt(i)) || source.charAt(i) == '.');
            if (token.equals(".") || token.indexOf('.') != token.lastIndexOf('.')) {
                throw error("'" + token + "' is not a number", tokenStart, "Write 1234.5.");
            }
        } else if (Character.isLetter(c)) {
            kind = 'w';
            token = take(i -> Character.isLetterOrDigit(source.charAt(i)));
        } else {
            kind = c;
            boolean two = (c == '<' || c == '>' || c == '!')
                    && position + 1 < source.length()
                    && source.charAt(position + 1) == '=';
            token = source.substring(position, position + (two ? 2 : 1));
            position += token.length();
            if (c == '!' && !two) throw error("'!' stands alone", tokenStart, "Write != or not.");
        }
    }

    private String take(IntPredicate belongs) {
        int start = position;
        while (position < source.length() && belongs.test(position)) position++;
        return source.substring(start, position);
    }

    private String enclosed(char closing) {
        var text = new StringBuilder();
        for (position++; position < source.length(); position++) {
            char c = source.charAt(position);
            if (c == closing) {
                boolean doubled = position + 1 < source.length() && source.charAt(position + 1) == closing;
                if (!doubled) {
                    position++;
                    return text.toString();
                }
                position++;
            }
            text.append(c);
        }
        throw error("there is no closing " + closing, tokenStart, "Close it.");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isWord(String word) {
        return kind == 'w' && token.equals(word);
    }

    private void expectWord(String word) {
        if (!isWord(word)) throw unexpected("'" + word + "'", "Write if … then …, or [Column] is null.");
        next();
    }

    private void expect(char symbol) {
        if (kind != symbol) throw unexpected("'" + symbol + "'", "Check the parentheses.");
        next();
    }

    private void deeper() {
        if (++depth > Expression.MAXIMUM_DEPTH) {
            throw error("it is nested more than " + Expression.MAXIMUM_DEPTH + " deep", tokenStart, "Split the rule.");
        }
    }

    // ---- errors ----

    private InvalidInputException unexpected(String wanted, String remedy) {
        return error(wanted + " was expected", tokenStart, remedy);
    }

    private InvalidInputException error(String what, int at, String remedy) {
        var rest = source.substring(Math.min(at, source.length()));
        var shown = rest.isEmpty() ? "the end" : "'" + (rest.length() > 30 ? rest.substring(0, 30) + "…" : rest) + "'";
        return InvalidInputException.of(QualityError.EXPRESSION, "expression", what, at + 1, shown, remedy);
    }
}
