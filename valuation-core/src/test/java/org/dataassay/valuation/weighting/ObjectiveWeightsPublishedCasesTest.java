package org.dataassay.valuation.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.dataassay.valuation.PublishedCase;
import org.junit.jupiter.api.Test;

class ObjectiveWeightsPublishedCasesTest {

    private static void assertAgrees(List<Double> found, PublishedCase published, String figure) {
        var exact = PublishedCase.numbers(published.expected().get("exact").get(figure));
        JsonNode printed = published.expected().get("published").get(figure);
        assertThat(found).hasSameSizeAs(exact);
        for (int j = 0; j < found.size(); j++) {
            assertThat(found.get(j)).isCloseTo(exact.get(j), within(published.exactTolerance(exact.get(j))));
            if (printed != null)
                assertThat(found.get(j))
                        .isCloseTo(
                                printed.get(j).asDouble(),
                                within(published.tolerance().get("published").asDouble()));
        }
    }

    @Test
    void entropy() {
        var published = PublishedCase.of("weighting.entropy", "E2");
        var found = Entropy.standard().evaluate(Matrices.of(published), CONTEXT);
        assertAgrees(found.weights().values(), published, "weights");
        assertAgrees(
                List.of(
                        found.worksheet().value("criteria/C1/entropy"),
                        found.worksheet().value("criteria/C2/entropy")),
                published,
                "entropy");
        var trap = PublishedCase.numbers(published.expected().get("trap").get("weightsWithLogBase10"));
        assertThat(found.weights().values().get(0)).isNotCloseTo(trap.get(0), within(0.1));
    }

    @Test
    void critic_by_both_correlations() {
        var published = PublishedCase.of("weighting.critic", "K1");
        for (var kind : Critic.CorrelationKind.values()) {
            var found =
                    new Critic(Critic.Options.STANDARD.withCorrelation(kind)).evaluate(Matrices.of(published), CONTEXT);
            assertAgrees(
                    found.weights().values(),
                    published,
                    kind == Critic.CorrelationKind.PEARSON ? "pearson" : "spearman");
        }
    }

    @Test
    void merec() {
        var published = PublishedCase.of("weighting.merec", "keshavarz-2021");
        assertAgrees(
                Merec.standard()
                        .evaluate(Matrices.of(published), CONTEXT)
                        .weights()
                        .values(),
                published,
                "weights");
    }
}
