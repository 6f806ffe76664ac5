package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.result.WithWorksheet;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Alternatives in the order of their scores. The sheet's result is {@code lead}, the best score less the next; the cells {@code rank/<alternative>} and {@code
 * comesFirst/<alternative>} may be watched in a simulation, which then tells mean ranks and how often each comes first.
 *
 * @param method id of the method
 * @param places best first; those that tie in the order in which they were given
 * @param worksheet every figure, and all readings of the calculation
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record Ranking(MethodId method, List<Place> places, Worksheet worksheet, List<Note> notes, Provenance provenance)
        implements Finding, WithWorksheet {

    /** Scores that differ by no more tie: it is far above rounding and far below what a judgement can tell apart. */
    public static final double TIE = 1e-12;

    /** Name of the row that is ranked. */
    static final String SCORE = "score";

    /**
     * Where an alternative stands.
     *
     * @param alternative its name
     * @param score higher is better
     * @param rank 1 is best; those that tie share a rank and the ranks after it are skipped
     * @param tied whether another has the same rank
     */
    public record Place(String alternative, double score, int rank, boolean tied) {}

    public Ranking {
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }

    /** Where one alternative stands. */
    public Place place(String alternative) {
        return places.stream()
                .filter(place -> place.alternative.equals(alternative))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.UNKNOWN,
                        "alternative",
                        "'" + alternative + "'",
                        "Ranked are "
                                + String.join(
                                        ", ",
                                        places.stream().map(Place::alternative).toList())
                                + "."));
    }

    /** The best alternative, or those that tie for it. */
    public List<String> best() {
        return places.stream()
                .filter(place -> place.rank == 1)
                .map(Place::alternative)
                .toList();
    }

    /** The ranking of a closed sheet on which {@link Ranks} of the row {@code score} stand. */
    static <F> Ranking of(SheetMethod<F, Ranking> method, F facts, ValuationContext context, Worksheet worksheet) {
        var notes = new ArrayList<Note>();
        var places = places(worksheet);
        var tied = places.stream().filter(Place::tied).map(Place::alternative).toList();
        if (!tied.isEmpty()) notes.add(Note.of(Note.Kind.WARNING, "ranks-tied", String.join(", ", tied)));
        notes.addAll(Indication.notes(method, facts, context, worksheet));
        return new Ranking(method.id(), places, worksheet, notes, Indication.provenance(method, context, worksheet));
    }

    private static List<Place> places(Worksheet worksheet) {
        var scores = worksheet.values(SCORE);
        var names = worksheet.axis(SCORE).orElseThrow().elements();
        var ranks = Ranks.of(worksheet, "", names);
        var places = new ArrayList<Place>();
        for (int i = 0; i < names.size(); i++) {
            int rank = ranks.get(i);
            boolean tied = ranks.stream().filter(other -> other == rank).count() > 1;
            places.add(new Place(names.get(i), scores.get(i), rank, tied));
        }
        places.sort(Comparator.comparingInt(Place::rank));
        return places;
    }
}
