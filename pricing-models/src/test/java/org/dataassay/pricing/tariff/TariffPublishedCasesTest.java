package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TariffPublishedCasesTest {

    static JsonNode find(String id) {
        try (var in = TariffPublishedCasesTest.class.getResourceAsStream("/cases/tariff.json")) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(in).get("cases").spliterator(), false)
                    .filter(one -> one.get("id").textValue().equals(id))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The price table of the exhibit. */
    static List<Tier> tiers() {
        var tiers = new ArrayList<Tier>();
        for (var row : find("ps-graduated-tiers").get("inputs").get("tiers(upTo,unitPrice)")) {
            var top = row.get(0).isTextual()
                    ? Optional.<BigDecimal>empty()
                    : Optional.of(row.get(0).decimalValue());
            tiers.add(new Tier(Optional.empty(), top, new BigDecimal(row.get(1).asText())));
        }
        return tiers;
    }

    private static Tariff tariff(TierMode mode) {
        return Plans.calls()
                .charge(new Charge.UsageFee("use", "call", mode, tiers(), Optional.empty()))
                .build();
    }

    @Test
    void graduated_tiers_of_a_published_exhibit() {
        check(tariff(TierMode.GRADUATED), find("ps-graduated-tiers"));
    }

    @Test
    void the_same_table_by_volume() {
        check(tariff(TierMode.VOLUME), find("ps-volume-tiers-arbitrage"));
    }

    /** Exact: the tolerance of the case is not needed. */
    private static void check(Tariff tariff, JsonNode published) {
        var compiled = CompiledTariff.of(tariff);
        var quantities = published.get("inputs").get("quantity");
        for (int i = 0; i < quantities.size(); i++) {
            var expected =
                    new BigDecimal(published.get("expected").get("bill").get(i).asText());
            long quantity = quantities.get(i).longValue();
            assertThat(compiled.exact(0, quantity)).isEqualByComparingTo(expected);
            assertThat(compiled.amount("call", quantity)).isEqualTo(Plans.fen(expected));
            assertThat(Plans.quote(tariff, Plans.order(tariff, "call", String.valueOf(quantity)))
                            .totals()
                            .gross()
                            .amount())
                    .isEqualByComparingTo(expected);
        }
    }
}
