package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.sheet.SpreadsheetCell.NumberStyle;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;
import org.dataassay.valuation.time.Compounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a worksheet becomes cells; that they recalculate to the same figures is tested with the workbook. */
class SpreadsheetLayoutTest {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:'((?:[^']|'')+)'!)?([A-Z]+[0-9]+)(?::([A-Z]+[0-9]+))?");

    private final Sheet sheet = Sheet.open(CurrencyCode.of("CNY"));
    private final Axis axis = sheet.axis("periods", List.of("2026", "2027"));

    private static SpreadsheetCell at(Spreadsheet spreadsheet, String tab, String address) {
        return spreadsheet.tabs().stream()
                .filter(t -> t.name().equals(tab))
                .flatMap(t -> t.cells().stream())
                .filter(c -> c.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_small_sheet_cell_by_cell() {
        var row = sheet.given(
                "revenue", Unit.MONEY, axis, InputRow.of(List.of(100.0, 110.0)).from(Source.assumed("a plan")));
        var rate = sheet.section("royalty").given("rate", Unit.SHARE, Input.of(0.05));
        sheet.require("rate below 1", rate, Relation.LESS, Cell.ONE, "Lower it.");
        var cells = sheet.close(sheet.let(
                        "value", row.times(rate).sum().minus(Cell.number(-2).times(row.at(1)))))
                .spreadsheet();
        assertThat(cells.tabs()).extracting(Spreadsheet.Tab::name).containsExactly("calculation", "royalty", "checks");
        assertThat(at(cells, "calculation", "A3").text()).isEqualTo("periods");
        assertThat(at(cells, "calculation", "E3").text()).isEqualTo("2027");
        assertThat(at(cells, "calculation", "A4").text()).isEqualTo("revenue");
        assertThat(at(cells, "calculation", "B4").text()).isEqualTo("CNY");
        assertThat(at(cells, "calculation", "C4").text()).isEqualTo("a plan");
        assertThat(at(cells, "calculation", "E4")).matches(c -> c.role() == Role.INPUT && c.value() == 110);
        // the row under the sum has a line of its own, for SUM takes a range
        assertThat(at(cells, "calculation", "E5").text()).isEqualTo("(E4*'royalty'!D3)");
        assertThat(at(cells, "calculation", "D6").text()).isEqualTo("(SUM(D5:E5)-((-2)*E4))");
        assertThat(at(cells, "calculation", "D6"))
                .matches(c -> c.role() == Role.RESULT && c.definedName().equals(Optional.of("_value")));
        assertThat(at(cells, "royalty", "D3").definedName()).contains("_royalty.rate");
        assertThat(at(cells, "checks", "D3"))
                .matches(c -> c.role() == Role.CHECK && c.text().equals("IF('royalty'!D3<1,0,1)"));
    }

    @Test
    void what_cannot_be_written_inside_a_formula_has_a_line() {
        var row = sheet.given("row", Unit.FACTOR, axis, InputRow.of(List.of(1.0, 2.0)));
        var x = sheet.given("x", Unit.FACTOR, Input.of(0.5));
        sheet.require("running", row.runningSum().times(x), Relation.GREATER, Cell.ZERO, "");
        sheet.require("total", row.times(x).sum(), Relation.GREATER, Cell.ZERO, "");
        sheet.let("product", row.runningProduct().times(row.runningSum()));
        var function = Figure.apply(new TestFunctions.SoftPlus(), Unit.FACTOR, List.of(x, x.exp()));
        var root = sheet.root(
                "root", Unit.FACTOR, Cell.ZERO, Cell.ONE, r -> r.power(2).minus(x));
        var worksheet = sheet.close(sheet.let("result", function.plus(root)));
        var cells = worksheet.spreadsheet().tabs().stream()
                .flatMap(tab -> tab.cells().stream())
                .toList();
        assertThat(cells)
                .filteredOn(c -> c.role() == Role.NOT_LIVE)
                .hasSize(2)
                .allMatch(c -> c.note().isPresent());
        assertThat(cells)
                .filteredOn(c -> c.text().equals("residual, must be 0"))
                .hasSize(1);
        assertThat(cells)
                .filteredOn(c -> c.role() == Role.CHECK)
                .hasSize(1 + 2 + 1)
                .allMatch(c -> Math.abs(c.value()) < 1e-15);
    }

    @Test
    void a_result_that_is_not_live_is_named_all_the_same() {
        var worksheet = sheet.close(sheet.root(
                "rate",
                Unit.RATE,
                Cell.ZERO,
                Cell.ONE,
                r -> r.minus(Cell.number(0.5)).plus(sheet.given("x", Unit.FACTOR, Input.of(0.1)))));
        assertThat(worksheet.spreadsheet().tabs().get(0).cells())
                .filteredOn(c -> c.definedName().equals(Optional.of("_rate")))
                .hasSize(1);
    }

    @Test
    void every_unit_has_its_way_of_writing_numbers() {
        var styles = Map.of(
                Unit.MONEY,
                NumberStyle.MONEY,
                Unit.perItem("call"),
                NumberStyle.UNIT_PRICE,
                Unit.items("call"),
                NumberStyle.GENERAL,
                Unit.RATE,
                NumberStyle.PERCENT,
                Unit.rate(Compounding.MONTHLY),
                NumberStyle.PERCENT,
                Unit.SHARE,
                NumberStyle.PERCENT,
                Unit.YEARS,
                NumberStyle.YEARS,
                Unit.FACTOR,
                NumberStyle.FACTOR,
                Unit.INDEX,
                NumberStyle.GENERAL,
                new Unit(2, "call", -1, ""),
                NumberStyle.GENERAL);
        int number = 0;
        for (var unit : styles.keySet()) {
            var own = Sheet.open(CurrencyCode.of("CNY"));
            var x = own.given("x" + number++, unit, Input.of(0.5));
            var cells = own.close(own.let("result", x)).spreadsheet();
            assertThat(at(cells, "calculation", "D3").style())
                    .as(unit.toString())
                    .isEqualTo(styles.get(unit));
        }
        var money = Sheet.open(CurrencyCode.of("CNY"));
        var squared = money.given("squared", new Unit(2, "", 0, ""), Input.of(4.0));
        var cells = money.close(money.let("result", squared.sqrt())).spreadsheet();
        assertThat(at(cells, "calculation", "D3").style()).isEqualTo(NumberStyle.GENERAL);
        assertThat(at(cells, "calculation", "B3").text()).isEqualTo("CNY^2");
        assertThat(at(cells, "calculation", "D4").style()).isEqualTo(NumberStyle.MONEY);
    }

    @Test
    void tabs_have_a_title_and_four_heads_in_the_readers_words() {
        var x = sheet.section("first").given("x", Unit.FACTOR, Input.of(1.0));
        var spreadsheet = sheet.close(sheet.let("result", x.exp().exp())).spreadsheet(words -> "<" + words + ">");
        assertThat(at(spreadsheet, "<first>", "A1"))
                .matches(c -> c.role() == Role.TITLE && c.text().equals("<first>"));
        assertThat(List.of("A2", "B2", "C2", "D2"))
                .extracting(address -> at(spreadsheet, "<first>", address))
                .allMatch(c -> c.role() == Role.HEADER)
                .extracting(SpreadsheetCell::text)
                .containsExactly("<figure>", "<unit>", "<formula or source>", "<value>");
        assertThat(at(spreadsheet, "<first>", "A3").text()).isEqualTo("<first/x>");
        assertThat(at(spreadsheet, "<calculation>", "A3").text()).isEqualTo("<result>");
    }

    @Test
    void notes_say_where_an_input_comes_from_once_for_a_row_of_one_source() {
        var one = sheet.given(
                "one", Unit.FACTOR, axis, InputRow.of(List.of(1.0, 2.0)).from(Source.assumed("a plan")));
        var many = sheet.given(
                "many",
                Unit.FACTOR,
                axis,
                List.of(
                        Input.of(1.0).from(Source.assumed("the first")),
                        Input.of(2.0).from(Source.judged("an expert", "the second"))));
        var bare = sheet.given("bare", Unit.FACTOR, Input.of(3.0));
        var cells = sheet.close(sheet.let("result", one.times(many).sum().times(bare)))
                .spreadsheet();
        assertThat(at(cells, "calculation", "D4").note()).contains("assumed: a plan");
        assertThat(at(cells, "calculation", "E4").note()).isEmpty();
        assertThat(at(cells, "calculation", "D5").note()).contains("assumed: the first");
        assertThat(at(cells, "calculation", "E5").note()).contains("judged: an expert, the second");
        assertThat(at(cells, "calculation", "D6").note()).isEmpty();
        assertThat(at(cells, "calculation", "D6").definedName()).contains("_bare");
        assertThat(at(cells, "calculation", "D4").definedName()).isEmpty();
    }

    @Test
    void names_that_spreadsheets_cannot_tell_apart_are_numbered() {
        var a = sheet.given("price net", Unit.FACTOR, Input.of(1.0));
        var b = sheet.given("price-net", Unit.FACTOR, Input.of(2.0));
        var c = sheet.given("PRICE_net", Unit.FACTOR, Input.of(3.0));
        var cells = sheet.close(sheet.let("result", a.plus(b).plus(c))).spreadsheet();
        assertThat(at(cells, "calculation", "D3").definedName()).contains("_price_net");
        assertThat(at(cells, "calculation", "D4").definedName()).contains("_price_net_2");
        assertThat(at(cells, "calculation", "D5").definedName()).contains("_PRICE_net_3");
    }

    @Test
    void long_words_are_cut_between_characters_and_short_ones_are_not() {
        int longest = SpreadsheetCell.LONGEST_TEXT;
        assertThat(clipped("a".repeat(longest))).isEqualTo("a".repeat(longest));
        assertThat(clipped("a".repeat(longest + 1))).isEqualTo("a".repeat(longest - 1) + "…");
        var emoji = "\uD83D\uDE00";
        assertThat(clipped("a".repeat(longest - 2) + emoji + "b".repeat(9))).isEqualTo("a".repeat(longest - 2) + "…");
        assertThat(clipped("a".repeat(longest - 3) + emoji + "b".repeat(9)))
                .isEqualTo("a".repeat(longest - 3) + emoji + "…");
    }

    /** A text as it stands on the sheet. */
    private static String clipped(String words) {
        var own = Sheet.open(CurrencyCode.of("CNY"));
        var x = own.given("x", Unit.FACTOR, Input.of(1.0));
        return at(
                        own.close(own.let("result", x)).spreadsheet(label -> label.equals("x") ? words : label),
                        "calculation",
                        "A3")
                .text();
    }

    /** A long unnamed part that is used twice has a line; one that is used once stands in the formula. */
    @Test
    void what_is_long_and_used_twice_stands_once() {
        var x = sheet.given("x", Unit.FACTOR, Input.of(0.5));
        var part =
                x.exp().plus(x).times(x.sqrt()).plus(x.negated()).times(x.abs().exp());
        var once = sheet.let("once", part.plus(Cell.ONE));
        var two =
                x.sqrt().plus(x).times(x.exp()).plus(x.negated()).times(x.abs().exp());
        var twice = sheet.let("twice", two.times(two));
        var cells = sheet.close(sheet.let("result", once.plus(twice))).spreadsheet();
        var labels = cells.tabs().get(0).cells().stream()
                .filter(c -> c.role() == Role.LABEL)
                .map(SpreadsheetCell::text)
                .toList();
        assertThat(labels)
                .hasSize(5)
                .filteredOn(label -> label.startsWith("  "))
                .hasSize(1);
        assertThat(at(cells, "calculation", "D6").text()).isEqualTo("(D5*D5)");
        assertThat(at(cells, "calculation", "A5").text()).startsWith("  ").contains("√");
    }

    static LongStream seeds() {
        return Seeds.of(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_reference_points_at_a_number(long seed) {
        var spreadsheet = RandomSheets.any(seed).spreadsheet();
        Map<String, Map<String, SpreadsheetCell>> tabs = new HashMap<>();
        for (var tab : spreadsheet.tabs())
            tabs.put(tab.name(), tab.cells().stream().collect(Collectors.toMap(SpreadsheetCell::address, c -> c)));
        for (var tab : spreadsheet.tabs()) {
            for (var cell : tab.cells()) {
                if (!cell.role().isFormula()) continue;
                var references = REFERENCE.matcher(cell.text());
                while (references.find()) {
                    var target = references.group(1) == null
                            ? tab.name()
                            : references.group(1).replace("''", "'");
                    for (int end = 2; end <= 3; end++) {
                        if (references.group(end) == null) continue;
                        assertThat(tabs.get(target))
                                .as("%s in %s!%s", references.group(), tab.name(), cell.address())
                                .containsKey(references.group(end));
                        assertThat(tabs.get(target)
                                        .get(references.group(end))
                                        .role()
                                        .isNumber())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void no_formula_outgrows_its_cell() {
        // the widest operation, thirty deep and wide, between tabs with the longest names
        var far = sheet.section("a section with a name of 31 chars").given("x", Unit.FACTOR, Input.of(1.0));
        var x = far.plus(Cell.ONE);
        var all = x;
        for (int k = 0; k < 300; k++) {
            x = Figure.when(
                    far.plus(Cell.number(k)),
                    Relation.GREATER_OR_EQUAL,
                    all.minus(far),
                    x.abs().sqrt().abs().normalCdf().exp(),
                    far.times(far).negated());
            all = all.plus(x);
        }
        var worksheet = sheet.close(sheet.let("result", all));
        var longest = worksheet.spreadsheet().tabs().stream()
                .flatMap(tab -> tab.cells().stream())
                .filter(c -> c.role().isFormula())
                .mapToInt(c -> c.text().length())
                .max()
                .orElseThrow();
        assertThat(longest).isLessThan(SpreadsheetCell.LONGEST_FORMULA);
    }

    @Test
    void the_longest_row_and_the_longest_words_fit() {
        var elements = IntStream.range(0, Axis.MAXIMUM).mapToObj(e -> "e" + e).toList();
        var row = sheet.given(
                "row",
                Unit.FACTOR,
                sheet.axis("long", elements),
                InputRow.of(Collections.nCopies(Axis.MAXIMUM, 1.0)).from(Source.assumed("why ".repeat(10_000))));
        var worksheet =
                sheet.close(sheet.let("result", row.runningSum().times(row).sum()));
        assertThat(worksheet.value()).isEqualTo(50_005_000);
        var cells = worksheet
                .spreadsheet(label -> label.repeat(1 + 40_000 / label.length()))
                .tabs()
                .get(0)
                .cells();
        assertThat(cells).anyMatch(c -> c.role() == Role.RESULT && c.text().matches("SUM\\(D[0-9]+:NTS[0-9]+\\)"));
    }
}
