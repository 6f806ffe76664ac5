package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;
import org.dataassay.valuation.weighting.FuzzyFacts.Factor;

/**
 * Grades an object by how far its factors belong to each grade: fuzzy comprehensive evaluation (模糊综合评价).
 *
 * <p><b>Formula</b> B = A ∘ R, b(j) = ∨ or Σ over i of a(i) ∧ or · r(i, j); A weights of the factors, R their memberships; a factor made of factors has their B as its row of R.
 * The grade of the greatest b is decided, or the score Σ b(j) · s(j) / Σ b(j)
 *
 * <p><b>Units and ranges</b> weights and memberships in [0, 1], each summing to 1 within {@link FuzzyFacts#TOLERANCE}
 *
 * <p><b>Edge cases</b> operators may decide differently: a note tells what each would · ties are told · in a draw, weights of a level and memberships of a factor are rescaled to
 * a sum of one; the bound of ⊕ at 1 is never reached, because the weights sum to one, and is not written
 *
 * <p><b>Numerics</b> left-to-right summation; error at most n · 2⁻⁵³
 *
 * <p><b>Use when / not when</b> quality is judged in words by several people / the factors are measured: use TOPSIS
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1016/S0019-9958(65)90241-X">Zadeh, Fuzzy Sets, Information and Control 8, 1965, pages 338–353; the four operators as in 汪培庄, 模糊集合论及其应用, 1983</a>
 */
public record FuzzyComprehensive(Options options) implements RankedMethod<FuzzyFacts, FuzzyGrades> {

    public static final MethodId ID = MethodId.of("weighting.fuzzy-comprehensive");

    private static final String MEMBERSHIP = "membership";
    private static final String SCORE = "score";

    /** How weights and memberships are composed. */
    public enum Operator {
        /** M(∧, ∨): least of weight and membership, greatest over the factors; the main factor decides (主因素决定型). */
        MIN_MAX("M(∧,∨)"),
        /** M(·, ∨): product, greatest over the factors; the main factor stands out (主因素突出型). */
        PRODUCT_MAX("M(·,∨)"),
        /** M(∧, ⊕): least of weight and membership, summed over the factors. */
        MIN_SUM("M(∧,⊕)"),
        /** M(·, ⊕): the weighted average; every factor counts (加权平均型). */
        WEIGHTED_AVERAGE("M(·,⊕)");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        /** As the literature writes it. */
        public String symbol() {
            return symbol;
        }

        private Row pair(Row membership, Cell weight) {
            return this == MIN_MAX || this == MIN_SUM ? membership.min(weight) : membership.times(weight);
        }

        private Row gather(Row one, Row other) {
            return this == MIN_MAX || this == PRODUCT_MAX ? one.max(other) : one.plus(other);
        }
    }

    /** What the evaluation ends in. */
    public enum Decision {
        /** The grade of the greatest membership (最大隶属度原则). */
        GREATEST_MEMBERSHIP,
        /** The average score of the grades, weighted by membership. */
        SCORE
    }

    /** What a level passes on to the one above. */
    public enum BetweenLevels {
        /** Memberships as composed, whatever their sum. */
        AS_COMPOSED,
        /** Memberships divided by their sum. */
        RESCALED
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param operator how weights and memberships are composed
     * @param decision what the evaluation ends in
     * @param betweenLevels what a level passes on; of no effect under the weighted average, whose memberships sum to one
     */
    public record Options(Operator operator, Decision decision, BetweenLevels betweenLevels) {
        public static final Options STANDARD =
                new Options(Operator.WEIGHTED_AVERAGE, Decision.GREATEST_MEMBERSHIP, BetweenLevels.RESCALED);

        public Options withOperator(Operator how) {
            return new Options(how, decision, betweenLevels);
        }

        public Options withDecision(Decision by) {
            return new Options(operator, by, betweenLevels);
        }

        public Options withBetweenLevels(BetweenLevels what) {
            return new Options(operator, decision, what);
        }
    }

