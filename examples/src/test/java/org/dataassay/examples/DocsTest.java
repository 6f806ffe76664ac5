package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dataassay.valuation.result.MethodProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manual promises: two languages that say the same, no code that was not compiled and run, a page for every method. */
class DocsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path CODE = Path.of("src").toAbsolutePath().normalize();
    private static final Pattern INCLUDE = Pattern.compile("<<< *(?<path>[^#{ ]+)(#(?<region>[\\w-]+))?.*");
    private static final Pattern FENCE = Pattern.compile("\\s*(```|~~~)(?<language>\\w*).*");

    /** Fences that may be typed by hand; code of the library never is. */
    private static final Set<String> TYPED = Set.of("sh", "json", "text", "xml", "yaml");

    /** A line that takes in a file, and the line above it. */
    private record Include(Path page, String path, String region, String above) {

        Path file() {
            return page.resolveSibling(path).toAbsolutePath().normalize();
        }
    }

    @Test
    void every_page_is_there_in_both_languages() {
        assertThat(pagesOf("en")).isNotEmpty().isEqualTo(pagesOf("zh"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void both_languages_have_the_same_sections_and_show_the_same_code(String page) {
        var en = DOCS.resolve("en").resolve(page);
        var zh = DOCS.resolve("zh").resolve(page);
        assertThat(shape(zh)).isEqualTo(shape(en));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void code_is_a_region_of_a_tested_example(String page) {
        for (var language : List.of("en", "zh")) {
            for (var include : includes(DOCS.resolve(language).resolve(page))) {
                assertThat(include.above)
                        .as("%s: the line above <<< %s, which else vanishes", include.page, include.path)
                        .isBlank();
                assertThat(include.file()).startsWith(CODE).isRegularFile();
                if (include.region.isEmpty()) continue;
                var lines = lines(include.file()).stream().map(String::strip).toList();
                assertThat(lines)
                        .as("%s in %s", include.region, include.file())
                        .containsSubsequence("// #region " + include.region, "// #endregion " + include.region);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void no_code_is_typed_by_hand(String page) {
        for (var language : List.of("en", "zh")) {
            var path = DOCS.resolve(language).resolve(page);
            boolean open = false;
            for (var line : lines(path)) {
                var fence = FENCE.matcher(line);
                if (!fence.matches()) continue;
                open = !open;
                if (open) assertThat(TYPED).as(path.toString()).contains(fence.group("language"));
            }
        }
    }

    @Test
    void every_method_of_the_catalogue_has_its_page() {
        var missing = new TreeSet<String>();
        for (var listing : ServiceLoader.load(MethodProvider.Listing.class)) {
            for (var provider : listing.methods()) {
                var page = provider.id().family() + "/" + provider.id().name() + ".md";
                if (!pagesOf("en").contains(page)) missing.add(page);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_page_can_be_reached_from_the_side() throws IOException {
        var config = Files.readString(DOCS.resolve(".vitepress").resolve("config.mts"));
        assertThat(pagesOf("en").stream()
                        .map(page -> page.substring(0, page.length() - ".md".length()))
                        .filter(page -> !page.equals("index")))
                .allSatisfy(page -> assertThat(config).contains("'" + page + "'"));
    }

    @Test
    void every_decision_is_listed() {
        for (var language : List.of("en", "zh")) {
            var list = String.join("\n", lines(DOCS.resolve(language).resolve("decisions.md")));
            for (var decision : markdown(DOCS.resolve("decisions")))
                assertThat(list).contains("/decisions/" + decision.substring(0, decision.length() - ".md".length()));
        }
    }

    @Test
    void the_lock_file_names_no_registry() throws IOException {
        assertThat(Files.readString(DOCS.resolve("package-lock.json"))).doesNotContain("\"resolved\"");
    }

    static Stream<String> pages() {
        return pagesOf("en").stream();
    }

    private static Set<String> pagesOf(String language) {
        return markdown(DOCS.resolve(language));
    }

    private static Set<String> markdown(Path folder) {
        try (var files = Files.walk(folder)) {
            var names = new TreeSet<String>();
            files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".md"))
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Levels of headings and the code shown, in order. */
    private static List<String> shape(Path page) {
        var shape = new ArrayList<String>();
        boolean fenced = false;
        for (var line : lines(page)) {
            if (FENCE.matcher(line).matches()) fenced = !fenced;
            if (!fenced && line.startsWith("#")) shape.add(line.substring(0, line.indexOf(' ')));
            if (line.startsWith("<<<")) shape.add(line);
        }
        return shape;
    }

    private static List<Include> includes(Path page) {
        var includes = new ArrayList<Include>();
        var above = "";
        for (var line : lines(page)) {
            var include = INCLUDE.matcher(line);
            if (include.matches()) {
                var region = include.group("region");
                includes.add(new Include(page, include.group("path"), region == null ? "" : region, above));
            }
            above = line;
        }
        return includes;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
