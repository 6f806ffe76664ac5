package org.dataassay.quality.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.quality.maturity.DcmmFacts.Assessed;
import org.dataassay.quality.maturity.MaturityDcmm.OfDomains;
import org.dataassay.quality.maturity.MaturityDcmm.OfItems;
import org.dataassay.quality.maturity.MaturityDcmm.Options;
import org.dataassay.quality.maturity.MaturityDcmm.Thresholds;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaturityDcmmTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    private static final Source AGREED = Source.judged("appraiser", "agreed");

    private static Assessed at(DcmmItem item, double level) {
        return new Assessed(item, Input.of(level), List.of("document"));
    }

    private static FoundMaturity find(Options options, Assessed... items) {
        return new MaturityDcmm(options).evaluate(new DcmmFacts(List.of(items)), CONTEXT);
    }

    @Test
    void eight_domains_and_twenty_eight_items() {
        assertThat(DcmmDomain.values()).hasSize(8);
        assertThat(DcmmItem.values()).hasSize(28);
        assertThat(Arrays.stream(DcmmDomain.values()).map(d -> d.items().size()))
                .containsExactly(3, 3, 4, 3, 3, 4, 4, 4);
        assertThat(DcmmDomain.LIFECYCLE.label(Locale.CHINESE)).isEqualTo("数据生存周期");
        assertThat(DcmmItem.REFERENCE_AND_MASTER_DATA.label(Locale.CHINESE)).isEqualTo("参考数据和主数据");
        assertThat(DcmmItem.DATA_RETIREMENT.label(Locale.ENGLISH)).isEqualTo("data retirement");
    }

    @Test
    void a_domain_is_the_mean_of_its_items_and_the_score_the_mean_of_the_domains() {
        var found = find(
                Options.STANDARD,
                at(DcmmItem.STRATEGY_PLANNING, 3),
                at(DcmmItem.STRATEGY_IMPLEMENTATION, 2),
                at(DcmmItem.QUALITY_CHECKS, 4));
        assertThat(found.score()).isCloseTo((2.5 + 4) / 2, within(1e-15));
        // strategy: one of three missing; quality: three of four; the six other domains: all
        assertThat(found.low()).isCloseTo(((3 + 2 + 1) / 3.0 + (4 + 3 * 1) / 4.0 + 6 * 1) / 8, within(1e-14));
        assertThat(found.high()).isCloseTo(((3 + 2 + 5) / 3.0 + (4 + 3 * 5) / 4.0 + 6 * 5) / 8, within(1e-14));
        assertThat(found.assessed()).isEqualTo(3);
        assertThat(found.level()).isEmpty();
        assertThat(found.domains().get(0).level()).hasValue(2.5);
        assertThat(found.domains().get(1).level()).isEmpty();
        assertThat(found.worksheet().value("domains/quality/level")).isEqualTo(4);
    }

    @Test
    void what_is_weakest_decides_where_so_agreed() {
        var least = Options.STANDARD.withItems(OfItems.LEAST).withDomains(new OfDomains.Least());
        var found = find(
                least,
                at(DcmmItem.STRATEGY_PLANNING, 3),
                at(DcmmItem.STRATEGY_IMPLEMENTATION, 2),
                at(DcmmItem.QUALITY_CHECKS, 4));
        assertThat(found.score()).isEqualTo(2);
        assertThat(found.low()).isEqualTo(1);
        assertThat(found.high()).isEqualTo(2);
    }

    @Test
    void weights_come_with_a_source_and_leave_other_domains_out() {
        var weighted = new OfDomains.Weighted(Map.of(DcmmDomain.QUALITY, 3.0, DcmmDomain.STRATEGY, 1.0), AGREED);
        var found = find(
                Options.STANDARD.withDomains(weighted),
                at(DcmmItem.STRATEGY_PLANNING, 2),
                at(DcmmItem.QUALITY_CHECKS, 4),
                at(DcmmItem.DATA_SERVICE, 5));
        assertThat(found.score()).isCloseTo((2 + 3 * 4) / 4.0, within(1e-15));
        assertThat(found.domains().get(3).level()).isEmpty();
        assertThat(found.domains().get(3).assessed()).isEqualTo(1);
        assertThatThrownBy(() -> new OfDomains.Weighted(Map.of(DcmmDomain.QUALITY, 0.0), Source.NOT_STATED))
                .hasMessage("weights.quality must be above 0, but was 0. Leave out a domain that does not count.\n"
                        + "source must be stated, but was not stated. Say who weighs so, and why.");
        assertThatThrownBy(() -> find(Options.STANDARD.withDomains(weighted), at(DcmmItem.DATA_SERVICE, 5)))
                .hasMessageContaining("assessed with evidence in a domain that has a weight");
    }

    @Test
    void a_claim_without_evidence_is_not_assessed() {
        var claimed = new Assessed(DcmmItem.QUALITY_ANALYSIS, Input.of(5.0), List.of());
        var found = find(Options.STANDARD, at(DcmmItem.QUALITY_CHECKS, 2), claimed);
        assertThat(found.score()).isEqualTo(2);
        assertThat(found.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("level-without-evidence");
            assertThat(note.text()).isEqualTo("quality-analysis");
        });
        assertThat(found.domains().get(5).items().get(2).level()).isEmpty();
        assertThatThrownBy(() -> new DcmmFacts(List.of(claimed)))
                .hasMessage(
                        "items must be assessed with evidence, at least one, but was none. Name what shows the level of an item.");
    }

    @Test
    void a_level_is_told_only_where_nothing_open_could_move_it() {
        var thresholds = new Thresholds(List.of(1.5, 2.5, 3.5, 4.5), AGREED);
        var all = Arrays.stream(DcmmItem.values()).map(item -> at(item, 3)).toArray(Assessed[]::new);
        assertThat(find(Options.STANDARD.withThresholds(thresholds), all).level())
                .contains(3);
        var open = find(Options.STANDARD.withThresholds(thresholds), Arrays.copyOf(all, 20));
        assertThat(open.level()).isEmpty();
        assertThat(open.notes()).anySatisfy(note -> assertThat(note.text()).isEqualTo("from level 3 to level 4"));
        assertThatThrownBy(() -> new Thresholds(List.of(2.0, 2.0, 3.0, 6.0), AGREED))
                .hasMessageStartingWith("leastScores must be four numbers, ascending, above 1 and at most 5");
    }

    @Test
    void broken_items_are_refused() {
        assertThatThrownBy(() -> new Assessed(DcmmItem.DATA_MODEL, Input.of(0.0), List.of(" ")))
                .hasMessage("level must be in [1, 5], but was 0. Levels are 1 to 5.\n"
                        + "evidence must be named, but was blank. Name the document and the place in it.");
        assertThatThrownBy(() -> new DcmmFacts(List.of(at(DcmmItem.DATA_MODEL, 1), at(DcmmItem.DATA_MODEL, 2))))
                .hasMessage("items[1].item is used twice: data-model. Assess each item once.");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_higher_level_never_lowers_the_score_and_evidence_never_widens_the_range(long seed) {
        var random = new SplittableRandom(seed);
        var items = new ArrayList<Assessed>();
        for (var item : DcmmItem.values()) if (random.nextInt(3) == 0) items.add(at(item, 1 + 4 * random.nextDouble()));
        if (items.isEmpty()) items.add(at(DcmmItem.DATA_SERVICE, 2));
        var options = random.nextBoolean()
                ? Options.STANDARD
                : Options.STANDARD.withItems(OfItems.LEAST).withDomains(new OfDomains.Least());
        var before = find(options, items.toArray(Assessed[]::new));
        assertThat(before.low()).isLessThanOrEqualTo(before.score() + 1e-12);
        int at = random.nextInt(items.size());
        var raised = new ArrayList<>(items);
        raised.set(
                at, at(items.get(at).item(), Math.min(5, items.get(at).level().value() + 0.5)));
        assertThat(find(options, raised.toArray(Assessed[]::new)).score())
                .isGreaterThanOrEqualTo(before.score() - 1e-12);
        for (var item : DcmmItem.values()) {
            if (items.stream().anyMatch(a -> a.item() == item)) continue;
            items.add(at(item, 1 + 4 * random.nextDouble()));
            var after = find(options, items.toArray(Assessed[]::new));
            assertThat(after.high() - after.low()).isLessThanOrEqualTo(before.high() - before.low() + 1e-12);
            break;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
