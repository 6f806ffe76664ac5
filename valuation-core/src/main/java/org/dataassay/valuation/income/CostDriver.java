package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** Which cost the asset lowers, and the base on which it is lowered. */
public sealed interface CostDriver extends GainDriver permits CostDriver.UnitSaving, CostDriver.RelativeSaving {

    /**
     * Δcost per item · volume.
     *
     * @param name of the driver
     * @param saving money per item below the cost without the asset
     * @param volume items to which it applies, at least 0
     */
    record UnitSaving(String name, InputRow<UnitPrice> saving, InputRow<Double> volume) implements CostDriver {

        public UnitSaving {
            var check = new Check();
            PeriodRows.length(check, "saving", saving, volume.size());
            PeriodRows.numbers(check, "volume", volume, "Give the items to which the saving applies.");
            check.done();
        }

        @Override
        public int periods() {
            return volume.size();
        }

        @Override
        public Row gain(Sheet section, Axis periods) {
            var item = saving.values().get(0).item();
            var less = section.given("unitSaving", Unit.perItem(item), periods, saving);
            return section.let("gain", less.times(section.given("volume", Unit.items(item), periods, volume)));
        }
    }

    /**
     * Share saved · cost without the asset.
     *
     * @param name of the driver
     * @param share of the cost that is saved, at most 1; negative where the cost rises
     * @param baseCost without the asset, at least 0
     */
    record RelativeSaving(String name, InputRow<Double> share, InputRow<Money> baseCost) implements CostDriver {

        public RelativeSaving {
            var check = new Check();
            PeriodRows.length(check, "share", share, baseCost.size());
            for (int t = 0; t < share.size(); t++)
                check.that(
                        share.values().get(t) <= 1,
                        "share[" + t + "]",
                        "at most 1",
                        share.values().get(t),
                        "No more than the whole cost can be saved; 5% is 0.05.");
            PeriodRows.amounts(check, "baseCost", baseCost, "Give the cost without the asset.");
            check.done();
        }

        @Override
        public int periods() {
            return baseCost.size();
        }

        @Override
        public Row gain(Sheet section, Axis periods) {
            var less = section.given("savedShare", Unit.SHARE, periods, share);
            return section.let(
                    "gain",
                    section.given("baseCost", Unit.MONEY, periods, baseCost).times(less));
        }
    }
}
