package org.dataassay.pricing.tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.asset.DeliveryMode;
import org.dataassay.valuation.asset.DevelopmentLevel;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Nearest;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;

/**
 * One version of a price plan. It never changes: another price is another version, and what was quoted keeps the version it was quoted from.
 *
 * <p><b>Formula</b>  bill of a period = discount(min(cap, max(minimum, Σ recurring fees + Σ usage fees(metered − free − packs) + Σ shares of revenue))) + one-off,
 * term and pack prices, then tax; commitment, cap and discount in the {@link #order} that the tariff states
 * <p><b>Units and ranges</b>  prices at least 0 with at most 8 decimals, in the tariff's one currency · quantities with the decimals of their meter · tiers hold for
 * (exclusive minimum, inclusive maximum]
 * <p><b>Edge cases</b>  quantity 0 belongs to no tier and costs nothing · one-off, term and pack prices stand outside minimum and cap · free units, tiers, minimum
 * and cap begin anew in every billing period
 * <p><b>Numerics</b>  exact until the invoice is rounded, once; see {@link CompiledTariff}
 * <p>Immutable and thread-safe.
 *
 * @param id of the plan, the same in all its versions
 * @param version number of the version, from 1
 * @param from first day in force
 * @param until last day in force; absent while no later version is known
 * @param currency of all its prices
 * @param billing how often is billed
 * @param vat value added tax
 * @param rounding where and how an invoice is rounded
 * @param access what is sold, and to whom
 * @param meters what is counted
 * @param charges what is charged for, at least one
 * @param quotas the most that may be used
 * @param minimum committed for every period, before tax; shortfalls are charged
 * @param cap the most that a period costs, before tax
 * @param discounts shares taken off
 * @param trialDays first days of a subscription, in which recurring and usage fees are not charged
 * @param order of commitment, cap and discount, each once; commitment, cap, discount where it is left out
 * @see <a href="https://focus.finops.org">FinOps Open Cost and Usage Specification, tiers of price lists: exclusive minimum, inclusive maximum</a>
 */
