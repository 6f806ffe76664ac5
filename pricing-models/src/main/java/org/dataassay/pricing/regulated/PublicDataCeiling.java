package org.dataassay.pricing.regulated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dataassay.pricing.FactsDigest;
import org.dataassay.pricing.PricingError;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Finds what may be charged at most for a unit of each product made of public data, so that the permitted revenue cannot be exceeded at the quantities forecast.
 *
 * <p><b>Formula</b> Σ pⱼ · qⱼ ≤ R − Σ trial fee · q; by cost pⱼ = ⌊R′ · kⱼ / (qⱼ · Σ k)⌋, by weight or by present fee pⱼ = ⌊R′ · kⱼ / Σ k · q⌋; ⌊ ⌋ to the decimals of a fee, R′ what
 * is left of R after trials, k the key of the {@link Allocation}
 *
 * <p><b>Units and ranges</b> quantities above 0 · keys at least 0, not all 0 · fees of 0 to 12 decimals
 *
 * <p><b>Edge cases</b> free use has the ceiling 0 · a product on trial has its trial fee, which counts towards the permitted revenue unless the option says otherwise · after its last day a
 * trial is over, and the product needs a key · a ceiling that rounds down to 0 is told
 *
 * <p><b>Numerics</b> exact decimals throughout; each ceiling is one division rounded down, so that the slack is at least 0 and, by one of the three keys, below Σ q · 10^(−decimals)
 *
 * <p><b>Use when / not when</b> the permitted revenue is fixed and ceilings are to be filed, or filed ceilings are to be tested / fees of data that are not public
 *
 * @param options conventions
 * @see <a href="https://www.ndrc.gov.cn">National Development and Reform Commission and National Data Administration, 关于建立公共数据资源授权运营价格形成机制的通知, 发改价格〔2025〕65号, 16 January
 *     2025, section on ceilings of fees</a>
 */
public record PublicDataCeiling(Options options) implements Method<CeilingFacts, PublicDataCeilings> {

    public static final MethodId ID = MethodId.of("price.public-data-ceiling");

    private static final int MOST_DECIMALS = 12;

    /** How the permitted revenue is divided among products; what {@link RegulatedProduct#key} is. */
    public enum Allocation {
        /** In proportion to cost: the key is the product's cost of the year. */
        BY_COST,
        /** In proportion to a weight: the key is the weight of one unit, such as for data, computing, storage and labor in it. */
        BY_WEIGHT,
        /** All present fees by one factor: the key is the present fee of one unit. */
        BY_PRESENT_FEE,
        /** Ceilings that are fixed already: the key is the ceiling of one unit, and it is tested. */
        STATED
    }

    /** Whether fees on trial count towards the permitted revenue. */
    public enum TrialRevenue {
        /** They are taken off it first. */
        COUNTED,
        /** They stand beside it. */
        APART
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param allocation how the permitted revenue is divided; must be stated
     * @param decimals of a fee, 0 to 12; those of the currency's minor unit where absent
     * @param trialRevenue whether fees on trial count towards the permitted revenue
     */
    public record Options(Optional<Allocation> allocation, Optional<Integer> decimals, TrialRevenue trialRevenue) {
        public static final Options STANDARD = new Options(Optional.empty(), Optional.empty(), TrialRevenue.COUNTED);

        public Options {
            new Check()
                    .that(
                            decimals.map(d -> d >= 0 && d <= MOST_DECIMALS).orElse(true),
                            "decimals",
                            "in [0, " + MOST_DECIMALS + "]",
                            decimals.map(Object::toString).orElse("none"),
                            "Fees of a fraction of a cent per call need 4 or more.")
                    .done();
        }

        public Options withAllocation(Allocation how) {
            return new Options(Optional.of(how), decimals, trialRevenue);
        }

        public Options withDecimals(int count) {
            return new Options(allocation, Optional.of(count), trialRevenue);
        }

        public Options withTrialRevenue(TrialRevenue how) {
            return new Options(allocation, decimals, how);
        }
    }

    /** Ceilings by a stated rule. */
    public static PublicDataCeiling by(Allocation allocation) {
        return new PublicDataCeiling(Options.STANDARD.withAllocation(allocation));
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public PublicDataCeilings evaluate(CeilingFacts facts, ValuationContext context) {
        var allocation = options.allocation()
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.MISSING,
                        "options.allocation",
                        "State how the permitted revenue is divided: by cost, by weight, by present fee, or stated."));
        int decimals = options.decimals().orElse(context.currency().minorUnits());
        check(facts, context, allocation, decimals);
        refuseFeesForFreeUse(facts);

