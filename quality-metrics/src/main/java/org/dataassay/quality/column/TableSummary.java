package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;

/**
 * What a table looks like, column by column, in few enough figures to keep beside it: see {@link ColumnSummary}.
 *
 * @param table name of the table
 * @param digest SHA-256 of what was read
 * @param rows how many rows there are; rejected ones are not among them
 * @param missing which words stand for no value
 * @param columns one summary per column, in the table's order
 */
public record TableSummary(String table, String digest, long rows, MissingValues missing, List<ColumnSummary> columns) {

    public TableSummary {
        columns = List.copyOf(columns);
    }

    /**
     * Reads a table to its end; it is not closed. The same rows and the same seed give the same bits.
     *
     * @param seed of the coins of the quantile sketches
     */
    public static TableSummary read(TableSource table, MissingValues missing, long seed) {
        var matcher = missing.matcher();
        var states = new ArrayList<ColumnSummaryState>();
        for (var column : table.columns()) states.add(new ColumnSummaryState(column, states.size(), matcher, seed));
        long rows = 0;
        while (table.advance()) {
            rows++;
            for (int i = 0; i < states.size(); i++)
                states.get(i).add(table.row().cell(i));
        }
        var columns = states.stream().map(ColumnSummaryState::summary).toList();
        return new TableSummary(table.name(), table.digest(), rows, missing, columns);
    }

    public Optional<ColumnSummary> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
