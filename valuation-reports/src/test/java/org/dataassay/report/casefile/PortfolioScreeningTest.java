package org.dataassay.report.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioScreeningTest {

    private static final String RULES = """
            { "currency": "CNY",
              "columns": {
                "id": { "column": "id", "type": "text" },
                "cost": { "column": "cost", "type": "number" },
                "income": { "column": "income", "type": "number" },
                "rights": { "column": "rights", "type": "flag" },
                "day": { "column": "day", "type": "date" } },
              "gates": [ { "rule": "rights", "fact": "rights", "must": "true", "reason": "No right, no value." } ],
              "thresholds": [ { "rule": "fresh", "fact": "day", "notBefore": "2025-01-01", "reason": "Stale." } ],
              "materiality": { "rule": "material", "atLeast": 1000, "reason": "The work costs as much.",
                "estimates": [
                  { "income-times-multiple": { "fact": "income", "multiple": 2, "reason": "assumed" } },
                  { "cost-times-factor": { "fact": "cost", "factor": 1.5, "reason": "assumed" } } ] },
              "classes": [
                { "rule": "gate", "assign": "leave", "anyFails": ["rights"], "reason": "closed" },
                { "rule": "good", "assign": "appraise", "allPass": ["fresh", "material"], "reason": "all pass" },
                { "rule": "large", "assign": "watch", "allPass": ["material"], "reason": "large" },
                { "rule": "rest", "assign": "leave", "reason": "small" } ] }
            """;
    private static final String HEADER = "id,cost,income,rights,day\n";
    private static final int MANY = 100_000;

    @TempDir
    private Path folder;

    private ScreenedPortfolio screen(String rows) {
        return screen(HEADER + rows, RULES, false);
    }

    private ScreenedPortfolio screen(String inventory, String rules, boolean resume) {
        return PortfolioScreening.of("rules.json", rules)
                .screen(file(inventory), folder.resolve("work"), resume, Progress.NONE);
    }

    private Path file(String inventory) {
        try {
            return Files.writeString(folder.resolve("inventory.csv"), inventory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(ScreenedPortfolio screened, String name) {
        var file = screened.files().get(name);
        assertThat(file).isNotNull();
        try {
            return List.of(Files.readString(file).split("\r\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> screened(ScreenedPortfolio screened) {
        return lines(screened, PortfolioScreening.SCREENED).stream().skip(1).toList();
    }

    private static List<String> errors(ScreenedPortfolio screened) {
        return lines(screened, PortfolioScreening.ERRORS).stream().skip(1).toList();
    }

    private static List<String> problems(ThrowingCallable call) {
        try {
            call.call();
        } catch (InvalidInputException e) {
            return e.problems().stream().map(p -> p.message()).toList();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("nothing was refused");
    }

    // ---- classes ----

    @Test
    void the_first_decision_that_fits_gives_the_class() {
        var result = screen("""
                a,1,500,yes,2025-06-01
                b,1000,,1,2025-06-01
                c,1,600,是,2024-12-31
                d,9999,9999,no,2025-06-01
                e,666.66,,true,2025-06-01
                f,,,true,
                g,9999,9999,,2025-06-01
                """);
        assertThat(screened(result))
                .containsExactly(
                        "1,a,,appraise,good,1000.00,CNY,income,",
                        "2,b,,appraise,good,1500.00,CNY,cost,",
                        "3,c,,watch,large,1200.00,CNY,income,fresh",
                        "4,d,,leave,gate,,,,rights; material",
                        "5,e,,leave,rest,999.99,CNY,cost,material",
                        "6,f,,leave,rest,,,,fresh; material",
                        "7,g,,leave,gate,,,,rights; material");
        assertThat(errors(result)).isEmpty();
        var summary = result.summary();
        assertThat(summary.rows()).isEqualTo(7);
        assertThat(summary.classes())
                .containsExactly(
                        new ScreeningSummary.ClassTotal("leave", 4, 1, cny("999.99")),
                        new ScreeningSummary.ClassTotal("appraise", 2, 2, cny("2500")),
                        new ScreeningSummary.ClassTotal("watch", 1, 1, cny("1200")));
        assertThat(summary.rules())
                .extracting(ScreeningSummary.RuleCount::failed)
                .containsExactly(2L, 2L, 4L);
        assertThat(summary.decisions())
                .extracting(ScreeningSummary.DecisionCount::assets)
                .containsExactly(2L, 2L, 1L, 2L);
    }

    private static Money cny(String amount) {
        return Money.of(amount, CurrencyCode.of("CNY"));
    }

    @Test
    void no_rows_are_no_assets() {
        var result = screen("");
        assertThat(result.summary().rows()).isZero();
        assertThat(screened(result)).isEmpty();
        assertThat(result.summary().classes())
                .allSatisfy(one -> assertThat(one.total()).isEqualTo(cny("0")));
    }

    // ---- rows in which something is wrong ----

    @Test
    void all_that_is_wrong_in_a_row_is_said_and_the_others_go_on() {
        var result = screen("""
                a,1,500,yes,2025-06-01
                b,1.2.3,"1,000",perhaps,31.12.2025
                ,5,5,yes,2025-06-01
                c,-5,,yes,2025-06-01
                d,1,500,yes,2025-06-01
                """);
        assertThat(screened(result)).hasSize(2);
        assertThat(errors(result))
                .containsExactly(
                        "2,3,b,cost,CELL_NOT_NUMBER,\"cost must be a number, but was '1.2.3'. Write digits with a decimal point, without separators of thousands or a currency.\"",
                        "2,3,b,income,CELL_NOT_NUMBER,\"income must be a number, but was '1,000'. Write digits with a decimal point, without separators of thousands or a currency.\"",
                        "2,3,b,rights,CELL_NOT_FLAG,\"rights must be true or false, but was 'perhaps'. Write one of true, false, yes, no, 1, 0, 是, 否.\"",
                        "2,3,b,day,CELL_NOT_DATE,\"day must be a date, but was '31.12.2025'. Write it as 2025-12-31.\"",
                        "3,4,,id,CELL_BLANK,\"id must be given, but is blank. Fill it in.\"",
                        "4,5,c,cost,CELL_NEGATIVE,\"cost must be at least 0, but was '-5'. Check the sign; an amount that is not known is left blank.\"");
        assertThat(result.summary().errorRows()).isEqualTo(3);
        assertThat(result.summary().problems()).isEqualTo(6);
    }

    @Test
    void problems_in_chinese() {
        var result = PortfolioScreening.of("rules.json", RULES)
                .withLocale(Locale.CHINESE)
                .screen(file(HEADER + "a,x,,,\n"), folder.resolve("work"), false, Progress.NONE);
        assertThat(errors(result).get(0)).contains("须为数字，但为 'x'");
    }

    @Test
    void an_id_that_is_there_twice() {
        var result = screen("a,1,500,yes,2025-06-01\nb,1,500,yes,2025-06-01\na,9,9,yes,2025-06-01\n");
        assertThat(screened(result)).hasSize(2);
        assertThat(errors(result))
                .containsExactly(
                        "3,4,a,id,ASSET_REPEATED,\"id must be unique, but 'a' stands already in row 1. Give each asset its own id.\"");
    }

    @Test
    void a_line_with_a_field_too_few_or_too_many() {
        var result = screen("a,1,500,yes,2025-06-01\nb,1,500\nc,1,500,yes,2025-06-01,\n\nd,1,500,yes,2025-06-01\n");
        assertThat(screened(result)).extracting(line -> line.substring(0, 3)).containsExactly("1,a", "4,d");
        assertThat(errors(result))
                .extracting(line -> line.substring(0, 16))
                .containsExactly("2,3,,,ROW_RAGGED", "3,4,,,ROW_RAGGED");
        assertThat(result.summary().blankLines()).isEqualTo(1);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() {
        var result = screen(
                "a,1,500,yes,2025-06-01\nb,\"1,500,yes,2025-06-01\nc,1,500,yes,2025-06-01\nd,\"1\",500,yes,2025-06-01\n");
        assertThat(screened(result)).extracting(line -> line.substring(0, 3)).containsExactly("1,a", "3,c", "4,d");
        assertThat(errors(result)).singleElement().asString().startsWith("2,3,,,QUOTE_MISPLACED,");
    }

    @Test
    void a_quote_that_swallows_lines_until_another_row_fits_no_header() {
        var result = screen(
                "a,1,500,yes,2025-06-01\r\nb,1,500,yes,\"2025\r\nc,1,500,yes,2025-06-01\r\nd,\"\",500,yes,2025-06-01\r\n");
        assertThat(screened(result)).extracting(line -> line.substring(0, 3)).containsExactly("1,a", "3,c", "4,d");
        assertThat(errors(result)).hasSize(1);
    }

    @Test
    void bytes_that_are_no_text() throws IOException {
        var bytes = (HEADER
                        + "a,1,500,yes,2025-06-01\nb\u00e9,1,500,yes,2025-06-01\nc,1,500,\0,2025-06-01\nd,1,500,yes,2025-06-01\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var file = Files.write(folder.resolve("inventory.csv"), bytes);
        var result =
                PortfolioScreening.of("rules.json", RULES).screen(file, folder.resolve("work"), false, Progress.NONE);
        assertThat(screened(result)).extracting(line -> line.substring(0, 3)).containsExactly("1,a", "4,d");
        assertThat(errors(result)).hasSize(2);
        assertThat(errors(result).get(0)).startsWith("2,3,,,ENCODING,").doesNotContain(folder.toString());
        assertThat(errors(result).get(1)).startsWith("3,4,,,NUL_BYTE,");
    }

    @Test
    void what_a_spreadsheet_would_take_for_a_formula_is_text() {
        var result = screen(
                "=1+1,1,500,yes,2025-06-01\n+a,1,500,yes,2025-06-01\n-a,1,500,yes,2025-06-01\n@a,x,500,yes,2025-06-01\n\"=\"\"a\"\",b\",1,500,yes,2025-06-01\n");
        assertThat(screened(result))
                .extracting(line -> line.split(",")[1])
                .containsExactly("'=1+1", "'+a", "'-a", "\"'=\"\"a\"\"");
        assertThat(errors(result)).singleElement().asString().startsWith("4,5,'@a,cost");
        assertThat(new String(SafeCsv.line(List.of("\ta", "\rb", "-", "", "a=b")), StandardCharsets.UTF_8))
                .isEqualTo("'\ta,\"'\rb\",'-,,a=b\r\n");
    }

    // ---- the inventory and the rules as a whole ----

    @Test
    void columns_that_the_inventory_does_not_have_are_all_named() {
        assertThat(problems(() -> screen("id,costs,income,right,day\na,1,1,yes,2025-06-01\n", RULES, false)))
                .hasSize(2)
                .anySatisfy(p -> assertThat(p)
                        .contains("columns.cost.column names column 'cost', which the table does not have")
                        .contains("costs"))
                .anySatisfy(p -> assertThat(p).contains("columns.rights.column"));
        assertThat(folder.resolve("work")).doesNotExist();
    }

    @Test
    void rules_that_are_broken_are_all_named() {
        var broken = RULES.replace("\"fact\": \"day\"", "\"fact\": \"days\"")
                .replace("\"fact\": \"rights\"", "\"fact\": \"cost\"")
                .replace("[\"rights\"]", "[\"right\"]")
                .replace("\"rule\": \"rest\"", "\"rule\": \"large\"")
                .replace(
                        "\"assign\": \"leave\", \"reason\": \"small\"",
                        "\"assign\": \"leave\", \"anyFails\": [\"fresh\"], \"reason\": \"small\"");
        assertThat(problems(() -> PortfolioScreening.of("rules.json", broken)))
                .anySatisfy(p -> assertThat(p).contains("thresholds[0].fact names 'days'"))
                .anySatisfy(p -> assertThat(p).contains("gates[0].fact must be of type flag, but was number"))
                .anySatisfy(p -> assertThat(p).contains("classes[0].anyFails[0] names 'right'"))
                .anySatisfy(p -> assertThat(p).contains("classes[3].rule is used twice"))
                .anySatisfy(p -> assertThat(p).contains("an asset that fits none would have no class"))
                .hasSize(5);
    }

    @Test
    void rules_with_unknown_fields_and_wrong_numbers() {
        var broken = RULES.replace("\"multiple\": 2", "\"multiple\": -2")
                .replace("\"atLeast\": 1000", "\"atLeast\": \"much\"")
                .replace("\"notBefore\": \"2025-01-01\"", "\"notBefore\": \"2025-01-01\", \"atMost\": 5")
                .replace("\"type\": \"flag\"", "\"type\": \"flags\"")
                .replace("\"currency\": \"CNY\"", "\"currency\": \"CNY\", \"colour\": 1");
        assertThat(problems(() -> PortfolioScreening.of("rules.json", broken)))
                .anySatisfy(p -> assertThat(p).contains("multiple must be above 0, but was -2"))
                .anySatisfy(p -> assertThat(p).contains("materiality.atLeast must be a decimal number"))
                .anySatisfy(p -> assertThat(p).contains("bounds of numbers and of dates"))
                .anySatisfy(p -> assertThat(p).contains("columns.rights.type").contains("flag"))
                .anySatisfy(p -> assertThat(p).contains("colour is not a field here"));
    }

    @Test
    void an_inventory_that_is_not_there() {
        assertThat(problems(() -> PortfolioScreening.of("rules.json", RULES)
                        .screen(folder.resolve("none.csv"), folder.resolve("work"), false, Progress.NONE)))
                .singleElement()
                .asString()
                .contains("none.csv must be an existing file");
    }

    @Test
    void a_work_folder_that_cannot_be_made() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "x").resolve("work");
        var screening = PortfolioScreening.of("rules.json", RULES);
        var inventory = file(HEADER);
        assertThatThrownBy(() -> screening.screen(inventory, blocked, false, Progress.NONE))
                .isInstanceOfSatisfying(
                        ValuationFailedException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ReportError.FOLDER_UNWRITABLE));
    }

    @Test
    void two_runs_in_one_folder() throws IOException {
        var work = Files.createDirectory(folder.resolve("work"));
        var screening = PortfolioScreening.of("rules.json", RULES);
        var inventory = file(HEADER);
        try (var other = ScreeningFolder.take(work)) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> screening.screen(inventory, work, true, Progress.NONE))
                    .isInstanceOf(ValuationFailedException.class)
                    .hasMessageContaining("another run");
        }
    }

    // ---- many rows, and interruptions ----

    /** Rows of all sorts, some of them broken, with what the rules must come to. */
    private static String many(int rows, Map<String, BigDecimal> totals) {
        var random = new Random(20251231);
        var text = new StringBuilder(HEADER);
        for (int i = 1; i <= rows; i++) {
            if (random.nextInt(500) == 0) {
                text.append(random.nextBoolean() ? "broken,\"x\"y,,,\n" : "short,1\n");
                continue;
            }
            int cost = random.nextInt(200_000); // in cents
            boolean right = random.nextInt(10) > 0;
            boolean fresh = random.nextInt(4) > 0;
            text.append(random.nextInt(1000) == 0 ? "\n" : "")
                    .append("资产-")
                    .append(i)
                    .append(',')
                    .append(BigDecimal.valueOf(cost, 2))
                    .append(",,")
                    .append(right)
                    .append(fresh ? ",2025-06-01\n" : ",2023-06-01\n");
            if (!right) continue;
            var estimate =
                    BigDecimal.valueOf(cost, 2).multiply(new BigDecimal("1.5")).setScale(2, RoundingMode.HALF_UP);
            var name = estimate.compareTo(new BigDecimal("1000")) < 0 ? "leave" : fresh ? "appraise" : "watch";
            totals.merge(name, estimate, BigDecimal::add);
        }
        return text.toString();
    }

    @Test
    void a_hundred_thousand_rows() {
        var totals = new LinkedHashMap<String, BigDecimal>();
        var inventory = file(many(MANY, totals));
        var screening = PortfolioScreening.of("rules.json", RULES);
        var result = screening.screen(inventory, folder.resolve("work"), false, Progress.NONE);
        assertThat(result.summary().rows()).isEqualTo(MANY);
        assertThat(result.summary().errorRows()).isBetween(100L, 400L);
        assertThat(result.summary().blankLines()).isPositive();
        assertThat(screened(result)).hasSize((int) result.summary().screened());
        assertThat(result.summary().classes())
                .allSatisfy(one -> assertThat(one.total().amount())
                        .isEqualByComparingTo(totals.getOrDefault(one.name(), BigDecimal.ZERO)));
    }

    @Test
    void interrupted_again_and_again_it_gives_the_same_bytes() {
        var inventory = file(many(30_000, new LinkedHashMap<>()));
        var screening = PortfolioScreening.of("rules.json", RULES).withCheckpointRows(700);
        var whole = bytes(screening.screen(inventory, folder.resolve("whole"), false, Progress.NONE));
        var work = folder.resolve("work");
        int stops = 0;
        while (true) {
            var left = new AtomicInteger(1 + stops % 4);
            boolean kill = stops % 2 == 0;
            try {
                var result = screening.screen(inventory, work, true, (done, total) -> {
                    if (left.decrementAndGet() > 0) return true;
                    if (kill && done < total) throw new Killed();
                    return done >= total;
                });
                assertThat(bytes(result)).isEqualTo(whole);
                break;
            } catch (Killed | ValuationFailedException e) {
                assertThat(++stops).as("it moves on").isLessThan(100);
            }
        }
        assertThat(stops).isGreaterThan(5);
    }

    /** Ends a run as a kill does: whatever is not on the disk is lost. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static Map<String, String> bytes(ScreenedPortfolio screened) {
        var texts = new LinkedHashMap<String, String>();
        screened.files().forEach((name, file) -> {
            try {
                texts.put(name, Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return texts;
    }

    private Path stopped(String inventory) {
        var work = folder.resolve("work");
        var screening = PortfolioScreening.of("rules.json", RULES);
        var file = file(inventory);
        assertThatThrownBy(() -> screening.screen(file, work, false, (done, total) -> false))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("inventory.csv was stopped at row 1000; nothing is lost");
        return work;
    }

    @Test
    void an_id_before_the_interruption_is_remembered() {
        var text = new StringBuilder(HEADER);
        for (int i = 1; i <= 1500; i++) text.append("a").append(i).append(",1,500,yes,2025-06-01\n");
        text.append("a7,1,500,yes,2025-06-01\n");
        stopped(text.toString());
        assertThat(errors(screen(text.toString(), RULES, true)))
                .singleElement()
                .asString()
                .contains("'a7' stands already in row 7");
    }

    @Test
    void it_does_not_go_on_with_something_else() {
        var text = many(2000, new LinkedHashMap<>());
        stopped(text);
        assertThat(problems(() -> screen(text + "x,1,1,yes,2025-06-01\n", RULES + " ", true)))
                .containsExactly(
                        "inventory.csv has changed since the screening began, so it cannot go on. Run it again without --resume.",
                        "--rules has changed since the screening began, so it cannot go on. Run it again without --resume.");
        assertThat(screen(text + "x,1,1,yes,2025-06-01\n", RULES + " ", false)
                        .summary()
                        .rows())
                .isEqualTo(2001);
    }

    @Test
    void a_work_folder_that_was_tampered_with() throws IOException {
        var text = many(2000, new LinkedHashMap<>());
        var work = stopped(text);
        Files.writeString(work.resolve("screened.csv"), "cut");
        assertThat(problems(() -> screen(text, RULES, true)))
                .singleElement()
                .asString()
                .contains("has less than");
        Files.writeString(work.resolve("checkpoint.json"), "{");
        assertThat(problems(() -> screen(text, RULES, true)))
                .singleElement()
                .asString()
                .contains("does not hold");
    }
}
