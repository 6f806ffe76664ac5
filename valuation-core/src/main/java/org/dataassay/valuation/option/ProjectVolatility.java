package org.dataassay.valuation.option;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Simulation;

/** How far the present value of a project's flows may move in a year. */
public sealed interface ProjectVolatility {

    /**
     * Given: judged, or estimated from prices.
     *
     * @param volatility σ per √year, above 0 and at most {@value UnderlyingAsset#MOST_VOLATILITY}
     */
    record Stated(Input<Double> volatility) implements ProjectVolatility {
        public Stated {
            new Check()
                    .that(
                            volatility.value() > 0 && volatility.value() <= UnderlyingAsset.MOST_VOLATILITY,
                            "volatility",
                            "above 0 and at most 10",
                            volatility.value(),
                            "Give a decimal per square root of a year: 40 % is 0.4.")
                    .done();
        }
    }

    /**
     * Drawn from the distributions of the project's own forecast; see {@link DrawnVolatility}.
     *
     * @param draws 1 024 to 1 000 000
     */
    record Drawn(int draws) implements ProjectVolatility {

        /** Draws where nothing else is said. */
        public static final Drawn STANDARD = new Drawn(Simulation.DEFAULT_DRAWS);

        private static final int MOST_DRAWS = 1_000_000;

        public Drawn {
            new Check()
                    .that(
                            draws >= 1024 && draws <= MOST_DRAWS,
                            "draws",
                            "1024 to " + MOST_DRAWS,
                            draws,
                            "100000 give three digits.")
                    .done();
        }
    }
}
