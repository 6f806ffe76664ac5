package org.dataassay.pricing.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;

/** Published games and councils. */
class ContributionCasesTest {

    static final ValuationContext CONTEXT = ValuationContext.of(
            java.time.LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static JsonNode of(String id) {
        try (var in = ContributionCasesTest.class.getResourceAsStream("/cases/contribution.json")) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(in).get("cases").spliterator(), false)
                    .filter(c -> c.get("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(JsonNode node) {
        if (node.isNumber()) return node.asDouble();
        var parts = node.asText().split("/", -1);
        return parts.length == 1
                ? Double.parseDouble(parts[0])
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(ContributionCasesTest::number)
                .toArray();
    }

    private static void assertValues(List<Contribution> found, JsonNode expected, JsonNode published) {
        assertThat(found.stream().mapToDouble(Contribution::value).toArray())
                .containsExactly(
                        numbers(expected), within(published.get("tolerance").asDouble()));
    }

    private static WorthTable gloves() {
        var players = List.of("L1", "L2", "R");
        var worths = new ArrayList<WorthTable.Worth>();
        for (int mask = 1; mask < 8; mask++) {
            int m = mask;
            worths.add(new WorthTable.Worth(
                    IntStream.range(0, 3)
                            .filter(i -> (m >> i & 1) == 1)
                            .mapToObj(players::get)
                            .toList(),
                    (mask & 4) != 0 && (mask & 3) != 0 ? 1 : 0));
        }
        return new WorthTable(players, worths);
    }

    @Test
    void gloves_where_the_shapley_value_is_not_in_the_core() {
        var published = of("coop-glove-shapley");
        var facts = GameFacts.of(gloves());
        var shapley = ShapleyContribution.standard().evaluate(facts, CONTEXT);
        assertValues(shapley.players(), published.get("expected").get("shapley"), published);
        assertThat(shapley.core().orElseThrow().inCore()).isFalse();
        assertThat(shapley.core().orElseThrow().individuallyRational()).isTrue();
        assertThat(shapley.notes()).extracting(n -> n.code()).contains("outside-core");
        assertValues(
                BanzhafContribution.standard().evaluate(facts, CONTEXT).players(),
                published.get("expected").get("banzhaf_raw"),
                published);
        for (var solution : List.of(
                Nucleolus.standard().evaluate(facts, CONTEXT),
                LeastCore.standard().evaluate(facts, CONTEXT))) {
            assertValues(solution.players(), published.get("expected").get("nucleolus"), published);
            assertThat(solution.leastExcess()).isCloseTo(0, within(1e-12));
            assertThat(solution.coreIsEmpty()).isFalse();
            assertThat(solution.core().inCore()).isTrue();
        }
    }

    @Test
    void airport() {
        var published = of("coop-airport-8-11-13-18");
        var facts = AirportCosts.of(numbers(published.get("inputs").get("costs")));
        var expected = published.get("expected").get("shapley");
        assertValues(AirportContribution.standard().evaluate(facts, CONTEXT).players(), expected, published);
        assertValues(
                ShapleyContribution.standard()
                        .evaluate(GameFacts.of(facts), CONTEXT)
                        .players(),
                expected,
                published);
    }

    @Test
    void council_of_six() {
        var published = of("coop-eec6-1958");
        var weights = numbers(published.get("inputs").get("weights"));
        var body = VotingBody.of(
                published.get("inputs").get("quota").asLong(),
                java.util.Arrays.stream(weights).mapToLong(w -> (long) w).toArray());
        var found = VotingPower.standard().evaluate(body, CONTEXT);
        var tolerance = within(published.get("tolerance").asDouble());
        assertThat(found.members().stream()
                        .mapToDouble(PowerIndices.Member::shapleyShubik)
                        .toArray())
                .containsExactly(numbers(published.get("expected").get("shapley")), tolerance);
        assertThat(found.members().stream()
                        .mapToDouble(PowerIndices.Member::swings)
                        .toArray())
                .containsExactly(numbers(published.get("expected").get("banzhaf_swings")));
        assertThat(found.members().stream()
                        .mapToDouble(PowerIndices.Member::banzhaf)
                        .toArray())
                .containsExactly(numbers(published.get("expected").get("banzhaf_normalised")), tolerance);
        assertThat(found.of("member6").shapleyShubik()).isZero();
        assertThat(found.of("member6").banzhaf()).isZero();
        assertThat(found.notes()).extracting(n -> n.code()).containsExactly("members-without-power");
    }

    /**
     * The Council of 27 under the Treaty of Nice: 345 votes, 255 pass. The normalized Banzhaf index in percent, to two decimals, and the share of passing coalitions are those of the common
     * tables of that council; the Shapley–Shubik index is compared with its definition as an integral, by a program that counts nothing.
     */
    @Test
    void council_of_27_under_the_treaty_of_nice() {
        var body = VotingBody.of(
                255, 29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 3);
        var found = VotingPower.standard().evaluate(body, CONTEXT);
        var votes = new long[] {29, 27, 14, 13, 12, 10, 7, 4, 3};
        var banzhaf = new double[] {0.0778, 0.0742, 0.0426, 0.0397, 0.0368, 0.0309, 0.0218, 0.0125, 0.0094};
        for (int k = 0; k < votes.length; k++) {
            long own = votes[k];
            var member = found.members().stream()
                    .filter(m -> m.votes() == own)
                    .findFirst()
                    .orElseThrow();
            assertThat(member.banzhaf()).isCloseTo(banzhaf[k], within(5.1e-5));
            assertThat(member.shapleyShubik()).isCloseTo(byIntegral(body, member), within(1e-13));
        }
        assertThat(found.abilityToAct()).isCloseTo(0.0203, within(5e-5));
        assertThat(found.members().stream()
                        .mapToDouble(PowerIndices.Member::shapleyShubik)
                        .sum())
                .isCloseTo(1, within(1e-14));
    }

    /** The chance that a member decides where all others vote yes with the same chance q, over all q: a polynomial of degree 26, which 14 nodes of Gauss integrate exactly. */
    private static double byIntegral(VotingBody body, PowerIndices.Member member) {
        var rule = new org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory().legendre(14, 0, 1);
        var others = new ArrayList<>(body.members());
        others.removeIf(v -> v.member().equals(member.member()));
        return rule.integrate(q -> {
            var chance = new double[346];
            chance[0] = 1;
            for (var voter : others)
                for (int w = 345; w >= 0; w--)
                    chance[w] = (1 - q) * chance[w] + (w >= voter.votes() ? q * chance[w - (int) voter.votes()] : 0);
            double sum = 0;
            for (long w = body.quota() - member.votes(); w < body.quota(); w++) sum += chance[(int) w];
            return sum;
        });
    }

    @Test
    void lemaires_insurers() {
        var published = of("coop-lemaire");
        var v = published.get("inputs").get("v");
        var worths = new ArrayList<WorthTable.Worth>();
        v.properties()
                .forEach(e -> worths.add(new WorthTable.Worth(
                        e.getKey()
                                .chars()
                                .mapToObj(c -> String.valueOf((char) c))
                                .toList(),
                        e.getValue().asDouble())));
        var facts = GameFacts.of(new WorthTable(List.of("1", "2", "3"), worths));
        assertValues(
                ShapleyContribution.standard().evaluate(facts, CONTEXT).players(),
                published.get("expected").get("shapley"),
                published);
        assertValues(
                Nucleolus.standard().evaluate(facts, CONTEXT).players(),
                published.get("expected").get("nucleolus"),
                published);
    }

    @Test
    void the_widows_of_the_talmud() {
        var published = of("coop-talmud-200");
        var facts = BankruptcyEstate.of(
                published.get("inputs").get("estate").asDouble(),
                numbers(published.get("inputs").get("claims")));
        var nucleolus = published.get("expected").get("nucleolus");
        assertValues(BankruptcyContribution.standard().evaluate(facts, CONTEXT).players(), nucleolus, published);
        assertValues(Nucleolus.standard().evaluate(GameFacts.of(facts), CONTEXT).players(), nucleolus, published);
        var arrival = new BankruptcyContribution(
                        new BankruptcyContribution.Options(BankruptcyContribution.Rule.RANDOM_ARRIVAL))
                .evaluate(facts, CONTEXT);
        assertValues(arrival.players(), published.get("expected").get("shapley_random_arrival"), published);
        // The same source, page 196: estates of 100 and 300.
        assertThat(talmud(100)).containsExactly(new double[] {100.0 / 3, 100.0 / 3, 100.0 / 3}, within(1e-12));
        assertThat(talmud(300)).containsExactly(new double[] {50, 100, 150}, within(1e-12));
    }

    private static double[] talmud(double estate) {
        return BankruptcyContribution.standard()
                .evaluate(BankruptcyEstate.of(estate, 100, 200, 300), CONTEXT)
                .players()
                .stream()
                .mapToDouble(Contribution::value)
                .toArray();
    }

    @Test
    void an_owner_who_copies_a_feature_gets_more_by_shapley() {
        var expected = of("coop-replication-agarwal").get("expected");
        assertThat(copies(2)).isCloseTo(number(expected.get("shapley_A_before")), within(1e-15));
        assertThat(2 * copies(3)).isCloseTo(number(expected.get("shapley_A_after")), within(1e-15));
    }

    private static double copies(int n) {
        return Exact.values(Oracles.table(n, m -> m == 0 ? 0 : 1), Semivalue.shapley(), 1)
                .players()
                .get(0)
                .value();
    }
}
