package org.dataassay.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the real data, and what can be checked of it later. */
class AppraiseTest {

    private static final List<String> SAME_BYTES = List.of(
            "case.json", "rules.json", "result.json", "graph.json", "quality.json", "report.en.html", "report.zh.html");

    @TempDir
    private Path folder;

    private void appraised(Path out, String... more) {
        var terminal = CaseCopy.in(fresh()).appraiseInto(out, more);
        assertThat(terminal.code()).as(terminal.err()).isZero();
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folder, "case");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void leaves_every_paper_and_a_summary() throws IOException {
        var terminal = CaseCopy.in(fresh()).appraiseInto(folder.resolve("out"));
        assertThat(terminal.code()).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains("Wildlife Strike Records, Hull Insurance Edition")
                .contains("cost (cost.replacement-cost)  CNY 1,8")
                .contains("income (income.relief-from-royalty)  CNY 2,3")
                .contains("market (market.comparable-transactions)  CNY 2,2")
                .contains("conclusion CNY 2,120,000.00")
                .contains("Lin Zhiyuan (fictitious), valuer");
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/workbook.xlsx");
        var result = Files.readString(folder.resolve("out/result.json"));
        assertThat(result)
                .contains(
                        "replication-cap",
                        "\"costToReplicate\"",
                        "\"sha256\": \"45777edf69984b37599e73dbfb34dbc976055243547407214261a4fcb9466462\"");
        assertThat(result).doesNotContain("source-not-stated");
    }

    @Test
    void says_it_in_chinese() {
        var terminal = CaseCopy.in(fresh()).appraiseInto(folder.resolve("out"), "--lang", "zh");
        assertThat(terminal.out())
                .contains("野生动物撞击记录·机身险版")
                .contains("评估基准日 2025年12月31日")
                .contains("结论 2,120,000.00 元")
                .contains("林致远");
    }

    @Test
    void the_number_of_threads_changes_no_byte() throws IOException {
        appraised(folder.resolve("one"), "--threads", "1");
        appraised(folder.resolve("eight"), "--threads", "8");
        for (var name : SAME_BYTES)
            assertThat(folder.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("eight").resolve(name));
    }

    @Test
    void a_second_run_replaces_the_first() {
        appraised(folder.resolve("out"));
        appraised(folder.resolve("out"));
        assertThat(Terminal.assay("verify", folder.resolve("out").toString()).code())
                .isZero();
    }

    @Test
    void of_two_runs_into_one_folder_one_wins_whole() throws Exception {
        var out = folder.resolve("out");
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Terminal> run = () -> {
                var copy = CaseCopy.in(fresh());
                together.await();
                return copy.appraiseInto(out, "--threads", "1");
            };
            var first = pool.submit(run);
            var second = pool.submit(run);
            var codes = List.of(first.get().code(), second.get().code());
            // normally 0 and 3; where one was done before the other began, it was replaced: 0 and 0
            assertThat(codes).contains(0).isSubsetOf(0, 3);
        } finally {
            pool.shutdownNow();
        }
        assertThat(Terminal.assay("verify", out.toString()).code()).isZero();
        try (var entries = Files.list(folder)) {
            assertThat(entries.map(p -> p.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void a_sound_bundle_verifies() {
        appraised(folder.resolve("out"));
        var terminal = Terminal.assay("verify", folder.resolve("out").toString());
        assertThat(terminal.code()).isZero();
        assertThat(terminal.out())
                .contains("files agree")
                .contains("figures agree to the last bit")
                .contains("appraised again by this version: the same");
    }

    @Test
    void a_changed_figure_a_changed_graph_and_a_missing_file_are_found() throws IOException {
        var out = folder.resolve("out");
        appraised(out);
        var result = Files.readString(out.resolve("result.json"));
        Files.writeString(out.resolve("result.json"), result.replaceFirst("2376786", "2376787"));
        Files.delete(out.resolve("quality.json"));
        var terminal = Terminal.assay("verify", out.toString());
        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.out()).contains("result.json was changed").contains("quality.json is missing");
    }

    @Test
    void an_altered_graph_does_not_replay() throws IOException {
        var out = folder.resolve("out");
        appraised(out);
        var graph = Files.readString(out.resolve("graph.json"));
        alter(out, graph.replaceFirst("\"operands\": \\[\\d+", "\"operands\": [700"), "There are");
        int last = graph.lastIndexOf("\"operation\"");
        int vertices = graph.split("\"operation\"", -1).length - 1;
        var looped = graph.replaceFirst("\"operands\": \\[\\d+", "\"operands\": [" + (vertices - 1));
        assertThat(last).isPositive();
        alter(out, looped, "a cycle");
        alter(
                out,
                "{\"schemaVersion\": 1, \"graph\": {\"currency\": \"CNY\", \"vertices\": [" + "{},".repeat(999_999)
                        + "{}]}}",
                "100000 elements");
        alter(out, "no JSON", "is not JSON");
        Files.delete(out.resolve("graph.json"));
        assertThat(Terminal.assay("verify", out.toString()).out()).contains("graph.json must be an existing file");
    }

    private static void alter(Path out, String graph, String expected) throws IOException {
        Files.writeString(out.resolve("graph.json"), graph);
        var terminal = Terminal.assay("verify", out.toString());
        assertThat(terminal.code()).isEqualTo(1);
        assertThat(terminal.out())
                .contains("graph.json was changed")
                .contains("replay: differs")
                .contains(expected);
    }

    @Test
    void what_is_no_bundle_is_said_so() {
        var terminal = Terminal.assay("verify", folder.toString());
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("must be a folder written by appraise, but it has no manifest.json");
    }
}
