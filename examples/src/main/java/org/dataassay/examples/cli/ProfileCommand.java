package org.dataassay.examples.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.column.RuleSuggester;
import org.dataassay.quality.column.SuggestFacts;
import org.dataassay.quality.column.TableSummary;
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
        var ruleSet = rules.map(RuleFiles::read).orElseGet(RuleSet::none);
        QualityProfile profile;
        try (var table = open()) {
            profile = QualityProfiler.with(ProfileOptions.of(ruleSet)).evaluate(table, terms(day));
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

    private CsvSource open() {
        return CsvSource.open(data, CsvOptions.standard().withDelimiter(delimiter));
    }

    /** Reads the table twice more: for what it looks like, and to try each rule. */
    private void suggest(Path file, RuleSet known, ValuationContext terms) {
        TableSummary summary;
        try (var table = open()) {
            summary = TableSummary.read(table, known.missing(), terms.seed());
        }
        try (var table = open()) {
            var found = RuleSuggester.standard().evaluate(new SuggestFacts(summary, table), terms);
            RuleFiles.write(file, found.ruleSet());
            int count = found.suggestions().size();
            assay.say(
                    "已将 " + count + " 条建议规则写入 " + file + "，请逐条审阅后使用",
                    count + " suggested rules are in " + file + "; read each before it is used");
        }
    }

    /** Only the day matters to a profile. */
    private static ValuationContext terms(LocalDate day) {
        return ValuationContext.of(day, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    }
}
