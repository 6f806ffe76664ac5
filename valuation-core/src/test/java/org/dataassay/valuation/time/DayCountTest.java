package org.dataassay.valuation.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountTest {

    /** ISDA, "EMU and market conventions: recent developments" (1998), the examples of the actual/actual memorandum, ISDA column; one is printed with ten true decimals. */
    @ParameterizedTest
    @CsvSource({
        "2003-11-01, 2004-05-01, 0.497724380567",
        "1999-02-01, 1999-07-01, 0.410958904110",
        "1999-07-01, 2000-07-01, 1.001377348600",
        "2002-08-15, 2003-07-15, 0.915068493151",
        "2003-07-15, 2004-01-15, 0.504004790778",
        "1999-07-30, 2000-01-30, 0.503892506924",
        "2000-01-30, 2000-06-30, 0.415300546448"
    })
    void actual_actual_isda_as_published(LocalDate from, LocalDate to, double years) {
        assertThat(DayCount.ACT_ACT_ISDA.years(from, to)).isCloseTo(years, within(1e-11));
    }

    /** Days of the worksheet that accompanies the 2006 ISDA Definitions (30/360 methods), end-of-February rows. */
    @ParameterizedTest
    @CsvSource({
        "2006-08-20, 2007-02-20, 180, 180",
        "2007-02-20, 2007-08-20, 180, 180",
        "2006-08-31, 2007-02-28, 178, 178",
        "2007-02-28, 2007-08-31, 180, 182",
        "2007-08-31, 2008-02-29, 179, 179",
        "2008-02-29, 2008-08-31, 180, 181",
        "2008-08-31, 2009-02-28, 178, 178",
        "2006-01-31, 2006-02-28, 28, 28",
        "2006-02-28, 2006-03-03, 3, 5",
        "2006-02-14, 2006-02-28, 14, 14",
        "2006-09-30, 2006-10-31, 30, 30",
        "2006-10-31, 2006-11-28, 28, 28",
        "2007-08-31, 2008-02-28, 178, 178",
        "2008-02-28, 2008-08-28, 180, 180",
        "2008-02-28, 2008-08-30, 182, 182"
    })
    void thirty_360_counts_days_as_published(LocalDate from, LocalDate to, int us, int european) {
        assertThat(DayCount.THIRTY_360_US.years(from, to)).isEqualTo(us / 360.0);
        assertThat(DayCount.THIRTY_E_360.years(from, to)).isEqualTo(european / 360.0);
    }

    @Test
    void actual_days_over_a_fixed_year() {
        var from = LocalDate.of(2008, 1, 1);
        var to = LocalDate.of(2009, 1, 1); // 366 days
        assertThat(DayCount.ACT_365F.years(from, to)).isEqualTo(366 / 365.0);
        assertThat(DayCount.ACT_360.years(from, to)).isEqualTo(366 / 360.0);
        assertThat(DayCount.ACT_365_25.years(from, to)).isEqualTo(366 / 365.25);
        assertThat(DayCount.ACT_ACT_ISDA.years(from, to)).isEqualTo(1);
    }

    @Test
    void works_before_1970() {
        assertThat(DayCount.ACT_365F.years(LocalDate.of(1969, 12, 31), LocalDate.of(1970, 1, 1)))
                .isEqualTo(1 / 365.0);
        assertThat(DayCount.ACT_ACT_ISDA.years(LocalDate.of(1899, 1, 1), LocalDate.of(1900, 1, 1)))
                .isEqualTo(1);
    }

    /** Microsoft's documentation of XNPV: 2 086.65 at 9%, actual/365 from the first date; the exact value is 2 086.647602. */
    @Test
    void reproduces_the_xnpv_of_the_excel_documentation() {
        var dates = new String[] {"2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"};
        var amounts = new double[] {-10000, 2750, 4250, 3250, 2750};
        var first = LocalDate.parse(dates[0]);
        double value = IntStream.range(0, 5)
                .mapToDouble(i -> amounts[i]
                        * Rate.of(0.09).discountFactor(DayCount.ACT_365F.years(first, LocalDate.parse(dates[i]))))
                .sum();
        assertThat(value).isCloseTo(2086.647602031535, within(1e-9));
    }

    /** MathWorks' documentation of xirr with 30/360 SIA: the net present value at 10.0675477282743% is nil. */
    @Test
    void reproduces_the_xirr_of_the_matlab_documentation() {
        var dates = new String[] {"2007-01-12", "2008-02-14", "2008-03-03", "2008-06-14", "2008-12-01"};
        var amounts = new double[] {-10000, 2500, 2000, 3000, 4000};
        var first = LocalDate.parse(dates[0]);
        double value = IntStream.range(0, 5)
                .mapToDouble(i -> amounts[i]
                        * Rate.of(0.100675477282743)
                                .discountFactor(DayCount.THIRTY_360_US.years(first, LocalDate.parse(dates[i]))))
                .sum();
        assertThat(value).isCloseTo(0, within(1e-6));
    }
}
