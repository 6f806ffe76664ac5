package org.dataassay.quality.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Constraint.Aggregate;
import org.dataassay.quality.rule.Constraint.OfType;
import org.dataassay.quality.rule.Expression;
import org.dataassay.quality.source.SemanticType;

/** How each constraint stands in a rule file: the one place from which it is read, written and described in the schema. */
final class ConstraintForms {

    /** What a field holds. */
    enum Kind {
        TEXT,
        TEXTS,
        NUMBER,
        /** A whole number from 0 on. */
        WHOLE,
        FLAG,
        MONTH,
        DAY,
        CHOICE
    }

    /** A field of a constraint. */
    record Field(String name, Kind kind, boolean required, List<String> choices, String description) {}

    /** A constraint: its name in the file, its fields, and both ways. */
    record Form(
            String name,
            Class<? extends Constraint> type,
            String description,
            List<Field> fields,
            Function<Values, Constraint> read,
            Function<Constraint, Map<String, Object>> write) {

        List<String> fieldNames() {
            return fields.stream().map(Field::name).toList();
        }
    }

    /** The fields of one constraint as they stand in a file; a required one that is absent, or any of the wrong kind, ends the reading. */
    interface Values {
        boolean has(String field);

        String needed(String field);

        List<String> texts(String field);

        Optional<BigDecimal> number(String field);

        long whole(String field);

        boolean flag(String field);

        YearMonth month(String field);

        LocalDate day(String field);

        String choice(String field, List<String> choices);
    }

    /** All forms by name, in the order in which they are listed. */
    static final Map<String, Form> ALL = all();

    private ConstraintForms() {}

