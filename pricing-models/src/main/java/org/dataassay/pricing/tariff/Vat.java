package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import org.dataassay.valuation.error.Check;

/**
 * Value added tax of everything in a tariff.
 *
 * @param basis whether prices contain it
 * @param rate in [0, 1], at most 8 decimals; 0 where exempt
 */
public record Vat(Basis basis, BigDecimal rate) {

    /** Whether prices contain the tax. */
    public enum Basis {
        /** It is added: tax = net × rate, rounded once, on the rounded net. */
        EXCLUSIVE,
        /** It is contained: net = gross ÷ (1 + rate), rounded once; the tax is the rest. */
        INCLUSIVE,
        /** There is none. */
        EXEMPT
    }

    public Vat {
        new Check()
                .that(
                        rate.signum() >= 0
                                && rate.compareTo(BigDecimal.ONE) <= 0
                                && Fixed.isHeld(rate, Fixed.PRICE_DECIMALS),
                        "rate",
                        "in [0, 1] as a decimal",
                        Fixed.shown(rate),
                        "6% is 0.06.")
                .that(
                        basis != Basis.EXEMPT || rate.signum() == 0,
                        "rate",
                        "0 where the basis is exempt",
                        Fixed.shown(rate),
                        "Leave the rate at 0, or say whether prices contain the tax.")
                .done();
        rate = Fixed.plain(rate);
    }

    public static Vat exclusive(String rate) {
        return new Vat(Basis.EXCLUSIVE, new BigDecimal(rate));
    }

    public static Vat inclusive(String rate) {
        return new Vat(Basis.INCLUSIVE, new BigDecimal(rate));
    }

    public static Vat exempt() {
        return new Vat(Basis.EXEMPT, BigDecimal.ZERO);
    }
}
