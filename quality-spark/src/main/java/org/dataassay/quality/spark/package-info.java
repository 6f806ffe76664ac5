/**
 * The quality profile of a Spark data set: the states of quality-metrics, one per partition, merged in the order of the partitions.
 *
 * <p>Reading order: {@link org.dataassay.quality.spark.SparkProfiler}, {@link org.dataassay.quality.spark.SparkProfile} (the program for {@code spark-submit}), {@link
 * org.dataassay.quality.spark.SparkError}.
 */
@NullMarked
package org.dataassay.quality.spark;

import org.jspecify.annotations.NullMarked;
