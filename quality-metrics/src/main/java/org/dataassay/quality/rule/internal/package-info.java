/**
 * What the states of rules and columns are built from, and nobody else needs: distinct counts, sets of keys, and states as bytes.
 */
@NullMarked
package org.dataassay.quality.rule.internal;

import org.jspecify.annotations.NullMarked;
