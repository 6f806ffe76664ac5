package org.dataassay.pricing.evidence;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * How prices in other units, for other rights or in other currencies become comparable. Nothing is converted that is not stated here; a piece that needs more is set aside.
 *
 * @param units straight to the wanted unit; not chained
 * @param rights straight to the wanted rights
 * @param currencies straight to the context's currency
 */
public record Normalization(List<UnitStep> units, List<RightsStep> rights, List<CurrencyStep> currencies) {

    /** No conversion at all. */
    public static final Normalization NONE = new Normalization(List.of(), List.of(), List.of());

    private static final int MOST_STEPS = 1_000;
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 12;

    /**
     * What one unit of the evidence holds.
     *
     * @param unit of the evidence, such as {@code pack}
     * @param holds how many wanted units, above 0
     */
    public record UnitStep(String unit, BigDecimal holds) {
        public UnitStep {
            checked(unit, "unit", holds, "holds");
        }

        public static UnitStep of(String unit, String holds) {
            return new UnitStep(unit, new BigDecimal(holds));
        }
    }

    /**
     * What the wanted rights cost as a multiple of others.
     *
     * @param rights of the evidence
     * @param factor price of the wanted rights over that of these, above 0
     * @param reason who judged it, and why
     */
    public record RightsStep(String rights, BigDecimal factor, String reason) {
        public RightsStep {
            checked(rights, "rights", factor, "factor");
            new Check()
                    .that(!reason.isBlank(), "reason", "stated", "blank", "Say who judged the factor, and why.")
                    .done();
        }

        public static RightsStep of(String rights, String factor, String reason) {
            return new RightsStep(rights, new BigDecimal(factor), reason);
        }
    }

    /**
     * An exchange rate.
     *
     * @param currency of the evidence
     * @param rate units of the context's currency for one, above 0
     * @param source where the rate is published, and its date
     */
    public record CurrencyStep(CurrencyCode currency, BigDecimal rate, String source) {
        public CurrencyStep {
            checked(currency.code(), "currency", rate, "rate");
            new Check()
                    .that(!source.isBlank(), "source", "stated", "blank", "Say where the rate is published.")
                    .done();
        }
    }

    public Normalization {
        units = List.copyOf(units);
        rights = List.copyOf(rights);
        currencies = List.copyOf(currencies);
        var check = new Check();
        checkOnce(check, "units", units.stream().map(UnitStep::unit).toList());
        checkOnce(check, "rights", rights.stream().map(RightsStep::rights).toList());
        checkOnce(
                check,
                "currencies",
                currencies.stream().map(step -> step.currency().code()).toList());
        check.done();
    }

    public static Normalization of(UnitStep... units) {
        return new Normalization(List.of(units), List.of(), List.of());
    }

    public Normalization withRights(RightsStep... steps) {
        return new Normalization(units, List.of(steps), currencies);
    }

    public Normalization withCurrencies(CurrencyStep... steps) {
        return new Normalization(units, rights, List.of(steps));
    }

    static void checkFactor(Check check, String field, BigDecimal factor) {
        boolean isSmall = factor.precision() <= MOST_DIGITS && Math.abs((long) factor.scale()) <= MOST_DECIMALS;
        check.that(
                isSmall && factor.signum() > 0,
                field,
                "above 0, of at most " + MOST_DIGITS + " digits and " + MOST_DECIMALS + " decimals",
                isSmall ? factor.toPlainString() : factor.precision() + " digits",
                "Give a plain decimal.");
    }

    private static void checked(String name, String nameField, BigDecimal factor, String field) {
        var check = new Check().that(!name.isBlank(), nameField, "named", "''", "Say what is converted.");
        checkFactor(check, field, factor);
        check.done();
    }

    private static void checkOnce(Check check, String field, List<String> names) {
        check.that(
                names.size() <= MOST_STEPS,
                field,
                "at most " + MOST_STEPS,
                names.size(),
                "Give the steps needed only.");
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++)
            if (!seen.add(names.get(i)))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        field + "[" + i + "]",
                        "an earlier step converts it",
                        "State each conversion once."));
    }
}
