package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.report.page.Language;
import org.dataassay.report.page.ProfilePage;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures the quality of a table. */
@Command(name = "profile", mixinStandardHelpOptions = true, description = "Measures the quality of a CSV table.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ProfileCommand implements Callable<Integer> {

    /** How the profile is written. */
    enum Format {
        json,
        html,
        text
    }

    @ParentCommand
    private Assay assay;

    @Parameters(paramLabel = "DATA", description = "A CSV file in UTF-8, its first row the names of the columns.")
    private Path data;

    @Option(names = "--rules", paramLabel = "RULES.json", description = "What must hold.")
    private Optional<Path> rules = Optional.empty();

    @Option(names = "--format", paramLabel = "json|html|text", description = "Default: text.")
    private Format format = Format.text;

    @Option(names = "--delimiter", paramLabel = "C", description = "What separates fields (default: a comma).")
    private char delimiter = ',';

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day to which ages are counted, such as 2025-12-31 (default: today).")
    private Optional<LocalDate> date = Optional.empty();

    @Override
    public Integer call() {
        var day = date.orElseGet(LocalDate::now);
        if (date.isEmpty())
            assay.say(
                    "时效以今天 " + day + " 计，可用 --date 指定",
                    "ages are counted to today, " + day + "; --date sets another day");
        var ruleSet = rules.map(ProfileCommand::rules).orElseGet(RuleSet::none);
        QualityProfile profile;
        try (var table = CsvSource.open(data, CsvOptions.standard().withDelimiter(delimiter))) {
            profile = QualityProfiler.with(ProfileOptions.of(ruleSet)).evaluate(table, terms(day));
        }
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

    private static RuleSet rules(Path file) {
        try (var in = Inputs.open(file)) {
            return QualityJson.readRules(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the day matters to a profile. */
    private static ValuationContext terms(LocalDate day) {
        return ValuationContext.of(day, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    }
}
