package org.dataassay.report.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.appraisal.Appraisal;
import org.dataassay.valuation.appraisal.AppraisalCase;
import org.dataassay.valuation.appraisal.AppraisalReport;
import org.dataassay.valuation.appraisal.AppraisalReport.MethodOutcome;
import org.dataassay.valuation.appraisal.MethodCall;
import org.dataassay.valuation.asset.ComplianceCheck;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.asset.DimensionScore;
import org.dataassay.valuation.asset.Evidence;
import org.dataassay.valuation.asset.EvidenceKind;
import org.dataassay.valuation.asset.FreelyAvailableSubstitute;
import org.dataassay.valuation.asset.GateRule;
import org.dataassay.valuation.asset.Measure;
import org.dataassay.valuation.asset.Origin;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.asset.Right;
import org.dataassay.valuation.asset.RightType;
import org.dataassay.valuation.asset.Scenario;
import org.dataassay.valuation.asset.Sector;
import org.dataassay.valuation.asset.UpdateFrequency;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.CostFacts;
import org.dataassay.valuation.cost.CostLine;
import org.dataassay.valuation.cost.Obsolescence;
import org.dataassay.valuation.cost.ReplacementCost;
import org.dataassay.valuation.cost.ValueAdjustment;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.income.IncomeTerms;
import org.dataassay.valuation.income.ReliefFromRoyalty;
import org.dataassay.valuation.income.Royalty;
import org.dataassay.valuation.income.RoyaltyFacts;
import org.dataassay.valuation.income.TaxAmortizationBenefit;
import org.dataassay.valuation.income.TerminalValue;
import org.dataassay.valuation.life.Decay;
import org.dataassay.valuation.market.Adjustment;
import org.dataassay.valuation.market.ComparableTransactions;
import org.dataassay.valuation.market.MarketEvidence;
import org.dataassay.valuation.market.MarketFacts;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.sheet.Distribution;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;

/** A curated product of wildlife-strike records, on invented figures: with a conclusion, with methods that give nothing, without a conclusion. */
final class BirdStrikes {

    private static final CurrencyCode CNY = CurrencyCode.of("CNY");
    private static final LocalDate DATE = LocalDate.of(2025, 12, 31);

    private final boolean zh;
    /** Put into every name and text that a stranger could write. */
    private final String mark;

    private BirdStrikes(Language language, String mark) {
        this.zh = language == Language.CHINESE;
        this.mark = mark;
    }

    /** Three indications, one of them capped, and a conclusion. */
    static AppraisalReport concluded(Language language) {
        var fixture = new BirdStrikes(language, "");
        return fixture.report(fixture.methods(), Optional.of(fixture.terms()));
    }

    /** The same with another text in every name, to see what it does to the page. */
    static AppraisalReport named(Language language, String mark) {
        var fixture = new BirdStrikes(language, mark);
        return fixture.report(fixture.methods(), Optional.of(fixture.terms()));
    }

    /** No indication: an option is missing, and the growth lies above the discount rate. */
    static AppraisalReport unfinished(Language language) {
        var fixture = new BirdStrikes(language, "");
        return fixture.report(
                List.of(fixture.cost(Optional.empty()), fixture.income(Optional.of(0.2))), Optional.empty());
    }

    /** Weights are given, but a weighted method gave nothing. */
    static AppraisalReport notConcluded(Language language) {
        var fixture = new BirdStrikes(language, "");
        return fixture.report(
                List.of(fixture.cost(Optional.empty()), fixture.income(Optional.empty()), fixture.market()),
                Optional.of(fixture.terms()));
    }

    /** One indication; one method was refused by a rule, one does not apply. */
    static AppraisalReport refused(Language language) {
        var report =
                new BirdStrikes(language, "").report(List.of(new BirdStrikes(language, "").market()), Optional.empty());
        var outcomes = new ArrayList<>(report.outcomes());
        outcomes.add(new MethodOutcome(
                "cost",
                ReplacementCost.ID,
                new Outcome.Refused<>(Problem.of(GateRule.COMPLIANCE_CHECK, "gate.compliance-check", "A", "B"))));
        outcomes.add(new MethodOutcome(
                "income",
                ReliefFromRoyalty.ID,
                new Outcome.NotApplicable<>(Problem.of(ValuationError.MISSING, "licenses", ""))));
        return new AppraisalReport(
                report.appraised(),
                outcomes,
                report.worksheet(),
                report.conclusion(),
                report.whyNoConclusion(),
                report.simulation(),
                report.tornado(),
                report.spider(),
                report.fans(),
                report.notes());
    }

