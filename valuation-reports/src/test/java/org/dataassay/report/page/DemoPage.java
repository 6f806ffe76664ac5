package org.dataassay.report.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A page with every part and every kind of chart, on invented figures. */
final class DemoPage {

    private static final Quantity USD = Quantity.money("USD");

    private final boolean zh;
    private final Edition edition;

    private DemoPage(Language language) {
        this.zh = language == Language.CHINESE;
        this.edition = Edition.of(language);
    }

    static Page of(Language language) {
        return new DemoPage(language).page();
    }

    private String say(String english, String chinese) {
        return zh ? chinese : english;
    }

    Waterfall waterfall() {
        return new Waterfall(
                say("From cost to indication", "由成本到评估值"),
                USD,
                List.of(
                        Waterfall.Step.total(say("Direct cost of collection and curation", "采集与治理直接成本"), 1_240_000),
                        Waterfall.Step.change(say("Indirect cost", "间接成本"), 186_000)
                                .because(say("15% of direct cost", "直接成本的 15%")),
                        Waterfall.Step.change(say("Developer's profit", "开发利润"), 171_120)
                                .because("12%"),
                        Waterfall.Step.change(say("Opportunity cost of the time to replicate", "重建期间的机会成本"), 95_827.20),
                        Waterfall.Step.total(say("Replacement cost new", "重置全价"), 1_692_947.20),
                        Waterfall.Step.change(say("Functional obsolescence", "功能性贬值"), -203_153.66)
                                .because(say("keyed by hand, 12%", "人工编码，12%")),
                        Waterfall.Step.change(say("Economic obsolescence", "经济性贬值"), -74_489.68),
                        Waterfall.Step.total(say("Indication by replacement cost", "重置成本法测算值"), 1_415_303.86)));
    }

    Tornado tornado() {
        return new Tornado(
                say("What would change the value most", "哪些参数最影响价值"),
                USD,
                1_902_000,
                List.of(
                        new Tornado.Swing(say("Royalty rate", "许可费率"), "4.5%", "8.0%", 1_421_000, 2_455_000),
                        new Tornado.Swing(say("Discount rate", "折现率"), "14%", "20%", 2_140_000, 1_705_000),
                        new Tornado.Swing(
                                say("Revenue of hull insurers' subscriptions, first year", "首年航空保险公司订阅收入"),
                                "$1.8M",
                                "$2.4M",
                                1_660_000,
                                2_150_000),
                        new Tornado.Swing(
                                say("Remaining useful life", "剩余经济寿命"),
                                say("5 years", "5 年"),
                                say("8 years", "8 年"),
                                1_790_000,
                                2_030_000),
                        new Tornado.Swing(say("Quality score", "质量得分"), "0.86", "0.95", 1_880_000, 1_925_000),
                        new Tornado.Swing(say("Tax rate", "所得税率"), "21%", "25%", 1_915_000, 1_884_000)));
    }

    Histogram histogram() {
        var bins = new ArrayList<Histogram.Bin>();
        double low = 700_000;
        double step = 75_000;
        for (int i = 0; i < 40; i++) {
            double middle = low + (i + 0.5) * step;
            double z = StrictMath.log(middle / 1_850_000) / 0.22;
            bins.add(new Histogram.Bin(
                    low + i * step, low + (i + 1) * step, Math.round(18_000 * StrictMath.exp(-z * z / 2))));
        }
        return new Histogram(
                say("Distribution of the value", "价值分布"),
                USD,
                bins,
                List.of(
                        new Histogram.Mark("P5", 1_288_000),
                        new Histogram.Mark("P50", 1_850_000),
                        new Histogram.Mark("P95", 2_657_000)),
                OptionalDouble.of(1_780_000));
    }

    Radar radar() {
        return new Radar(
                say("Measured quality", "实测数据质量"),
                List.of(
                        Radar.Axis.of(say("Completeness", "完整性"), 0.941),
                        Radar.Axis.of(say("Uniqueness", "唯一性"), 0.998),
                        Radar.Axis.of(say("Validity", "有效性"), 0.973),
                        Radar.Axis.of(say("Consistency across fields", "字段间一致性"), 0.885),
                        Radar.Axis.notMeasured(say("Accuracy", "准确性")),
                        Radar.Axis.of(say("Timeliness", "时效性"), 0.62)));
    }

