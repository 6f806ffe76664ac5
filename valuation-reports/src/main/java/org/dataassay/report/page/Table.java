package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * A table. Numbers stand to the right with figures of equal width.
 *
 * @param caption what the table shows
 * @param columns its columns, at least one
 * @param rows its rows, each with one entry per column
 */
public record Table(String caption, List<Column> columns, List<Row> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        var check = new Check().that(!columns.isEmpty(), "columns", "at least one", "none", "Name the columns.");
        for (int i = 0; i < rows.size(); i++) {
            int entries = rows.get(i).entries().size();
            check.that(
                    entries == columns.size(),
                    "rows[" + i + "]",
                    "as long as the columns, " + columns.size(),
                    entries,
                    "Fill the row.");
        }
        check.done();
    }

    /** A column: its heading, and whether it holds numbers. */
    public record Column(String heading, boolean numeric) {

        public static Column words(String heading) {
            return new Column(heading, false);
        }

        public static Column numbers(String heading) {
            return new Column(heading, true);
        }
    }

    /** A row: its entries, and whether it is a total. */
    public record Row(List<Markup> entries, boolean total) {

        public Row {
            entries = List.copyOf(entries);
        }
    }

    /** A table without rows yet. */
    public static Table of(String caption, Column... columns) {
        return new Table(caption, List.of(columns), List.of());
    }

    /** The table with one more row of words. */
    public Table row(String... entries) {
        return row(false, java.util.Arrays.stream(entries).map(Markup::text).toList());
    }

    /** The table with one more row that is a total. */
    public Table total(String... entries) {
        return row(true, java.util.Arrays.stream(entries).map(Markup::text).toList());
    }

    /** The table with one more row. */
    public Table row(boolean total, List<Markup> entries) {
        var more = new ArrayList<>(rows);
        more.add(new Row(entries, total));
        return new Table(caption, columns, more);
    }

    /** The table as HTML; on a narrow screen it scrolls within its frame. */
    public Markup markup() {
        var head = columns.stream()
                .map(c -> cell("th", c).with("scope", "col").text(c.heading()))
                .toList();
        var body = rows.stream()
                .map(row -> {
                    var entries = new ArrayList<Markup>();
                    for (int i = 0; i < columns.size(); i++) {
                        var tag = i == 0 && !columns.get(0).numeric()
                                ? cell("th", columns.get(i)).with("scope", "row")
                                : cell("td", columns.get(i));
                        entries.add((columns.get(i).numeric() ? tag : tag.with("dir", "auto"))
                                .holding(row.entries().get(i)));
                    }
                    return (row.total() ? Tag.of("tr", "total") : Tag.of("tr")).holding(entries);
                })
                .toList();
        var table = Tag.of("table")
                .holding(
                        caption.isEmpty() ? Markup.EMPTY : Tag.of("caption").text(caption),
                        Tag.of("thead").holding(Tag.of("tr").holding(head)),
                        Tag.of("tbody").holding(body));
        var frame = Tag.of("div", "scroll").with("tabindex", "0");
        return (caption.isEmpty() ? frame : frame.with("role", "region").with("aria-label", caption)).holding(table);
    }

    private static Tag cell(String name, Column column) {
        return column.numeric() ? Tag.of(name, "n") : Tag.of(name);
    }
}
