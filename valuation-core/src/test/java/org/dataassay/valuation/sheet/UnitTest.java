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

    /** Products and quotients of plain numbers: a scale leaves the other's meaning, two meanings leave a factor. */
    @Test
    void products_of_plain_numbers_keep_what_is_measured() {
        var scales = new Unit[] {Unit.FACTOR, Unit.SHARE, Unit.NUMBER};
        for (var meaning : new Unit[] {Unit.RATE, Unit.YEARS, Unit.INDEX}) {
            for (var scale : scales) {
                assertThat(scale.times(meaning)).isEqualTo(meaning);
                assertThat(meaning.times(scale)).isEqualTo(meaning);
                assertThat(meaning.dividedBy(scale)).isEqualTo(meaning);
                assertThat(scale.dividedBy(meaning)).isEqualTo(Unit.FACTOR);
            }
            assertThat(meaning.times(Unit.YEARS)).isEqualTo(Unit.FACTOR);
            assertThat(meaning.dividedBy(meaning)).isEqualTo(Unit.FACTOR);
        }
        for (var scale : scales) {
            assertThat(scale.times(scale)).isEqualTo(scale);
            assertThat(Unit.NUMBER.times(scale)).isEqualTo(scale);
            assertThat(scale.times(Unit.NUMBER)).isEqualTo(scale);
            assertThat(scale.dividedBy(scale)).isEqualTo(Unit.FACTOR);
        }
        assertThat(Unit.FACTOR.times(Unit.SHARE)).isEqualTo(Unit.FACTOR);
        assertThat(Unit.SHARE.times(Unit.FACTOR)).isEqualTo(Unit.FACTOR);
    }

    @Test
    void sums_with_a_bare_number_keep_what_is_measured() {
        assertThat(Unit.NUMBER.plus(Unit.YEARS)).isEqualTo(Unit.YEARS);
        assertThat(Unit.NUMBER.plus(Unit.INDEX)).isEqualTo(Unit.INDEX);
        assertThat(Unit.NUMBER.plus(Unit.SHARE)).isEqualTo(Unit.FACTOR);
        assertThat(Unit.SHARE.plus(Unit.NUMBER)).isEqualTo(Unit.FACTOR);
        assertThat(Unit.RATE.plus(Unit.NUMBER)).isEqualTo(Unit.FACTOR);
        assertThat(Unit.INDEX.plus(Unit.NUMBER)).isEqualTo(Unit.INDEX);
        assertThat(Unit.YEARS.plus(Unit.INDEX)).isEqualTo(Unit.FACTOR);
    }

    @Test
    void powers_and_roots_of_items_by_hand() {
        assertThat(Unit.perItem("GB").power(3)).isEqualTo(new Unit(3, "GB", -3, ""));
        assertThat(Unit.perItem("GB").power(-2)).isEqualTo(new Unit(-2, "GB", 2, ""));
        assertThat(new Unit(2, "GB", -4, "").squareRoot()).isEqualTo(new Unit(1, "GB", -2, ""));
        assertThat(new Unit(0, "GB", 2, "").squareRoot()).isEqualTo(Unit.items("GB"));
        assertThatThrownBy(() -> new Unit(2, "GB", -1, "").squareRoot()).hasMessageContaining("even powers");
        assertThatThrownBy(() -> new Unit(-1, "GB", 2, "").squareRoot()).hasMessageContaining("even powers");
        assertThat(new Unit(-2, "GB", -3, "")).hasToString("1/money^2/GB^3");
        assertThat(new Unit(2, "GB", 3, "")).hasToString("money^2*GB^3");
        assertThat(Unit.SHARE.power(3)).isEqualTo(Unit.FACTOR);
        assertThat(Unit.SHARE.squareRoot()).isEqualTo(Unit.FACTOR);
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
