package org.dataassay.valuation.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.number;
import static org.dataassay.valuation.Terms.rate;
import static org.dataassay.valuation.Terms.row;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.asset.Scenario;
import org.dataassay.valuation.asset.Sector;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.income.Earnings;
import org.dataassay.valuation.income.ExcessEarningsFacts;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.MultiPeriodExcessEarnings;
import org.dataassay.valuation.sheet.Simulation;
import org.junit.jupiter.api.Test;

/** One multi-period excess earnings method per revenue stream. */
class RevenueStreamTest {

    private static final DataAsset ASSET = DataAsset.builder("scores/1", "Credit scores")
            .sector(Sector.FINANCE)
            .scenario(Scenario.of("lending", "banks", "prices the risk of a loan"))
            .developmentLevel(DevelopmentLevel.MODELED)
            .records(10_000)
            .build();

    private static MethodCall<?> call(String section, String stream) {
        var facts = new ExcessEarningsFacts(
                stream, new Earnings.Profit(row(List.of(100.0))), List.of(), IncomeTerms.of(number(0.25), rate(0.1)));
        return new MethodCall<>(section, MultiPeriodExcessEarnings.standard(), facts);
    }

    private static AppraisalCase of(MethodCall<?>... calls) {
        return new AppraisalCase(
                "Scores",
                ASSET,
                CONTEXT,
                Optional.empty(),
                List.of(calls),
                List.of(),
                Optional.empty(),
                Simulation.of(1));
    }

    @Test
    void a_second_claim_on_the_same_stream_is_refused() {
        assertThatThrownBy(() -> of(call("scores", "sold to banks"), call("customers", "sold to banks ")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("methods[1].facts.revenueStream is used twice: sold to banks")
                .hasMessageContaining("Excess earnings of one stream belong to one asset");
    }

    @Test
    void two_streams_are_two_values() {
        assertThat(of(call("banks", "sold to banks"), call("insurers", "sold to insurers"))
                        .methods())
                .hasSize(2);
    }
}