    static Form of(Constraint constraint) {
        return ALL.values().stream()
                .filter(form -> form.type().isInstance(constraint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form for " + constraint));
    }

    private static Map<String, Form> all() {
        var forms = new LinkedHashMap<String, Form>();
        for (var form : list()) forms.put(form.name(), form);
        return forms;
    }

    private static List<Form> list() {
        var types = Arrays.stream(OfType.Type.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .toList();
        var semantic =
                Arrays.stream(SemanticType.values()).map(SemanticType::id).toList();
        var figures = Arrays.stream(Aggregate.Figure.values())
                .map(Aggregate.Figure::id)
                .toList();
        var forms = new ArrayList<Form>();
        forms.add(form(
                "notNull",
                Constraint.NotNull.class,
                "Each row has a value in the column.",
                List.of(column(), texts("alsoMissing", false, "Words that count as no value, for this rule only.")),
                v -> new Constraint.NotNull(v.needed("column"), v.texts("alsoMissing")),
                c -> put("column", c.column(), "alsoMissing", c.alsoMissing())));
        forms.add(form(
                "unique",
                Constraint.Unique.class,
                "No two rows have the same values in these columns; without columns, in all of them.",
                List.of(texts("columns", false, "The columns of the key.")),
                v -> new Constraint.Unique(v.texts("columns")),
                c -> put("columns", c.columns())));
        forms.add(form(
                "matches",
                Constraint.Matches.class,
                "The whole text matches a pattern.",
                List.of(
                        column(),
                        text("pattern", "A pattern in RE2 syntax."),
                        field("negated", Kind.FLAG, "Whether the text must not match.")),
                v -> new Constraint.Matches(v.needed("column"), v.needed("pattern"), v.flag("negated")),
                c -> put("column", c.column(), "pattern", c.pattern(), "negated", c.negated())));
        forms.add(form(
                "inSet",
                Constraint.InSet.class,
                "The text is one of these, exactly.",
                List.of(column(), texts("values", true, "The allowed values.")),
                v -> new Constraint.InSet(v.needed("column"), v.texts("values")),
                c -> put("column", c.column(), "values", c.values())));
        forms.add(form(
                "range",
                Constraint.InRange.class,
                "The cell is a number within the bounds, both included.",
                List.of(column(), number("minimum"), number("maximum")),
                v -> new Constraint.InRange(v.needed("column"), v.number("minimum"), v.number("maximum")),
                c -> put("column", c.column(), "minimum", c.minimum(), "maximum", c.maximum())));
        forms.add(form(
                "type",
                OfType.class,
                "The cell can be read as a type.",
                List.of(
                        column(),
                        choice("type", types, "What the cell is read as."),
                        field("format", Kind.TEXT, "For dates, a pattern such as dd/MM/yyyy; ISO unless given.")),
                v -> new OfType(
                        v.needed("column"),
                        OfType.Type.valueOf(v.choice("type", types).toUpperCase(Locale.ROOT)),
                        v.has("format") ? v.needed("format") : OfType.ISO_DATE),
                c -> put(
                        "column",
                        c.column(),
                        "type",
                        c.type().name().toLowerCase(Locale.ROOT),
                        "format",
                        c.format().equals(OfType.ISO_DATE) ? Optional.empty() : c.format())));
        forms.add(form(
                "holds",
                Constraint.Holds.class,
                "A condition over the cells of one row.",
                List.of(text("expression", "A condition in the language of rules.")),
                v -> new Constraint.Holds(Expression.parse(v.needed("expression"))),
                c -> put("expression", c.expression().toString())));
        forms.add(form(
                "withinDays",
                Constraint.WithinDays.class,
                "The day is at most so many days before the valuation date, and not after it.",
                List.of(column(), whole("days", true, "The largest age in days.")),
                v -> new Constraint.WithinDays(v.needed("column"), integer(v, "days")),
                c -> put("column", c.column(), "days", c.days())));
        forms.add(form(
                "notAfterValuationDate",
                Constraint.NotAfterValuationDate.class,
                "The day is not after the valuation date.",
                List.of(column()),
                v -> new Constraint.NotAfterValuationDate(v.needed("column")),
                c -> put("column", c.column())));
        forms.add(form(
                "coversMonths",
                Constraint.CoversMonths.class,
                "Every month of a period has a row; counts months.",
                List.of(
                        column(),
                        new Field("from", Kind.MONTH, true, List.of(), "The first month, such as 2020-01."),
                        field("to", Kind.MONTH, "The last month; that of the valuation date unless given.")),
                v -> new Constraint.CoversMonths(
                        v.needed("column"),
                        v.month("from"),
                        v.has("to") ? Optional.of(v.month("to")) : Optional.empty()),
                c -> put("column", c.column(), "from", c.from().toString(), "to", c.to().map(YearMonth::toString))));
        forms.add(form(
                "coversDays",
                Constraint.CoversDays.class,
                "Every day of a period has a row; counts days.",
                List.of(
                        column(),
                        new Field("from", Kind.DAY, true, List.of(), "The first day, such as 2020-01-01."),
                        field("to", Kind.DAY, "The last day; the valuation date unless given.")),
                v -> new Constraint.CoversDays(
                        v.needed("column"), v.day("from"), v.has("to") ? Optional.of(v.day("to")) : Optional.empty()),
                c -> put("column", c.column(), "from", c.from().toString(), "to", c.to().map(LocalDate::toString))));
        forms.add(form(
                "length",
                Constraint.Length.class,
                "The text has so many characters, both bounds included.",
                List.of(
                        column(),
                        whole("minimum", false, "Fewest characters."),
                        whole("maximum", false, "Most characters.")),
                v -> new Constraint.Length(
                        v.needed("column"), optionalInteger(v, "minimum"), optionalInteger(v, "maximum")),
                c -> put("column", c.column(), "minimum", boxed(c.minimum()), "maximum", boxed(c.maximum()))));
        forms.add(form(
                "semanticType",
                Constraint.OfSemanticType.class,
                "The text can be such a number, code or address; check digits are checked.",
                List.of(column(), choice("type", semantic, "What the text stands for.")),
                v -> new Constraint.OfSemanticType(
                        v.needed("column"), SemanticType.parse("type", v.choice("type", semantic))),
                c -> put("column", c.column(), "type", c.type().id())));
        forms.add(form(
                "notSuspicious",
                Constraint.NotSuspicious.class,
                "The text is none of the values that people type to get past a form.",
                List.of(column(), texts("values", false, "The values to look for; a standard list unless given.")),
                v -> new Constraint.NotSuspicious(v.needed("column"), v.texts("values")),
                c -> put("column", c.column(), "values", c.values())));
        forms.add(form(
                "references",
                Constraint.References.class,
                "The values are a key of another table: a code list, or the rows referred to.",
                otherTable(),
                v -> new Constraint.References(v.texts("columns"), v.needed("table"), v.texts("tableColumns")),
                c -> put("columns", c.columns(), "table", c.table(), "tableColumns", c.tableColumns())));
        forms.add(form(
                "coversKeys",
                Constraint.CoversKeys.class,
                "Every key of another table has a row here; counts keys.",
                otherTable(),
                v -> new Constraint.CoversKeys(v.texts("columns"), v.needed("table"), v.texts("tableColumns")),
                c -> put("columns", c.columns(), "table", c.table(), "tableColumns", c.tableColumns())));
        forms.add(form(
                "inOrder",
                Constraint.InOrder.class,
                "The moment is not before the one of the row above.",
                List.of(column(), field("strictly", Kind.FLAG, "Whether it must be after it.")),
                v -> new Constraint.InOrder(v.needed("column"), v.flag("strictly")),
                c -> put("column", c.column(), "strictly", c.strictly())));
        forms.add(form(
                "newestWithinDays",
                Constraint.NewestWithinDays.class,
                "The latest day is at most so many days before the valuation date; counts the table.",
                List.of(column(), whole("days", true, "The largest age in days.")),
                v -> new Constraint.NewestWithinDays(v.needed("column"), integer(v, "days")),
                c -> put("column", c.column(), "days", c.days())));
        forms.add(form(
                "rowCount",
                Constraint.RowCount.class,
                "The table has so many rows, both bounds included; counts the table.",
                List.of(whole("minimum", false, "Fewest rows."), whole("maximum", false, "Most rows.")),
                v -> new Constraint.RowCount(
                        v.has("minimum") ? OptionalLong.of(v.whole("minimum")) : OptionalLong.empty(),
                        v.has("maximum") ? OptionalLong.of(v.whole("maximum")) : OptionalLong.empty()),
                c -> put(
                        "minimum",
                        c.minimum().isPresent() ? c.minimum().getAsLong() : Optional.empty(),
                        "maximum",
                        c.maximum().isPresent() ? c.maximum().getAsLong() : Optional.empty())));
        forms.add(form(
                "expectedRows",
                Constraint.ExpectedRows.class,
                "So many rows were expected; counts those that came, of those expected.",
                List.of(whole("rows", true, "How many rows should be there.")),
                v -> new Constraint.ExpectedRows(v.whole("rows")),
                c -> put("rows", c.rows())));
        forms.add(form(
                "aggregate",
                Aggregate.class,
                "A figure over the numbers of a column lies within the bounds, both included; counts the table.",
                List.of(column(), choice("figure", figures, "What is computed."), number("minimum"), number("maximum")),
                v -> new Aggregate(
                        v.needed("column"),
                        Aggregate.Figure.ofId(v.choice("figure", figures)).orElseThrow(),
                        v.number("minimum"),
                        v.number("maximum")),
                c -> put(
                        "column",
                        c.column(),
                        "figure",
                        c.figure().id(),
                        "minimum",
                        c.minimum(),
                        "maximum",
                        c.maximum())));
        forms.add(form(
                "share",
                Constraint.Share.class,
                "The share of rows for which a condition holds lies within the bounds, both included; counts the table.",
                List.of(
                        text("expression", "A condition in the language of rules."),
                        number("minimum"),
                        number("maximum")),
                v -> new Constraint.Share(
                        Expression.parse(v.needed("expression")), v.number("minimum"), v.number("maximum")),
                c -> put("expression", c.expression().toString(), "minimum", c.minimum(), "maximum", c.maximum())));
        return List.copyOf(forms);
    }

    private static <C extends Constraint> Form form(
            String name,
            Class<C> type,
            String description,
            List<Field> fields,
            Function<Values, Constraint> read,
            Function<C, Map<String, Object>> write) {
        return new Form(name, type, description, fields, read, c -> write.apply(type.cast(c)));
    }

    private static Field column() {
        return text("column", "The column.");
    }

    private static Field text(String name, String description) {
        return new Field(name, Kind.TEXT, true, List.of(), description);
    }

    private static Field texts(String name, boolean required, String description) {
        return new Field(name, Kind.TEXTS, required, List.of(), description);
    }

    private static Field choice(String name, List<String> choices, String description) {
        return new Field(name, Kind.CHOICE, true, choices, description);
    }

    private static Field whole(String name, boolean required, String description) {
        return new Field(name, Kind.WHOLE, required, List.of(), description);
    }

    private static Field number(String name) {
        return field(name, Kind.NUMBER, name.equals("minimum") ? "The lower bound." : "The upper bound.");
    }

    private static Field field(String name, Kind kind, String description) {
        return new Field(name, kind, false, List.of(), description);
    }

    private static List<Field> otherTable() {
        return List.of(
                texts("columns", true, "The columns here."),
                text("table", "The other table; for a file, its path from the folder of the rule file."),
                texts("tableColumns", false, "The columns there, in the same order; the same names unless given."));
    }

    private static int integer(Values values, String field) {
        return (int) Math.min(Integer.MAX_VALUE, values.whole(field));
    }

    private static OptionalInt optionalInteger(Values values, String field) {
        return values.has(field) ? OptionalInt.of(integer(values, field)) : OptionalInt.empty();
    }

    private static Object boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : Optional.empty();
    }

    /** Names and values in turn; what is absent, empty or false, and so is the same when left out, is left out. */
    private static Map<String, Object> put(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) continue;
                value = optional.get();
            }
            if (value instanceof List<?> list && list.isEmpty() || Boolean.FALSE.equals(value)) continue;
            map.put((String) namesAndValues[i], value);
        }
        return map;
    }
}
