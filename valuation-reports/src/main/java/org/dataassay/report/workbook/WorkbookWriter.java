package org.dataassay.report.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Spreadsheet;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;

/**
 * Writes a worksheet's cells as an .xlsx workbook. Formulas stay live: change a yellow cell and the result follows. Each formula also carries
 * the figure it had on the worksheet, so a viewer that does not calculate shows the same numbers.
 *
 * <p>Words stay words: a text that begins like a formula is stored as text and marked so that it stays text when edited. A formula may call
 * only what spreadsheets have shared since 2007 and reaches nothing outside the workbook. No clock takes part; the same cells give a workbook
 * of the same content.
 *
 * <p>Immutable and thread-safe.
 *
 * @param title the workbook's title in its properties
 * @param author who answers for it
 * @param date the date in its properties: the valuation date
 */
public record WorkbookWriter(String title, String author, LocalDate date) {

    /** Columns are at least this wide, in characters. */
    public static final int NARROWEST_COLUMN = 9;

    /** Columns are at most this wide, in characters; longer words are wrapped. */
    public static final int WIDEST_COLUMN = 46;

    /** A check is painted red above this size, or above ten times its size on the worksheet where that is more. */
    public static final String CHECK_TOLERANCE = "0.000001";

    private static final float LINE_HEIGHT = 15;
    private static final float TITLE_HEIGHT = 26;
    private static final float HIGHEST_ROW = 405;
    private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String RED_IF = "ABS(%1$s)>MAX(" + CHECK_TOLERANCE + ",10*ABS(%2$s))";
    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** The workbook as bytes. */
    public byte[] bytes(Spreadsheet spreadsheet) {
        refuseForeignFormulas(spreadsheet);
        try (var workbook = new XSSFWorkbook()) {
            var properties = workbook.getProperties().getCoreProperties();
            var when = Optional.of(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
            properties.setTitle(title);
            properties.setCreator(author);
            properties.setCreated(when);
            properties.setModified(when);
            for (var tab : spreadsheet.tabs()) workbook.createSheet(tab.name());
            for (var tab : spreadsheet.tabs()) name(workbook, tab);
            var styles = new Styles(workbook);
            for (var tab : spreadsheet.tabs()) fill(workbook.getSheet(tab.name()), tab, styles);
            workbook.setForceFormulaRecalculation(true);
            var raw = new ByteArrayOutputStream();
            workbook.write(raw);
            return withoutTimes(raw.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Writes the workbook to a stream and leaves the stream open. */
    public void write(Spreadsheet spreadsheet, OutputStream out) throws IOException {
        out.write(bytes(spreadsheet));
    }

    private static void refuseForeignFormulas(Spreadsheet spreadsheet) {
        var check = new Check();
        var tabs = spreadsheet.tabs().stream().map(Spreadsheet.Tab::name).collect(Collectors.toSet());
        for (var tab : spreadsheet.tabs()) {
            for (var cell : tab.cells()) {
                if (!cell.role().isFormula()) continue;
                FormulaText.fault(cell.text(), tabs).ifPresent(fault -> check.add(refused(tab, cell, fault)));
            }
        }
        check.done();
    }

    private static Problem refused(Spreadsheet.Tab tab, SpreadsheetCell cell, String fault) {
        return Problem.of(
                ValuationError.INVALID,
                tab.name() + "!" + cell.address(),
                "the formula " + cell.text() + " " + fault,
                "Use only + − × / ^, cells, names and "
                        + String.join(", ", new java.util.TreeSet<>(FormulaText.FUNCTIONS)) + ".");
    }

    private static void name(XSSFWorkbook workbook, Spreadsheet.Tab tab) {
        for (var cell : tab.cells()) {
            if (cell.definedName().isEmpty()) continue;
            var name = workbook.createName();
            name.setNameName(cell.definedName().get());
            name.setRefersToFormula(SheetNameFormatter.format(tab.name()) + "!" + absolute(cell));
        }
    }

    private static String absolute(SpreadsheetCell cell) {
        return cell.address().replaceFirst("^([A-Z]+)([0-9]+)$", "\\$$1\\$$2");
    }

    private void fill(XSSFSheet sheet, Spreadsheet.Tab tab, Styles styles) {
        var inOrder = tab.cells().stream()
                .sorted(Comparator.comparingInt(SpreadsheetCell::row).thenComparingInt(SpreadsheetCell::column))
                .toList();
        var check = new Check();
        var numeric = tab.cells().stream()
                .filter(cell -> cell.role().isNumber())
                .map(SpreadsheetCell::column)
                .collect(Collectors.toSet());
        XSSFDrawing notes = null;
        for (var cell : inOrder) {
            var row = sheet.getRow(cell.row()) == null ? sheet.createRow(cell.row()) : sheet.getRow(cell.row());
            var target = row.createCell(cell.column());
            try {
                put(cell, target, styles, numeric.contains(cell.column()));
            } catch (FormulaParseException e) {
                check.add(refused(tab, cell, "cannot be read (" + e.getMessage() + ")"));
            }
            if (cell.role() == Role.CHECK) redIfNotZero(sheet, cell);
            if (cell.note().isPresent()) {
                if (notes == null) notes = sheet.createDrawingPatriarch();
                note(notes, cell, target);
            }
        }
        check.done();
        columns(sheet, tab);
        rows(sheet, tab);
        freezeAndPrint(sheet, tab);
    }

    private static void put(SpreadsheetCell cell, XSSFCell target, Styles styles, boolean overNumbers) {
        boolean quoted = !cell.role().isNumber() && looksLikeFormula(cell.text());
        boolean right = cell.role() == Role.HEADER && overNumbers;
        target.setCellStyle(styles.of(cell.role(), cell.style(), quoted, right));
        if (cell.role().isFormula()) {
            target.setCellFormula(cell.text());
            target.setCellValue(cell.value());
        } else if (cell.role().isNumber()) {
            target.setCellValue(cell.value());
        } else {
            target.setCellValue(new XSSFRichTextString(safe(cell.text())));
        }
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** Words without characters that XML forbids; what looks like an escape of the format is escaped, so that it is shown as it is. */
    private static String safe(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t'
                                || c == '\n'
                                || c == '\r'
                                || (c >= 0x20 && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
                        ? c
                        : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return ESCAPE_LIKE.matcher(clean).replaceAll("_x005F_");
    }

    private static void redIfNotZero(XSSFSheet sheet, SpreadsheetCell cell) {
        var formatting = sheet.getSheetConditionalFormatting();
        var rule = formatting.createConditionalFormattingRule(
                String.format(java.util.Locale.ROOT, RED_IF, cell.address(), Double.toString(cell.value())));
        var fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(org.apache.poi.ss.usermodel.IndexedColors.ROSE.index);
        fill.setFillPattern(org.apache.poi.ss.usermodel.PatternFormatting.SOLID_FOREGROUND);
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(cell.row(), cell.row(), cell.column(), cell.column())},
                rule);
    }

    private void note(XSSFDrawing notes, SpreadsheetCell cell, XSSFCell target) {
        var words = cell.note().orElseThrow();
        int lines = 1
                + words.length() / 32
                + (int) words.chars().filter(c -> c == '\n').count();
        int column = Math.min(cell.column() + 1, SpreadsheetCell.LAST_COLUMN - 3);
        int row = Math.min(cell.row(), SpreadsheetCell.LAST_ROW - 40);
        var anchor = new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 3, row + Math.min(30, lines + 1));
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        var comment = notes.createCellComment(anchor);
        comment.setString(new XSSFRichTextString(safe(words)));
        comment.setAuthor(author);
        comment.setAddress(target.getAddress());
    }

    private static void columns(XSSFSheet sheet, Spreadsheet.Tab tab) {
        var widths = new TreeMap<Integer, Integer>();
        for (var cell : tab.cells()) {
            if (cell.role() == Role.TITLE) continue;
            widths.merge(cell.column(), characters(cell) + 2, Math::max);
        }
        widths.forEach((column, width) ->
                sheet.setColumnWidth(column, 256 * Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, width))));
    }

    /** Rows high enough for their wrapped words: not every program measures them when it opens the file. */
    private static void rows(XSSFSheet sheet, Spreadsheet.Tab tab) {
        var heights = new TreeMap<Integer, Float>();
        for (var cell : tab.cells()) {
            if (cell.role().isNumber()) continue;
            float height = TITLE_HEIGHT;
            if (cell.role() != Role.TITLE) {
                double room = sheet.getColumnWidth(cell.column()) / 256.0 - 1;
                double lines = cell.text()
                        .lines()
                        .mapToDouble(line -> Math.max(1, StrictMath.ceil(units(line) / room)))
                        .sum();
                height = (float) Math.min(HIGHEST_ROW, lines * LINE_HEIGHT);
            }
            if (height > LINE_HEIGHT) heights.merge(cell.row(), height, Math::max);
        }
        heights.forEach((row, height) -> sheet.getRow(row).setHeightInPoints(height));
    }

    /** The width of words in characters; those of East Asia count twice. */
    private static int units(String words) {
        return words.codePoints().map(c -> c >= 0x1100 ? 2 : 1).limit(10_000).sum();
    }

    private static int characters(SpreadsheetCell cell) {
        if (!cell.role().isNumber()) {
            return cell.text()
                    .codePoints()
                    .map(c -> c >= 0x1100 ? 2 : 1)
                    .limit(200)
                    .sum();
        }
        double size = Math.abs(cell.value());
        int whole = size < 10 ? 1 : Math.min(20, (int) StrictMath.floor(StrictMath.log10(size)) + 1);
        int decimals = switch (cell.style()) {
            case MONEY, PERCENT, YEARS -> 3;
            case UNIT_PRICE -> 9;
            case FACTOR -> 7;
            case GENERAL, NONE -> 6;
        };
        return 1 + whole + (whole - 1) / 3 + decimals;
    }

    private static void freezeAndPrint(XSSFSheet sheet, Spreadsheet.Tab tab) {
        var header = tab.cells().stream()
                .filter(c -> c.role() == Role.HEADER)
                .mapToInt(SpreadsheetCell::row)
                .min();
        boolean labels = tab.cells().stream().anyMatch(c -> c.role() == Role.LABEL && c.column() == 0);
        // a header far down is that of a later table: freezing up to it would leave no room to scroll
        int rows = header.isPresent() && header.getAsInt() < 12 ? header.getAsInt() + 1 : 0;
        if (rows > 0 || labels) sheet.createFreezePane(labels ? 1 : 0, rows);
        if (rows > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(header.getAsInt(), header.getAsInt(), -1, -1));
        }
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    /** The same package with its parts in order and without the hour it was written. */
    private static byte[] withoutTimes(byte[] raw) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(raw))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                parts.put(entry.getName(), in.readAllBytes());
        }
        var first = Comparator.<String, Boolean>comparing(name -> !name.equals("[Content_Types].xml"));
        var out = new ByteArrayOutputStream(raw.length);
        try (var zip = new ZipOutputStream(out)) {
            for (var name : parts.keySet().stream()
                    .sorted(first.thenComparing(Comparator.naturalOrder()))
                    .toList()) {
                var entry = new ZipEntry(name);
                entry.setTimeLocal(ZIP_TIME);
                zip.putNextEntry(entry);
                zip.write(parts.get(name));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
