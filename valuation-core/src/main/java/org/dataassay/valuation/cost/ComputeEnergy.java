package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.ComputeEnergyFacts.ComputeClass;
import org.dataassay.valuation.cost.ComputeEnergyFacts.ComputeUse;
import org.dataassay.valuation.cost.ComputeEnergyFacts.Site;
import org.dataassay.valuation.cost.ComputeEnergyFacts.TimeOfUse;
import org.dataassay.valuation.cost.ComputeEnergyFacts.VolumeUse;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds what the computing, the electricity, the storage and the transfer behind data cost.
 *
 * <p><b>Formula</b> C = Σ hours · price by compute class + Σ over sites PUE · Σ kWh · tariff by time of use + Σ stored · price + Σ moved · price
 *
 * <p><b>Units and ranges</b> hours, kWh and volumes at least 0 · prices per hour, kWh and the item of the volume · PUE ≥ 1; kWh are those of the machines alone
 *
 * <p><b>Edge cases</b> PUE below 1 is refused, in a simulation the draw is rejected · machines whose price covers electricity beside sites that pay for it are noted
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> a cost line of data made by machines is to be shown from its quantities / the invoice has one sum: give that as a {@link CostLine}
 *
 * @param options conventions
 * @see <a href="https://www.iso.org">ISO/IEC 30134-2, Data centre key performance indicators, power usage effectiveness (PUE)</a>
 */
public record ComputeEnergy(Options options) implements FigureMethod<ComputeEnergyFacts> {

    public static final MethodId ID = MethodId.of("cost.compute-energy");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);

        public Options withRounding(Rounding how) {
            return new Options(how);
        }
    }

    public static ComputeEnergy standard() {
        return new ComputeEnergy(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        return options.rounding();
    }

    @Override
    public Cell write(Sheet sheet, ComputeEnergyFacts facts, ValuationContext context) {
        var parts = new ArrayList<Cell>();
        if (!facts.compute().isEmpty()) parts.add(compute(sheet, facts.compute()));
        if (!facts.sites().isEmpty()) parts.add(energy(sheet, facts.sites()));
        volumes(sheet, "storage", facts.storage()).ifPresent(parts::add);
        volumes(sheet, "transfer", facts.transfer()).ifPresent(parts::add);
        return sheet.let("computeEnergyCost", parts.stream().reduce(Cell::plus).orElseThrow());
    }

    private static Cell compute(Sheet sheet, List<ComputeUse> uses) {
        var totals = new ArrayList<Cell>();
        for (var computeClass : ComputeClass.values()) {
            var own = uses.stream()
                    .filter(use -> use.computeClass() == computeClass)
                    .toList();
            if (own.isEmpty()) continue;
            var name = computeClass.name().toLowerCase(Locale.ROOT) + "Compute";
            var machines = sheet.axis(name, own.stream().map(ComputeUse::name).toList());
            var hours = sheet.given(
                    name + "Hours",
                    Unit.items(ComputeUse.ITEM),
                    machines,
                    own.stream().map(ComputeUse::hours).toList());
            var price = sheet.given(
                    name + "Price",
                    Unit.perItem(ComputeUse.ITEM),
                    machines,
                    own.stream().map(ComputeUse::price).toList());
            totals.add(sheet.let(name + "Cost", hours.times(price).sum()));
        }
        return sheet.let("computeCost", totals.stream().reduce(Cell::plus).orElseThrow());
    }

    private static Cell energy(Sheet sheet, List<Site> sites) {
        var axis = sheet.axis("sites", sites.stream().map(Site::name).toList());
        var pue = sheet.given(
                "powerUsageEffectiveness",
                Unit.FACTOR,
                axis,
                sites.stream().map(Site::pue).toList());
        var machines = new ArrayList<Cell>();
        var bills = new ArrayList<Cell>();
        for (int s = 0; s < sites.size(); s++) {
            sheet.require(
                    "pueAtLeastOne" + (s + 1),
                    pue.at(s),
                    Relation.GREATER_OR_EQUAL,
                    Cell.ONE,
                    "The whole site takes at least what its machines take; bound the distribution at 1.");
            var site = sheet.section("site " + (s + 1));
            var tariff = sites.get(s).tariff();
            Axis slots = site.axis("slots", tariff.stream().map(TimeOfUse::name).toList());
            Row used = site.given(
                    "machineEnergy",
                    Unit.items(TimeOfUse.ITEM),
                    slots,
                    tariff.stream().map(TimeOfUse::machineEnergy).toList());
            Row price = site.given(
                    "electricityPrice",
                    Unit.perItem(TimeOfUse.ITEM),
                    slots,
                    tariff.stream().map(TimeOfUse::price).toList());
            machines.add(site.let("machineEnergyTotal", used.sum()));
            bills.add(site.let("electricityBeforePue", used.times(price).sum()));
        }
        sheet.let("siteEnergy", Row.of(axis, machines).times(pue));
        var cost = sheet.let("siteEnergyCost", Row.of(axis, bills).times(pue));
        return sheet.let("energyCost", cost.sum());
    }

    private static Optional<Cell> volumes(Sheet sheet, String name, List<VolumeUse> uses) {
        if (uses.isEmpty()) return Optional.empty();
        var item = uses.get(0).price().value().item();
        var axis = sheet.axis(name, uses.stream().map(VolumeUse::name).toList());
        var volume = sheet.given(
                name + "Volume",
                Unit.items(item),
                axis,
                uses.stream().map(VolumeUse::volume).toList());
        var price = sheet.given(
                name + "Price",
                Unit.perItem(item),
                axis,
                uses.stream().map(VolumeUse::price).toList());
        return Optional.of(sheet.let(name + "Cost", volume.times(price).sum()));
    }

    @Override
    public List<Note> remarks(ComputeEnergyFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        boolean covered = facts.compute().stream().anyMatch(ComputeUse::energyIncluded);
        boolean uncovered = facts.compute().stream().anyMatch(use -> !use.energyIncluded());
        var notes = new ArrayList<Note>();
        if (covered && !facts.sites().isEmpty())
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "energy-in-two-prices",
                    "Some machines' prices cover electricity: the sites must not hold theirs."));
        if (uncovered && facts.sites().isEmpty())
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    "energy-not-stated",
                    "Some machines' prices do not cover electricity, and no site pays for it."));
        return notes;
    }
}
