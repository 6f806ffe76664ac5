package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A buyer who tries everything on small plans, with bills of its own, against what the linter says. */
class LintPropertiesTest {

    private static final int NEED = 30;
    private static final int MOST = 120;

    /** A small plan, and its bill in plain decimals. */
    private record Plan(
            BigDecimal fee,
            boolean ifUsed,
            Charge.UsageFee usage,
            Optional<BigDecimal> minimum,
            Optional<BigDecimal> cap,
            BigDecimal discount,
            boolean discountFirst) {

        static Plan any(SplittableRandom random) {
            var tiers = new ArrayList<Tier>();
            int bound = 0;
            for (int i = random.nextInt(4); i > 0; i--) {
                bound += 1 + random.nextInt(7);
                tiers.add(Tier.upTo(bound, String.valueOf(random.nextInt(8))));
            }
            tiers.add(Tier.beyond(String.valueOf(random.nextInt(8))));
            var free = random.nextInt(3) == 0
                    ? Optional.of(BigDecimal.valueOf(random.nextInt(6)))
                    : Optional.<BigDecimal>empty();
            var usage = new Charge.UsageFee("use", "call", TierMode.values()[random.nextInt(3)], tiers, free);
            var minimum = random.nextInt(3) == 0
                    ? Optional.of(BigDecimal.valueOf(random.nextInt(20)))
                    : Optional.<BigDecimal>empty();
            var cap = random.nextInt(3) == 0
                    ? Optional.of(BigDecimal.valueOf(20 + random.nextInt(60)))
                    : Optional.<BigDecimal>empty();
            var discount = random.nextInt(3) == 0 ? new BigDecimal("0.25") : BigDecimal.ZERO;
            var fee = random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(15));
            return new Plan(fee, random.nextBoolean(), usage, minimum, cap, discount, random.nextBoolean());
        }

        Tariff tariff(String id) {
            var builder = Tariff.builder(id, 1, Plans.DAY, "CNY")
                    .meter(Meter.of("call", MeterUnit.CALL))
                    .charge(usage)
                    .charge(new Charge.RecurringFee(
                            "base",
                            fee,
                            Proration.NONE,
                            ifUsed ? Charge.RecurringFee.Trigger.IF_USED : Charge.RecurringFee.Trigger.ALWAYS));
            minimum.ifPresent(amount -> builder.minimum(amount.toPlainString()));
            cap.ifPresent(amount -> builder.cap(amount.toPlainString()));
            if (discount.signum() > 0) builder.discount(Discount.of("off", discount.toPlainString()));
            if (discountFirst) builder.order(Step.DISCOUNT, Step.COMMITMENT, Step.CAP);
            return builder.build();
        }

        BigDecimal bill(long quantity) {
            var sum = Plans.plainBill(usage, BigDecimal.valueOf(quantity));
            if (!ifUsed || quantity > 0) sum = sum.add(fee);
            var kept = BigDecimal.ONE.subtract(discount);
            if (discountFirst) sum = sum.multiply(kept);
            if (minimum.isPresent()) sum = sum.max(minimum.get());
            if (cap.isPresent()) sum = sum.min(cap.get());
            return discountFirst ? sum : sum.multiply(kept);
        }

        BigDecimal bill(Purchase purchase) {
            return purchase.parts().stream()
                    .map(part -> bill(part.longValueExact()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** The least that a buyer pays who needs at least so many units, with any number of accounts, each of any quantity. */
        BigDecimal[] cheapest() {
            var best = new BigDecimal[NEED + 1];
            best[0] = BigDecimal.ZERO;
            for (int need = 1; need <= NEED; need++) {
                for (int first = 1; first <= MOST; first++) {
                    var cost = bill(first).add(best[Math.max(0, need - first)]);
                    if (best[need] == null || cost.compareTo(best[need]) < 0) best[need] = cost;
                }
            }
            return best;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    private static LintReport lint(Tariff... tariffs) {
        return new Lint(Lint.Options.STANDARD.withPeriods(1)).evaluate(LintFacts.of(tariffs), Plans.CONTEXT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_buyer_who_tries_everything_finds_no_attack_that_the_linter_missed(long seed) {
        var plan = Plan.any(new SplittableRandom(seed));
        var report = lint(plan.tariff("plan"));
        var falls = report.of(LintRule.NON_MONOTONE);
        var splits = report.of(LintRule.SPLITTING);

        var best = plan.cheapest();
        for (int need = 1; need <= NEED; need++) {
            if (best[need].compareTo(plan.bill(need)) >= 0) continue;
            assertThat(falls.size() + splits.size())
                    .as("an attack on %d units of %s", need, plan)
                    .isPositive();
        }
        // And each by itself: bills that fall, accounts that are split.
        for (int q = 0; q < MOST; q++)
            if (plan.bill(q + 1).compareTo(plan.bill(q)) < 0)
                assertThat(falls).as("falls at %d: %s", q, plan).isNotEmpty();
        for (int a = 1; a < NEED; a++)
            for (int b = a; b < NEED; b++) {
                int order = plan.bill(a).add(plan.bill(b)).compareTo(plan.bill(a + b));
                if (order < 0)
                    assertThat(splits).as("%d and %d: %s", a, b, plan).isNotEmpty();
                if (order > 0)
                    assertThat(report.of(LintRule.POOLING))
                            .as("%d and %d: %s", a, b, plan)
                            .isNotEmpty();
            }
        // What the linter says is true: its purchases, billed by the buyer.
        for (var finding : falls) {
            assertThat(plan.bill(finding.purchase()))
                    .isEqualByComparingTo(finding.purchase().pays());
            assertThat(plan.bill(finding.purchase().need().longValueExact()))
                    .isEqualByComparingTo(finding.purchase().insteadOf());
            assertThat(finding.purchase().gap().signum()).isPositive();
        }
        for (var finding : splits) {
            assertThat(plan.bill(finding.purchase()))
                    .isEqualByComparingTo(finding.purchase().pays());
            assertThat(plan.bill(finding.purchase().need().longValueExact()))
                    .isEqualByComparingTo(finding.purchase().insteadOf())
                    .isGreaterThan(finding.purchase().pays());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dominated_plans_are_those_that_are_never_cheaper(long seed) {
        var random = new SplittableRandom(seed);
        var one = Plan.any(random);
        var other = Plan.any(random);
        var report = lint(one.tariff("one"), other.tariff("other"));
        // Far beyond all breakpoints too: commitments and caps of these plans bind before 10 000.
        boolean isNeverCheaper = true;
        boolean isDearer = false;
        for (long q = 0; q < 400; q++) {
            int order = one.bill(q).compareTo(other.bill(q));
            isNeverCheaper &= order >= 0;
            isDearer |= order > 0;
        }
        for (long q : new long[] {1_000, 10_000, 1_000_000, 2_000_000}) {
            int order = one.bill(q).compareTo(other.bill(q));
            isNeverCheaper &= order >= 0;
            isDearer |= order > 0;
        }
        assertThat(report.of(LintRule.DOMINATED).stream()
                        .anyMatch(f -> f.tariff().equals("one@1")))
                .as("%s%n%s", one, other)
                .isEqualTo(isNeverCheaper && isDearer);
    }
}
