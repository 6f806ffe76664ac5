package org.dataassay.quality.rule;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;

/**
 * Rules for one kind of table.
 *
 * @param missing what counts as no value
 * @param rules the rules, in the order in which they are reported; ids are unique
 * @param references the keys of other tables that have been read; see {@link #withTables}
 */
public record RuleSet(MissingValues missing, List<Rule> rules, Map<ReferenceKeys.Name, ReferenceKeys> references) {

    public RuleSet {
        rules = List.copyOf(rules);
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
        var check = new Check();
        var ids = new HashSet<String>();
        for (int i = 0; i < rules.size(); i++) {
            if (!ids.add(rules.get(i).id())) {
                check.add(Problem.of(
                        QualityError.RULE_ID_REPEATED,
                        "rules[" + i + "].id",
                        "'" + rules.get(i).id() + "'"));
            }
        }
        check.done();
    }

    /** Rules whose other tables, where they name some, are yet to be read. */
    public RuleSet(MissingValues missing, List<Rule> rules) {
        this(missing, rules, Map.of());
    }

    /** The keys of other tables that the rules need, each once, in the order of the rules. */
    public List<ReferenceKeys.Name> needed() {
        return rules.stream()
                .map(rule -> rule.constraint().reference())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * The same rules with the keys of the other tables read.
     *
     * @param open opens a table by the name under which the rules know it; it is closed here
     * @throws org.dataassay.valuation.error.InvalidInputException when a table lacks a column or has more keys than are kept
     */
    public RuleSet withTables(Function<String, TableSource> open) {
        var read = new LinkedHashMap<ReferenceKeys.Name, ReferenceKeys>();
        for (var name : needed()) {
            try (var table = open.apply(name.table())) {
                read.put(name, ReferenceKeys.read(table, name, missing));
            }
        }
        return new RuleSet(missing, rules, read);
    }

    /** No rules; standard missing values. */
    public static RuleSet none() {
        return new RuleSet(MissingValues.standard(), List.of());
    }

    /**
     * Begins an evaluation over a table with these columns.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException naming every column that a rule names and the table does not have
     */
    public RuleRun start(List<String> columns, LocalDate valuationDate) {
        return new RuleRun(this, columns, valuationDate, false, true);
    }

    /**
     * The same, and counts which rows repeat an earlier one as a whole.
     *
     * @param begins whether the run begins the table; the others are merged into it
     */
    public RuleRun startCounting(List<String> columns, LocalDate valuationDate, boolean begins) {
        return new RuleRun(this, columns, valuationDate, true, begins);
    }
}
