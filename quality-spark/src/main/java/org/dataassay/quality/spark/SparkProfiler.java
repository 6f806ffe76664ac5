package org.dataassay.quality.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.SparkThrowable;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.source.RejectedRows;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.result.Note;
import scala.Tuple2;

/**
 * Measures the quality of a Spark data set in one pass over it: {@link org.dataassay.quality.column.QualityProfiler}, a partition at a time on whatever machine.
 *
 * <p><b>Formula</b>  the state of a table is the merge of the states of its partitions, in their order. Each task makes the state of its partition; then {@value #NEIGHBORS}
 * neighbors at a time are merged where they are, until one is left, and only that one comes to the driver
 * <p><b>What is equal</b>  to the run over the same rows on one machine, to the bit, and for any partitioning: counts, lowest and highest values, sums and moments, exact
 * and estimated numbers of different values, rule results. Within its stated bound: what a sketch tells, that is quantiles away from the ends and frequent
 * values of columns with very many. The same partitions give the same bits in everything, whatever the cluster
 * <p><b>Edge cases</b>  rows are numbered in the order of the partitions · no partition or no row gives a profile without measures · null is an empty cell · a
 * column whose values are no cells, such as an array, is refused before anything is read
 * <p><b>Numerics</b>  those of the states; the digest of the provenance is that of the rows, whatever their order and partitions
 * <p><b>Use when / not when</b>  data lie on a cluster / they fit one machine, which needs a fraction of the processor time
 * <p>Reads the data set once; it need not be cached. A classic session is needed, not Spark Connect.
 *
 * @see <a href="https://spark.apache.org/docs/4.1.3/rdd-programming-guide.html">Apache Spark 4.1.3, RDD Programming Guide, Passing Functions to Spark; Shuffle operations</a>
 */
public final class SparkProfiler {

    /** So many consecutive states are merged by one task. */
    private static final int NEIGHBORS = 8;

    private SparkProfiler() {}

    /**
     * Profiles a data set.
     *
     * @param table what the profile calls it
     * @throws InvalidInputException when a rule names an unknown column, a column has no texts, or a text is not UTF-8
     * @throws ValuationFailedException when Spark could not read the data set to its end; the cause is Spark's
     */
    public static QualityProfile profile(
            String table, Dataset<Row> rows, ProfileOptions options, ValuationContext context) {
        var forms = CellForms.of(table, rows);
        List<String> columns;
        try (var header = TableSource.of(table, List.of(rows.columns()), List.of())) {
            columns = header.columns();
        }
        var plan = new Plan(columns, options, context.valuationDate());
        var whole = PartState.empty(plan, options); // refuses rules for columns that are not there
        int partitions;
        List<byte[]> states;
        try {
            var parts = forms.apply(rows)
                    .toJavaRDD()
                    .mapPartitionsWithIndex((part, cells) -> one(PartState.read(plan, forms, part, cells)), false);
            partitions = parts.getNumPartitions();
            states = merged(parts, plan).collect();
        } catch (Exception e) { // Spark throws checked exceptions that it does not declare
            throw failed(table, e);
        }
        if (!states.isEmpty()) whole = state(table, plan, options, states.get(0));
        var digest = whole.digest().hex(columns, whole.run().rows());
        var reading = Note.of(
                Note.Kind.INFO,
                "rows-in-partitions",
                "rows are numbered in the order of the " + partitions
                        + " partitions; the digest is that of the rows in any order");
        return whole.run().profile(table, digest, RejectedRows.NONE, List.of(reading), context.seed());
    }

    private static PartState state(String table, Plan plan, ProfileOptions options, byte[] bytes) {
        try {
            return PartState.ofBytes(plan, options, bytes);
        } catch (InvalidInputException e) {
            throw e.at(table);
        }
    }

    /** One state at most, of all partitions. */
    private static JavaRDD<byte[]> merged(JavaRDD<byte[]> parts, Plan plan) {
        var states = parts;
        while (states.getNumPartitions() > 1) {
            int groups = (states.getNumPartitions() + NEIGHBORS - 1) / NEIGHBORS;
            var numbered = states.mapPartitionsWithIndex((part, state) -> one(new Tuple2<>(part, state.next())), false);
            states = JavaPairRDD.fromJavaRDD(numbered)
                    .repartitionAndSortWithinPartitions(new Neighbors(groups))
                    .mapPartitions(group -> one(PartState.merge(plan, values(group))));
        }
        return states;
    }

    private static <T> Iterator<T> one(T value) {
        return List.of(value).iterator();
    }

    private static Iterator<byte[]> values(Iterator<Tuple2<Integer, byte[]>> pairs) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return pairs.hasNext();
            }

            @Override
            public byte[] next() {
                return pairs.next()._2();
            }
        };
    }

    /** Names the kind of failure and never the message, which may hold data. */
    static ValuationFailedException failed(String table, Exception e) {
        var reason = e.getClass().getSimpleName();
        for (Throwable at = e; at != null; at = at.getCause()) {
            reason = at.getClass().getSimpleName();
            if (at instanceof SparkThrowable spark && spark.getCondition() != null)
                reason += " [" + spark.getCondition() + "]";
        }
        var failure = ValuationFailedException.of(SparkError.JOB_FAILED, table, reason);
        failure.initCause(e);
        return failure;
    }

    /** Sends neighbors to one place. */
    private static final class Neighbors extends Partitioner {

        private static final long serialVersionUID = 1;

        private final int groups;

        Neighbors(int groups) {
            this.groups = groups;
        }

        @Override
        public int numPartitions() {
            return groups;
        }

        @Override
        public int getPartition(Object part) {
            return (Integer) part / NEIGHBORS;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Neighbors neighbors && groups == neighbors.groups;
        }

        @Override
        public int hashCode() {
            return groups;
        }
    }
}
