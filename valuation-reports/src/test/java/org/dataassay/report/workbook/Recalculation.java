package org.dataassay.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dataassay.report.Tools;
import org.dataassay.valuation.sheet.Spreadsheet;

/**
 * Calculates a workbook anew with a program that is not ours and compares each formula's result with the worksheet's figure: equal to {@link
 * #TOLERANCE} of the largest number that takes part.
 */
public final class Recalculation {

    /** Agreement, as a share of the largest of the figure and the numbers its formula refers to. */
    public static final double TOLERANCE = 1e-9;

    private Recalculation() {}

    /** Each formula's value by address, such as {@code tab!B3}, calculated by Apache POI. */
    public static Map<String, Double> byPoi(byte[] xlsx) {
        return read(xlsx, true);
    }

    /** Each formula's value by address, calculated by LibreOffice; skips the test where there is none. */
    public static Map<String, Double> byLibreOffice(byte[] xlsx) {
        var office = Tools.require("soffice");
        try {
            var folder = Files.createTempDirectory("recalculation");
            try {
                var profile = Files.createDirectories(folder.resolve("profile/user"));
                Files.writeString(
                        profile.resolve("registrymodifications.xcu"), ALWAYS_RECALCULATE, StandardCharsets.UTF_8);
                var in = Files.write(folder.resolve("in.xlsx"), xlsx);
                var out = Files.createDirectories(folder.resolve("out"));
                var process = new ProcessBuilder(
                                office.toString(),
                                "-env:UserInstallation="
                                        + folder.resolve("profile").toUri(),
                                "--headless",
                                "--norestore",
                                "--convert-to",
                                "xlsx:Calc MS Excel 2007 XML",
                                "--outdir",
                                out.toString(),
                                in.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
                if (!process.waitFor(180, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("LibreOffice did not finish within 180 s.");
                }
                var converted = out.resolve("in.xlsx");
                assertThat(converted)
                        .as("%s", Files.readString(folder.resolve("log")))
                        .exists();
                return read(Files.readAllBytes(converted), false);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The workbook with another number in one cell, its formulas and their old results untouched. */
    public static byte[] withInput(byte[] xlsx, String tab, String address, double value) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var at = new CellReference(address);
            var cell = workbook.getSheet(tab).getRow(at.getRow()).getCell(at.getCol());
            assertThat(cell.getCellType()).as("%s!%s is an input", tab, address).isEqualTo(CellType.NUMERIC);
            cell.setCellValue(value);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every formula of the spreadsheet has the worksheet's figure. */
    public static void assertAgrees(Map<String, Double> recalculated, Spreadsheet expected, byte[] xlsx) {
        var magnitudes = magnitudes(expected, xlsx);
        int formulas = 0;
        for (var tab : expected.tabs()) {
            for (var cell : tab.cells()) {
                if (!cell.role().isFormula()) continue;
                var address = tab.name() + "!" + cell.address();
                assertThat(recalculated).containsKey(address);
                double magnitude = Math.max(Math.abs(cell.value()), magnitudes.getOrDefault(address, 0.0));
                assertThat(recalculated.get(address))
                        .as("%s = %s", address, cell.text())
                        .isCloseTo(cell.value(), within(TOLERANCE * magnitude));
                formulas++;
            }
        }
        assertThat(recalculated).hasSize(formulas);
    }

    private static final String ALWAYS_RECALCULATE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            </oor:items>
            """;

    private static Map<String, Double> read(byte[] xlsx, boolean evaluate) {
        var values = new TreeMap<String, Double>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (var sheet : workbook) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() != CellType.FORMULA) continue;
                        var address =
                                sheet.getSheetName() + "!" + cell.getAddress().formatAsString();
                        if (evaluate) {
                            var value = evaluator.evaluate(cell);
                            values.put(
                                    address,
                                    number(
                                            address,
                                            value.getCellType(),
                                            value.getNumberValue(),
                                            value.getBooleanValue(),
                                            value.formatAsString()));
                        } else {
                            values.put(address, cached(address, cell));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static double cached(String address, Cell cell) {
        var type = cell.getCachedFormulaResultType();
        return number(
                address,
                type,
                type == CellType.NUMERIC ? cell.getNumericCellValue() : 0,
                type == CellType.BOOLEAN && cell.getBooleanCellValue(),
                type.name());
    }

    private static double number(String address, CellType type, double number, boolean truth, String shown) {
        if (type == CellType.NUMERIC) return number;
        if (type == CellType.BOOLEAN) return truth ? 1 : 0;
        throw new AssertionError(address + " gives no number but " + shown);
    }

    /** The largest number that each formula refers to. */
    private static Map<String, Double> magnitudes(Spreadsheet spreadsheet, byte[] xlsx) {
        var numbers = new TreeMap<String, Double>();
        var named = new TreeMap<String, Double>();
        for (var tab : spreadsheet.tabs()) {
            for (var cell : tab.cells()) {
                numbers.put(key(tab.name(), cell.row(), cell.column()), Math.abs(cell.value()));
                cell.definedName().ifPresent(name -> named.put(name, Math.abs(cell.value())));
            }
        }
        var magnitudes = new TreeMap<String, Double>();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var names = XSSFEvaluationWorkbook.create(workbook);
            for (var tab : spreadsheet.tabs()) {
                for (var cell : tab.cells()) {
                    if (!cell.role().isFormula()) continue;
                    double largest = 0;
                    for (Ptg part : FormulaParser.parse(
                            cell.text(), names, FormulaType.CELL, workbook.getSheetIndex(tab.name()), cell.row())) {
                        if (part instanceof RefPtgBase ref) {
                            var sheet = part instanceof Ref3DPxg other ? other.getSheetName() : tab.name();
                            largest = Math.max(
                                    largest, numbers.getOrDefault(key(sheet, ref.getRow(), ref.getColumn()), 0.0));
                        } else if (part instanceof AreaPtgBase area) {
                            var sheet = part instanceof Area3DPxg other ? other.getSheetName() : tab.name();
                            for (int r = area.getFirstRow(); r <= area.getLastRow(); r++) {
                                for (int c = area.getFirstColumn(); c <= area.getLastColumn(); c++) {
                                    largest = Math.max(largest, numbers.getOrDefault(key(sheet, r, c), 0.0));
                                }
                            }
                        } else if (part instanceof NamePtg name) {
                            largest = Math.max(largest, named.getOrDefault(names.getNameText(name), 0.0));
                        } else {
                            assertThat(part).isNotInstanceOf(NameXPxg.class);
                        }
                    }
                    magnitudes.put(tab.name() + "!" + cell.address(), largest);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return magnitudes;
    }

    private static String key(String tab, int row, int column) {
        return tab + "!" + row + "," + column;
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
