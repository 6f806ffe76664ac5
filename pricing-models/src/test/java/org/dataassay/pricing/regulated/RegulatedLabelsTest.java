package org.dataassay.pricing.regulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.dataassay.pricing.evidence.ConfidenceLadder;
import org.dataassay.pricing.evidence.ReferenceBand;
import org.dataassay.pricing.evidence.ReferencePrices;
import org.dataassay.valuation.text.Labels;
import org.junit.jupiter.api.Test;

class RegulatedLabelsTest {

    @Test
    void every_choice_has_a_chinese_label() {
        var labels = Labels.of(Locale.CHINESE);
        var types = List.<Class<? extends Enum<?>>>of(
                Exclusion.Ground.class,
                CostItem.Category.class,
                PublicDataRevenue.ProfitBase.class,
                RegulatedProduct.Use.class,
                RegulatedProduct.ChargedBy.class,
                PublicDataCeiling.Allocation.class,
                PublicDataCeiling.TrialRevenue.class,
                PublicDataCeilings.Standing.class,
                ConfidenceLadder.Confidence.class,
                ReferenceBand.Suspects.class,
                ReferenceBand.SourceWeight.class,
                ReferenceBand.TermRule.class,
                ReferencePrices.Reason.class);
        for (var type : types)
            for (var constant : type.getEnumConstants())
                assertThat(labels.has(constant)).as(Labels.key(constant)).isTrue();
        assertThat(labels.text(RegulatedProduct.Use.PUBLIC_WELFARE)).isEqualTo("公益事业");
    }
}
