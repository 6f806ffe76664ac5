package org.dataassay.valuation.sheet;

import java.util.Optional;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;

/**
 * One cell of an exported worksheet: where it stands, what it is, and the number it shows.
 *
 * @param row row number, counted from 0
 * @param column column number, counted from 0
 * @param role what the cell is for; decides its look and whether {@code text} is words or a formula
 * @param text words, or for {@link Role#isFormula() formulas} the formula without its equals sign
 * @param value the number of an input, or the computed value of a formula; 0 for words
 * @param style how a number is shown
 * @param definedName a workbook-wide name of the cell, where it has one
 * @param note what a reader sees when pointing at the cell: unit, source
 */
public record SpreadsheetCell(
        int row,
        int column,
        Role role,
        String text,
        double value,
        NumberStyle style,
        Optional<String> definedName,
        Optional<String> note) {

    /** The last row a workbook can hold. */
    public static final int LAST_ROW = 1_048_575;

    /** The last column a workbook can hold. */
    public static final int LAST_COLUMN = 16_383;

    /** The longest text a cell can hold, in UTF-16 units. */
    public static final int LONGEST_TEXT = 32_767;

    /** The longest formula a cell can hold, in UTF-16 units. */
    public static final int LONGEST_FORMULA = 8_191;

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]{0,254}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)[A-Z]{1,3}[0-9]{1,7}|R|C|(R[0-9]*C[0-9]*)|TRUE|FALSE");

    /** What a cell is for. */
    public enum Role {
        TITLE,
        HEADER,
        LABEL,
        TEXT,
        /** Words to be filled in. */
        ENTRY,
        INPUT,
        FORMULA,
        RESULT,
        CHECK,
        NOT_LIVE;

        /** Whether the cell's text is a live formula. */
        public boolean isFormula() {
            return this == FORMULA || this == RESULT || this == CHECK;
        }

        /** Whether the cell shows a number. */
        public boolean isNumber() {
            return isFormula() || this == INPUT || this == NOT_LIVE;
        }
    }

    /** How a number is shown. */
    public enum NumberStyle {
        MONEY,
        UNIT_PRICE,
        PERCENT,
        FACTOR,
        YEARS,
        GENERAL,
        NONE
    }

    public SpreadsheetCell {
        var check = new Check();
        var longest = role.isFormula() ? LONGEST_FORMULA : LONGEST_TEXT;
        check.range("row", row, 0, LAST_ROW, "A workbook has no more rows.");
        check.range("column", column, 0, LAST_COLUMN, "A workbook has no more columns.");
        check.that(Double.isFinite(value), "value", "a finite number", value, "Close the sheet before it is exported.");
        check.that(
                text.length() <= longest,
                "text",
                "at most " + longest + " characters",
                text.length(),
                "Split it over more cells.");
        check.that(
                !role.isFormula() || !text.isBlank(),
                "text",
                "a formula",
                "blank",
                "Give the formula without its equals sign.");
        check.that(
                !role.isFormula() || !text.startsWith("="),
                "text",
                "a formula without its equals sign",
                text,
                "Leave the sign out.");
        definedName.ifPresent(name -> check.that(
                NAME.matcher(name).matches() && !ADDRESS.matcher(name).matches(),
                "definedName",
                "letters, digits, dots and underscores, and no cell address",
                name,
                "Put an underscore in front."));
        check.done();
    }

    /** Words: a title, a header, a label or running text. */
    public static SpreadsheetCell words(int row, int column, Role role, String text) {
        return new SpreadsheetCell(row, column, role, text, 0, NumberStyle.NONE, Optional.empty(), Optional.empty());
    }

    /** An input's number. */
    public static SpreadsheetCell input(int row, int column, double value, NumberStyle style) {
        return new SpreadsheetCell(row, column, Role.INPUT, "", value, style, Optional.empty(), Optional.empty());
    }

    /** A live formula and the value it had on the worksheet. */
    public static SpreadsheetCell formula(
            int row, int column, Role role, String formula, double value, NumberStyle style) {
        return new SpreadsheetCell(row, column, role, formula, value, style, Optional.empty(), Optional.empty());
    }

    /** The same cell under a workbook-wide name. */
    public SpreadsheetCell named(String name) {
        return new SpreadsheetCell(row, column, role, text, value, style, Optional.of(name), note);
    }

    /** The same cell with a note. */
    public SpreadsheetCell noted(String words) {
        return new SpreadsheetCell(row, column, role, text, value, style, definedName, Optional.of(words));
    }

    /** The address as spreadsheets write it, such as {@code B12}. */
    public String address() {
        var letters = new StringBuilder();
        for (int c = column + 1; c > 0; c = (c - 1) / 26) letters.insert(0, (char) ('A' + (c - 1) % 26));
        return letters.append(row + 1).toString();
    }
}
