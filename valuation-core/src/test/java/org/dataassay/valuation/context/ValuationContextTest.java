package org.dataassay.valuation.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;

class ValuationContextTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    @Test
    void takes_the_usual_premise_rounding_and_seed() {
        assertThat(CONTEXT.premise()).isEqualTo(PremiseOfValue.HIGHEST_AND_BEST_USE);
        assertThat(CONTEXT.roundingMode()).isEqualTo(RoundingMode.HALF_UP);
        assertThat(CONTEXT.seed()).isEqualTo(ValuationContext.STANDARD_SEED);
        assertThat(BasisOfValue.LIQUIDATION_VALUE.usualPremise()).isEqualTo(PremiseOfValue.ORDERLY_LIQUIDATION);
    }

    @Test
    void each_wither_changes_one_term() {
        var changed = CONTEXT.withSeed(7)
                .withCurrency(CurrencyCode.of("USD"))
                .withBasisOfValue(BasisOfValue.VALUE_IN_USE)
                .withPremise(PremiseOfValue.CURRENT_USE)
                .withRoundingMode(RoundingMode.HALF_EVEN)
                .withValuationDate(LocalDate.of(2026, 6, 30));
        assertThat(changed)
                .isEqualTo(new ValuationContext(
                        LocalDate.of(2026, 6, 30),
                        CurrencyCode.of("USD"),
                        BasisOfValue.VALUE_IN_USE,
                        PremiseOfValue.CURRENT_USE,
                        RoundingMode.HALF_EVEN,
                        7));
    }

    @Test
    void reports_all_broken_terms_together() {
        assertThatThrownBy(() -> new ValuationContext(
                        LocalDate.of(25, 12, 31),
                        CurrencyCode.of("CNY"),
                        BasisOfValue.MARKET_VALUE,
                        PremiseOfValue.CURRENT_USE,
                        RoundingMode.UNNECESSARY,
                        1))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(e -> assertThat(((InvalidInputException) e).problems())
                        .extracting("field")
                        .containsExactly("valuationDate", "roundingMode"));
    }
}
