package org.dataassay.valuation.sheet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.error.Check;

/**
 * A worksheet laid out as cells, ready to be written as a workbook with live formulas. Cells only: which file format they become is not
 * decided here.
 *
 * @param tabs the sheets of the workbook, in order
 */
public record Spreadsheet(List<Tab> tabs) {

    /** The longest name of a tab, in UTF-16 units. */
    public static final int LONGEST_TAB_NAME = 31;

    private static final String NOT_IN_TAB_NAMES = "[]:*?/\\";

    public Spreadsheet {
        tabs = List.copyOf(tabs);
        var check = new Check();
        check.that(!tabs.isEmpty(), "tabs", "at least one", "none", "Give the workbook a tab.");
        var names = new HashSet<String>();
        var defined = new HashSet<String>();
        for (var tab : tabs) {
            check.that(
                    names.add(key(tab.name())),
                    "tabs",
                    "named differently, upper and lower case apart",
                    tab.name(),
                    "Use Spreadsheet.tabName.");
            for (var cell : tab.cells()) {
                cell.definedName()
                        .ifPresent(name -> check.that(
                                defined.add(key(name)),
                                tab.name() + "!" + cell.address(),
                                "named once in the workbook",
                                name,
                                "Name it by its path."));
            }
        }
        check.done();
    }

    /**
     * One sheet of the workbook.
     *
     * @param name at most {@link #LONGEST_TAB_NAME} characters, none of {@code []:*?/\}; see {@link #tabName}
     * @param cells the cells that are not empty, in any order, each address once
     */
    public record Tab(String name, List<SpreadsheetCell> cells) {

        public Tab {
            cells = List.copyOf(cells);
            var check = new Check();
            check.that(
                    isTabName(name),
                    "tab",
                    "named in 1 to " + LONGEST_TAB_NAME + " characters, none of " + NOT_IN_TAB_NAMES
                            + ", no apostrophe at either end",
                    name,
                    "Use Spreadsheet.tabName.");
            var taken = new HashSet<Long>();
            for (var cell : cells) {
                check.that(
                        taken.add((long) cell.row() << 20 | cell.column()),
                        name + "!" + cell.address(),
                        "written once",
                        "written twice",
                        "Move one.");
            }
            check.done();
        }
    }

    /**
     * A permitted name for a tab, as near to {@code wanted} as can be, and none of {@code taken} (whatever the case of its letters).
     */
    public static String tabName(String wanted, Collection<String> taken) {
        var used = new HashSet<String>();
        for (var name : taken) used.add(key(name));
        var clean = new StringBuilder();
        wanted.strip()
                .codePoints()
                .forEach(c ->
                        clean.appendCodePoint(NOT_IN_TAB_NAMES.indexOf(c) >= 0 || Character.isISOControl(c) ? ' ' : c));
        var base = clean.toString().replaceAll("^[' ]+|[' ]+$", "").replaceAll(" +", " ");
        if (base.isEmpty() || base.equalsIgnoreCase("History")) base = base + "_";
        var name = cut(base, LONGEST_TAB_NAME);
        for (int i = 2; used.contains(key(name)) || !isTabName(name); i++) {
            var suffix = " (" + i + ")";
            name = cut(base, LONGEST_TAB_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    private static boolean isTabName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_TAB_NAME
                && name.chars().noneMatch(c -> NOT_IN_TAB_NAMES.indexOf(c) >= 0 || Character.isISOControl(c))
                && !name.startsWith("'")
                && !name.endsWith("'")
                && !name.equalsIgnoreCase("History");
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) return text;
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).strip();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
