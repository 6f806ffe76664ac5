package org.dataassay.report.workbook;

import static org.dataassay.valuation.sheet.SpreadsheetCell.formula;
import static org.dataassay.valuation.sheet.SpreadsheetCell.input;
import static org.dataassay.valuation.sheet.SpreadsheetCell.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.sheet.Spreadsheet;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.dataassay.valuation.sheet.SpreadsheetCell.NumberStyle;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;

/** A small valuation and every formula function, the figures computed here by hand. */
final class SampleSpreadsheet {

    static final String VALUE_TAB = "许可费 o'brien";

    private SampleSpreadsheet() {}

    static Spreadsheet valuation() {
        double rate = 0.12;
        double royalty = 0.05;
        double tax = 0.25;
        double[] revenue = {1_000_000, 1_200_000, 1_350_000, 1_400_000, 900_000};
        var inputs = new ArrayList<SpreadsheetCell>();
        inputs.add(words(0, 0, Role.TITLE, "Inputs · 输入"));
        inputs.add(words(1, 0, Role.HEADER, "figure"));
        inputs.add(words(1, 1, Role.HEADER, "unit"));
        inputs.add(words(1, 2, Role.HEADER, "value"));
        inputs.add(words(2, 0, Role.LABEL, "discountRate"));
        inputs.add(words(2, 1, Role.TEXT, "per year"));
        inputs.add(input(2, 2, rate, NumberStyle.PERCENT)
                .named("_discountRate")
                .noted("assumed: Mei 林梅, build-up, page 4"));
        inputs.add(words(3, 0, Role.LABEL, "royaltyRate"));
        inputs.add(input(3, 2, royalty, NumberStyle.PERCENT).named("_royaltyRate"));
        inputs.add(words(4, 0, Role.LABEL, "taxRate"));
        inputs.add(input(4, 2, tax, NumberStyle.PERCENT).named("_税率"));
        var cells = new ArrayList<SpreadsheetCell>();
        cells.add(words(0, 0, Role.TITLE, "Relief from royalty"));
        cells.add(words(1, 0, Role.HEADER, "figure"));
        cells.add(words(2, 0, Role.LABEL, "revenue"));
        cells.add(words(3, 0, Role.LABEL, "t"));
        cells.add(words(4, 0, Role.LABEL, "afterTaxSavings"));
        cells.add(words(5, 0, Role.LABEL, "discountFactor"));
        cells.add(words(6, 0, Role.LABEL, "presentValue"));
        cells.add(words(7, 0, Role.LABEL, "internalRate"));
        double value = 0;
        double price = 0;
        for (int i = 0; i < revenue.length; i++) {
            var column = String.valueOf((char) ('B' + i));
            double saved = revenue[i] * royalty * (1 - tax);
            double factor = StrictMath.pow(1 + rate, -(i + 1.0));
            cells.add(words(1, 1 + i, Role.HEADER, String.valueOf(2026 + i)));
            cells.add(input(2, 1 + i, revenue[i], NumberStyle.MONEY));
            cells.add(input(3, 1 + i, i + 1.0, NumberStyle.YEARS));
            cells.add(formula(
                    4, 1 + i, Role.FORMULA, "((" + column + "3*_royaltyRate)*(1-_税率))", saved, NumberStyle.MONEY));
            cells.add(formula(
                    5, 1 + i, Role.FORMULA, "((1+inputs!$C$3)^(-" + column + "4))", factor, NumberStyle.FACTOR));
            value += saved * factor;
        }
        cells.add(formula(6, 1, Role.RESULT, "SUMPRODUCT(B5:F5,B6:F6)", value, NumberStyle.MONEY)
                .named("_presentValue"));
        cells.add(new SpreadsheetCell(
                7,
                1,
                Role.NOT_LIVE,
                "",
                rate,
                NumberStyle.PERCENT,
                Optional.empty(),
                Optional.of("not live: found by search")));
        double residual = -value;
        for (int i = 0; i < revenue.length; i++)
            residual += revenue[i] * royalty * (1 - tax) * StrictMath.pow(1 + rate, -(i + 1.0));
        cells.add(words(8, 0, Role.LABEL, "residual, must be 0"));
        cells.add(
                formula(8, 1, Role.CHECK, "((SUMPRODUCT(B5:F5,B6:F6))-_presentValue)", residual, NumberStyle.GENERAL));
        return new Spreadsheet(List.of(new Spreadsheet.Tab("inputs", inputs), new Spreadsheet.Tab(VALUE_TAB, cells)));
    }

