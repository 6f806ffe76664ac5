package org.dataassay.report.workbook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Spreadsheet;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.dataassay.valuation.sheet.SpreadsheetCell.NumberStyle;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;
import org.jspecify.annotations.Nullable;

/**
 * A case as a workbook to fill in: one line for each field, its place in the case, its value on yellow, the kind of value, and what the case's comments say of it.
 * What is written out is read back as the same case.
 *
 * <p>On reading, a line without a place is passed over; a number left blank is a field left out; a formula counts as the value it shows; lines of a list may be
 * taken out or added, their numbers only keep them apart and in order.
 */
public final class CaseWorkbook {

    /** Lines that are read. */
    public static final int MOST_LINES = 100_000;

    /** Bytes of a workbook that is read. */
    public static final int MOST_BYTES = 20_000_000;

    private static final int PLACE = 0;
    private static final int VALUE = 1;
    private static final int KIND = 2;
    private static final int REMARK = 3;
    private static final int FIRST_LINE = 3;
    private static final String TAB = "case 案例";

    private CaseWorkbook() {}

    /** What stands in the column of values. */
    private enum Kind {
        TEXT("text", "文字"),
        NUMBER("number", "数值"),
        FLAG("true/false", "是否"),
        NOTHING("nothing", "无"),
        EMPTY_LIST("empty list", "空表"),
        EMPTY_OBJECT("empty object", "空项");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        String label() {
            return english + " " + chinese;
        }

        static Optional<Kind> of(String text) {
            var own = text.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(kind -> own.equals(kind.label()) || own.equals(kind.english) || own.equals(kind.chinese))
                    .findFirst();
        }
    }

    /**
     * The workbook of a case.
     *
     * @param title in the head of the sheet and the properties
     * @param json the case, in which comments may stand
     * @param date the date in the properties: the valuation date
     */
    public static byte[] of(String title, String json, LocalDate date) {
        var cells = new ArrayList<SpreadsheetCell>();
        cells.add(SpreadsheetCell.words(0, PLACE, Role.TITLE, title));
        cells.add(SpreadsheetCell.words(2, PLACE, Role.HEADER, "Field 字段"));
        cells.add(SpreadsheetCell.words(2, VALUE, Role.HEADER, "Value 取值"));
        cells.add(SpreadsheetCell.words(2, KIND, Role.HEADER, "Kind 类型"));
        cells.add(SpreadsheetCell.words(2, REMARK, Role.HEADER, "Remarks 说明"));
        new Lines(json, cells).write(FIRST_LINE);
        return new WorkbookWriter(title, "", date).bytes(new Spreadsheet(List.of(new Spreadsheet.Tab(TAB, cells))));
    }

    /** Walks the JSON and its comments, line by line of the text. */
    private static final class Lines {
        private final String[] text;
        private final JsonParser parser;
        private final List<SpreadsheetCell> cells;
        private int row;
        private int read;

