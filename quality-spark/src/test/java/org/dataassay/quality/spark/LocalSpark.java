package org.dataassay.quality.spark;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The one session of all tests: two threads, no page, nothing that leaves this machine. Its time zone is one in which a mistake shows. */
final class LocalSpark {

    static final SparkSession SESSION = SparkSession.builder()
            .master("local[2]")
            .appName("quality-spark tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.session.timeZone", "Asia/Shanghai")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir") + "/quality-spark-warehouse")
            .config(
                    "spark.serializer",
                    System.getProperty("assay.serializer", "org.apache.spark.serializer.JavaSerializer"))
            .config("spark.kryo.registrationRequired", "true")
            .getOrCreate();

    private LocalSpark() {}

    /** Rows of texts in so many partitions, in their order; an empty text is a null. */
    static Dataset<Row> rows(List<String> columns, List<List<String>> rows, int partitions) {
        var schema = new StructType();
        for (var column : columns) schema = schema.add(column, DataTypes.StringType);
        return rows(schema, rows, partitions);
    }

    /** Rows of values in so many partitions, in their order. */
    static Dataset<Row> rows(StructType schema, List<? extends List<?>> rows, int partitions) {
        var made = rows.stream()
                .map(row -> RowFactory.create(
                        row.stream().map(cell -> "".equals(cell) ? null : cell).toArray()))
                .toList();
        var context = JavaSparkContext.fromSparkContext(SESSION.sparkContext());
        return SESSION.createDataFrame(context.parallelize(made, partitions), schema);
    }
}
