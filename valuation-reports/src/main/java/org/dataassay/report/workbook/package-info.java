/**
 * Workbooks with live formulas: a worksheet's cells written as .xlsx that recalculates to the same figures in LibreOffice and Excel.
 *
 * <p>Reading order: {@link org.dataassay.report.workbook.WorkbookWriter}; the cells it takes are {@link
 * org.dataassay.valuation.sheet.Spreadsheet}.
 */
@NullMarked
package org.dataassay.report.workbook;

import org.jspecify.annotations.NullMarked;
