package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.junit.jupiter.api.Test;

class LintTest {

    private static LintReport lint(LintFacts facts) {
        return Lint.standard().evaluate(facts, Plans.CONTEXT);
    }

    private static LintReport monthly(LintFacts facts) {
        return new Lint(Lint.Options.STANDARD.withPeriods(1)).evaluate(facts, Plans.CONTEXT);
    }

    private static LintFinding only(LintReport report, LintRule rule) {
        assertThat(report.of(rule)).hasSize(1);
        return report.of(rule).get(0);
    }

    @Test
    void drops_of_the_published_volume_table() {
        var published = TariffPublishedCasesTest.find("ps-volume-tiers-arbitrage");
        var tariff = Plans.calls()
                .charge(new Charge.UsageFee(
                        "use", "call", TierMode.VOLUME, TariffPublishedCasesTest.tiers(), Optional.empty()))
                .build();
        var drops = monthly(LintFacts.of(tariff)).of(LintRule.NON_MONOTONE).stream()
                .map(finding -> finding.purchase().parts().get(0).intValueExact())
                .filter(quantity -> quantity <= 26)
                .toList();
        assertThat(drops).hasSize(2);
        for (int i = 0; i < 2; i++)
            assertThat(drops.get(i))
                    .isEqualTo(published
                            .get("expected")
                            .get("non_monotone_at")
                            .get(i)
                            .intValue());
        assertThat(monthly(LintFacts.of(tariff))
                        .of(LintRule.NON_MONOTONE)
                        .get(0)
                        .en())
                .isEqualTo("calls@1: who needs 10 call buys 11 and pays 198 instead of 220.");
    }

    @Test
    void free_units_of_every_account_are_taken_twice() {
        var tariff = Plans.calls()
                .charge(Charge.UsageFee.of("use", "call", "0.5").withFreeUnits(100))
                .build();
        var split = only(monthly(LintFacts.of(tariff)), LintRule.SPLITTING);
        assertThat(split.purchase())
                .isEqualTo(new Purchase(
                        "call",
                        new BigDecimal("101"),
                        List.of(new BigDecimal("1"), new BigDecimal("100")),
                        BigDecimal.ZERO,
                        new BigDecimal("0.5")));
        assertThat(split.zh()).contains("需要 101 call 的买方分户购买 1 + 100，支付 0，而不是 0.5");
        var withFee = tariff.toBuilder()
                .charge(new Charge.RecurringFee(
                        "base", new BigDecimal("50"), Proration.NONE, Charge.RecurringFee.Trigger.ALWAYS))
                .build();
        assertThat(monthly(LintFacts.of(withFee)).of(LintRule.SPLITTING)).isEmpty();
        var cheaperFee = tariff.toBuilder()
                .charge(new Charge.OneOff("set-up", new BigDecimal("50.5")))
                .build();
        assertThat(monthly(LintFacts.of(cheaperFee)).of(LintRule.SPLITTING)).isEmpty();
        assertThat(lint(LintFacts.of(cheaperFee)).of(LintRule.SPLITTING))
                .hasSize(1); // twelve months of 50 against 50.5 once
    }

    @Test
    void a_plain_price_has_no_fault() {
        assertThat(lint(LintFacts.of(Plans.perCall("0.5"))).findings()).isEmpty();
    }

    @Test
    void a_plan_that_is_never_cheaper() {
        var dear = Plans.calls()
                .charge(new Charge.RecurringFee(
                        "base", new BigDecimal("10"), Proration.NONE, Charge.RecurringFee.Trigger.ALWAYS))
                .charge(Charge.UsageFee.of("use", "call", "1"))
                .build();
        var cheap = Tariff.builder("better", 1, Plans.DAY, "CNY")
                .meter(Meter.of("call", MeterUnit.CALL))
                .charge(Charge.UsageFee.of("use", "call", TierMode.GRADUATED, Tier.upTo(5, "3"), Tier.beyond("1")))
                .build();
        var finding = only(monthly(LintFacts.of(dear, cheap)), LintRule.DOMINATED);
        assertThat(finding.tariff()).isEqualTo("calls@1");
        assertThat(finding.about()).isEqualTo("better@1");
        assertThat(finding.purchase().need()).isEqualByComparingTo("0");
        var dearer = cheap.toBuilder()
                .charge(new Charge.OneOff("set-up", new BigDecimal("0.01")))
                .build();
        assertThat(monthly(LintFacts.of(dear, dearer)).of(LintRule.DOMINATED)).isEmpty(); // dearer from 5 on
        var closed = cheap.toBuilder()
                .access(new Access(
                        DevelopmentLevel.DE_IDENTIFIED, Set.of(DeliveryMode.API), Set.of("member"), Set.of()))
                .build();
        assertThat(monthly(LintFacts.of(dear, closed)).of(LintRule.DOMINATED)).isEmpty();
    }

