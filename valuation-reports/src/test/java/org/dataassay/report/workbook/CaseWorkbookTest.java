package org.dataassay.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseWorkbookTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private static final String CASE = """
            // 说明 · For you
            {
              "title": "Licences, 2025",
              // who buys it
              // 谁买
              "asset": { "records": 10000, "rights": [ { "exclusive": false, "share": 0.1 }, { "exclusive": true } ], "evidence": [] },
              "translations": { "zh": { "Licences, \\"2025\\".": "许可", "a.b": "=1+1" } },
              "note": "", "none": null, "empty": {}, "long": 0.12345678901234567890
            }
            """;

    private static JsonNode back(byte[] workbook) throws IOException {
        return JSON.readTree(CaseWorkbook.json("case.xlsx", new ByteArrayInputStream(workbook)));
    }

    private static byte[] workbook() {
        return CaseWorkbook.of("A case", CASE, LocalDate.of(2025, 12, 31));
    }

    /** The workbook after a person has been at it. */
    private static byte[] edited(Consumer<XSSFSheet> edit) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            edit.accept(workbook.getSheetAt(0));
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static int line(XSSFSheet sheet, String place) {
        for (var row : sheet)
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(place)) return row.getRowNum();
        throw new AssertionError(place);
    }

    @Test
    void what_is_written_is_read_back_as_the_same_case() throws IOException {
        assertThat(back(workbook())).isEqualTo(JSON.readTree(CASE));
    }

    @Test
    void comments_stand_beside_the_field_they_precede() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(3).getCell(3).getStringCellValue()).isEqualTo("说明 · For you");
            assertThat(sheet.getRow(line(sheet, "asset.records")).getCell(3).getStringCellValue())
                    .isEqualTo("who buys it\n谁买");
        }
    }

    @Test
    void values_may_be_numbers_dates_and_formulas_where_text_stood() throws IOException {
        var changed = back(edited(sheet -> {
            sheet.getRow(line(sheet, "title")).getCell(1).setCellValue(2025);
            var formula = sheet.getRow(line(sheet, "asset.records")).getCell(1);
            formula.setCellFormula("20*3");
            formula.setCellValue(60);
            sheet.getRow(line(sheet, "asset.rights[0].exclusive")).getCell(1).setCellValue("是");
            var date = sheet.getRow(line(sheet, "note")).getCell(1);
            var style = sheet.getWorkbook().createCellStyle();
            style.setDataFormat((short) 14);
            date.setCellStyle(style);
            date.setCellValue(LocalDate.of(2025, 6, 30));
        }));
        assertThat(changed.get("title").textValue()).isEqualTo("2025");
        assertThat(changed.at("/asset/records").intValue()).isEqualTo(60);
        assertThat(changed.at("/asset/rights/0/exclusive").booleanValue()).isTrue();
        assertThat(changed.get("note").textValue()).isEqualTo("2025-06-30");
    }

    @Test
    void a_blank_number_is_left_out_and_a_list_closes_its_gaps() throws IOException {
        var changed = back(edited(sheet -> {
            sheet.getRow(line(sheet, "asset.records")).getCell(1).setBlank();
            sheet.removeRow(sheet.getRow(line(sheet, "asset.rights[0].exclusive")));
            sheet.removeRow(sheet.getRow(line(sheet, "asset.rights[0].share")));
            var row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.createCell(0).setCellValue("asset.rights[7].exclusive");
            row.createCell(1).setCellValue(false);
            row.createCell(2).setCellValue("true/false");
        }));
        assertThat(changed.at("/asset").has("records")).isFalse();
        assertThat(changed.at("/asset/rights").toString()).isEqualTo("[{\"exclusive\":true},{\"exclusive\":false}]");
    }

    @Test
    void every_line_that_cannot_be_read_is_named() throws IOException {
        var spoilt = edited(sheet -> {
            sheet.getRow(line(sheet, "title")).getCell(0).setCellValue("asset..[x");
            sheet.getRow(line(sheet, "asset.records")).getCell(1).setCellValue("many");
            sheet.getRow(line(sheet, "note")).getCell(2).setCellValue("words");
            sheet.getRow(line(sheet, "none")).getCell(0).setCellValue("asset.rights[1].exclusive");
            sheet.getRow(line(sheet, "long")).getCell(0).setCellValue("asset.rights.first");
        });
        assertThatThrownBy(() -> back(spoilt))
                .hasMessageContaining("'asset..[x' is no place in a case")
                .hasMessageContaining("'many' is not of the kind number")
                .hasMessageContaining("'words' is no kind of value")
                .hasMessageContaining("asset.rights[1].exclusive")
                .hasMessageContaining("asset.rights.first");
    }

    @Test
    void what_is_no_workbook_is_refused() {
        assertThatThrownBy(() -> back("PK no zip".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("case.xlsx cannot be read: it is no workbook");
        assertThatThrownBy(() -> back(new byte[CaseWorkbook.MOST_BYTES + 1]))
                .hasMessageContaining("at most 20000000 bytes");
    }

    /** A part that unpacks to far more than it weighs. */
    @Test
    void a_decompression_bomb_is_refused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(workbook()));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    zip.write(
                            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                    .getBytes(StandardCharsets.UTF_8));
                    var blanks = new byte[1 << 20];
                    java.util.Arrays.fill(blanks, (byte) ' ');
                    for (int i = 0; i < 64; i++) zip.write(blanks);
                    zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
                } else {
                    in.transferTo(zip);
                }
            }
        }
        assertThatThrownBy(() -> back(out.toByteArray())).hasMessageContaining("it is no workbook");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_case_survives_the_workbook(long seed) throws IOException {
        var json = any(new SplittableRandom(seed), 0);
        assertThat(back(CaseWorkbook.of("A case", json.toPrettyString(), LocalDate.of(2025, 12, 31))))
                .isEqualTo(json);
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static JsonNode any(SplittableRandom random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(depth > 3 ? 4 : 6);
        var nodes = JSON.getNodeFactory();
        if (depth == 0 || kind == 4) {
            var object = nodes.objectNode();
            int fields = random.nextInt(depth == 0 ? 1 : 0, 5);
            for (int i = 0; i < fields; i++) object.set(name(random), any(random, depth + 1));
            return object;
        }
        return switch (kind) {
            case 0 -> nodes.textNode(name(random));
            case 1 -> nodes.numberNode(random.nextInt(-1000, 1000));
            case 2 -> nodes.booleanNode(random.nextBoolean());
            case 3 -> nodes.nullNode();
            default -> {
                var list = nodes.arrayNode();
                int elements = random.nextInt(4);
                for (int i = 0; i < elements; i++) list.add(any(random, depth + 1));
                yield list;
            }
        };
    }

    private static String name(SplittableRandom random) {
        var alphabet = "ab1.[]\"\\ =数é_-".codePoints().toArray();
        var text = new StringBuilder("n");
        for (int i = random.nextInt(6); i > 0; i--) text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        return text.toString();
    }
}