        Lines(String json, List<SpreadsheetCell> cells) {
            this.text = json.split("\\R", -1);
            this.cells = cells;
            try {
                parser = JsonFactory.builder()
                        .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()
                        .createParser(json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void write(int firstRow) {
            row = firstRow;
            try (parser) {
                parser.nextToken();
                for (var remark : remarks(parser.currentTokenLocation().getLineNr() - 1))
                    cells.add(SpreadsheetCell.words(row++, REMARK, Role.TEXT, remark));
                value(CasePlace.ROOT);
            } catch (IOException e) {
                throw InvalidInputException.of(
                        ValuationError.INVALID, "case", String.valueOf(e.getMessage()), "Correct the JSON.");
            }
        }

        private void value(CasePlace place) throws IOException {
            switch (parser.currentToken()) {
                case START_OBJECT -> {
                    int fields = 0;
                    for (; parser.nextToken() != JsonToken.END_OBJECT; fields++) {
                        var name = parser.currentName();
                        parser.nextToken();
                        value(place.field(name));
                    }
                    if (fields == 0) line(place, Kind.EMPTY_OBJECT, "");
                }
                case START_ARRAY -> {
                    int elements = 0;
                    for (; parser.nextToken() != JsonToken.END_ARRAY; elements++) value(place.element(elements));
                    if (elements == 0) line(place, Kind.EMPTY_LIST, "");
                }
                case VALUE_STRING -> line(place, Kind.TEXT, parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> line(place, Kind.NUMBER, parser.getText());
                case VALUE_TRUE, VALUE_FALSE -> line(place, Kind.FLAG, parser.getText());
                default -> line(place, Kind.NOTHING, "");
            }
        }

        /** The comments on the lines of the text from the last one read up to this one. */
        private List<String> remarks(int upTo) {
            var remarks = new ArrayList<String>();
            for (; read <= upTo && read < text.length; read++) {
                var line = text[read].strip();
                if (line.startsWith("//")) remarks.add(line.substring(2).strip());
            }
            return remarks;
        }

        private void line(CasePlace place, Kind kind, String value) {
            cells.add(SpreadsheetCell.words(row, PLACE, Role.LABEL, place.text()));
            cells.add(
                    kind == Kind.NUMBER && isExact(value)
                            ? SpreadsheetCell.input(row, VALUE, Double.parseDouble(value), NumberStyle.GENERAL)
                            : SpreadsheetCell.words(row, VALUE, Role.ENTRY, value));
            cells.add(SpreadsheetCell.words(row, KIND, Role.TEXT, kind.label()));
            var remarks = remarks(parser.currentTokenLocation().getLineNr() - 1);
            if (!remarks.isEmpty())
                cells.add(SpreadsheetCell.words(row, REMARK, Role.TEXT, String.join("\n", remarks)));
            row++;
        }
    }

    /** Whether a cell gives the number back digit by digit: spreadsheets show fifteen. */
    private static boolean isExact(String number) {
        var decimal = new BigDecimal(number);
        return decimal.precision() <= 15 && Math.abs((long) decimal.scale()) <= 300;
    }

    /**
     * The case that stands in a workbook, as JSON.
     *
     * @param name what the file is called in messages
     * @throws InvalidInputException where it is no workbook, or a line cannot be read; with every such line
     */
    public static String json(String name, InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES)
            throw InvalidInputException.of(
                    ReportError.FILE_TOO_LARGE, name, MOST_BYTES, "more", "Take out sheets and pictures.");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var check = new Check();
            var tree = new CaseTree();
            int lines = 0;
            for (var row : workbook.getSheetAt(0)) {
                if (++lines > MOST_LINES)
                    throw InvalidInputException.of(
                            ValuationError.TOO_LARGE, name, MOST_LINES + " lines", "more", "Leave out empty lines.");
                read(row, tree, check);
            }
            check.done();
            return tree.json();
        } catch (InvalidInputException e) {
            throw e;
        } catch (OpenXML4JRuntimeException | POIXMLException | IOException | IllegalArgumentException e) {
            throw InvalidInputException.of(
                    ReportError.FILE_UNREADABLE, name, "it is no workbook (" + e.getMessage() + ")");
        }
    }

    private static void read(Row row, CaseTree tree, Check check) {
        var where = text(row.getCell(PLACE)).strip();
        if (row.getRowNum() < FIRST_LINE || where.isEmpty()) return;
        var place = CasePlace.parse(where);
        if (place.isEmpty()) {
            check.add(Problem.of(
                    ValuationError.INVALID,
                    "A" + (row.getRowNum() + 1),
                    "'" + shown(where) + "' is no place in a case",
                    "Write it as the other lines, such as asset.rights[0].type."));
            return;
        }
        var cell = Optional.ofNullable(row.getCell(VALUE));
        var kind = Kind.of(text(row.getCell(KIND)));
        if (kind.isEmpty()) {
            check.add(Problem.of(
                    ValuationError.INVALID,
                    "C" + (row.getRowNum() + 1),
                    "'" + shown(text(row.getCell(KIND))) + "' is no kind of value",
                    "Copy it from another line."));
            return;
        }
        try {
            var value = value(kind.get(), cell);
            if (value.isPresent() && !tree.put(place.get(), value.get()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "A" + (row.getRowNum() + 1),
                        shown(where),
                        "Give each place once, as a value or as a list; take one line out."));
        } catch (NumberFormatException notOfItsKind) {
            check.add(Problem.of(
                    ValuationError.INVALID,
                    "B" + (row.getRowNum() + 1),
                    "'" + shown(cell.map(CaseWorkbook::text).orElse("")) + "' is not of the kind "
                            + kind.get().label(),
                    "Write a value of that kind, or change the kind beside it."));
        }
    }

    /** Empty where the field is left out. */
    private static Optional<JsonNode> value(Kind kind, Optional<Cell> cell) {
        var nodes = JsonNodeFactory.instance;
        var text = cell.map(CaseWorkbook::text).orElse("");
        return switch (kind) {
            case TEXT -> Optional.of(nodes.textNode(text));
            case NUMBER ->
                text.isBlank()
                        ? Optional.empty()
                        : Optional.of(
                                nodes.numberNode(new BigDecimal(text.strip().replace(",", ""))));
            case FLAG -> text.isBlank() ? Optional.empty() : Optional.of(nodes.booleanNode(flag(text.strip())));
            case NOTHING -> Optional.of(nodes.nullNode());
            case EMPTY_LIST -> Optional.of(nodes.arrayNode());
            case EMPTY_OBJECT -> Optional.of(nodes.objectNode());
        };
    }

    private static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "是" -> true;
            case "false", "no", "否" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    /** What the cell shows: of a formula the value it had when it was saved; a date as 2025-12-31. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) return "";
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : Plain.of(cell.getNumericCellValue());
            default -> "";
        };
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
