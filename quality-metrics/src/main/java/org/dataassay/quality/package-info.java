/**
 * Quality of tables: what can go wrong while one is read, profiled and judged.
 *
 * <p>Reading order of the packages: {@code source} (an opened table), {@code rule} (rules as data, and the indicators they measure),
 * {@code column} (the profile), {@code indicator} (what a standard says about a profile), {@code maturity} (of the organization that holds
 * the data), {@code score} (from counts to one number with its
 * range), {@code json}. A package uses only those before it.
 */
@NullMarked
package org.dataassay.quality;

import org.jspecify.annotations.NullMarked;
