package org.dataassay.valuation.cost;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** 数据垄断系数 l of Expert Guidance No. 9: how much of all data of its kind, in the industry or the region, the owner holds. In [0, 1]. */
public sealed interface Monopoly {

    /** Writes its inputs and {@code monopoly}. */
    Cell write(Sheet sheet);

    /**
     * As found elsewhere.
     *
     * @param share l, in [0, 1]
     */
    record Stated(Input<Double> share) implements Monopoly {
        public Stated {
            new Check().share("share", share.value()).done();
        }

        @Override
        public Cell write(Sheet sheet) {
            return sheet.given("monopoly", Unit.SHARE, share);
        }
    }

    /**
     * l = held / total.
     *
     * @param item what volumes are counted in, such as record or GB
     * @param held by the owner, at least 0
     * @param ofItsKind all there is in the industry or the region, above 0 and at least what is held
     */
    record Volumes(String item, Input<Double> held, Input<Double> ofItsKind) implements Monopoly {
        public Volumes {
            Unit.items(item);
            new Check()
                    .range("held", held.value(), 0, 1e15, "Give a volume.")
                    .that(
                            ofItsKind.value() > 0 && ofItsKind.value() <= 1e15,
                            "ofItsKind",
                            "above 0",
                            ofItsKind.value(),
                            "Give the volume of all data of this kind.")
                    .that(
                            !(held.value() > ofItsKind.value()),
                            "held",
                            "at most ofItsKind, " + Plain.of(ofItsKind.value()),
                            held.value(),
                            "Nobody holds more than there is.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var part = sheet.given("volumeHeld", Unit.items(item), held);
            var whole = sheet.given("volumeOfItsKind", Unit.items(item), ofItsKind);
            return sheet.let("monopoly", part.dividedBy(whole).as(Unit.SHARE));
        }
    }
}
