package org.dataassay.valuation.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;

/**
 * When within its period a flow arrives: the exponent of 1/(1 + r) per period.
 *
 * <p><b>Formula</b>  with t = 1…n: end t; mid-period t − ½; start t − 1; stub of the fraction f: end f, f + 1, …; mid-period f/2, f + ½, …; start 0, f, f + 1, …;
 * dated: years from the valuation date by the stated day count
 * <p><b>Units and ranges</b>  whole periods are one year; exponents are years
 */
public sealed interface Timing {

    /** Flows arrive at the end of each period. */
    Timing END = Regular.END;

    /** Flows arrive through each period, on average in its middle. */
    Timing MID_PERIOD = Regular.MID_PERIOD;

    /** Flows arrive at the start of each period. */
    Timing START = Regular.START;

    /** The most periods a forecast may have. */
    int MAXIMUM_PERIODS = 10_000;

    /** A first period shorter than a year, then whole years. */
    static Timing stub(double firstFraction, Regular within) {
        return new Stub(firstFraction, within);
    }

    /** A flow per date. */
    static Timing dated(List<LocalDate> dates, DayCount dayCount) {
        return new Dated(dates, dayCount);
    }

    /**
     * Years from the valuation date to the flow of each period.
     *
     * @param periods how many; dated timing must have as many dates
     */
    List<Double> exponents(int periods, LocalDate valuationDate);

    /** The part of a whole year's flow that falls into each period: 1, but the fraction for a stub. A dated flow is taken as it is. */
    List<Double> flowShares(int periods);

    /** Years from the valuation date to the end of the last period; of dated flows, to the last date. */
    double end(int periods, LocalDate valuationDate);

    /** One answer per kind of timing. */
    <T> T fold(Function<Regular, T> regular, Function<Stub, T> stub, Function<Dated, T> dated);

    /** Whole years. */
    enum Regular implements Timing {
        END(0),
        MID_PERIOD(0.5),
        START(1);

        private final double before;

        Regular(double before) {
            this.before = before;
        }

        /** How far before the end of its period a flow arrives, as a part of the period. */
        double before() {
            return before;
        }

        @Override
        public List<Double> exponents(int periods, LocalDate valuationDate) {
            return each(periods, t -> t - before);
        }

        @Override
        public double end(int periods, LocalDate valuationDate) {
            return periods;
        }

        @Override
        public List<Double> flowShares(int periods) {
            return each(periods, t -> 1.0);
        }

        @Override
        public <T> T fold(Function<Regular, T> regular, Function<Stub, T> stub, Function<Dated, T> dated) {
            return regular.apply(this);
        }
    }

    /**
     * A first period that is a fraction of a year, then whole years.
     *
     * @param firstFraction length of the first period in years, above 0 and at most 1
     * @param within when a flow arrives within its period
     */
    record Stub(double firstFraction, Regular within) implements Timing {

        public Stub {
            new Check()
                    .that(
                            firstFraction > 0 && firstFraction <= 1,
                            "firstFraction",
                            "above 0 and at most 1 year",
                            Plain.of(firstFraction),
                            "Give the part of a year from the valuation date to the end of the first period.")
                    .done();
        }

        @Override
        public List<Double> exponents(int periods, LocalDate valuationDate) {
            return each(
                    periods,
                    t -> t == 1 ? firstFraction * (1 - within.before()) : firstFraction + (t - 1) - within.before());
        }

        @Override
        public double end(int periods, LocalDate valuationDate) {
            return firstFraction + (periods - 1);
        }

        @Override
        public List<Double> flowShares(int periods) {
            return each(periods, t -> t == 1 ? firstFraction : 1.0);
        }

        @Override
        public <T> T fold(Function<Regular, T> regular, Function<Stub, T> stub, Function<Dated, T> dated) {
            return stub.apply(this);
        }
    }

    /**
     * One date per period.
     *
     * @param dates in order, none before the valuation date
     * @param dayCount how their distance becomes years
     */
    record Dated(List<LocalDate> dates, DayCount dayCount) implements Timing {

        public Dated {
            dates = List.copyOf(dates);
            var check = new Check();
            for (int i = 1; i < dates.size(); i++) {
                check.that(
                        !dates.get(i).isBefore(dates.get(i - 1)),
                        "dates[" + i + "]",
                        "on or after " + dates.get(i - 1),
                        dates.get(i),
                        "Put the dates in order.");
            }
            check.done();
        }

        @Override
        public List<Double> exponents(int periods, LocalDate valuationDate) {
            if (periods != dates.size()) {
                throw InvalidInputException.of(
                        ValuationError.MISMATCH,
                        "dates",
                        "there are " + dates.size() + " dates for " + periods + " periods",
                        "Give one date per period.");
            }
            var check = new Check();
            for (int i = 0; i < periods; i++) {
                check.that(
                        !dates.get(i).isBefore(valuationDate),
                        "dates[" + i + "]",
                        "on or after the valuation date " + valuationDate,
                        dates.get(i),
                        "Leave out flows of the past.");
            }
            check.done();
            return each(periods, t -> dayCount.years(valuationDate, dates.get(t - 1)));
        }

        @Override
        public double end(int periods, LocalDate valuationDate) {
            return exponents(periods, valuationDate).get(periods - 1);
        }

        @Override
        public List<Double> flowShares(int periods) {
            return each(periods, t -> 1.0);
        }

        @Override
        public <T> T fold(Function<Regular, T> regular, Function<Stub, T> stub, Function<Dated, T> dated) {
            return dated.apply(this);
        }
    }

    private static List<Double> each(int periods, IntToDoubleFunction number) {
        new Check()
                .that(
                        periods >= 1 && periods <= MAXIMUM_PERIODS,
                        "periods",
                        "1 to " + MAXIMUM_PERIODS,
                        periods,
                        "Give at least one period.")
                .done();
        return IntStream.rangeClosed(1, periods).mapToDouble(number).boxed().toList();
    }
}
