package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Result;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Simulation;
import org.dataassay.valuation.sheet.SimulationResult;
import org.dataassay.valuation.sheet.Unit;

/**
 * How far an order stands when the judgements or measurements behind it are uncertain: the sheet is simulated, and every draw is ranked.
 *
 * <p><b>Formula</b> against the order at the base values, per draw: τ = (C − D)/P, C and D the pairs in the same and the opposite order among the P pairs that do not tie
 * at the base values; ρ = 1 − 6·Σd²/(n³ − n), d the differences of ranks.
 *
 * <p>Across methods rather than draws, see {@link RankAgreement}.
 *
 * <pre>{@code
 * var stability = RankStability.of(Ahp.of(options), facts, context, Simulation.of(context.seed()));
 * stability.probabilityFirstStays();
 * stability.place("quality").probabilities();   // of rank 1, 2, …
 * }</pre>
 *
 * @param base the order at the base values
 * @param places every name with the probabilities of its ranks
 * @param probabilityFirstStays that what is first at the base values is first, alone or tied
 * @param probabilityOfReversal that any pair changes its order
 * @param reversedPairs expected share of the pairs that change their order
 * @param kendallTau expected τ
 * @param leastLikelyTau τ that only one draw in twenty falls below
 * @param spearman expected ρ
 * @param draws that count
 * @param rejected draws in which a guard did not hold
 * @param standardError greatest that a probability of this many draws can have
 */
