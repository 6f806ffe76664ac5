package org.dataassay.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get wrong: each is named with what to do, ends with its exit code and leaves no folder. */
class BadInputTest {

    @TempDir
    private Path folder;

    private CaseCopy sample() {
        return CaseCopy.in(folder);
    }

    @Test
    void not_json() {
        var err = sample().with("\"language\": \"en\",", "\"language\": \"en\" oops,")
                .fails(2)
                .err();
        assertThat(err).contains("case.json is not JSON: line 3, column").contains("oops");
    }

    @Test
    void an_unknown_field() {
        var err = sample().with("\"developersProfit\":", "\"developersProfits\":")
                .fails(2)
                .err();
        assertThat(err)
                .contains("methods[0].facts.developersProfits is not a field here. Did you mean developersProfit?");
    }

    @Test
    void an_unknown_field_of_the_case_itself() {
        var err = sample().with("\"approachesNotUsed\":", "\"approachNotUsed\":")
                .fails(2)
                .err();
        assertThat(err).contains("approachNotUsed is not a field here. Did you mean approachesNotUsed?");
    }

    @Test
    void a_missing_field() {
        var err = sample().with("\"base\": \"net-revenue\",", "").fails(2).err();
        assertThat(err).contains("methods[1].facts.royalty.base is missing.").contains("gross-revenue");
    }

    @Test
    void an_unknown_method() {
        var err = sample().with("income.relief-from-royalty", "income.relief-of-royalty")
                .fails(2)
                .err();
        assertThat(err).contains("methods[1].method").contains("income.relief-from-royalty");
    }

    @Test
    void fifteen_instead_of_fifteen_percent() {
        var err = sample().with(
                        "\"discountRate\": {\n      \"value\": 0.16", "\"discountRate\": {\n      \"value\": 15")
                .fails(2)
                .err();
        assertThat(err).contains("must be at most 1 as a decimal per year, but was 15. Did you mean 0.15 (15%)?");
    }

    @Test
    void not_a_number_and_infinity() {
        assertThat(sample().with("\"roundedTo\": 10000", "\"roundedTo\": NaN")
                        .fails(2)
                        .err())
                .contains("is not JSON")
                .contains("Numbers must be finite");
    }

    @Test
    void a_number_beyond_all_numbers() {
        assertThat(sample().with("\"roundedTo\": 10000", "\"roundedTo\": 1e400")
                        .fails(2)
                        .err())
                .contains("conclusion.roundedTo");
    }

    @Test
    void a_negative_life() {
        var err = sample().with(
                        "\"remainingUsefulLife\": {\n            \"value\": 6.0",
                        "\"remainingUsefulLife\": {\n            \"value\": -6.0")
                .fails(2)
                .err();
        assertThat(err)
                .contains(
                        "methods[1].facts.terms.remainingUsefulLife must be above 0 and at most 10000 years, but was -6.");
    }

    @Test
    void growth_at_or_above_the_discount_rate() {
        var err = sample().with(
                        "\"taxAmortization\":",
                        "\"terminalValue\": { \"constant-growth\": { \"growth\": 0.16 } }, \"taxAmortization\":")
                .fails(2)
                .err();
        assertThat(err)
                .contains("growthBelowDiscountRate")
                .contains("0.16 is not < 0.16")
                .contains("Lower the growth");
    }

    @Test
    void another_currency_within_the_case() {
        var err = sample().with("\"CNY 65000.00\"", "\"USD 65000.00\"").fails(2).err();
        assertThat(err).contains("it is in USD but the sheet is in CNY").contains("Convert it to CNY");
    }

    @Test
    void an_unknown_currency() {
        var err = sample().with("\"currency\": \"CNY\"", "\"currency\": \"RMB\"")
                .fails(2)
                .err();
        assertThat(err).contains("context.currency names \"RMB\", which is not known. Did you mean CNY?");
    }

    @Test
    void no_comparables() {
        var text = sample().text();
        int from = text.indexOf("\"comparables\": [");
        int to = text.indexOf("\"adjustments\": [");
        var err = sample2(text.substring(from, to), "\"comparables\": [], ")
                .fails(2)
                .err();
        assertThat(err)
                .contains("methods[2].facts.comparables must be 1 to 1000, but was 0.")
                .contains("Without comparables the market approach does not apply");
    }

