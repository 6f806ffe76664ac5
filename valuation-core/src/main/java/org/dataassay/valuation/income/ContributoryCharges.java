package org.dataassay.valuation.income;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.life.InForce;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.time.TaxBasis;

/** From earnings to excess earnings, on the sheet of an excess earnings method: a section for each contributory asset, then the deduction. */
final class ContributoryCharges {

    private static final String SECTION = "contributoryAssets";

    /** Facts of the charges that differ between the methods. */
    record Terms(ChargeTaxBasis taxBasis, boolean decayLikeRevenue, boolean renewed, IncomeConventions conventions) {

        /** The basis that required returns must be of. */
        private TaxBasis returns() {
            return conventions.taxBasis() == TaxBasis.PRE_TAX || taxBasis == ChargeTaxBasis.PRE_TAX_EARNINGS
                    ? TaxBasis.PRE_TAX
                    : TaxBasis.POST_TAX;
        }
    }

    private final Sheet sheet;
    private final IncomeForecast forecast;
    private final Terms terms;
    private final Optional<Row> revenue;
    private final List<Row> returnsOf = new ArrayList<>();
    private final List<Row> charges = new ArrayList<>();
    private final List<Cell> tangibles = new ArrayList<>();
    private Optional<Row> everyPeriod = Optional.empty();

    private ContributoryCharges(Sheet sheet, IncomeForecast forecast, Terms terms, Optional<Row> revenue) {
        this.sheet = sheet;
        this.forecast = forecast;
        this.terms = terms;
        this.revenue = revenue;
    }

    /**
     * Writes the charges of each asset.
     *
     * @param revenue for whole years, before decay; empty where only a profit is known
     */
    static ContributoryCharges of(
            Sheet sheet, IncomeForecast forecast, Terms terms, Optional<Row> revenue, List<ContributoryAsset> assets) {
        checkReturns(terms, assets);
        var charges = new ContributoryCharges(sheet, forecast, terms, revenue);
        assets.forEach(charges::write);
        return charges;
    }

