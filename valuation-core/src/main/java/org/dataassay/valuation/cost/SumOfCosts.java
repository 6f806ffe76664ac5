package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.cost.SumOfCostsFacts.CapitalServices;
import org.dataassay.valuation.cost.SumOfCostsFacts.Occupation;
import org.dataassay.valuation.cost.SumOfCostsFacts.PerpetualInventory;
import org.dataassay.valuation.cost.SumOfCostsFacts.Producer;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values data made for own use by the sum of the costs of making them, as national accounts do: the output of one year, or the net stock that the years have left.
 *
 * <p><b>Formula</b> I = α · Σ τₒ · wₒ · Eₒ + intermediate consumption + consumption of fixed capital + net return to capital; with an inventory Kₜ = Kₜ₋₁ · (1 − δ) + Iₜ,
 * at the prices of the last year, and V = K of the last year, whose I is the sum of costs. User cost of the stock, for information: K · (r + δ − g)
 *
 * <p><b>Units and ranges</b> α ≥ 1 · τ in [0, 1] · w per person and year · E full-time equivalents · δ in [0, 1] · g in [−1, 1], decimals per year
 *
 * <p><b>Edge cases</b> a producer that is not on the market earns no net return · δ = 1 leaves the last year's output alone · a net return below 0 (r &lt; g) is kept
 * and noted
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³ · Σ|x|
 *
 * <p><b>Use when / not when</b> data made by one's own staff, no market, no income apart; figures that must agree with official statistics / one asset with a ledger of its
 * own: {@link ReproductionCost}
 *
 * @param options conventions
 * @see <a href="https://unstats.un.org/unsd/nationalaccount">United Nations et al., System of National Accounts 2025, on own-account data and the sum of costs</a>
 * @see <a href="https://www.statcan.gc.ca">Statistics Canada, The value of data in Canada: Experimental estimates, 2019, on occupations and time shares</a>
 */
public record SumOfCosts(Options options) implements ValuationMethod<SumOfCostsFacts> {

    public static final MethodId ID = MethodId.of("cost.sum-of-costs");

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

    public static SumOfCosts standard() {
        return new SumOfCosts(Options.STANDARD);
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
    public Cell write(Sheet sheet, SumOfCostsFacts facts, ValuationContext context) {
        var output = sheet.let(
                "outputOfYear",
                labor(sheet, facts)
                        .plus(sheet.given("intermediateConsumption", Unit.MONEY, facts.intermediateConsumption()))
                        .plus(capital(sheet, facts)));
        return sheet.let(
                "value",
                facts.inventory()
                        .map(inventory -> stock(sheet, inventory, output))
                        .orElse(output));
    }

    private static Cell labor(Sheet sheet, SumOfCostsFacts facts) {
        var people = facts.occupations();
        var axis =
                sheet.axis("occupations", people.stream().map(Occupation::name).toList());
        var time = sheet.given(
                "timeShare",
                Unit.SHARE,
                axis,
                people.stream().map(Occupation::timeShare).toList());
        var wage = sheet.given(
                "yearlyWage",
                Unit.MONEY,
                axis,
                people.stream().map(Occupation::wage).toList());
        var heads = sheet.given(
                "heads",
                Unit.FACTOR,
                axis,
                people.stream().map(Occupation::heads).toList());
        var wages = sheet.let("wagesForData", time.times(wage).times(heads));
        var blowUp = sheet.given("blowUp", Unit.FACTOR, facts.blowUp());
        return sheet.let("laborCost", blowUp.times(wages.sum()));
    }

    private static Cell capital(Sheet sheet, SumOfCostsFacts facts) {
        boolean earns = facts.producer() == Producer.MARKET;
        if (facts.capital() instanceof CapitalServices.Stated stated) {
            var consumption = sheet.given("consumptionOfFixedCapital", Unit.MONEY, stated.consumption());
            return earns ? consumption.plus(sheet.given("netReturn", Unit.MONEY, stated.netReturn())) : consumption;
        }
        var use = (CapitalServices.UserCost) facts.capital();
        var stock = sheet.given("capitalUsed", Unit.MONEY, use.stock());
        var consumption = sheet.let(
                "consumptionOfFixedCapital",
                stock.times(sheet.given("capitalDepreciation", Unit.SHARE, use.depreciation())));
        if (!earns) return consumption;
        var rate = sheet.given("capitalReturn", Unit.RATE, use.rate());
        var gain = sheet.given("capitalGain", Unit.FACTOR, use.gain());
        return consumption.plus(sheet.let("netReturn", stock.times(rate.minus(gain))));
    }

    private static Cell stock(Sheet sheet, PerpetualInventory inventory, Cell output) {
        int last = inventory.firstYear() + inventory.investments().size();
        var years = IntStream.rangeClosed(inventory.firstYear(), last)
                .mapToObj(Integer::toString)
                .toList();
        var all = sheet.axis("years", years);
        var earlier = sheet.axis("earlierYears", years.subList(0, years.size() - 1));
        var paid = sheet.given("earlierInvestment", Unit.MONEY, earlier, inventory.investments());
        var opening = sheet.given("openingStock", Unit.MONEY, inventory.openingStock());
        var lost = sheet.given("stockDepreciation", Unit.SHARE, inventory.depreciation());
        var invested = new ArrayList<Cell>();
        for (int t = 0; t < earlier.size(); t++) invested.add(paid.at(t));
        invested.add(output);
        if (inventory.priceIndex().isPresent()) {
            var index = sheet.given(
                    "investmentIndex", Unit.INDEX, all, inventory.priceIndex().get());
            for (int t = 0; t < earlier.size(); t++)
                invested.set(t, invested.get(t).times(index.last()).dividedBy(index.at(t)));
            opening =
                    sheet.let("openingStockAtDate", opening.times(index.last()).dividedBy(index.at(0)));
        }
        var atDate = sheet.let("investmentAtDate", Row.of(all, invested));
        var left = Cell.ONE.minus(lost);
        var closing = new ArrayList<Cell>();
        var before = opening;
        for (int t = 0; t < all.size(); t++) {
            before =
                    sheet.let("closingStock " + years.get(t), before.times(left).plus(atDate.at(t)));
            closing.add(before);
        }
        sheet.let("netStock", Row.of(all, closing));
        inventory.userCost().ifPresent(terms -> {
            var rate = sheet.given("stockReturn", Unit.RATE, terms.rate());
            var gain = sheet.given("stockGain", Unit.FACTOR, terms.gain());
            sheet.let(
                    "userCost",
                    closing.get(closing.size() - 1).times(rate.plus(lost).minus(gain)));
        });
        sheet.require(
                "stockDepreciationIsShare",
                lost,
                Relation.LESS_OR_EQUAL,
                Cell.ONE,
                "Bound the distribution of the depreciation at 1.");
        return before;
    }

    @Override
    public List<Note> remarks(SumOfCostsFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        if (facts.producer() == Producer.NON_MARKET)
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "no-net-return",
                    "The producer is not on the market, so no net return to capital is added."));
        if (worksheet.has(section + "netReturn") && worksheet.value(section + "netReturn") < 0)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "negative-net-return",
                    "The capital's price is held to rise faster than its return, so its net return is below 0."));
        if (facts.inventory().filter(i -> i.priceIndex().isEmpty()).isPresent())
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "investments-at-date",
                    "Earlier investments are taken to be at the prices of the last year."));
        return notes;
    }
}
