package org.dataassay.valuation.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.PublishedCase;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;

class DecayFitPublishedCasesTest {

    private static FittedDecay fit(PublishedCase published) {
        var records = new ArrayList<LifeRecord>();
        published.inputs("lost").forEach(age -> records.add(LifeRecord.lost(age)));
        published.inputs("censored").forEach(age -> records.add(LifeRecord.censored(age)));
        return DecayFit.standard().evaluate(DecayFitFacts.of(records, Source.assumed("published sample")), CONTEXT);
    }

    @Test
    void remission_on_6_mercaptopurine() {
        var published = PublishedCase.of("life.decay-fit", "freireich-6mp");
        var expected = published.expected().get("published");
        double tolerance = published.tolerance().get("published").asDouble();
        var found = fit(published);
        var steps = found.kaplanMeier().steps();
        assertThat(steps.stream().map(KaplanMeier.Step::years).toList())
                .isEqualTo(PublishedCase.numbers(expected.get("years")));
        var survival = PublishedCase.numbers(expected.get("survival"));
        var errors = PublishedCase.numbers(expected.get("standardErrors"));
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            assertThat(step.atRisk()).isEqualTo(expected.get("atRisk").get(i).asLong());
            assertThat(step.lost()).isEqualTo(expected.get("lost").get(i).asLong());
            assertThat(step.survival()).isCloseTo(survival.get(i), within(tolerance));
            assertThat(step.standardError().orElseThrow()).isCloseTo(errors.get(i), within(tolerance / 10));
        }
        assertThat(found.kaplanMeier().medianYears())
                .hasValue(expected.get("median").asDouble());
        assertThat(found.exposureYears()).isEqualTo(expected.get("exposure").asDouble());
        var rate = found.curve(FittedCurve.Kind.EXPONENTIAL)
                .orElseThrow()
                .parameters()
                .get(0);
        assertThat(rate.estimate())
                .isCloseTo(9 / 359.0, within(1e-15))
                .isCloseTo(expected.get("exponentialRate").asDouble(), within(tolerance));
        assertThat(rate.standardError()).isCloseTo(3 / 359.0, within(1e-15));
    }

    @Test
    void the_example_of_kaplan_and_meier() {
        var published = PublishedCase.of("life.decay-fit", "kaplan-meier-1958");
        var survival = PublishedCase.numbers(published.expected().get("exact").get("survival"));
        var steps = fit(published).kaplanMeier().steps();
        assertThat(steps).hasSize(survival.size());
        for (int i = 0; i < steps.size(); i++)
            assertThat(steps.get(i).survival())
                    .isCloseTo(survival.get(i), within(published.exactTolerance(survival.get(i))));
        // the mean life up to the last age: areas of the steps
        double area = 0.8 + 0.875 * (3.1 - 0.8) + 0.7 * (5.4 - 3.1) + 0.525 * (9.2 - 5.4) + 0.2625 * (12.1 - 9.2);
        assertThat(fit(published).kaplanMeier().restrictedMeanYears()).isCloseTo(area, within(1e-12));
        assertThat(List.of(0.5, 0.8, 3.0, 20.0).stream().map(fit(published).kaplanMeier()::survivalAt))
                .containsExactly(1.0, 0.875, 0.875, steps.get(3).survival());
    }
}