public record Tariff(
        String id,
        int version,
        LocalDate from,
        Optional<LocalDate> until,
        CurrencyCode currency,
        BillingPeriod billing,
        Vat vat,
        InvoiceRounding rounding,
        Access access,
        List<Meter> meters,
        List<Charge> charges,
        List<Quota> quotas,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> cap,
        List<Discount> discounts,
        int trialDays,
        List<Step> order) {

    /** Most meters, charges, quotas or discounts of one tariff. */
    public static final int MOST_PARTS = 1_000;

    /** Most discounts: each adds decimals to the exact amount. */
    public static final int MOST_DISCOUNTS = 16;

    /** Ids of lines that are no charge. */
    static final String MINIMUM_LINE = "minimum";

    static final String CAP_LINE = "cap";

    public Tariff {
        meters = List.copyOf(meters);
        charges = List.copyOf(charges);
        quotas = List.copyOf(quotas);
        discounts = List.copyOf(discounts);
        order = order.isEmpty() ? Step.STANDARD : List.copyOf(order);
        minimum = minimum.map(Fixed::plain);
        cap = cap.map(Fixed::plain);
        var check = new Check();
        Ids.check(check, "id", id);
        check.that(version >= 1, "version", "at least 1", version, "Number the versions 1, 2, 3.")
                .that(
                        until.isEmpty() || !until.get().isBefore(from),
                        "until",
                        "on or after from",
                        until.map(LocalDate::toString).orElse(""),
                        "Exchange the dates.")
                .that(trialDays >= 0 && trialDays <= 3660, "trialDays", "in [0, 3660]", trialDays, "Give days.")
                .that(
                        order.size() == Step.values().length
                                && EnumSet.copyOf(order).size() == order.size(),
                        "order",
                        "commitment, cap and discount, each once",
                        order,
                        "Leave it out for " + Step.STANDARD + ".")
                .that(!charges.isEmpty(), "charges", "at least one", "none", "Say what is charged for.");
        for (var part : List.of(meters, charges, quotas, discounts))
            check.that(
                    part.size() <= MOST_PARTS,
                    "tariff",
                    "at most " + MOST_PARTS + " meters, charges, quotas or discounts",
                    part.size(),
                    "Split the tariff.");
        check.that(
                discounts.size() <= MOST_DISCOUNTS,
                "discounts",
                "at most " + MOST_DISCOUNTS,
                discounts.size(),
                "Make tariffs of their own for groups of buyers.");
        minimum.ifPresent(amount -> Fixed.checkPrice(check, "minimum", amount));
        cap.ifPresent(amount -> Fixed.checkPrice(check, "cap", amount));
        if (minimum.isPresent() && cap.isPresent() && minimum.get().compareTo(cap.get()) > 0)
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "minimum",
                    "the commitment is above the cap",
                    "Lower the minimum, or raise the cap."));
        checkParts(check, meters, charges, quotas, discounts);
        check.done();
    }

    private static void checkParts(
            Check check, List<Meter> meters, List<Charge> charges, List<Quota> quotas, List<Discount> discounts) {
        var byId = new HashMap<String, Meter>();
        for (int i = 0; i < meters.size(); i++)
            if (byId.put(meters.get(i).id(), meters.get(i)) != null)
                duplicate(check, "meters[" + i + "].id", meters.get(i).id());
        var ids = new HashSet<>(Set.of(MINIMUM_LINE, CAP_LINE));
        var priced = new HashSet<String>();
        var chargeIds = new ArrayList<String>();
        for (int i = 0; i < charges.size(); i++) {
            var charge = charges.get(i);
            chargeIds.add(charge.id());
            if (!ids.add(charge.id())) duplicate(check, "charges[" + i + "].id", charge.id());
            checkCharge(check, "charges[" + i + "]", charge, byId, priced);
        }
        for (int i = 0; i < meters.size(); i++)
            check.that(
                    priced.contains(meters.get(i).id()),
                    "meters[" + i + "]",
                    "charged for",
                    meters.get(i).id(),
                    "Give it a usage fee; a price of 0 says that it is free.");
        for (int i = 0; i < quotas.size(); i++) {
            var quota = quotas.get(i);
            var meter = meter(check, "quotas[" + i + "].meter", quota.meter(), byId);
            meter.ifPresent(m -> Fixed.checkQuantity(check, "quotas.limit", quota.limit(), m.decimals()));
            for (int j = 0; j < i; j++)
                if (quotas.get(j).meter().equals(quota.meter()))
                    duplicate(check, "quotas[" + i + "].meter", quota.meter());
        }
        for (int i = 0; i < discounts.size(); i++) {
            var discount = discounts.get(i);
            if (!ids.add(discount.id())) duplicate(check, "discounts[" + i + "].id", discount.id());
            for (var charge : discount.charges())
                if (!chargeIds.contains(charge))
                    check.add(Problem.of(
                            PricingError.CHARGE_UNKNOWN,
                            "discounts[" + i + "].charges",
                            charge,
                            "charge",
                            Nearest.remedy(charge, chargeIds)));
        }
    }

    private static void checkCharge(
            Check check, String at, Charge charge, Map<String, Meter> meters, Set<String> priced) {
        if (charge instanceof Charge.UsageFee usage) {
            var meter = meter(check, at + ".meter", usage.meter(), meters);
            if (!priced.add(usage.meter())) duplicate(check, at + ".meter", usage.meter());
            meter.ifPresent(m -> {
                usage.freeUnits().ifPresent(free -> Fixed.checkQuantity(check, at + ".freeUnits", free, m.decimals()));
                for (int t = 0; t < usage.tiers().size(); t++) {
                    var top = usage.tiers().get(t).upTo();
                    var place = at + ".tiers[" + t + "].upTo";
                    top.ifPresent(bound -> Fixed.checkQuantity(check, place, bound, m.decimals()));
                }
            });
        } else if (charge instanceof Charge.RevenueShare share) {
            var meter = meter(check, at + ".meter", share.meter(), meters);
            if (!priced.add(share.meter())) duplicate(check, at + ".meter", share.meter());
            meter.ifPresent(m -> check.that(
                    m.unit() == MeterUnit.REVENUE,
                    at + ".meter",
                    "a meter of revenue",
                    m.id(),
                    "Use a usage fee for what is counted."));
        } else if (charge instanceof Charge.Pack pack) {
            meter(check, at + ".meter", pack.meter(), meters)
                    .ifPresent(m -> Fixed.checkQuantity(check, at + ".size", pack.size(), m.decimals()));
        }
    }

    private static Optional<Meter> meter(Check check, String at, String id, Map<String, Meter> meters) {
        var meter = meters.get(id);
        if (meter == null)
            check.add(Problem.of(
                    PricingError.METER_UNKNOWN, at, Ids.shown(id), Nearest.remedy(id, List.copyOf(meters.keySet()))));
        return Optional.ofNullable(meter);
    }

    private static void duplicate(Check check, String at, String id) {
        check.add(Problem.of(ValuationError.DUPLICATE, at, id, "Give each its own."));
    }

    /** Whether a day lies between first and last day in force. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** {@code id@version}. */
    String key() {
        return id + "@" + version;
    }

    /** Starts a version that is in force from a day on, billed monthly, without tax, rounded half up on the total, data by API. */
    public static Builder builder(String id, int version, LocalDate from, String currency) {
        return new Builder(id, version, from, CurrencyCode.of(currency));
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Adds the parts. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private int version;
        private LocalDate from;
        private Optional<LocalDate> until = Optional.empty();
        private final CurrencyCode currency;
        private BillingPeriod billing = BillingPeriod.MONTH;
        private Vat vat = Vat.exempt();
        private InvoiceRounding rounding = InvoiceRounding.total();
        private Access access = Access.open(DevelopmentLevel.DE_IDENTIFIED, DeliveryMode.API);
        private final List<Meter> meters = new ArrayList<>();
        private final List<Charge> charges = new ArrayList<>();
        private final List<Quota> quotas = new ArrayList<>();
        private Optional<BigDecimal> minimum = Optional.empty();
        private Optional<BigDecimal> cap = Optional.empty();
        private final List<Discount> discounts = new ArrayList<>();
        private int trialDays;
        private List<Step> order = Step.STANDARD;

        private Builder(String id, int version, LocalDate from, CurrencyCode currency) {
            this.id = id;
            this.version = version;
            this.from = from;
            this.currency = currency;
        }

        private Builder(Tariff tariff) {
            this(tariff.id, tariff.version, tariff.from, tariff.currency);
            until = tariff.until;
            billing = tariff.billing;
            vat = tariff.vat;
            rounding = tariff.rounding;
            access = tariff.access;
            meters.addAll(tariff.meters);
            charges.addAll(tariff.charges);
            quotas.addAll(tariff.quotas);
            minimum = tariff.minimum;
            cap = tariff.cap;
            discounts.addAll(tariff.discounts);
            trialDays = tariff.trialDays;
            order = tariff.order;
        }

        /** Another version, in force from a day on. */
        public Builder version(int number, LocalDate firstDay) {
            version = number;
            from = firstDay;
            return this;
        }

        /** Last day in force. */
        public Builder until(LocalDate lastDay) {
            until = Optional.of(lastDay);
            return this;
        }

        public Builder billing(BillingPeriod period) {
            billing = period;
            return this;
        }

        public Builder vat(Vat tax) {
            vat = tax;
            return this;
        }

        public Builder rounding(InvoiceRounding how) {
            rounding = how;
            return this;
        }

        public Builder access(Access what) {
            access = what;
            return this;
        }

        public Builder meter(Meter meter) {
            meters.add(meter);
            return this;
        }

        public Builder charge(Charge charge) {
            charges.add(charge);
            return this;
        }

        public Builder quota(Quota quota) {
            quotas.add(quota);
            return this;
        }

        /** Committed for every period. */
        public Builder minimum(String amount) {
            minimum = Optional.of(new BigDecimal(amount));
            return this;
        }

        /** The most that a period costs. */
        public Builder cap(String amount) {
            cap = Optional.of(new BigDecimal(amount));
            return this;
        }

        public Builder discount(Discount discount) {
            discounts.add(discount);
            return this;
        }

        public Builder trialDays(int days) {
            trialDays = days;
            return this;
        }

        public Builder order(Step... steps) {
            order = List.of(steps);
            return this;
        }

        public Tariff build() {
            return new Tariff(
                    id, version, from, until, currency, billing, vat, rounding, access, meters, charges, quotas,
                    minimum, cap, discounts, trialDays, order);
        }
    }
}
