package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;

/**
 * Divides so that the coalition that would gain most by leaving gains as little as can be, then the next, and so on: the nucleolus.
 *
 * <p><b>Formula</b> of all x with x(N) = v(N) and x(i) ≥ v(i), the one whose excesses v(S) − x(S), sorted from the greatest on, are lexicographically least
 *
 * <p><b>Units and ranges</b> in the unit of the game · at most {@value CoreProgram#MOST_PLAYERS} players
 *
 * <p><b>Edge cases</b> it always exists where all together are worth at least the sum of all alone, is unique, and lies in the core where there is one · where all alone are worth
 * more, x(i) ≥ v(i) is dropped (prenucleolus) and a note says so
 *
 * <p><b>Numerics</b> up to n − 1 linear programs, see the levels for their proofs; every excess is recomputed from the division and must hold to 1e-8 of the greatest worth
 *
 * <p><b>Use when / not when</b> parties may walk away in groups, and the least satisfied shall be satisfied as well as can be / contributions shall be rewarded in proportion: more worth of all can
 * mean less for one
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1137/0117107">D. Schmeidler, The Nucleolus of a Characteristic Function Game, SIAM Journal on Applied Mathematics 17 (1969), pages 1163–1170</a>
 */
public record Nucleolus(Options options) implements Method<GameFacts, CoreSolution> {

    public static final MethodId ID = MethodId.of("contribution.nucleolus");

    /** Of the greatest worth: what a recomputed excess may differ by. */
    private static final double VERIFIED = 1e-8;

    /**
     * Conventions; each is written into the provenance.
     *
     * @param emptyCoalition what happens where nobody is already worth something
     */
    public record Options(EmptyCoalition emptyCoalition) {
        public static final Options STANDARD = new Options(EmptyCoalition.REFUSED);
    }

    public static Nucleolus standard() {
        return new Nucleolus(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public CoreSolution evaluate(GameFacts facts, ValuationContext context) {
        return solve(this, facts, context, options.emptyCoalition(), true);
    }

    static CoreSolution solve(
            Method<?, ?> method, GameFacts facts, ValuationContext context, EmptyCoalition nobody, boolean rational) {
        var found = new Found(method, facts, context);
        boolean isCost = facts.game().isCost();
        TableGame.requireSmall(facts.game().players().size(), CoreProgram.MOST_PLAYERS);
        var table = Exact.table(facts.game().toGame(), nobody);
        int n = table.size();
        var wanted = table.worths().clone();
        if (isCost) for (int mask = 0; mask < wanted.length; mask++) wanted[mask] = -wanted[mask];
        double alone = 0;
        for (int i = 0; i < n; i++) alone += wanted[1 << i];
        boolean bounded = rational && alone <= wanted[wanted.length - 1];
        if (rational && !bounded)
            found.note(
                    Note.Kind.WARNING,
                    "prenucleolus",
                    "All together are worth less than all alone: no division gives each player what it has alone, and none was asked to.");
        var program = new CoreProgram(wanted, n, bounded);
        program.solve(false);
        var values = program.values();
        verify(wanted, values, program.levels());
        if (isCost) for (int i = 0; i < n; i++) values[i] = -values[i];
        var levels = program.levels().stream()
                .map(level -> named(level, table.players()))
                .toList();
        double least = levels.isEmpty() ? 0 : levels.get(0).excess();
        double scale = 0;
        for (double worth : wanted) scale = Math.max(scale, Math.abs(worth));
        boolean isEmpty = least > CoreCheck.TOLERANCE * scale;
        if (isEmpty)
            found.note(
                    Note.Kind.WARNING,
                    "core-is-empty",
                    "However it is divided, some players would do better by themselves, by "
                            + org.dataassay.valuation.error.Plain.of(least) + " at least.");
        var divided = found.exact(table, values, isCost);
        return new CoreSolution(
                method.id(),
                divided.players(),
                divided.sum(),
                divided.grandWorth(),
                least,
                isEmpty,
                levels,
                divided.core().orElseThrow(),
                divided.notes(),
                divided.provenance());
    }

    private static CoreSolution.Level named(CoreProgram.Level level, List<String> players) {
        return new CoreSolution.Level(
                level.excess(),
                level.holders().stream()
                        .filter(CoreProgram.Holder::eased)
                        .map(holder -> new CoreSolution.Balanced(
                                Coalition.ofMask(players.size(), holder.mask())
                                        .members()
                                        .mapToObj(players::get)
                                        .toList(),
                                holder.weight()))
                        .toList());
    }

    /** Every level's coalitions have the excess it says, and no other coalition has more than the level at which it was still free. */
    private static void verify(double[] wanted, double[] values, List<CoreProgram.Level> levels) {
        var sums = new double[wanted.length];
        double scale = 0;
        for (int mask = 1; mask < wanted.length; mask++) {
            sums[mask] = sums[mask & mask - 1] + values[Integer.numberOfTrailingZeros(mask)];
            scale = Math.max(scale, Math.abs(wanted[mask]));
        }
        double tolerance = VERIFIED * scale;
        double worst = Double.NEGATIVE_INFINITY;
        for (int mask = 1; mask < wanted.length - 1; mask++) worst = Math.max(worst, wanted[mask] - sums[mask]);
        boolean holds = levels.isEmpty() || Math.abs(worst - levels.get(0).excess()) <= tolerance;
        double before = Double.POSITIVE_INFINITY;
        for (var level : levels) {
            holds &= level.excess() <= before + tolerance;
            before = level.excess();
            for (var holder : level.holders()) {
                if (!holder.eased()) continue;
                double excess = wanted[holder.mask()] - sums[holder.mask()];
                holds &= Math.abs(excess - level.excess()) <= tolerance;
            }
        }
        if (!holds)
            throw ValuationFailedException.of(
                    ValuationError.NO_CONVERGENCE,
                    "core",
                    "the recomputed excesses are not those of the programs",
                    "Scale the worths so that they are of one order, or round them.");
    }
}
