package org.dataassay.quality.column;

import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Measures the quality of a table in one pass: every column, and every rule with its two counts and the numbers of the violating rows.
 *
 * <p><b>Formula</b>  X = A / B for each rule; A elements that satisfy it, B elements evaluated; B = 0 is not applicable
 * <p><b>Edge cases</b>  a table without rows gives a profile without measures · rejected rows are counted and shown, and are not in B
 * <p><b>Numerics</b>  counts, sums and sums of squares are exact; distinct values beyond {@link ColumnState#EXACT_VALUES} are estimated and say so
 * <p><b>Use when / not when</b>  a table's inherent quality is wanted / whether the data are <em>true</em> cannot be told from the table alone
 * <p>Immutable and thread-safe; the table is read by one thread, to its end, and is not closed.
 *
 * @param options the rules, and what the profile shows
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36344-2018 信息技术 数据质量评价指标, clause 5</a>
 */
public record QualityProfiler(ProfileOptions options) implements Method<TableSource, QualityProfile> {

    public static final MethodId ID = MethodId.of("quality.profile");

    /** Profiles with these options. */
    public static QualityProfiler with(ProfileOptions options) {
        return new QualityProfiler(options);
    }

    /** Profiles without rules. */
    public static QualityProfiler standard() {
        return with(ProfileOptions.standard());
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
    public QualityProfile evaluate(TableSource table, ValuationContext context) {
        var run = ProfileRun.start(options, table.columns(), context.valuationDate());
        while (table.advance()) run.add(table.row());
        return run.profile(table, context.seed());
    }
}