    /** No method gave anything. */
    static AppraisalReport nothing(Language language) {
        var fixture = new BirdStrikes(language, "");
        return fixture.report(List.of(fixture.cost(Optional.empty())), Optional.empty());
    }

    private String say(String english, String chinese) {
        return (zh ? chinese : english) + mark;
    }

    private AppraisalReport report(List<MethodCall<?>> methods, Optional<ConclusionTerms> terms) {
        var context = ValuationContext.of(DATE, CNY, BasisOfValue.MARKET_VALUE).withSeed(20251231);
        return Appraisal.of(new AppraisalCase(
                say("Wildlife Strike Records, Hull Insurance Edition", "野生动物撞击记录·航空机身险版"),
                asset(),
                context,
                Optional.of(quality()),
                methods,
                List.of(say(
                        "Multi-period excess earnings: the edition is one of several products of its owner and has no accounts of its own.",
                        "多期超额收益法：该产品是权利人多个产品之一，没有独立账目。")),
                terms,
                Simulation.of(20251231).withDraws(20_000)));
    }

    private DataAsset asset() {
        return DataAsset.builder(
                        "wildlife-strikes-hull-2025.12",
                        say("Wildlife Strike Records, Hull Insurance Edition", "野生动物撞击记录·航空机身险版"))
                .description(say(
                        "10 000 reported collisions of aircraft with wildlife at fifty airports, cleaned, keyed to aircraft types, with an update every month. The raw records are in the public domain; what is valued is the curation, the upkeep and the right to operate the product. The vendor, its customers and its figures are fictitious.",
                        "五十个机场的一万条航空器撞击野生动物报告，经清洗、按机型编码并按月更新。原始记录属于公有领域；评估对象为治理成果、持续维护和数据产品经营权。权利人、客户及数据均为虚构。"))
                .sector(Sector.TRANSPORT)
                .scenario(Scenario.of(
                        say("Rating of hull insurance", "航空机身险定价"),
                        say("Insurers and reinsurers of aircraft hulls", "航空机身险保险公司及再保险公司"),
                        say(
                                "They rate bird strike damage by aircraft type, phase of flight and season.",
                                "按机型、飞行阶段和季节厘定鸟击损失费率。")))
                .developmentLevel(DevelopmentLevel.MODELED)
                .deliveryMode(DeliveryMode.DATA_SET)
                .updateFrequency(UpdateFrequency.MONTHLY)
                .records(10_000)
                .rights(List.of(
                        Right.builder(RightType.PROCESS_AND_USE)
                                .evidence("public-domain")
                                .build(),
                        Right.builder(RightType.OPERATE_PRODUCT)
                                .exclusive(true)
                                .territory("CN")
                                .from(LocalDate.of(2024, 4, 1))
                                .until(LocalDate.of(2034, 3, 31))
                                .evidence("registration")
                                .build()))
                .origins(List.of(
                        Origin.of(
                                Origin.Kind.OPEN_DATA,
                                say("Reports published by the Federal Aviation Administration", "美国联邦航空管理局公开的报告"),
                                "public-domain"),
                        Origin.of(
                                Origin.Kind.OWN_OPERATION,
                                say("Keys, codes and corrections made by the vendor", "权利人编制的编码与更正"))))
                .evidence(List.of(
                        document(
                                "public-domain",
                                EvidenceKind.LEGAL_OPINION,
                                say("Note on the origin of the raw records", "原始记录来源说明")),
                        document(
                                "registration",
                                EvidenceKind.REGISTRATION,
                                say("Registration of the data product, No. 2024-0417", "数据产品登记证书 2024-0417 号")),
                        document(
                                "compliance",
                                EvidenceKind.COMPLIANCE_REPORT,
                                say("Compliance review of the edition", "产品合规审查报告"))))
                .complianceChecks(List.of(
                        ComplianceCheck.passed(
                                say("No personal information", "不含个人信息"),
                                say("Personal Information Protection Law, article 4", "《个人信息保护法》第四条"),
                                "compliance"),
                        ComplianceCheck.passed(
                                say("Terms of the source kept", "遵守来源条款"),
                                say("Public domain; the source is named", "公有领域，已注明来源"),
                                "public-domain")))
                .freelyAvailableSubstitute(FreelyAvailableSubstitute.builder()
                        .who(say("Federal Aviation Administration", "美国联邦航空管理局"))
                        .where("https://wildlife.faa.gov")
                        .costToReplicate(Input.of(money(2_020_000), judged("The ledger of the cost approach", "成本法台账")))
                        .delayYears(input(0.75, judged("As the edition took", "与本版编制时间相同")))
                        .description(say(
                                "The raw records, free to anyone: not cleaned, most species unknown.",
                                "原始记录可免费取得，但未经清洗，多数物种未鉴定。"))
                        .build())
                .build();
    }

