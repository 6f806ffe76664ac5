package org.dataassay.quality.indicator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.rule.Names;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/**
 * A table of persons, and which of its columns tell who they are.
 *
 * @param table opened, read to its end and not closed
 * @param quasiIdentifiers columns that an intruder may know of a person, at least one
 * @param sensitive columns that nobody should learn of a person, none of them a quasi-identifier
 * @param samplingFraction share of the population that the table is, in (0, 1]; absent where it is not known, and risks that need it are not measured
 * @param required what the data must keep to; absent where nothing is agreed, and rows that stand alone are then the risky ones
 */
public record PrivacyFacts(
        TableSource table,
        List<String> quasiIdentifiers,
        List<Sensitive> sensitive,
        Optional<Input<Double>> samplingFraction,
        Optional<Required> required) {

    /** How values of a sensitive column are apart. */
    public enum Scale {
        /** Any two different values alike. */
        CATEGORICAL,
        /** By the difference of their ranks among the numbers of the column. */
        ORDERED
    }

    /**
     * A sensitive column.
     *
     * @param column its name
     * @param scale how far values are apart
     */
    public record Sensitive(String column, Scale scale) {}

    /**
     * What must be kept to.
     *
     * @param k least rows of a class, at least 1
     * @param l least different sensitive values of a class, at least 1
     * @param t greatest distance of a class from the table, in [0, 1]
     * @param source who requires it; must be stated
     */
    public record Required(int k, int l, double t, Source source) {
        public Required {
            new Check()
                    .that(k >= 1, "k", "at least 1", k, "1 demands nothing.")
                    .that(l >= 1, "l", "at least 1", l, "1 demands nothing.")
                    .share("t", t)
                    .that(
                            source.isStated(),
                            "source",
                            "stated",
                            "not stated",
                            "No number is official; say who requires it.")
                    .done();
        }
    }

    public PrivacyFacts {
        quasiIdentifiers = List.copyOf(quasiIdentifiers);
        sensitive = List.copyOf(sensitive);
        var check = new Check()
                .that(
                        !quasiIdentifiers.isEmpty(),
                        "quasiIdentifiers",
                        "at least one column",
                        "none",
                        "Name what an intruder may know.");
        var seen = new HashSet<String>();
        var columns = new ArrayList<>(quasiIdentifiers);
        sensitive.forEach(s -> columns.add(s.column()));
        for (int i = 0; i < columns.size(); i++) {
            var field = i < quasiIdentifiers.size()
                    ? "quasiIdentifiers[" + i + "]"
                    : "sensitive[" + (i - quasiIdentifiers.size()) + "].column";
            if (!seen.add(columns.get(i)))
                check.add(Problem.of(ValuationError.DUPLICATE, field, columns.get(i), "Name each column once."));
            if (!table.columns().contains(columns.get(i)))
                check.add(Problem.of(
                        QualityError.COLUMN_UNKNOWN,
                        field,
                        columns.get(i),
                        Names.near(columns.get(i), table.columns())));
        }
        samplingFraction.ifPresent(fraction -> check.that(
                fraction.value() > 0 && fraction.value() <= 1,
                "samplingFraction",
                "above 0 and at most 1",
                fraction.value(),
                "1 where the table is the whole population."));
        check.done();
    }

    /** Quasi-identifiers and nothing else known. */
    public static PrivacyFacts of(TableSource table, List<String> quasiIdentifiers) {
        return new PrivacyFacts(table, quasiIdentifiers, List.of(), Optional.empty(), Optional.empty());
    }

    public PrivacyFacts withSensitive(List<Sensitive> columns) {
        return new PrivacyFacts(table, quasiIdentifiers, columns, samplingFraction, required);
    }

    public PrivacyFacts withSamplingFraction(Input<Double> fraction) {
        return new PrivacyFacts(table, quasiIdentifiers, sensitive, Optional.of(fraction), required);
    }

    public PrivacyFacts withRequired(Required agreed) {
        return new PrivacyFacts(table, quasiIdentifiers, sensitive, samplingFraction, Optional.of(agreed));
    }
}
