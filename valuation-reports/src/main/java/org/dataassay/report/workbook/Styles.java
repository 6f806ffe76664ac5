package org.dataassay.report.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dataassay.valuation.sheet.SpreadsheetCell.NumberStyle;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;

/** The looks of cells, each made once per workbook: inputs blue on light yellow, formulas black, as modelers do. */
final class Styles {

    private static final String INK = "22303A";
    private static final String INPUT_BLUE = "0000FF";
    private static final String INPUT_YELLOW = "FFFBE0";
    private static final String RESULT_FILL = "D3E6E6";
    private static final String HEADER_FILL = "ECEAE4";
    private static final String RULE = "BDB9AE";
    private static final String MUTED = "5A6872";

    private record Look(Role role, NumberStyle number, boolean quoted, boolean right) {}

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * The look of a cell.
     *
     * @param quoted whether the cell is words that a spreadsheet would take for a formula when edited
     * @param right whether words stand to the right, as the header of a column of numbers
     */
    XSSFCellStyle of(Role role, NumberStyle number, boolean quoted, boolean right) {
        return made.computeIfAbsent(new Look(role, number, quoted, right), this::make);
    }

    private XSSFCellStyle make(Look look) {
        var style = workbook.createCellStyle();
        var font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) 11);
        font.setColor(color(INK));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        if (look.role().isNumber()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(format(look.number())));
            style.setAlignment(HorizontalAlignment.RIGHT);
        }
        if (look.right()) style.setAlignment(HorizontalAlignment.RIGHT);
        switch (look.role()) {
            case TITLE -> {
                font.setBold(true);
                font.setFontHeightInPoints((short) 16);
            }
            case HEADER -> {
                font.setBold(true);
                fill(style, HEADER_FILL);
                style.setBorderBottom(BorderStyle.THIN);
                style.setBottomBorderColor(color(RULE));
                style.setWrapText(true);
            }
            case LABEL -> style.setWrapText(true);
            case TEXT -> {
                font.setColor(color(MUTED));
                style.setWrapText(true);
            }
            case ENTRY -> {
                font.setColor(color(INPUT_BLUE));
                fill(style, INPUT_YELLOW);
                style.setWrapText(true);
            }
            case INPUT -> {
                font.setColor(color(INPUT_BLUE));
                fill(style, INPUT_YELLOW);
            }
            case FORMULA -> font.setColor(color("000000"));
            case RESULT -> {
                font.setColor(color("000000"));
                font.setBold(true);
                fill(style, RESULT_FILL);
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderBottom(BorderStyle.DOUBLE);
            }
            case CHECK -> {
                font.setItalic(true);
                font.setColor(color("2A7D6D"));
            }
            case NOT_LIVE -> {
                font.setItalic(true);
                font.setColor(color(MUTED));
                style.setFillPattern(FillPatternType.LESS_DOTS);
                style.setFillForegroundColor(color(RULE));
                style.setFillBackgroundColor(color("FFFFFF"));
            }
        }
        style.setFont(font);
        if (look.quoted()) style.setQuotePrefixed(true);
        return style;
    }

    private void fill(XSSFCellStyle style, String rgb) {
        style.setFillForegroundColor(color(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private XSSFColor color(String rgb) {
        int value = Integer.parseInt(rgb, 16);
        return new XSSFColor(
                new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value},
                workbook.getStylesSource().getIndexedColors());
    }

    private static String format(NumberStyle number) {
        return switch (number) {
            case MONEY -> "#,##0.00;-#,##0.00";
            case UNIT_PRICE -> "#,##0.00000000;-#,##0.00000000";
            case PERCENT -> "0.00%";
            case FACTOR -> "0.000000";
            case YEARS -> "0.00";
            case GENERAL, NONE -> "General";
        };
    }
}