    private Evidence document(String id, EvidenceKind kind, String title) {
        return Evidence.builder()
                .id(id)
                .kind(kind)
                .title(title)
                .issuer(say("Hu and Partners (fictitious)", "胡合律师事务所（虚构）"))
                .date(LocalDate.of(2025, 10, 21))
                .validUntil(LocalDate.of(2026, 10, 20))
                .build();
    }

    private QualityScore quality() {
        return QualityScore.of(List.of(
                DimensionScore.of(
                        "completeness",
                        0.25,
                        List.of(
                                Measure.of(say("Aircraft type is known", "机型可识别"), 9_871, 10_000),
                                Measure.of(say("Airspeed is given", "有指示空速"), 3_946, 10_000),
                                Measure.of(say("Species is identified", "物种已鉴定"), 4_712, 10_000))),
                DimensionScore.of(
                        "uniqueness",
                        0.1,
                        List.of(Measure.of(
                                say("No record is there twice", "没有完全重复的记录"),
                                2,
                                10_000,
                                Measure.Direction.LOWER_IS_BETTER))),
                DimensionScore.of(
                        "validity",
                        0.2,
                        List.of(Measure.of(say("Damage is an agreed word", "损伤程度为约定代码"), 10_000, 10_000))),
                DimensionScore.of(
                        "consistency", 0.25, List.of(Measure.of(say("No damage, no cost", "无损伤则无成本"), 9_312, 9_540))),
                DimensionScore.of(
                        "timeliness", 0.1, List.of(Measure.of(say("Within five years", "五年以内"), 6_230, 10_000))),
                DimensionScore.unmeasured("accuracy", 0.1)));
    }

    private List<MethodCall<?>> methods() {
        return List.of(cost(Optional.of(Obsolescence.Combination.SEQUENTIAL)), income(Optional.empty()), market());
    }

    private MethodCall<?> cost(Optional<Obsolescence.Combination> combination) {
        var facts = CostFacts.builder(List.of(
                        line(
                                "Feasibility study and survey of sources",
                                "可行性研究与数据源调查",
                                CostLine.Category.PRELIMINARY,
                                60_000,
                                0),
                        line(
                                "Schema, code lists and keying to aircraft types",
                                "数据模型、代码表与机型编码",
                                CostLine.Category.DIRECT,
                                320_000,
                                0.2),
                        line(
                                "Cleaning of operators, airports and species",
                                "运营人、机场与物种清洗",
                                CostLine.Category.DIRECT,
                                410_000,
                                0.25),
                        line("Monthly update pipeline", "月度更新流程", CostLine.Category.DIRECT, 380_000, 0.2),
                        line(
                                "Expert review by biologists and airframe engineers",
                                "生物学家与机体工程师复核",
                                CostLine.Category.DIRECT,
                                260_000,
                                0),
                        line("Computing and storage", "计算与存储", CostLine.Category.INDIRECT, 65_000, 0),
                        line("Premises and shared management", "场地与公共管理", CostLine.Category.INDIRECT, 145_000, 0)))
                .index(input(104.2, assumed("Illustrative price index, 2023 = 100", "示例价格指数，2023 年为 100")))
                .opportunityRate(new Input<>(
                        Rate.of(0.045),
                        assumed("Five-year loan prime rate plus one point", "五年期贷款市场报价利率加一个百分点"),
                        Optional.empty(),
                        Optional.empty()))
                .developersProfit(input(0.12, judged("What a developer of data products asks for", "数据产品开发者的期望利润"))
                        .distributed(new Distribution.Triangular(0.08, 0.12, 0.18)))
                .obsolescence(
                        new Obsolescence(
                                Obsolescence.Kind.FUNCTIONAL,
                                input(0.08, judged("Keyed by hand; a model would do it faster", "人工编码，可由模型更快完成"))),
                        new Obsolescence(
                                Obsolescence.Kind.ECONOMIC,
                                input(0.05, judged("Demand has thinned since 2023", "2023 年以来需求减弱"))))
                .valueAdjustment(new ValueAdjustment.FromQuality(
                        input(0.93, judged("From the measured quality, floor 0.6", "由实测质量换算，下限 0.6"))))
                .build();
        var options = new ReplacementCost.Options(combination, ReplacementCost.Options.STANDARD.rounding());
        return new MethodCall<>("cost", new ReplacementCost(options), facts);
    }