    IndicationRanges indications() {
        return new IndicationRanges(
                say("What each method says", "各方法的测算结果"),
                USD,
                List.of(
                        IndicationRanges.Indication.of(
                                say("Replacement cost", "重置成本法"),
                                say("Cost approach · weight 30%", "成本途径 · 权重 30%"),
                                new IndicationRanges.Bounds(1_280_000, 1_415_304, 1_560_000)),
                        IndicationRanges.Indication.of(
                                say("Relief from royalty", "许可费节省法"),
                                say("Income approach · weight 50%", "收益途径 · 权重 50%"),
                                new IndicationRanges.Bounds(1_288_000, 1_902_000, 2_657_000)),
                        IndicationRanges.Indication.of(
                                say("Comparable transactions", "可比交易法"),
                                say("Market approach · weight 20%", "市场途径 · 权重 20%"),
                                new IndicationRanges.Bounds(1_600_000, 2_020_000, 2_300_000)),
                        IndicationRanges.Indication.none(
                                say("Multi-period excess earnings", "多期超额收益法"),
                                say("Income approach", "收益途径"),
                                say(
                                        "Not applicable: no earnings of the whole business were given.",
                                        "不适用：未提供整体业务的收益资料。"))),
                Optional.of(new IndicationRanges.Bounds(1_600_000, 1_780_000, 2_000_000)));
    }

    Trend trend() {
        return new Trend(
                say("Revenue and royalty savings", "收入与许可费节省额"),
                USD,
                IntStream.rangeClosed(2026, 2033).mapToObj(String::valueOf).toList(),
                List.of(
                        new Trend.Series(
                                say("Revenue", "收入"),
                                List.of(2.1e6, 2.4e6, 2.7e6, 2.9e6, 2.8e6, 2.5e6, 2.1e6, 1.6e6),
                                true),
                        new Trend.Series(
                                say("Royalty savings after tax", "税后许可费节省额"),
                                List.of(1.0e5, 1.15e5, 1.3e5, 1.4e5, 1.34e5, 1.2e5, 1.0e5, 0.77e5),
                                false)));
    }

