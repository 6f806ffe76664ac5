package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
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
 * Weights criteria by pairwise judgements: the analytic hierarchy process (层次分析法).
 *
 * <p><b>Formula</b> from a_ij, how many times as important i is as j: geometric mean w_i ∝ (Π_j a_ij)^(1/n), column mean w_i = (1/n)·Σ_j a_ij/Σ_k a_kj, or
 * eigenvector A·w = λ·w. λ_max = (1/n)·Σ_i (A·w)_i/w_i, CI = (λ_max − n)/(n − 1), CR = CI/RI. Below criteria, weights are multiplied down and added over all an
 * element stands below; CR of the whole = Σ w·CI/Σ w·RI. Several experts: Π a^v, or Σ v·w, v the weight of an expert.
 *
 * <p><b>Units and ranges</b> a_ij above 0, on Saaty's scale 1/9 to 9 · 2 to 15 elements a comparison · |a_ij·a_ji − 1| at most {@link Options#reciprocityTolerance}
 *
 * <p><b>Edge cases</b> two elements are always consistent, CR = 0 · a blank of the table of random indices is an error · judgements not made are found such that
 * λ_max is least; elements that nothing connects are refused by name · CR at or above the limit is a warning on the result, or refused by option
 *
 * <p><b>Numerics</b> the eigenvector by power iteration until no element moves by more than 2e-15, its derivatives by the bordered system; judgements not made by
 * Newton's method in their logarithms, to 1e-12; neither is a live formula in a spreadsheet, but λ_max beside it is and checks it
 *
 * <p><b>Use when / not when</b> a few criteria can be compared by people who know them / data tell the weights: entropy, CRITIC, MEREC
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1016/0022-2496(77)90033-5">T. L. Saaty, A scaling method for priorities in hierarchical structures, Journal of Mathematical
 *     Psychology 15 (1977), sections 2 and 3</a>
 * @see <a href="https://doi.org/10.1016/S0377-2217(97)00244-0">E. Forman, K. Peniwati, Aggregating individual judgments and priorities with the Analytic Hierarchy
 *     Process, European Journal of Operational Research 108 (1998), sections 2 and 3</a>
 */
public record Ahp(Options options) implements RankedMethod<AhpFacts, AhpWeights> {

    public static final MethodId ID = MethodId.of("weighting.ahp");

    /** The limit of Saaty for the consistency ratio. */
    public static final double DEFAULT_LIMIT = 0.1;

    /** What judgements of the scale 1 to 9 typed with three decimals keep to. */
    public static final double DEFAULT_RECIPROCITY_TOLERANCE = 0.005;

    /** Saaty's scale ends here. */
    private static final double SCALE = 9;

    /** How weights are found from a matrix; the ways differ from the third or fourth decimal on. */
    public enum Prioritization {
        /** Root of the product of each row. */
        GEOMETRIC_MEAN,
        /** Mean of each row once every column sums to one. */
        COLUMN_MEAN,
        /** The principal eigenvector. */
        EIGENVECTOR
    }

    /** How several experts become one. */
    public enum Aggregation {
        /** Their judgements are multiplied, each to the power of the expert's weight. */
        JUDGEMENTS,
        /** Their final weights are averaged by the experts' weights. */
        PRIORITIES
    }

    /** What the consistency ratio of the whole hierarchy is. */
    public enum TotalConsistency {
        /** Σ w·CI/Σ w·RI over the comparisons of the deepest level. */
        DEEPEST_LEVEL,
        /** The same over all comparisons. */
        WHOLE_HIERARCHY,
        /** The greatest ratio of any comparison. */
        GREATEST
    }

    /** Which ratios are accepted. */
    public enum Acceptance {
        /** Those below the limit. */
        BELOW_LIMIT,
        /** Those at the limit too. */
        AT_MOST_LIMIT
    }

