package org.dataassay.pricing.regulated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.dataassay.valuation.error.Check;

/**
 * One product or service made of public data, and how much of it is expected in the year.
 *
 * @param name of the product
 * @param use whom it serves; only industry use may be charged for
 * @param chargedBy what is counted
 * @param unit one of what is counted, in the singular: {@code call}, {@code month}, {@code GB}
 * @param quantity forecast of units in the year, above 0 for industry use
 * @param key what the {@link PublicDataCeiling.Allocation} divides by; empty for free use
 * @param fee what the operator means to charge for a unit, to be tested; empty for none
 * @param trial fee of a product without a full year of records; empty for none
 */
public record RegulatedProduct(
        String name,
        Use use,
        ChargedBy chargedBy,
        String unit,
        BigDecimal quantity,
        Optional<BigDecimal> key,
        Optional<BigDecimal> fee,
        Optional<Trial> trial) {

    /** Whom a product serves. */
    public enum Use {
        /** 公共治理: free of charge. */
        PUBLIC_GOVERNANCE,
        /** 公益事业: free of charge. */
        PUBLIC_WELFARE,
        /** 产业发展、行业发展: a fee under a ceiling. */
        INDUSTRY;

        /** Whether the rule forbids a fee. */
        public boolean isFree() {
            return this != INDUSTRY;
        }
    }

    /** What the rule lets be counted. */
    public enum ChargedBy {
        /** 产品数量. */
        PRODUCTS,
        /** 服务次数. */
        CALLS,
        /** 服务时长. */
        TIME,
        /** 调用量. */
        VOLUME
    }

    /**
     * A fee on trial, which the authorizing body guides while there is no full year of records.
     *
     * @param from first day
     * @param until last day, not before the first
     * @param fee for a unit, at least 0
     * @param guidedBy the authorizing body and its paper
     */
    public record Trial(LocalDate from, LocalDate until, BigDecimal fee, String guidedBy) {
        public Trial {
            var check = new Check()
                    .that(
                            !until.isBefore(from),
                            "until",
                            "on or after " + from,
                            until,
                            "Give the last day of the trial.")
                    .that(!guidedBy.isBlank(), "guidedBy", "named", "''", "Name the authorizing body and its paper.");
            checkDecimal(check, "fee", fee, false);
            check.done();
        }

        boolean holds(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(until);
        }
    }

    /** Most digits of a number, and most decimals. */
    private static final int MOST_DIGITS = 24;

    private static final int MOST_DECIMALS = 12;

    public RegulatedProduct {
        var check = new Check().that(!name.isBlank(), "name", "named", "''", "Name the product.");
        checkDecimal(check, "quantity", quantity, !use.isFree());
        key.ifPresent(number -> checkDecimal(check, "key", number, false));
        fee.ifPresent(number -> checkDecimal(check, "fee", number, false));
        check.that(
                !use.isFree() || trial.isEmpty(),
                "trial",
                "absent for free use",
                "given",
                "Public governance and public welfare are free from the first day.");
        check.done();
    }

    /** A product for industry use. */
    public static RegulatedProduct industry(
            String name, ChargedBy chargedBy, String unit, String quantity, String key) {
        return new RegulatedProduct(
                name,
                Use.INDUSTRY,
                chargedBy,
                unit,
                new BigDecimal(quantity),
                Optional.of(new BigDecimal(key)),
                Optional.empty(),
                Optional.empty());
    }

    /** A product that is free of charge. */
    public static RegulatedProduct free(String name, Use use, ChargedBy chargedBy, String unit, String quantity) {
        return new RegulatedProduct(
                name,
                use,
                chargedBy,
                unit,
                new BigDecimal(quantity),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public RegulatedProduct withFee(String amount) {
        return new RegulatedProduct(
                name, use, chargedBy, unit, quantity, key, Optional.of(new BigDecimal(amount)), trial);
    }

    public RegulatedProduct withTrial(Trial terms) {
        return new RegulatedProduct(name, use, chargedBy, unit, quantity, key, fee, Optional.of(terms));
    }

    static void checkDecimal(Check check, String field, BigDecimal number, boolean isAboveZero) {
        boolean isSmall = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DECIMALS;
        check.that(
                isSmall,
                field,
                "of at most " + MOST_DIGITS + " digits and " + MOST_DECIMALS + " decimals",
                number.precision() + " digits, scale " + number.scale(),
                "Round it.");
        if (isSmall)
            check.that(
                    isAboveZero ? number.signum() > 0 : number.signum() >= 0,
                    field,
                    isAboveZero ? "above 0" : "at least 0",
                    number.toPlainString(),
                    isAboveZero ? "Leave a product out of which nothing is expected." : "Give an amount.");
    }
}
