package org.dataassay.quality.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dataassay.benchmarks.TestTable;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** The test table of the benchmarks, every defect in a known number of rows, and rules that look for them. */
final class PlantedTable {

    static final int ROWS = 20_000;
    static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    static final ValuationContext CONTEXT = ValuationContext.of(DAY, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    static final Path RULES = resource("rules.json");

    private PlantedTable() {}

    static Path write(Path folder) {
        var file = folder.resolve("planted.csv");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            TestTable.write(out, ROWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static List<List<String>> rows(Path file) {
        var rows = new ArrayList<List<String>>();
        try (var table = CsvSource.open(file)) {
            while (table.advance()) {
                var row = new ArrayList<String>();
                for (int i = 0; i < table.row().width(); i++)
                    row.add(table.row().cell(i).toString());
                rows.add(row);
            }
        }
        return rows;
    }

    static ProfileOptions options() {
        return ProfileOptions.of(rules());
    }

    private static RuleSet rules() {
        try {
            return QualityJson.readRules(Files.readString(RULES))
                    .withTables(name -> CsvSource.open(RULES.resolveSibling(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(PlantedTable.class.getResource(name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