    /** What becomes of weights from judgements that contradict each other. */
    public enum Inconsistency {
        /** They bear a warning. */
        FLAG,
        /** They are refused. */
        REFUSE
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param prioritization must be stated
     * @param randomIndex must be stated where three elements or more are compared
     * @param consistencyLimit above 0 and at most 1
     * @param acceptance whether a ratio at the limit passes
     * @param inconsistency what happens to one that does not
     * @param aggregation of several experts
     * @param totalConsistency of a hierarchy
     * @param reciprocityTolerance how far the product of the two entries of a pair may be from 1, where both are stated
     */
    public record Options(
            Optional<Prioritization> prioritization,
            Optional<RandomIndex> randomIndex,
            double consistencyLimit,
            Acceptance acceptance,
            Inconsistency inconsistency,
            Aggregation aggregation,
            TotalConsistency totalConsistency,
            double reciprocityTolerance) {

        public static final Options STANDARD = new Options(
                Optional.empty(),
                Optional.empty(),
                DEFAULT_LIMIT,
                Acceptance.BELOW_LIMIT,
                Inconsistency.FLAG,
                Aggregation.JUDGEMENTS,
                TotalConsistency.DEEPEST_LEVEL,
                DEFAULT_RECIPROCITY_TOLERANCE);

        public Options {
            new Check()
                    .that(
                            consistencyLimit > 0 && consistencyLimit <= 1,
                            "consistencyLimit",
                            "above 0 and at most 1",
                            consistencyLimit,
                            "Saaty's limit is 0.1.")
                    .that(
                            reciprocityTolerance >= 0 && reciprocityTolerance <= 0.1,
                            "reciprocityTolerance",
                            "in [0, 0.1]",
                            reciprocityTolerance,
                            "0.005 allows for judgements typed with three decimals.")
                    .done();
        }

        public static Options of(Prioritization how, RandomIndex table) {
            return STANDARD.withPrioritization(how).withRandomIndex(table);
        }

        public Options withPrioritization(Prioritization how) {
            return new Options(
                    Optional.of(how),
                    randomIndex,
                    consistencyLimit,
                    acceptance,
                    inconsistency,
                    aggregation,
                    totalConsistency,
                    reciprocityTolerance);
        }

        public Options withRandomIndex(RandomIndex table) {
            return new Options(
                    prioritization,
                    Optional.of(table),
                    consistencyLimit,
                    acceptance,
                    inconsistency,
                    aggregation,
                    totalConsistency,
                    reciprocityTolerance);
        }

        public Options withConsistencyLimit(double limit, Acceptance atLimit) {
            return new Options(
                    prioritization,
                    randomIndex,
                    limit,
                    atLimit,
                    inconsistency,
                    aggregation,
                    totalConsistency,
                    reciprocityTolerance);
        }

        public Options withInconsistency(Inconsistency what) {
            return new Options(
                    prioritization,
                    randomIndex,
                    consistencyLimit,
                    acceptance,
                    what,
                    aggregation,
                    totalConsistency,
                    reciprocityTolerance);
        }

        public Options withAggregation(Aggregation how) {
            return new Options(
                    prioritization,
                    randomIndex,
                    consistencyLimit,
                    acceptance,
                    inconsistency,
                    how,
                    totalConsistency,
                    reciprocityTolerance);
        }

        public Options withTotalConsistency(TotalConsistency what) {
            return new Options(
                    prioritization,
                    randomIndex,
                    consistencyLimit,
                    acceptance,
                    inconsistency,
                    aggregation,
                    what,
                    reciprocityTolerance);
        }

        public Options withReciprocityTolerance(double tolerance) {
            return new Options(
                    prioritization,
                    randomIndex,
                    consistencyLimit,
                    acceptance,
                    inconsistency,
                    aggregation,
                    totalConsistency,
                    tolerance);
        }

        boolean accepts(double ratio) {
            return acceptedBy().holds(ratio, consistencyLimit);
        }

        Relation acceptedBy() {
            return acceptance == Acceptance.BELOW_LIMIT ? Relation.LESS : Relation.LESS_OR_EQUAL;
        }

        private Prioritization how() {
            return prioritization.orElseThrow(
                    () -> InvalidInputException.of(
                            ValuationError.MISSING,
                            "options.prioritization",
                            "Say how weights are found: geometric-mean (方根法), column-mean (和法) or eigenvector (特征根法); they differ from the third decimal on."));
        }
    }

