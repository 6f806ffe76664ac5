package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.json.AssayJson;
import org.junit.jupiter.api.Test;

class TariffTest {

    private static Tier tier(String above, String upTo, String price) {
        return new Tier(
                Optional.of(new BigDecimal(above)),
                upTo.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(upTo)),
                new BigDecimal(price));
    }

    private static String refusal(Tier... tiers) {
        try {
            Charge.UsageFee.of("use", "call", TierMode.GRADUATED, tiers);
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
        throw new AssertionError("accepted");
    }

    @Test
    void tables_with_gaps_or_overlaps_are_refused() {
        assertThat(refusal(tier("0", "10", "1"), tier("11", "", "2")))
                .contains("tiers[1]", "no tier has quantities above 10 up to 11", "Let the tier begin at 10");
        assertThat(refusal(tier("0", "10", "1"), tier("8", "", "2")))
                .contains("two tiers have quantities above 8 up to 10");
        assertThat(refusal(Tier.upTo(10, "1"), Tier.upTo(10, "2"), Tier.beyond("3")))
                .contains("its upper bound 10 is not above 10");
        assertThat(refusal(Tier.beyond("1"), Tier.beyond("2"))).contains("this tier is open and others follow it");
        assertThat(refusal(Tier.upTo(10, "1"))).contains("no tier has quantities above 10. Leave out the upper bound");
        assertThat(refusal()).contains("tiers must be 1 to 1000 tiers, but was 0");
    }

    @Test
    void bounds_given_twice_may_agree() {
        var usage = Charge.UsageFee.of("use", "call", TierMode.GRADUATED, tier("0", "10.0", "1"), tier("10", "", "2"));
        assertThat(usage.tiers()).hasSize(2);
    }

    @Test
    void prices_are_exact_or_refused() {
        assertThatThrownBy(() -> Charge.UsageFee.of("use", "call", "-1"))
                .hasMessageContaining("price must be at least 0, but was -1");
        assertThatThrownBy(() -> Charge.UsageFee.of("use", "call", "0.000000001"))
                .hasMessageContaining("price must have at most 8 decimals, but has 9. Round it to 8 decimals.");
        assertThatThrownBy(() -> Charge.UsageFee.of("use", "call", "100000000000"))
                .hasMessageContaining("price is larger than can be billed exactly: 12 digits before the point")
                .hasMessageContaining("At most 92233720368 can be held with 8 decimals.");
        assertThatThrownBy(() -> new Charge.OneOff("x", new BigDecimal("1E+1000000")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void parts_must_fit_each_other_and_everything_wrong_is_said_at_once() {
        assertThatThrownBy(() -> Plans.calls()
                        .charge(Charge.UsageFee.of("use", "cals", "1"))
                        .charge(Charge.UsageFee.of(
                                "use", "call", TierMode.VOLUME, Tier.upTo("1.5", "1"), Tier.beyond("2")))
                        .meter(Meter.of("gigabyte", MeterUnit.GIGABYTE))
                        .discount(new Discount(
                                "off",
                                new BigDecimal("0.1"),
                                Set.of("user"),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty()))
                        .minimum("10")
                        .cap("5")
                        .build())
                .hasMessageContaining("charges[0].meter names meter cals")
                .hasMessageContaining("charges[1].id is used twice: use")
                .hasMessageContaining("charges[1].tiers[0].upTo must have at most 0 decimals, but has 1")
                .hasMessageContaining("meters[1] must be charged for, but was gigabyte")
                .hasMessageContaining(
                        "discounts[0].charges names user, which is no charge of the tariff. Did you mean use?")
                .hasMessageContaining("the commitment is above the cap");
        assertThatThrownBy(() -> Tariff.builder("none", 1, Plans.DAY, "CNY").build())
                .hasMessageContaining("charges must be at least one");
        assertThatThrownBy(() -> Tariff.builder("a b", 0, Plans.DAY, "CNY").build())
                .hasMessageContaining("version must be at least 1, but was 0");
        assertThatThrownBy(() -> Plans.perCall("1").toBuilder()
                        .order(Step.CAP, Step.CAP, Step.DISCOUNT)
                        .build())
                .hasMessageContaining("order must be commitment, cap and discount, each once");
    }

    @Test
    void two_versions_in_force_on_one_day_are_refused() {
        var first = Plans.perCall("1");
        var second = first.toBuilder().version(2, LocalDate.of(2026, 7, 1)).build();
        assertThatThrownBy(() -> TariffBook.of(first, second))
                .hasMessageContaining("versions 1 and 2 are both in force on 2026-07-01")
                .hasMessageContaining("End version 1 on 2026-06-30 or earlier.");
        var ended = first.toBuilder().until(LocalDate.of(2026, 6, 30)).build();
        var book = TariffBook.of(second, ended);
        assertThat(book.inForce("calls", LocalDate.of(2026, 6, 30))).contains(ended);
        assertThat(book.inForce("calls", LocalDate.of(2026, 7, 1))).contains(second);
        assertThat(book.inForce("calls", LocalDate.of(2025, 7, 1))).isEmpty();
        assertThatThrownBy(() -> TariffBook.of(
                        ended, ended.toBuilder().until(LocalDate.of(2026, 2, 1)).build()))
                .hasMessageContaining("calls.version is used twice: 1");
    }

    @Test
    void a_tariff_is_written_and_read_back() {
        var tariff = QuoteTest.rich();
        var text = AssayJson.writeRecord(tariff);
        var again = AssayJson.read("tariff", text, Tariff.class);
        assertThat(again).isEqualTo(tariff);
        assertThat(CompiledTariff.of(again).digest())
                .isEqualTo(CompiledTariff.of(tariff).digest());
    }
}
