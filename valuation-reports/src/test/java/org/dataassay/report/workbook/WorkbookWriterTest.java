package org.dataassay.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dataassay.valuation.sheet.SpreadsheetCell.formula;
import static org.dataassay.valuation.sheet.SpreadsheetCell.input;
import static org.dataassay.valuation.sheet.SpreadsheetCell.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.sheet.Spreadsheet;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.dataassay.valuation.sheet.SpreadsheetCell.NumberStyle;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookWriterTest {

    private static final WorkbookWriter WRITER =
            new WorkbookWriter("Appraisal 评估", "Mei Lindqvist", LocalDate.of(2025, 12, 31));

    @Test
    void every_function_recalculates_in_poi() {
        var sample = SampleSpreadsheet.everyFunction();
        var xlsx = WRITER.bytes(sample);
        Recalculation.assertAgrees(Recalculation.byPoi(xlsx), sample, xlsx);
        for (var function : FormulaText.FUNCTIONS) {
            assertThat(sample.tabs().get(0).cells())
                    .as(function)
                    .anyMatch(cell -> cell.text().startsWith(function + "("));
        }
    }

    @Test
    void a_valuation_recalculates_in_poi_and_follows_its_inputs() throws IOException {
        var sample = SampleSpreadsheet.valuation();
        var xlsx = WRITER.bytes(sample);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "demo.xlsx"), xlsx);
        Recalculation.assertAgrees(Recalculation.byPoi(xlsx), sample, xlsx);
        double before = Recalculation.byPoi(xlsx).get(SampleSpreadsheet.VALUE_TAB + "!B7");
        var changed = Recalculation.withInput(xlsx, "inputs", "C4", 0.10);
        assertThat(Recalculation.byPoi(changed).get(SampleSpreadsheet.VALUE_TAB + "!B7"))
                .isCloseTo(2 * before, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    @Tag("libreoffice")
    void every_function_and_a_valuation_recalculate_in_libreoffice_and_follow_their_inputs() {
        var functions = SampleSpreadsheet.everyFunction();
        var valuation = SampleSpreadsheet.valuation();
        var tabs = new ArrayList<>(functions.tabs());
        tabs.addAll(valuation.tabs());
        var both = new Spreadsheet(tabs);
        var xlsx = WRITER.bytes(both);
        Recalculation.assertAgrees(Recalculation.byLibreOffice(xlsx), both, xlsx);
        double before = Recalculation.byPoi(xlsx).get(SampleSpreadsheet.VALUE_TAB + "!B7");
        var changed = Recalculation.withInput(xlsx, "inputs", "C4", 0.10);
        var after = Recalculation.byLibreOffice(changed);
        assertThat(after.get(SampleSpreadsheet.VALUE_TAB + "!B7"))
                .isCloseTo(2 * before, org.assertj.core.data.Offset.offset(1e-6));
        var poi = Recalculation.byPoi(changed);
        assertThat(after.keySet()).isEqualTo(poi.keySet());
        after.forEach((address, value) -> assertThat(value)
                .as(address)
                .isCloseTo(
                        poi.get(address), org.assertj.core.data.Offset.offset(1e-9 * Math.max(1e5, Math.abs(value)))));
    }

    @Test
    void a_viewer_that_does_not_calculate_shows_the_worksheet_s_figures() throws IOException {
        var sample = SampleSpreadsheet.valuation();
        try (var workbook = open(WRITER.bytes(sample))) {
            assertThat(workbook.getForceFormulaRecalculation()).isTrue();
            for (var tab : sample.tabs()) {
                for (var cell : tab.cells()) {
                    if (!cell.role().isFormula()) continue;
                    var read = workbook.getSheet(tab.name()).getRow(cell.row()).getCell(cell.column());
                    assertThat(read.getCellType()).isEqualTo(CellType.FORMULA);
                    assertThat(read.getNumericCellValue()).isEqualTo(cell.value());
                }
            }
        }
    }

    @Test
    void words_stay_words() throws IOException {
        var hostile = SampleSpreadsheet.hostileWords();
        var cells = new ArrayList<SpreadsheetCell>();
        for (int i = 0; i < hostile.size(); i++)
            cells.add(words(i, 0, Role.LABEL, hostile.get(i)).noted(hostile.get(i)));
        try (var workbook = open(WRITER.bytes(new Spreadsheet(List.of(new Spreadsheet.Tab("t", cells)))))) {
            for (int i = 0; i < hostile.size(); i++) {
                var cell = workbook.getSheetAt(0).getRow(i).getCell(0);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                var expected = hostile.get(i).replaceAll("[\u0000\u0007]", "\ufffd");
                assertThat(cell.getStringCellValue()).isEqualTo(expected);
                boolean runs = "=+-@\t\r＝".indexOf(hostile.get(i).charAt(0)) >= 0;
                assertThat(cell.getCellStyle().getQuotePrefixed())
                        .as(hostile.get(i))
                        .isEqualTo(runs);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NPV(0.1,A1:A3)",
                "INDIRECT(\"A1\")",
                "HYPERLINK(\"https://example.org\")",
                "WEBSERVICE(\"https://example.org\")",
                "[Other.xlsx]Tab!A1",
                "'[Other.xlsx]Tab'!A1",
                "cmd|'/c calc'!A0",
                "SUM({1,2})",
                "_xlfn.LET(x,1,x)",
                "npv (0.1,A1)",
                "SUM(A1",
                "A1+",
                "NoSuchTab!A1",
                "no_such_name"
            })
    void a_formula_that_reaches_out_or_cannot_be_read_is_refused(String text) {
        var sheet = new Spreadsheet(
                List.of(new Spreadsheet.Tab("t", List.of(formula(1, 1, Role.FORMULA, text, 1, NumberStyle.GENERAL)))));
        assertThatThrownBy(() -> WRITER.bytes(sheet))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t!B2")
                .hasMessageContaining("Use only");
    }

    @Test
    void the_same_cells_give_the_same_bytes() {
        assertThat(WRITER.bytes(SampleSpreadsheet.valuation())).isEqualTo(WRITER.bytes(SampleSpreadsheet.valuation()));
    }

    @Test
    void no_hour_of_writing_is_left_in_the_file() throws IOException {
        var xlsx = WRITER.bytes(SampleSpreadsheet.valuation());
        var year = String.valueOf(LocalDate.now(java.time.ZoneOffset.UTC).getYear());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal().getYear()).isEqualTo(1980);
                var text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                if (!entry.getName().startsWith("docProps")) continue;
                assertThat(text).doesNotContain(year + "-");
            }
        }
        try (var workbook = open(xlsx)) {
            var properties = workbook.getProperties().getCoreProperties();
            assertThat(properties.getTitle()).isEqualTo("Appraisal 评估");
            assertThat(properties.getModified()).isEqualTo(properties.getCreated());
            assertThat(properties.getCreated().toInstant()).hasToString("2025-12-31T00:00:00Z");
        }
    }

    @Test
    void inputs_are_blue_on_yellow_with_their_source_and_name() throws IOException {
        try (var workbook = open(WRITER.bytes(SampleSpreadsheet.valuation()))) {
            var cell = workbook.getSheet("inputs").getRow(2).getCell(2);
            assertThat(cell.getCellStyle().getFont().getXSSFColor().getARGBHex())
                    .isEqualTo("FF0000FF");
            assertThat(cell.getCellStyle().getFillForegroundXSSFColor().getARGBHex())
                    .isEqualTo("FFFFFBE0");
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("0.00%");
            assertThat(cell.getCellComment().getString().getString()).isEqualTo("assumed: Mei 林梅, build-up, page 4");
            assertThat(workbook.getName("_discountRate").getRefersToFormula()).isEqualTo("inputs!$C$3");
            assertThat(workbook.getName("_presentValue").getRefersToFormula()).isEqualTo("'许可费 o''brien'!$B$7");
        }
    }

    @Test
    void headers_stay_in_sight_and_pages_fit() throws IOException {
        try (var workbook = open(WRITER.bytes(SampleSpreadsheet.valuation()))) {
            for (var sheet : workbook) {
                var pane = sheet.getPaneInformation();
                assertThat(pane.isFreezePane()).isTrue();
                assertThat(pane.getHorizontalSplitPosition()).isEqualTo((short) 2);
                assertThat(pane.getVerticalSplitPosition()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("2:2");
            }
        }
    }

    @Test
    void rows_are_high_enough_for_their_words() throws IOException {
        var cells = List.of(
                words(0, 0, Role.TITLE, "Title"),
                words(1, 0, Role.LABEL, "short"),
                words(2, 0, Role.LABEL, "据".repeat(60)),
                words(3, 0, Role.TEXT, "a\nb\nc"));
        try (var workbook = open(WRITER.bytes(new Spreadsheet(List.of(new Spreadsheet.Tab("t", cells)))))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(0).getHeightInPoints()).isEqualTo(26);
            assertThat(sheet.getRow(1).getHeightInPoints()).isEqualTo(15);
            assertThat(sheet.getRow(2).getHeightInPoints())
                    .as("120 characters in a column of 46")
                    .isEqualTo(45);
            assertThat(sheet.getRow(3).getHeightInPoints()).isEqualTo(45);
        }
    }

    @Test
    void names_of_tabs_are_made_valid_and_different() {
        var taken = new ArrayList<String>();
        for (var wanted : List.of(
                "a/b:c",
                "a b c",
                "A B C",
                "'",
                "",
                "History",
                "a very long name of a section of an appraisal",
                "a very long name of a section of another",
                "数据".repeat(30),
                "🐦".repeat(30))) {
            var name = Spreadsheet.tabName(wanted, taken);
            taken.add(name);
            assertThat(name.length()).isBetween(1, 31);
        }
        assertThat(taken.subList(0, 3)).containsExactly("a b c", "a b c (2)", "A B C (3)");
        var tabs = taken.stream()
                .map(name -> new Spreadsheet.Tab(name, List.of(input(0, 0, 1, NumberStyle.GENERAL))))
                .toList();
        assertThat(WRITER.bytes(new Spreadsheet(tabs))).isNotEmpty();
    }

    @Test
    void broken_cells_are_refused_together() {
        assertThatThrownBy(() -> new SpreadsheetCell(
                        -1,
                        0,
                        Role.FORMULA,
                        "=A1",
                        Double.NaN,
                        NumberStyle.GENERAL,
                        Optional.of("A1"),
                        Optional.empty()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.problems()).hasSize(4));
        assertThatThrownBy(() ->
                        new Spreadsheet.Tab("t", List.of(words(0, 0, Role.TEXT, "a"), words(0, 0, Role.TEXT, "b"))))
                .hasMessageContaining("t!A1 must be written once");
        assertThatThrownBy(() -> new Spreadsheet.Tab("a/b", List.of())).hasMessageContaining("Use Spreadsheet.tabName");
        var tab = new Spreadsheet.Tab("t", List.of());
        var same = new Spreadsheet.Tab("T", List.of());
        assertThatThrownBy(() -> new Spreadsheet(List.of(tab, same))).hasMessageContaining("named differently");
    }

    @Test
    void addresses_are_as_spreadsheets_write_them() {
        assertThat(words(0, 0, Role.TEXT, "").address()).isEqualTo("A1");
        assertThat(words(11, 25, Role.TEXT, "").address()).isEqualTo("Z12");
        assertThat(words(0, 26, Role.TEXT, "").address()).isEqualTo("AA1");
        assertThat(words(0, 701, Role.TEXT, "").address()).isEqualTo("ZZ1");
        assertThat(words(1_048_575, 16_383, Role.TEXT, "").address()).isEqualTo("XFD1048576");
    }

    private static XSSFWorkbook open(byte[] xlsx) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
    }
}
