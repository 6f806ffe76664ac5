package org.dataassay.examples.market;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.Row;

/**
 * One listing as an exchange shows it.
 *
 * @param id of the listing
 * @param platform exchange it is listed on
 * @param title as listed
 * @param provider who sells it; where no provider is stated, all such listings of a platform count as one
 * @param category of the product
 * @param mode what the price is for, such as one use
 * @param price above 0
 * @param fields number of fields; 0 where it is not stated
 * @param frequency of updates
 */
record ListingRow(
        String id,
        String platform,
        String title,
        String provider,
        String category,
        String mode,
        double price,
        double fields,
        String frequency) {

    /** All rows that have a price; free ones and those to be negotiated have none. */
    static List<ListingRow> read(Path file) {
        try (var table = CsvSource.open(file)) {
            var columns = table.columns();
            var rows = new ArrayList<ListingRow>();
            while (table.advance()) {
                var row = of(columns, table.row());
                if (row.price > 0) rows.add(row);
            }
            return rows;
        }
    }

    private static ListingRow of(List<String> columns, Row row) {
        var platform = text(columns, row, "platform");
        var provider = text(columns, row, "provider");
        return new ListingRow(
                text(columns, row, "id"),
                platform,
                text(columns, row, "title"),
                provider.isBlank() ? "not stated on " + platform : provider,
                text(columns, row, "category_aws"),
                text(columns, row, "price_mode"),
                number(text(columns, row, "price")),
                number(text(columns, row, "dimension")),
                text(columns, row, "update_frequency"));
    }

    private static String text(List<String> columns, Row row, String column) {
        return row.cell(columns.indexOf(column)).toString();
    }

    private static double number(String text) {
        return text.isBlank() ? 0 : Double.parseDouble(text);
    }
}
