package org.dataassay.quality.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class ReferenceKeysTest {

    private static final ReferenceKeys.Name NAME = new ReferenceKeys.Name("codes.csv", List.of("a", "b"));
    private static final List<List<String>> ROWS = IntStream.range(0, 200)
            .mapToObj(i -> List.of("键" + i % 150, i % 7 == 0 ? "" : "x".repeat(i % 5 + 1)))
            .toList();

    private static ReferenceKeys read(List<List<String>> rows) {
        try (var table = TableSource.of("codes", List.of("a", "b"), rows)) {
            return ReferenceKeys.read(table, NAME, MissingValues.standard());
        }
    }

    @Test
    void keysThatTravelledAsBytesAreTheSameKeys() {
        for (var keys : List.of(read(ROWS), read(List.of()))) {
            var again = ReferenceKeys.ofBytes(keys.toBytes());
            assertThat(again).isEqualTo(keys).hasToString(keys.toString());
            assertThat(again.name()).isEqualTo(NAME);
            assertThat(again.toBytes()).isEqualTo(keys.toBytes());
            try (var table = TableSource.of("t", List.of("a", "b"), ROWS)) {
                while (table.advance())
                    assertThat(again.indexOf(table.row(), new int[] {0, 1}))
                            .isEqualTo(keys.indexOf(table.row(), new int[] {0, 1}));
            }
        }
    }

    @Test
    void damagedBytesAreNoKeys() {
        var bytes = read(ROWS).toBytes();
        for (int length : new int[] {0, 1, 5, 40, bytes.length - 1})
            assertThatThrownBy(() -> ReferenceKeys.ofBytes(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith("reference keys is not a stored state: ");
        assertThatThrownBy(() -> ReferenceKeys.ofBytes(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("there are bytes left over");
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            var broken = bytes.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                ReferenceKeys.ofBytes(broken);
            } catch (InvalidInputException e) {
                assertThat(e).hasMessageContaining("is not a stored state");
            }
        }
    }
}
