package org.dataassay.valuation.rate;

import java.util.List;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.time.Rate;

/**
 * Facts of {@link Mirr}.
 *
 * @param flows one period apart, the first now; two at least
 * @param financeRate per period, at which payments are financed
 * @param reinvestmentRate per period, at which receipts are put out again
 */
public record ModifiedFlows(List<Input<Money>> flows, Input<Rate> financeRate, Input<Rate> reinvestmentRate) {

    public ModifiedFlows {
        flows = new PeriodicFlows(flows).flows();
    }

    Row write(Sheet sheet) {
        return new PeriodicFlows(flows).write(sheet);
    }

    List<Double> times() {
        return new PeriodicFlows(flows).times();
    }
}
