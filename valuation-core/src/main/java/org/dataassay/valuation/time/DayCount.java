package org.dataassay.valuation.time;

import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;

/**
 * How many years lie between two dates. Dates in reverse order give the same number with a minus sign.
 *
 * @see <a href="https://www.isda.org/book/2006-isda-definitions/">2006 ISDA Definitions, section 4.16, Day Count Fraction</a>
 */
public enum DayCount {
    /** Actual days over 365, leap years too; what Excel's XNPV and XIRR use. */
    ACT_365F {
        @Override
        double forward(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to) / 365.0;
        }
    },
    /** Actual days over 360. */
    ACT_360 {
        @Override
        double forward(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to) / 360.0;
        }
    },
    /** Days in leap years over 366, other days over 365. */
    ACT_ACT_ISDA {
        @Override
        double forward(LocalDate from, LocalDate to) {
            int years = to.getYear() - from.getYear();
            if (years == 0) return ChronoUnit.DAYS.between(from, to) / (double) from.lengthOfYear();
            double untilYearEnd = (from.lengthOfYear() - from.getDayOfYear() + 1) / (double) from.lengthOfYear();
            double sinceYearStart = (to.getDayOfYear() - 1) / (double) to.lengthOfYear();
            return untilYearEnd + (years - 1) + sinceYearStart;
        }
    },
    /** Months of 30 days, as US corporate bonds count: the last day of February is a 30th, and a 31st becomes a 30th where the first date is one. */
    THIRTY_360_US {
        @Override
        double forward(LocalDate from, LocalDate to) {
            int first = from.getDayOfMonth();
            int last = to.getDayOfMonth();
            if (isEndOfFebruary(from)) {
                if (isEndOfFebruary(to)) last = 30;
                first = 30;
            }
            if (last == 31 && first >= 30) last = 30;
            return thirty(from, to, Math.min(first, 30), last);
        }
    },
    /** Months of 30 days: a 31st is always a 30th (Eurobond basis). */
    THIRTY_E_360 {
        @Override
        double forward(LocalDate from, LocalDate to) {
            return thirty(from, to, Math.min(from.getDayOfMonth(), 30), Math.min(to.getDayOfMonth(), 30));
        }
    },
    /** Actual days over 365.25, the mean length of a Julian year. */
    ACT_365_25 {
        @Override
        double forward(LocalDate from, LocalDate to) {
            return ChronoUnit.DAYS.between(from, to) / 365.25;
        }
    };

    /** Years from one date to another; negative where {@code to} is the earlier one. */
    public double years(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? -forward(to, from) : forward(from, to);
    }

    /** Years between dates in order. */
    abstract double forward(LocalDate from, LocalDate to);

    private static double thirty(LocalDate from, LocalDate to, int first, int last) {
        long days = 360L * (to.getYear() - from.getYear())
                + 30L * (to.getMonthValue() - from.getMonthValue())
                + (last - first);
        return days / 360.0;
    }

    private static boolean isEndOfFebruary(LocalDate date) {
        return date.getMonthValue() == 2 && date.getDayOfMonth() == (Year.isLeap(date.getYear()) ? 29 : 28);
    }
}
