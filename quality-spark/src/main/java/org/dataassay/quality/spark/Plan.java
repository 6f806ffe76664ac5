package org.dataassay.quality.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.ProfileRun;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.json.RuleFormat;
import org.dataassay.quality.rule.ReferenceKeys;
import org.dataassay.quality.rule.RuleSet;

/** What every task must know to profile its rows, in a form that travels: rules as the file they would be, keys of other tables as bytes. */
final class Plan implements Serializable {

    private static final long serialVersionUID = 1;

    private final String[] columns;
    private final String rules;
    private final byte[][] references;
    private final int frequentValues;
    private final LocalDate valuationDate;

    Plan(List<String> columns, ProfileOptions options, LocalDate valuationDate) {
        this.columns = columns.toArray(String[]::new);
        this.rules = QualityJson.write(options.rules(), RuleFormat.JSON);
        this.references = options.rules().references().values().stream()
                .map(ReferenceKeys::toBytes)
                .toArray(byte[][]::new);
        this.frequentValues = options.frequentValues();
        this.valuationDate = valuationDate;
    }

    List<String> columns() {
        return List.of(columns);
    }

    LocalDate valuationDate() {
        return valuationDate;
    }

    /** The options again, equal to those that were given. */
    ProfileOptions options() {
        var read = QualityJson.readRules(rules);
        var keys = new LinkedHashMap<ReferenceKeys.Name, ReferenceKeys>();
        for (var bytes : references) {
            var of = ReferenceKeys.ofBytes(bytes);
            keys.put(of.name(), of);
        }
        return new ProfileOptions(new RuleSet(read.missing(), read.rules(), keys), frequentValues);
    }

    /** Begins the run of a part; part 0 begins the table. */
    ProfileRun start(ProfileOptions options, long part) {
        return ProfileRun.startPart(options, columns(), valuationDate, part);
    }
}
