package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.report.ReportError;
import org.dataassay.report.workbook.CaseWorkbook;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A case to fill in, for someone who has never written JSON. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Writes a commented case to fill in, and the same as a workbook. Either can be appraised at once, and says nothing until its figures are yours.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class InitCommand implements Callable<Integer> {

    private static final int MOST_RULES = 40;

    @ParentCommand
    private Assay assay;

    @Option(
            names = "--from",
            paramLabel = "DATA",
            description = "A CSV file; the case measures it, by a rule file written beside it.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "CASE.json",
            description = "Default: case.json beside DATA, or here. Never overwritten.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--date", paramLabel = "DATE", description = "The valuation date (default: today).")
    private Optional<LocalDate> date = Optional.empty();

    @Override
    public Integer call() {
        var day = date.orElseGet(LocalDate::now);
        var folder = data.map(file -> folderOf(file.toAbsolutePath()))
                .orElse(Path.of("").toAbsolutePath());
        var file = out.map(Path::toAbsolutePath)
                .orElse(folder.resolve("case.json"))
                .normalize();
        if (data.isPresent() && !data.get().toAbsolutePath().normalize().startsWith(folderOf(file)))
            throw InvalidInputException.of(ReportError.OUTSIDE_FOLDER, "--from", data.get());
        var rulesFile = file.resolveSibling("rules.json");
        var workbook = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.json$", "") + ".xlsx");
        refuseExisting(file);
        refuseExisting(workbook);
        if (data.isPresent()) refuseExisting(rulesFile);
        var text = template().replace("${date}", day.toString());
        if (data.isPresent()) {
            var profile = profile(data.get(), day);
            var name = folderOf(file)
                    .relativize(data.get().toAbsolutePath().normalize())
                    .toString()
                    .replace('\\', '/');
            text = text.replace("${records}", Long.toString(profile.rows()))
                    .replace("${data}", dataPart(name))
                    .replace(
                            "${delta}",
                            ",\n        \"valueAdjustment\": { \"from-quality\": { \"score\": { \"assumption\": \"qualityScore\" } } }");
            write(rulesFile, rules(profile).getBytes(StandardCharsets.UTF_8));
            assay.out().println(rulesFile);
        } else {
            text = text.replace("${records}", "0").replace("${data}", "").replace("${delta}", "");
        }
        var form = CaseWorkbook.of("评估案例 · A case to fill in", text, day);
        write(file, text.getBytes(StandardCharsets.UTF_8));
        assay.out().println(file);
        write(workbook, form);
        assay.out().println(workbook);
        return Assay.DONE;
    }

    private static Path folderOf(Path file) {
        var parent = file.getParent();
        if (parent == null)
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, file.toString(), "it is no file");
        return parent;
    }

    private static String dataPart(String name) {
        return """
              // 数据与规则；质量分数成为各方法可引用的假设 qualityScore
              // The data and what must hold in it; the measured score is the assumption qualityScore.
              "data": {
                "file": %s,
                "rules": "rules.json",
                "weights": {
                  "completeness": { "weight": 0.5, "reason": "REPLACE" },
                  "validity": { "weight": 0.5, "reason": "REPLACE" }
                }
              },
            """.replace("%s", quoted(name));
    }

    /** A rule per column: no value is missing, and values have the type that nearly all have. */
    private static String rules(QualityProfile profile) {
        var text = new StringBuilder("{\n  \"schemaVersion\": 1,\n  \"rules\": [");
        int count = 0;
        for (var column : profile.columns()) {
            if (count >= MOST_RULES) break;
            text.append(count++ == 0 ? "\n" : ",\n")
                    .append("    { \"id\": \"given-")
                    .append(count)
                    .append("\", \"indicator\": \"0201\", \"notNull\": { \"column\": ")
                    .append(quoted(column.name()))
                    .append(" } }");
            var type = column.type()
                    .map(t -> t.kind().name().toLowerCase(Locale.ROOT))
                    .orElse("");
            if (!type.equals("integer") && !type.equals("decimal")) continue;
            text.append(",\n    { \"id\": \"type-")
                    .append(count)
                    .append("\", \"indicator\": \"0302\", \"type\": { \"column\": ")
                    .append(quoted(column.name()))
                    .append(", \"type\": \"")
                    .append(type)
                    .append("\" } }");
        }
        return text.append("\n  ]\n}\n").toString();
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') out.append('\\').append((char) c);
            else if (c < ' ') out.append(String.format(Locale.ROOT, "\\u%04x", c));
            else out.append((char) c);
        });
        return out.append('"').toString();
    }

    private static QualityProfile profile(Path file, LocalDate day) {
        try (var table = CsvSource.open(file)) {
            return QualityProfiler.with(ProfileOptions.standard()).evaluate(table, terms(day));
        }
    }

    private static void refuseExisting(Path file) {
        if (Files.exists(file)) throw InvalidInputException.of(ReportError.FILE_EXISTS, file.toString());
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw InvalidInputException.of(ReportError.FILE_EXISTS, file.toString());
        } catch (IOException e) {
            throw ValuationFailedException.of(
                    ReportError.FOLDER_UNWRITABLE, file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static String template() {
        try (InputStream in = InitCommand.class.getResourceAsStream("case-template.json")) {
            if (in == null) throw new IllegalStateException("case-template.json is missing from the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the day matters to a profile. */
    private static ValuationContext terms(LocalDate day) {
        return ValuationContext.of(day, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    }
}
