package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dataassay.quality.column.DriftComparison;
import org.dataassay.quality.column.DriftFacts;
import org.dataassay.quality.column.DriftReport;
import org.dataassay.quality.column.DriftReport.Change;
import org.dataassay.quality.column.DriftReport.Level;
import org.dataassay.quality.column.TableSummary;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Compares two states of a table. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = "Compares two states of a table: each a CSV file, or a summary that --save wrote.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class DriftCommand implements Callable<Integer> {

    /** How the comparison is written. */
    enum Format {
        json,
        text
    }

    /** Only the sketches draw with it; a comparison does not. */
    private static final long SEED = 1;

    private static final int DIGITS = 3;

    @ParentCommand
    private Assay assay;

    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier table, or its summary.")
    private Path earlier;

    @Parameters(index = "1", paramLabel = "NEW", description = "The later table, or its summary.")
    private Path later;

    @Option(names = "--save", paramLabel = "FILE", description = "Keeps the summary of NEW, to be OLD the next time.")
    private Optional<Path> save = Optional.empty();

    @Option(names = "--format", paramLabel = "json|text", description = "Default: text.")
    private Format format = Format.text;

    @Option(names = "--delimiter", paramLabel = "C", description = "What separates fields (default: a comma).")
    private char delimiter = ',';

    @Override
    public Integer call() {
        var facts = new DriftFacts(summary(earlier), summary(later));
        var terms = ValuationContext.of(LocalDate.EPOCH, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        var report = DriftComparison.standard().evaluate(facts, terms);
        save.ifPresent(file -> RuleFiles.write(file, QualityJson.write(facts.later())));
        assay.out().print(format == Format.json ? QualityJson.write(report) : text(report));
        return Assay.DONE;
    }

    private TableSummary summary(Path file) {
        if (String.valueOf(file.getFileName()).endsWith(".json")) {
            try (var in = Inputs.open(file)) {
                return QualityJson.readSummary(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (var table = CsvSource.open(file, CsvOptions.standard().withDelimiter(delimiter))) {
            return TableSummary.read(table, MissingValues.standard(), SEED);
        }
    }

    private String text(DriftReport report) {
        var text = new StringBuilder();
        text.append(report.earlier()).append(" → ").append(report.later()).append("\n\n");
        for (var change : report.changes()) {
            if (change.level() != Level.NONE) text.append(line(change));
        }
        long none =
                report.changes().stream().filter(c -> c.level() == Level.NONE).count();
        return text.append(
                        assay.isChinese()
                                ? "  其余 " + none + " 项比较未超过阈值\n"
                                : "  " + none + " other comparisons are below their thresholds\n")
                .toString();
    }

    private static String line(Change change) {
        var amount =
                new BigDecimal(change.amount()).round(new MathContext(DIGITS)).stripTrailingZeros();
        return "  " + change.level().id() + "  " + (change.column().isEmpty() ? "" : change.column() + ": ")
                + change.measure().id() + " " + amount.toPlainString() + " (" + change.explanation() + ")\n";
    }
}
