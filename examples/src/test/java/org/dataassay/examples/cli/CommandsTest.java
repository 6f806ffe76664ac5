package org.dataassay.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String REQUEST = """
            { "method": "cost.replacement-cost",
              "facts": { "lines": [{ "name": "collection", "category": "direct", "nature": "material", "amount": "CNY 100000.00" }],
                         "developersProfit": 0.1 },
              "context": { "valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "market-value" } }
            """;

    @TempDir
    private Path folder;

    private Terminal value(String request) throws IOException {
        return Terminal.assay(
                "value",
                Files.writeString(folder.resolve("request.json"), request).toString());
    }

    @Test
    void value_prints_the_result_and_nothing_else() throws IOException {
        var terminal = value(REQUEST);
        assertThat(terminal.code()).as(terminal.err()).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .startsWith("{")
                .contains("\"CNY 110000.00\"")
                .contains("replacementCostNew")
                .endsWith("}\n");
    }

    @Test
    void value_names_what_is_wrong() throws IOException {
        var terminal = value(REQUEST.replace("0.1 }", "-1 }").replace("direct", "directs"));
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .contains("in 2 places")
                .contains("facts.developersProfit")
                .contains("facts.lines[0].category");
    }

    @Test
    void value_of_a_guard_that_does_not_hold_is_wrong_input() throws IOException {
        var terminal = value("""
                { "method": "income.relief-from-royalty",
                  "facts": { "revenue": [100, 100],
                    "royalty": { "rate": 0.1, "base": "net-revenue", "upkeep": "licensee" },
                    "terms": { "periods": [], "taxRate": 0.25, "discountRate": 0.1,
                      "terminalValue": { "constant-growth": { "growth": 0.12 } } } },
                  "context": { "valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "market-value" } }
                """);
        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err()).contains("growthBelowDiscountRate");
    }

    @Test
    void methods_and_schemas() {
        assertThat(Terminal.assay("methods").out())
                .contains(
                        "cost.replacement-cost\n", "income.relief-from-royalty\n", "market.comparable-transactions\n");
        assertThat(Terminal.assay("schema", "cost.replacement-cost").out())
                .startsWith("{")
                .contains("developersProfit");
        assertThat(Terminal.assay("schema", "case").out()).startsWith("{").contains("approachesNotUsed");
        var unknown = Terminal.assay("schema", "cost.replacment-cost");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("cost.replacement-cost");
    }

    @Test
    void profile_in_three_forms() {
        var data = CaseCopy.SAMPLE.resolve("birdstrikes.csv").toString();
        var rules = CaseCopy.SAMPLE.resolve("rules.json").toString();
        var text = Terminal.assay("profile", data, "--rules", rules, "--date", "2025-12-31");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("10,000 rows, 14 columns").contains("[costs-add-up]");
        assertThat(Terminal.assay(
                                "profile",
                                data,
                                "--rules",
                                rules,
                                "--date",
                                "2025-12-31",
                                "--format",
                                "html",
                                "--lang",
                                "zh")
                        .out())
                .startsWith("<!DOCTYPE html>")
                .contains("总成本等于修理成本与其他成本之和");
        assertThat(Terminal.assay("profile", data, "--format", "json", "--date", "2025-12-31")
                        .out())
                .startsWith("{");
    }

    @Test
    void profile_suggests_rules_that_profile_then_takes() throws IOException {
        var data = CaseCopy.SAMPLE.resolve("birdstrikes.csv").toString();
        var file = folder.resolve("suggested.yaml").toString();
        var suggest = Terminal.assay("profile", data, "--suggest", file, "--date", "2025-12-31");
        assertThat(suggest.code()).as(suggest.err()).isZero();
        assertThat(suggest.err()).contains("suggested rules are in ").contains("read each before it is used");
        var text = Terminal.assay("profile", data, "--rules", file, "--date", "2025-12-31");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("-not-null]");
        var again = Terminal.assay("profile", data, "--suggest", file, "--date", "2025-12-31");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is never overwritten");
    }

    @Test
    void profile_reads_code_lists_beside_the_rules_and_nowhere_else() throws IOException {
        var data = Files.writeString(folder.resolve("data.csv"), "code\n11\n99\n12\n")
                .toString();
        Files.writeString(folder.resolve("codes.csv"), "code,name\n11,Beijing\n12,Tianjin\n");
        var rule =
                "schemaVersion: 1\nrules:\n  - {id: known, indicator: 0105, references: {columns: [code], table: %s}}\n";
        var rules = folder.resolve("rules.yml");
        Files.writeString(rules, rule.formatted("codes.csv"));
        var text = Terminal.assay("profile", data, "--rules", rules.toString(), "--date", "2025-12-31");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("[known]").contains("2/3");
        Files.writeString(rules, rule.formatted("../codes.csv"));
        var outside = Terminal.assay("profile", data, "--rules", rules.toString(), "--date", "2025-12-31");
        assertThat(outside.code()).isEqualTo(2);
        assertThat(outside.err()).contains("table must be a file in the folder of the rules or below it");
    }

    @Test
    void drift_compares_tables_and_kept_summaries() throws IOException {
        var old = new StringBuilder("id,kind\n");
        var now = new StringBuilder("id,kind,more\n");
        for (int i = 0; i < 400; i++) {
            old.append(i).append(i % 2 == 0 ? ",a\n" : ",b\n");
            now.append(i).append(i % 4 == 0 ? ",a,1\n" : ",c,2\n");
        }
        var first = Files.writeString(folder.resolve("old.csv"), old).toString();
        var second = Files.writeString(folder.resolve("new.csv"), now).toString();
        var kept = folder.resolve("kept.json").toString();
        var same = Terminal.assay("drift", first, first, "--save", kept);
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(same.out()).doesNotContain("major").contains("other comparisons are below their thresholds");
        var text = Terminal.assay("drift", kept, second);
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("major  kind: stability-index ")
                .contains("moderate  more: new-column 1 (the column was not there)");
        assertThat(Terminal.assay("drift", first, second).out().lines().skip(1))
                .containsExactlyElementsOf(text.out().lines().skip(1).toList());
        assertThat(Terminal.assay("drift", kept, second, "--format", "json").out())
                .startsWith("{")
                .contains("\"worst\": \"major\"");
        var broken = Terminal.assay(
                "drift", Files.writeString(folder.resolve("x.json"), "{}").toString(), second);
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("is not a stored state");
    }

    @Test
    void init_makes_a_case_that_can_be_appraised() throws IOException {
        var data = Files.writeString(folder.resolve("my data.csv"), "id,price,\"a \"\"q\"\"\"\n1,2.5,x\n2,,y\n");
        var init = Terminal.assay("init", "--from", data.toString(), "--date", "2025-12-31");
        assertThat(init.code()).as(init.err()).isZero();
        var file = folder.resolve("case.json");
        assertThat(Files.readString(file))
                .contains("// ")
                .contains("my data.csv")
                .doesNotContain("${");
        var appraise = Terminal.assay(
                "appraise", file.toString(), "--out", folder.resolve("out").toString());
        assertThat(appraise.code()).as(appraise.err()).isZero();
        assertThat(appraise.out()).contains("REPLACE");
        var again = Terminal.assay("init", "--from", data.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is never overwritten");
    }

    @Test
    void init_without_data() {
        var file = folder.resolve("case.json");
        assertThat(Terminal.assay("init", "--out", file.toString(), "--date", "2025-12-31")
                        .code())
                .isZero();
        var appraise = Terminal.assay(
                "appraise", file.toString(), "--out", folder.resolve("out").toString());
        assertThat(appraise.code()).as(appraise.err()).isZero();
    }

    @Test
    void the_workbook_of_init_is_appraised_like_the_case() throws IOException {
        var data = Files.writeString(folder.resolve("data.csv"), "id,price\n1,2.5\n2,3.5\n");
        var init = Terminal.assay("init", "--from", data.toString(), "--date", "2025-12-31");
        assertThat(init.out()).contains("case.json").contains("case.xlsx");
        for (var form : List.of("case.json", "case.xlsx")) {
            var appraise = Terminal.assay(
                    "appraise",
                    folder.resolve(form).toString(),
                    "--out",
                    folder.resolve("out-" + form).toString());
            assertThat(appraise.code()).as(appraise.err()).isZero();
        }
        assertThat(folder.resolve("out-case.xlsx/graph.json"))
                .hasSameBinaryContentAs(folder.resolve("out-case.json/graph.json"));
        assertThat(Terminal.assay("verify", folder.resolve("out-case.xlsx").toString())
                        .code())
                .isZero();
    }

    @Test
    void help_and_version() {
        assertThat(Terminal.assay("--help").out()).contains("appraise").contains("Exit codes");
        assertThat(Terminal.assay("--version").out()).startsWith("Data Assay ");
    }

    @Test
    void price_rates_events_from_files() throws IOException {
        var request = Files.writeString(folder.resolve("rating.json"), """
                { "method": "price.rating",
                  "facts": {
                    "tariffs": [{ "id": "api", "version": 1, "from": "2026-01-01", "currency": "CNY", "billing": "month",
                      "vat": { "basis": "exempt", "rate": 0 }, "rounding": { "mode": "half-up", "point": "total" },
                      "access": { "level": "modeled", "delivery": ["api"] },
                      "meters": [{ "id": "call", "unit": "call", "decimals": 0, "counting": "all" }],
                      "charges": [{ "usage-fee": { "id": "calls", "meter": "call", "mode": "graduated", "tiers": [{ "price": "0.0153" }] } }],
                      "trialDays": 0 }],
                    "window": { "from": "2026-04-01", "until": "2026-04-30", "offset": "+08:00" },
                    "subscriptions": [{ "id": "lab", "tariff": "api", "version": 1, "start": "2026-01-01" }] },
                  "context": { "valuationDate": "2026-05-02", "currency": "CNY", "basisOfValue": "market-value" } }
                """);
        var events = Files.writeString(folder.resolve("events.csv"), """
                id,subscription,meter,quantity,time
                e1,lab,call,1000,2026-04-02T09:00:00+08:00
                e1,lab,call,1000,2026-04-02T09:00:00+08:00
                """);
        var terminal = Terminal.assay("price", request.toString(), "--events", events.toString());
        assertThat(terminal.code()).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("\"CNY 15.30\"").contains("\"duplicates\": 1");

        var other = Files.writeString(folder.resolve("other.json"), REQUEST);
        assertThat(Terminal.assay("price", other.toString()).code()).isEqualTo(2);
        assertThat(Terminal.assay("price", other.toString()).err()).contains("method must be a method of price");
    }
}
