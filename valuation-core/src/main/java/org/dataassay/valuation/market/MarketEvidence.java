package org.dataassay.valuation.market;

import java.time.LocalDate;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.sheet.Input;

/**
 * One comparable: what was paid, asked or reported for similar data.
 *
 * @param name of the transaction or listing
 * @param price per item, above 0
 * @param grade how strong the evidence is
 * @param amountKind what the amount stands for; only an exact one or the middle of a range is a price
 * @param date of the transaction or listing
 */
public record MarketEvidence(
        String name, Input<UnitPrice> price, Grade grade, AmountKind amountKind, Optional<LocalDate> date) {

    /** Strength of evidence, strongest first. */
    public enum Grade {
        /** A closed transaction. */
        DEAL,
        /** An offer to a named buyer. */
        QUOTE,
        /** A list price. */
        LIST
    }

    /** What a reported amount stands for. */
    public enum AmountKind {
        EXACT,
        /** The middle of a stated range. */
        RANGE,
        /** A total over several products; never a unit price. */
        AGGREGATE,
        /** A loan or pledge on data; never a price. */
        FINANCE_ONLY,
        UNVERIFIED
    }

    public MarketEvidence {
        new Check()
                .that(!name.isBlank(), "name", "named", "''", "Name the transaction.")
                .that(
                        price.value().amount().signum() > 0,
                        "price",
                        "above 0",
                        price.value(),
                        "A free offer is a substitute, not a comparable.")
                .that(
                        amountKind != AmountKind.AGGREGATE && amountKind != AmountKind.FINANCE_ONLY,
                        "amountKind",
                        "a price of one product",
                        amountKind,
                        "An aggregate or a financing is no unit price; leave the row out.")
                .done();
    }

    /** An exact price. */
    public static MarketEvidence of(String name, Input<UnitPrice> price, Grade grade) {
        return new MarketEvidence(name, price, grade, AmountKind.EXACT, Optional.empty());
    }
}
