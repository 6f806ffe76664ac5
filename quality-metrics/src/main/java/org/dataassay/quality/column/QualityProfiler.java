package org.dataassay.quality.column;

import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;

/**
 * Measures the quality of a table in one pass: every column, and every rule with its two counts and the numbers of the violating rows.
 *
 * <p><b>Formula</b>  X = A / B for each rule; A elements that satisfy it, B elements evaluated; B = 0 is not applicable
 * <p><b>Edge cases</b>  a table without rows gives a profile without measures · rejected rows are counted and shown, and are not in B
 * <p><b>Numerics</b>  counts and sums are exact; beyond {@value #EXACT_VALUES} different values in a column, how many and which are frequent is estimated within stated bounds
 * <p><b>Use when / not when</b>  a table's inherent quality is wanted / whether the data are <em>true</em> cannot be told from the table alone
 * <p>Immutable and thread-safe; the table is read to its end and is not closed.
 *
 * @param options the rules, and what the profile shows
 * @param threads how many threads read the table; no option of the method, since the profile is the same to the bit for any number
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36344-2018 信息技术 数据质量评价指标, clause 5</a>
 */
public record QualityProfiler(ProfileOptions options, int threads) implements Method<TableSource, QualityProfile> {

    public static final MethodId ID = MethodId.of("quality.profile");

    /** Up to so many different values of a column are counted one by one. */
    public static final int EXACT_VALUES = 4096;

    /** Most threads. */
    public static final int MAXIMUM_THREADS = 256;

    public QualityProfiler {
        new Check()
                .that(
                        threads >= 1 && threads <= MAXIMUM_THREADS,
                        "threads",
                        "in [1, " + MAXIMUM_THREADS + "]",
                        threads,
                        "Give as many as there are processors, at most.")
                .done();
    }

    /** Profiles with these options, on one thread. */
    public static QualityProfiler with(ProfileOptions options) {
        return new QualityProfiler(options, 1);
    }

    /** The same on so many threads. */
    public QualityProfiler onThreads(int count) {
        return new QualityProfiler(options, count);
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
        return evaluate(table, context, ProfileProgress.NONE);
    }

    /**
     * The same, and tells how far it is.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException as {@link #evaluate(TableSource, ValuationContext)} does
     * @throws org.dataassay.valuation.error.ValuationFailedException when it was cancelled
     */
    public QualityProfile evaluate(TableSource table, ValuationContext context, ProfileProgress progress) {
        return new ProfileEngine(table, options, context.valuationDate(), threads, progress)
                .run()
                .profile(table, context.seed());
    }
}
