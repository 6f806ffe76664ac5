package org.dataassay.valuation.appraisal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.income.ExcessEarningsFacts;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.sheet.Simulation;

/**
 * Everything that an appraisal needs to know.
 *
 * @param title of the papers
 * @param asset the subject, with its rights, evidence and compliance checks
 * @param context date, basis, currency, seed
 * @param quality what was measured on the data, where it was
 * @param methods to be applied, at least one
 * @param approachesNotUsed why an approach is left out, one line each
 * @param conclusion the valuer's judgement; without it there are indications only
 * @param simulation how uncertain inputs are drawn
 */
public record AppraisalCase(
        String title,
        DataAsset asset,
        ValuationContext context,
        Optional<QualityScore> quality,
        List<MethodCall<?>> methods,
        List<String> approachesNotUsed,
        Optional<ConclusionTerms> conclusion,
        Simulation simulation) {

    private static final int MOST_METHODS = 50;

    public AppraisalCase {
        methods = List.copyOf(methods);
        approachesNotUsed = List.copyOf(approachesNotUsed);
        var check = new Check()
                .that(
                        !methods.isEmpty() && methods.size() <= MOST_METHODS,
                        "methods",
                        "1 to " + MOST_METHODS,
                        methods.size(),
                        "Name the methods to apply.");
        var sections = new LinkedHashSet<String>();
        for (int i = 0; i < methods.size(); i++) {
            if (!sections.add(methods.get(i).section()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "methods[" + i + "].section",
                        methods.get(i).section(),
                        "Name each section once."));
        }
        checkStreams(check, methods);
        for (var weight : conclusion.map(ConclusionTerms::weights).orElse(List.of())) {
            if (!sections.contains(weight.section()))
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        "conclusion.weights",
                        "the section '" + weight.section() + "'",
                        "Sections are " + sections + "."));
        }
        check.done();
    }

    /** What is left of one revenue stream belongs to one asset: a second method that takes it all counts it twice. */
    private static void checkStreams(Check check, List<MethodCall<?>> methods) {
        var streams = new LinkedHashSet<String>();
        for (int i = 0; i < methods.size(); i++) {
            if (methods.get(i).facts() instanceof ExcessEarningsFacts facts
                    && !streams.add(facts.revenueStream().strip()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "methods[" + i + "].facts.revenueStream",
                        facts.revenueStream(),
                        "Excess earnings of one stream belong to one asset: value the other by another method."));
        }
    }
}