    public static Ahp of(Options options) {
        return new Ahp(options);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Written writeRanked(Sheet sheet, AhpFacts facts, ValuationContext context) {
        check(facts);
        var experts = facts.expertNames();
        if (experts.size() == 1) return written(writeExpert(sheet, facts, experts.get(0)).hierarchy);
        var weights = expertWeights(sheet, facts);
        var each = new LinkedHashMap<String, OnSheet>();
        for (var expert : experts)
            each.put(expert, writeExpert(sheet.section(EXPERTS).section(expert), facts, expert));
        return options.aggregation == Aggregation.JUDGEMENTS
                ? written(writeGroup(sheet, facts, weights, each))
                : averaged(sheet, weights, List.copyOf(each.values()));
    }

    /** Section of what each of several experts found. */
    static final String EXPERTS = "experts";

    private record OnSheet(List<Cell[][]> cells, Hierarchy hierarchy) {}

    private static Written written(Hierarchy hierarchy) {
        return new Written(hierarchy.ratio(), hierarchy.weight());
    }

    private void check(AhpFacts facts) {
        options.how();
        boolean needsTable =
                facts.comparisons().stream().anyMatch(c -> c.elements().size() > 2);
        if (needsTable && options.randomIndex.isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "options.randomIndex",
                    "Say which table of random indices the ratio is measured by: chinese-practice, saaty-1980, saaty-tran-2007, donegan-dodd or saaty-2005; they differ by a tenth.");
        var check = new Check();
        for (int c = 0; c < facts.comparisons().size(); c++) {
            var comparison = facts.comparisons().get(c);
            for (int e = 0; e < comparison.judgements().size(); e++)
                comparison
                        .judgements()
                        .get(e)
                        .requireReciprocal(
                                check,
                                "comparisons[" + c + "].judgements[" + e + "]",
                                comparison.elements(),
                                options.reciprocityTolerance);
        }
        check.done();
    }

    private List<Cell> expertWeights(Sheet sheet, AhpFacts facts) {
        var names = facts.expertNames();
        if (facts.experts().isEmpty())
            return names.stream().map(name -> Cell.number(1.0 / names.size())).toList();
        var row = sheet.given(
                "expertWeight",
                Unit.SHARE,
                sheet.axis(EXPERTS, names),
                names.stream().map(facts::weight).toList());
        var cells = new ArrayList<Cell>();
        for (int e = 0; e < names.size(); e++) cells.add(row.at(e));
        return cells;
    }

    private OnSheet writeExpert(Sheet sheet, AhpFacts facts, String expert) {
        var cells = new ArrayList<Cell[][]>();
        for (var comparison : facts.comparisons())
            cells.add(
                    Priorities.judged(sheet.section(comparison.under()), comparison.elements(), comparison.by(expert)));
        return new OnSheet(cells, writeHierarchy(sheet, facts, cells));
    }

    private Hierarchy writeHierarchy(Sheet sheet, AhpFacts facts, List<Cell[][]> cells) {
        var local = new ArrayList<Priorities>();
        for (int c = 0; c < cells.size(); c++) {
            var comparison = facts.comparisons().get(c);
            var section = sheet.section(comparison.under());
            var one =
                    Priorities.write(section, comparison.elements(), cells.get(c), options.how(), options.randomIndex);
            if (options.inconsistency == Inconsistency.REFUSE && one.index().isPresent())
                section.require(
                        "accepted",
                        one.ratio(),
                        options.acceptedBy(),
                        Cell.number(options.consistencyLimit),
                        "Ask the expert to review the judgements that contradict each other.");
            local.add(one);
        }
        return Hierarchy.write(sheet, facts, local, options.totalConsistency);
    }

    /** Judgements multiplied, each to the power of its expert's weight. */
    private Hierarchy writeGroup(Sheet sheet, AhpFacts facts, List<Cell> weights, Map<String, OnSheet> each) {
        var experts = List.copyOf(each.values());
        var cells = new ArrayList<Cell[][]>();
        for (int c = 0; c < facts.comparisons().size(); c++) {
            int n = facts.comparisons().get(c).elements().size();
            var group = new Cell[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    var product = experts.get(0).cells.get(c)[i][j].power(weights.get(0));
                    for (int e = 1; e < experts.size(); e++)
                        product =
                                product.times(experts.get(e).cells.get(c)[i][j].power(weights.get(e)));
                    group[i][j] = i == j ? Cell.ONE : product;
                }
            }
            cells.add(group);
        }
        return writeHierarchy(sheet, facts, cells);
    }

