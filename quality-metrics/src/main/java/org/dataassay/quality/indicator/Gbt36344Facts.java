package org.dataassay.quality.indicator;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Source;

/**
 * A table, and what must be known beside it.
 *
 * @param table opened, read to its end and not closed
 * @param key columns that identify a record; empty where nobody says which, and 0304 is then measured by rules only
 * @param expected how many records there should be; absent where nobody says
 * @param stated what was measured elsewhere, at most once per indicator
 */
public record Gbt36344Facts(
        TableSource table, List<String> key, Optional<Expected> expected, List<StatedMeasure> stated) {

    /**
     * The number of records that the requirement demands.
     *
     * @param records above 0
     * @param source who says so; must be stated
     */
    public record Expected(long records, Source source) {
        public Expected {
            new Check()
                    .that(records > 0, "records", "above 0", records, "Leave it out where no number is required.")
                    .that(source.isStated(), "source", "stated", "not stated", "Say who requires so many records.")
                    .done();
        }
    }

    public Gbt36344Facts {
        key = List.copyOf(key);
        stated = List.copyOf(stated);
        var check = new Check();
        var seen = new HashSet<Object>();
        for (int i = 0; i < stated.size(); i++) {
            var code = stated.get(i).indicator().code();
            if (!seen.add(code))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "stated[" + i + "]", code, "State each indicator at most once."));
        }
        check.done();
    }

    /** A table and nothing beside it. */
    public static Gbt36344Facts of(TableSource table) {
        return new Gbt36344Facts(table, List.of(), Optional.empty(), List.of());
    }

    public Gbt36344Facts withKey(List<String> columns) {
        return new Gbt36344Facts(table, columns, expected, stated);
    }

    public Gbt36344Facts withExpected(long records, Source source) {
        return new Gbt36344Facts(table, key, Optional.of(new Expected(records, source)), stated);
    }

    public Gbt36344Facts withStated(List<StatedMeasure> measures) {
        return new Gbt36344Facts(table, key, expected, measures);
    }
}
