package org.dataassay.valuation.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dataassay.valuation.Terms.CONTEXT;
import static org.dataassay.valuation.Terms.cny;
import static org.dataassay.valuation.Terms.money;
import static org.dataassay.valuation.Terms.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.reconcile.ConclusionTerms.Weight;
import org.dataassay.valuation.reconcile.EvidenceItems.Kind;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicationReconciliationTest {

    private static final StatedIndication COST = stated("cost", "cost.replacement-cost", 1_000_000);
    private static final StatedIndication INCOME = stated("income", "income.direct-income", 1_400_000);
    private static final CrossChecks UNCHECKED =
            new CrossChecks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static StatedIndication stated(String section, String method, double amount) {
        return StatedIndication.of(section, MethodId.of(method), cny(amount));
    }

    private static ConclusionTerms terms(double cost, double income, CrossChecks checks, double roundedTo) {
        return new ConclusionTerms(
                List.of(
                        new Weight("cost", number(cost), "could be rebuilt"),
                        new Weight("income", number(income), "contracted")),
                "Chen Yu",
                "",
                Optional.of(checks),
                roundedTo);
    }

    private static ReconciledIndications reconcile(ConclusionTerms terms, StatedIndication... indications) {
        return IndicationReconciliation.standard()
                .evaluate(new ReconciliationFacts(List.of(indications), List.of(), terms), CONTEXT);
    }

    @Test
    void the_conclusion_is_the_weighted_sum_rounded_as_the_valuer_said() {
        var result = reconcile(terms(0.3, 0.7, UNCHECKED, 50_000), COST, INCOME);
        assertThat(result.worksheet().value()).isCloseTo(1_280_000, within(1e-9));
        assertThat(result.conclusion()).isEqualTo(money(1_300_000));
        assertThat(result.lowest()).isEqualTo(money(1_000_000));
        assertThat(result.highest()).isEqualTo(money(1_400_000));
        assertThat(result.spread()).isCloseTo(1.4, within(1e-15));
        assertThat(result.responsiblePerson()).isEqualTo("Chen Yu");
    }

    @Test
    void every_check_that_is_out_of_proportion_raises_its_flag() {
        var checks = new CrossChecks(
                Optional.of(cny(200_000)),
                Optional.of(cny(1_000_000)),
                Optional.of(new CrossChecks.RecordPrice(number(1000), perRecord("10"), perRecord("500"))),
                Optional.of(new CrossChecks.Profit(cny(300), cny(200))));
        var result = reconcile(terms(0.5, 0.5, checks, 0), COST, INCOME);
        assertThat(result.worksheet().value("timesCost")).isEqualTo(6);
        assertThat(result.worksheet().value("shareOfFirm")).isEqualTo(1.2);
        assertThat(result.worksheet().value("pricePerRecord")).isEqualTo(1200);
        assertThat(result.worksheet().value("shareOfProfit")).isEqualTo(1.5);
        assertThat(result.notes().stream()
                        .filter(note -> note.kind() == Note.Kind.WARNING)
                        .map(Note::code))
                .containsExactly(
                        "value-above-cost-multiple",
                        "value-above-firm",
                        "benefit-above-profit",
                        "record-price-outside-evidence");
    }

    @Test
    void what_is_in_proportion_raises_none() {
        var checks = new CrossChecks(
                Optional.of(cny(900_000)),
                Optional.of(cny(9_000_000)),
                Optional.of(new CrossChecks.RecordPrice(number(1000), perRecord("1200"), perRecord("1200"))),
                Optional.of(new CrossChecks.Profit(cny(200), cny(200))));
        assertThat(reconcile(terms(0.5, 0.5, checks, 0), COST, INCOME).notes())
                .noneMatch(note -> note.kind() == Note.Kind.WARNING);
    }

    private static Input<UnitPrice> perRecord(String amount) {
        return Input.of(UnitPrice.of(amount, "CNY", "record"));
    }

    @Test
    void an_approach_that_nobody_spoke_of_is_missed() {
        assertThat(reconcile(terms(0.5, 0.5, UNCHECKED, 0), COST, INCOME).notes())
                .anySatisfy(note -> {
                    assertThat(note.code()).isEqualTo("approach-not-considered");
                    assertThat(note.text()).isEqualTo("market");
                });
        var facts = new ReconciliationFacts(
                List.of(COST, INCOME),
                List.of(new UnusedApproach(Approach.MARKET, "no deals in such data")),
                terms(0.5, 0.5, UNCHECKED, 0));
        assertThat(IndicationReconciliation.standard().evaluate(facts, CONTEXT).notes())
                .extracting(Note::code)
                .contains("approach-not-used")
                .doesNotContain("approach-not-considered");
    }

    @Test
    void a_wide_difference_needs_an_explanation() {
        var far = stated("income", "income.direct-income", 1_500_001);
        assertThatThrownBy(() -> reconcile(terms(0.5, 0.5, UNCHECKED, 0), COST, far))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("conclusion.differencesExplained is missing")
                .hasMessageContaining("1.500001 times apart");
        assertThat(reconcile(terms(1, 0, UNCHECKED, 0), COST, far).spread())
                .as("what has no weight needs none")
                .isEqualTo(1);
    }

    @Test
    void a_value_of_another_basis_is_shown_but_not_weighted() {
        var fair = INCOME.onBasis(BasisOfValue.INVESTMENT_VALUE);
        assertThatThrownBy(() -> reconcile(terms(0.5, 0.5, UNCHECKED, 0), COST, fair))
                .hasMessageContaining("indications[1].basisOfValue must be that of the context")
                .hasMessageContaining("weight 0");
        assertThat(reconcile(terms(1, 0, UNCHECKED, 0), COST, fair).conclusion())
                .isEqualTo(money(1_000_000));
    }

    @Test
    void weights_are_not_rescaled_and_need_reasons_and_a_person() {
        assertThatThrownBy(() -> terms(0.5, 0.6, UNCHECKED, 0)).hasMessageContaining("weights that sum to 1");
        assertThatThrownBy(() -> new Weight("cost", number(1), " ")).hasMessageContaining("reason must be given");
        assertThatThrownBy(() -> new ConclusionTerms(
                        List.of(new Weight("cost", number(1), "only one")), "", "", Optional.empty(), 0))
                .hasMessageContaining("responsiblePerson must be named");
        assertThatThrownBy(() -> reconcile(terms(0.5, 0.5, UNCHECKED, 0), COST))
                .hasMessageContaining("the section 'income'")
                .hasMessageContaining("Sections are cost.");
    }

    @ParameterizedTest(name = "{0} {1} of {2}: {3}")
    @CsvSource({
        "TRANSACTION, 5, 2023-12-31, HIGH",
        "TRANSACTION, 5, 2023-12-30, MEDIUM",
        "TRANSACTION, 4, 2025-12-31, MEDIUM",
        "OFFER, 2, 2020-12-31, MEDIUM",
        "OFFER, 2, 2020-12-30, LOW",
        "OFFER, 1, 2025-12-31, LOW",
        "PUBLISHED, 100, 2025-12-31, LOW",
        "JUDGEMENT, 100, 2025-12-31, NONE"
    })
    void confidence_goes_by_kind_count_and_age(Kind kind, int count, LocalDate date, Confidence grade) {
        var indication = COST.withEvidence(List.of(new EvidenceItems(kind, count, date)));
        assertThat(reconcile(terms(1, 0, UNCHECKED, 0), indication, INCOME).confidence())
                .isEqualTo(grade);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_conclusion_lies_between_its_indications_and_grows_with_each(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(2, 8);
        var indications = new ArrayList<StatedIndication>();
        var weights = new ArrayList<Weight>();
        double left = 1;
        for (int i = 0; i < n; i++) {
            indications.add(stated("s" + i, "cost.replacement-cost", 1e6 + random.nextInt(400_000)));
            double weight = i == n - 1 ? left : left * random.nextDouble();
            left -= weight;
            weights.add(new Weight("s" + i, number(weight), "drawn"));
        }
        var terms = new ConclusionTerms(weights, "Chen Yu", "", Optional.empty(), 0);
        var result = reconcile(terms, indications.toArray(StatedIndication[]::new));
        assertThat(result.worksheet().value())
                .isBetween(
                        result.lowest().toDouble() * (1 - 1e-14),
                        result.highest().toDouble() * (1 + 1e-14));
        indications.set(0, stated("s0", "cost.replacement-cost", 1.45e6));
        assertThat(reconcile(terms, indications.toArray(StatedIndication[]::new))
                        .worksheet()
                        .value())
                .isGreaterThanOrEqualTo(result.worksheet().value());
    }
}
