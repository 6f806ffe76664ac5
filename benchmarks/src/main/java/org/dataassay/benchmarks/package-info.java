/** How fast it is, beside its peers. Start with {@link org.dataassay.benchmarks.PeerComparison}. Never published. */
@NullMarked
package org.dataassay.benchmarks;

import org.jspecify.annotations.NullMarked;
