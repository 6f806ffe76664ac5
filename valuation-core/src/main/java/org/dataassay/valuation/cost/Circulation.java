package org.dataassay.valuation.cost;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** 数据流通系数 β of Expert Guidance No. 9: how far the data circulate. At least 0; it may exceed 1. */
public sealed interface Circulation {

    /** Writes its inputs and {@code circulation}. */
    Cell write(Sheet sheet);

    /**
     * As found elsewhere.
     *
     * @param coefficient β, at least 0
     */
    record Stated(Input<Double> coefficient) implements Circulation {
        public Stated {
            new Check()
                    .range("coefficient", coefficient.value(), 0, 100, "Give β as a decimal.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            return sheet.given("circulation", Unit.FACTOR, coefficient);
        }
    }

    /**
     * β = (a · V_open + b · V_public + c · V_shared) / V_total.
     *
     * @param item what volumes are counted in, such as record or GB
     * @param openVolume 开放: given to anyone
     * @param publicVolume 公开: given on request
     * @param sharedVolume 共享: given to some
     * @param totalVolume all that is held, above 0
     * @param openSpread a, how far open data spread, at least 0
     * @param publicSpread b, at least 0
     * @param sharedSpread c, at least 0
     */
    record Volumes(
            String item,
            Input<Double> openVolume,
            Input<Double> publicVolume,
            Input<Double> sharedVolume,
            Input<Double> totalVolume,
            Input<Double> openSpread,
            Input<Double> publicSpread,
            Input<Double> sharedSpread)
            implements Circulation {

        private static final double TOLERANCE = 1e-9;

        public Volumes {
            Unit.items(item);
            double parts = openVolume.value() + publicVolume.value() + sharedVolume.value();
            new Check()
                    .range("openVolume", openVolume.value(), 0, 1e15, "Give a volume.")
                    .range("publicVolume", publicVolume.value(), 0, 1e15, "Give a volume.")
                    .range("sharedVolume", sharedVolume.value(), 0, 1e15, "Give a volume.")
                    .that(
                            totalVolume.value() > 0 && totalVolume.value() <= 1e15,
                            "totalVolume",
                            "above 0",
                            totalVolume.value(),
                            "Give the volume of all data held.")
                    .that(
                            !(parts > totalVolume.value() * (1 + TOLERANCE)),
                            "totalVolume",
                            "at least the volume that circulates, " + Plain.of(parts),
                            totalVolume.value(),
                            "Count each item in one way of circulation.")
                    .range("openSpread", openSpread.value(), 0, 100, "Give the spread coefficient.")
                    .range("publicSpread", publicSpread.value(), 0, 100, "Give the spread coefficient.")
                    .range("sharedSpread", sharedSpread.value(), 0, 100, "Give the spread coefficient.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var unit = Unit.items(item);
            var total = sheet.given("totalVolume", unit, totalVolume);
            sheet.require(
                    "totalVolumeAboveZero",
                    total,
                    Relation.GREATER,
                    Cell.number(0).times(total),
                    "Bound its distribution above 0.");
            var spread = sheet.let(
                    "spreadVolume",
                    part(sheet, "open", openVolume, openSpread)
                            .plus(part(sheet, "public", publicVolume, publicSpread))
                            .plus(part(sheet, "shared", sharedVolume, sharedSpread)));
            return sheet.let("circulation", spread.dividedBy(total));
        }

        private Cell part(Sheet sheet, String name, Input<Double> volume, Input<Double> spread) {
            return sheet.given(name + "Spread", Unit.FACTOR, spread)
                    .times(sheet.given(name + "Volume", Unit.items(item), volume));
        }
    }
}
