package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dataassay.valuation.context.ValuationContext;
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

/**
 * Finds which factors drive the others: the decision making trial and evaluation laboratory (DEMATEL).
 *
 * <p><b>Formula</b> D = mean of the experts' matrices; X = D / s; T = X + X² + X³ + … = X · (I − X)⁻¹; r(i) = Σ t(i, j) given, c(j) = Σ t(i, j) received; prominence r + c
 * (中心度), relation r − c (原因度); a cause where r − c is above 0. s is the greatest row sum, or the greatest of all row and column sums: {@link Options#scale}.
 *
 * <p><b>Units and ranges</b> judgements at least 0 on one scale, 0 on the diagonal · T, r and c plain numbers
 *
 * <p><b>Edge cases</b> where every row sum is the same the spectral radius of X is 1, the series has no sum, and the sheet is refused · no influence at all is refused · a
 * factor neither given nor taking has weight 0
 *
 * <p><b>Numerics</b> (I − X) T = X is solved by Gauss–Jordan elimination on the sheet, row by row: I − X is an M-matrix when the spectral radius is below 1, so every pivot is
 * positive without exchange of rows, no choice depends on a number, and but for the diagonal nothing is ever subtracted; the guards on the pivots are the exact test of the spectral
 * radius. A series would need a length, a function figure would not be live in a workbook
 *
 * <p><b>Use when / not when</b> factors influence each other and the question is which to move first / criteria are independent: use the analytic hierarchy process
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.3390/sym14061109">A Novel DEMATEL Approach by Considering Normalization and Invertibility, Symmetry 14(6) 1109, 2022, section 2, for the two scales and for
 *     when the total does not exist; Fontela and Gabus, The DEMATEL Observer, Battelle Geneva, 1976</a>
 */
public record Dematel(Options options) implements RankedMethod<InfluenceFacts, CausalInfluences> {

    public static final MethodId ID = MethodId.of("weighting.dematel");

    /** A pivot below this means a spectral radius of one but for rounding: totals would be a thousand million times the direct influences. */
    public static final double LEAST_PIVOT = 1e-9;

    private static final String INFLUENCES = "influences";

    /** By what direct influences are divided. */
    public enum Scale {
        /** The greatest sum of a row: what the strongest factor gives. */
        ROW_SUM,
        /** The greatest sum of a row or a column. */
        ROW_OR_COLUMN_SUM
    }

    /** What weights are proportional to. */
    public enum Weighting {
        /** r + c. */
        PROMINENCE,
        /** √[(r + c)² + (r − c)²], the length of the vector on the causal map. */
        VECTOR_LENGTH
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param scale by what direct influences are divided
     * @param weighting what weights are proportional to
     */
    public record Options(Scale scale, Weighting weighting) {
        public static final Options STANDARD = new Options(Scale.ROW_OR_COLUMN_SUM, Weighting.PROMINENCE);

        public Options withScale(Scale by) {
            return new Options(by, weighting);
        }

        public Options withWeighting(Weighting by) {
            return new Options(scale, by);
        }
    }

