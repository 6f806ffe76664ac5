package org.dataassay.pricing.tariff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Takes metered events for one billing window, each once, and ends in invoices.
 *
 * <p><b>What it keeps</b>  an entry for every different event that counts: its id, where it counts, how much. Sums are made at the end. So the order of arrival and
 * repetition do not matter, and two runs over parts of the events can be merged, even if an event went to both.
 * <p><b>Memory</b>  at most 47 bytes per different event, and no more than {@link Rating.Options#maximumEvents}; beyond that it refuses, and the events are to be
 * divided by subscription
 * <p><b>Numerics</b>  whole numbers, sums checked for overflow
 * <p>Not thread-safe: several threads have a run each, and merge.
 */
public final class RatingRun {

    private static final byte[] MAGIC = "data-assay rating 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int EXACT_ID = 15;
    private static final long HASHED = 0x80;
    private static final long NOT_RECEIVED = EventTime.UNREADABLE;

    private final Rating.Options options;
    private final Contracts contracts;

    private final EventStore store = new EventStore();
    private final MessageDigest sha = Canonical.sha256();
    private final byte[] digest = new byte[32];
    private final EventLine line = new EventLine();
    private final ByteArrayOutputStream scratch = new ByteArrayOutputStream();
    private long read;
    private long duplicates;
    private final long[] rejected = new long[Rejection.CODES];
    private final List<RatingReport.RejectedLine> listed = new ArrayList<>();

    private RatingRun(RatingFacts facts, Rating.Options options) {
        this.options = options;
        contracts = new Contracts(facts, options);
    }

    /** A run without events yet; those among the facts are not taken. */
    public static RatingRun of(RatingFacts facts, Rating.Options options) {
        return new RatingRun(facts, options);
    }

    // --- events ---

    /** Takes events of a batch. */
    public void accept(String source, Iterable<UsageEvent> events) {
        long number = 0;
        for (var event : events) accept(source, ++number, event);
    }

    private void accept(String source, long number, UsageEvent event) {
        line.clear();
        scratch.reset();
        put(EventLine.ID, event.id());
        put(EventLine.SUBSCRIPTION, event.subscription());
        put(EventLine.METER, event.meter());
        put(EventLine.QUANTITY, event.quantity().toPlainString());
        event.currency().ifPresent(currency -> put(EventLine.CURRENCY, currency.code()));
        event.failed().ifPresent(failed -> put(EventLine.FAILED, failed.toString()));
        line.bytes = scratch.toByteArray();
        long received = event.received().map(EventTime::millis).orElse(NOT_RECEIVED);
        count(source, number, take(line, event.time().millis(), received));
    }

    private void put(int field, String value) {
        line.from[field] = scratch.size();
        scratch.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        line.to[field] = scratch.size();
    }

    /**
     * Takes events from a file of comma-separated values or of JSON lines; the first byte tells which. The stream is not closed.
     *
     * @param source name of the file in the report
     * @throws InvalidInputException where the header lacks a column that is needed
     */
    public void read(String source, InputStream in) throws IOException {
        new EventReader(in, source).forEach(this::accept);
    }

    /** One line of a file; {@code isBroken} where it could not be taken apart. */
    private void accept(String source, long number, EventLine fields, boolean isBroken) {
        if (isBroken) {
            count(source, number, Rejection.BROKEN_LINE);
            return;
        }
        long time = EventTime.millis(fields.bytes, fields.from(EventLine.TIME), fields.to(EventLine.TIME));
        long received = NOT_RECEIVED;
        boolean isRead = time != EventTime.UNREADABLE;
        if (isRead && fields.has(EventLine.RECEIVED)) {
            received = EventTime.millis(fields.bytes, fields.from(EventLine.RECEIVED), fields.to(EventLine.RECEIVED));
            isRead = received != EventTime.UNREADABLE;
        }
        count(source, number, isRead ? take(fields, time, received) : Rejection.BROKEN_LINE);
    }

    private void count(String source, long number, @Nullable Rejection reason) {
        read++;
        if (reason == null) return;
        rejected[reason.code()]++;
        if (listed.size() < options.listed()) listed.add(new RatingReport.RejectedLine(source, number, reason));
    }

    /** Takes an event, or says why not. */
    private @Nullable Rejection take(EventLine fields, long time, long received) {
        var bytes = fields.bytes;
        int idLength = fields.to(EventLine.ID) - fields.from(EventLine.ID);
        if (idLength < 1 || idLength > UsageEvent.LONGEST_ID) return Rejection.BROKEN_LINE;
        int subscription =
                contracts.find(bytes, fields.from(EventLine.SUBSCRIPTION), fields.to(EventLine.SUBSCRIPTION));
        if (subscription < 0) return Rejection.UNKNOWN_SUBSCRIPTION;
        int meter = contracts.meter(subscription, bytes, fields.from(EventLine.METER), fields.to(EventLine.METER));
        if (meter < 0) return Rejection.UNKNOWN_METER;
        var measured = contracts.tariff(subscription).meters().get(meter);
        long quantity = Quantities.read(
                bytes, fields.from(EventLine.QUANTITY), fields.to(EventLine.QUANTITY), measured.decimals());
        if (quantity == Quantities.BROKEN) return Rejection.BROKEN_LINE;
        if (quantity == Quantities.TOO_FINE) return Rejection.BAD_QUANTITY;
        if (!contracts.isInWindow(time)) return Rejection.OUTSIDE_WINDOW;
        if (!contracts.isInService(subscription, time)) return Rejection.OUTSIDE_SUBSCRIPTION;
        if (received != NOT_RECEIVED) {
            if (received < time - options.clockSkewSeconds() * 1000L) return Rejection.CLOCK_BACKWARDS;
            if (contracts.isLate(received, options.graceDays())) return Rejection.LATE;
        }
        if (fields.has(EventLine.CURRENCY)
                && !fields.is(
                        EventLine.CURRENCY,
                        contracts.tariff(subscription).tariff().currency().code())) return Rejection.WRONG_CURRENCY;
        if (fields.has(EventLine.FAILED)) {
            boolean isFailed = fields.is(EventLine.FAILED, "true");
            if (!isFailed && !fields.is(EventLine.FAILED, "false")) return Rejection.BROKEN_LINE;
            if (isFailed && measured.counting() == Meter.Counting.SUCCESSFUL) return Rejection.FAILED_SERVICE;
        }
        int account = contracts.account(subscription, meter);
        store(bytes, fields.from(EventLine.ID), idLength, quantity, account, contracts.hour(time));
        return null;
    }

    private void store(byte[] bytes, int from, int length, long quantity, int account, int hour) {
        long high;
        long low;
        if (length <= EXACT_ID) {
            high = word(bytes, from, Math.min(8, length));
            low = (length > 8 ? word(bytes, from + 8, length - 8) : 0) | length;
        } else {
            sha.update(bytes, from, length);
            try {
                sha.digest(digest, 0, digest.length);
            } catch (DigestException e) {
                throw new IllegalStateException("32 bytes are enough", e);
            }
            high = word(digest, 0, 8);
            low = word(digest, 8, 8) | HASHED;
        }
        if (store.add(high, low, quantity, EventStore.tag(account, hour)) != EventStore.Added.NEW) duplicates++;
        else requireRoom();
    }

    private void requireRoom() {
        if (store.size() > options.maximumEvents())
            throw ValuationFailedException.of(
                    ValuationError.TOO_LARGE,
                    "events",
                    options.maximumEvents() + " different events",
                    "one more",
                    "Divide the events by subscription into several runs, or raise maximumEvents.");
    }

    /** Bytes from the left, the rest zero; of at most seven, the last byte stays free. */
    private static long word(byte[] bytes, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) word |= (bytes[from + i] & 0xFFL) << (56 - 8 * i);
        return word;
    }

    // --- states ---

    /**
     * Takes over what another run over the same contracts has taken; the other is not changed. The same event in both counts once.
     *
     * @throws InvalidInputException where contracts, tariffs, window or options differ
     */
    public RatingRun merge(RatingRun other) {
        requireSame(other.contracts.digest());
        other.store.forEach((high, low, quantity, account, hour, isConflict) -> {
            long tag = EventStore.tag(account, hour) | (isConflict ? 1 : 0);
            if (store.add(high, low, quantity, tag) != EventStore.Added.NEW) duplicates++;
            else requireRoom();
        });
        read += other.read;
        duplicates += other.duplicates;
        for (int i = 0; i < rejected.length; i++) rejected[i] += other.rejected[i];
        for (var one : other.listed) if (listed.size() < options.listed()) listed.add(one);
        return this;
    }

    private void requireSame(String found) {
        if (!found.equals(contracts.digest()))
            throw InvalidInputException.of(
                    PricingError.STATE_INVALID,
                    "state",
                    "contracts, tariffs, window or options are others",
                    "Continue a state with the facts it was begun with.");
    }

    /** Writes everything that was taken, so that {@link #restore} continues; the stream is not closed. */
    public void checkpoint(OutputStream out) throws IOException {
        var to = new StateBytes.Out(out);
        to.bytes(MAGIC);
        to.text(contracts.digest());
        to.number(read);
        to.number(duplicates);
        for (long count : rejected) to.number(count);
        to.number(listed.size());
        for (var one : listed) {
            to.text(one.source());
            to.number(one.line());
            to.number(one.reason().code());
        }
        writeEntries(to);
        to.seal();
    }

    private void writeEntries(StateBytes.Out to) throws IOException {
        to.number(store.size());
        var failed = new IOException[1];
        store.forEach((high, low, quantity, account, hour, isConflict) -> {
            try {
                to.number(high);
                to.number(low);
                to.number(quantity);
                to.number(EventStore.tag(account, hour) | (isConflict ? 1 : 0));
            } catch (IOException e) {
                failed[0] = e;
            }
        });
        if (failed[0] != null) throw failed[0];
    }

    /**
     * A run that continues from a checkpoint of the same facts and options.
     *
     * @throws InvalidInputException where the bytes are damaged, or are of other facts
     */
    public static RatingRun restore(RatingFacts facts, Rating.Options options, InputStream in) throws IOException {
        var run = new RatingRun(facts, options);
        run.fill(new StateBytes.In(in));
        return run;
    }

    private void fill(StateBytes.In from) throws IOException {
        from.require(MAGIC);
        requireSame(from.text());
        read = from.count();
        duplicates = from.count();
        for (int i = 0; i < rejected.length; i++) rejected[i] = from.count();
        long lines = from.count();
        StateBytes.require(lines <= options.listed(), "it lists too many lines");
        for (long i = 0; i < lines; i++) {
            var source = from.text();
            long number = from.count();
            long reason = from.count();
            StateBytes.require(reason < rejected.length, "it has a reason that there is not");
            listed.add(new RatingReport.RejectedLine(source, number, Rejection.of((int) reason)));
        }
        long entries = from.count();
        StateBytes.require(entries <= options.maximumEvents(), "it has more events than allowed");
        int accounts = contracts.accounts();
        int hours = contracts.hours();
        for (long i = 0; i < entries; i++) {
            long high = from.number();
            long low = from.number();
            long quantity = from.count();
            long tag = from.count();
            long account = (tag >>> 16) - 1;
            StateBytes.require(
                    account >= 0 && account < accounts && (tag >>> 1 & 0x7FFF) < hours,
                    "an event lies outside of accounts or hours");
            StateBytes.require(store.add(high, low, quantity, tag) == EventStore.Added.NEW, "an event is in it twice");
        }
        from.requireSeal();
    }

    /** SHA-256 over the different events that count, and over the facts without events. */
    public String digest() {
        try {
            var to = new StateBytes.Out(OutputStream.nullOutputStream());
            to.text(contracts.digest());
            writeEntries(to);
            return to.digest();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    // --- invoices ---

    /** Draws up the invoices; the run can go on and be closed again. */
    public Closed close() {
        var sums = new AccountSums(contracts, store);
        var reasons = new EnumMap<Rejection, Long>(Rejection.class);
        for (var reason : Rejection.values())
            if (rejected[reason.code()] > 0) reasons.put(reason, rejected[reason.code()]);
        var report = new RatingReport(read, store.size(), duplicates, sums.conflicts(), reasons, listed);
        return new Closed(new InvoiceMaker(contracts, sums).invoices(), report);
    }

    /**
     * The end of a run.
     *
     * @param invoices by id of the subscription
     * @param report what became of the events
     */
    public record Closed(List<Invoice> invoices, RatingReport report) {
        public Closed {
            invoices = List.copyOf(invoices);
        }
    }
}
