package org.dataassay.report.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * What a portfolio is screened by: which column says what, what must hold of an asset, roughly what it is worth, and what is done with it.
 *
 * <p>Every number is an input of the rules with its reason; there are no default ones. A fact that is blank is unknown, and what is unknown does not pass.
 *
 * @param schemaVersion version of this format; 1
 * @param delimiter what separates the fields of the inventory; a comma where absent
 * @param currency of all amounts
 * @param columns by the name of the fact, {@value #ID} among them; a fact named {@value #CURRENCY} is compared with the currency above
 * @param gates what must hold whatever the scores
 * @param thresholds bounds of numbers and dates
 * @param materiality from which estimate on an asset is worth the work; without it there are no estimates
 * @param classes decided by the first that fits; the last fits always
 */
public record ScreeningRules(
        Optional<Integer> schemaVersion,
        Optional<String> delimiter,
        CurrencyCode currency,
        Map<String, Column> columns,
        List<Gate> gates,
        List<Threshold> thresholds,
        Optional<Materiality> materiality,
        List<Decision> classes) {

    /** The fact that tells assets apart. */
    public static final String ID = "id";

    /** The fact that says in which currency a row is. */
    public static final String CURRENCY = "currency";

    /** The version of the format that this library reads. */
    public static final int SCHEMA_VERSION = 1;

    private static final int MOST_RULES = 1000;

    /** What the cells of a column are. */
    public enum FactType {
        /** Any text. */
        TEXT,
        /** A decimal number. */
        NUMBER,
        /** A day, {@code 2025-12-31}. */
        DATE,
        /** {@code true} or {@code false}, {@code yes} or {@code no}, {@code 1} or {@code 0}, 是 or 否. */
        FLAG
    }

    /**
     * Where a fact stands.
     *
     * @param column name in the header of the inventory
     * @param type of its cells
     * @param required whether a blank cell is an error of the row; it is unknown where absent or false
     */
    public record Column(String column, FactType type, Optional<Boolean> required) {
        public Column {
            new Check()
                    .that(!column.isBlank(), "column", "the name of a column", "blank", "Copy it from the header.")
                    .done();
        }
    }

    /** What a gate asks of a fact. */
    public sealed interface Must {

        /**
         * The fact is one of these texts, to the letter.
         *
         * @param values at least one
         */
        record OneOf(List<String> values) implements Must {
            public OneOf {
                values = List.copyOf(values);
                new Check()
                        .that(!values.isEmpty(), "values", "at least one text", "none", "List what passes.")
                        .done();
            }
        }

        /** The fact is given. */
        record NotBlank() implements Must {}

        /** The flag is set. */
        record True() implements Must {}
    }

    /**
     * A condition that no score makes up for.
     *
     * @param rule its name, unique among all rules
     * @param fact that it looks at
     * @param must what it asks
     * @param reason why
     */
    public record Gate(String rule, String fact, Must must, String reason) {
        public Gate {
            named(new Check(), rule, reason).done();
        }
    }

    /**
     * Bounds of a number or of a date; a fact that is unknown does not pass.
     *
     * @param rule its name, unique among all rules
     * @param fact that it looks at
     * @param atLeast least number that passes
     * @param atMost greatest number that passes
     * @param notBefore first day that passes
     * @param notAfter last day that passes
     * @param reason why
     */
    public record Threshold(
            String rule,
            String fact,
            Optional<BigDecimal> atLeast,
            Optional<BigDecimal> atMost,
            Optional<LocalDate> notBefore,
            Optional<LocalDate> notAfter,
            String reason) {
        public Threshold {
            var check = named(new Check(), rule, reason);
            boolean number = atLeast.isPresent() || atMost.isPresent();
            boolean date = notBefore.isPresent() || notAfter.isPresent();
            if (number == date)
                check.add(Problem.of(
                        ValuationError.INVALID,
                        "fact",
                        number ? "it has bounds of numbers and of dates" : "it has no bound",
                        "Give atLeast or atMost for a number, notBefore or notAfter for a date."));
            if (atLeast.isPresent() && atMost.isPresent())
                check.that(
                        atLeast.get().compareTo(atMost.get()) <= 0,
                        "atLeast",
                        "at most atMost, which is " + atMost.get().toPlainString(),
                        atLeast.get().toPlainString(),
                        "Exchange them.");
            if (notBefore.isPresent() && notAfter.isPresent())
                check.that(
                        !notBefore.get().isAfter(notAfter.get()),
                        "notBefore",
                        "at most notAfter, which is " + notAfter.get(),
                        notBefore.get(),
                        "Exchange them.");
            check.done();
        }
    }

    /** A rough estimate, good for a screen and never for a report: one number times another. */
    public sealed interface Estimate {

        /** The fact that is multiplied. */
        String fact();

        /** What it is multiplied by. */
        BigDecimal times();

        /** Where that number comes from. */
        String reason();

        /**
         * Cost times a factor.
         *
         * @param fact a cost
         * @param factor above 0, for instance for the development of prices
         * @param reason where the factor comes from
         */
        record CostTimesFactor(String fact, BigDecimal factor, String reason) implements Estimate {
            public CostTimesFactor {
                multiplier("factor", factor, reason);
            }

            @Override
            public BigDecimal times() {
                return factor;
            }
        }

        /**
         * Income of a year times a multiple.
         *
         * @param fact an annual income
         * @param multiple above 0
         * @param reason where the multiple comes from
         */
        record IncomeTimesMultiple(String fact, BigDecimal multiple, String reason) implements Estimate {
            public IncomeTimesMultiple {
                multiplier("multiple", multiple, reason);
            }

            @Override
            public BigDecimal times() {
                return multiple;
            }
        }
    }

    /**
     * From which estimate on an asset is worth the work. An asset without an estimate does not pass, and behind a closed gate there is none.
     *
     * @param rule its name, unique among all rules
     * @param estimates in order of preference: the first whose fact is given is taken
     * @param atLeast the least estimate that passes, in the currency of the rules
     * @param reason why
     */
    public record Materiality(String rule, List<Estimate> estimates, BigDecimal atLeast, String reason) {
        public Materiality {
            estimates = List.copyOf(estimates);
            named(new Check(), rule, reason)
                    .that(
                            !estimates.isEmpty(),
                            "estimates",
                            "at least one estimate",
                            "none",
                            "Give cost-times-factor or income-times-multiple.")
                    .that(
                            atLeast.signum() >= 0,
                            "atLeast",
                            "at least 0",
                            atLeast.toPlainString(),
                            "Give an amount in the currency of the rules.")
                    .done();
        }
    }

    /**
     * What is done with an asset that fits; without conditions every asset does.
     *
     * @param rule its name, unique among all rules
     * @param assign the class, such as {@code appraise}, {@code watch} or {@code leave}
     * @param anyFails fits where at least one of these rules does not pass; any asset where empty
     * @param allPass fits where all these rules pass
     * @param reason why
     */
    public record Decision(String rule, String assign, List<String> anyFails, List<String> allPass, String reason) {
        public Decision {
            anyFails = List.copyOf(anyFails);
            allPass = List.copyOf(allPass);
            named(new Check(), rule, reason)
                    .that(!assign.isBlank(), "assign", "the name of a class", "blank", "Name it, such as appraise.")
                    .done();
        }

        boolean isAlways() {
            return anyFails.isEmpty() && allPass.isEmpty();
        }

        boolean fits(Set<String> failed) {
            return (anyFails.isEmpty() || anyFails.stream().anyMatch(failed::contains))
                    && allPass.stream().noneMatch(failed::contains);
        }
    }

    public ScreeningRules {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        gates = List.copyOf(gates);
        thresholds = List.copyOf(thresholds);
        classes = List.copyOf(classes);
        int version = schemaVersion.orElse(SCHEMA_VERSION);
        var check = new Check()
                .that(
                        version == SCHEMA_VERSION,
                        "schemaVersion",
                        String.valueOf(SCHEMA_VERSION),
                        version,
                        "This program reads version " + SCHEMA_VERSION + ".");
        checkFormat(check, delimiter, columns);
        checkFacts(check, columns, gates, thresholds, materiality);
        var tests = checkNames(check, gates, thresholds, materiality, classes);
        checkClasses(check, classes, tests);
        check.done();
    }

    private static void checkFormat(Check check, Optional<String> delimiter, Map<String, Column> columns) {
        check.that(
                delimiter.isEmpty() || delimiter.get().length() == 1,
                "delimiter",
                "one character",
                "'" + delimiter.orElse("") + "'",
                "Use one of , ; | or a tab.");
        if (delimiter.isPresent() && delimiter.get().length() == 1)
            try {
                CsvOptions.standard().withDelimiter(delimiter.get().charAt(0));
            } catch (InvalidInputException e) {
                check.addAll(e.problems());
            }
        var id = columns.get(ID);
        if (id == null)
            check.add(Problem.of(ValuationError.MISSING, "columns." + ID, "Say which column tells assets apart."));
        else requireType(check, "columns." + ID + ".type", id.type(), FactType.TEXT);
        var currency = columns.get(CURRENCY);
        if (currency != null) requireType(check, "columns." + CURRENCY + ".type", currency.type(), FactType.TEXT);
    }

    private static void checkFacts(
            Check check,
            Map<String, Column> columns,
            List<Gate> gates,
            List<Threshold> thresholds,
            Optional<Materiality> materiality) {
        for (int i = 0; i < gates.size(); i++) {
            var gate = gates.get(i);
            var at = "gates[" + i + "].fact";
            var column = column(check, columns, at, gate.fact());
            if (column.isPresent() && gate.must() instanceof Must.True)
                requireType(check, at, column.get().type(), FactType.FLAG);
            if (column.isPresent() && gate.must() instanceof Must.OneOf)
                requireType(check, at, column.get().type(), FactType.TEXT);
        }
        for (int i = 0; i < thresholds.size(); i++) {
            var threshold = thresholds.get(i);
            var at = "thresholds[" + i + "].fact";
            boolean number =
                    threshold.atLeast().isPresent() || threshold.atMost().isPresent();
            column(check, columns, at, threshold.fact())
                    .ifPresent(
                            column -> requireType(check, at, column.type(), number ? FactType.NUMBER : FactType.DATE));
        }
        var estimates = materiality.map(Materiality::estimates).orElse(List.of());
        for (int i = 0; i < estimates.size(); i++) {
            var at = "materiality.estimates[" + i + "].fact";
            column(check, columns, at, estimates.get(i).fact())
                    .ifPresent(column -> requireType(check, at, column.type(), FactType.NUMBER));
        }
    }

    private static Optional<Column> column(Check check, Map<String, Column> columns, String at, String fact) {
        var column = columns.get(fact);
        if (column == null)
            check.add(Problem.of(
                    ValuationError.UNKNOWN,
                    at,
                    "'" + fact + "'",
                    "Add it to columns, or name one of " + Nearest.listed(List.copyOf(columns.keySet())) + "."));
        return Optional.ofNullable(column);
    }

    private static void requireType(Check check, String at, FactType type, FactType wanted) {
        check.that(
                type == wanted,
                at,
                "of type " + word(wanted),
                word(type),
                "Change the type of the column, or name another fact.");
    }

    private static String word(FactType type) {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The names of the rules that an asset passes or fails. */
    private static Set<String> checkNames(
            Check check,
            List<Gate> gates,
            List<Threshold> thresholds,
            Optional<Materiality> materiality,
            List<Decision> classes) {
        var paths = new LinkedHashMap<String, String>();
        for (int i = 0; i < gates.size(); i++) unique(check, paths, gates.get(i).rule(), "gates[" + i + "].rule");
        for (int i = 0; i < thresholds.size(); i++)
            unique(check, paths, thresholds.get(i).rule(), "thresholds[" + i + "].rule");
        materiality.ifPresent(m -> unique(check, paths, m.rule(), "materiality.rule"));
        var tests = new LinkedHashSet<>(paths.keySet());
        for (int i = 0; i < classes.size(); i++)
            unique(check, paths, classes.get(i).rule(), "classes[" + i + "].rule");
        check.that(
                paths.size() <= MOST_RULES,
                "classes",
                "at most " + MOST_RULES + " rules in all",
                paths.size(),
                "Screen by fewer rules.");
        return tests;
    }

    private static void unique(Check check, Map<String, String> paths, String rule, String path) {
        var before = paths.putIfAbsent(rule, path);
        if (before != null)
            check.add(Problem.of(
                    ValuationError.DUPLICATE,
                    path,
                    "'" + rule + "' is " + before + " too",
                    "Give each rule its own name."));
    }

    private static void checkClasses(Check check, List<Decision> classes, Set<String> tests) {
        for (int i = 0; i < classes.size(); i++) {
            var decision = classes.get(i);
            known(check, "classes[" + i + "].anyFails", decision.anyFails(), tests);
            known(check, "classes[" + i + "].allPass", decision.allPass(), tests);
            if (decision.isAlways() && i < classes.size() - 1)
                check.add(Problem.of(
                        ValuationError.INVALID,
                        "classes[" + i + "]",
                        "it fits every asset, so those after it are never reached",
                        "Give it a condition, or make it the last."));
        }
        if (classes.isEmpty() || !classes.get(classes.size() - 1).isAlways())
            check.add(Problem.of(
                    ValuationError.INVALID,
                    "classes",
                    "an asset that fits none would have no class",
                    "End with a class without anyFails and allPass."));
    }

    private static void known(Check check, String at, List<String> rules, Set<String> tests) {
        for (int i = 0; i < rules.size(); i++) {
            if (!tests.contains(rules.get(i)))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        at + "[" + i + "]",
                        "'" + rules.get(i) + "'",
                        tests.isEmpty()
                                ? "There are no gates, thresholds or materiality."
                                : "Name one of " + Nearest.listed(List.copyOf(tests)) + "."));
        }
    }

    private static Check named(Check check, String rule, String reason) {
        return check.that(!rule.isBlank(), "rule", "a name", "blank", "Name the rule.")
                .that(
                        rule.indexOf(';') < 0 && rule.chars().noneMatch(c -> c < ' '),
                        "rule",
                        "a name of one line without semicolons",
                        "'" + rule + "'",
                        "Failed rules are listed with semicolons between them; use a hyphen.")
                .that(!reason.isBlank(), "reason", "given", "blank", "Say why.");
    }

    private static void multiplier(String name, BigDecimal value, String reason) {
        new Check()
                .that(
                        value.signum() > 0,
                        name,
                        "above 0",
                        value.toPlainString(),
                        "Leave the estimate out where it says nothing.")
                .that(!reason.isBlank(), "reason", "given", "blank", "Say where the number comes from.")
                .done();
    }

    /**
     * Reads rules; comments may stand between values.
     *
     * @param name what the document is called in messages
     * @throws InvalidInputException with every broken field
     */
    public static ScreeningRules parse(String name, String text) {
        return AssayJson.read(name, Comments.blanked(text), ScreeningRules.class);
    }

    /** JSON Schema (2020-12) of a rules file. */
    public static String schema() {
        return AssayJson.schema(ScreeningRules.class, "screening rules");
    }

    /** The names of gates, thresholds and materiality, in their order. */
    List<String> tests() {
        var names = new ArrayList<String>();
        gates.forEach(gate -> names.add(gate.rule()));
        thresholds.forEach(threshold -> names.add(threshold.rule()));
        materiality.ifPresent(m -> names.add(m.rule()));
        return names;
    }

    CsvOptions csv() {
        var options = CsvOptions.standard().withLimits(1 << 16, 1 << 20, 1000);
        return delimiter.isEmpty()
                ? options
                : options.withDelimiter(delimiter.get().charAt(0));
    }
}
