package org.dataassay.valuation.time;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;

/**
 * A rate per year, with everything that changes its meaning: compounding, tax basis, price basis.
 *
 * <p><b>Formula</b>  (1 + r/m)^m with m compoundings a year, e^r continuously; nominal and real by Fisher: 1 + n = (1 + r)(1 + i) in effective annual rates
 * <p><b>Units and ranges</b>  decimal per year (5% is 0.05), above −1 and at most {@link #PLAUSIBLE_MAXIMUM} unless it is {@linkplain #unusual(double) declared
 * unusual}
 * <p><b>Not offered</b>  a pre-tax rate from a post-tax one: it is not r/(1 − τ) but must be solved from the flows (IAS 36, valuation of value in use). A rate for
 * another currency is {@code rate.real(domesticInflation).nominal(foreignInflation)}.
 *
 * @param decimal the rate per year
 * @param compounding how often a year interest is added
 * @param tax whether it discounts flows before or after tax
 * @param prices whether it includes inflation
 * @param unusual true only where the rate is above {@link #PLAUSIBLE_MAXIMUM}, or at most −1 and not compounded annually, and this is meant
 */
public record Rate(double decimal, Compounding compounding, TaxBasis tax, PriceBasis prices, boolean unusual) {

    /** 100% a year; beyond it a forgotten percent sign is more likely than a rate. */
    public static final double PLAUSIBLE_MAXIMUM = 1;

