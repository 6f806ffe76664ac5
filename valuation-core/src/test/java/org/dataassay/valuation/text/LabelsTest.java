package org.dataassay.valuation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.asset.EvidenceKind;
import org.dataassay.valuation.asset.GateRule;
import org.dataassay.valuation.asset.Measure;
import org.dataassay.valuation.asset.Origin;
import org.dataassay.valuation.asset.RightType;
import org.dataassay.valuation.asset.Sector;
import org.dataassay.valuation.asset.SecurityClass;
import org.dataassay.valuation.asset.UpdateFrequency;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.PremiseOfValue;
import org.dataassay.valuation.cost.Cas2023Cost;
import org.dataassay.valuation.cost.ComputeEnergyFacts;
import org.dataassay.valuation.cost.CostChain;
import org.dataassay.valuation.cost.Obsolescence;
import org.dataassay.valuation.cost.ReproductionCost;
import org.dataassay.valuation.cost.SumOfCostsFacts;
import org.dataassay.valuation.income.ChargeTaxBasis;
import org.dataassay.valuation.income.ContributoryAsset;
import org.dataassay.valuation.income.ContributoryCharge;
import org.dataassay.valuation.income.DevelopersProfit;
import org.dataassay.valuation.income.HypotheticalDevelopment;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.income.IncomeScenarios;
import org.dataassay.valuation.income.IncomeShareFacts;
import org.dataassay.valuation.income.MultiPeriodExcessEarnings;
import org.dataassay.valuation.income.ReliefFromRoyalty;
import org.dataassay.valuation.income.SinglePeriodExcessEarnings;
import org.dataassay.valuation.income.TerminalValue;
import org.dataassay.valuation.information.Infonomics;
import org.dataassay.valuation.life.AttritionTiming;
import org.dataassay.valuation.life.DecayFit;
import org.dataassay.valuation.life.FittedCurve;
import org.dataassay.valuation.life.LifeLimit;
import org.dataassay.valuation.life.UsefulLife;
import org.dataassay.valuation.market.Adjustment;
import org.dataassay.valuation.market.ComparableTransactions;
import org.dataassay.valuation.market.GridProfile;
import org.dataassay.valuation.market.HedonicRegression;
import org.dataassay.valuation.market.ListingPeriod;
import org.dataassay.valuation.market.Multiples;
import org.dataassay.valuation.market.NearestComparables;
import org.dataassay.valuation.market.PriceIndex;
import org.dataassay.valuation.market.RatioStudy;
import org.dataassay.valuation.market.TitleWords;
import org.dataassay.valuation.market.ValueDriver;
import org.dataassay.valuation.numeric.RootRule;
import org.dataassay.valuation.option.BinomialOption;
import org.dataassay.valuation.option.BlackScholesMerton;
import org.dataassay.valuation.option.ExerciseStyle;
import org.dataassay.valuation.option.LongstaffSchwartzFacts;
import org.dataassay.valuation.option.OptionType;
import org.dataassay.valuation.rate.CapitalStructure;
import org.dataassay.valuation.rate.Npv;
import org.dataassay.valuation.rate.RiskPremium;
import org.dataassay.valuation.reconcile.Approach;
import org.dataassay.valuation.reconcile.Confidence;
import org.dataassay.valuation.reconcile.EvidenceItems;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.sheet.Bridge;
import org.dataassay.valuation.sheet.Sampling;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.DayCount;
import org.dataassay.valuation.time.PriceBasis;
import org.dataassay.valuation.time.TaxBasis;
import org.dataassay.valuation.time.Timing;
import org.dataassay.valuation.weighting.Ahp;
import org.dataassay.valuation.weighting.CausalInfluences;
import org.dataassay.valuation.weighting.Combination;
import org.dataassay.valuation.weighting.ConstantColumn;
import org.dataassay.valuation.weighting.Critic;
import org.dataassay.valuation.weighting.DecisionMatrix;
import org.dataassay.valuation.weighting.Delphi;
import org.dataassay.valuation.weighting.Dematel;
import org.dataassay.valuation.weighting.Entropy;
import org.dataassay.valuation.weighting.FuzzyComprehensive;
import org.dataassay.valuation.weighting.GreyRelational;
import org.dataassay.valuation.weighting.RandomIndex;
import org.dataassay.valuation.weighting.Topsis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    /** What people see; a new enum belongs here and into both bundles. */
    private static final List<Class<? extends Enum<?>>> SEEN = List.of(
            BasisOfValue.class,
            PremiseOfValue.class,
            Compounding.class,
            TaxBasis.class,
            PriceBasis.class,
            Timing.Regular.class,
            DayCount.class,
            RightType.class,
            DevelopmentLevel.class,
            DeliveryMode.class,
            SecurityClass.class,
            UpdateFrequency.class,
            Sector.class,
            EvidenceKind.class,
            Origin.Kind.class,
            GateRule.class,
            Measure.Direction.class,
            Note.Kind.class,
            Range.Nature.class,
            Sampling.class,
            Bridge.Cause.class,
            Obsolescence.Combination.class,
            ReproductionCost.DecliningRate.class,
            CostChain.LostData.class,
            Cas2023Cost.TaxBase.class,
            SumOfCostsFacts.Producer.class,
            ComputeEnergyFacts.ComputeClass.class,
            ReliefFromRoyalty.Form.class,
            IncomeConventions.TerminalExponent.class,
            IncomeConventions.MismatchedRate.class,
            IncomeScenarios.Combination.class,
            HypotheticalDevelopment.DevelopmentTax.class,
            DevelopersProfit.Base.class,
            IncomeShareFacts.Base.class,
            ChargeTaxBasis.class,
            ContributoryAsset.Kind.class,
            ContributoryCharge.ReturnOf.class,
            MultiPeriodExcessEarnings.ChargeAttrition.class,
            SinglePeriodExcessEarnings.Form.class,
            TerminalValue.ExitMultiple.Metric.class,
            AttritionTiming.class,
            LifeLimit.Kind.class,
            UsefulLife.Crossing.class,
            DecayFit.Criterion.class,
            FittedCurve.Kind.class,
            ComparableTransactions.Combination.class,
            ComparableTransactions.Weighting.class,
            Adjustment.Direction.class,
            GridProfile.Standard.class,
            Multiples.Statistic.class,
            RatioStudy.Outliers.class,
            HedonicRegression.Retransformation.class,
            HedonicRegression.Errors.class,
            ListingPeriod.class,
            TitleWords.Kind.class,
            NearestComparables.Weighting.class,
            NearestComparables.Mean.class,
            PriceIndex.Kind.class,
            ValueDriver.Earnings.class,
            Infonomics.Definition.class,
            Infonomics.Combining.class,
            Ahp.Prioritization.class,
            Ahp.Aggregation.class,
            Ahp.TotalConsistency.class,
            Ahp.Acceptance.class,
            Ahp.Inconsistency.class,
            RandomIndex.class,
            Delphi.Counting.class,
            Combination.Form.class,
            Approach.class,
            Confidence.class,
            EvidenceItems.Kind.class,
            RootRule.class,
            Npv.FirstFlow.class,
            Npv.ValueDate.class,
            RiskPremium.Kind.class,
            CapitalStructure.Kind.class,
            OptionType.class,
            ExerciseStyle.class,
            BlackScholesMerton.ThetaPer.class,
            BlackScholesMerton.SensitivityPer.class,
            BinomialOption.Smoothing.class,
            LongstaffSchwartzFacts.PayoffOn.class,
            DecisionMatrix.Direction.class,
            ConstantColumn.class,
            Entropy.Normalization.class,
            Critic.CorrelationKind.class,
            Topsis.Normalization.class,
            Topsis.Distance.class,
            GreyRelational.Degree.class,
            GreyRelational.Normalization.class,
            FuzzyComprehensive.Operator.class,
            FuzzyComprehensive.Decision.class,
            FuzzyComprehensive.BetweenLevels.class,
            Dematel.Scale.class,
            Dematel.Weighting.class,
            CausalInfluences.Role.class);

    @Test
    void speaks_both_languages() {
        assertThat(Labels.of(Locale.ENGLISH).text(BasisOfValue.MARKET_VALUE)).isEqualTo("market value");
        assertThat(Labels.of(Locale.CHINA).text(BasisOfValue.MARKET_VALUE)).isEqualTo("市场价值");
        assertThat(Labels.of(Locale.SIMPLIFIED_CHINESE).text(Note.Kind.WARNING)).isEqualTo("警告");
        assertThat(Labels.of(Locale.CHINESE).text(DayCount.THIRTY_E_360))
                .isEqualTo("30E/360（欧洲）"); // a constant with a body
    }

    @Test
    void falls_back_to_english_and_then_to_the_constant() {
        assertThat(Labels.of(Locale.FRENCH).text(BasisOfValue.FAIR_VALUE)).isEqualTo("fair value");
        assertThat(Labels.of(Locale.ROOT).text(BasisOfValue.FAIR_VALUE)).isEqualTo("fair value");
        assertThat(Labels.of(Locale.CHINESE).text(DayOfWeek.MONDAY)).isEqualTo("monday");
    }

    @Test
    void keys_name_the_outer_types() {
        assertThat(Labels.key(Note.Kind.WARNING)).isEqualTo("Note.Kind.WARNING");
        assertThat(Labels.key(Timing.Regular.END)).isEqualTo("Timing.Regular.END");
        assertThat(Labels.key(DayCount.ACT_360)).isEqualTo("DayCount.ACT_360");
    }

    @ParameterizedTest
    @MethodSource("constants")
    void every_constant_has_a_label_in_both_languages(Enum<?> constant) {
        assertThat(Labels.of(Locale.ENGLISH).has(constant)).isTrue();
        assertThat(Labels.of(Locale.CHINESE).has(constant)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void no_label_is_left_over(String language) throws IOException {
        var bundle = new Properties();
        try (var in = Labels.class.getResourceAsStream("/org/dataassay/valuation/labels_" + language + ".properties")) {
            assertThat(in).isNotNull();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var keys = new TreeSet<String>();
        constants().map(Labels::key).forEach(keys::add);
        assertThat(bundle.stringPropertyNames()).isEqualTo(keys);
        assertThat(bundle.values()).noneMatch(text -> text.toString().isBlank());
    }

    static Stream<Enum<?>> constants() {
        return SEEN.stream().flatMap(type -> Arrays.<Enum<?>>stream(type.getEnumConstants()));
    }
}
