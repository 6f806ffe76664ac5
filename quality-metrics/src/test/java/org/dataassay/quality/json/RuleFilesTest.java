package org.dataassay.quality.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFilesTest {

    /** One rule of every kind. */
    private static final String ALL = """
            # what a table of customers must be like
            schemaVersion: 1
            missingValues: ["N/A", no]
            rules:
              - {id: a, indicator: 0201, notNull: {column: x, alsoMissing: [none]}}
              - {id: b, indicator: 0304, unique: {}}
              - {id: b2, indicator: 0304, unique: {columns: [x, "y: z"]}}
              - id: c
                indicator: 0302
                severity: warning
                weight: 0.5
                description:
                  zh: 只含小写字母
                  en: "Lower case letters only"
                matches: {column: x, pattern: "[a-z]+", negated: true}
              - {id: d, indicator: 0105, dimension: accuracy, inSet: {column: x, values: [a, "1", "null", 'yes']}}
              - {id: e, indicator: 0302, range: {column: x, minimum: -1.50, maximum: 1e3}}
              - {id: f, indicator: 0302, type: {column: x, type: date, format: dd/MM/yyyy}}
              - {id: f2, indicator: 0302, type: {column: x, type: timestamp}}
              - id: g
                indicator: 0402
                holds:
                  expression: >-
                    if [a] = 'x'
                    then [b] > 0
              - {id: h, indicator: 0502, withinDays: {column: x, days: 3}}
              - {id: i, indicator: 0501, notAfterValuationDate: {column: x}}
              - {id: j, indicator: 0501, coversMonths: {column: x, from: 2020-01, to: 2020-12}}
              - {id: k, indicator: 0202, coversDays: {column: x, from: 2020-01-01}}
              - {id: l, indicator: 0302, length: {column: x, minimum: 1, maximum: 18}}
              - {id: m, indicator: 0302, semanticType: {column: x, type: email}}
              - {id: n, indicator: 0305, notSuspicious: {column: x}}
              - {id: o, indicator: 0105, references: {columns: [x], table: codes.csv, tableColumns: [code]}}
              - {id: p, indicator: 0202, coversKeys: {columns: [x, y], table: codes.csv}}
              - {id: q, indicator: 0503, inOrder: {column: x, strictly: true}}
              - {id: r, indicator: 0502, newestWithinDays: {column: x, days: 7}}
              - {id: s, indicator: 0202, rowCount: {minimum: 1, maximum: 10000000000}}
              - {id: t, indicator: 0202, expectedRows: {rows: 365}}
              - {id: u, indicator: 0302, severity: info, aggregate: {column: x, figure: mean, minimum: 0.1}}
              - {id: v, indicator: 0302, share: {expression: "[x] > 0", maximum: 0.9}}
            """;

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(QualityJson.rulesSchema(), InputFormat.JSON);
    }

    @ParameterizedTest
    @EnumSource(RuleFormat.class)
    void what_is_written_is_read_back_the_same(RuleFormat format) {
        var rules = QualityJson.readRules(ALL, RuleFormat.YAML);
        assertThat(rules.rules()).hasSize(24);
        assertThat(rules.rules().stream()
                        .map(r -> ConstraintForms.of(r.constraint()).name())
                        .distinct())
                .containsExactlyElementsOf(ConstraintForms.ALL.keySet().stream()
                        .sorted(java.util.Comparator.comparingInt(name -> order(rules, name)))
                        .toList());
        assertThat(QualityJson.readRules(QualityJson.write(rules, format), format))
                .isEqualTo(rules);
        assertThat(QualityJson.readRules(QualityJson.write(RuleSet.none(), format), format))
                .isEqualTo(RuleSet.none());
    }

    private static int order(RuleSet rules, String form) {
        return (int) rules.rules().stream()
                .takeWhile(r -> !ConstraintForms.of(r.constraint()).name().equals(form))
                .count();
    }

    @Test
    void yaml_is_written_for_people_to_edit() {
        var rules = QualityJson.readRules(ALL, RuleFormat.YAML);
        var only = new RuleSet(rules.missing(), rules.rules().subList(3, 5));
        assertThat(QualityJson.write(only, RuleFormat.YAML)).isEqualTo("""
                schemaVersion: 1
                missingValues: ["N/A", "no"]
                rules:
                  - id: c
                    description:
                      en: "Lower case letters only"
                      zh: "只含小写字母"
                    indicator: "0302"
                    severity: warning
                    weight: 0.5
                    matches:
                      column: x
                      pattern: "[a-z]+"
                      negated: true

                  - id: d
                    indicator: "0105"
                    dimension: accuracy
                    inSet:
                      column: x
                      values: [a, "1", "null", "yes"]
                """);
    }

    @Test
    void the_committed_schema_is_the_one_of_the_forms() throws IOException {
        var file = Path.of("src/main/resources/org/dataassay/quality/rules.schema.json");
        if (Boolean.getBoolean("assay.regenerate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, QualityJson.rulesSchema());
        }
        assertThat(Files.readString(file)).isEqualTo(QualityJson.rulesSchema());
    }

    @Test
    void what_is_read_and_written_fits_the_schema() throws IOException {
        var rules = QualityJson.readRules(ALL, RuleFormat.YAML);
        assertThat(schema().validate(QualityJson.write(rules, RuleFormat.JSON), InputFormat.JSON))
                .isEmpty();
        try (var files = Files.walk(Path.of("../examples/cases"))) {
            var found = files.filter(f -> f.getFileName().toString().matches("rules.*\\.json"))
                    .toList();
            assertThat(found).isNotEmpty();
            for (var file : found) {
                if (!Files.readString(file).contains("\"indicator\""))
                    continue; // rules of another kind: who is screened
                assertThat(QualityJson.readRules(Files.readString(file))).isNotNull();
                assertThat(schema().validate(Files.readString(file), InputFormat.JSON))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaVersion\": 1}",
                "{\"schemaVersion\": 2, \"rules\": []}",
                "{\"schemaVersion\": 1, \"rules\": [], \"more\": 1}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a\", \"indicator\": \"0201\"}]}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a b\", \"indicator\": \"0201\", \"unique\": {}}]}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a\", \"indicator\": \"9\", \"unique\": {}}]}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a\", \"indicator\": \"0201\", \"unique\": {}, \"notNull\": {\"column\": \"x\"}}]}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a\", \"indicator\": \"0201\", \"range\": {\"column\": \"x\"}}]}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a\", \"indicator\": \"0201\", \"semanticType\": {\"column\": \"x\", \"type\": \"mail\"}}]}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a\", \"indicator\": \"0201\", \"withinDays\": {\"column\": \"x\", \"days\": -1}}]}",
                "{\"schemaVersion\": 1, \"rules\": [{\"id\": \"a\", \"indicator\": \"0201\", \"coversDays\": {\"column\": \"x\", \"from\": \"2020-13-01\"}}]}"
            })
    void what_the_reader_refuses_does_not_fit_the_schema(String json) {
        assertThatThrownBy(() -> QualityJson.readRules(json)).isNotNull();
        assertThat(schema().validate(json, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void findings_of_rules_are_those_of_a_profile_and_are_written() {
        var rules = QualityJson.readRules("""
                schemaVersion: 1
                rules:
                  - {id: a, indicator: 0201, notNull: {column: x}}
                  - {id: b, indicator: 0302, aggregate: {column: x, figure: mean, maximum: 3}}
                  - {id: c, indicator: 0302, withinDays: {column: x, days: 3}}
                """, RuleFormat.YAML);
        var terms = org.dataassay.valuation.context.ValuationContext.of(
                java.time.LocalDate.of(2025, 12, 31),
                org.dataassay.valuation.money.CurrencyCode.of("CNY"),
                org.dataassay.valuation.context.BasisOfValue.MARKET_VALUE);
        var cells = java.util.List.of(java.util.List.of("1"), java.util.List.of(""), java.util.List.of("4"));
        var findings = org.dataassay.quality.rule.RuleEvaluation.with(rules)
                .evaluate(org.dataassay.quality.source.TableSource.of("t", java.util.List.of("x"), cells), terms);
        var profile = org.dataassay.quality.column.QualityProfiler.with(
                        org.dataassay.quality.column.ProfileOptions.of(rules))
                .evaluate(org.dataassay.quality.source.TableSource.of("t", java.util.List.of("x"), cells), terms);
        assertThat(findings.results()).isEqualTo(profile.rules());
        assertThat(findings.rule("b").orElseThrow().measured()).contains(new java.math.BigDecimal("2.5"));
        assertThat(QualityJson.write(findings))
                .contains(
                        "\"measured\": 2.5",
                        "\"violations\": 1",
                        "\"rows\": [2]",
                        "\"counts\": \"table\"",
                        "\"method\": \"quality.rules\"");
        assertThat(findings.notes()).isEmpty();
    }

    // ---- hostile YAML ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "rules: &a [1] | there is an anchor (line 1, character 8). Remove &a.",
                "rules: *a | an alias stands for something written elsewhere (line 1, character 8)",
                "rules: !!java.net.URL [x] | there is a tag (line 1, character 8)",
                "rules: !x y | there is a tag",
                "rules: !!binary aGk= | there is a tag",
                "? [a] : b | a name is not a text",
                "1: b | a name is not a text (line 1, character 1). Put it in quotes.",
                "{a: 1, a: 2} | 'a' stands twice (line 1, character 8). Remove one.",
                "{a: [a] = 1} | Check indentation, and put texts with [ ] { } : # ' in quotes.",
                "\"unclosed | (line 1",
                "@x | (line 1, character 1)",
                "{a: b | (line 1"
            })
    void yaml_that_says_something_else_than_it_shows_is_refused(String yaml, String message) {
        assertThatThrownBy(() -> QualityJson.readRules(yaml, RuleFormat.YAML))
                .hasMessageStartingWith("rules file is not YAML as rules are written in: ")
                .hasMessageContaining(message);
    }

    @Test
    void size_depth_and_documents_of_yaml_are_bounded() {
        assertThatThrownBy(() -> QualityJson.readRules("[".repeat(100_000), RuleFormat.YAML))
                .hasMessageContaining("nested more than 32 deep");
        assertThatThrownBy(() -> QualityJson.readRules("- ".repeat(50_000), RuleFormat.YAML))
                .hasMessageContaining("nested more than 32 deep");
        assertThatThrownBy(() -> QualityJson.readRules("a: 1\n---\nb: 2\n", RuleFormat.YAML))
                .hasMessageContaining("there is a second document (line 2");
        assertThatThrownBy(() -> QualityJson.readRules("x".repeat(QualityJson.MAXIMUM_CHARACTERS + 1), RuleFormat.YAML))
                .hasMessageContaining("rules file must be at most 4194304 characters long");
        assertThatThrownBy(() -> QualityJson.readRules("a: \u0007", RuleFormat.YAML))
                .hasMessageContaining("is not YAML");
        assertThatThrownBy(() -> QualityJson.readRules("", RuleFormat.YAML)).hasMessageContaining("must be an object");
        assertThatThrownBy(() -> QualityJson.readRules("# nothing\n", RuleFormat.YAML))
                .hasMessageContaining("must be an object");
    }

    @Test
    void plain_scalars_are_what_they_look_like() {
        var yaml = """
                schemaVersion: 1
                rules:
                  - {id: a, indicator: 0105, inSet: {column: no, values: [yes, 007, 2024-01-31, 1_000, 0x1F, 12:30, .5, +1]}}
                """;
        assertThat(QualityJson.readRules(yaml, RuleFormat.YAML).rules().get(0).constraint())
                .isEqualTo(new Constraint.InSet(
                        "no", java.util.List.of("yes", "007", "2024-01-31", "1_000", "0x1F", "12:30", ".5", "+1")));
        assertThatThrownBy(() -> QualityJson.readRules(yaml.replace("[yes", "[1, true, ~, yes"), RuleFormat.YAML))
                .hasMessageContaining("values[0] must be a text, but was 1.")
                .hasMessageContaining("values[1] must be a text, but was true.")
                .hasMessageContaining("values[2] must be a text, but was null.");
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_format_follows_from_the_name(String name, RuleFormat format) {
        assertThat(RuleFormat.ofFileName(name)).isEqualTo(format);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> names() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of("rules.yaml", RuleFormat.YAML),
                org.junit.jupiter.params.provider.Arguments.of("RULES.YML", RuleFormat.YAML),
                org.junit.jupiter.params.provider.Arguments.of("rules.json", RuleFormat.JSON),
                org.junit.jupiter.params.provider.Arguments.of("rules", RuleFormat.JSON));
    }
}
