package org.dataassay.report.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.CsvSource;
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
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest);
                var table = CsvSource.read(in, facts.file(), facts.csv())) {
            var profile = QualityProfiler.with(ProfileOptions.of(rules)).evaluate(table, context);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new Reading(profile, HexFormat.of().formatHex(digest.digest()), Files.size(path));
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, facts.file(), String.valueOf(e.getMessage()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
