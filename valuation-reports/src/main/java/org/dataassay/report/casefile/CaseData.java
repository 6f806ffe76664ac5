package org.dataassay.report.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.OpenOptions;
import org.dataassay.quality.source.Tables;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.json.AssayJson;

/** The data of a case, found and not yet read. */
record CaseData(DataFacts facts, Optional<Path> file, Optional<String> rulesText, RuleSet rules) {

    /** What reading the table once gave: its profile, and which bytes it was. */
    record Reading(QualityProfile profile, String sha256, long bytes) {}

    static CaseData of(DataFacts facts, Path file, Optional<String> rulesText, RuleSet rules) {
        return new CaseData(facts, Optional.of(file), rulesText, rules);
    }

    /** Data of which only the facts are known. */
    static CaseData absent(DataFacts facts) {
        return new CaseData(facts, Optional.empty(), Optional.empty(), RuleSet.none());
    }

    QualityResponse response() {
        return facts.response();
    }

    static String text(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return AssayJson.text(name, in);
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, name, String.valueOf(e.getMessage()));
        }
    }

    Reading read(ValuationContext context) {
        var path = file.orElseThrow(CaseReader::noScore);
        var options = OpenOptions.standard()
                .withCsv(facts.csv())
                .withDelimiter(facts.csv().delimiter());
        try (var table = Tables.open(path, facts.file(), options)) {
            var profile = QualityProfiler.with(ProfileOptions.of(rules)).evaluate(table, context);
            return new Reading(profile, table.digest(), Files.size(path));
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, facts.file(), String.valueOf(e.getMessage()));
        }
    }
}
