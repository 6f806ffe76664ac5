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
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;
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
