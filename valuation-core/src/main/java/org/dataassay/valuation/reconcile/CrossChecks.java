package org.dataassay.valuation.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * What a reviewer holds a value against: its cost, the firm, the price of a record, the profit. None moves the value; each may raise a red flag.
 *
 * @param cost of making the asset, above 0
 * @param firmValue of the firm that owns it, above 0
 * @param recordPrice what one record is worth elsewhere
 * @param profit that the asset's benefit is a share of
 */
public record CrossChecks(
        Optional<Input<Money>> cost,
        Optional<Input<Money>> firmValue,
        Optional<RecordPrice> recordPrice,
        Optional<Profit> profit) {

    /**
     * Evidence of the price of one record.
     *
     * @param records in the asset, above 0
     * @param lowest price in the evidence, at least 0
     * @param highest price in the evidence, of the same item
     */
    public record RecordPrice(Input<Double> records, Input<UnitPrice> lowest, Input<UnitPrice> highest) {
        public RecordPrice {
            new Check()
                    .that(
                            records.value() > 0,
                            "records",
                            "above 0",
                            records.value(),
                            "Give the records at the valuation date.")
                    .that(
                            lowest.value().item().equals(highest.value().item()),
                            "highest",
                            "per " + lowest.value().item(),
                            "per " + highest.value().item(),
                            "Give both prices per the same item.")
                    .that(
                            lowest.value().amount().compareTo(highest.value().amount()) <= 0,
                            "highest",
                            "at least the lowest, " + lowest.value(),
                            highest.value(),
                            "Exchange the two.")
                    .done();
        }
    }

    /**
     * A year's profit and what of it is put down to the asset.
     *
     * @param benefit of the asset in the year
     * @param total of the business that uses it, above 0
     */
    public record Profit(Input<Money> benefit, Input<Money> total) {
        public Profit {
            positive(new Check(), "total", total).done();
        }
    }

    public CrossChecks {
        var check = new Check();
        cost.ifPresent(amount -> positive(check, "cost", amount));
        firmValue.ifPresent(amount -> positive(check, "firmValue", amount));
        check.done();
    }

    private static Check positive(Check check, String field, Input<Money> amount) {
        return check.that(
                amount.value().amount().signum() > 0,
                field,
                "above 0",
                amount.value(),
                "Leave the check out where there is nothing to hold the value against.");
    }

    /** Writes {@code timesCost}, {@code shareOfFirm}, {@code pricePerRecord} and {@code shareOfProfit}, as far as stated. */
    public void write(Sheet sheet, Cell value) {
        cost.ifPresent(
                amount -> sheet.let("timesCost", value.dividedBy(sheet.given("costOfMaking", Unit.MONEY, amount))));
        firmValue.ifPresent(
                amount -> sheet.let("shareOfFirm", value.dividedBy(sheet.given("firmValue", Unit.MONEY, amount))));
        recordPrice.ifPresent(price -> {
            var item = price.lowest().value().item();
            var records = sheet.given("records", Unit.items(item), price.records());
            sheet.given("lowestRecordPrice", Unit.perItem(item), price.lowest());
            sheet.given("highestRecordPrice", Unit.perItem(item), price.highest());
            sheet.let("pricePerRecord", value.dividedBy(records));
        });
        profit.ifPresent(it -> sheet.let(
                "shareOfProfit",
                sheet.given("benefitOfYear", Unit.MONEY, it.benefit())
                        .dividedBy(sheet.given("profitOfYear", Unit.MONEY, it.total()))));
    }

    /**
     * What is out of proportion.
     *
     * @param costMultiple value above so many times the cost is flagged
     */
    public static List<Note> redFlags(Worksheet worksheet, String section, double costMultiple) {
        var flags = new ArrayList<Note>();
        above(worksheet, section + "timesCost", costMultiple)
                .ifPresent(times -> flags.add(flag(
                        "value-above-cost-multiple",
                        "The value is " + Plain.of(times) + " times the cost of making the asset, above "
                                + Plain.of(costMultiple) + ".")));
        above(worksheet, section + "shareOfFirm", 1)
                .ifPresent(share -> flags.add(flag(
                        "value-above-firm",
                        "The asset is said to be worth " + Plain.of(share) + " times the firm that owns it.")));
        above(worksheet, section + "shareOfProfit", 1)
                .ifPresent(share -> flags.add(flag(
                        "benefit-above-profit",
                        "The asset is said to earn " + Plain.of(share) + " times the profit of the business.")));
        if (worksheet.has(section + "pricePerRecord")) {
            double price = worksheet.value(section + "pricePerRecord");
            double low = worksheet.value(section + "lowestRecordPrice");
            double high = worksheet.value(section + "highestRecordPrice");
            if (price < low || price > high)
                flags.add(flag(
                        "record-price-outside-evidence",
                        "The value is " + Plain.of(price) + " per record, the evidence " + Plain.of(low) + " to "
                                + Plain.of(high) + "."));
        }
        return flags;
    }

    private static Optional<Double> above(Worksheet worksheet, String figure, double limit) {
        return worksheet.has(figure) && worksheet.value(figure) > limit
                ? Optional.of(worksheet.value(figure))
                : Optional.empty();
    }

    private static Note flag(String code, String text) {
        return Note.of(Note.Kind.WARNING, code, text);
    }
}
