package org.dataassay.valuation.rate;

import java.util.List;
import java.util.function.Function;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/** How flows are stated. */
public sealed interface FlowPattern {

    /** One answer per kind. */
    <T> T fold(Function<Periodic, T> periodic, Function<Dated, T> dated, Function<Level, T> level);

    /**
     * A flow per period.
     *
     * @param flows one at least
     */
    record Periodic(List<Input<Money>> flows) implements FlowPattern {
        public Periodic {
            flows = List.copyOf(flows);
            checkCount("flows", flows.size());
        }

        @Override
        public <T> T fold(Function<Periodic, T> periodic, Function<Dated, T> dated, Function<Level, T> level) {
            return periodic.apply(this);
        }
    }

    /**
     * A flow per date, in any order.
     *
     * @param flows two at least
     */
    record Dated(List<DatedFlow> flows) implements FlowPattern {
        public Dated {
            flows = new DatedFlows(flows).flows();
        }

        @Override
        public <T> T fold(Function<Periodic, T> periodic, Function<Dated, T> dated, Function<Level, T> level) {
            return dated.apply(this);
        }
    }

    /**
     * An annuity: the same flow every period.
     *
     * @param payment each time; received is positive
     * @param periods how often
     */
    record Level(Input<Money> payment, int periods) implements FlowPattern {
        public Level {
            checkCount("periods", periods);
        }

        @Override
        public <T> T fold(Function<Periodic, T> periodic, Function<Dated, T> dated, Function<Level, T> level) {
            return level.apply(this);
        }
    }

    private static void checkCount(String field, int count) {
        new Check()
                .that(count >= 1 && count <= 5000, field, "1 to 5000", count, "Give a flow for each period.")
                .done();
    }
}