    private CostLine line(String english, String chinese, CostLine.Category category, double amount, double spread) {
        var input = Input.of(money(amount), ledger());
        if (spread > 0)
            input = input.distributed(
                    new Distribution.Triangular(amount * (1 - spread), amount, amount * (1 + spread * 1.3)));
        return CostLine.of(say(english, chinese), category, input)
                .indexedFrom(input(101.2, assumed("Illustrative price index, 2023 = 100", "示例价格指数，2023 年为 100")))
                .paidBefore(input(0.8, judged("Half of the time over which the line was paid", "支付期间的一半")));
    }

    private MethodCall<?> income(Optional<Double> growth) {
        var revenue = InputRow.of(
                        List.of(3.9e6, 4.7e6, 5.3e6, 5.6e6, 5.7e6, 5.5e6, 5.0e6).stream()
                                .map(BirdStrikes::money)
                                .toList(),
                        assumed("Illustrative sales plan 2026 to 2032", "示例：2026 至 2032 年销售计划"))
                .shocked(new Distribution.LogNormal(1, 0.16));
        var upkeep = InputRow.of(
                        List.of(240e3, 247e3, 255e3, 262e3, 270e3, 278e3, 287e3).stream()
                                .map(BirdStrikes::money)
                                .toList(),
                        assumed("Illustrative budget of the update team", "示例：更新团队预算"))
                .shocked(new Distribution.Triangular(0.9, 1.0, 1.25));
        var royalty = input(0.23, judged("Three licenses of aviation data", "三份航空数据许可合同"))
                .distributed(new Distribution.Triangular(0.17, 0.23, 0.28));
        var taxRate = input(
                0.25,
                Source.given(
                        say("National People's Congress", "全国人民代表大会"),
                        say("Enterprise Income Tax Law", "《企业所得税法》"),
                        say("Article 4", "第四条"),
                        LocalDate.of(2018, 12, 29)));
        var terms = IncomeTerms.of(taxRate, discountRate())
                .withPeriods(List.of("2026", "2027", "2028", "2029", "2030", "2031", "2032"))
                .withRemainingUsefulLife(input(6.0, judged("Fleets turn over", "机队更替"))
                        .distributed(new Distribution.Triangular(4, 6, 7)))
                .withTaxAmortization(TaxAmortizationBenefit.straightLine(10));
        terms = growth.isPresent()
                ? terms.withTerminalValue(
                        new TerminalValue.ConstantGrowth(Input.of(Rate.of(growth.get()), assumed("Growth", "增长率"))))
                : terms.withDecay(new Decay.ConstantRate(input(0.05, judged("Use of older records", "旧记录使用情况"))
                        .distributed(new Distribution.Triangular(0.02, 0.05, 0.1))));
        var facts = RoyaltyFacts.of(
                        revenue, new Royalty(royalty, Royalty.Base.NET_REVENUE, Royalty.UpkeepBearer.OWNER), terms)
                .withUpkeep(upkeep)
                .withOperatingMargin(Input.of(0.46));
        return new MethodCall<>("income", ReliefFromRoyalty.standard(), facts);
    }

    private Input<Rate> discountRate() {
        return new Input<>(
                Rate.of(0.16),
                assumed("Illustrative build-up, after tax, nominal", "示例累加法，税后名义"),
                Optional.of(new Distribution.Triangular(0.13, 0.16, 0.2)),
                Optional.empty());
    }

