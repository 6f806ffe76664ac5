package org.dataassay.quality.column;

import java.time.LocalDate;
import org.dataassay.quality.source.TableSource;

/**
 * Measures the quality of a table in one pass: every column, and every rule with its two counts and the numbers of the violating rows.
 *
 * <p><b>Formula</b>  X = A / B for each rule; A elements that satisfy it, B elements evaluated; B = 0 is not applicable
 * <p><b>Edge cases</b>  a table without rows gives a profile without measures · rejected rows are counted and shown, and are not in B
 * <p><b>Use when / not when</b>  a table's inherent quality is wanted / whether the data are <em>true</em> cannot be told from the table alone
 * <p>Immutable and thread-safe; the table is read by one thread.
 *
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36344-2018 信息技术 数据质量评价指标, clause 5</a>
 */
public record QualityProfiler(ProfileOptions options) {

    /** Profiles with these options. */
    public static QualityProfiler with(ProfileOptions options) {
        return new QualityProfiler(options);
    }

    /**
     * Reads the table to its end. The caller closes it.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when a rule names an unknown column, or the table breaks its format
     */
    public QualityProfile profile(TableSource table, LocalDate valuationDate) {
        var run = ProfileRun.start(options, table.columns(), valuationDate);
        while (table.advance()) run.add(table.row());
        return run.profile(table.name(), table.rejected());
    }
}
