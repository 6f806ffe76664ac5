package org.dataassay.pricing.contribution;

import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;

/**
 * Tells how far a division can satisfy every coalition, and names one that does: the least core.
 *
 * <p><b>Formula</b> least ε for which some x with x(N) = v(N) has x(S) ≥ v(S) − ε for every coalition S other than nobody and everybody
 *
 * <p><b>Units and ranges</b> in the unit of the game · at most {@value CoreProgram#MOST_PLAYERS} players
 *
 * <p><b>Edge cases</b> the core is empty exactly where ε is above 0: then ε is the least subsidy per coalition that keeps all together · the least core is a set; of it the point is taken
 * that satisfies the next coalitions as well as can be (prenucleolus), so that nothing depends on how a program walks
 *
 * <p><b>Numerics</b> as {@link Nucleolus}; ε is proved by the weights of the first level, whose coalitions cover every player alike
 *
 * <p><b>Use when / not when</b> is a proposed division stable, and what would keep everyone in / contributions shall be rewarded in proportion
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1287/moor.4.4.303">M. Maschler, B. Peleg, L. S. Shapley, Geometric Properties of the Kernel, Nucleolus, and Related Solution Concepts, Mathematics of Operations
 *     Research 4 (1979), section 2</a>
 */
public record LeastCore(Options options) implements Method<GameFacts, CoreSolution> {

    public static final MethodId ID = MethodId.of("contribution.least-core");

    /**
     * Conventions; each is written into the provenance.
     *
     * @param emptyCoalition what happens where nobody is already worth something
     */
    public record Options(EmptyCoalition emptyCoalition) {
        public static final Options STANDARD = new Options(EmptyCoalition.REFUSED);
    }

    public static LeastCore standard() {
        return new LeastCore(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public CoreSolution evaluate(GameFacts facts, ValuationContext context) {
        var solution = Nucleolus.solve(this, facts, context, options.emptyCoalition(), false);
        var notes = new java.util.ArrayList<>(solution.notes());
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "point-of-the-least-core",
                "The least core is a set; this is its point that satisfies the next coalitions as well as can be."));
        return new CoreSolution(
                solution.method(),
                solution.players(),
                solution.sum(),
                solution.grandWorth(),
                solution.leastExcess(),
                solution.coreIsEmpty(),
                solution.levels(),
                solution.core(),
                notes,
                solution.provenance());
    }
}
