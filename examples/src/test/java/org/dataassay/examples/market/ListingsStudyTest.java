package org.dataassay.examples.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On made-up listings: sixty by use of twelve providers, two of them packages of a year, one free, one of a provider that is not stated. */
class ListingsStudyTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "dataassay", "examples", "market");

    @Test
    void prints_the_same_study_every_time() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            ListingsStudy.print(FOLDER.resolve("listings.csv"), out);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"))
                .isEqualTo(Files.readString(FOLDER.resolve("ListingsStudy.txt")).replace("\r\n", "\n"));
    }

    @Test
    void packages_sold_as_one_use_are_caught_and_nothing_else() {
        var rows = ListingRow.read(FOLDER.resolve("listings.csv"));
        var units = new UnitCheck(rows);
        assertThat(rows).hasSize(63);
        assertThat(rows.stream().filter(units::isSuspect).map(ListingRow::id)).containsExactly("s61", "s62");
    }

    @Test
    void a_provider_is_in_one_part_and_every_part_has_some() {
        var parts = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> ListingsStudy.part("Provider " + i))
                .distinct()
                .toList();
        assertThat(parts).isSubsetOf(0, 1, 2, 3, 4).hasSizeGreaterThan(2);
        assertThat(ListingRow.read(FOLDER.resolve("listings.csv")).get(62).provider())
                .isEqualTo("not stated on Exchange South");
    }
}