    private MethodCall<?> market() {
        var facts = MarketFacts.of(
                input(10_000, Source.given(say("Vendor", "权利人"), say("Product sheet", "产品说明"), "1", DATE)),
                List.of(
                        comparable("Runway incursion events", "跑道侵入事件", 256, MarketEvidence.Grade.DEAL),
                        comparable("Foreign object damage to engines", "发动机外来物损伤", 212, MarketEvidence.Grade.DEAL),
                        comparable("Helicopter wire strikes", "直升机撞线事件", 322, MarketEvidence.Grade.QUOTE),
                        comparable("Hail damage keyed to hulls", "机身冰雹损伤", 280, MarketEvidence.Grade.LIST)),
                List.of(
                        new Adjustment.Ratios("rights", Adjustment.Direction.MULTIPLY, ratios(1.0, 1.08, 1.0, 1.04)),
                        new Adjustment.Ratios(
                                "askedNotPaid", Adjustment.Direction.MULTIPLY, ratios(1.0, 1.0, 0.9, 0.84)),
                        new Adjustment.ChainedIndex(
                                "priceLevel", List.of(ratios(1.006, 1.012), ratios(1.009), ratios(1.005), List.of())),
                        new Adjustment.Differences("freeSubstitute", ratios(0.12, 0.06, 0.14, 0.08)),
                        new Adjustment.Differences("periodCovered", ratios(0.05, 0.03, 0.02, 0.06))));
        return new MethodCall<>("market", ComparableTransactions.standard(), facts);
    }

    private MarketEvidence comparable(String english, String chinese, double price, MarketEvidence.Grade grade) {
        return MarketEvidence.of(
                say(english, chinese),
                Input.of(
                        UnitPrice.of(BigDecimal.valueOf(price), CNY, zh ? "条" : "record"),
                        Source.given(
                                say("Exchange A (fictitious)", "甲数据交易所（虚构）"),
                                say("Illustrative listing", "示例挂牌信息"),
                                "12",
                                LocalDate.of(2025, 6, 20))),
                grade);
    }

    private List<Input<Double>> ratios(Double... values) {
        return List.of(values).stream()
                .map(value -> input(value, judged("Compared feature by feature", "逐项比较")))
                .toList();
    }

    private ConclusionTerms terms() {
        return new ConclusionTerms(
                List.of(
                        weight(
                                "cost",
                                0.4,
                                "The raw records are free, so making the edition again is what a buyer really weighs against buying it.",
                                "原始记录免费，买方真正权衡的是自行重建还是购买。"),
                        weight(
                                "income",
                                0.35,
                                "The edition is sold and its income is contracted from year to year, but the forecast is the owner's.",
                                "产品已销售且收入逐年签约，但预测由权利人作出。"),
                        weight(
                                "market",
                                0.25,
                                "Two closed deals and two offers for data of another kind of accident: alike, not the same.",
                                "两笔成交和两份报价均为其他事故类数据，相似而不相同。")),
                say("Lin Zhiyuan (fictitious), valuer", "林致远（虚构），资产评估师"),
                say(
                        "The cost indication stands lowest because it bears two kinds of obsolescence; the income indication is held down by the cap.",
                        "成本途径因计两类贬值而最低；收益途径受重建成本上限约束。"),
                Optional.empty(),
                10_000);
    }

    private ConclusionTerms.Weight weight(String section, double weight, String english, String chinese) {
        return new ConclusionTerms.Weight(
                section, input(weight, judged("Weight in the conclusion", "结论中的权重")), say(english, chinese));
    }

    private Source ledger() {
        return Source.given(
                say("Yunhe Aviation Data (fictitious)", "云禾航空数据（虚构）"),
                say("Illustrative cost ledger, 2023 to 2025", "示例成本台账，2023 至 2025 年"),
                say("line 1", "第 1 行"),
                LocalDate.of(2025, 11, 30));
    }

    private Source assumed(String english, String chinese) {
        return Source.assumed(say(english, chinese));
    }

    private Source judged(String english, String chinese) {
        return Source.judged(say("Lin Zhiyuan (fictitious)", "林致远（虚构）"), say(english, chinese));
    }

    private static Input<Double> input(double value, Source source) {
        return Input.of(value, source);
    }

    private static Money money(double amount) {
        return Money.of(BigDecimal.valueOf(amount), CNY);
    }
}
