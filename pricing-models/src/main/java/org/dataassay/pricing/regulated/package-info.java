/**
 * What may be charged for operating public data: the revenue that is permitted, and the ceilings under which fees must stay so that it cannot be exceeded.
 *
 * <p>Reading order: {@link org.dataassay.pricing.regulated.PublicDataRevenue} with its {@link org.dataassay.pricing.regulated.RevenueFacts} and the {@link
 * org.dataassay.pricing.regulated.PermittedRevenue} it finds; {@link org.dataassay.pricing.regulated.PublicDataCeiling} with {@link
 * org.dataassay.pricing.regulated.CeilingFacts} and the {@link org.dataassay.pricing.regulated.PublicDataCeilings} that refuse a fee above them.
 */
@NullMarked
package org.dataassay.pricing.regulated;

import org.jspecify.annotations.NullMarked;
