package org.dataassay.valuation.income;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * An asset that helps to earn the income and is paid for it before anything is left for the subject.
 *
 * @param name short, unique within the facts
 * @param kind which sort of asset
 * @param charge what it is paid
 * @param remainingUsefulLife in years; the charge ends with it
 */
public record ContributoryAsset(
        String name, Kind kind, ContributoryCharge charge, Optional<Input<Double>> remainingUsefulLife) {

    /** Which sort of asset, in the order of the returns that are usually required: the later, the higher. */
    public enum Kind {
        WORKING_CAPITAL,
        FIXED_ASSETS,
        OTHER_INTANGIBLES,
        WORKFORCE;

        /** Whether it can be touched or is money: what the formula method adds back. */
        boolean isTangible() {
            return this == WORKING_CAPITAL || this == FIXED_ASSETS;
        }
    }

    private static final int MOST = 100;
    private static final int LONGEST_LIFE = 10_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._-]{0,59}");

    public ContributoryAsset {
        var check = new Check()
                .that(
                        NAME.matcher(name).matches(),
                        "name",
                        "1 to 60 letters, digits, spaces, dots, hyphens or underscores",
                        "'" + (name.length() <= 60 ? name : name.substring(0, 60) + "…") + "'",
                        "Give a short name.");
        remainingUsefulLife.ifPresent(life -> check.that(
                life.value() > 0 && life.value() <= LONGEST_LIFE,
                "remainingUsefulLife",
                "above 0 and at most " + LONGEST_LIFE + " years",
                life.value(),
                "Give the remaining useful life in years from the valuation date."));
        if (returnOf(charge)
                        .filter(ContributoryCharge.ReturnOf.IN_CHARGE::equals)
                        .isPresent()
                && remainingUsefulLife.isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "remainingUsefulLife",
                    "The charge holds the return of value; give the years over which the asset wears."));
        check.done();
    }

    /** An asset whose charge runs as long as the subject serves. */
    public static ContributoryAsset of(String name, Kind kind, ContributoryCharge charge) {
        return new ContributoryAsset(name, kind, charge, Optional.empty());
    }

    /** An asset whose charge ends with its life. */
    public static ContributoryAsset of(
            String name, Kind kind, ContributoryCharge charge, Input<Double> remainingUsefulLife) {
        return new ContributoryAsset(name, kind, charge, Optional.of(remainingUsefulLife));
    }

    public ContributoryAsset withRemainingUsefulLife(Input<Double> years) {
        return new ContributoryAsset(name, kind, charge, Optional.of(years));
    }

    /** Who bears the wear, where the charge says. */
    static Optional<ContributoryCharge.ReturnOf> returnOf(ContributoryCharge charge) {
        return charge.fold(
                fair -> Optional.of(fair.returnOf()),
                rows -> Optional.of(rows.returnOf()),
                stated -> Optional.empty(),
                share -> Optional.empty());
    }

    /** Whether the asset loses value that no return of value makes good. */
    boolean wearsUnpaid() {
        return (remainingUsefulLife.isPresent() || kind == Kind.FIXED_ASSETS)
                && returnOf(charge)
                        .filter(ContributoryCharge.ReturnOf.NONE::equals)
                        .isPresent();
    }

    /**
     * Checks a list of them.
     *
     * @param n periods of the forecast
     * @param hasRevenue whether a share of revenue can be taken
     */
    static void check(Check check, List<ContributoryAsset> assets, int n, boolean hasRevenue) {
        check.that(
                assets.size() <= MOST,
                "contributoryAssets",
                "at most " + MOST,
                assets.size(),
                "Put small assets of one kind together.");
        var names = new HashSet<String>();
        for (int i = 0; i < assets.size(); i++) {
            var asset = assets.get(i);
            var field = "contributoryAssets[" + i + "]";
            if (!names.add(asset.name()))
                check.add(Problem.of(ValuationError.DUPLICATE, field + ".name", asset.name(), "Name each once."));
            int rows = asset.charge()
                    .fold(
                            fair -> n,
                            balances -> balances.balances().size(),
                            stated -> stated.amounts().size(),
                            share -> n);
            check.that(
                    rows == n,
                    field + ".charge",
                    n == 1 ? "of one normal year" : "one for each of the " + n + " periods",
                    rows,
                    "Give a value for each period.");
            if (!hasRevenue && asset.charge() instanceof ContributoryCharge.ShareOfRevenue)
                check.add(Problem.of(
                        ValuationError.MISMATCH,
                        field + ".charge",
                        "a share of revenue needs the revenue, but only a profit is given",
                        "Give revenue and margin, or the charge in money."));
        }
    }
}