        var trial = BigDecimal.ZERO;
        for (var product : facts.products())
            if (isOnTrial(product, context))
                trial = trial.add(product.trial().orElseThrow().fee().multiply(product.quantity()));
        var left = facts.permittedRevenue().amount();
        if (options.trialRevenue() == TrialRevenue.COUNTED) left = left.subtract(trial);
        if (left.signum() < 0) throw exceeded("fees on trial", trial, facts.permittedRevenue());

        var sum = BigDecimal.ZERO;
        for (var product : facts.products())
            if (isAllocated(product, context)) sum = sum.add(part(product, allocation));
        var ceilings = new ArrayList<PublicDataCeilings.Ceiling>();
        var revenue = BigDecimal.ZERO;
        for (var product : facts.products()) {
            var ceiling = ceiling(product, context, allocation, left, sum, decimals);
            if (ceiling.standing() == PublicDataCeilings.Standing.CEILING)
                revenue = revenue.add(ceiling.revenue().amount());
            ceilings.add(ceiling);
        }
        if (revenue.compareTo(left) > 0)
            throw exceeded("ceilings × quantities", revenue, Money.of(left, context.currency()));
        refuseFeesAboveCeilings(ceilings);
        return new PublicDataCeilings(
                ID,
                ceilings,
                facts.permittedRevenue(),
                Money.of(revenue, context.currency()),
                Money.of(trial, context.currency()),
                Money.of(left.subtract(revenue), context.currency()),
                facts.reviewMonths()
                        .map(months -> facts.lastReview()
                                .orElse(context.valuationDate())
                                .plusMonths(months)),
                notes(facts, context, ceilings),
                new Provenance(
                        ID,
                        version(),
                        LibraryVersion.VERSION,
                        options,
                        FactsDigest.of(facts, context.valuationDate()),
                        context.seed()));
    }

    private static boolean isOnTrial(RegulatedProduct product, ValuationContext context) {
        return product.trial().map(t -> t.holds(context.valuationDate())).orElse(false);
    }

    private static boolean isAllocated(RegulatedProduct product, ValuationContext context) {
        return !product.use().isFree() && !isOnTrial(product, context);
    }

    /** What a product adds to the sum that the revenue is divided by. */
    private static BigDecimal part(RegulatedProduct product, Allocation allocation) {
        var key = product.key().orElseThrow();
        return allocation == Allocation.BY_COST ? key : key.multiply(product.quantity());
    }

    private static void check(CeilingFacts facts, ValuationContext context, Allocation allocation, int decimals) {
        var check = new Check();
        if (!facts.permittedRevenue().currency().equals(context.currency()))
            check.add(Problem.of(
                    ValuationError.MISMATCH,
                    "permittedRevenue",
                    "it is in " + facts.permittedRevenue().currency() + ", the context in " + context.currency(),
                    "Give both in one currency."));
        boolean anyKey = false;
        boolean anyAllocated = false;
        for (int i = 0; i < facts.products().size(); i++) {
            var product = facts.products().get(i);
            var field = "products[" + i + "].";
            product.trial().ifPresent(t -> {
                if (context.valuationDate().isBefore(t.from()))
                    check.add(Problem.of(
                            ValuationError.MISMATCH,
                            field + "trial",
                            "it starts on " + t.from() + ", after " + context.valuationDate(),
                            "Ask as of a day of the trial, or leave the product out."));
            });
            if (!isAllocated(product, context)) continue;
            anyAllocated = true;
            if (product.key().isEmpty()) {
                check.add(Problem.of(
                        ValuationError.MISSING,
                        field + "key",
                        product.trial().isPresent()
                                ? "Its trial is over: give the key of " + name(allocation) + "."
                                : "Give the key of " + name(allocation) + "."));
                continue;
            }
            var key = product.key().get();
            anyKey |= key.signum() > 0;
            check.that(
                    allocation != Allocation.STATED || key.stripTrailingZeros().scale() <= decimals,
                    field + "key",
                    "a ceiling of at most " + decimals + " decimals",
                    key.toPlainString(),
                    "Raise the option decimals.");
        }
        if (anyAllocated && !anyKey && check.problems().isEmpty())
            check.that(
                    allocation == Allocation.STATED,
                    "products.key",
                    "above 0 for one product at least",
                    "0 for all",
                    "Give the key of " + name(allocation) + ".");
        check.done();
    }