    private CaseCopy sample2(String old, String now) {
        try {
            Files.delete(folder.resolve("birdstrikes.csv"));
            Files.delete(folder.resolve("rules.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return sample().with(old, now);
    }

    @Test
    void a_missing_data_file() {
        var err = sample().with("\"file\": \"birdstrikes.csv\"", "\"file\": \"birdstrike.csv\"")
                .fails(2)
                .err();
        assertThat(err).contains("data.file must be an existing file, but there is none at birdstrike.csv.");
    }

    @Test
    void a_data_file_outside_the_folder_of_the_case() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        var err = CaseCopy.in(inner)
                .with("\"file\": \"birdstrikes.csv\"", "\"file\": \"../secret.csv\"")
                .fails(2)
                .err();
        assertThat(err).contains("data.file must stay below the folder of the case, but was ../secret.csv.");
        var linked = Files.createDirectory(folder.resolve("linked"));
        var copy = CaseCopy.in(linked).with("\"file\": \"birdstrikes.csv\"", "\"file\": \"link.csv\"");
        Files.createSymbolicLink(linked.resolve("link.csv"), folder.resolve("secret.csv"));
        assertThat(copy.fails(2).err()).contains("data.file must stay below the folder of the case, but was link.csv");
    }

    @Test
    void ragged_rows() {
        var err = spoiled("a,b\n1,2\n3\n4,5,6\n").fails(2).err();
        assertThat(err).contains("data.csv must have at most 5% of its rows rejected, but 2 of 3 do not have 2 fields");
    }

    @Test
    void a_wrong_encoding() {
        var err = spoiled("ville,valeur\nZürich,1\n".getBytes(StandardCharsets.ISO_8859_1))
                .fails(2)
                .err();
        assertThat(err)
                .contains(
                        "data.csv was read as UTF-8, but byte 0xFC does not belong there (byte offset 14, row 1 (line 2), column 'ville')")
                .contains("iconv");
    }

    @Test
    void a_nul_byte() {
        assertThat(spoiled("a,b\n1,\0\n").fails(2).err())
                .contains("data.csv must be text, but has a NUL byte (byte offset 6");
    }

    @Test
    void a_line_of_a_hundred_megabytes() throws IOException {
        var copy = spoiled("a,b\n1,2\n");
        try (var file = new RandomAccessFile(folder.resolve("data.csv").toFile(), "rw")) {
            var chunk = new byte[1 << 20];
            java.util.Arrays.fill(chunk, (byte) 'x');
            file.seek(file.length());
            for (int i = 0; i < 100; i++) file.write(chunk);
        }
        assertThat(copy.fails(2).err()).contains("data.csv must have fields of at most 1048576 bytes");
    }

    @Test
    void no_rows() {
        assertThat(spoiled("a,b\n").fails(2).err()).contains("data.csv has a header and no rows");
    }

    @Test
    void a_header_with_one_name_twice() {
        assertThat(spoiled("a,b,a\n1,2,3\n").fails(2).err())
                .contains("data.csv must name each column once, but the header repeats");
    }

    private CaseCopy spoiled(String csv) {
        return spoiled(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private CaseCopy spoiled(byte[] csv) {
        return sample().withData(csv).with("\"rules\": \"rules.json\",", "");
    }

    @Test
    void no_evidence_of_a_right() {
        var err = sample().with("\"evidence\": [\"registration\", \"opinion\"]", "\"evidence\": []")
                .fails(4)
                .err();
        assertThat(err).contains("gate.rights-evidence").contains("OPERATE_PRODUCT");
    }

    @Test
    void a_failed_compliance_check() {
        var copy = sample();
        int at = copy.text().indexOf("\"passed\": true");
        var line = copy.text().substring(copy.text().lastIndexOf('\n', at), at);
        var err = copy.with(line + "\"passed\": true", line + "\"passed\": false")
                .fails(4)
                .err();
        assertThat(err).contains("gate.compliance-check");
    }

    @Test
    void an_unwritable_folder() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var terminal = sample().appraiseInto(file.resolve("out"));
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.err())
                .contains("cannot be written")
                .contains("is not a folder")
                .contains("Choose a folder that you may write to");
        assertThat(file).hasContent("no folder");
    }

    @Test
    void a_folder_of_someone_else() throws IOException {
        var out = Files.createDirectory(folder.resolve("theirs"));
        Files.writeString(out.resolve("letter.txt"), "keep me");
        var terminal = sample().appraiseInto(out);
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("has no manifest.json").contains("Choose another folder");
        assertThat(out.resolve("letter.txt")).hasContent("keep me");
    }

    @Test
    void everything_wrong_is_said_at_once() {
        var err = sample().with("\"title\":", "\"titel\":")
                .with("\"currency\": \"CNY\"", "\"currency\": \"RMB\"")
                .with("\"file\": \"birdstrikes.csv\"", "\"file\": \"nowhere.csv\"")
                .with("\"base\": \"net-revenue\",", "")
                .with("\"grade\": \"quote\"", "\"grade\": \"guess\"")
                .with("\"sector\": \"transport\"", "\"sector\": \"aviation\"")
                .fails(2)
                .err();
        assertThat(err)
                .contains("titel is not a field here. Did you mean title?")
                .contains("title is missing")
                .contains("context.currency")
                .contains("data.file")
                .contains("methods[1].facts.royalty.base is missing")
                .contains("methods[2].facts.comparables[2].grade")
                .contains("asset.sector");
    }

    @Test
    void a_missing_case() {
        var terminal = Terminal.assay(
                "appraise",
                folder.resolve("none.json").toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("none.json must be an existing file");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void an_unknown_command_or_option() {
        assertThat(Terminal.assay("apraise").code()).isEqualTo(2);
        assertThat(Terminal.assay("appraise", "case.json").code()).isEqualTo(2);
        assertThat(Terminal.assay().code()).isEqualTo(2);
    }
}
