package org.dataassay.valuation.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES = List.of("royaltyRate", "revenue", "discountRate");

    @Test
    void slips_of_the_pen_are_understood() {
        assertThat(Nearest.of("royaltyrate", NAMES)).contains("royaltyRate");
        assertThat(Nearest.of("royalty_rate", NAMES)).contains("royaltyRate");
        assertThat(Nearest.of("revneue", NAMES)).contains("revenue");
        assertThat(Nearest.of("discount", NAMES)).isEmpty();
        assertThat(Nearest.of("x".repeat(100_000), NAMES)).isEmpty();
    }

    @Test
    void what_is_permitted_is_said_where_nothing_is_near() {
        assertThat(Nearest.remedy("colour", NAMES)).isEqualTo("Use royaltyRate, revenue or discountRate.");
        assertThat(Nearest.remedy("colour", List.of())).isEqualTo("Leave it out.");
        var many = IntStream.range(0, 30).mapToObj(i -> "field" + i).toList();
        assertThat(Nearest.remedy("colour", many)).endsWith("field23 … (6 more).");
    }
}
