/**
 * Requests and results as JSON: the same text for the same value, every broken field of a request named with what to do, and a schema made from the same records
 * that are read.
 *
 * <p>Reading order: {@link org.dataassay.valuation.json.AssayJson}, {@link org.dataassay.valuation.json.MethodRequest}, {@link
 * org.dataassay.valuation.json.StoredResult}, {@link org.dataassay.valuation.json.JsonValue}.
 */
@NullMarked
package org.dataassay.valuation.json;

import org.jspecify.annotations.NullMarked;
