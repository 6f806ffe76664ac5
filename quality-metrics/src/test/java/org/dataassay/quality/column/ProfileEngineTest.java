package org.dataassay.quality.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Expression;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.CsvOptions;
import org.dataassay.quality.source.CsvSource;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.money.CurrencyCode;
import org.junit.jupiter.api.Test;

class ProfileEngineTest {

    private static final ValuationContext CONTEXT =
            ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    private static final RuleSet RULES = new RuleSet(
            MissingValues.standard(),
            List.of(
                    rule("given", new Constraint.NotNull("text", List.of())),
                    rule("once", new Constraint.Unique(List.of("id"))),
                    rule("row", new Constraint.Unique(List.of())),
                    rule("sum", new Constraint.Holds(Expression.parse("number([amount]) <= 90")))));

    /** Three parts and a bit. */
    private static final byte[] CSV = csv(27_000_000, 5);

    @Test
    void theSameBitsOnAnyNumberOfThreads() {
        var one = QualityJson.write(profile(1, CSV));
        for (int threads : new int[] {2, 7})
            assertThat(QualityJson.write(profile(threads, CSV))).isEqualTo(one);
    }

    @Test
    void rowsOfAnySourceAreSharedOutToo() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 200_000; i++)
            rows.add(List.of(Integer.toString(i % 150_000), "x" + i % 7, Integer.toString(i % 100)));
        String one = null;
        for (int threads : new int[] {1, 2, 7}) {
            try (var table = TableSource.of("t", List.of("id", "text", "amount"), rows)) {
                var profile = QualityProfiler.with(ProfileOptions.of(RULES))
                        .onThreads(threads)
                        .evaluate(table, CONTEXT);
                assertThat(profile.rows()).isEqualTo(200_000);
                assertThat(profile.rule("once").orElseThrow().satisfied()).isEqualTo(150_000);
                assertThat(profile.rule("once").orElseThrow().violations().contains(150_001))
                        .isTrue();
                assertThat(profile.rule("once").orElseThrow().violations().contains(150_000))
                        .isFalse();
                if (one == null) one = QualityJson.write(profile);
                assertThat(QualityJson.write(profile)).isEqualTo(one);
            }
        }
    }

    @Test
    void theFirstErrorOfTheTableIsSaidWhateverTheThreads() {
        var broken = CSV.clone();
        for (int at : new int[] {26_000_000, 12_000_000, 20_000_000}) broken[at] = 0;
        for (int threads : new int[] {1, 2, 5}) {
            assertThatThrownBy(() -> profile(threads, broken))
                    .hasMessageContaining("NUL byte (byte offset 12000000, row ");
        }
    }

    @Test
    void whoHearsOfProgressMayCancel() {
        var heard = new ArrayList<Long>();
        assertThatThrownBy(() -> {
                    try (var table = table(CSV)) {
                        QualityProfiler.standard().onThreads(3).evaluate(table, CONTEXT, (bytes, rows) -> {
                            heard.add(bytes);
                            assertThat(rows).isPositive();
                            return heard.size() < 2;
                        });
                    }
                })
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("cancelled");
        assertThat(heard).hasSize(2).isSorted();
    }

    @Test
    void threadsAreBounded() {
        assertThatThrownBy(() -> QualityProfiler.standard().onThreads(0))
                .hasMessageContaining("threads must be in [1, 256]");
    }

    static QualityProfile profile(int threads, byte[] csv) {
        try (var table = table(csv)) {
            return QualityProfiler.with(ProfileOptions.of(RULES))
                    .onThreads(threads)
                    .evaluate(table, CONTEXT);
        }
    }

    private static CsvSource table(byte[] csv) {
        return CsvSource.read(new ByteArrayInputStream(csv), "t.csv", CsvOptions.standard());
    }

    static byte[] csv(int bytes, long seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder("id,text,amount,day\n");
        for (int i = 0; text.length() < bytes; i++) {
            text.append(random.nextInt(1000) == 0 ? i / 2 : i).append(',');
            switch (random.nextInt(9)) {
                case 0 ->
                    text.append("\"a \"\"quoted\"\"\nfield, ")
                            .append(random.nextInt(100))
                            .append('"');
                case 1 -> {}
                case 2 -> text.append("N/A");
                default -> text.append("word").append(random.nextInt(5000));
            }
            text.append(',')
                    .append(random.nextInt(10_000) / 100.0)
                    .append(",2025-0")
                    .append(1 + random.nextInt(9))
                    .append("-11\n");
            if (random.nextInt(20_000) == 0) text.append("ragged\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Rule rule(String id, Constraint constraint) {
        return Rule.of(id, Indicator.BUSINESS_RULE, Severity.ERROR, constraint);
    }
}