    /** Final weights averaged; the ratio is that of the least consistent expert. */
    private static Written averaged(Sheet sheet, List<Cell> weights, List<OnSheet> experts) {
        Row sum = experts.get(0).hierarchy.weight().times(weights.get(0));
        var ratio = experts.get(0).hierarchy.ratio();
        for (int e = 1; e < experts.size(); e++) {
            sum = sum.plus(experts.get(e).hierarchy.weight().times(weights.get(e)));
            ratio = ratio.max(experts.get(e).hierarchy.ratio());
        }
        return new Written(sheet.let("consistencyRatio", ratio), sheet.let("weight", sum));
    }

    @Override
    public List<Note> remarks(AhpFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        for (var matrix : matrices(facts, worksheet, section)) {
            if (!matrix.accepted()) notes.add(Note.of(Note.Kind.WARNING, "judgements-inconsistent", describe(matrix)));
        }
        double total = worksheet.value(section + "consistencyRatio");
        if (facts.comparisons().size() > 1 && !options.accepts(total))
            notes.add(Note.of(Note.Kind.WARNING, "hierarchy-inconsistent", ratio(total)));
        if (facts.expertNames().size() > 1 && facts.experts().isEmpty())
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "experts-weigh-the-same",
                    "No weights of the experts are stated: each counts the same."));
        notes.addAll(notesOnJudgements(facts));
        return notes;
    }

    /** Such as {@code quality, Li Na: CR = 0.326 ≥ 0.1; accuracy/completeness = 5 → 0.841}: the last is the ratio of the weights. */
    private String describe(AhpWeights.Consistency matrix) {
        var text = new StringBuilder(matrix.under());
        matrix.expert().ifPresent(name -> text.append(", ").append(name));
        text.append(": ").append(ratio(matrix.ratio()));
        matrix.furthest()
                .ifPresent(pair -> text.append("; ")
                        .append(pair.element())
                        .append("/")
                        .append(pair.over())
                        .append(" = ")
                        .append(Plain.of(rounded(pair.judged())))
                        .append(" → ")
                        .append(Plain.of(rounded(pair.implied()))));
        return text.toString();
    }

    private String ratio(double value) {
        return "CR = " + Plain.of(rounded(value)) + (options.acceptance == Acceptance.BELOW_LIMIT ? " ≥ " : " > ")
                + Plain.of(options.consistencyLimit);
    }

    private static double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3))
                .doubleValue();
    }

    private static List<Note> notesOnJudgements(AhpFacts facts) {
        var rough = new ArrayList<String>();
        var incomplete = new ArrayList<String>();
        var beyond = new ArrayList<String>();
        for (var comparison : facts.comparisons()) {
            for (var one : comparison.judgements()) {
                var where = comparison.under() + " by " + one.expert();
                if (one.isRoughlyReciprocal()) rough.add(where);
                if (!one.missing().isEmpty())
                    incomplete.add(where + ": " + one.missing().size());
                boolean isBeyond = one.matrix().stream()
                        .flatMap(List::stream)
                        .flatMap(Optional::stream)
                        .anyMatch(input -> !(Math.max(input.value(), 1 / input.value()) <= SCALE * (1 + 0.01)));
                if (isBeyond) beyond.add(where);
            }
        }
        var notes = new ArrayList<Note>();
        if (!rough.isEmpty())
            notes.add(Note.of(Note.Kind.INFO, "judgements-not-quite-reciprocal", String.join(", ", rough)));
        if (!incomplete.isEmpty())
            notes.add(Note.of(Note.Kind.LIMIT, "judgements-missing", String.join(", ", incomplete)));
        if (!beyond.isEmpty())
            notes.add(Note.of(Note.Kind.WARNING, "judgements-beyond-the-scale", String.join(", ", beyond)));
        return notes;
    }

    @Override
    public AhpWeights evaluate(AhpFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        var weights = weights(worksheet, "");
        var matrices = matrices(facts, worksheet, "");
        double ratio = worksheet.value();
        boolean accepted = options.accepts(ratio) && matrices.stream().allMatch(AhpWeights.Consistency::accepted);
        return new AhpWeights(
                ID,
                weights,
                ratio,
                accepted,
                matrices,
                criteria(facts, worksheet),
                opinions(facts, worksheet, weights),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    private static Weights weights(Worksheet worksheet, String section) {
        var name = section + "weight";
        return new Weights(worksheet.axis(name).orElseThrow().elements(), worksheet.values(name));
    }

    /** Consistency of every matrix on the sheet: those of the experts, then those of the group. */
    private List<AhpWeights.Consistency> matrices(AhpFacts facts, Worksheet worksheet, String section) {
        var matrices = new ArrayList<AhpWeights.Consistency>();
        boolean several = facts.expertNames().size() > 1;
        if (several)
            for (var expert : facts.expertNames())
                for (var comparison : facts.comparisons())
                    matrices.add(matrix(
                            comparison,
                            Optional.of(expert),
                            worksheet,
                            section + EXPERTS + "/" + expert + "/" + comparison.under() + "/"));
        if (!several || options.aggregation == Aggregation.JUDGEMENTS)
            for (var comparison : facts.comparisons())
                matrices.add(matrix(comparison, Optional.empty(), worksheet, section + comparison.under() + "/"));
        return matrices;
    }

    private AhpWeights.Consistency matrix(
            AhpFacts.Comparison comparison, Optional<String> expert, Worksheet worksheet, String section) {
        int n = comparison.elements().size();
        double ratio = n < 3 ? 0 : worksheet.value(section + "consistencyRatio");
        boolean accepted = options.accepts(ratio);
        return new AhpWeights.Consistency(
                comparison.under(),
                expert,
                weights(worksheet, section),
                n < 3 ? OptionalDouble.empty() : OptionalDouble.of(worksheet.value(section + "lambdaMax")),
                n < 3 ? OptionalDouble.empty() : OptionalDouble.of(worksheet.value(section + "consistencyIndex")),
                n < 3 ? OptionalDouble.empty() : OptionalDouble.of(worksheet.value(section + "randomIndex")),
                ratio,
                accepted,
                accepted ? Optional.empty() : Optional.of(furthest(comparison.elements(), worksheet, section)));
    }

    /** The judgement that lies furthest from the ratio of the weights found. */
    private static AhpWeights.Contradiction furthest(List<String> elements, Worksheet worksheet, String section) {
        var weight = worksheet.values(section + "weight");
        double most = 0;
        var furthest = Optional.<AhpWeights.Contradiction>empty();
        for (int i = 0; i < elements.size(); i++) {
            var row = worksheet.values(section + "comparison/" + elements.get(i));
            for (int j = 0; j < elements.size(); j++) {
                double implied = weight.get(i) / weight.get(j);
                double factor = Math.max(row.get(j) / implied, implied / row.get(j));
                if (i == j || row.get(j) < 1 || !(factor > most)) continue;
                most = factor;
                furthest = Optional.of(
                        new AhpWeights.Contradiction(elements.get(i), elements.get(j), row.get(j), implied));
            }
        }
        return furthest.orElseThrow();
    }

    private static List<AhpWeights.Criterion> criteria(AhpFacts facts, Worksheet worksheet) {
        return facts.comparisons().stream()
                .map(AhpFacts.Comparison::under)
                .filter(name -> worksheet.has(Hierarchy.GLOBAL + "/" + name))
                .map(name -> new AhpWeights.Criterion(name, worksheet.value(Hierarchy.GLOBAL + "/" + name)))
                .toList();
    }

    private static List<AhpWeights.Opinion> opinions(AhpFacts facts, Worksheet worksheet, Weights group) {
        if (facts.expertNames().size() == 1) return List.of();
        var opinions = new ArrayList<AhpWeights.Opinion>();
        for (var expert : facts.expertNames()) {
            var section = EXPERTS + "/" + expert + "/";
            opinions.add(AhpWeights.Opinion.of(
                    expert, weights(worksheet, section), worksheet.value(section + "consistencyRatio"), group));
        }
        return opinions;
    }
}
