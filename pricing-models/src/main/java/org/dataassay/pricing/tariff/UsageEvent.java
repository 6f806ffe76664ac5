package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * Something that was metered.
 *
 * @param id of the event; it is billed once, however often it arrives
 * @param subscription that it belongs to
 * @param meter that counted it
 * @param quantity in units of the meter, at least 0
 * @param time when it happened
 * @param received when it was received; absent where nobody noted it
 * @param currency of a revenue
 * @param failed whether the service failed
 */
public record UsageEvent(
        String id,
        String subscription,
        String meter,
        BigDecimal quantity,
        EventTime time,
        Optional<EventTime> received,
        Optional<CurrencyCode> currency,
        Optional<Boolean> failed) {

    /** Most bytes of an event's id. */
    public static final int LONGEST_ID = 256;

    public UsageEvent {
        new Check()
                .that(
                        !id.isEmpty() && id.length() <= LONGEST_ID,
                        "id",
                        "1 to " + LONGEST_ID + " characters",
                        id.length() + " characters",
                        "Give the event an id.")
                .done();
        quantity = Fixed.plain(quantity);
    }

    public static UsageEvent of(String id, String subscription, String meter, String quantity, String time) {
        return new UsageEvent(
                id,
                subscription,
                meter,
                new BigDecimal(quantity),
                EventTime.parse(time),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public UsageEvent withReceived(String moment) {
        return new UsageEvent(
                id, subscription, meter, quantity, time, Optional.of(EventTime.parse(moment)), currency, failed);
    }
}
