package org.dataassay.pricing.tariff;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.error.Check;

/**
 * What is sold, and to whom.
 *
 * @param level how far the data have been worked up
 * @param delivery ways of delivery that the tariff covers, at least one
 * @param requires attributes that a buyer must have, all of them
 * @param excludes attributes that a buyer must not have
 */
public record Access(DevelopmentLevel level, Set<DeliveryMode> delivery, Set<String> requires, Set<String> excludes) {

    public Access {
        var check = new Check()
                .that(!delivery.isEmpty(), "delivery", "at least one way", "none", "Name api, data-set or another.");
        for (var attribute : requires)
            check.that(
                    !excludes.contains(attribute), "excludes", "other attributes than requires", attribute, "Decide.");
        check.done();
        delivery = delivery.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(delivery));
        requires = sorted("requires", requires);
        excludes = sorted("excludes", excludes);
    }

    /** For every buyer. */
    public static Access open(DevelopmentLevel level, DeliveryMode first, DeliveryMode... more) {
        return new Access(level, EnumSet.of(first, more), Set.of(), Set.of());
    }

    /** Whether a buyer with these attributes may buy. */
    boolean admits(Set<String> attributes) {
        return attributes.containsAll(requires) && excludes.stream().noneMatch(attributes::contains);
    }

    /** Attributes in their order, checked. */
    static Set<String> sorted(String field, Set<String> attributes) {
        var check = new Check();
        for (var attribute : attributes) Ids.check(check, field, attribute);
        check.done();
        return java.util.Collections.unmodifiableSet(new TreeSet<>(attributes));
    }
}