    public static FuzzyComprehensive standard() {
        return new FuzzyComprehensive(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes {@code membership} in each grade; returns {@code lead}, the greatest membership less the next, or {@code score}. */
    @Override
    public Written writeRanked(Sheet sheet, FuzzyFacts facts, ValuationContext context) {
        var axis = sheet.axis(
                "grades", facts.grades().stream().map(FuzzyFacts.Grade::name).toList());
        var written = Ranks.write(sheet, MEMBERSHIP, composed(sheet, axis, facts.factors()));
        if (isScored(facts)) {
            var score = score(sheet, axis, facts, written.ranked());
            return options.decision() == Decision.SCORE ? new Written(score, written.ranked()) : written;
        }
        if (options.decision() == Decision.SCORE)
            throw InvalidInputException.of(
                    ValuationError.MISSING, "grades", "The decision is by score: give each grade its score.");
        return written;
    }

    private static Cell score(Sheet sheet, Axis axis, FuzzyFacts facts, Row membership) {
        var score = sheet.given(
                "gradeScore",
                Unit.FACTOR,
                axis,
                facts.grades().stream()
                        .map(grade -> grade.score().orElseThrow())
                        .toList());
        return sheet.let(SCORE, membership.times(score).sum().dividedBy(membership.sum()));
    }

    private static boolean isScored(FuzzyFacts facts) {
        return facts.grades().stream().allMatch(grade -> grade.score().isPresent());
    }

    /** Memberships of what the factors make up. */
    private Row composed(Sheet sheet, Axis axis, List<Factor> factors) {
        var sections = factors.stream()
                .map(factor -> sheet.section("factors").section(factor.name()))
                .toList();
        var judged = new ArrayList<Cell>();
        for (int i = 0; i < factors.size(); i++)
            judged.add(atLeastZero(
                    sections.get(i),
                    sections.get(i)
                            .given("judgedWeight", Unit.SHARE, factors.get(i).weight())));
        var sum = sheet.let("sumOfWeights", judged.stream().reduce(Cell::plus).orElseThrow());
        var pairs = new ArrayList<Row>();
        for (int i = 0; i < factors.size(); i++) {
            var weight =
                    sections.get(i).let("weight", judged.get(i).dividedBy(sum).as(Unit.SHARE));
            pairs.add(options.operator().pair(membership(sections.get(i), axis, factors.get(i)), weight));
        }
        return pairs.stream().reduce(options.operator()::gather).orElseThrow();
    }

    private static Cell atLeastZero(Sheet section, Cell weight) {
        section.require(
                "weightAtLeastZero", weight, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Bound the distribution by 0.");
        return weight;
    }

    private Row membership(Sheet section, Axis axis, Factor factor) {
        if (!factor.factors().isEmpty()) {
            var composed = section.let("composed", composed(section, axis, factor.factors()));
            return options.betweenLevels() == BetweenLevels.AS_COMPOSED
                    ? composed
                    : section.let(MEMBERSHIP, composed.dividedBy(composed.sum()));
        }
        var judged = section.given("judgedMembership", Unit.SHARE, axis, factor.membership());
        section.require(
                "membershipAtLeastZero", judged, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Bound the distributions by 0.");
        return section.let(MEMBERSHIP, judged.dividedBy(judged.sum()).as(Unit.SHARE));
    }

    @Override
    public List<Note> remarks(FuzzyFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(Note.Kind.ASSUMPTION, "operator", options.operator().symbol()));
        notes.add(others(facts, context, verdict(facts, worksheet, section)));
        return notes;
    }

    /** What the other operators would decide. */
    private Note others(FuzzyFacts facts, ValuationContext context, List<String> own) {
        boolean isAgreed = true;
        var texts = new ArrayList<String>();
        for (var operator : Operator.values()) {
            if (operator == options.operator()) continue;
            var other = new FuzzyComprehensive(options.withOperator(operator));
            var verdict = verdict(facts, other.closed(facts, context), "");
            isAgreed &= verdict.equals(own);
            texts.add(operator.symbol() + ": " + text(verdict));
        }
        return Note.of(
                isAgreed ? Note.Kind.INFO : Note.Kind.WARNING,
                isAgreed ? "operators-agree" : "operators-differ",
                options.operator().symbol() + ": " + text(own) + "; " + String.join("; ", texts));
    }

    private static String text(List<String> grades) {
        return String.join(" = ", grades);
    }

    private Worksheet closed(FuzzyFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        return sheet.close(write(sheet, facts, context));
    }

    /** The grades of the greatest membership. */
    private static List<String> verdict(FuzzyFacts facts, Worksheet worksheet, String section) {
        var names = facts.grades().stream().map(FuzzyFacts.Grade::name).toList();
        var ranks = Ranks.of(worksheet, section, names);
        return IntStream.range(0, names.size())
                .filter(j -> ranks.get(j) == 1)
                .mapToObj(names::get)
                .toList();
    }

    @Override
    public FuzzyGrades evaluate(FuzzyFacts facts, ValuationContext context) {
        var worksheet = closed(facts, context);
        var memberships = worksheet.values(MEMBERSHIP);
        return new FuzzyGrades(
                ID,
                verdict(facts, worksheet, ""),
                isScored(facts) ? OptionalDouble.of(worksheet.value(SCORE)) : OptionalDouble.empty(),
                IntStream.range(0, memberships.size())
                        .mapToObj(j ->
                                new FuzzyGrades.Membership(facts.grades().get(j).name(), memberships.get(j)))
                        .toList(),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }
}
