package org.dataassay.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The committed answers are what {@code exact_answers.py} counted in the file with the digest that stands among them. */
class TestTableTest {

    @Test
    void makesTheFileWhoseAnswersAreCommitted() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        try (var out = new BufferedWriter(new OutputStreamWriter(
                new DigestOutputStream(OutputStream.nullOutputStream(), digest), StandardCharsets.UTF_8))) {
            TestTable.write(out, 1_000_000);
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo(answers().get("sha256").asText());
    }

    @Test
    void everyDefectIsInAsManyRowsAsTheRulesSay() throws IOException {
        var found = answers().get("found");
        var expected = Map.ofEntries(
                Map.entry("id repeated", 3_000),
                Map.entry("rows copied whole", 1_000),
                Map.entry("national_id wrong check character", 10_000),
                Map.entry("national_id 17 characters", 5_000),
                Map.entry("national_id month 13", 1_000),
                Map.entry("national_id pattern", 974_000),
                Map.entry("name placeholder", 2_000),
                Map.entry("name padded", 5_000),
                Map.entry("email without @", 10_000),
                Map.entry("email @@", 2_000),
                Map.entry("email blank", 2_000),
                Map.entry("email a@a", 1_000),
                Map.entry("email valid", 935_000),
                Map.entry("phone 10 digits", 10_000),
                Map.entry("phone letters", 5_000),
                Map.entry("phone +86-", 50_000),
                Map.entry("phone 13800000000", 1_000),
                Map.entry("phone valid", 835_000),
                Map.entry("province 99", 2_000),
                Map.entry("province as name", 10_000),
                Map.entry("province contradicts national_id", 6_000),
                Map.entry("category other spelling", 20_000),
                Map.entry("amount numeric", 985_000),
                Map.entry("amount with thousands separator", 5_000),
                Map.entry("amount negative", 2_000),
                Map.entry("quantity 0", 5_000),
                Map.entry("quantity 3.5", 1_000),
                Map.entry("quantity ten", 1_000),
                Map.entry("created_at dd/MM/yyyy", 10_000),
                Map.entry("created_at 2099-12-31", 1_000),
                Map.entry("created_at 2024-02-30", 500),
                Map.entry("created_at parseable", 987_500),
                Map.entry("updated_at from 2025-01-01", 860_000),
                Map.entry("updated_at before created_at", 6_000),
                Map.entry("note with comma and quotes", 100_000),
                Map.entry("note with newline", 10_000),
                Map.entry("note with phone", 20_000),
                Map.entry("note 锟斤拷", 1_000),
                Map.entry("note =1+1", 1_000));
        assertThat(found).hasSize(expected.size());
        expected.forEach(
                (what, count) -> assertThat(found.path(what).asInt()).as(what).isEqualTo(count));
        var nulls = Map.of(
                "national_id",
                20_000,
                "name",
                10_000,
                "email",
                50_000,
                "phone",
                100_000,
                "province",
                5_000,
                "category",
                10_000,
                "amount",
                10_000,
                "quantity",
                10_000,
                "updated_at",
                10_000,
                "note",
                301_000);
        nulls.forEach(
                (column, count) -> assertThat(answers().get("nulls").get(column).asInt())
                        .as(column)
                        .isEqualTo(count));
        assertThat(answers().get("nulls").get("created_at").asInt()).isEqualTo(2_000);
        assertThat(answers().get("nulls").get("id").asInt()).isZero();
        assertThat(answers().get("distinct").get("category").asInt()).isEqualTo(24);
        assertThat(answers().get("distinct").get("province").asInt()).isEqualTo(69);
        assertThat(answers().get("physicalLines").asInt()).isEqualTo(1_010_001);
    }

    @Test
    void aShorterTableBeginsLikeALongerOne() {
        var few = new StringWriter();
        var more = new StringWriter();
        TestTable.write(few, 2_000);
        TestTable.write(more, 4_000);
        assertThat(more.toString()).startsWith(few.toString());
        assertThatThrownBy(() -> TestTable.write(few, 2_001))
                .hasMessageStartingWith("rows must be a positive multiple of 2000, but was 2001.");
    }

    private static JsonNode answers() {
        try (var in = Objects.requireNonNull(TestTable.class.getResourceAsStream("test-table-1m.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
