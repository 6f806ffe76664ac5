package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import org.dataassay.valuation.error.Check;

/**
 * The most that may be used within a window. What goes beyond is not served: it is not charged for, and is reported.
 *
 * @param meter what is limited
 * @param limit units within one window, above 0
 * @param window how long, in the time zone of the billing window
 */
public record Quota(String meter, BigDecimal limit, Window window) {

    /** Within what time. */
    public enum Window {
        HOUR("hour", "小时"),
        DAY("day", "天"),
        PERIOD("period", "账期");

        private final String en;
        private final String zh;

        Window(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        String english() {
            return en;
        }

        String chinese() {
            return zh;
        }
    }

    public Quota {
        var check = new Check();
        Ids.check(check, "meter", meter);
        check.that(limit.signum() > 0, "limit", "above 0", Fixed.shown(limit), "Leave the quota out for no limit.")
                .done();
        limit = Fixed.plain(limit);
    }
}
