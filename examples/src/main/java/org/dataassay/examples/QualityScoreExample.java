package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.score.ColumnScore;
import org.dataassay.quality.score.QualityWeights;
import org.dataassay.quality.score.RowScore;
import org.dataassay.quality.score.ScoreFacts;
import org.dataassay.quality.score.ScoredQuality;
import org.dataassay.quality.score.Scoring;
import org.dataassay.quality.score.Scoring.GradeScale;
import org.dataassay.quality.score.Scoring.GradeScale.Grade;
import org.dataassay.quality.score.Scoring.Options;
import org.dataassay.quality.score.Scoring.Sampling;
import org.dataassay.valuation.asset.QualityResponse;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.ValueAdjustment;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.weighting.Weights;

/** A score for the table of orders, a sample of a larger one: its range, its grade, its reasons, and how it acts on a value. */
public final class QualityScoreExample {

    private static final Source COMMITTEE = Source.judged("valuation committee", "minutes of 12 May");

    private QualityScoreExample() {}

    public static void main(String[] args) {
        print(System.out);
    }

    private static ValuationContext context() {
        return ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    }

    static QualityProfile profile() {
        try (var orders = Gbt36344Example.orders()) {
            var rules = QualityJson.readRules(Gbt36344Example.RULES);
            return QualityProfiler.with(ProfileOptions.of(rules)).evaluate(orders, context());
        }
    }

    // #region score
    static ScoredQuality score(QualityProfile profile) {
        var weights = Weights.of(
                Map.entry("validity", 0.4),
                Map.entry("consistency", 0.3),
                Map.entry("timeliness", 0.2),
                Map.entry("accuracy", 0.1));
        var exchange = Source.given("exchange", "listing rules", "page 7", LocalDate.of(2025, 6, 1));
        var options = Options.STANDARD
                .withSampling(new Sampling.Drawn(
                        0.95, OptionalDouble.of(0.05), 1, Source.judged("auditor", "every twentieth order")))
                .withGrades(
                        new GradeScale(List.of(new Grade("C", 0), new Grade("B", 0.6), new Grade("A", 0.9)), exchange));
        return new Scoring(options).evaluate(ScoreFacts.of(profile, weights, COMMITTEE), context());
    }
    // #endregion score

    // #region response
    static Worksheet adjustment(ScoredQuality found) {
        var measured = Input.of(found.score().score(), Source.estimated("quality.score", "measured on the data"));
        var response = new QualityResponse.Linear(0.5, 1, COMMITTEE);
        var adjustment = new ValueAdjustment.FromQuality(measured, Optional.of(response));
        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        return sheet.close(adjustment.write(sheet)); // a valuation writes it into its own sheet
    }
    // #endregion response

    static void print(PrintStream out) {
        var profile = profile();
        var found = score(profile);
        var sampling = found.sampling().orElseThrow();
        var grade = found.grade().orElseThrow();
        out.println("score " + decimals(found.score().score()) + ", sample " + decimals(sampling.low()) + " to "
                + decimals(sampling.high()) + ", range "
                + decimals(found.score().low()) + " to "
                + decimals(found.score().high()));
        out.println("grade " + grade.grade() + ", from " + grade.atWorst() + " to " + grade.atBest());
        for (var reason : found.reasons())
            out.println("lost by " + reason.dimension().id() + " " + reason.measure() + ": " + decimals(reason.loss()));
        var weights = new QualityWeights(
                Map.of(Dimension.VALIDITY, 4.0, Dimension.CONSISTENCY, 3.0, Dimension.TIMELINESS, 2.0), "as above");
        for (var row : RowScore.worst(profile, weights, 2))
            out.println("row " + row.row() + ": " + decimals(row.score()) + " " + row.violated());
        for (var column : ColumnScore.of(profile))
            out.println("column " + column.column() + ": "
                    + (column.score().isPresent() ? decimals(column.score().getAsDouble()) : "not measured"));
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
        out.print(adjustment(found).explain().text());
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
