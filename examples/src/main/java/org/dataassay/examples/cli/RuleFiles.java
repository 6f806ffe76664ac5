package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.json.RuleFormat;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.TableSource;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;

/** Rule files on disk. The tables that rules refer to are CSV files in the folder of the rule file, or below it. */
final class RuleFiles {

    private RuleFiles() {}

    static RuleSet read(Path file) {
        try (var in = Inputs.open(file)) {
            var rules = QualityJson.readRules(in, format(file));
            return rules.withTables(name -> open(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleFormat format(Path file) {
        return RuleFormat.ofFileName(String.valueOf(file.getFileName()));
    }

    private static TableSource open(Path rules, String name) {
        var file = rules.toAbsolutePath().normalize();
        var folder = Objects.requireNonNullElse(file.getParent(), file);
        var table = folder.resolve(name).normalize();
        if (!table.startsWith(folder))
            throw InvalidInputException.of(
                    QualityError.RULE_INVALID,
                    "table",
                    "a file in the folder of the rules or below it",
                    "'" + name + "'",
                    "Copy the table there.");
        return CsvSource.open(table);
    }

    /** Writes a new file; one that is there may have been edited and stays. */
    static void write(Path file, RuleSet rules) {
        if (Files.exists(file)) throw InvalidInputException.of(ReportError.FILE_EXISTS, file.toString());
        write(file, QualityJson.write(rules, format(file)));
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
