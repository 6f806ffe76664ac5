/**
 * The formula sheet: a calculation written once, from which its value, explanation, derivatives, distribution, spreadsheet and replay all come.
 *
 * <p>Reading order: {@link org.dataassay.valuation.sheet.Sheet} (writing), {@link org.dataassay.valuation.sheet.Cell} and {@link
 * org.dataassay.valuation.sheet.Row} (the two shapes), {@link org.dataassay.valuation.sheet.Input} and {@link org.dataassay.valuation.sheet.Unit},
 * {@link org.dataassay.valuation.sheet.Worksheet} (reading). The formulas are one package-private class each, listed in {@code Formulas}.
 */
@NullMarked
package org.dataassay.valuation.sheet;

import org.jspecify.annotations.NullMarked;
