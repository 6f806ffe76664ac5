package org.dataassay.pricing.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * Price plans with all their versions. On any day at most one version of a plan is in force: two are refused. Immutable and thread-safe.
 *
 * @param tariffs versions, in any order
 */
public record TariffBook(List<Tariff> tariffs) {

    /** Most versions in one book. */
    public static final int MOST = 1_000_000;

    public TariffBook {
        tariffs = List.copyOf(tariffs);
        var check = new Check()
                .that(!tariffs.isEmpty(), "tariffs", "at least one", "none", "Give the tariff.")
                .that(tariffs.size() <= MOST, "tariffs", "at most " + MOST, tariffs.size(), "Split the book.");
        for (var versions : byId(tariffs).values()) checkVersions(check, versions);
        check.done();
    }

    public static TariffBook of(Tariff... tariffs) {
        return new TariffBook(List.of(tariffs));
    }

    private static Map<String, List<Tariff>> byId(List<Tariff> tariffs) {
        var byId = new TreeMap<String, List<Tariff>>();
        for (var tariff : tariffs)
            byId.computeIfAbsent(tariff.id(), id -> new ArrayList<>()).add(tariff);
        return byId;
    }

    private static void checkVersions(Check check, List<Tariff> versions) {
        var numbers = new TreeMap<Integer, Tariff>();
        for (var tariff : versions)
            if (numbers.put(tariff.version(), tariff) != null)
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        tariff.id() + ".version",
                        tariff.version(),
                        "A version never changes: give the other content a number of its own."));
        versions.sort(Comparator.comparing(Tariff::from).thenComparing(Tariff::version));
        for (int i = 1; i < versions.size(); i++) {
            var before = versions.get(i - 1);
            var after = versions.get(i);
            if (before.isInForce(after.from()))
                check.add(Problem.of(
                        PricingError.VERSIONS,
                        after.id(),
                        "versions " + before.version() + " and " + after.version() + " are both in force on "
                                + after.from(),
                        "End version " + before.version() + " on "
                                + after.from().minusDays(1) + " or earlier."));
        }
    }

    /** The version of a plan that is in force on a day. */
    public Optional<Tariff> inForce(String id, LocalDate day) {
        return tariffs.stream()
                .filter(tariff -> tariff.id().equals(id) && tariff.isInForce(day))
                .findFirst();
    }

    /** A stated version, in force or not: what was quoted stays as it was. */
    public Optional<Tariff> version(String id, int version) {
        return tariffs.stream()
                .filter(tariff -> tariff.id().equals(id) && tariff.version() == version)
                .findFirst();
    }

    /** The version asked for, or else the one in force on the day. */
    Tariff find(String field, String id, Optional<Integer> version, LocalDate day) {
        if (tariffs.stream().noneMatch(tariff -> tariff.id().equals(id)))
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN,
                    field,
                    Ids.shown(id),
                    Nearest.remedy(
                            id, tariffs.stream().map(Tariff::id).distinct().toList()));
        if (version.isPresent())
            return version(id, version.get())
                    .orElseThrow(() -> InvalidInputException.of(
                            ValuationError.UNKNOWN,
                            field,
                            id + " version " + version.get(),
                            "Give a version of the book."));
        return inForce(id, day)
                .orElseThrow(() -> InvalidInputException.of(
                        PricingError.NOT_IN_FORCE,
                        id,
                        day,
                        "Ask for a day on which a version is in force, or name the version."));
    }
}
