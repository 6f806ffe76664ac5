package org.dataassay.pricing.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * A reference band, and what became of every piece of evidence: each is either used or set aside with its reason.
 *
 * @param method id of the method
 * @param band empty where the evidence is too thin to show one without giving away a single price
 * @param confidence how far it can be relied on
 * @param effectivePieces (Σ w)²/Σ w²
 * @param sources independent ones among the pieces used
 * @param dealShare share of the weight that deals have
 * @param withoutPiece how the middle moves when one piece is left out; empty where it is the only one
 * @param withoutSource how the middle moves when all pieces of one source are left out; empty where it is the only one
 * @param used pieces, by price and then by name
 * @param setAside pieces, in the order given
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record ReferencePrices(
        MethodId method,
        Optional<PriceBand> band,
        ConfidenceLadder.Confidence confidence,
        double effectivePieces,
        int sources,
        double dealShare,
        Optional<Stability> withoutPiece,
        Optional<Stability> withoutSource,
        List<Used> used,
        List<SetAside> setAside,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /**
     * Prices for the wanted unit, term and rights.
     *
     * @param low lower end
     * @param middle the point; empty below the evidence threshold
     * @param high upper end
     */
    public record PriceBand(UnitPrice low, Optional<UnitPrice> middle, UnitPrice high) {}

    /**
     * How the middle moves, as a share of it: 0.1 is 10 % up.
     *
     * @param down furthest down, at most 0
     * @param up furthest up, at least 0
     */
    public record Stability(double down, double up) {}

    /**
     * A piece of evidence that counts.
     *
     * @param name of the piece
     * @param price for the wanted unit, term and rights
     * @param steps by which it got there; empty where nothing was converted
     * @param weight share of all weights
     * @param lowWithout how the lower end moves without this piece, as a share of it
     * @param middleWithout how the middle moves; empty, as the others, where no piece would be left
     * @param highWithout how the upper end moves
     */
    public record Used(
            String name,
            UnitPrice price,
            List<String> steps,
            double weight,
            OptionalDouble lowWithout,
            OptionalDouble middleWithout,
            OptionalDouble highWithout) {
        public Used {
            steps = List.copyOf(steps);
        }
    }

    /** Why a piece does not count. */
    public enum Reason {
        /** Nothing was asked: a substitute, not a price. */
        FREE,
        /** Its unit has no conversion to the wanted one. */
        UNIT,
        /** Its term does not fit. */
        TERM,
        /** Its rights have no conversion to those wanted. */
        RIGHTS,
        /** Its currency has no exchange rate. */
        CURRENCY,
        /** It is later than the valuation date. */
        LATER,
        /** It has no date where weights fall with age. */
        UNDATED,
        /** So far from the others that it is hardly for the unit it states. */
        UNIT_SUSPECT
    }

    /**
     * A piece of evidence that does not count, and is shown.
     *
     * @param name of the piece
     * @param reason why
     * @param price for the wanted unit, term and rights, as far as it could be converted
     * @param distance from the middle of the logarithms in robust standard deviations; of a suspect
     * @param looksLike what would bring a suspect into line, such as ÷ 1000; empty where no usual factor does
     */
    public record SetAside(
            String name,
            Reason reason,
            Optional<UnitPrice> price,
            OptionalDouble distance,
            Optional<String> looksLike) {}

    public ReferencePrices {
        used = List.copyOf(used);
        setAside = List.copyOf(setAside);
        notes = List.copyOf(notes);
    }
}
