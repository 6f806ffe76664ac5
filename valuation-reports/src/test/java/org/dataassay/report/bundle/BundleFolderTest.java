package org.dataassay.report.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dataassay.report.bundle.Bundle.Content;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleFolderTest {

    private static final int RUNS = 8;

    @TempDir
    private Path place;

    private static Bundle bundle(String words) {
        return Bundle.of(Map.of("a.txt", Content.of(words), "b.txt", Content.of(words + words)));
    }

    private void publish(String words) {
        BundleFolder.claim(place.resolve("out").toString()).publish(bundle(words));
    }

    private String[] besideIt() throws IOException {
        try (var entries = Files.list(place)) {
            return entries.map(p -> p.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }

    @Test
    void writes_a_folder_and_the_folders_around_it() throws IOException {
        var out = place.resolve("a/b/out");
        BundleFolder.claim(out.toString()).publish(bundle("x"));
        assertThat(out.resolve("a.txt")).hasContent("x");
        assertThat(Manifest.parse(Files.readAllBytes(out.resolve(Manifest.FILE)))
                        .file("b.txt")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(2);
    }

    @Test
    void replaces_its_own_folder() throws IOException {
        publish("old");
        publish("new");
        assertThat(place.resolve("out/a.txt")).hasContent("new");
        assertThat(besideIt()).containsExactly("out");
    }

    @Test
    void never_replaces_what_it_did_not_write() throws IOException {
        publish("mine");
        Files.writeString(place.resolve("out/letter.txt"), "yours");
        assertThatThrownBy(() -> publish("new"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds letter.txt, which no appraisal wrote");
        assertThat(place.resolve("out/a.txt")).hasContent("mine");
        assertThat(besideIt()).containsExactly("out");
    }

    @Test
    void refuses_a_file_an_empty_folder_and_another_manifest() throws IOException {
        Files.writeString(place.resolve("file"), "x");
        assertThatThrownBy(() -> BundleFolder.claim(place.resolve("file").toString()))
                .hasMessageContaining("is a file");
        Files.createDirectory(place.resolve("empty"));
        assertThatThrownBy(() -> BundleFolder.claim(place.resolve("empty").toString()))
                .hasMessageContaining("is empty");
        Files.writeString(
                Files.createDirectory(place.resolve("other")).resolve("manifest.json"), "{\"name\": \"web app\"}");
        assertThatThrownBy(() -> BundleFolder.claim(place.resolve("other").toString()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("manifest.json is not ours");
    }

    @Test
    void one_that_came_first_is_left_as_it_is() throws IOException {
        var first = BundleFolder.claim(place.resolve("out").toString());
        var second = BundleFolder.claim(place.resolve("out").toString());
        first.publish(bundle("first"));
        assertThatThrownBy(() -> second.publish(bundle("second")))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("written by another run in the meantime");
        assertThat(place.resolve("out/a.txt")).hasContent("first");
        assertThat(besideIt()).containsExactly("out");
    }

    @ParameterizedTest(name = "where a bundle is there already: {0}")
    @ValueSource(booleans = {false, true})
    void of_many_at_once_one_wins_whole(boolean isThere) throws Exception {
        if (isThere) publish("before");
        var together = new CyclicBarrier(RUNS);
        var pool = Executors.newFixedThreadPool(RUNS);
        try {
            var runs = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < RUNS; i++) {
                var words = "run " + i;
                Callable<Boolean> run = () -> {
                    var folder = BundleFolder.claim(place.resolve("out").toString());
                    together.await();
                    try {
                        folder.publish(bundle(words));
                        return true;
                    } catch (ValuationFailedException e) {
                        assertThat(e).hasMessageContaining("another run");
                        return false;
                    }
                };
                runs.add(pool.submit(run));
            }
            int winner = -1;
            int winners = 0;
            for (int i = 0; i < RUNS; i++) {
                if (!runs.get(i).get()) continue;
                winner = i;
                winners++;
            }
            assertThat(winners).isEqualTo(1);
            assertThat(place.resolve("out/a.txt")).hasContent("run " + winner);
            assertThat(place.resolve("out/b.txt")).hasContent("run " + winner + "run " + winner);
            assertThat(besideIt()).containsExactly("out");
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void what_cannot_be_written_leaves_nothing() throws IOException {
        Files.writeString(place.resolve("file"), "x");
        assertThatThrownBy(() -> BundleFolder.claim(place.resolve("file/out").toString()))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("is not a folder");
        assertThat(besideIt()).containsExactly("file");
    }
}
