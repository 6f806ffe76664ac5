package org.dataassay.pricing.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Units in packs, used up in the order in which the packs expire, then by id, then by the day they were bought. Not thread-safe. */
final class PackStock {

    /** Units left of one purchase. */
    static final class Item {
        final Charge.Pack pack;
        final int meter;
        final LocalDate bought;
        final int count;
        long left;

        Item(Charge.Pack pack, int meter, LocalDate bought, int count, long left) {
            this.pack = pack;
            this.meter = meter;
            this.bought = bought;
            this.count = count;
            this.left = left;
        }

        LocalDate lastDay() {
            return bought.plusDays(pack.validDays() - 1L);
        }

        /** Whether it serves the period [start, end). */
        boolean serves(LocalDate start, LocalDate end) {
            if (!bought.isBefore(end)) return false;
            return !bought.isBefore(start) || pack.rollOver() && !lastDay().isBefore(start);
        }

        /** Whether it can still serve a period that begins on a day. */
        boolean survives(LocalDate nextStart) {
            return left > 0
                    && (!bought.isBefore(nextStart)
                            || pack.rollOver() && !lastDay().isBefore(nextStart));
        }
    }

    private final List<Item> items;

    PackStock(List<Item> items) {
        this.items = new ArrayList<>(items);
        this.items.sort(Comparator.comparing(Item::lastDay)
                .thenComparing(item -> item.pack.id())
                .thenComparing(item -> item.bought));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    PackStock copy() {
        return new PackStock(items.stream()
                .map(item -> new Item(item.pack, item.meter, item.bought, item.count, item.left))
                .toList());
    }

    /** Takes units for a period; how many were taken. */
    long take(int meter, long wanted, LocalDate start, LocalDate end) {
        long taken = 0;
        for (var item : items) {
            if (item.meter != meter || !item.serves(start, end)) continue;
            long units = Math.min(item.left, wanted - taken);
            item.left -= units;
            taken += units;
        }
        return taken;
    }
}
