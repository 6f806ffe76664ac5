package org.dataassay.valuation.cost;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link ComputeEnergy}; at least one of the four lists has an entry, and no list names one twice.
 *
 * @param compute hours of machines
 * @param sites where electricity is paid apart from the machines
 * @param storage volumes kept over months
 * @param transfer volumes moved
 */
public record ComputeEnergyFacts(
        List<ComputeUse> compute, List<Site> sites, List<VolumeUse> storage, List<VolumeUse> transfer) {

    private static final int MOST = 1000;
    private static final double MOST_UNITS = 1e15;

    /** Classes of computing power, 算力. */
    public enum ComputeClass {
        /** 通用算力: processors for any work. */
        GENERAL,
        /** 智能算力: accelerators for training and inference. */
        INTELLIGENT,
        /** 超级算力: high-performance computing. */
        SUPER
    }

    /**
     * Hours of one kind of machine.
     *
     * @param name such as the machine's type
     * @param computeClass which computing power it gives
     * @param hours at least 0
     * @param price per hour
     * @param energyIncluded whether the price covers electricity, as that of a cloud does
     */
    public record ComputeUse(
            String name,
            ComputeClass computeClass,
            Input<Double> hours,
            Input<UnitPrice> price,
            boolean energyIncluded) {

        /** What hours are counted in. */
        public static final String ITEM = "hour";

        public ComputeUse {
            var check = new Check()
                    .that(!name.isBlank(), "name", "named", "''", "Name the machine.")
                    .range("hours", hours.value(), 0, MOST_UNITS, "Give machine hours.");
            checkPrice(check, "price", price, ITEM);
            check.done();
        }
    }

    /**
     * A data center in one region.
     *
     * @param name of the site or its region
     * @param pue power usage effectiveness: all electricity over that of the machines, at least 1
     * @param tariff electricity by time of use, at least one slot
     */
    public record Site(String name, Input<Double> pue, List<TimeOfUse> tariff) {
        public Site {
            tariff = List.copyOf(tariff);
            var check = new Check()
                    .that(!name.isBlank(), "name", "named", "''", "Name the site or its region.")
                    .range("pue", pue.value(), 1, 10, "The whole site takes at least what its machines take.");
            checkSize(check, "tariff", tariff.size(), 1);
            checkNames(check, "tariff", tariff.stream().map(TimeOfUse::name).toList());
            check.done();
        }
    }

    /**
     * A slot of the tariff, such as peak, flat or valley.
     *
     * @param name of the slot
     * @param machineEnergy electricity of the machines alone in the slot, in kWh, at least 0
     * @param price per kWh
     */
    public record TimeOfUse(String name, Input<Double> machineEnergy, Input<UnitPrice> price) {

        /** What electricity is counted in. */
        public static final String ITEM = "kWh";

        public TimeOfUse {
            var check = new Check()
                    .that(!name.isBlank(), "name", "named", "''", "Name the slot, such as peak.")
                    .range("machineEnergy", machineEnergy.value(), 0, MOST_UNITS, "Give kWh of the machines alone.");
            checkPrice(check, "price", price, ITEM);
            check.done();
        }
    }

    /**
     * A volume at a price.
     *
     * @param name such as the storage class or the link
     * @param volume in the item of the price: GB month kept, GB moved; at least 0
     * @param price per that item
     */
    public record VolumeUse(String name, Input<Double> volume, Input<UnitPrice> price) {
        public VolumeUse {
            var check = new Check()
                    .that(!name.isBlank(), "name", "named", "''", "Name what the volume is for.")
                    .range("volume", volume.value(), 0, MOST_UNITS, "Give a volume.");
            checkPrice(check, "price", price, price.value().item());
            check.done();
        }
    }

    public ComputeEnergyFacts {
        compute = List.copyOf(compute);
        sites = List.copyOf(sites);
        storage = List.copyOf(storage);
        transfer = List.copyOf(transfer);
        var check = new Check();
        checkNames(check, "compute", compute.stream().map(ComputeUse::name).toList());
        checkNames(check, "sites", sites.stream().map(Site::name).toList());
        checkNames(check, "storage", storage.stream().map(VolumeUse::name).toList());
        checkNames(check, "transfer", transfer.stream().map(VolumeUse::name).toList());
        int all = compute.size() + sites.size() + storage.size() + transfer.size();
        checkSize(check, "compute, sites, storage and transfer together", all, 1);
        checkOneItem(check, "storage", storage);
        checkOneItem(check, "transfer", transfer);
        check.done();
    }

    private static void checkSize(Check check, String field, int size, int least) {
        check.that(size >= least && size <= MOST, field, least + " to " + MOST, size, "List what was used.");
    }

    private static void checkNames(Check check, String field, List<String> names) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i)))
                check.add(Problem.of(
                        ValuationError.DUPLICATE, field + "[" + i + "].name", names.get(i), "Name each once."));
        }
    }

    private static void checkOneItem(Check check, String field, List<VolumeUse> uses) {
        if (uses.stream().map(use -> use.price().value().item()).distinct().count() > 1)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    field,
                    "prices are per different items",
                    "Bring all volumes and prices to one item, such as GB month."));
    }

    private static void checkPrice(Check check, String field, Input<UnitPrice> price, String item) {
        check.that(
                        price.value().amount().signum() >= 0,
                        field,
                        "at least 0",
                        price.value(),
                        "Give what one unit costs.")
                .that(
                        price.value().item().equals(item),
                        field,
                        "per " + item,
                        price.value(),
                        "Convert it to a price per " + item + ".");
    }
}
