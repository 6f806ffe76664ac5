package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.report.Tools;
import org.dataassay.report.workbook.Recalculation;
import org.dataassay.report.workbook.WorkbookWriter;
import org.dataassay.valuation.sheet.Explanation;
import org.dataassay.valuation.sheet.Spreadsheet;
import org.dataassay.valuation.sheet.SpreadsheetCell;
import org.dataassay.valuation.sheet.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The workbook of a whole appraisal: recalculated by others, and following its inputs as the sheet itself does. */
class AppraisalWorkbookTest {

    private final Worksheet worksheet =
            BirdStrikes.concluded(Language.ENGLISH).worksheet().orElseThrow();
    private final Spreadsheet spreadsheet = worksheet.spreadsheet(FigureLabels.of(Language.ENGLISH));
    private final byte[] xlsx =
            new WorkbookWriter("Appraisal", "A valuer", LocalDate.of(2025, 12, 31)).bytes(spreadsheet);

    @Test
    void poi_recalculates_every_figure() {
        Recalculation.assertAgrees(Recalculation.byPoi(xlsx), spreadsheet, xlsx);
    }

    @Test
    void the_conclusion_follows_every_input_cell_as_the_sheet_does() {
        int moved = 0;
        for (var line : worksheet.explain().figures()) {
            var cell = cell(line);
            if (cell.isEmpty() || moved == 12) continue;
            double value = cell.get().value() * 1.01;
            var changed = Recalculation.byPoi(
                    Recalculation.withInput(xlsx, tab(cell.get()), cell.get().address(), value));
            assertFollows(changed, worksheet.with(line.name(), Optional.empty(), value));
            moved++;
        }
        assertThat(moved).isGreaterThan(5);
    }

    @Test
    @Tag("libreoffice")
    void libreoffice_recalculates_every_figure_and_follows_an_input() {
        Tools.require("soffice");
        Recalculation.assertAgrees(Recalculation.byLibreOffice(xlsx), spreadsheet, xlsx);
        var line = worksheet.explain().figures().stream()
                .filter(figure -> figure.name().endsWith("royaltyRate"))
                .findFirst()
                .orElseThrow();
        var cell = cell(line).orElseThrow();
        var changed = Recalculation.withInput(xlsx, tab(cell), cell.address(), 0.5 * cell.value());
        assertFollows(
                Recalculation.byLibreOffice(changed),
                worksheet.with(line.name(), Optional.empty(), 0.5 * cell.value()));
    }

    private void assertFollows(Map<String, Double> recalculated, Worksheet moved) {
        var result = cells().stream()
                .filter(cell -> cell.role() == SpreadsheetCell.Role.RESULT)
                .findFirst()
                .orElseThrow();
        assertThat(recalculated.get(tab(result) + "!" + result.address()))
                .isCloseTo(moved.value(), within(1e-9 * Math.abs(moved.value())));
    }

    /** The cell of an input that is a cell; inputs are found by their defined name. */
    private Optional<SpreadsheetCell> cell(Explanation.Line line) {
        if (line.kind() != Explanation.Kind.INPUT || line.axis().isPresent()) return Optional.empty();
        var name = "_" + line.name().replaceAll("[^\\p{L}\\p{N}_./]", "_").replace('/', '.');
        return cells().stream()
                .filter(cell -> cell.definedName().filter(name::equals).isPresent())
                .findFirst();
    }

    private List<SpreadsheetCell> cells() {
        return spreadsheet.tabs().stream().flatMap(tab -> tab.cells().stream()).toList();
    }

    private String tab(SpreadsheetCell cell) {
        return spreadsheet.tabs().stream()
                .filter(tab -> tab.cells().contains(cell))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
