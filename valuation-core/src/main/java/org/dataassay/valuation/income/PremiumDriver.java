package org.dataassay.valuation.income;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Why a product with the asset earns more than a product without it: a higher price or a larger volume. Where both rise, let the price act on the whole volume with
 * the asset and the volume earn the margin without it, so that no gain is counted twice.
 */
public sealed interface PremiumDriver extends GainDriver
        permits PremiumDriver.PricePremium,
                PremiumDriver.RelativePricePremium,
                PremiumDriver.AdditionalVolume,
                PremiumDriver.RelativeVolume {

    /**
     * Δprice · volume.
     *
     * @param name of the driver
     * @param premium money per item above the price without the asset
     * @param volume items sold at that price, at least 0
     */
    record PricePremium(String name, InputRow<UnitPrice> premium, InputRow<Double> volume) implements PremiumDriver {

        public PricePremium {
            var check = new Check();
            PeriodRows.length(check, "premium", premium, volume.size());
            PeriodRows.numbers(check, "volume", volume, "Give the items sold in each period.");
            check.done();
        }

        @Override
        public int periods() {
            return volume.size();
        }

        @Override
        public Row gain(Sheet section, Axis periods) {
            var item = premium.values().get(0).item();
            var more = section.given("pricePremium", Unit.perItem(item), periods, premium);
            return section.let("gain", more.times(section.given("volume", Unit.items(item), periods, volume)));
        }
    }

    /**
     * Premium · revenue of the same volume at the price without the asset.
     *
     * @param name of the driver
     * @param premium as a share of the price without the asset, above −1
     * @param baseRevenue at the price without the asset, at least 0
     */
    record RelativePricePremium(String name, InputRow<Double> premium, InputRow<Money> baseRevenue)
            implements PremiumDriver {

        public RelativePricePremium {
            var check = new Check();
            PeriodRows.length(check, "premium", premium, baseRevenue.size());
            PeriodRows.changes(check, "premium", premium);
            PeriodRows.amounts(check, "baseRevenue", baseRevenue, "Give the revenue at the price without the asset.");
            check.done();
        }

        @Override
        public int periods() {
            return baseRevenue.size();
        }

        @Override
        public Row gain(Sheet section, Axis periods) {
            var more = section.given("relativePremium", Unit.SHARE, periods, premium);
            return section.let(
                    "gain",
                    section.given("baseRevenue", Unit.MONEY, periods, baseRevenue)
                            .times(more));
        }
    }

    /**
     * Δvolume · margin per item.
     *
     * @param name of the driver
     * @param volume items sold beyond those without the asset
     * @param unitMargin price less variable cost per item
     */
    record AdditionalVolume(String name, InputRow<Double> volume, InputRow<UnitPrice> unitMargin)
            implements PremiumDriver {

        public AdditionalVolume {
            var check = new Check();
            PeriodRows.length(check, "unitMargin", unitMargin, volume.size());
            check.done();
        }

        @Override
        public int periods() {
            return volume.size();
        }

        @Override
        public Row gain(Sheet section, Axis periods) {
            var item = unitMargin.values().get(0).item();
            var more = section.given("additionalVolume", Unit.items(item), periods, volume);
            return section.let(
                    "gain", more.times(section.given("unitMargin", Unit.perItem(item), periods, unitMargin)));
        }
    }

    /**
     * Growth · revenue without the asset · contribution margin.
     *
     * @param name of the driver
     * @param growth of the volume over that without the asset, above −1
     * @param baseRevenue without the asset, at least 0
     * @param margin share of revenue left after variable costs, in [0, 1]
     */
    record RelativeVolume(String name, InputRow<Double> growth, InputRow<Money> baseRevenue, InputRow<Double> margin)
            implements PremiumDriver {

        public RelativeVolume {
            var check = new Check();
            PeriodRows.length(check, "growth", growth, baseRevenue.size());
            PeriodRows.length(check, "margin", margin, baseRevenue.size());
            PeriodRows.changes(check, "growth", growth);
            PeriodRows.amounts(check, "baseRevenue", baseRevenue, "Give the revenue without the asset.");
            PeriodRows.shares(check, "margin", margin);
            check.done();
        }

        @Override
        public int periods() {
            return baseRevenue.size();
        }

        @Override
        public Row gain(Sheet section, Axis periods) {
            var more = section.given("volumeGrowth", Unit.SHARE, periods, growth);
            var revenue = section.let(
                    "additionalRevenue",
                    section.given("baseRevenue", Unit.MONEY, periods, baseRevenue)
                            .times(more));
            return section.let("gain", revenue.times(section.given("contributionMargin", Unit.SHARE, periods, margin)));
        }
    }
}
