/**
 * Who contributed what: games of players and coalitions, the values that divide what a coalition is worth, and samplers for games too large to value every coalition.
 *
 * <p>Reading order: {@link org.dataassay.pricing.contribution.Game} and {@link org.dataassay.pricing.contribution.Coalition}; {@link
 * org.dataassay.pricing.contribution.TableGame}; {@link org.dataassay.pricing.contribution.Semivalue}.
 */
@NullMarked
package org.dataassay.pricing.contribution;

import org.jspecify.annotations.NullMarked;
