/**
 * Who contributed what: games of players and coalitions, the values that divide what a coalition is worth, and samplers for games too large to value every coalition.
 *
 * <p>Reading order: {@link org.dataassay.pricing.contribution.Game} and {@link org.dataassay.pricing.contribution.Coalition}; {@link
 * org.dataassay.pricing.contribution.TableGame}; {@link org.dataassay.pricing.contribution.Semivalue} and {@link org.dataassay.pricing.contribution.Exact} values of it; {@link
 * org.dataassay.pricing.contribution.SamplingRun} with a {@link org.dataassay.pricing.contribution.Sampler} and a {@link
 * org.dataassay.pricing.contribution.StoppingRule}; games in requests: {@link org.dataassay.pricing.contribution.DescribedGame}; the methods {@link
 * org.dataassay.pricing.contribution.ShapleyContribution}, {@link org.dataassay.pricing.contribution.BanzhafContribution}, {@link
 * org.dataassay.pricing.contribution.BetaShapley}, {@link org.dataassay.pricing.contribution.LeaveOneOut}, {@link org.dataassay.pricing.contribution.WeightedShapley}, {@link
 * org.dataassay.pricing.contribution.OwenContribution}; {@link org.dataassay.pricing.contribution.LeastCore} and {@link org.dataassay.pricing.contribution.Nucleolus}; {@link
 * org.dataassay.pricing.contribution.VotingPower}, {@link org.dataassay.pricing.contribution.AirportContribution}, {@link
 * org.dataassay.pricing.contribution.BankruptcyContribution}.
 */
@NullMarked
package org.dataassay.pricing.contribution;

import org.jspecify.annotations.NullMarked;
