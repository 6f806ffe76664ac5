package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.weighting.FuzzyComprehensive;
import org.dataassay.valuation.weighting.FuzzyFacts;
import org.dataassay.valuation.weighting.FuzzyFacts.Factor;
import org.dataassay.valuation.weighting.FuzzyFacts.Grade;
import org.dataassay.valuation.weighting.FuzzyGrades;

/** The quality of a data set as ten experts graded it, on two levels. */
public final class FuzzyComprehensiveExample {

    private FuzzyComprehensiveExample() {}

    public static void main(String[] args) {
        print(grades(), System.out);
    }

    // #region facts
    static FuzzyFacts facts() {
        var grades = List.of(Grade.of("good", 90), Grade.of("fair", 70), Grade.of("poor", 40));
        var content = new Factor(
                "content",
                weight(0.6),
                List.of(),
                List.of(graded("accuracy", 0.5, 2, 5, 3), graded("completeness", 0.5, 4, 5, 1)));
        return new FuzzyFacts(grades, List.of(content, graded("timeliness", 0.4, 9, 0, 1)));
    }

    /** A factor as ten experts graded it. */
    private static Factor graded(String name, double weight, int good, int fair, int poor) {
        var poll = Source.judged("Ten experts", "questionnaire of November 2025");
        return new Factor(
                name,
                weight(weight),
                List.of(Input.of(good / 10.0, poll), Input.of(fair / 10.0, poll), Input.of(poor / 10.0, poll)),
                List.of());
    }

    private static Input<Double> weight(double weight) {
        return Input.of(weight, Source.judged("Chen Yu, appraiser", "AHP of November 2025"));
    }
    // #endregion facts

    // #region evaluate
    static FuzzyGrades grades() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        return FuzzyComprehensive.standard().evaluate(facts(), context);
    }
    // #endregion evaluate

    // #region read
    static void print(FuzzyGrades found, PrintStream out) {
        for (var grade : found.grades())
            out.println(String.format(Locale.ROOT, "%-5s %.3f", grade.grade(), grade.membership()));
        out.println("Decided: " + String.join(", ", found.decided()));
        out.println(String.format(Locale.ROOT, "Score: %.2f", found.score().orElseThrow()));
        found.notes().forEach(note -> out.println(note.kind() + " " + note.code() + ": " + note.text()));
    }
    // #endregion read
}
