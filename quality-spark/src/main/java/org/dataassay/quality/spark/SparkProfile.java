package org.dataassay.quality.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.json.RuleFormat;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * The program for {@code spark-submit}: profiles what Spark can read and writes the profile as JSON.
 *
 * <p>Arguments, each with its value behind it: {@code --input} a path, or the name of a table · {@code --format} as Spark calls it, such as {@code parquet} or {@code csv}, or
 * {@code table} · {@code --date} the valuation date, yyyy-MM-dd · {@code --out} where the JSON goes · {@code --rules} a rule file in JSON, or YAML by its name; tables
 * that it refers to are CSV files beside it · {@code --option} name=value for Spark's reader, any number of times. Paths are those of Hadoop.
 *
 * <p>CSV is read as RFC 4180 has it, unless options say otherwise: a header, quotes doubled, line ends within quotes, every column a text, and a row with another
 * number of fields fails the job.
 */
public final class SparkProfile {

    private static final List<String> ARGUMENTS =
            List.of("--input", "--format", "--date", "--out", "--rules", "--option");

    private static final Map<String, String> CSV = Map.of(
            "header",
            "true",
            "inferSchema",
            "false",
            "multiLine",
            "true",
            "quote",
            "\"",
            "escape",
            "\"",
            "mode",
            "FAILFAST");

    private final SparkSession session;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, String> readerOptions = new LinkedHashMap<>();

    private SparkProfile(SparkSession session, String[] arguments) {
        this.session = session;
        var check = new Check();
        for (int i = 0; i < arguments.length; i += 2) {
            var name = arguments[i];
            if (!ARGUMENTS.contains(name)) {
                check.add(Problem.of(SparkError.ARGUMENT_UNKNOWN, name, String.join(", ", ARGUMENTS)));
                continue;
            }
            var value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (value.isEmpty()) check.add(wrong(name, "given a value", "nothing", "Write it behind the name."));
            if (!name.equals("--option")) {
                if (given.put(name, value) != null)
                    check.add(wrong(name, "given once", "given again", "Leave one out."));
                continue;
            }
            int equals = value.indexOf('=');
            if (equals < 1) check.add(wrong(name, "of the form name=value", value, "Write for instance delimiter=;"));
            else readerOptions.put(value.substring(0, equals), value.substring(equals + 1));
        }
        for (var name : List.of("--input", "--format", "--date", "--out")) {
            if (!given.containsKey(name)) check.add(wrong(name, "given", "not", "Add it with its value."));
        }
        check.done();
    }

    private static Problem wrong(String name, String rule, String value, String hint) {
        return Problem.of(SparkError.ARGUMENT, name, rule, value, hint);
    }

    public static void main(String[] arguments) {
        var session = SparkSession.builder().appName("data-assay profile").getOrCreate();
        try {
            run(session, arguments);
        } finally {
            session.stop();
        }
    }

    /** Does what the arguments say in a session that goes on. */
    static QualityProfile run(SparkSession session, String... arguments) {
        return new SparkProfile(session, arguments).run();
    }

    private QualityProfile run() {
        var context =
                ValuationContext.of(day(), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE); // only the day matters
        var options = ProfileOptions.of(rules());
        var profile = SparkProfiler.profile(value("--input"), rows(), options, context);
        write(QualityJson.write(profile));
        return profile;
    }

    private String value(String name) {
        return given.getOrDefault(name, "");
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(value("--date"));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    List.of(wrong("--date", "a day", value("--date"), "Write it as yyyy-MM-dd, such as 2025-12-31.")));
        }
    }

    private Dataset<Row> rows() {
        var format = value("--format");
        var reader = session.read();
        if (format.equals("csv")) reader = reader.options(CSV);
        reader = reader.options(readerOptions);
        try {
            return format.equals("table")
                    ? reader.table(value("--input"))
                    : reader.format(format).load(value("--input"));
        } catch (Exception e) { // Spark throws checked exceptions that it does not declare
            throw SparkProfiler.failed(value("--input"), e);
        }
    }

    private RuleSet rules() {
        if (!given.containsKey("--rules")) return RuleSet.none();
        var file = new Path(value("--rules"));
        var format = file.getName().matches(".*\\.ya?ml") ? RuleFormat.YAML : RuleFormat.JSON;
        try (var in = file.getFileSystem(configuration()).open(file)) {
            return QualityJson.readRules(in, format).withTables(name -> table(new Path(file.getParent(), name)));
        } catch (IOException e) {
            throw unusable(file, "read", e);
        }
    }

    private TableSource table(Path file) {
        try {
            return CsvSource.read(
                    file.getFileSystem(configuration()).open(file), file.getName(), CsvOptions.standard());
        } catch (IOException e) {
            throw unusable(file, "read", e);
        }
    }

    private void write(String json) {
        var file = new Path(value("--out"));
        try (var out = file.getFileSystem(configuration()).create(file, true)) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unusable(file, "written", e);
        }
    }

    private Configuration configuration() {
        return session.sparkContext().hadoopConfiguration();
    }

    private static InvalidInputException unusable(Path file, String what, IOException e) {
        return InvalidInputException.of(
                SparkError.FILE, file.toString(), what, e.getClass().getSimpleName());
    }
}
