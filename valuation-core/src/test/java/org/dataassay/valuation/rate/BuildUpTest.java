package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.rate.PremiumSize.Scored;
import org.dataassay.valuation.result.FoundFigure;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Distribution;
import org.junit.jupiter.api.Test;

class BuildUpTest {

    private static FoundFigure rateOf(RiskPremium... premiums) {
        return BuildUp.standard().evaluate(new BuildUpFacts(rate(0.0185), List.of(premiums)), CONTEXT);
    }

    private static Scored scored(double... weightsAndScores) {
        var items = new Scored.Item[weightsAndScores.length / 2];
        for (int i = 0; i < items.length; i++)
            items[i] =
                    new Scored.Item("item " + i, number(weightsAndScores[2 * i]), number(weightsAndScores[2 * i + 1]));
        return new Scored(number(0), number(0.05), Arrays.asList(items));
    }

    @Test
    void adds_up_every_risk() {
        var found = rateOf(
                RiskPremium.of(RiskPremium.Kind.EQUITY_MARKET, number(0.06)),
                RiskPremium.of(RiskPremium.Kind.DATA_MANAGEMENT, number(0.01)),
                RiskPremium.of(RiskPremium.Kind.DATA_CIRCULATION, number(0.02)),
                RiskPremium.of(RiskPremium.Kind.DATA_SECURITY, number(0.015)),
                RiskPremium.of(RiskPremium.Kind.DATA_REGULATION, number(0.005)));
        assertThat(found.value()).isCloseTo(0.0185 + 0.06 + 0.01 + 0.02 + 0.015 + 0.005, within(1e-16));
        assertThat(found.notes()).noneMatch(note -> note.code().equals("data-risk-left-out"));
    }

    @Test
    void a_questionnaire_places_a_premium_in_its_range() {
        var found = rateOf(new RiskPremium(RiskPremium.Kind.DATA_SECURITY, scored(0.4, 0.3, 0.6, 0.5)));
        assertThat(found.worksheet().value("dataSecurityPremium"))
                .isCloseTo(0.05 * (0.4 * 0.3 + 0.6 * 0.5), within(1e-17));
        assertThat(found.notes())
                .filteredOn(note -> note.code().equals("data-risk-left-out"))
                .extracting(Note::text)
                .containsExactly("data management", "data circulation", "data regulation");
        assertThat(rateOf(new RiskPremium(RiskPremium.Kind.SIZE, scored(1, 0))).value())
                .isEqualTo(0.0185);
        assertThat(rateOf(new RiskPremium(RiskPremium.Kind.SIZE, scored(1, 1))).value())
                .isCloseTo(0.0685, within(1e-16));
    }

    @Test
    void weights_are_never_rescaled() {
        assertThatThrownBy(() -> scored(0.4, 0.3, 0.5, 0.5))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "items must be weighted to a sum of 1, but was 0.9. Correct the weights; they are not rescaled.");
        assertThat(scored(0.4, 0.3, 0.6 + 9e-10, 0.5).items()).hasSize(2);
        assertThatThrownBy(() -> new Scored(
                        number(0),
                        number(0.05),
                        List.of(new Scored.Item(
                                "a", number(1).distributed(new Distribution.Uniform(0.3, 0.5)), number(1)))))
                .hasMessage(
                        "items must be weighted without distributions, but was drawn. Weights that are drawn apart cannot keep their sum.");
    }

    @Test
    void refuses_a_rate_without_premiums_and_parts_in_percent() {
        assertThatThrownBy(() -> rateOf())
                .hasMessage("premiums must be one at least, but was none. State what the risk is paid with.");
        assertThatThrownBy(() -> RiskPremium.of(RiskPremium.Kind.DATA_SECURITY, number(3)))
                .hasMessageContaining("3 % is 0.03");
        assertThatThrownBy(() -> new Scored(number(0.05), number(0.01), List.of()))
                .hasMessageContaining("lowest must be below highest, 0.01, but was 0.05. Exchange the two.");
    }
}