    /** A line per function: its text and the result worked out by hand from a = 2.5, b = −4, c = 0.3 and a row 10, 20, 30. */
    static Spreadsheet everyFunction() {
        double a = 2.5;
        double b = -4;
        double c = 0.3;
        var cells = new ArrayList<SpreadsheetCell>();
        cells.add(input(0, 0, a, NumberStyle.GENERAL).named("_a"));
        cells.add(input(0, 1, b, NumberStyle.GENERAL).named("_b"));
        cells.add(input(0, 2, c, NumberStyle.GENERAL).named("_c"));
        for (int i = 0; i < 3; i++) cells.add(input(1, i, 10 * (i + 1), NumberStyle.UNIT_PRICE));
        double[] flows = {-100, 60, 60};
        for (int i = 0; i < 3; i++) cells.add(input(2, i, flows[i], NumberStyle.MONEY));
        record Line(String text, double value) {}
        var lines = List.of(
                new Line("(A1+B1)", -1.5),
                new Line("(A1-B1)", 6.5),
                new Line("(A1*B1)", -10),
                new Line("(A1/B1)", -0.625),
                new Line("(A1^2)", 6.25),
                new Line("(A1^(-C1))", StrictMath.exp(-0.3 * StrictMath.log(2.5))),
                new Line("(-(A1^2))", -6.25),
                new Line("(-A1)", -2.5),
                new Line("SUM(A2:C2)", 60),
                new Line("SUMPRODUCT(A2:C2,A3:C3)", -1000 + 1200 + 1800),
                new Line("PRODUCT(A2:C2)", 6000),
                new Line("EXP(C1)", 1.3498588075760032),
                new Line("LN(A1)", 0.9162907318741551),
                new Line("SQRT(A1)", 1.5811388300841898),
                new Line("ABS(B1)", 4),
                new Line("MIN(A1,B1)", -4),
                new Line("MAX(A2:C2,B1)", 30),
                new Line("IF(A1>B1,C1,A1)", 0.3),
                new Line("IF(A1<B1,C1,A1)", 2.5),
                new Line("IF(A1>=A1,1,0)", 1),
                new Line("IF(A1<>B1,1,0)", 1),
                new Line("ROUND((A1*1.01),2)", 2.53),
                new Line("ROUND(B1/3,0)", -1),
                new Line("NORMSDIST(C1)", 0.6179114221889526),
                new Line("NORMSDIST(0)", 0.5),
                // 100 = 60/(1+r) + 60/(1+r)², so 1/(1+r) = (−60 + √(3600 + 24000)) / 120
                new Line("IRR(A3:C3)", 120 / (StrictMath.sqrt(27600) - 60) - 1),
                new Line("((_a*_b)+_c)", -9.7),
                new Line("(1E-3+A1)", 2.501));
        for (int i = 0; i < lines.size(); i++) {
            cells.add(words(4 + i, 0, Role.LABEL, "'" + lines.get(i).text()));
            cells.add(formula(
                    4 + i, 1, Role.FORMULA, lines.get(i).text(), lines.get(i).value(), NumberStyle.GENERAL));
        }
        return new Spreadsheet(List.of(new Spreadsheet.Tab("functions", cells)));
    }

    /** Cells whose words a spreadsheet might run, and names from everywhere. */
    static List<String> hostileWords() {
        return List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "=cmd|'/c calc'!A0",
                "=HYPERLINK(\"https://example.org\",\"x\")",
                "\t=1+1",
                "\r=1+1",
                "＝1+1",
                "'=1+1",
                "_x0041_",
                "bell\u0007 and \u0000",
                "客户数据 بيانات 🐦‍⬛",
                " two spaces ",
                "a\nb",
                "<script>&amp;</script>");
    }
}