    private static void checkReturns(Terms terms, List<ContributoryAsset> assets) {
        if (terms.conventions.mismatchedRate() == IncomeConventions.MismatchedRate.FLAGGED) return;
        var check = new Check();
        for (var asset : mismatched(terms, assets))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "requiredReturn of " + asset.name(),
                    "it is " + tax(asset) + " but charges on " + words(terms) + " need a return that is "
                            + terms.returns(),
                    "Give a return of the same basis, or set the option chargeTaxBasis."));
        check.done();
    }

    private static List<ContributoryAsset> mismatched(Terms terms, List<ContributoryAsset> assets) {
        return assets.stream()
                .filter(asset -> asset.charge().required().isPresent() && tax(asset) != terms.returns())
                .toList();
    }

    private static TaxBasis tax(ContributoryAsset asset) {
        return asset.charge().required().orElseThrow().value().tax();
    }

    private static String words(Terms terms) {
        return terms.returns() == TaxBasis.PRE_TAX ? "earnings before tax" : "earnings after tax";
    }

    private void write(ContributoryAsset asset) {
        var section = sheet.section(SECTION).section(asset.name());
        var life = asset.remainingUsefulLife().map(years -> section.given("remainingUsefulLife", Unit.YEARS, years));
        var serving = terms.renewed ? Optional.<Row>empty() : life.map(years -> serving(section, years));
        Row charge = asset.charge()
                .fold(
                        fair -> onFairValue(section, asset, fair, life, serving),
                        rows -> section.given("averageBalance", Unit.MONEY, forecast.periods(), rows.balances())
                                .times(section.given("requiredReturn", Unit.RATE, rows.requiredReturn())),
                        stated -> section.given("statedCharge", Unit.MONEY, forecast.periods(), stated.amounts()),
                        share -> revenue.orElseThrow()
                                .times(section.given("chargeShareOfRevenue", Unit.SHARE, share.share())));
        boolean decays = terms.decayLikeRevenue || asset.charge() instanceof ContributoryCharge.ShareOfRevenue;
        charges.add(section.let("charge", inLife(decays ? forecast.surviving(charge) : charge, serving)));
    }

    /** The same amount in each period. */
    private Row yearly(Cell amount) {
        if (everyPeriod.isEmpty())
            everyPeriod = Optional.of(sheet.fixed(
                    "everyPeriod",
                    Unit.FACTOR,
                    forecast.periods(),
                    Collections.nCopies(forecast.periods().size(), 1.0)));
        return everyPeriod.get().times(amount);
    }

    private Row serving(Sheet section, Cell life) {
        var ends = forecast.life().map(life::min).orElse(life);
        return InForce.share(section, forecast.periods(), ends, terms.conventions.timing());
    }

    /** Until the asset ends or the subject does, whichever is first. */
    private Row inLife(Row amounts, Optional<Row> serving) {
        return serving.map(share -> forecast.inPeriods(amounts).times(share)).orElseGet(() -> forecast.inLife(amounts));
    }

    private Row onFairValue(
            Sheet section,
            ContributoryAsset asset,
            ContributoryCharge.ReturnOnFairValue fair,
            Optional<Cell> life,
            Optional<Row> serving) {
        var value = section.given("fairValue", Unit.MONEY, fair.fairValue());
        var rate = section.given("requiredReturn", Unit.RATE, fair.requiredReturn());
        if (asset.kind().isTangible()) tangibles.add(value);
        if (fair.returnOf() != ContributoryCharge.ReturnOf.IN_CHARGE)
            return yearly(section.let("returnOnValue", value.times(rate)));
        var worn = yearly(value.dividedBy(life.orElseThrow()));
        var returnOf = terms.decayLikeRevenue ? forecast.surviving(worn) : worn;
        returnsOf.add(section.let("returnOfValue", inLife(returnOf, serving)));
        if (serving.isEmpty()) return yearly(section.let("returnOnValue", value.times(rate)));
        return section.let("averageBalance", wearing(section, value, life.orElseThrow(), serving.get()))
                .times(rate);
    }

    /** The balance in the middle of the part of each period in which the asset serves, on its even way to zero. */
    private Row wearing(Sheet section, Cell value, Cell life, Row serving) {
        var lengths = terms.conventions.timing().flowShares(forecast.periods().size());
        var start = section.fixed("yearsBefore", Unit.YEARS, forecast.periods(), InForce.starts(lengths));
        var half = section.fixed(
                "halfPeriod",
                Unit.YEARS,
                forecast.periods(),
                lengths.stream().map(length -> length / 2).toList());
        var used = start.plus(half.times(serving)).dividedBy(life);
        return Cell.ONE.minus(used).max(Cell.ZERO).times(value);
    }

    /** Fair value of the tangible assets; empty where there is none. */
    Optional<Cell> tangibleAssets() {
        return tangibles.stream().reduce(Cell::plus).map(sum -> sheet.let("tangibleAssets", sum));
    }

    /**
     * Writes {@code contributoryCharges}, the earnings before and after tax, and {@code excessEarnings}.
     *
     * @param earnings before tax, after decay and life
     */
    Row excessOf(Row earnings) {
        var left = total(returnsOf, "returnsOfValue")
                .map(wear -> sheet.let("earningsAfterReturnsOfValue", earnings.minus(wear)))
                .orElse(earnings);
        var charge = total(charges, "contributoryCharges");
        if (terms.taxBasis == ChargeTaxBasis.PRE_TAX_EARNINGS) {
            var excess = charge.map(c -> sheet.let("excessEarningsBeforeTax", left.minus(c)))
                    .orElse(left);
            return sheet.let("excessEarnings", forecast.afterTax(excess));
        }
        var afterTax = sheet.let("afterTaxEarnings", forecast.afterTax(left));
        return sheet.let("excessEarnings", charge.map(afterTax::minus).orElse(afterTax));
    }

    private Optional<Row> total(List<Row> rows, String name) {
        return rows.stream().reduce(Row::plus).map(sum -> sheet.let(name, sum));
    }

    /** What a reader of any excess earnings must know. */
    static List<Note> remarks(Terms terms, List<ContributoryAsset> assets, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "charge-tax-basis",
                terms.taxBasis.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        names(mismatched(terms, assets))
                .ifPresent(names -> notes.add(Note.of(Note.Kind.OVERRIDE, "return-of-other-tax-basis", names)));
        names(assets.stream().filter(ContributoryAsset::wearsUnpaid).toList())
                .ifPresent(names -> notes.add(Note.of(Note.Kind.WARNING, "return-of-value-missing", names)));
        outOfOrder(assets).ifPresent(notes::add);
        if (worksheet.values(section + "excessEarnings").stream().anyMatch(excess -> excess < 0))
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "charges-exceed-earnings",
                            "In some period the charges take more than the earnings: check fair values, returns and the earnings."));
        return notes;
    }

    private static Optional<String> names(List<ContributoryAsset> assets) {
        return assets.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        ", ", assets.stream().map(ContributoryAsset::name).toList()));
    }

    /** A riskier kind of asset that is paid less than a safer one. */
    private static Optional<Note> outOfOrder(List<ContributoryAsset> assets) {
        for (var safer : assets) {
            for (var riskier : assets) {
                if (safer.kind().compareTo(riskier.kind()) < 0 && rate(safer) > rate(riskier))
                    return Optional.of(Note.of(
                            Note.Kind.WARNING,
                            "order-of-returns",
                            safer.name() + " requires a higher return than " + riskier.name()
                                    + ", which is usually the riskier asset."));
            }
        }
        return Optional.empty();
    }

    /** The required return; no number, hence not comparable, where none is stated. */
    private static double rate(ContributoryAsset asset) {
        return asset.charge()
                .required()
                .map(Input::value)
                .map(rate -> rate.decimal())
                .orElse(Double.NaN);
    }
}
