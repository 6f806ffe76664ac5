package org.dataassay.valuation.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dataassay.valuation.Terms.CNY;
import static org.dataassay.valuation.Terms.cny;

import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;

class QualityRolesTest {

    private static final Source JUDGED = Source.judged("Lin Zhiyuan", "grade B of five");

    /** Cost lowered by the measured score, then by an obsolescence with this source. */
    private static Worksheet worksheet(Source obsolescence) {
        var sheet = Sheet.open(CNY);
        var cost = sheet.section("cost");
        var score = cost.given("score", Unit.SHARE, Input.of(0.9).sharedAs("qualityScore"));
        var adjusted =
                cost.let("adjusted", cost.given("outlay", Unit.MONEY, cny(100)).times(score));
        var lost = cost.given("obsolescence", Unit.SHARE, Input.of(0.2, obsolescence));
        return sheet.close(cost.let("value", adjusted.times(Cell.ONE.minus(lost))));
    }

    @Test
    void a_judgement_that_reflects_quality_beside_the_measured_score_counts_it_twice() {
        assertThat(QualityRoles.notes(worksheet(JUDGED.reflecting(Source.Reflected.QUALITY))))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.code()).isEqualTo("quality-counted-twice");
                    assertThat(note.text()).isEqualTo("cost/score, cost/obsolescence");
                });
    }

    @Test
    void the_measured_score_alone_counts_once() {
        assertThat(QualityRoles.notes(worksheet(JUDGED))).isEmpty();
    }
}
