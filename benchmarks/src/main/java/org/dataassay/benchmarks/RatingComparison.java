package org.dataassay.benchmarks;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.dataassay.pricing.tariff.BillingWindow;
import org.dataassay.pricing.tariff.Charge;
import org.dataassay.pricing.tariff.CompiledTariff;
import org.dataassay.pricing.tariff.Meter;
import org.dataassay.pricing.tariff.MeterUnit;
import org.dataassay.pricing.tariff.Order;
import org.dataassay.pricing.tariff.Proration;
import org.dataassay.pricing.tariff.Rating;
import org.dataassay.pricing.tariff.RatingFacts;
import org.dataassay.pricing.tariff.RatingRun;
import org.dataassay.pricing.tariff.Subscription;
import org.dataassay.pricing.tariff.Tariff;
import org.dataassay.pricing.tariff.TariffPricing;
import org.dataassay.pricing.tariff.Tier;
import org.dataassay.pricing.tariff.TierMode;
import org.dataassay.pricing.tariff.Vat;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * Prices and metered events, ours and a plain implementation with {@link BigDecimal} and {@link HashSet} in one run, by turns: one amount, one quote, a catalog
 * repriced, events rated from a file of comma-separated values.
 *
 * <p>Arguments: events of the comparison (default 1 000 000), events that are rated by ours alone (default 10 000 000).
 */
public final class RatingComparison {

