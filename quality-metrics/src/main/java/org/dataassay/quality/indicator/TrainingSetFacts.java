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

/**
 * Data to train a model on.
 *
 * @param splits the parts, such as train and test, in the order in which a leak is told: what stands in a later part and already in an earlier one
 * @param label the column to be predicted; absent for data without labels
 * @param features columns that make an example; empty for all but the label
 * @param texts those of them whose words are counted; empty for none
 */
public record TrainingSetFacts(List<Split> splits, Optional<String> label, List<String> features, List<String> texts) {

    /** More parts than these are refused. */
    public static final int MOST_SPLITS = 16;

    /**
     * One part.
     *
     * @param name such as {@code train}
     * @param table opened, read to its end and not closed
     */
    public record Split(String name, TableSource table) {}

    public TrainingSetFacts {
        splits = List.copyOf(splits);
        features = List.copyOf(features);
        texts = List.copyOf(texts);
        var check = new Check()
                .that(
                        !splits.isEmpty() && splits.size() <= MOST_SPLITS,
                        "splits",
                        "1 to " + MOST_SPLITS,
                        splits.size(),
                        "Give the parts of the data.");
        var names = new HashSet<String>();
        for (int i = 0; i < splits.size(); i++) {
            var split = splits.get(i);
            if (!names.add(split.name()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "splits[" + i + "].name", split.name(), "Name each part once."));
            var columns = split.table().columns();
            if (label.isPresent()) known(check, "label", label.get(), columns);
            for (int j = 0; j < features.size(); j++) known(check, "features[" + j + "]", features.get(j), columns);
            for (int j = 0; j < texts.size(); j++) known(check, "texts[" + j + "]", texts.get(j), columns);
            if (i > 0
                    && features.isEmpty()
                    && !columns.equals(splits.get(0).table().columns()))
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        "splits[" + i + "]",
                        "its columns are not those of " + splits.get(0).name(),
                        "Name the features that all parts have."));
        }
        if (label.isPresent() && features.contains(label.get()))
            check.add(Problem.of(
                    ValuationError.DUPLICATE,
                    "features",
                    label.get(),
                    "The label is what is predicted, not a feature."));
        check.done();
    }

    private static void known(Check check, String field, String column, List<String> columns) {
        if (!columns.contains(column))
            check.add(Problem.of(QualityError.COLUMN_UNKNOWN, field, column, Names.near(column, columns)));
    }

    /** Parts of labelled examples, each made of all columns but the label. */
    public static TrainingSetFacts of(List<Split> splits, String label) {
        return new TrainingSetFacts(splits, Optional.of(label), List.of(), List.of());
    }

    public TrainingSetFacts withFeatures(List<String> columns) {
        return new TrainingSetFacts(splits, label, columns, texts);
    }

    public TrainingSetFacts withTexts(List<String> columns) {
        return new TrainingSetFacts(splits, label, features, columns);
    }

    /** The columns that make an example. */
    List<String> featureColumns() {
        if (!features.isEmpty()) return features;
        var columns = new ArrayList<>(splits.get(0).table().columns());
        label.ifPresent(columns::remove);
        return columns;
    }
}