public record RankStability(
        RankOrder base,
        List<Place> places,
        double probabilityFirstStays,
        double probabilityOfReversal,
        double reversedPairs,
        double kendallTau,
        double leastLikelyTau,
        double spearman,
        int draws,
        int rejected,
        double standardError) {

    /** Most things ranked, so that every rank has a cell of the histogram to itself. */
    public static final int MOST = 50;

    private static final String SECTION = "rankStability";
    private static final double LOW = 0.05;

    /**
     * Where one name may stand.
     *
     * @param name of the element
     * @param rank at the base values
     * @param meanRank over the draws
     * @param probabilities of rank 1, 2, … n
     */
    public record Place(String name, double rank, double meanRank, List<Double> probabilities) {
        public Place {
            probabilities = List.copyOf(probabilities);
        }
    }

    public RankStability {
        places = List.copyOf(places);
    }

    /** Where one name may stand. */
    public Place place(String name) {
        return places.stream()
                .filter(place -> place.name.equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.UNKNOWN,
                        "rank",
                        "'" + name + "'",
                        "Ranked are " + String.join(", ", base.names()) + "."));
    }

    /**
     * Ranks every draw of a method.
     *
     * @param method with its options
     * @param facts with distributions
     * @param simulation how to draw; percentiles are ours
     */
    public static <F, R extends Result> RankStability of(
            RankedMethod<F, R> method, F facts, ValuationContext context, Simulation simulation) {
        var first = Sheet.open(context.currency());
        var written = method.writeRanked(first, facts, context);
        var scores = first.let(SECTION, written.ranked());
        var names = scores.axis().elements();
        new Check()
                .that(
                        names.size() >= 2 && names.size() <= MOST,
                        "ranked",
                        "2 to " + MOST + " elements",
                        names.size(),
                        "Simulate the figures themselves.")
                .done();
        var values = first.close(written.result()).values(SECTION);
        var base = RankOrder.ofScores(method.id().toString(), names, values);
        return simulated(method, facts, context, base, simulation.withPercentiles(List.of(LOW)));
    }

    /** Writes the sheet again, now with the ranks of a draw and their distance from the base order. */
    private static <F, R extends Result> RankStability simulated(
            RankedMethod<F, R> method, F facts, ValuationContext context, RankOrder base, Simulation simulation) {
        var sheet = Sheet.open(context.currency());
        var written = method.writeRanked(sheet, facts, context);
        var section = sheet.section(SECTION);
        var score = section.let("score", written.ranked());
        var axis = score.axis();
        int n = axis.size();
        var watched = new ArrayList<String>();
        var squares = new ArrayList<Cell>();
        var agreements = new ArrayList<Cell>();
        double pairs = 0;
        for (int i = 0; i < n; i++) {
            var own = score.at(i);
            var better = Figure.when(score, Relation.GREATER, own.plus(Cell.number(Ranking.TIE)), Cell.ONE, Cell.ZERO);
            var rank = section.let("rank " + (i + 1), better.sum().plus(Cell.ONE));
            watched.add(SECTION + "/rank " + (i + 1));
            squares.add(rank.minus(Cell.number(base.ranks().get(i))).power(2));
            var signs = new ArrayList<Double>();
            for (int j = 0; j < n; j++)
                signs.add(Math.signum(base.ranks().get(j) - base.ranks().get(i)));
            for (double sign : signs) pairs += Math.abs(sign);
            var sign = section.fixed("sign " + (i + 1), Unit.FACTOR, axis, signs);
            agreements.add(Figure.when(score, Relation.LESS, own, Cell.ONE, Cell.ONE.negated())
                    .times(sign)
                    .sum());
        }
        if (pairs == 0)
            throw InvalidInputException.of(
                    ValuationError.INVALID,
                    "ranked",
                    "all tie at the base values",
                    "There is no order whose stability could be told.");
        var agreement = agreements.stream().reduce(Cell::plus).orElseThrow();
        section.let("tau", agreement.dividedBy(Cell.number(pairs)));
        section.let("reversal", Figure.when(agreement, Relation.LESS, Cell.number(pairs - 0.5), Cell.ONE, Cell.ZERO));
        var distance = squares.stream().reduce(Cell::plus).orElseThrow();
        section.let(
                "rho", Cell.ONE.minus(distance.times(Cell.number(6)).dividedBy(Cell.number(n * ((double) n * n - 1)))));
        var top = sheet.section(SECTION).let("first", firstStays(base, score, n));
        for (var name : List.of("tau", "reversal", "rho", "first")) watched.add(SECTION + "/" + name);
        return read(base, sheet.close(top).simulate(simulation, watched));
    }

    /** 1 where nothing exceeds the best of those that are first at the base values. */
    private static Cell firstStays(RankOrder base, Row score, int n) {
        var first = base.first();
        var best = score.at(base.names().indexOf(first.get(0)));
        for (int k = 1; k < first.size(); k++)
            best = best.max(score.at(base.names().indexOf(first.get(k))));
        var most = score.at(0);
        for (int i = 1; i < n; i++) most = most.max(score.at(i));
        return Figure.when(best.plus(Cell.number(Ranking.TIE)), Relation.LESS, most, Cell.ZERO, Cell.ONE);
    }

    private static RankStability read(RankOrder base, SimulationResult result) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < base.size(); i++) {
            var spread = result.of(SECTION + "/rank " + (i + 1));
            places.add(new Place(
                    base.names().get(i), base.ranks().get(i), spread.mean(), probabilities(spread, base.size())));
        }
        var tau = result.of(SECTION + "/tau");
        return new RankStability(
                base,
                places,
                result.of(SECTION + "/first").mean(),
                result.of(SECTION + "/reversal").mean(),
                (1 - tau.mean()) / 2,
                tau.mean(),
                tau.percentile(LOW),
                result.of(SECTION + "/rho").mean(),
                tau.count(),
                result.rejected(),
                0.5 / Math.sqrt(tau.count()));
    }

    /** Ranks are whole and fewer than the cells of the histogram, so that no cell holds two of them. */
    private static List<Double> probabilities(SimulationResult.Spread spread, int n) {
        var counts = new long[n];
        var histogram = spread.histogram();
        int cells = histogram.counts().size();
        for (int c = 0; c < cells; c++) {
            double middle = histogram.low() + (c + 0.5) * (histogram.high() - histogram.low()) / cells;
            int rank = (int) Math.round(middle);
            counts[Math.min(n, Math.max(1, rank)) - 1] += histogram.counts().get(c);
        }
        var probabilities = new ArrayList<Double>();
        for (long count : counts) probabilities.add(count / (double) spread.count());
        return probabilities;
    }
}
