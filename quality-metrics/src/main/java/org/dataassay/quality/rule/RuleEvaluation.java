package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Holds a table against rules, and nothing more: the results of a profile without its columns.
 *
 * <p><b>Formula</b>  X = A / B for each rule; A elements that satisfy it, B elements that it says something about; B = 0 is not applicable
 * <p><b>Edge cases</b>  a cell without a value is the business of {@link Constraint.NotNull} alone · rejected rows are in no count
 * <p><b>Numerics</b>  counts are exact; numbers are compared as decimals, sums of them are exact
 * <p><b>Use when / not when</b>  only the rules are of interest, for instance at every delivery / the columns are to be seen too: {@code QualityProfiler} does both in
 * one pass, on several threads
 * <p>Immutable and thread-safe; the table is read by one thread, to its end, and is not closed.
 *
 * @param options the rules; other tables that they name have been read, see {@link RuleSet#withTables}
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36344-2018 信息技术 数据质量评价指标, clause 5</a>
 */
public record RuleEvaluation(RuleSet options) implements Method<TableSource, RuleFindings> {

    public static final MethodId ID = MethodId.of("quality.rules");

    /** Holds tables against these rules. */
    public static RuleEvaluation with(RuleSet rules) {
        return new RuleEvaluation(rules);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /**
     * Reads the table to its end; ages refer to the context's valuation date.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when a rule names an unknown column, or the table breaks its format
     */
    @Override
    public RuleFindings evaluate(TableSource table, ValuationContext context) {
        var run = options.start(table.columns(), context.valuationDate());
        long rows = 0;
        while (table.advance()) {
            rows++;
            run.add(table.row());
        }
        var results = run.results();
        var notes = new ArrayList<Note>();
        for (var result : results) {
            if (result.evaluated() == 0)
                notes.add(Note.of(
                        Note.Kind.MISSING,
                        "rule-not-applicable",
                        "rule " + result.rule().id() + " evaluated nothing"
                                + result.note().map(why -> ": " + why).orElse("")));
        }
        if (table.rejected().ragged() > 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "rows-rejected",
                    table.rejected().ragged() + " rows have a wrong number of fields and are in no count"));
        var provenance = new Provenance(ID, version(), LibraryVersion.VERSION, options, table.digest(), context.seed());
        return new RuleFindings(table.name(), rows, List.copyOf(results), notes, provenance);
    }
}
