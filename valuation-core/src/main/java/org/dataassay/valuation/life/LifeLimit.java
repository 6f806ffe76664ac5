package org.dataassay.valuation.life;

import java.time.LocalDate;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.DayCount;

/**
 * A life that something other than the market sets.
 *
 * @param kind what sets it
 * @param term how long it is
 */
public record LifeLimit(Kind kind, Term term) {

    /** What sets a life. */
    public enum Kind {
        /** A law, such as a term of protection or of retention. */
        LEGAL,
        /** A contract, such as a license or a supply of data. */
        CONTRACT,
        /** An authorization, such as that to operate public data. */
        AUTHORIZATION,
        /** Technology: formats, platforms, sensors. */
        TECHNICAL
    }

    /** How long: a number of years, or a last day. */
    public sealed interface Term {

        /** The term in years from the valuation date. */
        Input<Double> years(ValuationContext context, DayCount dayCount);
    }

    /**
     * Years from the valuation date.
     *
     * @param years above 0
     */
    public record Years(Input<Double> years) implements Term {
        public Years {
            new Check()
                    .that(
                            years.value() > 0 && years.value() <= 1000,
                            "years",
                            "above 0 and at most 1000",
                            years.value(),
                            "An asset without remaining life has no value; refuse the valuation instead.")
                    .done();
        }

        @Override
        public Input<Double> years(ValuationContext context, DayCount dayCount) {
            return years;
        }
    }

    /**
     * Up to a day.
     *
     * @param lastDay on which it still holds; after the valuation date
     * @param source where the day stands
     */
    public record Until(LocalDate lastDay, Source source) implements Term {

        @Override
        public Input<Double> years(ValuationContext context, DayCount dayCount) {
            new Check()
                    .that(
                            lastDay.isAfter(context.valuationDate()),
                            "lastDay",
                            "after the valuation date " + context.valuationDate(),
                            lastDay,
                            "What has ended leaves no life; refuse the valuation instead.")
                    .done();
            return Input.of(dayCount.years(context.valuationDate(), lastDay), source);
        }
    }

    public static LifeLimit of(Kind kind, Input<Double> years) {
        return new LifeLimit(kind, new Years(years));
    }

    public static LifeLimit until(Kind kind, LocalDate lastDay, Source source) {
        return new LifeLimit(kind, new Until(lastDay, source));
    }
}
