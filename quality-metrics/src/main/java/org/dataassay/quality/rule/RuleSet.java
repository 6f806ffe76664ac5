package org.dataassay.quality.rule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;

/**
 * Rules for one kind of table.
 *
 * @param missing what counts as no value
 * @param rules the rules, in the order in which they are reported; ids are unique
 */
public record RuleSet(MissingValues missing, List<Rule> rules) {

    public RuleSet {
        rules = List.copyOf(rules);
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
        return new RuleRun(this, columns, valuationDate);
    }
}
