package org.dataassay.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Last year's appraisal and this year's, compared. */
class BridgeTest {

    @TempDir
    private static Path bundles;

    @TempDir
    private Path folder;

    @BeforeAll
    static void appraised() throws IOException {
        appraise("case-2024.json", "old");
        appraise("case.json", "new");
    }

    private static void appraise(String name, String out) throws IOException {
        var copy = CaseCopy.in(Files.createTempDirectory(bundles, "case"), name);
        var terminal = copy.appraiseInto(bundles.resolve(out));
        assertThat(terminal.code()).as(terminal.err()).isZero();
    }

    private static Terminal bridge(Path old, Path now, Path out, String... more) {
        var args =
                new java.util.ArrayList<>(List.of("bridge", old.toString(), now.toString(), "--out", out.toString()));
        args.addAll(List.of(more));
        return Terminal.assay(args.toArray(String[]::new));
    }

    private Terminal bridge(String... more) {
        return bridge(bundles.resolve("old"), bundles.resolve("new"), folder.resolve("out"), more);
    }

    @Test
    void says_why_the_value_moved() throws IOException {
        var terminal = bridge();
        assertThat(terminal.code()).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .startsWith("Wildlife Strike Records, Hull Insurance Edition\n31 December 2024  CNY 1,880,000.00\n")
                .contains("  Passage of time  CNY +")
                .contains("  Structure  CNY +") // the market method came
                .contains("  Royalty rate · Relief from royalty  CNY +")
                .endsWith("31 December 2025  CNY 2,120,000.00\n");
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "bridge.json", "request.json", "bridge.en.html", "bridge.zh.html", "manifest.json");
        }
        assertThat(Files.readString(folder.resolve("out/bridge.json")))
                .contains("\"difference\": \"CNY 240000.00\"", "\"cause\": \"date-roll\"");
        assertThat(Files.readString(folder.resolve("out/bridge.zh.html"))).contains("时间推移", "野生动物撞击记录·机身险版");
    }

    @Test
    void says_it_in_chinese() {
        assertThat(bridge("--lang", "zh").out())
                .startsWith("野生动物撞击记录·机身险版\n2024年12月31日  1,880,000.00 元\n")
                .contains("  时间推移  +", "折现率 · 共用假设");
    }

    @Test
    void a_second_run_gives_the_same_bytes_and_the_request_gives_them_again() throws IOException {
        bridge();
        var first = Files.readString(folder.resolve("out/bridge.json"));
        assertThat(bridge().code()).isZero();
        assertThat(Files.readString(folder.resolve("out/bridge.json"))).isEqualTo(first);
        assertThat(Terminal.assay("value", folder.resolve("out/request.json").toString())
                        .out())
                .isEqualTo(first);
        var verified = Terminal.assay("verify", folder.resolve("out").toString());
        assertThat(verified.code()).isZero();
        assertThat(verified.out()).contains("4 files agree", "by this version: the same");
    }

    @Test
    void a_changed_bundle_is_not_compared() throws IOException {
        var spoiled = Files.createDirectory(folder.resolve("spoiled"));
        try (var files = Files.list(bundles.resolve("old"))) {
            for (var file : files.toList()) Files.copy(file, spoiled.resolve(file.getFileName()));
        }
        var result = Files.readString(spoiled.resolve("result.json"));
        Files.writeString(spoiled.resolve("result.json"), result.replace("1880000", "1980000"));
        var terminal = bridge(spoiled, bundles.resolve("new"), folder.resolve("out"));
        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.err()).contains("is not what was written", "result.json was changed");
        assertThat(terminal.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void the_later_bundle_first_is_wrong_input() {
        var terminal = bridge(bundles.resolve("new"), bundles.resolve("old"), folder.resolve("out"));
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("Give the earlier valuation as before.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void what_is_no_bundle_is_said_so() {
        var terminal = bridge(folder, bundles.resolve("new"), folder.resolve("out"));
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("must be a folder written by appraise");
    }

    @Test
    void a_bundle_that_is_compared_is_never_replaced() {
        var terminal = bridge(bundles.resolve("old"), bundles.resolve("new"), bundles.resolve("new"));
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("it is one of the two that are compared");
        assertThat(bundles.resolve("new/case.json")).exists();
    }
}