    private static String name(Allocation allocation) {
        return allocation.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static void refuseFeesForFreeUse(CeilingFacts facts) {
        var charged = facts.products().stream()
                .filter(p ->
                        p.use().isFree() && p.fee().map(fee -> fee.signum() > 0).orElse(false))
                .map(RegulatedProduct::name)
                .collect(Collectors.joining(", "));
        if (!charged.isEmpty())
            throw PublicDataCeilings.freeOfCharge(
                    "products.fee", charged + ", for public governance or public welfare");
    }

    private static void refuseFeesAboveCeilings(List<PublicDataCeilings.Ceiling> ceilings) {
        var above = ceilings.stream()
                .filter(c -> c.fee().map(fee -> fee.compareTo(c.ceiling()) > 0).orElse(false))
                .map(c -> c.product() + " at " + c.fee().orElseThrow() + ", ceiling " + c.ceiling())
                .collect(Collectors.joining("; "));
        if (!above.isEmpty()) throw PublicDataCeilings.aboveCeiling("products.fee", above);
    }

    private static RefusedException exceeded(String what, BigDecimal sum, Money permitted) {
        return RefusedException.of(
                PricingError.REVENUE_EXCEEDED,
                "products",
                what + " come to " + Money.of(sum, permitted.currency()) + " of " + permitted,
                PublicDataRevenue.RULE + ": lower them, or have the permitted revenue reviewed.");
    }

    private static PublicDataCeilings.Ceiling ceiling(
            RegulatedProduct product,
            ValuationContext context,
            Allocation allocation,
            BigDecimal left,
            BigDecimal sum,
            int decimals) {
        var standing = product.use().isFree()
                ? PublicDataCeilings.Standing.FREE
                : isOnTrial(product, context) ? PublicDataCeilings.Standing.TRIAL : PublicDataCeilings.Standing.CEILING;
        var amount = switch (standing) {
            case FREE -> BigDecimal.ZERO;
            case TRIAL -> product.trial().orElseThrow().fee();
            case CEILING -> allocated(product, allocation, left, sum, decimals);
        };
        var currency = context.currency();
        return new PublicDataCeilings.Ceiling(
                product.name(),
                standing,
                UnitPrice.of(amount, currency, product.unit()),
                product.quantity(),
                Money.of(amount.multiply(product.quantity()), currency),
                product.fee().map(fee -> UnitPrice.of(fee, currency, product.unit())),
                standing == PublicDataCeilings.Standing.TRIAL
                        ? product.trial().map(RegulatedProduct.Trial::until)
                        : Optional.empty());
    }

    private static BigDecimal allocated(
            RegulatedProduct product, Allocation allocation, BigDecimal left, BigDecimal sum, int decimals) {
        var key = product.key().orElseThrow();
        if (allocation == Allocation.STATED) return key;
        var divisor = allocation == Allocation.BY_COST ? sum.multiply(product.quantity()) : sum;
        return left.multiply(key).divide(divisor, decimals, RoundingMode.DOWN);
    }

    private List<Note> notes(CeilingFacts facts, ValuationContext context, List<PublicDataCeilings.Ceiling> ceilings) {
        var notes = new ArrayList<Note>();
        notes.add(
                Note.of(
                        Note.Kind.ASSUMPTION,
                        "forecast-quantities",
                        "The permitted revenue is kept at the quantities forecast; what is taken beyond it is deducted in the next year."));
        names(
                        ceilings,
                        c -> c.standing() == PublicDataCeilings.Standing.CEILING
                                && c.ceiling().amount().signum() == 0)
                .ifPresent(names -> notes.add(Note.of(Note.Kind.WARNING, "ceiling-rounds-to-zero", names)));
        names(ceilings, c -> c.standing() == PublicDataCeilings.Standing.TRIAL)
                .ifPresent(names -> notes.add(Note.of(
                        options.trialRevenue() == TrialRevenue.COUNTED ? Note.Kind.INFO : Note.Kind.ASSUMPTION,
                        options.trialRevenue() == TrialRevenue.COUNTED ? "on-trial" : "trial-revenue-apart",
                        names)));
        facts.products().stream()
                .filter(p -> p.trial()
                        .map(t -> context.valuationDate().isAfter(t.until()))
                        .orElse(false))
                .forEach(p -> notes.add(Note.of(
                        Note.Kind.INFO,
                        "trial-over",
                        p.name() + ": the trial ended on "
                                + p.trial().orElseThrow().until())));
        if (facts.reviewMonths().isEmpty())
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    "no-review-interval",
                    "No interval is stated after which ceilings are reviewed."));
        else if (facts.lastReview()
                .map(last -> last.plusMonths(facts.reviewMonths().get()).isBefore(context.valuationDate()))
                .orElse(false))
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "review-overdue",
                    "The last review was on " + facts.lastReview().get() + "."));
        return notes;
    }

    private static Optional<String> names(
            List<PublicDataCeilings.Ceiling> ceilings, java.util.function.Predicate<PublicDataCeilings.Ceiling> which) {
        var names = ceilings.stream()
                .filter(which)
                .map(PublicDataCeilings.Ceiling::product)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
