package org.dataassay.valuation.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.sheet.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapmTest {

    private static double cost(Beta beta, RiskPremium... premiums) {
        var found = Capm.standard().evaluate(new CapmFacts(rate(0.02), beta, number(0.06), List.of(premiums)), CONTEXT);
        assertThat(found.unit()).isEqualTo(Unit.RATE);
        assertThat(found.worksheet().result()).isEqualTo("costOfEquity");
        return found.value();
    }

    private static Leverage leverage(double debtToEquity, double tax) {
        return Leverage.of(number(debtToEquity), number(tax));
    }

    @Test
    void observed_beta_and_premiums() {
        assertThat(cost(
                        new Beta.Observed(number(1.2)),
                        RiskPremium.of(RiskPremium.Kind.SIZE, number(0.015)),
                        RiskPremium.of(RiskPremium.Kind.SPECIFIC, number(0.01))))
                .isCloseTo(0.02 + 1.2 * 0.06 + 0.015 + 0.01, within(1e-16));
    }

    @Test
    void hamada_with_and_without_a_debt_beta() {
        assertThat(cost(new Beta.Relevered(number(0.8), leverage(0.5, 0.25))))
                .isCloseTo(0.02 + 0.8 * (1 + 0.75 * 0.5) * 0.06, within(1e-16));
        assertThat(cost(new Beta.Relevered(number(0.8), leverage(0.5, 0.25).withDebtBeta(number(0.2)))))
                .isCloseTo(0.02 + (0.8 * 1.5 - 0.2 * 0.5) * 0.06, within(1e-16));
    }

    @Test
    void peers_are_freed_of_their_debt_averaged_and_levered() {
        var peers = List.of(
                new Beta.OfPeers.Peer("A", number(1.2), number(0.4), number(0.25)),
                new Beta.OfPeers.Peer("B", number(0.9), number(0.1), number(0.15)));
        double freed = (1.2 / (1 + 0.75 * 0.4) + 0.9 / (1 + 0.85 * 0.1)) / 2;
        assertThat(cost(new Beta.OfPeers(peers, leverage(0.2, 0.25))))
                .isCloseTo(0.02 + freed * (1 + 0.75 * 0.2) * 0.06, within(1e-15));
        double risky = ((1.2 + 0.3 * 0.4) / 1.4 + (0.9 + 0.3 * 0.1) / 1.1) / 2;
        assertThat(cost(new Beta.OfPeers(peers, leverage(0.2, 0.25).withDebtBeta(number(0.3)))))
                .isCloseTo(0.02 + (risky * 1.2 - 0.3 * 0.2) * 0.06, within(1e-15));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_laws_of_levering(long seed) {
        var random = new SplittableRandom(seed);
        double beta = random.nextDouble(0.2, 2);
        double debt = random.nextDouble(0, 1.5);
        double tax = random.nextDouble(0, 0.5);
        double cost = cost(new Beta.Relevered(number(beta), leverage(debt, tax)));
        assertThat(cost(new Beta.Relevered(number(beta), leverage(0, tax))))
                .as("no debt leaves beta as it is")
                .isEqualTo(cost(new Beta.Observed(number(beta))));
        assertThat(cost(new Beta.Relevered(number(beta), leverage(debt + 0.1, tax))))
                .isGreaterThan(cost);
        assertThat(cost(new Beta.Relevered(number(beta), leverage(debt, tax).withDebtBeta(number(0)))))
                .as("a debt beta of zero is Hamada without tax")
                .isCloseTo(cost(new Beta.Relevered(number(beta), leverage(debt, 0))), within(1e-14));
        double levered = beta * (1 + (1 - tax) * debt);
        var peer = new Beta.OfPeers.Peer("A", number(levered), number(debt), number(tax));
        var same = new Beta.OfPeers.Peer("B", number(levered), number(debt), number(tax));
        assertThat(cost(new Beta.OfPeers(List.of(peer, same), leverage(debt, tax))))
                .as("freed and levered again")
                .isCloseTo(cost, within(1e-14));
    }

    @Test
    void refuses_what_is_paid_twice_or_no_rate() {
        assertThatThrownBy(() -> cost(
                        new Beta.Observed(number(1)),
                        RiskPremium.of(RiskPremium.Kind.EQUITY_MARKET, number(0.06)),
                        RiskPremium.of(RiskPremium.Kind.SIZE, number(0.06)),
                        RiskPremium.of(RiskPremium.Kind.SIZE, number(0.06))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("premiums[2].kind is used twice: SIZE. Pay each risk once.\n"
                        + "premiums is used twice: the equity market. Beta pays for it; give it as equityRiskPremium.");
        assertThatThrownBy(() -> leverage(-0.1, 1))
                .hasMessage(
                        "debtToEquity must be in [0, 100], but was -0.1. Give debt over equity as a decimal: 40 % is 0.4.\n"
                                + "taxRate must be at least 0 and below 1, but was 1. Give a decimal: 25 % is 0.25.");
        assertThatThrownBy(() -> RiskPremium.of(RiskPremium.Kind.SIZE, number(2)))
                .hasMessage("premium must be in [-0.5, 1], but was 2. Give a decimal per year: 3 % is 0.03.");
        assertThatThrownBy(
                        () -> cost(new Beta.Observed(number(10)), RiskPremium.of(RiskPremium.Kind.SIZE, number(0.9))))
                .hasMessageContaining("costOfEquityPlausible");
        assertThatThrownBy(() -> new Beta.OfPeers(List.of(), leverage(0, 0)))
                .hasMessageContaining("peers must be 2 to 1000, but was 0.");
    }
}
