package org.dataassay.valuation.cost;

/**
 * A branch of a cost tree. Standards cut the cost of data differently, so the lines of one asset stand in one tree: that of the 2023 guidance, {@link
 * CostLine.Category}, or that of GB/T 37550, {@link Gbt37550Cost}.
 */
public sealed interface CostCategory permits CostLine.Category, Gbt37550Cost {

    /** Name of the branch on the sheet, under which lines are added up. */
    String branch();
}
