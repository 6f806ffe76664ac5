package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dataassay.valuation.appraisal.AppraisalReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes {@code target/appraisal-en.html} and others for a person to look at, and checks what a machine can see. */
class AppraisalPageTest {

    /** Latin words that a Chinese page may hold: names and ids. */
    private static final Set<String> NAMES = Set.of(
            "Data",
            "Assay",
            "SNAPSHOT",
            "SHA",
            "https",
            "wildlife",
            "strikes",
            "hull",
            "faa",
            "gov",
            "CN",
            "min",
            "max",
            "abs");

    private static final List<String> SECTIONS = List.of(
            "value",
            "asset",
            "indications",
            "reached",
            "uncertainty",
            "quality",
            "assumptions",
            "figures",
            "provenance");

    private static String written(String name, Language language, AppraisalReport report) throws IOException {
        var html = AppraisalPage.html(report, language);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", name + "-" + language.code() + ".html"), html, StandardCharsets.UTF_8);
        return html;
    }

    /** Whether the page holds words; it is too long to be printed in a failure. */
    private static void assertWords(String html, String... words) {
        for (var each : words)
            assertThat(html.contains(Markup.escaped(each))).as(each).isTrue();
    }

    private static void assertMarkup(String html, String... pieces) {
        for (var each : pieces) assertThat(html.contains(each)).as(each).isTrue();
    }

    private static void assertWithout(String html, String... pieces) {
        for (var each : pieces) assertThat(html.contains(each)).as(each).isFalse();
    }

