package org.dataassay.valuation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.number;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CostChainTest {

    private static CostChain.Level level(DevelopmentLevel level, double cost) {
        return CostChain.Level.of(level, List.of(CostLine.of("work", CostLine.Category.DIRECT, cny(cost))));
    }

    private static CostChain chain(CostChain.LostData lost) {
        return new CostChain(
                List.of(
                        level(DevelopmentLevel.RAW, 600_000).sharedBy(number(3)),
                        level(DevelopmentLevel.DE_IDENTIFIED, 100_000).yielding(number(0.9)),
                        level(DevelopmentLevel.MODELED, 300_000).sharedBy(number(2)),
                        level(DevelopmentLevel.AI_READY, 250_000).yielding(number(0.8))),
                lost,
                Optional.of(new CostChain.Quantity(number(1_000_000), "record")));
    }

    private static Worksheet worksheet(CostChain chain) {
        return ReplacementCost.standard()
                .evaluate(
                        CostFacts.builder(chain)
                                .developersProfit(number(0.1))
                                .valueAdjustment(new ValueAdjustment.FromQuality(number(0.9)))
                                .build(),
                        CONTEXT)
                .worksheet();
    }

    @Test
    void cost_is_handed_on_from_level_to_level() {
        var sheet = worksheet(chain(CostChain.LostData.ABSORBED));
        assertThat(sheet.values("costByLevel")).containsExactly(600_000.0, 300_000.0, 600_000.0, 550_000.0);
        assertThat(sheet.value("raw/handedOn")).isEqualTo(200_000);
        assertThat(sheet.value("deIdentified/levelCost")).isEqualTo(100_000);
        assertThat(sheet.values("quantityByLevel")).containsExactly(1e6, 9e5, 9e5, 7.2e5);
        assertThat(sheet.values("unitCostByLevel").get(3)).isCloseTo(550_000 / 720_000.0, within(1e-15));
        assertThat(sheet.value("cost")).isEqualTo(550_000);
        var values = sheet.values("valueByLevel");
        assertThat(values.get(0)).isCloseTo(600_000 * 1.1 * 0.9, within(1e-9));
        assertThat(values.get(3)).isCloseTo(sheet.value(), within(1e-9));
    }

    @Test
    void what_is_lost_can_be_written_off() {
        var sheet = worksheet(chain(CostChain.LostData.WRITTEN_OFF));
        double deIdentified = (200_000 + 100_000) * 0.9;
        double modeled = deIdentified + 300_000;
        assertThat(sheet.value("cost")).isCloseTo((modeled / 2 + 250_000) * 0.8, within(1e-9));
    }

    @Test
    void reproduction_takes_a_chain_too() {
        Valuation valuation = ReproductionCost.standard()
                .evaluate(
                        ReproductionFacts.builder(chain(CostChain.LostData.ABSORBED))
                                .depreciation(new Depreciation.DecliningBalance(number(2), number(0.1)))
                                .build(),
                        CONTEXT);
        assertThat(valuation.worksheet().values("valueByLevel").get(1)).isCloseTo(300_000 * 0.81, within(1e-9));
        assertThat(valuation.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo("lost-data");
            assertThat(note.text()).isEqualTo("absorbed");
        });
    }

    @Test
    void a_chain_can_be_written_in_json() {
        var request = AssayJson.standard().readRequest("""
                { "method": "cost.replacement-cost",
                  "facts": { "chain": {
                    "levels": [
                      { "level": "raw", "reuse": 4,
                        "lines": [ { "name": "collection", "category": "data-acquisition", "nature": "material", "amount": "CNY 400000" } ] },
                      { "level": "ai-ready", "yield": 0.5,
                        "lines": [ { "name": "labeling", "category": "staff", "nature": "living-labor", "amount": "CNY 300000" } ] } ],
                    "lostData": "absorbed" } },
                  "context": { "valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "market-value" } }
                """);
        var valuation = (Valuation) request.evaluate();
        assertThat(valuation.worksheet().values("valueByLevel")).containsExactly(400_000.0, 400_000.0);
        assertThat(AssayJson.standard().readRequest(AssayJson.write(request)).facts())
                .isEqualTo(request.facts());
    }

    @Test
    void what_is_no_chain_is_refused() {
        assertThatThrownBy(() -> CostChain.of(
                        List.of(level(DevelopmentLevel.MODELED, 1), level(DevelopmentLevel.RAW, 1)),
                        CostChain.LostData.ABSORBED))
                .hasMessageContaining(
                        "levels[1].level must be above MODELED, but was RAW. List levels from raw upward, each once.");
        assertThatThrownBy(() -> level(DevelopmentLevel.RAW, 1).yielding(number(0)))
                .hasMessageContaining("yield must be above 0, but was 0.");
        assertThatThrownBy(() -> level(DevelopmentLevel.RAW, 1).sharedBy(number(0.5)))
                .hasMessageContaining("reuse must be in [1, 1000000], but was 0.5.");
        var chain = CostChain.of(List.of(level(DevelopmentLevel.RAW, 1)), CostChain.LostData.ABSORBED);
        assertThatThrownBy(() -> new CostFacts(
                        List.of(CostLine.of("a", CostLine.Category.DIRECT, cny(1))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new MultiplierForm(number(1.2), number(0.1), number(0.2))),
                        List.of(),
                        Optional.empty(),
                        Optional.of(chain)))
                .hasMessageContaining("lines does not fit: the chain has the lines of every level already.")
                .hasMessageContaining("multiplier does not fit: it sets living labor apart, which a chain adds up.");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Unshared and without loss, the chain is the plain sum of its lines; sharing never adds to the level above, writing off never adds at all. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_unshared_chain_is_the_sum_of_its_lines(long seed) {
        var random = new SplittableRandom(seed);
        double[] cost = random.doubles(4, 1, 1e6).toArray();
        var levels = DevelopmentLevel.values();
        var plain = List.of(
                level(levels[0], cost[0]),
                level(levels[1], cost[1]),
                level(levels[2], cost[2]),
                level(levels[3], cost[3]));
        double sum = cost[0] + cost[1] + cost[2] + cost[3];
        assertThat(worksheet(CostChain.of(plain, CostChain.LostData.ABSORBED)).value("cost"))
                .isCloseTo(sum, within(1e-12 * sum));
        var shared = plain.stream()
                .map(level -> level.sharedBy(number(1 + random.nextDouble(5))))
                .toList();
        assertThat(worksheet(CostChain.of(shared, CostChain.LostData.ABSORBED)).value("cost"))
                .isLessThanOrEqualTo(sum * (1 + 1e-12));
        var lossy = plain.stream()
                .map(level -> level.yielding(number(0.1 + 0.9 * random.nextDouble())))
                .toList();
        double absorbed =
                worksheet(CostChain.of(lossy, CostChain.LostData.ABSORBED)).value("cost");
        assertThat(absorbed).isCloseTo(sum, within(1e-12 * sum));
        assertThat(worksheet(CostChain.of(lossy, CostChain.LostData.WRITTEN_OFF))
                        .value("cost"))
                .isLessThanOrEqualTo(absorbed);
    }
}
