package org.dataassay.valuation.income;

import java.util.Optional;

/**
 * Facts of an income method, which know whether anyone can make the asset from what is freely available. An appraisal hands the asset's substitute on to every
 * income method by {@link #withReplicationCap}.
 *
 * @param <F> the facts themselves
 */
public interface SubstitutableFacts<F> {

    Optional<ReplicationCap> replicationCap();

    F withReplicationCap(ReplicationCap cap);
}
