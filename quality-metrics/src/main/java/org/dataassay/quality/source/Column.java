package org.dataassay.quality.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A column held in memory.
 *
 * @param name of the column
 * @param texts one per row; an empty text is an empty cell
 */
public record Column(String name, List<String> texts) {

    public Column {
        texts = List.copyOf(texts);
    }

    /**
     * A column of typed values: texts, numbers, booleans, dates and times, null for an empty cell. Their texts are those of a table that comes from a database: 1.50 of
     * {@code BigDecimal} is 1.50, 0.1 of {@code double} is 0.1, a moment is shown in UTC.
     *
     * @throws InvalidInputException when a value is of another type
     */
    public static Column of(String name, List<? extends @Nullable Object> values) {
        var texts = new ArrayList<String>(values.size());
        var check = new Check();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            var text = CellText.of(value);
            if (text.isEmpty() && value != null) {
                check.add(Problem.of(
                        QualityError.VALUE_TYPE,
                        name,
                        "row " + (i + 1),
                        value.getClass().getName()));
                break;
            }
            texts.add(text.orElse(""));
        }
        check.done();
        return new Column(name, Collections.unmodifiableList(texts));
    }
}
