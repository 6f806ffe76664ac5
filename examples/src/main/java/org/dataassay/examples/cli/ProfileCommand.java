package org.dataassay.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.ProfileProgress;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.column.RuleSuggester;
import org.dataassay.quality.column.SuggestFacts;
import org.dataassay.quality.column.TableSummary;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.OpenOptions;
import org.dataassay.quality.source.TableFormat;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.Tables;
import org.dataassay.quality.source.TextEncoding;
import org.dataassay.report.page.Language;
import org.dataassay.report.page.ProfilePage;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures the quality of a table. */
@Command(name = "profile", mixinStandardHelpOptions = true, description = "Measures the quality of a table.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ProfileCommand implements Callable<Integer> {

    /** What the data are. */
    enum InputFormat {
        csv,
        jsonl,
        parquet
    }

    /** How the profile is written. */
    enum Format {
        json,
        html,
        text
    }

    @ParentCommand
    private Assay assay;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DATA",
            description =
                    "A file of CSV, JSON lines or Parquet, compressed by gzip or Zstandard or not, or a database, such as jdbc:postgresql://host/name.")
    private String data;

    @Option(
            names = "--rules",
            paramLabel = "RULES",
            description = "What must hold: a file in JSON, or in YAML by the end of its name.")
    private Optional<Path> rules = Optional.empty();

    @Option(
            names = "--suggest",
            paramLabel = "RULES.yaml",
            description = "Also writes a file of rules that the table nearly keeps, to be read and edited.")
    private Optional<Path> suggest = Optional.empty();

    @Option(names = "--format", paramLabel = "json|html|text", description = "Default: text.")
    private Format format = Format.text;

    @Option(
            names = "--input",
            paramLabel = "csv|jsonl|parquet",
            description = "The format of DATA (default: detected).")
    private Optional<InputFormat> input = Optional.empty();

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "What separates fields, or the word tab (default: detected).")
    private Optional<String> delimiter = Optional.empty();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "UTF-8, UTF-16LE, UTF-16BE or GB18030 (default: detected).")
    private Optional<String> encoding = Optional.empty();

    @Option(names = "--table", paramLabel = "NAME", description = "What to read in a database.")
    private Optional<String> table = Optional.empty();

    @Option(names = "--query", paramLabel = "SQL", description = "What to read in a database.")
    private Optional<String> query = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "Of the database.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--password", interactive = true, description = "Of the database; it is asked for and not shown.")
    private char[] password = {};

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day to which ages are counted, such as 2025-12-31 (default: today).")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads (default: one per processor); they change no byte.")
    private int threads = Math.min(Runtime.getRuntime().availableProcessors(), QualityProfiler.MAXIMUM_THREADS);

    @Override
    public Integer call() {
        var day = date.orElseGet(LocalDate::now);
        if (date.isEmpty())
            assay.say(
                    "时效以今天 " + day + " 计，可用 --date 指定",
                    "ages are counted to today, " + day + "; --date sets another day");
        var ruleSet = rules.map(RuleFiles::read).orElseGet(RuleSet::none);
        QualityProfile profile;
        try (var opened = open()) {
            profile = QualityProfiler.with(ProfileOptions.of(ruleSet))
                    .onThreads(threads)
                    .evaluate(opened, terms(day), progress());
        }
        suggest.ifPresent(file -> suggest(file, ruleSet, terms(day)));
        assay.out()
                .print(
                        switch (format) {
                            case json -> QualityJson.write(profile);
                            case html ->
                                ProfilePage.html(
                                        profile,
                                        Language.of(assay.locale().getLanguage().equals("zh") ? "zh" : "en"));
                            case text -> ProfileText.text(profile, assay.locale());
                        });
        return Assay.DONE;
    }

    /** In bytes where the size of what is read is known; the bytes of a packed file are more than its size, and say nothing then. */
    private ProfileProgress progress() {
        long size = size();
        var spoken = assay.progress("测量", "profiling");
        return (bytes, rows) -> size <= 0 || bytes > size || spoken.at(bytes, size);
    }

    private long size() {
        try {
            return Files.size(Path.of(data));
        } catch (IOException | InvalidPathException noFile) {
            return -1;
        }
    }

    private TableSource open() {
        return Tables.open(data, options());
    }

    /** Reads the table twice more: for what it looks like, and to try each rule. */
    private void suggest(Path file, RuleSet known, ValuationContext terms) {
        TableSummary summary;
        try (var opened = open()) {
            summary = TableSummary.read(opened, known.missing(), terms.seed());
        }
        try (var opened = open()) {
            var found = RuleSuggester.standard().evaluate(new SuggestFacts(summary, opened), terms);
            RuleFiles.write(file, found.ruleSet());
            int count = found.suggestions().size();
            assay.say(
                    "已将 " + count + " 条建议规则写入 " + file + "，请逐条审阅后使用",
                    count + " suggested rules are in " + file + "; read each before it is used");
        }
    }

    private OpenOptions options() {
        var options = OpenOptions.standard();
        if (input.isPresent()) {
            options = options.withFormat(
                    switch (input.get()) {
                        case csv -> TableFormat.CSV;
                        case jsonl -> TableFormat.JSON_LINES;
                        case parquet -> TableFormat.PARQUET;
                    });
        }
        if (delimiter.isPresent()) options = options.withDelimiter(delimiter(delimiter.get()));
        if (encoding.isPresent()) options = options.withEncoding(encoding(encoding.get()));
        if (table.isPresent()) options = options.withTable(table.get());
        if (query.isPresent()) options = options.withQuery(query.get());
        if (user.isPresent()) options = options.withCredentials(user.get(), new String(password));
        return options;
    }

    private char delimiter(String text) {
        if (text.equals("tab") || text.equals("\\t")) return '\t';
        if (text.length() != 1) {
            throw new ParameterException(
                    spec.commandLine(), "--delimiter must be one character or the word tab, but was '" + text + "'.");
        }
        return text.charAt(0);
    }

    private TextEncoding encoding(String text) {
        return TextEncoding.of(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--encoding must be UTF-8, UTF-16LE, UTF-16BE or GB18030, but was '" + text
                                + "'. Convert the file first, for instance with iconv."));
    }

    /** Only the day matters to a profile. */
    private static ValuationContext terms(LocalDate day) {
        return ValuationContext.of(day, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    }
}
