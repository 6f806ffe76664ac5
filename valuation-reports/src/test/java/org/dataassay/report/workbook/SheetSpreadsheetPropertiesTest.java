package org.dataassay.report.workbook;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.dataassay.valuation.sheet.RandomSheets;
import org.dataassay.valuation.sheet.Spreadsheet;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random sheets of all formulas, exported as workbooks: Apache POI calculates the same figures. */
class SheetSpreadsheetPropertiesTest {

    private static final WorkbookWriter WRITER = new WorkbookWriter("Random", "Test", LocalDate.of(2025, 12, 31));

    private static final String PHI = "NORMSDIST(";

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_workbook_recalculates_to_the_worksheet(long seed) {
        var spreadsheet = inPoisWords(RandomSheets.any(seed).spreadsheet());
        var xlsx = WRITER.bytes(spreadsheet);
        Recalculation.assertAgrees(Recalculation.byPoi(xlsx), spreadsheet, xlsx);
    }

    @Test
    void libreoffice_agrees_as_well() {
        for (long seed = 100; seed < 103; seed++) {
            var spreadsheet = RandomSheets.any(seed).spreadsheet();
            var xlsx = WRITER.bytes(spreadsheet);
            Recalculation.assertAgrees(Recalculation.byLibreOffice(xlsx), spreadsheet, xlsx);
        }
    }

    /** NORMSDIST of a negative number is an error in POI 5.5.1, unlike in Excel and LibreOffice: there it is written by symmetry. */
    private static Spreadsheet inPoisWords(Spreadsheet spreadsheet) {
        return new Spreadsheet(spreadsheet.tabs().stream()
                .map(tab -> new Spreadsheet.Tab(
                        tab.name(),
                        tab.cells().stream()
                                .map(cell -> new SpreadsheetCell(
                                        cell.row(),
                                        cell.column(),
                                        cell.role(),
                                        cell.role().isFormula() ? bySymmetry(cell.text()) : cell.text(),
                                        cell.value(),
                                        cell.style(),
                                        cell.definedName(),
                                        cell.note()))
                                .toList()))
                .toList());
    }

    private static String bySymmetry(String formula) {
        var text = formula;
        for (int start = text.lastIndexOf(PHI); start >= 0; start = text.lastIndexOf(PHI, start - 1)) {
            int end = start + PHI.length();
            for (int open = 1; open > 0; end++) {
                char c = text.charAt(end);
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            var x = text.substring(start + PHI.length(), end - 1);
            var above = PHI + "ABS(" + x + "))";
            text = text.substring(0, start) + "IF(" + x + "<0,1-" + above + "," + above + ")" + text.substring(end);
        }
        return text;
    }
}
