package org.dataassay.valuation.sheet;

import java.util.Optional;

/**
 * A calculation that is no formula: a lattice, an option with early exercise. Pure, named and versioned, with declared parents; evaluated per draw.
 *
 * <p>Found by {@link java.util.ServiceLoader} when a stored sheet is replayed.
 */
public interface SheetFunction {

    /**
     * Functions of one kind, told apart by their ids, such as the eigenvectors of matrices of any size. Found by {@link java.util.ServiceLoader} like a function of its
     * own.
     */
    interface Family {

        /** The function of an id; empty where the family has none. */
        Optional<SheetFunction> function(String id);
    }

    /** Versioned id, such as {@code binomial@1}. */
    String id();

    /** How many arguments it takes. */
    int arguments();

    /** The value; the same bits for the same arguments, on every machine. Not a number where it is undefined. */
    double apply(double[] arguments);

    /** The derivative by each argument, where it is known; otherwise a central difference stands in, marked numerical. */
    default Optional<double[]> gradient(double[] arguments) {
        return Optional.empty();
    }

    /** Whether it draws random numbers itself; such a function is refused inside a simulation. */
    default boolean isSampled() {
        return false;
    }
}
