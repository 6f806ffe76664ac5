package org.dataassay.pricing.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventStoreTest {

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    private static List<String> entries(EventStore store) {
        var entries = new ArrayList<String>();
        store.forEach((high, low, quantity, account, hour, isConflict) ->
                entries.add(high + " " + low + " " + quantity + " " + account + " " + hour + " " + isConflict));
        return entries;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holds_what_a_map_holds_in_an_order_that_does_not_depend_on_arrival(long seed) {
        var random = new SplittableRandom(seed);
        int n = 40_000;
        var adds = new ArrayList<long[]>();
        for (int i = 0; i < n; i++)
            adds.add(new long[] {
                seed % 2 == 0 ? random.nextLong(n) : random.nextLong(n) << 40, random.nextLong(2), random.nextLong(3)
            });
        var store = new EventStore();
        var backwards = new EventStore();
        var map = new HashMap<String, long[]>();
        for (int i = 0; i < n; i++) {
            var add = adds.get(i);
            store.add(add[0], add[1], add[2], EventStore.tag(3, 700));
            var other = adds.get(n - 1 - i);
            backwards.add(other[0], other[1], other[2], EventStore.tag(3, 700));
            map.merge(add[0] + " " + add[1], new long[] {add[2], 0}, (a, b) ->
                    new long[] {Math.min(a[0], b[0]), a[1] | (a[0] == b[0] ? 0 : 1)});
        }
        assertThat(store.size()).isEqualTo(map.size());
        assertThat(entries(store)).isEqualTo(entries(backwards));
        assertThat(new TreeSet<>(entries(store)))
                .isEqualTo(map.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue()[0] + " 3 700 " + (e.getValue()[1] == 1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
