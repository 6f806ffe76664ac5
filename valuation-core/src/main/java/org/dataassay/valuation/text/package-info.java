/**
 * Words for people: the names of constants in their language. See {@link org.dataassay.valuation.text.Labels}.
 */
@NullMarked
package org.dataassay.valuation.text;

import org.jspecify.annotations.NullMarked;
