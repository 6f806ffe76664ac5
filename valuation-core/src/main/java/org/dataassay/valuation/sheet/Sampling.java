package org.dataassay.valuation.sheet;

/** How the points of a simulation are spread. */
public enum Sampling {
    /** Independent draws; standard error s/√n. */
    PLAIN,
    /** Latin hypercube: each input's draws fill its range evenly; standard error from replicates. */
    LATIN_HYPERCUBE,
    /** Sobol points with a random digital shift per replicate (Joe and Kuo 2008 direction numbers); standard error from replicates. */
    SOBOL
}
