package org.dataassay.quality.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Dimension;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class QualityJsonTest {

    private static final String OTHERS =
            "withinDays, notAfterValuationDate, coversMonths, coversDays, length, semanticType, notSuspicious, references, coversKeys, "
                    + "inOrder, newestWithinDays, rowCount, expectedRows, aggregate, share.";

    @Test
    void readsEveryConstraint() {
        var rules = QualityJson.readRules("""
        { "schemaVersion": 1, "rules": [
          { "id": "a", "indicator": "0201", "notNull": { "column": "x", "alsoMissing": ["none"] } },
          { "id": "b", "indicator": "0304", "unique": {} },
          { "id": "c", "indicator": "0302", "matches": { "column": "x", "pattern": "a+", "negated": true } },
          { "id": "d", "indicator": "0105", "inSet": { "column": "x", "values": ["a"] } },
          { "id": "e", "indicator": "0302", "range": { "column": "x", "minimum": 0.10 } },
          { "id": "f", "indicator": "0302", "type": { "column": "x", "type": "date" } },
          { "id": "g", "indicator": "0402", "dimension": "accuracy", "severity": "info", "weight": 2.5,
            "description": { "zh": "一致", "en": "Agrees" }, "holds": { "expression": "[x] = 1" } },
          { "id": "h", "indicator": "0502", "withinDays": { "column": "x", "days": 3 } },
          { "id": "i", "indicator": "0501", "notAfterValuationDate": { "column": "x" } },
          { "id": "j", "indicator": "0501", "coversMonths": { "column": "x", "from": "2020-01", "to": "2020-12" } } ] }""");
        assertThat(rules.missing()).isEqualTo(MissingValues.standard());
        assertThat(rules.rules()).hasSize(10);
        assertThat(rules.rules().get(0).constraint()).isEqualTo(new Constraint.NotNull("x", java.util.List.of("none")));
        var g = rules.rules().get(6);
        assertThat(g.dimension()).isEqualTo(Dimension.ACCURACY);
        assertThat(g.severity()).isEqualTo(Severity.INFO);
        assertThat(g.weight()).isEqualTo(2.5);
        assertThat(g.description("zh")).isEqualTo("一致");
        assertThat(g.description("fr")).isEqualTo("Agrees");
    }

    @Test
    void allMistakesOfAFileAreReportedTogether() {
        var problem = catchThrowableOfType(InvalidInputException.class, () -> QualityJson.readRules("""
        { "schemaVersion": 2, "missing": [], "rules": [
          { "id": "a", "indicator": "9999", "notNull": { "column": "x" } },
          { "id": "b", "indicator": "0201" },
          { "id": "c", "indicator": "0201", "severity": "fatal", "notNull": { "columm": "x" } },
          { "id": "d", "indicator": "0302", "matches": { "column": "x", "pattern": "(" } },
          { "id": "e", "indicator": "0302", "range": { "column": "x", "minimum": "0", "maximum": 4 } },
          { "id": "f", "indicator": "0402", "holds": { "expression": "[x] <" } },
          { "id": "g h", "indicator": "0402", "weight": -1, "holds": { "expression": "[x] = 1" } },
          { "id": "a", "indicator": "0201", "notNull": { "column": "x" }, "unique": {} },
          7 ] }"""));
        assertThat(problem.problems())
                .extracting(p -> p.message())
                .containsExactly(
                        "missing is not a field of a rule file. Known are 'schemaVersion', 'missingValues', 'rules'.",
                        "schemaVersion must be the number 1, but was 2. Correct it.",
                        "rules[0].indicator must be a code of GB/T 36344-2018 such as 0201, but was \"9999\". Correct it.",
                        "rules[1] must be a rule with exactly one constraint, but was none. Give one of notNull, unique, matches, inSet, range, type, holds, "
                                + OTHERS,
                        "rules[2].severity must be error, warning or info, but was \"fatal\". Correct it.",
                        "rules[2].notNull.columm is not a field of a rule file. Did you mean 'column'?",
                        "rules[3].matches.pattern is not a pattern: missing closing ). Patterns are RE2: no look-around, no back-references.",
                        "rules[4].range.minimum must be a number, but was \"0\". Correct it.",
                        "rules[5].holds.expression cannot be understood: a number, a text or a column was expected (at character 6: the end). "
                                + "Put column names in brackets and texts in single quotes.",
                        "rules[6].id must be 1 to 80 letters, digits and hyphens, but was 'g h'. Rename the rule.",
                        "rules[6].weight must be above 0, but was -1. Leave a rule out instead of giving it no weight.",
                        "rules[7] must be a rule with exactly one constraint, but was notNull and unique. Give one of notNull, unique, matches, inSet, range, type, holds, "
                                + OTHERS,
                        "rules[8] must be an object, but was 7. Write { … }.",
                        "rules[7].id must be unique, but 'a' is used twice. Give each rule its own id.");
    }

    @Test
    void textThatIsNotJson() {
        assertThatThrownBy(() -> QualityJson.readRules("{ \"rules\": [ }"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("rules file is not JSON: ")
                .hasMessageContaining("(line 1, character");
        assertThatThrownBy(() -> QualityJson.readRules("")).hasMessageContaining("rules file must be an object");
        assertThatThrownBy(() -> QualityJson.readRules("[]"))
                .hasMessageContaining("rules file must be an object, but was []");
        assertThatThrownBy(() -> QualityJson.readRules("{\"rules\": [], \"rules\": []}"))
                .hasMessageContaining("Duplicate field 'rules'");
        assertThatThrownBy(() -> QualityJson.readRules("[".repeat(100_000))).hasMessageContaining("is not JSON");
    }

    @Test
    void numbersAreWrittenTheSameOnEveryJdk() {
        assertThat(JsonText.number(0.1)).isEqualTo("0.1");
        assertThat(JsonText.number(2e-3)).isEqualTo("0.002");
        assertThat(JsonText.number(-0.0)).isEqualTo("0");
        assertThat(JsonText.number(1e20)).isEqualTo("100000000000000000000");
        assertThat(JsonText.number(2e23)).isEqualTo("2E+23");
        assertThat(JsonText.number(1e-9)).isEqualTo("1E-9");
        assertThat(JsonText.number(1.0 / 3)).isEqualTo("0.333333333333333");
    }
}
