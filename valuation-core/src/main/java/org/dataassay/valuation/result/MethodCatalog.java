package org.dataassay.valuation.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.ValuationError;

/**
 * Every method that can be asked for by its id, in the order of the ids. Immutable.
 *
 * <pre>{@code
 * var catalog = MethodCatalog.load();
 * catalog.ids();                                        // cost.replacement-cost, income.relief-from-royalty, …
 * catalog.provider("income.relief-from-royalty");
 * }</pre>
 */
public final class MethodCatalog {

    private final Map<String, MethodProvider<?, ?>> byId;

    private MethodCatalog(Map<String, MethodProvider<?, ?>> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** The methods of all jars on the class path. */
    public static MethodCatalog load() {
        return load(MethodCatalog.class.getClassLoader());
    }

    /** The methods that a class loader finds. */
    public static MethodCatalog load(ClassLoader loader) {
        var providers = new ArrayList<MethodProvider<?, ?>>();
        for (var listing : ServiceLoader.load(MethodProvider.Listing.class, loader))
            providers.addAll(listing.methods());
        return of(providers);
    }

    /**
     * These methods and no others.
     *
     * @throws IllegalStateException where two have one id: the class path is wrong
     */
    public static MethodCatalog of(List<? extends MethodProvider<?, ?>> providers) {
        var byId = new TreeMap<String, MethodProvider<?, ?>>();
        for (var provider : providers) {
            var other = byId.put(provider.id().toString(), provider);
            if (other != null)
                throw new IllegalStateException("Two providers of " + provider.id() + ": "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName());
        }
        return new MethodCatalog(byId);
    }

    /** Every id, sorted. */
    public List<MethodId> ids() {
        return byId.values().stream().<MethodId>map(MethodProvider::id).toList();
    }

    /** Every provider, sorted by id. */
    public List<MethodProvider<?, ?>> providers() {
        return List.copyOf(byId.values());
    }

    /**
     * The provider of an id.
     *
     * @throws InvalidInputException where there is none; it names the nearest id
     */
    public MethodProvider<?, ?> provider(String id) {
        var provider = byId.get(id);
        if (provider != null) return provider;
        var shown = id.length() <= 60 ? id : id.substring(0, 60) + "…";
        throw InvalidInputException.of(
                ValuationError.UNKNOWN, "method", "\"" + shown + "\"", Nearest.remedy(id, byId.keySet()));
    }

    /**
     * The provider of an id.
     *
     * @throws InvalidInputException where there is none; it names the nearest id
     */
    public MethodProvider<?, ?> provider(MethodId id) {
        return provider(id.toString());
    }
}