    public static Dematel standard() {
        return new Dematel(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes {@code influenceGiven}, {@code influenceReceived}, {@code prominence}, {@code relation} and {@code weight}, and returns {@code lead}, the greatest prominence less the next. */
    @Override
    public Written writeRanked(Sheet sheet, InfluenceFacts facts, ValuationContext context) {
        var axis = sheet.axis("factors", facts.factors());
        var sections = facts.factors().stream()
                .map(factor -> sheet.section(INFLUENCES).section(factor))
                .toList();
        var direct = direct(sheet, facts, axis, sections);
        var scale = scale(sheet, axis, direct);
        var scaled = new ArrayList<Row>();
        for (int i = 0; i < direct.size(); i++)
            scaled.add(sections.get(i).let("scaled", direct.get(i).dividedBy(scale)));
        var total = total(sheet, facts.factors(), axis, scaled);
        for (int i = 0; i < total.size(); i++) total.set(i, sections.get(i).let("total", total.get(i)));
        var given = sheet.let(
                "influenceGiven", Row.of(axis, total.stream().map(Row::sum).toList()));
        var received = sheet.let("influenceReceived", columnSums(total));
        var relation = sheet.let("relation", given.minus(received));
        var written = Ranks.write(sheet, "prominence", given.plus(received));
        weigh(sheet, written.ranked(), relation);
        return written;
    }

    private static Row columnSums(List<Row> rows) {
        return rows.stream().reduce(Row::plus).orElseThrow();
    }

    private static List<Row> direct(Sheet sheet, InfluenceFacts facts, Axis axis, List<Sheet> sections) {
        var direct = new ArrayList<Row>();
        for (int i = 0; i < facts.factors().size(); i++) {
            var judged = new ArrayList<Row>();
            for (var expert : facts.experts())
                judged.add(sheet.section("experts")
                        .section(expert.name())
                        .given(
                                facts.factors().get(i),
                                Unit.FACTOR,
                                axis,
                                expert.influences().get(i)));
            var others = sections.get(i).fixed("onOthers", Unit.FACTOR, axis, allBut(i, axis.size()));
            var mean = columnSums(judged).dividedBy(Cell.number(judged.size()));
            direct.add(sections.get(i).let("directInfluence", mean.times(others)));
            sections.get(i)
                    .require(
                            "influence",
                            direct.get(i),
                            Relation.GREATER_OR_EQUAL,
                            Cell.ZERO,
                            "Bound the distributions below by 0.");
        }
        return direct;
    }

    /** 1, but 0 at the factor itself: nothing that is drawn or moved there counts. */
    private static List<Double> allBut(int own, int size) {
        return IntStream.range(0, size).mapToObj(j -> j == own ? 0.0 : 1.0).toList();
    }

    private Cell scale(Sheet sheet, Axis axis, List<Row> direct) {
        var sums = new ArrayList<Cell>();
        var rows = sheet.let(
                "directGiven", Row.of(axis, direct.stream().map(Row::sum).toList()));
        sums.add(Extremes.of(rows).greatest());
        if (options.scale() == Scale.ROW_OR_COLUMN_SUM)
            sums.add(
                    Extremes.of(sheet.let("directReceived", columnSums(direct))).greatest());
        var scale = sheet.let("scale", sums.stream().reduce(Cell::max).orElseThrow());
        sheet.require("someInfluence", scale, Relation.GREATER, Cell.ZERO, "Judge at least one influence above 0.");
        return scale;
    }

    /** Reduces [I − X | X] to [I | T]. */
    private List<Row> total(Sheet sheet, List<String> names, Axis axis, List<Row> scaled) {
        int n = scaled.size();
        var left = new ArrayList<Row>();
        for (int i = 0; i < n; i++) left.add(unit(axis, i).minus(scaled.get(i)));
        var right = new ArrayList<>(scaled);
        for (int k = 0; k < n; k++) {
            var step = sheet.section("elimination").section(names.get(k));
            var pivot = step.let("pivot", left.get(k).at(k));
            step.require(
                    "spectralRadiusBelowOne",
                    pivot,
                    Relation.GREATER,
                    Cell.number(LEAST_PIVOT),
                    options.scale() == Scale.ROW_SUM
                            ? "Influences that all add up alike have no finite total: scale by row or column sum."
                            : "Influences that all add up alike have no finite total, and no factor stands out.");
            if (k < n - 1) left.set(k, step.let("left", left.get(k).dividedBy(pivot)));
            right.set(k, step.let("right", right.get(k).dividedBy(pivot)));
            for (int i = 0; i < n; i++) {
                if (i == k) continue;
                var row = step.section(names.get(i));
                var factor = row.let("multiple", left.get(i).at(k));
                if (k < n - 1)
                    left.set(i, row.let("left", left.get(i).minus(left.get(k).times(factor))));
                right.set(i, row.let("right", right.get(i).minus(right.get(k).times(factor))));
            }
        }
        return right;
    }

    private static Row unit(Axis axis, int one) {
        return Row.of(
                axis,
                IntStream.range(0, axis.size())
                        .mapToObj(j -> j == one ? Cell.ONE : Cell.ZERO)
                        .toList());
    }

    private void weigh(Sheet sheet, Row prominence, Row relation) {
        var share = prominence;
        if (options.weighting() == Weighting.VECTOR_LENGTH)
            share = sheet.let(
                    "vectorLength", prominence.power(2).plus(relation.power(2)).sqrt());
        sheet.let("weight", share.dividedBy(share.sum()).as(Unit.SHARE));
    }

    @Override
    public List<Note> remarks(InfluenceFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        return facts.experts().size() == 1
                ? List.of(Note.of(
                        Note.Kind.LIMIT, "one-expert", facts.experts().get(0).name()))
                : List.of();
    }

    @Override
    public CausalInfluences evaluate(InfluenceFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        return new CausalInfluences(
                ID,
                factors(facts, worksheet),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    private static List<CausalInfluences.Factor> factors(InfluenceFacts facts, Worksheet worksheet) {
        return IntStream.range(0, facts.factors().size())
                .mapToObj(i -> new CausalInfluences.Factor(
                        facts.factors().get(i),
                        worksheet.values("influenceGiven").get(i),
                        worksheet.values("influenceReceived").get(i),
                        worksheet.values("prominence").get(i),
                        worksheet.values("relation").get(i),
                        role(worksheet.values("relation").get(i)),
                        worksheet.values("weight").get(i)))
                .toList();
    }

    private static CausalInfluences.Role role(double relation) {
        if (relation > Ranking.TIE) return CausalInfluences.Role.CAUSE;
        return relation < -Ranking.TIE ? CausalInfluences.Role.EFFECT : CausalInfluences.Role.BALANCED;
    }
}