    private static Edition edition(Language language) {
        return Edition.of(language).and(Texts.named(AppraisalPage.class, "appraisal", language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_conclusion_is_told_with_everything_it_rests_on(Language language) throws IOException {
        var report = BirdStrikes.concluded(language);
        var html = written("appraisal", language, report);
        var edition = edition(language);
        for (var id : SECTIONS) assertMarkup(html, "<section id=\"" + id + "\"");
        var conclusion = report.conclusion().orElseThrow();
        var numbers = edition.numbers();
        assertWords(
                html,
                numbers.money(conclusion.amount().amount(), "CNY"),
                numbers.money(conclusion.range().low().orElseThrow().amount(), "CNY"),
                numbers.money(conclusion.range().high().orElseThrow().amount(), "CNY"),
                conclusion.responsiblePerson(),
                conclusion.differencesExplained());
        conclusion.weights().forEach(weight -> assertWords(html, weight.reason()));
        for (var indication : report.indications())
            assertWords(
                    html,
                    numbers.money(indication.amount().amount(), "CNY"),
                    indication.provenance().inputDigest(),
                    edition.text("method." + indication.method()));
        assertWords(
                html,
                edition.text("value.illustrative"),
                edition.text("cap.binds"),
                edition.text("asset.gate"),
                edition.text("uncertainty.tornado"),
                edition.text("quality.measures"),
                report.worksheet().orElseThrow().digest(),
                "4,712",
                "10,000");
        assertMarkup(
                html,
                "id=\"reached-1\"",
                "id=\"reached-2\"",
                "id=\"reached-2-trend\"",
                "id=\"reached-conclusion\"",
                "id=\"tornado\"",
                "id=\"distribution\"",
                "id=\"quality-chart\"");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_figure_stands_at_its_own_address_with_formula_and_source(Language language) {
        var report = BirdStrikes.concluded(language);
        var html = AppraisalPage.html(report, language);
        for (var line : report.worksheet()
                .orElseThrow()
                .explain(FigureLabels.of(language))
                .figures()) {
            assertMarkup(html, "<code dir=\"ltr\">" + line.name() + "</code>");
            if (language == Language.ENGLISH) line.sources().forEach(source -> assertWords(html, source.note()));
        }
        assertMarkup(
                html,
                "id=\"f-income--tax-rate\"",
                "href=\"#f-income--tax-rate\"",
                "href=\"#f-income--operating-margin\"", // the one input without a source
                language == Language.ENGLISH
                        ? "<code dir=\"ltr\">Royalties saved less upkeep × (1 − Tax rate)</code>"
                        : "<code dir=\"ltr\">扣除维护费后的节省额 × (1 − 所得税率)</code>");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void methods_that_gave_nothing_keep_their_place(Language language) throws IOException {
        var report = BirdStrikes.notConcluded(language);
        var html = written("appraisal-open", language, report);
        var edition = edition(language);
        assertThat(report.outcomes().get(0).indication()).isEmpty();
        assertWords(
                html,
                edition.text("value.noConclusion"),
                edition.text("value.weightWithoutIndication", edition.text("method.cost.replacement-cost")),
                edition.text("outcome.failed"),
                "combination");
        assertMarkup(html, "id=\"reached-2\"");
        assertWithout(html, "id=\"reached-1\"", "id=\"reached-conclusion\"");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void refused_and_not_applicable_are_told_apart(Language language) throws IOException {
        var report = BirdStrikes.refused(language);
        var html = written("appraisal-refused", language, report);
        var edition = edition(language);
        assertWords(html, edition.text("outcome.refused"), edition.text("outcome.notApplicable"));
        for (var outcome : report.outcomes()) {
            for (var problem : outcome.outcome().problems())
                assertWords(html, problem.message(Locale.forLanguageTag(language.code())));
        }
        assertMarkup(html, "id=\"tornado\"");
        assertWithout(html, "id=\"distribution\"");
        assertWords(html, edition.text("uncertainty.certain"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_page_without_any_indication_says_why(Language language) throws IOException {
        var html = written("appraisal-none", language, BirdStrikes.nothing(language));
        var edition = edition(language);
        assertWords(html, edition.text("value.noIndication"), edition.text("value.noTerms"));
        assertMarkup(html, "<section id=\"asset\"", "<section id=\"indications\"", "<section id=\"provenance\"");
        assertWithout(html, "<section id=\"figures\"", "<section id=\"reached\"");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_id_is_used_once_and_every_link_is_met(Language language) {
        for (var report : List.of(BirdStrikes.concluded(language), BirdStrikes.unfinished(language))) {
            var html = AppraisalPage.html(report, language);
            var ids = found(" id=\"([^\"]+)\"", html);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(ids).containsAll(found("href=\"#([^\"]+)\"", html));
            assertThat(ids).containsAll(found("url\\(#([^)]+)\\)", html));
            found("aria-labelledby=\"([^\"]+)\"", html)
                    .forEach(names -> assertThat(ids).contains(names.split(" ")));
            assertWithout(html, "<script", " style=", " src=", "NaN", "Infinity", "null", "Optional", "[]", "${");
        }
    }

    private static List<String> found(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void a_chinese_page_holds_no_english() {
        var html = AppraisalPage.html(BirdStrikes.concluded(Language.CHINESE), Language.CHINESE);
        var formulas = found("<code[^>]*>([^<]*)</code>", html).stream()
                .filter(code -> code.contains(" "))
                .toList();
        var text = html.replaceAll("(?s)<style>.*?</style>", " ")
                        .replaceAll("(?s)<code[^>]*>.*?</code>", " ")
                        .replaceAll("<[^>]*>", " ")
                + formulas;
        var words = Pattern.compile("[A-Za-z]{2,}").matcher(text).results().map(m -> m.group());
        assertThat(words.filter(word -> !NAMES.contains(word)).distinct()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='x",
                "&lt;b&gt;",
                "</title></style>"
            })
    void what_a_stranger_writes_stays_text(String mark) {
        for (var language : Language.values()) {
            var html = AppraisalPage.html(BirdStrikes.named(language, mark), language);
            assertWords(html, mark);
            assertWithout(html, mark.equals("&lt;b&gt;") ? "<b>" : mark, "<script", "<img");
            var withoutValues = html.replaceAll("=\"[^\"]*\"", "=\"\"");
            assertThat(found("<[a-z][^>]*\\s(on[a-z]+)=", withoutValues)).isEmpty();
            assertThat(found("(</style>)", html)).hasSize(1);
        }
    }

    @Test
    void right_to_left_and_astral_names_stand_whole() {
        var html = AppraisalPage.html(BirdStrikes.named(Language.ENGLISH, " سجلات 🐦"), Language.ENGLISH);
        assertWords(html, "سجلات 🐦");
        assertWithout(html, "\uFFFD");
    }

    @Test
    void the_same_report_gives_the_same_bytes_whatever_the_platform() {
        var before = Locale.getDefault();
        var expected = AppraisalPage.html(BirdStrikes.concluded(Language.ENGLISH), Language.ENGLISH);
        try {
            for (var tag : new String[] {"tr", "ar-EG-u-nu-arab"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                var again = AppraisalPage.html(BirdStrikes.concluded(Language.ENGLISH), Language.ENGLISH);
                assertThat(again.equals(expected)).as(tag).isTrue();
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void texts_of_the_case_are_read_in_its_translations() {
        var html = AppraisalPage.html(
                BirdStrikes.concluded(Language.ENGLISH),
                Language.CHINESE,
                text -> text.equals("Monthly update pipeline") ? "月度更新流程" : text);
        assertWords(html, "月度更新流程");
        assertWithout(html, "Monthly update pipeline");
    }
}
