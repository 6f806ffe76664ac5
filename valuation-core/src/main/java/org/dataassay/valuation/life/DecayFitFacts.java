package org.dataassay.valuation.life;

import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Source;

/**
 * Facts of {@link DecayFit}.
 *
 * @param records ages in any order; the same age may stand in several
 * @param source where the records come from
 */
public record DecayFitFacts(List<LifeRecord> records, Source source) {

    public DecayFitFacts {
        records = List.copyOf(records);
        new Check()
                .that(
                        records.size() >= 1 && records.size() <= Axis.MAXIMUM,
                        "records",
                        "1 to " + Axis.MAXIMUM,
                        records.size(),
                        "Put items of one age into one record.")
                .done();
    }

    public static DecayFitFacts of(List<LifeRecord> records, Source source) {
        return new DecayFitFacts(records, source);
    }
}