    @Test
    void bills_below_cost_and_packs_that_nobody_should_buy() {
        var tariff = Plans.calls()
                .charge(Charge.UsageFee.of("use", "call", TierMode.GRADUATED, Tier.upTo(100, "1"), Tier.beyond("0.1")))
                .charge(new Charge.Pack("pack", "call", new BigDecimal("50"), new BigDecimal("60"), 30, false))
                .build();
        var report = monthly(LintFacts.of(tariff).withUnitCost("call", "0.2"));
        assertThat(only(report, LintRule.BELOW_COST).purchase().gap().signum()).isPositive();
        assertThat(only(report, LintRule.PACK_DEARER).en())
                .isEqualTo("calls@1: pack pack costs 60; the same 50 call bought singly cost 50 at most.");
        assertThat(monthly(LintFacts.of(tariff).withUnitCost("call", "0.1")).of(LintRule.BELOW_COST))
                .isEmpty();
    }

    @Test
    void tables_as_received_with_gaps_and_overlaps() {
        var tiers = List.of(
                new Tier(Optional.of(BigDecimal.ZERO), Optional.of(new BigDecimal("10")), BigDecimal.ONE),
                new Tier(Optional.of(new BigDecimal("11")), Optional.of(new BigDecimal("20")), BigDecimal.ONE),
                new Tier(Optional.of(new BigDecimal("15")), Optional.empty(), BigDecimal.ONE));
        var report = lint(LintFacts.of(Plans.perCall("1")).withTables(new LintFacts.DraftTable("import", tiers)));
        assertThat(only(report, LintRule.GAP).about()).isEqualTo("no tier has quantities above 10 up to 11");
        assertThat(only(report, LintRule.OVERLAP).about()).isEqualTo("two tiers have quantities above 15 up to 20");
        assertThat(report.findings()).extracting(LintFinding::severity).containsOnly(LintRule.Severity.ERROR);
    }

    @Test
    void like_buyers_pay_alike_unless_a_reason_was_stated() {
        var tariff = Plans.perCall("1").toBuilder()
                .discount(Discount.of("welfare", "1").forBuyers("public-welfare"))
                .discount(Discount.of("friends", "0.1").forBuyers("friend"))
                .build();
        var one = new LintFacts.Buyer("one", Set.of("public-welfare"));
        var two = new LintFacts.Buyer("two", Set.of("friend"));
        var three = new LintFacts.Buyer("three", Set.of());
        var report = monthly(LintFacts.of(tariff).withBuyers(Set.of("public-welfare"), one, two, three));
        var finding = only(report, LintRule.UNLIKE_TREATMENT);
        assertThat(finding.about()).isEqualTo("two pays less; two / three");
        assertThat(finding.purchase().pays()).isEqualByComparingTo("0.9");
        assertThat(finding.purchase().insteadOf()).isEqualByComparingTo("1");
        var shut = tariff.toBuilder()
                .access(new Access(
                        DevelopmentLevel.DE_IDENTIFIED, Set.of(DeliveryMode.API), Set.of(), Set.of("friend")))
                .build();
        assertThat(only(monthly(LintFacts.of(shut).withBuyers(Set.of(), two, three)), LintRule.UNLIKE_TREATMENT)
                        .about())
                .isEqualTo("two may not buy; two / three");
    }

    @Test
    void structure_that_hides_prices() {
        var tariff = Plans.calls()
                .charge(new Charge.RecurringFee(
                        "base", new BigDecimal("20"), Proration.NONE, Charge.RecurringFee.Trigger.ALWAYS))
                .charge(Charge.UsageFee.of(
                        "use", "call", TierMode.GRADUATED, Tier.upTo(100, "1"), Tier.beyond("0.00001")))
                .quota(new Quota("call", new BigDecimal("100"), Quota.Window.PERIOD))
                .cap("10")
                .build();
        var report = monthly(LintFacts.of(tariff));
        assertThat(only(report, LintRule.CAP_BELOW_FEE).purchase().insteadOf()).isEqualByComparingTo("20");
        assertThat(only(report, LintRule.UNREACHABLE_TIER).about()).isEqualTo("∞");
        assertThat(only(report, LintRule.LITTLE_HEADROOM).about()).isEqualTo("use");
    }

    @Test
    void too_many_breakpoints_are_said_not_to_be_decided() {
        var tiers = new Tier[400];
        for (int i = 0; i < 399; i++) tiers[i] = Tier.upTo(10L * (i + 1), "1");
        tiers[399] = Tier.beyond("1");
        var tariff = Plans.calls()
                .charge(Charge.UsageFee.of("use", "call", TierMode.GRADUATED, tiers))
                .build();
        assertThat(lint(LintFacts.of(tariff)).notes()).extracting("code").contains("not-decided");
    }

    @Test
    void facts_must_name_something() {
        assertThatThrownBy(LintFacts::of)
                .hasMessageContaining("tariffs must be at least one, or a table, but was none");
        assertThatThrownBy(() -> LintFacts.of(Plans.perCall("1"), Plans.perCall("2")))
                .hasMessageContaining("tariffs[1] is used twice: calls@1");
    }
}
