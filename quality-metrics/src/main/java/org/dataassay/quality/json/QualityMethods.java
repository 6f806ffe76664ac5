package org.dataassay.quality.json;

import java.util.List;
import org.dataassay.quality.maturity.DcmmFacts;
import org.dataassay.quality.maturity.MaturityDcmm;
import org.dataassay.quality.score.ScoreFacts;
import org.dataassay.quality.score.Scoring;
import org.dataassay.valuation.result.MethodProvider;

/** The methods of this module whose facts are plain data. A table is a fact handed in open, so the methods that read one are not asked for in JSON. */
public final class QualityMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(MaturityDcmm.ID, DcmmFacts.class, MaturityDcmm.Options.STANDARD, MaturityDcmm::new),
                MethodProvider.of(Scoring.ID, ScoreFacts.class, Scoring.Options.STANDARD, Scoring::new));
    }
}
