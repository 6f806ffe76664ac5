package org.dataassay.valuation.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.LargestRemainder;
import org.dataassay.valuation.money.Money;

/**
 * Why a value moved from one sheet to another: a part for each cause, adding up to the whole difference.
 *
 * <p><b>Steps</b>  in this order: the date roll, the method's version and options, what else differs in structure, the inputs.
 * <ul>
 * <li><i>Date roll</i>: the old inputs at the new date. Dated axes (years, quarters, months, days) align by the names of their elements; periods that come in
 * bring their new numbers. An input in years that moved by exactly the time between the two valuation dates, as a remaining life does, moves here.
 * <li><i>Method</i> or <i>structure</i>: the new formulas on the old inputs. Inputs that only one sheet has, and rows whose axis gained or lost elements other than
 * dates, move here.
 * <li><i>Inputs</i>: by the Shapley value over groups, so that no order of the inputs is preferred.
 * </ul>
 * <p><b>Formula</b>  φᵢ = Σ |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S))   over all sets S of groups without i, v(S) the value with S at the new numbers and the rest
 * at the old; exact, from all 2ⁿ values, n ≤ {@value #MOST_GROUPS}
 * <p><b>Groups</b>  each changed input on its own; where these are more than {@value #MOST_GROUPS}, one per section of the sheet; {@link BridgeTerms#groups} names others.
 * Where a mixture of old and new inputs breaks a guard or is not finite, coarser groups are taken, and a {@link Remark} says so
 * <p><b>Edge cases</b>  inputs that do not enter the value are left out · rounding on the way counts as a cause of its own · where dates and formulas changed so that they
 * cannot be told apart, both are one part <i>structure</i>
 * <p><b>Numerics</b>  parts add up to the difference but for rounding of doubles; {@link #amounts} adds up exactly
 *
 * @param unit of the value
 * @param currency of both sheets
 * @param before the value of the earlier sheet
 * @param after the value of the later sheet
 * @param parts in the order of the steps
 * @param remarks what a reader must know of how the parts were found
 * @see <a href="https://doi.org/10.1515/9781400881970-018">L. S. Shapley, A Value for n-Person Games, Contributions to the Theory of Games II, 1953, section 4</a>
 */
public record Bridge(
        Unit unit, CurrencyCode currency, double before, double after, List<Part> parts, Set<Remark> remarks) {

    /** Most groups of inputs: 2¹² values are computed. */
    public static final int MOST_GROUPS = 12;

    /** Name of the group that takes what is left where there are more sections than groups. */
    public static final String OTHERS = "others";

    /** Name of the one group of all inputs. */
    public static final String INPUTS = "inputs";

    private static final String ROUNDING = "rounding";

    /** Decimals of a part that count when parts are rounded: more than any minor unit has. */
    private static final int DECIMALS = 15;

    /** What moves a value. */
    public enum Cause {
        /** Time has passed. */
        DATE_ROLL,
        /** The method has another version or other options. */
        METHOD,
        /** Figures came, went or are computed in another way. */
        STRUCTURE,
        /** Inputs have other numbers. */
        INPUT,
        /** Rounding, on the way or of the stated amounts. */
        ROUNDING
    }

    /** What a reader must know of how the parts were found. */
    public enum Remark {
        /** More inputs changed than there may be groups: each section is one. */
        GROUPED_BY_SECTION,
        /** Old and new inputs do not hold together in mixtures: coarser groups were taken. */
        MIXTURES_DO_NOT_HOLD,
        /** The old inputs do not hold at the new date or in the new formulas: both are one part. */
        NOT_SEPARABLE,
        /** Figures are rounded on the way: the parts ignore it, and one part is what it makes. */
        ROUNDED_ON_THE_WAY
    }

    /**
     * One cause.
     *
     * @param cause its kind
     * @param name of an input, of a section or of a named group; else of the kind
     * @param amount what it adds to the value
     * @param moves the inputs that moved
     */
    public record Part(Cause cause, String name, double amount, List<Move> moves) {
        public Part {
            moves = List.copyOf(moves);
        }
    }

    /**
     * One number that moved.
     *
     * @param input its name
     * @param element of its axis; empty for a cell
     * @param unit of the number
     * @param before empty where it came in
     * @param after empty where it dropped out
     */
    public record Move(
            String input, Optional<String> element, Unit unit, OptionalDouble before, OptionalDouble after) {}

    public Bridge {
        parts = List.copyOf(parts);
        remarks = java.util.Collections.unmodifiableSet(new TreeSet<>(remarks));
    }

    /**
     * The bridge from one sheet's result to another's.
     *
     * @throws InvalidInputException where the two results have different currencies or units, or the terms name inputs that are not there
     */
    public static Bridge between(Worksheet before, Worksheet after, BridgeTerms terms) {
        return Bridging.of(before, after, terms);
    }

    /** The bridge from one sheet's result to another's, from the sheets alone. */
    public static Bridge between(Worksheet before, Worksheet after) {
        return between(before, after, BridgeTerms.NONE);
    }

    public double difference() {
        return after - before;
    }

    /**
     * The bridge between the amounts that were stated, such as conclusions rounded to ten thousands: what the rounding makes is a part of its own.
     *
     * @param statedBefore instead of the earlier sheet's value
     * @param statedAfter instead of the later sheet's value
     */
    public Bridge stated(double statedBefore, double statedAfter) {
        double rounding = (statedAfter - after) - (statedBefore - before);
        var all = new ArrayList<>(parts);
        all.removeIf(part -> part.cause == Cause.ROUNDING);
        double already = parts.stream()
                .filter(part -> part.cause == Cause.ROUNDING)
                .mapToDouble(Part::amount)
                .sum();
        all.add(new Part(Cause.ROUNDING, ROUNDING, already + rounding, List.of()));
        return new Bridge(unit, currency, statedBefore, statedAfter, all, remarks);
    }

    /**
     * The parts rounded to the minor unit, in their order: they add up to the difference of the rounded values exactly.
     *
     * @param mode in which the values are rounded
     * @throws InvalidInputException where the value is no money
     */
    public List<Money> amounts(RoundingMode mode) {
        if (!unit.equals(Unit.MONEY))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH, "bridge", "its value is in " + unit, "Read the parts unrounded.");
        var total = Money.ofRounded(after, currency, mode).minus(Money.ofRounded(before, currency, mode));
        if (parts.isEmpty()) return List.of();
        var exact = new LinkedHashMap<Integer, BigDecimal>();
        var rest = total.amount();
        int largest = 0;
        for (int i = 0; i < parts.size(); i++) {
            var amount = Plain.decimal(parts.get(i).amount).setScale(DECIMALS, RoundingMode.HALF_EVEN);
            exact.put(i, amount);
            rest = rest.subtract(amount);
            if (Math.abs(parts.get(i).amount) > Math.abs(parts.get(largest).amount)) largest = i;
        }
        // beyond 9·10¹³ a double is not exact to the cent: what its rounding leaves goes to the largest part
        if (rest.abs().compareTo(BigDecimal.ONE.movePointLeft(currency.minorUnits())) >= 0)
            exact.merge(largest, rest, BigDecimal::add);
        return List.copyOf(LargestRemainder.round(total, exact).values());
    }
}