    private static final int REPEATS = 7;
    private static final int SUBSCRIPTIONS = 5_000;
    private static final int PLANS = 50_000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final ValuationContext CONTEXT =
            ValuationContext.of(DAY, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
    /** What was computed, so that no compiler leaves it out. */
    static volatile long taken;

    private static final long[] BOUNDS = {1_000, 10_000, 100_000, 1_000_000};
    private static final String[] PRICES = {"0.0153", "0.0128", "0.0103", "0.0052", "0.0028"};

    private final PrintStream out;

    private RatingComparison(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        int compared = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int alone = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
        var comparison = new RatingComparison(System.out);
        System.out.printf(
                Locale.ROOT,
                "%s, %s %s, %d processors, heap %d MB%n",
                System.getProperty("os.arch"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        comparison.amounts();
        comparison.quotes();
        comparison.events(compared, false);
        comparison.events(compared, true);
        comparison.alone(alone);
    }

    private static Tariff tariff(String id, String base) {
        var tiers = new Tier[PRICES.length];
        for (int i = 0; i < BOUNDS.length; i++) tiers[i] = Tier.upTo(BOUNDS[i], PRICES[i]);
        tiers[BOUNDS.length] = Tier.beyond(PRICES[BOUNDS.length]);
        return Tariff.builder(id, 1, LocalDate.of(2026, 1, 1), "CNY")
                .meter(Meter.of("call", MeterUnit.CALL))
                .meter(Meter.of("volume", MeterUnit.GIGABYTE, 3))
                .charge(new Charge.OneOff("set-up", new BigDecimal("500")))
                .charge(new Charge.RecurringFee(
                        "base", new BigDecimal(base), Proration.ACTUAL_DAYS, Charge.RecurringFee.Trigger.ALWAYS))
                .charge(Charge.UsageFee.of("use", "call", TierMode.GRADUATED, tiers)
                        .withFreeUnits(100))
                .charge(Charge.UsageFee.of("store", "volume", "0.12345678"))
                .vat(Vat.exclusive("0.06"))
                .cap("50000")
                .build();
    }

    // --- one amount, one quote ---

    private void amounts() {
        var compiled = CompiledTariff.of(tariff("plan", "99.9"));
        int meter = compiled.meter("call");
        int rounds = 2_000_000;
        LongSupplier ours = () -> {
            long sum = 0;
            for (int i = 0; i < rounds; i++) sum += compiled.amount(meter, (i * 7_919L) & 0x1F_FFFF);
            return sum;
        };
        int fewer = rounds / 10;
        LongSupplier peer = () -> {
            long sum = 0;
            for (int i = 0; i < fewer; i++)
                sum += plain((i * 7_919L) & 0x1F_FFFF).unscaledValue().longValue();
            return sum;
        };
        var times = byTurns(ours, peer);
        long before = allocated();
        taken = ours.getAsLong();
        double bytes = (double) (allocated() - before) / rounds;
        out.printf(
                Locale.ROOT,
                "amount: %.1f ns, %.3f bytes allocated; BigDecimal %.1f ns; ratio %.1f%n",
                times[0] / rounds,
                bytes,
                times[1] / fewer,
                times[1] / fewer / (times[0] / rounds));
    }

    private static final BigDecimal[] PLAIN_PRICES = plainPrices();

    private static BigDecimal[] plainPrices() {
        var prices = new BigDecimal[PRICES.length];
        for (int i = 0; i < prices.length; i++) prices[i] = new BigDecimal(PRICES[i]);
        return prices;
    }

    /** The same tariff, tier by tier, as one writes it first. */
    private static BigDecimal plain(long quantity) {
        long charged = Math.max(0, quantity - 100);
        var sum = BigDecimal.ZERO;
        long below = 0;
        for (int i = 0; i < PLAIN_PRICES.length && charged > below; i++) {
            long top = i < BOUNDS.length ? Math.min(charged, BOUNDS[i]) : charged;
            sum = sum.add(PLAIN_PRICES[i].multiply(BigDecimal.valueOf(top - below)));
            below = top;
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private void quotes() {
        var compiled = CompiledTariff.of(tariff("plan", "99.9"));
        var pricing = TariffPricing.standard();
        var quantities = Map.of("call", new BigDecimal("123456"), "volume", new BigDecimal("12.345"));
        var order = Order.of("plan", DAY, quantities).withPeriods(12);
        int rounds = 20_000;
        double best = Double.MAX_VALUE;
        var all = new double[REPEATS];
        for (int r = 0; r < REPEATS; r++) {
            long start = cpu();
            long sum = 0;
            for (int i = 0; i < rounds; i++)
                sum += pricing.quote(compiled, order, CONTEXT).lines().size();
            all[r] = cpu() - start;
            best = sum > 0 ? Math.min(best, all[r]) : best;
        }
        out.printf(
                Locale.ROOT,
                "itemized quote of five lines with reasons and hash: median %.1f µs of CPU, best %.1f µs%n",
                median(all) / rounds / 1000,
                best / rounds / 1000);
        var tariffs = new ArrayList<Tariff>();
        for (int i = 0; i < PLANS; i++) tariffs.add(tariff("plan-" + i, (i % 500) + ".5"));
        long start = cpu();
        long wall = System.nanoTime();
        long lines = 0;
        for (var tariff : tariffs)
            lines += pricing.quote(CompiledTariff.of(tariff), Order.of(tariff.id(), DAY, quantities), CONTEXT)
                    .lines()
                    .size();
        out.printf(
                Locale.ROOT,
                "%d plans compiled and quoted, %d lines: %.2f s of CPU, %.2f s of wall%n",
                PLANS,
                lines,
                (cpu() - start) / 1e9,
                (System.nanoTime() - wall) / 1e9);
    }

    // --- events ---

    private static RatingFacts facts() {
        var subscriptions = new ArrayList<Subscription>();
        for (int i = 0; i < SUBSCRIPTIONS; i++)
            subscriptions.add(Subscription.of("buyer-" + i, "plan", 1, LocalDate.of(2026, 1, 15)));
        return new RatingFacts(
                List.of(tariff("plan", "99.9")), BillingWindow.month(2026, 3, "+08:00"), subscriptions, List.of());
    }

    /** Events in no order, one in a hundred repeated; ids counted up, or as long as a UUID. */
    private static Path file(int events, boolean isLong) throws IOException {
        var file = Files.createTempFile("events", ".csv");
        try (var to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            to.write("id,subscription,meter,quantity,time\n".getBytes(StandardCharsets.US_ASCII));
            var line = new StringBuilder();
            for (int i = 0; i < events; i++) {
                int n = i % 100 == 99 ? i - 50 : i;
                long mixed = n * 0x9E37_79B9_7F4A_7C15L;
                mixed = (mixed ^ mixed >>> 29) * 0xBF58_476D_1CE4_E5B9L;
                mixed ^= mixed >>> 32;
                line.setLength(0);
                if (isLong)
                    line.append(hex(mixed))
                            .append('-')
                            .append(hex(mixed * 31 + n))
                            .append("-id");
                else line.append('e').append(n);
                line.append(",buyer-").append((mixed & 0x7FFF_FFFFL) % SUBSCRIPTIONS);
                boolean isCall = (mixed >>> 40 & 3) != 0;
                line.append(isCall ? ",call," : ",volume,");
                if (isCall) line.append(1 + (mixed >>> 33 & 0xFF));
                else line.append("0.").append(100 + (mixed >>> 33 & 0x1FF));
                long day = 1 + (mixed >>> 45 & 0x1F) % 31;
                line.append(",2026-03-").append(day < 10 ? "0" : "").append(day).append("T");
                line.append(10 + (mixed >>> 50 & 7))
                        .append(":")
                        .append(10 + (mixed >>> 53 & 31))
                        .append(":00+08:00\n");
                to.write(line.toString().getBytes(StandardCharsets.US_ASCII));
            }
        }
        return file;
    }

    private static String hex(long value) {
        var digits = "000000000000000" + Long.toHexString(value);
        return digits.substring(digits.length() - 16);
    }

    private static long ours(RatingFacts facts, Path file) {
        try (var in = Files.newInputStream(file)) {
            var run = RatingRun.of(facts, Rating.Options.STANDARD);
            run.read("events", in);
            var closed = run.close();
            long fen = 0;
            for (var invoice : closed.invoices())
                fen += invoice.totals().net().amount().unscaledValue().longValue();
            if (closed.report().accepted() + closed.report().duplicates()
                    != closed.report().read())
                throw new IllegalStateException(closed.report().toString());
            return fen;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What one writes first: a set of ids, a map of sums, decimals. */
    private static long plain(Path file) {
        var seen = new HashSet<String>();
        var sums = new HashMap<String, BigDecimal>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.readLine();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var fields = line.split(",", -1);
                if (!seen.add(fields[0])) continue;
                java.time.OffsetDateTime.parse(fields[4]);
                sums.merge(fields[1] + "/" + fields[2], new BigDecimal(fields[3]), BigDecimal::add);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        long fen = 0;
        for (int i = 0; i < SUBSCRIPTIONS; i++) {
            var calls = sums.getOrDefault("buyer-" + i + "/call", BigDecimal.ZERO);
            var volume = sums.getOrDefault("buyer-" + i + "/volume", BigDecimal.ZERO);
            var net = new BigDecimal("99.9")
                    .add(exact(calls.longValueExact()))
                    .add(volume.multiply(new BigDecimal("0.12345678")));
            fen += net.min(new BigDecimal("50000"))
                    .setScale(2, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValue();
        }
        return fen;
    }

    private static BigDecimal exact(long quantity) {
        long charged = Math.max(0, quantity - 100);
        var sum = BigDecimal.ZERO;
        long below = 0;
        for (int i = 0; i < PLAIN_PRICES.length && charged > below; i++) {
            long top = i < BOUNDS.length ? Math.min(charged, BOUNDS[i]) : charged;
            sum = sum.add(PLAIN_PRICES[i].multiply(BigDecimal.valueOf(top - below)));
            below = top;
        }
        return sum;
    }

    private void events(int events, boolean isLong) throws IOException {
        var facts = facts();
        var file = file(events, isLong);
        try {
            long one = ours(facts, file);
            long other = plain(file);
            if (one != other) throw new IllegalStateException("ours " + one + ", plain " + other);
            var times = byTurns(() -> ours(facts, file), () -> plain(file));
            out.printf(
                    Locale.ROOT,
                    "%d events, %s ids, to invoices: %.2f million/s of one core; plain %.2f million/s; ratio %.1f%n",
                    events,
                    isLong ? "long" : "short",
                    events / times[0] * 1e3,
                    events / times[1] * 1e3,
                    times[1] / times[0]);
        } finally {
            Files.delete(file);
        }
    }

    private void alone(int events) throws IOException {
        for (boolean isLong : new boolean[] {false, true}) {
            var file = file(events, isLong);
            try {
                System.gc();
                heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
                long start = System.nanoTime();
                long cpu = cpu();
                ours(facts(), file);
                double seconds = (System.nanoTime() - start) / 1e9;
                double cpuSeconds = (cpu() - cpu) / 1e9;
                long peak = heaps().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum();
                out.printf(
                        Locale.ROOT,
                        "%d events, %s ids, file of %d MB, settled in %.1f s wall, %.1f s CPU of the thread; heap peak at most %d MB%n",
                        events,
                        isLong ? "long" : "short",
                        Files.size(file) >> 20,
                        seconds,
                        cpuSeconds,
                        peak >> 20);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static List<MemoryPoolMXBean> heaps() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Medians of CPU time of this thread in nanoseconds. */
    private static double[] byTurns(LongSupplier ours, LongSupplier peer) {
        var one = new double[REPEATS];
        var other = new double[REPEATS];
        taken = ours.getAsLong();
        taken = peer.getAsLong();
        for (int r = 0; r < REPEATS; r++) {
            long start = cpu();
            taken = ours.getAsLong();
            long middle = cpu();
            taken = peer.getAsLong();
            one[r] = middle - start;
            other[r] = cpu() - middle;
        }
        return new double[] {median(one), median(other)};
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