    private Page page() {
        var numbers = edition.numbers();
        var amount = new BigDecimal("1780000.00");
        var e = edition;
        var body = new ArrayList<Markup>();
        body.add(Parts.masthead(
                say("Data asset appraisal", "数据资产评估"),
                say("Curated bird-strike records for hull insurers", "面向航空保险的鸟击事件数据产品"),
                say(
                        "Ten thousand reported wildlife strikes, cleaned, keyed to aircraft type and kept up monthly.",
                        "一万条野生动物撞击报告，经清洗、按机型编码并按月更新。"),
                List.of(
                        Parts.Entry.of(say("Valuation date", "评估基准日"), numbers.date(LocalDate.of(2025, 12, 31))),
                        Parts.Entry.of(say("Basis of value", "价值类型"), say("Market value", "市场价值")),
                        Parts.Entry.of(say("Right appraised", "评估对象权利"), say("To operate the product", "数据产品经营权")),
                        Parts.Entry.of(say("Responsible", "签字评估师"), "Mei Lindqvist · 林梅"))));
        body.add(Parts.contents(
                say("Contents", "目录"),
                List.of(
                        Parts.Entry.of("value", say("Value", "评估结论")),
                        Parts.Entry.of("reasons", say("How it was reached", "形成过程")),
                        Parts.Entry.of("risk", say("What could change it", "不确定性")),
                        Parts.Entry.of("quality", say("Quality", "数据质量")),
                        Parts.Entry.of("figures", say("Figures", "测算数据")))));
        body.add(Parts.section(
                "value",
                say("Value", "评估结论"),
                Parts.headline(
                        say("Conclusion of value", "评估结论"),
                        numbers.money(amount, "USD"),
                        numbers.moneyRead(amount, "USD"),
                        List.of(
                                say("Range ", "区间 ") + numbers.money(1_600_000, "USD") + " – "
                                        + numbers.money(2_000_000, "USD") + say(", by judgement", "，专业判断"),
                                say("Three methods, weighted 30 : 50 : 20.", "三种方法，权重 30 : 50 : 20。"))),
                Parts.box(
                        Parts.Tone.WARNING,
                        e,
                        say("A free substitute exists", "存在免费替代品"),
                        Parts.paragraph(say(
                                "The raw records are published by the FAA. What is appraised is the curation, and income indications are capped by the cost and delay to replicate it.",
                                "原始记录由美国联邦航空管理局公开。评估对象为治理成果，收益途径测算值以重建成本及延迟为上限。"))),
                Parts.chart(
                        "indications",
                        indications(),
                        e,
                        say(
                                "Bars are ranges, dots are indications; the band is the range of the conclusion.",
                                "横条为区间，圆点为测算值，色带为结论区间。"))));
        body.add(Parts.section(
                "reasons",
                say("How it was reached", "形成过程"),
                Parts.chart("waterfall", waterfall(), e, say("Every money input is illustrative.", "所有金额均为示例。")),
                Parts.chart("trend", trend(), e, "")));
        body.add(Parts.section(
                "risk",
                say("What could change it", "不确定性"),
                Parts.chart(
                        "tornado",
                        tornado(),
                        e,
                        say("Each input moved alone between its low and its high.", "每次仅变动一个参数。")),
                Parts.chart(
                        "distribution",
                        histogram(),
                        e,
                        say("Nine draws in ten fall between P5 and P95.", "九成模拟结果位于 P5 与 P95 之间。"))));
        body.add(Parts.section(
                "quality",
                say("Quality", "数据质量"),
                Parts.chart(
                        "radar",
                        radar(),
                        e,
                        say(
                                "A hatched dimension had no evidence. It is left out of the score and widens the range.",
                                "阴影维度缺乏证据，不计入得分，并扩大区间。"))));
        body.add(Parts.section(
                "figures",
                say("Figures", "测算数据"),
                Parts.card(
                        say("Relief from royalty", "许可费节省法"),
                        Parts.figure(
                                new Parts.Figure(
                                        "royalty/revenue[2026]",
                                        numbers.money(2_100_000, "USD"),
                                        "",
                                        say("Assumed · sales plan 2026, page 4", "假设 · 2026 年销售计划第 4 页"),
                                        List.of(say("Illustrative.", "示例。"))),
                                e),
                        Parts.figure(
                                new Parts.Figure(
                                        "royalty/discountFactor[2026]",
                                        numbers.fixed(0.9284766908852594, 6),
                                        "(1 + discountRate) ^ (−t)",
                                        "",
                                        List.of()),
                                e),
                        Parts.figure(
                                new Parts.Figure(
                                        "royalty/presentValue",
                                        numbers.money(1_902_000, "USD"),
                                        "sum(afterTaxSavings × discountFactor) + taxAmortizationBenefit",
                                        "",
                                        List.of()),
                                e)),
                Parts.side(
                        Parts.card(
                                say("Evidence of quality", "质量证据"),
                                Table.of(
                                                "",
                                                Table.Column.words(say("Indicator", "指标")),
                                                Table.Column.numbers(say("Satisfied", "满足")),
                                                Table.Column.numbers(say("Evaluated", "评估")))
                                        .row(say("Completeness of aircraft type", "机型完整率"), "9,874", "10,000")
                                        .row(say("Unique record id", "记录编号唯一"), "9,998", "10,000")
                                        .total(say("All", "合计"), "19,872", "20,000")
                                        .markup()),
                        Parts.box(
                                Parts.Tone.ASSUMPTION,
                                e,
                                "",
                                Parts.list(List.of(
                                        say("Updates continue for the whole life.", "数据在整个寿命期内持续更新。"),
                                        say("Tax is 25%.", "所得税率 25%。")))))));
        return Page.of(say("Bird-strike records: appraisal", "鸟击数据评估"), e, body.toArray(Markup[]::new))
                .withFooter(Parts.paragraph(say("Illustrative figures. data-assay 0.1.0.", "示例数据。data-assay 0.1.0。")));
    }

    List<Chart> charts() {
        return List.of(waterfall(), tornado(), histogram(), radar(), indications(), trend());
    }

    static List<Chart> charts(Language language) {
        return new DemoPage(language).charts();
    }
}
