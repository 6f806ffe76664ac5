package org.dataassay.pricing.tariff;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the events of a run: read = accepted + duplicates + rejected.
 *
 * @param read events and broken lines
 * @param accepted different events that count
 * @param duplicates further arrivals of an event that counts
 * @param conflicts ids that arrived with different contents; the least of them counts: first by subscription and meter, then by hour, then by quantity
 * @param rejected events that do not count, by reason
 * @param listed the first of the rejected, with the number of their line
 */
public record RatingReport(
        long read,
        long accepted,
        long duplicates,
        long conflicts,
        Map<Rejection, Long> rejected,
        List<RejectedLine> listed) {

    /**
     * A rejected event.
     *
     * @param source file or batch that it came in
     * @param line number of the line, or of the event in its batch, from 1
     * @param reason why it does not count
     */
    public record RejectedLine(String source, long line, Rejection reason) {}

    public RatingReport {
        var sorted = new EnumMap<Rejection, Long>(Rejection.class);
        sorted.putAll(rejected);
        rejected = Collections.unmodifiableMap(sorted);
        listed = List.copyOf(listed);
    }
}