    private static final double PERCENT = 100;

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,9}(\\.[0-9]{1,18})?");

    public Rate {
        if (!Double.isFinite(decimal)) {
            throw InvalidInputException.of(
                    ValuationError.NOT_FINITE, "rate", Plain.of(decimal), "Give a decimal per year: 5% is 0.05.");
        }
        new Check()
                .that(
                        decimal > (unusual ? compounding.lowest() : -1),
                        "rate",
                        "above " + Plain.of(unusual ? compounding.lowest() : -1),
                        Plain.of(decimal),
                        decimal >= -PERCENT
                                ? "Did you mean " + Plain.of(percent(decimal)) + " (" + Plain.of(decimal) + "%)?"
                                : "Give a decimal per year: 5% is 0.05.")
                .done();
        if (decimal > PLAUSIBLE_MAXIMUM && !unusual) {
            throw InvalidInputException.of(
                    ValuationError.RATE_IMPLAUSIBLE,
                    "rate",
                    Plain.of(PLAUSIBLE_MAXIMUM),
                    Plain.of(decimal),
                    Plain.of(percent(decimal)) + " (" + Plain.of(decimal) + "%)");
        }
        decimal = decimal + 0.0; // −0 becomes 0, so that equal rates are equal objects
        unusual = decimal > PLAUSIBLE_MAXIMUM || decimal <= -1;
    }

    /** A plausible rate. */
    public Rate(double decimal, Compounding compounding, TaxBasis tax, PriceBasis prices) {
        this(decimal, compounding, tax, prices, false);
    }

    /** Annual, post-tax, nominal: {@code Rate.of(0.12)} is 12% a year. */
    public static Rate of(double decimal) {
        return new Rate(decimal, Compounding.ANNUAL, TaxBasis.POST_TAX, PriceBasis.NOMINAL);
    }

    /** Annual, post-tax, nominal, in percent: {@code Rate.ofPercent("12")} is 12% a year. */
    public static Rate ofPercent(String percent) {
        if (!PLAIN.matcher(percent).matches()) {
            throw InvalidInputException.of(
                    ValuationError.UNREADABLE,
                    "rate",
                    "\"" + (percent.length() <= 40 ? percent : percent.substring(0, 40) + "…") + "\" is not a number",
                    "Write the percentage as digits with a point and without %, such as 12.5.");
        }
        return of(new BigDecimal(percent).movePointLeft(2).doubleValue());
    }

    /** Annual, post-tax, nominal, in percent: {@code Rate.ofPercent(12)} is 12% a year. */
    public static Rate ofPercent(double percent) {
        return of(Double.isFinite(percent) ? percent(percent) : percent);
    }

    /** Annual, post-tax, nominal, and allowed to exceed {@link #PLAUSIBLE_MAXIMUM}. */
    public static Rate unusual(double decimal) {
        return new Rate(decimal, Compounding.ANNUAL, TaxBasis.POST_TAX, PriceBasis.NOMINAL, true);
    }

    /** The same number read with another compounding; {@link #convertedTo} changes the number instead. */
    public Rate withCompounding(Compounding compounding) {
        return new Rate(decimal, compounding, tax, prices, unusual);
    }

    public Rate withTax(TaxBasis tax) {
        return new Rate(decimal, compounding, tax, prices, unusual);
    }

    public Rate withPrices(PriceBasis prices) {
        return new Rate(decimal, compounding, tax, prices, unusual);
    }

    /** The rate of another compounding by which money grows alike over every whole year. */
    public Rate convertedTo(Compounding other) {
        if (other == compounding) return this;
        return derived(other.rate(compounding.force(decimal)), other, prices);
    }

    /** The annually compounded rate by which money grows alike. */
    public double effectiveAnnual() {
        return compounding == Compounding.ANNUAL ? decimal : StrictMath.expm1(compounding.force(decimal));
    }

    /** What one unit of money due after so many years is worth now: (1 + effective rate)^−years. */
    public double discountFactor(double years) {
        return StrictMath.exp(-compounding.force(decimal) * years);
    }

    /**
     * The nominal rate of this real one.
     *
     * @param inflation effective per year, as a decimal
     * @throws InvalidInputException where this rate is nominal already
     */
    public Rate nominal(double inflation) {
        requirePrices(PriceBasis.REAL);
        double real = effectiveAnnual();
        double i = Rate.of(inflation).decimal();
        return ofEffective(real + i + real * i, PriceBasis.NOMINAL);
    }

    /**
     * The real rate of this nominal one.
     *
     * @param inflation effective per year, as a decimal
     * @throws InvalidInputException where this rate is real already
     */
    public Rate real(double inflation) {
        requirePrices(PriceBasis.NOMINAL);
        double i = Rate.of(inflation).decimal();
        return ofEffective((effectiveAnnual() - i) / (1 + i), PriceBasis.REAL);
    }

    /** Whether this rate may discount flows of that basis. */
    public boolean matches(TaxBasis tax, PriceBasis prices) {
        return this.tax == tax && this.prices == prices;
    }

    /**
     * Refuses flows of another basis.
     *
     * @param field name of the rate in the facts, such as {@code discountRate}
     */
    public void requireBasis(String field, TaxBasis tax, PriceBasis prices) {
        if (!matches(tax, prices)) {
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    field,
                    "it is " + words(this.tax, this.prices) + " but the flows are " + words(tax, prices),
                    "Give rate and flows on the same basis.");
        }
    }

    @Override
    public String toString() {
        return Plain.of(Plain.decimal(decimal).movePointRight(2).doubleValue())
                + "% a year, "
                + compounding.name().toLowerCase(java.util.Locale.ROOT)
                + ", "
                + words(tax, prices);
    }

    private Rate ofEffective(double effective, PriceBasis prices) {
        double converted =
                compounding == Compounding.ANNUAL ? effective : compounding.rate(StrictMath.log1p(effective));
        return derived(converted, compounding, prices);
    }

    /** Computed from a rate that was accepted; not a slip of the pen. */
    private Rate derived(double decimal, Compounding compounding, PriceBasis prices) {
        return new Rate(decimal, compounding, tax, prices, true);
    }

    private void requirePrices(PriceBasis expected) {
        if (prices != expected) {
            throw InvalidInputException.of(
                    ValuationError.MISMATCH, "rate", "it is " + words(prices) + " already", "Do not convert it twice.");
        }
    }

    private static double percent(double value) {
        return Plain.decimal(value).movePointLeft(2).doubleValue();
    }

    private static String words(TaxBasis tax, PriceBasis prices) {
        return (tax == TaxBasis.PRE_TAX ? "pre-tax " : "post-tax ") + words(prices);
    }

    private static String words(PriceBasis prices) {
        return prices == PriceBasis.NOMINAL ? "nominal" : "real";
    }
}
