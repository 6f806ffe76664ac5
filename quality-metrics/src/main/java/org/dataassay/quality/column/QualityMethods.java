package org.dataassay.quality.column;

import java.util.List;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.result.MethodProvider;

/** The methods of this module. */
public final class QualityMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        QualityProfiler.ID, TableSource.class, ProfileOptions.standard(), QualityProfiler::with),
                MethodProvider.of(RuleSuggester.ID, SuggestFacts.class, SuggestOptions.standard(), RuleSuggester::with),
                MethodProvider.of(
                        DriftComparison.ID, DriftFacts.class, DriftOptions.standard(), DriftComparison::with));
    }
}
