package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Combines weights by several methods, such as judged and measured ones, into one set (组合赋权).
 *
 * <p><b>Formula</b> multiplicative w ∝ Π_k w_k; linear w = Σ_k μ_k·w_k, Σ μ = 1; game-theoretic: w = Σ_k α_k·w_k/Σ α with the α that bring w nearest to every w_k, Σ_k
 * α_k·(w_j·w_k) = w_j·w_j for each j. The sheet closes on the greatest weight.
 *
 * <p><b>Units and ranges</b> each set sums to 1 within 1e-9 · μ in [0, 1] · 2 to 10 sets, 2 to 200 names
 *
 * <p><b>Edge cases</b> multiplied, a weight of zero stays zero, and sets without a common weight above zero are refused · sets that are nearly the same leave α open and
 * are refused · an α below zero is refused: the sets contradict each other
 *
 * <p><b>Numerics</b> elimination without exchange of rows, on the sheet; the matrix of products is positive definite
 *
 * <p><b>Use when / not when</b> judgement and data each know something / the sets put the names in opposite orders: say first which one is right
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1007/978-3-642-48318-9">C.-L. Hwang, K. Yoon, Multiple Attribute Decision Making, 1981, chapter II, methods for assessing
 *     weight</a>
 */
public record Combination(Options options) implements RankedMethod<CombinationFacts, CombinedWeights> {

    public static final MethodId ID = MethodId.of("weighting.combination");

    /** Below this a set holds nothing that the sets before it have not. */
    private static final double SINGULAR = 1e-12;

    /** How sets become one. */
    public enum Form {
        /** Multiplied name by name; what both find heavy becomes heavier. */
        MULTIPLICATIVE,
        /** Averaged by shares that a person states. */
        LINEAR,
        /** Averaged by shares that bring the result nearest to every set. */
        GAME_THEORETIC
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param form must be stated
     */
    public record Options(Optional<Form> form) {
        public static final Options STANDARD = new Options(Optional.empty());

        public static Options of(Form form) {
            return new Options(Optional.of(form));
        }

        private Form stated() {
            return form.orElseThrow(() -> InvalidInputException.of(
                    ValuationError.MISSING,
                    "options.form",
                    "Say how the sets become one: multiplicative, linear or game-theoretic."));
        }
    }

    public static Combination of(Form form) {
        return new Combination(Options.of(form));
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Written writeRanked(Sheet sheet, CombinationFacts facts, ValuationContext context) {
        check(facts);
        var axis = sheet.axis("weighted", facts.names());
        var sets = new ArrayList<Row>();
        for (var set : facts.sets()) {
            var given = sheet.section(set.name()).given("weightGiven", Unit.SHARE, axis, set.weights());
            var isShocked = set.weights().shock().isPresent();
            sets.add(isShocked ? sheet.section(set.name()).let("weight", given.dividedBy(given.sum())) : given);
        }
        var weight = sheet.let("weight", combined(sheet, facts, sets).as(Unit.SHARE));
        var greatest = weight.at(0);
        for (int i = 1; i < facts.names().size(); i++) greatest = greatest.max(weight.at(i));
        return new Written(sheet.let("greatestWeight", greatest), weight);
    }

    private void check(CombinationFacts facts) {
        boolean isLinear = options.stated() == Form.LINEAR;
        boolean hasShares = facts.sets().get(0).share().isPresent();
        if (isLinear && !hasShares)
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "sets[0].share",
                    "A linear combination needs the share of every set, with its reason as source.");
        if (!isLinear && hasShares)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "sets[0].share",
                    "only a linear combination has shares",
                    "Leave the shares out, or choose the form linear.");
    }

    private Row combined(Sheet sheet, CombinationFacts facts, List<Row> sets) {
        return switch (options.stated()) {
            case MULTIPLICATIVE -> {
                var product = sheet.let(
                        "productOfWeights", sets.stream().reduce(Row::times).orElseThrow());
                var sum = sheet.let("sumOfProducts", product.sum());
                sheet.require(
                        "commonWeight",
                        sum,
                        Relation.GREATER,
                        Cell.ZERO,
                        "The sets have no name in common that weighs anything; combine them linearly.");
                yield product.dividedBy(sum);
            }
            case LINEAR -> {
                var shares = new ArrayList<Cell>();
                for (var set : facts.sets())
                    shares.add(sheet.section(set.name())
                            .given("share", Unit.SHARE, set.share().orElseThrow()));
                yield average(sets, shares);
            }
            case GAME_THEORETIC -> average(sets, nearest(sheet, facts, sets));
        };
    }

    /** Σ μ·w/Σ μ, where drawn shares need not sum to 1. */
    private static Row average(List<Row> sets, List<Cell> shares) {
        var sum = sets.get(0).times(shares.get(0));
        var total = shares.get(0);
        for (int k = 1; k < sets.size(); k++) {
            sum = sum.plus(sets.get(k).times(shares.get(k)));
            total = total.plus(shares.get(k));
        }
        return sum.dividedBy(total);
    }

    /** The α of the game-theoretic form: elimination on the sheet. */
    private static List<Cell> nearest(Sheet sheet, CombinationFacts facts, List<Row> sets) {
        int m = sets.size();
        var a = new Cell[m][m];
        var b = new Cell[m];
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < m; k++) a[j][k] = sets.get(j).times(sets.get(k)).sum();
            b[j] = a[j][j];
        }
        for (int p = 0; p < m; p++) {
            var section = sheet.section(facts.sets().get(p).name());
            section.require(
                    "different",
                    section.let("pivot", a[p][p]),
                    Relation.GREATER,
                    Cell.number(SINGULAR),
                    "It is a mixture of the sets before it; leave one of them out.");
            for (int j = p + 1; j < m; j++) {
                var factor = a[j][p].dividedBy(a[p][p]);
                for (int k = p + 1; k < m; k++) a[j][k] = a[j][k].minus(factor.times(a[p][k]));
                b[j] = b[j].minus(factor.times(b[p]));
            }
        }
        var alpha = new Cell[m];
        for (int j = m - 1; j >= 0; j--) {
            var rest = b[j];
            for (int k = j + 1; k < m; k++) rest = rest.minus(a[j][k].times(alpha[k]));
            alpha[j] = sheet.section(facts.sets().get(j).name()).let("combinationCoefficient", rest.dividedBy(a[j][j]));
        }
        for (int j = 0; j < m; j++)
            sheet.section(facts.sets().get(j).name())
                    .require(
                            "counts",
                            alpha[j],
                            Relation.GREATER_OR_EQUAL,
                            Cell.ZERO,
                            "The nearest combination would subtract this set; choose the shares yourself.");
        return List.of(alpha);
    }

    @Override
    public List<Note> remarks(CombinationFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        agreement(facts).leastKendallTau().ifPresent(tau -> {
            if (tau < 0) notes.add(Note.of(Note.Kind.WARNING, "weight-sets-disagree", "τ = " + Plain.of(tau)));
        });
        return notes;
    }

    private static RankAgreement agreement(CombinationFacts facts) {
        return RankAgreement.of(facts.sets().stream()
                .map(set -> RankOrder.of(set.name(), set.asWeights()))
                .toList());
    }

    @Override
    public CombinedWeights evaluate(CombinationFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        return new CombinedWeights(
                ID,
                new Weights(facts.names(), worksheet.values("weight")),
                agreement(facts),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }
}
