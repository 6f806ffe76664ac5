package org.dataassay.valuation.sheet;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dataassay.valuation.error.Check;

/**
 * What a bridge must know beyond the two sheets.
 *
 * @param dates valuation dates of the two; where empty, only dated axes tell that time has passed
 * @param changedMethods sections whose method has another version or other options; the empty name is a sheet without sections
 * @param groups inputs that count as one cause, by the cause's name; a member is the name of an input or of a whole section
 */
public record BridgeTerms(Optional<Dates> dates, Set<String> changedMethods, Map<String, List<String>> groups) {

    /** Two sheets and nothing else. */
    public static final BridgeTerms NONE = new BridgeTerms(Optional.empty(), Set.of(), Map.of());

    public BridgeTerms {
        changedMethods = Collections.unmodifiableSet(new TreeSet<>(changedMethods));
        var copy = new LinkedHashMap<String, List<String>>();
        groups.forEach((name, members) -> copy.put(name, List.copyOf(members)));
        groups = Collections.unmodifiableMap(copy);
        var check = new Check()
                .that(
                        groups.size() <= Bridge.MOST_GROUPS,
                        "groups",
                        "at most " + Bridge.MOST_GROUPS,
                        groups.size(),
                        "Put causes together.");
        groups.forEach((name, members) -> check.that(
                !name.isBlank() && !members.isEmpty(),
                "groups." + name,
                "named, with at least one member",
                members.size() + " members",
                "Name inputs or sections."));
        check.done();
    }

    /**
     * The valuation dates.
     *
     * @param before of the earlier sheet
     * @param after of the later sheet
     */
    public record Dates(LocalDate before, LocalDate after) {}

    public BridgeTerms dated(LocalDate before, LocalDate after) {
        return new BridgeTerms(Optional.of(new Dates(before, after)), changedMethods, groups);
    }

    public BridgeTerms withChangedMethods(Set<String> sections) {
        return new BridgeTerms(dates, sections, groups);
    }

    /** The same with one more group. */
    public BridgeTerms grouping(String name, String... members) {
        var more = new LinkedHashMap<>(groups);
        more.put(name, List.of(members));
        return new BridgeTerms(dates, changedMethods, more);
    }
}
