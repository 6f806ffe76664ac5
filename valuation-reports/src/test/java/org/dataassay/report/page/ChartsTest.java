package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartsTest {

    private static final Quantity CNY = Quantity.money("CNY");
    private static final Edition EN = Edition.of(Language.ENGLISH);
    private static final List<String> NAMES = List.of(
            "客户画像数据集（去标识化）",
            "بيانات ضربات الطيور للتأمين على هياكل الطائرات",
            "🐦‍⬛✈️ strikes 👩‍🔬",
            "A name of a length that nobody would give to an input but that arrives all the same, because somebody exported it from somewhere",
            "Unbrokenverylongnamewithoutasinglespaceinitthatwouldrunoutofeverydrawing",
            "<script>alert(\"x\")</script> & co",
            "",
            "e\u0301\u0301\u0301 \u202Ereversed\u0000");

    @ParameterizedTest
    @EnumSource(Language.class)
    void drawings_are_well_formed_and_speak(Language language) throws Exception {
        for (var chart : DemoPage.charts(language)) check(chart, Edition.of(language));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_figures_under_any_names_make_a_drawing_within_its_frame(long seed) throws Exception {
        for (var chart : any(new SplittableRandom(seed))) check(chart, Edition.of(Language.values()[(int) (seed % 2)]));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static List<Chart> any(SplittableRandom random) {
        int n = 1 + random.nextInt(9);
        var steps = new ArrayList<Waterfall.Step>();
        var swings = new ArrayList<Tornado.Swing>();
        var axes = new ArrayList<Radar.Axis>();
        var rows = new ArrayList<IndicationRanges.Indication>();
        var values = new ArrayList<Double>();
        double scale = StrictMath.pow(10, random.nextInt(24) - 6);
        for (int i = 0; i < n; i++) {
            var name = NAMES.get(random.nextInt(NAMES.size()));
            double value = scale * (random.nextDouble() * 3 - 1);
            steps.add(
                    i == 0
                            ? Waterfall.Step.total(name, value)
                            : Waterfall.Step.change(name, value).because(i % 2 == 0 ? name : ""));
            swings.add(new Tornado.Swing(
                    name, "1%", name, value, random.nextBoolean() ? value : scale * random.nextDouble()));
            axes.add(
                    random.nextInt(3) == 0
                            ? Radar.Axis.notMeasured(name)
                            : Radar.Axis.of(name, random.nextInt(5) == 0 ? 0 : random.nextDouble()));
            double spread = random.nextBoolean() ? 0 : scale * random.nextDouble();
            rows.add(
                    random.nextInt(4) == 0
                            ? IndicationRanges.Indication.none(name, name, name)
                            : IndicationRanges.Indication.of(
                                    name, name, new IndicationRanges.Bounds(value - spread, value, value + spread)));
            values.add(random.nextInt(4) == 0 ? 0 : value);
        }
        var bins = new ArrayList<Histogram.Bin>();
        for (int i = 0; i < n; i++)
            bins.add(new Histogram.Bin(i * scale, (i + 1) * scale, random.nextInt(3) * random.nextInt(1000)));
        var marks = List.of(
                new Histogram.Mark("P95", n * scale * 0.51),
                new Histogram.Mark("P5", n * scale * 0.5),
                new Histogram.Mark("P50", n * scale * 0.505));
        return List.of(
                new Waterfall("瀑布 <b>", CNY, steps),
                new Tornado("t", CNY, values.get(0), swings),
                spider(random, scale, n),
                fan(random, scale, n + 1),
                new Histogram(
                        "h",
                        CNY,
                        bins,
                        marks,
                        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(-3 * scale)),
                new Radar("r", axes),
                new IndicationRanges(
                        "i",
                        CNY,
                        rows,
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(new IndicationRanges.Bounds(-scale, 0, 2 * scale))),
                new Trend(
                        "l",
                        CNY,
                        java.util.stream.IntStream.range(0, n)
                                .mapToObj(i -> "期间 " + i)
                                .toList(),
                        List.of(new Trend.Series("数 <i>", values, true))));
    }

    private static Spider spider(SplittableRandom random, double scale, int n) {
        var changes = IntStream.rangeClosed(-n, n).mapToObj(i -> 0.9 * i / n).toList();
        var lines = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(k -> new Spider.Line(
                        NAMES.get(random.nextInt(NAMES.size())),
                        changes.stream()
                                .map(c -> random.nextInt(5) == 0
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(scale * (1 + c * k)))
                                .toList()))
                .toList();
        return new Spider("s", CNY, scale, changes, lines);
    }

    private static Fan fan(SplittableRandom random, double scale, int n) {
        var median = random.doubles(n, -scale, scale).boxed().toList();
        var bands = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(k -> new Fan.Band(
                        NAMES.get(random.nextInt(NAMES.size())),
                        median.stream().map(m -> m - scale / k).toList(),
                        median.stream().map(m -> m + scale / k).toList()))
                .toList();
        var periods = IntStream.range(0, n).mapToObj(i -> "期间 " + i).toList();
        return new Fan("f <b>", CNY, periods, median, median, bands);
    }

    @Test
    void a_spider_has_a_gap_where_there_is_no_value() {
        var line = new Spider.Line(
                "rate",
                List.of(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(3), OptionalDouble.of(4)));
        var spider = new Spider("s", CNY, 2, List.of(-0.2, -0.1, 0.1, 0.2), List.of(line));
        var wide = spider.draw("s", EN).toString().split("</svg>")[0];
        assertThat(wide).containsPattern("class=\"series s0\" d=\"M[^ML]+M[^ML]+L[^ML]+\"");
        assertThat(spider.data(EN).markup().toString()).contains("–", "+20%");
        assertThatThrownBy(() -> new Spider("s", CNY, 2, List.of(-0.1, 0.1), List.of(line)))
                .hasMessageContaining("lines[0] must be as long as the changes, 2, but was 4");
    }

    @Test
    void a_fan_has_its_widest_band_behind() {
        var fan = new Fan(
                "f",
                CNY,
                List.of("2026", "2027"),
                List.of(10.0, 11.0),
                List.of(9.0, 10.0),
                List.of(
                        new Fan.Band("P5–P95", List.of(5.0, 4.0), List.of(15.0, 17.0)),
                        new Fan.Band("P25–P75", List.of(8.0, 8.0), List.of(12.0, 13.0))));
        assertThat(fan.description(EN)).contains("P5–P95 by period: 2026");
        assertThat(fan.data(EN).markup().toString()).contains("As forecast", "Median", "P25–P75, high");
        assertThatThrownBy(() -> new Fan("f", CNY, List.of("2026"), List.of(1.0), List.of(1.0), fan.bands()))
                .hasMessageContaining("periods must be two at least, but was 1");
    }

    private static void check(Chart chart, Edition edition) throws Exception {
        var markup = chart.draw("chart", edition).toString();
        assertThat(chart.draw("chart", edition)).hasToString(markup);
        assertThat(markup)
                .doesNotContain("NaN", "Infinity", "<script", "<b>", "<i>")
                .doesNotContainPattern("[0-9]E[0-9-]");
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)))
                .getDocumentElement();
        var drawings = root.getElementsByTagName("svg");
        assertThat(drawings.getLength()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            var svg = (Element) drawings.item(i);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            var title = (Element) svg.getElementsByTagName("title").item(0);
            var desc = (Element) svg.getElementsByTagName("desc").item(0);
            assertThat(svg.getAttribute("aria-labelledby"))
                    .isEqualTo(title.getAttribute("id") + " " + desc.getAttribute("id"));
            assertThat(desc.getTextContent()).isNotBlank();
            var frame = svg.getAttribute("viewBox").split(" ");
            double width = Double.parseDouble(frame[2]);
            double height = Double.parseDouble(frame[3]);
            inside(svg, "rect", "x", "width", width);
            inside(svg, "rect", "y", "height", height);
            textsInside(svg, width, height);
        }
        assertThat(chart.data(edition).markup().toString()).contains("<table>");
    }

    private static void inside(Element svg, String tag, String at, String size, double end) {
        var all = svg.getElementsByTagName(tag);
        for (int i = 0; i < all.getLength(); i++) {
            var e = (Element) all.item(i);
            double from = Double.parseDouble(e.getAttribute(at));
            assertThat(from).isGreaterThanOrEqualTo(-0.5);
            assertThat(from + Double.parseDouble(e.getAttribute(size))).isLessThanOrEqualTo(end + 1.5);
        }
    }

    private static void textsInside(Element svg, double width, double height) {
        var all = svg.getElementsByTagName("text");
        for (int i = 0; i < all.getLength(); i++) {
            var e = (Element) all.item(i);
            double x = Double.parseDouble(e.getAttribute("x"));
            double y = Double.parseDouble(e.getAttribute("y"));
            double room = TextFit.width(e.getTextContent().replaceAll("[\u2068\u2069]", ""), Drawing.FONT);
            double left = switch (e.getAttribute("text-anchor")) {
                case "end" -> x - room;
                case "middle" -> x - room / 2;
                default -> x;
            };
            assertThat(y).as(e.getTextContent()).isBetween(8.0, height);
            assertThat(left).as(e.getTextContent()).isGreaterThanOrEqualTo(-14);
            assertThat(left + room).as(e.getTextContent()).isLessThanOrEqualTo(width + 14);
        }
    }

    @Test
    void a_dimension_without_evidence_is_hatched_and_never_a_point() {
        var radar = new Radar(
                "q",
                List.of(
                        Radar.Axis.of("a", 1),
                        Radar.Axis.notMeasured("b"),
                        Radar.Axis.of("c", 0.5),
                        Radar.Axis.of("d", 0.25)));
        var wide = radar.draw("q", EN).toString().split("</svg>")[0];
        assertThat(count(wide, "class=\"point\"")).isEqualTo(3);
        assertThat(count(wide, "class=\"outline\""))
                .as("c–d and d–a, nothing across b")
                .isEqualTo(2);
        assertThat(count(wide, "url\\(#q-wide-hatch\\)"))
                .as("the wedge and the bar")
                .isEqualTo(2);
        assertThat(count(wide, ">not measured<")).isEqualTo(1);
        assertThat(radar.description(EN)).contains("b not measured");
        assertThat(radar.data(EN).markup().toString()).contains("not measured");
    }

    @Test
    void the_widest_swing_stands_first() {
        var tornado = new Tornado(
                "t",
                CNY,
                10,
                List.of(
                        new Tornado.Swing("small", "", "", 9, 11),
                        new Tornado.Swing("wide", "", "", 30, 5),
                        new Tornado.Swing("tie", "", "", 11, 9)));
        assertThat(tornado.swings()).extracting(Tornado.Swing::input).containsExactly("wide", "small", "tie");
    }

    @Test
    void a_total_that_is_not_the_sum_is_refused() {
        assertThatThrownBy(() -> new Waterfall(
                        "w",
                        CNY,
                        List.of(
                                Waterfall.Step.total("a", 100),
                                Waterfall.Step.change("b", 20),
                                Waterfall.Step.total("c", 130))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("steps[2] must be the sum of the steps before it, 120.0, but was 130");
    }

    @Test
    void numbers_that_are_not_finite_are_refused() {
        assertThatThrownBy(() -> new Waterfall("w", CNY, List.of(Waterfall.Step.total("a", Double.NaN))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new IndicationRanges.Bounds(2, 1, 3)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Radar("r", List.of(Radar.Axis.of("a", 1.1))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void text_keeps_eleven_pixels_on_a_telephone_of_360() {
        // page padding 0.8rem and card padding 0.75rem on either side, borders of one pixel
        double room = 360 - 2 * (0.8 + 0.75) * 16 - 2;
        assertThat(12 * room / Drawing.NARROW)
                .as("the smallest text, numbers in badges")
                .isGreaterThanOrEqualTo(11);
        assertThat(Drawing.FONT * 660 / Drawing.WIDE)
                .as("just before the narrow drawing takes over")
                .isGreaterThanOrEqualTo(11);
    }

    @Test
    void colors_can_be_read_by_day_and_by_night() {
        for (var palette : List.of(Theme.standard().light(), Theme.standard().dark())) {
            for (var color : List.of(
                    palette.ink(),
                    palette.muted(),
                    palette.accent(),
                    palette.rise(),
                    palette.fall(),
                    palette.conclusion())) {
                assertThat(contrast(color, palette.card()))
                        .as(color + " on " + palette.card())
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(palette.muted(), palette.paper())).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(palette.ink(), palette.alert())).isGreaterThanOrEqualTo(7);
            assertThat(contrast(palette.ink(), palette.soft())).isGreaterThanOrEqualTo(7);
        }
    }

    private static double contrast(String a, String b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(String color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.03928 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
