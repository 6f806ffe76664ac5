package org.dataassay.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenTest {

    private static final Path SAMPLE = Path.of("cases", "portfolio");

    @TempDir
    private Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Terminal screen(Path inventory, Path rules, String... more) {
        var args = new java.util.ArrayList<>(
                List.of("screen", inventory.toString(), "--rules", rules.toString(), "--out", out().toString()));
        args.addAll(List.of(more));
        return Terminal.assay(args.toArray(String[]::new));
    }

    private Terminal sample(String... more) {
        return screen(SAMPLE.resolve("inventory.csv"), SAMPLE.resolve("rules.json"), more);
    }

    private List<String> names(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_sample_portfolio() throws IOException {
        var terminal = sample();
        assertThat(terminal.code()).as(terminal.err()).isZero();
        assertThat(terminal.out()).isEqualTo("""
                12 rows, 10 screened, 2 with problems
                  leave  5 assets, 3 with a rough estimate, in all CNY 275,000.00
                  appraise  4 assets, 4 with a rough estimate, in all CNY 4,756,000.00
                  watch  1 asset, 1 with a rough estimate, in all CNY 375,000.00
                """);
        assertThat(terminal.err()).contains("the files are in " + out());
        assertThat(names(out()))
                .containsExactly("errors.csv", "manifest.json", "rules.json", "screened.csv", "summary.json");
        assertThat(names(folder)).as("no work folder is left").containsExactly("out");
        assertThat(Files.readString(out().resolve("screened.csv")))
                .contains("4,P-004,Harbor crane logs,watch,material-but-not-ready,375000.00,CNY,income,quality\r\n")
                .contains("5,P-005,Customer chat archive,leave,closed-gate,,,,rights; security; material\r\n")
                .contains("12,P-012,'=SUM of meter readings,appraise,");
        assertThat(Files.readString(out().resolve("errors.csv")))
                .contains("10,11,P-010,booked_cost,CELL_NOT_NUMBER,")
                .contains("11,12,P-011,currency,CURRENCY_OTHER,");
        assertThat(Files.readString(out().resolve("summary.json"))).contains("\"sha256\"");
    }

    @Test
    void again_and_resumed_it_is_the_same_and_can_be_verified() throws IOException {
        sample();
        var before = Files.readString(out().resolve("manifest.json"));
        assertThat(sample("--resume").code()).isZero();
        assertThat(out().resolve("manifest.json")).hasContent(before);
        var verify = Terminal.assay("verify", out().toString());
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("4 files agree");
        Files.writeString(out().resolve("screened.csv"), "changed");
        assertThat(Terminal.assay("verify", out().toString()).code()).isEqualTo(1);
    }

    @Test
    void in_chinese() throws IOException {
        var terminal = sample("--lang", "zh");
        assertThat(terminal.out()).startsWith("12 行，已分类 10 行，有问题 2 行\n").contains("合计");
        assertThat(Files.readString(out().resolve("errors.csv"))).contains("须为数字，但为 '1,500,000'");
    }

    @Test
    void what_is_wrong_as_a_whole_leaves_nothing_behind() throws IOException {
        var inventory = Files.writeString(folder.resolve("inventory.csv"), "asset_id,name\n1,x\n");
        var terminal = screen(inventory, SAMPLE.resolve("rules.json"));
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .contains("in 10 places")
                .contains("columns.cost.column names column 'booked_cost', which the table does not have");
        var rules = Files.writeString(folder.resolve("rules.json"), "{ \"currency\": \"CNY\", \"colums\": {} }");
        var broken = screen(SAMPLE.resolve("inventory.csv"), rules);
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("colums is not a field here. Did you mean columns?");
        assertThat(screen(SAMPLE.resolve("none.csv"), SAMPLE.resolve("rules.json"))
                        .code())
                .isEqualTo(2);
        assertThat(names(folder)).containsExactly("inventory.csv", "rules.json");
    }

    @Test
    void a_folder_of_others_and_one_that_cannot_be_written() throws IOException {
        Files.writeString(Files.createDirectory(out()).resolve("mine.txt"), "mine");
        assertThat(sample().code()).isEqualTo(2);
        assertThat(names(folder)).containsExactly("out");
        Files.writeString(folder.resolve("file"), "x");
        var terminal = Terminal.assay(
                "screen",
                SAMPLE.resolve("inventory.csv").toString(),
                "--rules",
                SAMPLE.resolve("rules.json").toString(),
                "--out",
                folder.resolve("file").resolve("out").toString());
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.err()).contains("cannot be written");
    }

    @Test
    void help_and_schema() {
        assertThat(Terminal.assay("screen", "--help").out())
                .contains("INVENTORY.csv")
                .contains("--resume");
        assertThat(Terminal.assay("schema", "screening").out()).startsWith("{").contains("materiality");
    }
}
