package org.dataassay.valuation.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import org.dataassay.valuation.PublishedCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlackScholesMertonPublishedCasesTest {

    private static PublishedCase published(String id) {
        return PublishedCase.of("option.black-scholes-merton", id);
    }

    private static OptionFacts facts(PublishedCase published, OptionType type) {
        return OptionCases.facts(
                type,
                published.input("S"),
                published.input("K"),
                published.input("r"),
                published.input("q"),
                published.input("T"),
                published.input("sigma"));
    }

    private static OptionType type(PublishedCase published) {
        return published.inputs().required("type").asText().equals("call") ? OptionType.CALL : OptionType.PUT;
    }

    private static void assertPrinted(PublishedCase published, String figure, double found) {
        assertThat(found)
                .isCloseTo(
                        published.expected().required(figure).asDouble(),
                        within(published.tolerance().asDouble()));
        double recomputed =
                published.root().required("recomputed").required(figure).asDouble();
        assertThat(found).isCloseTo(recomputed, within(1e-13 * Math.max(1, Math.abs(recomputed))));
    }

    @Test
    void hull_example_15_6() {
        var hull = published("bsm-hull-15-6");
        assertPrinted(hull, "call", OptionCases.price(facts(hull, OptionType.CALL), CONTEXT));
        assertPrinted(hull, "put", OptionCases.price(facts(hull, OptionType.PUT), CONTEXT));
        var worksheet = BlackScholesMerton.standard()
                .evaluate(facts(hull, OptionType.CALL), CONTEXT)
                .worksheet();
        assertThat(worksheet.value("d1")).isCloseTo(0.7693, within(5e-5));
        assertThat(worksheet.value("d2")).isCloseTo(0.6278, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bsm-nag-62-0.8",
                "bsm-haug-06",
                "bsm-haug-12",
                "bsm-haug-18",
                "bsm-haug-24",
                "bsm-haug-30",
                "bsm-haug-36",
                "bsm-haug-42"
            })
    void prices(String id) {
        var printed = published(id);
        assertPrinted(printed, "price", OptionCases.price(facts(printed, type(printed)), CONTEXT));
    }

    @Test
    void greeks() {
        var delta = published("greek-haug-delta-call");
        assertPrinted(
                delta,
                "delta",
                BlackScholesMerton.standard()
                        .evaluate(facts(delta, type(delta)), CONTEXT)
                        .greeks()
                        .delta());
        var theta = published("greek-haug-thetaPerDay-put");
        var perDay = new BlackScholesMerton(
                BlackScholesMerton.Options.STANDARD.withThetaPer(BlackScholesMerton.ThetaPer.DAY));
        assertPrinted(
                theta,
                "thetaPerDay",
                perDay.evaluate(facts(theta, type(theta)), CONTEXT).greeks().theta());
    }
}
