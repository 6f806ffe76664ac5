package org.dataassay.valuation.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.dataassay.valuation.Seeds;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.time.Compounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    private static final String[] ITEMS = {"record", "GB", "call", "API call", "data-set", "条", "سجل", "हिन्दी"};
    private static final Unit[] PLAIN = {
        Unit.RATE,
        Unit.SHARE,
        Unit.FACTOR,
        Unit.YEARS,
        Unit.INDEX,
        Unit.rate(Compounding.MONTHLY),
        Unit.rate(Compounding.CONTINUOUS)
    };

    static LongStream seeds() {
        return Seeds.of(300);
    }

    private static Unit any(SplittableRandom random) {
        int money = random.nextInt(-4, 5);
        int count = random.nextInt(-4, 5);
        if (money == 0 && count == 0) return PLAIN[random.nextInt(PLAIN.length)];
        return new Unit(money, count == 0 ? "" : ITEMS[random.nextInt(ITEMS.length)], count, "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_written_is_read_back(long seed) {
        var unit = any(new SplittableRandom(seed));
        assertThat(Unit.parse(unit.toString())).isEqualTo(unit);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void quotients_undo_products(long seed) {
        var random = new SplittableRandom(seed);
        var a = new Unit(random.nextInt(1, 3), "", 0, "");
        var b = new Unit(random.nextInt(-2, 3), "record", random.nextInt(1, 4), "");
        assertThat(a.times(b)).isEqualTo(b.times(a));
        assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
        assertThat(b.dividedBy(b).isDimensionless()).isTrue();
        assertThat(a.times(a).squareRoot()).isEqualTo(a);
        assertThat(a.power(2)).isEqualTo(a.times(a));
        assertThat(a.times(Unit.SHARE)).isEqualTo(a);
    }

    @Test
    void a_price_times_a_count_is_money() {
        assertThat(Unit.perItem("record").times(Unit.items("record"))).isEqualTo(Unit.MONEY);
        assertThat(Unit.MONEY.dividedBy(Unit.items("GB"))).isEqualTo(Unit.perItem("GB"));
        assertThat(Unit.perItem("record")).hasToString("money/record");
    }

    @Test
    void sums_that_make_no_sense_are_refused() {
        for (var other : PLAIN)
            assertThatThrownBy(() -> Unit.MONEY.plus(other))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("money with " + other);
        assertThatThrownBy(() -> Unit.RATE.plus(Unit.rate(Compounding.MONTHLY)))
                .hasMessageContaining("different compounding");
        assertThatThrownBy(() -> Unit.YEARS.plus(Unit.RATE)).hasMessageContaining("years and a rate");
        assertThatThrownBy(() -> Unit.RATE.plus(Unit.YEARS)).hasMessageContaining("years and a rate");
        assertThatThrownBy(() -> Unit.MONEY.plus(Unit.perItem("GB"))).hasMessageContaining("one unit");
        assertThatThrownBy(() -> Unit.items("GB").times(Unit.items("call"))).hasMessageContaining("two kinds");
        assertThatThrownBy(Unit.MONEY::squareRoot).hasMessageContaining("even powers");
        assertThatThrownBy(() -> Unit.MONEY.power(5)).hasMessageContaining("-4 to 4");
    }

    @Test
    void other_sums_of_plain_numbers_are_allowed() {
        assertThat(Unit.NUMBER.plus(Unit.RATE)).isEqualTo(Unit.FACTOR);
        assertThat(Unit.SHARE.plus(Unit.SHARE)).isEqualTo(Unit.SHARE);
        assertThat(Unit.SHARE.plus(Unit.RATE)).isEqualTo(Unit.FACTOR);
        assertThat(Unit.YEARS.plus(Unit.NUMBER)).isEqualTo(Unit.YEARS);
        assertThat(Unit.INDEX.plus(Unit.FACTOR)).isEqualTo(Unit.FACTOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "money/",
                "<script>",
                "record*call",
                "money^5",
                "money^0",
                "rate ANNUAL",
                "/",
                "1",
                "a b c d e f g h i j k l m n o p q r s"
            })
    void what_is_no_unit_is_refused(String text) {
        assertThatThrownBy(() -> Unit.parse(text)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "money",
                "share",
                "rate",
                "rate MONTHLY",
                "years",
                "index",
                "factor",
                "number",
                "",
                "1st",
                "😀",
                "a/b"
            })
    void an_item_is_named_by_a_word_that_means_nothing_else(String item) {
        assertThatThrownBy(() -> Unit.items(item)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void labels_are_a_closed_set() {
        assertThatThrownBy(() -> new Unit(0, "", 0, "<b>")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Unit(1, "", 0, "share")).isInstanceOf(InvalidInputException.class);
    }
}
