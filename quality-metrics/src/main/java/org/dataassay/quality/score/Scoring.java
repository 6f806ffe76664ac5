package org.dataassay.quality.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.quality.score.ScoreFacts.Counted;
import org.dataassay.quality.score.ScoreFacts.Scored;
import org.dataassay.quality.score.ScoredQuality.Grading;
import org.dataassay.quality.score.ScoredQuality.Interval;
import org.dataassay.quality.score.ScoredQuality.Reason;
import org.dataassay.valuation.asset.DimensionScore;
import org.dataassay.valuation.asset.Measure;
import org.dataassay.valuation.asset.QualityScore;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Turns what was counted into one score, with its range, its grade and its reasons.
 *
 * <p><b>Formula</b>  x = A/B, or 1 − A/B where A counts defects; s_d = Σ w·x / Σ w; score = Σ W·s_d / ΣW over the measured dimensions. Sample: Wilson's limits l, u of each x
 * with v = e·(1 − π)/B in place of 1/n, e the design effect, π the sampling fraction; score − √Σ(c·(x − l))² to score + √Σ(c·(u − x))² with c the measure's share of the
 * score (or without squares and root, see {@link Dependence}). Range: every dimension that was not measured at 0, and at 1
 * <p><b>Units and ranges</b>  in [0, 1], 1 is best
 * <p><b>Edge cases</b>  B = 0 is not applicable and does not count · a dimension without an applicable measure widens the range · no dimension with a weight measured: not
 * applicable · π = 1 or a census has no sampling error · a grade is told with those of both ends of the range
 * <p><b>Numerics</b>  on the sheet, left-to-right sums
 * <p><b>Use when / not when</b>  one number is wanted, and somebody answers for the weights / the standard's table is wanted: {@code quality.gbt-36344}. No standard gives weights
 * or grades
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">E. B. Wilson, Probable inference, Journal of the American Statistical Association 22 (1927), page 209</a>
 * @see <a href="https://doi.org/10.1002/sim.3095">G. Y. Zou, A. Donner, Construction of confidence limits about effect measures, Statistics in Medicine 27 (2008), section 2</a>
 * @see <a href="https://www.wiley.com/en-us/9780471162407">W. G. Cochran, Sampling Techniques, 3rd edition 1977, section 2.6</a>
 */
public record Scoring(Options options) implements SheetMethod<ScoreFacts, ScoredQuality> {

    public static final MethodId ID = MethodId.of("quality.score");

    private static final String SHARE = "share";

    /** What the data are of the population that is meant. */
    public sealed interface Sampling {
        /** All of it. */
        record Census() implements Sampling {}

        /**
         * A sample.
         *
         * @param confidence of the interval, in (0, 1)
         * @param samplingFraction share of the population that was drawn, in (0, 1]; absent where the population is so large that it does not matter
         * @param designEffect variance of the design over that of simple random sampling, at least 1 for clusters; 1 for simple random sampling
         * @param source how the sample was drawn; must be stated
         */
        record Drawn(double confidence, OptionalDouble samplingFraction, double designEffect, Source source)
                implements Sampling {
            public Drawn {
                double fraction = samplingFraction.orElse(1);
                new Check()
                        .that(
                                confidence > 0 && confidence < 1,
                                "confidence",
                                "above 0 and below 1",
                                Plain.of(confidence),
                                "0.95 is usual.")
                        .that(
                                fraction > 0 && fraction <= 1,
                                "samplingFraction",
                                "above 0 and at most 1",
                                Plain.of(fraction),
                                "Leave it out where the population is very large.")
                        .range("designEffect", designEffect, 0.01, 1000, "1 for simple random sampling.")
                        .that(source.isStated(), "source", "stated", "not stated", "Say how the sample was drawn.")
                        .done();
            }
        }
    }

    /** How the errors of several measures go together. */
    public enum Dependence {
        /** Independent: the root of the sum of squares. */
        INDEPENDENT,
        /** All off in the same direction at once: their plain sum, the widest there can be. */
        TOGETHER
    }

    /**
     * Names for ranges of the score.
     *
     * @param grades ascending; the first begins at 0
     * @param source who sets the scale, and where; must be stated
     */
    public record GradeScale(List<Grade> grades, Source source) {

        /**
         * One grade.
         *
         * @param name such as {@code A} or {@code 优}
         * @param least score from which it is given, in [0, 1]
         */
        public record Grade(String name, double least) {
            public Grade {
                new Check()
                        .that(!name.isBlank(), "name", "named", "blank", "Name the grade.")
                        .share("least", least)
                        .done();
            }
        }

        public GradeScale {
            grades = List.copyOf(grades);
            boolean ascending = !grades.isEmpty() && grades.get(0).least() == 0;
            for (int i = 1; i < grades.size(); i++)
                ascending &= grades.get(i).least() > grades.get(i - 1).least();
            var names = new HashSet<String>();
            for (var grade : grades) names.add(grade.name());
            new Check()
                    .that(
                            ascending,
                            "grades",
                            "ascending from 0",
                            grades.stream().map(g -> Plain.of(g.least())).toList(),
                            "Give the lowest grade the least score 0.")
                    .that(
                            names.size() == grades.size(),
                            "grades",
                            "named differently",
                            "names that repeat",
                            "Rename one.")
                    .that(
                            source.isStated(),
                            "source",
                            "stated",
                            "not stated",
                            "No grade is official; say whose scale it is.")
                    .done();
        }

        /** The name of a score's grade. */
        public String grade(double score) {
            var found = grades.get(0).name();
            for (var grade : grades) if (score >= grade.least()) found = grade.name();
            return found;
        }
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param sampling what the data are of the population that is meant
     * @param dependence how the errors of several measures go together
     * @param grades names for ranges of the score; absent where nobody sets any
     */
    public record Options(Sampling sampling, Dependence dependence, Optional<GradeScale> grades) {
        public static final Options STANDARD =
                new Options(new Sampling.Census(), Dependence.INDEPENDENT, Optional.empty());

        public Options withSampling(Sampling how) {
            return new Options(how, dependence, grades);
        }

        public Options withDependence(Dependence how) {
            return new Options(sampling, how, grades);
        }

        public Options withGrades(GradeScale scale) {
            return new Options(sampling, dependence, Optional.of(scale));
        }
    }

    public static Scoring standard() {
        return new Scoring(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes each dimension's {@code score}, {@code low}, {@code high} and, for a sample, {@code samplingLow} and {@code samplingHigh}, and returns {@code score}. */
    @Override
    public Cell write(Sheet sheet, ScoreFacts facts, ValuationContext context) {
        var measured = facts.dimensions().stream()
                .filter(d -> d.weight().value() > 0 && !d.applicable().isEmpty())
                .toList();
        if (measured.isEmpty())
            throw NotApplicableException.of(
                    ValuationError.MISSING,
                    "dimensions",
                    "No dimension that has a weight was measured. Measure at least one, or value without a score.");
        var axis = sheet.axis("dimensions", names(measured));
        var weight = sheet.given(
                "weight",
                Unit.FACTOR,
                axis,
                measured.stream().map(Scored::weight).toList());
        var scores = new ArrayList<Cell>();
        var written = new ArrayList<Written>();
        for (var dimension : measured) {
            var one = writeDimension(sheet, dimension);
            written.add(one);
            scores.add(one.score());
        }
        var total = sheet.let("totalWeight", weight.sum());
        var share = sheet.let(SHARE, weight.dividedBy(total).as(Unit.SHARE));
        var score = sheet.let("score", share.times(Row.of(axis, scores)).sum());
        Cell low = score;
        Cell high = score;
        if (options.sampling() instanceof Sampling.Drawn) {
            low = sheet.let(
                    "samplingLow", score.minus(distance(written, share, true)).max(Cell.ZERO));
            high = sheet.let(
                    "samplingHigh", score.plus(distance(written, share, false)).min(Cell.ONE));
        }
        var unmeasured = facts.dimensions().stream()
                .filter(d -> d.weight().value() > 0 && d.applicable().isEmpty())
                .toList();
        if (unmeasured.isEmpty()) {
            sheet.let("low", low);
            sheet.let("high", high);
            return score;
        }
        var rest = sheet.given(
                        "weightUnmeasured",
                        Unit.FACTOR,
                        sheet.axis("unmeasured", names(unmeasured)),
                        unmeasured.stream().map(Scored::weight).toList())
                .sum();
        var known = sheet.let("measuredShare", total.dividedBy(total.plus(rest)).as(Unit.SHARE));
        sheet.let("low", known.times(low));
        sheet.let("high", known.times(high).plus(Cell.ONE.minus(known)));
        return score;
    }

    private static List<String> names(List<Scored> dimensions) {
        return dimensions.stream().map(d -> d.dimension().id()).toList();
    }

    /** A dimension as it stands on the sheet: score, the shares of its measures, and their distances to the limits. */
    private record Written(Cell score, Row share, Optional<Row> below, Optional<Row> above) {}

    private Written writeDimension(Sheet sheet, Scored dimension) {
        var section = sheet.section(dimension.dimension().id());
        var measures = dimension.applicable();
        var axis = section.axis(
                dimension.dimension().id() + "Measures",
                measures.stream().map(Counted::name).toList());
        var counts = Source.estimated("", "counted");
        var count = section.given(
                "count",
                Unit.FACTOR,
                axis,
                inputs(measures.stream().map(Counted::count).toList(), counts));
        var evaluated = section.given(
                "evaluated",
                Unit.FACTOR,
                axis,
                inputs(measures.stream().map(Counted::evaluated).toList(), counts));
        var ratio = section.let("ratio", count.dividedBy(evaluated).as(Unit.SHARE));
        var x = section.let("measure", good(axis, measures, ratio));
        var weight = section.given(
                "measureWeight",
                Unit.FACTOR,
                axis,
                measures.stream().map(Counted::weight).toList());
        var share = section.let(SHARE, weight.dividedBy(weight.sum()).as(Unit.SHARE));
        var score = section.let("score", share.times(x).sum());
        if (!(options.sampling() instanceof Sampling.Drawn drawn))
            return new Written(score, share, Optional.empty(), Optional.empty());
        var v = variance(section, evaluated, drawn);
        double z = Elementary.normalQuantile((1 + drawn.confidence()) / 2);
        var half = v.times(Cell.number(z * z / 2));
        var root = x.times(x.negated().plus(Cell.ONE))
                .times(v)
                .plus(half.times(half).dividedBy(Cell.number(z * z)))
                .max(Cell.ZERO)
                .sqrt()
                .times(Cell.number(z));
        var scale = half.times(Cell.number(2)).plus(Cell.ONE);
        var low = section.let(
                "wilsonLow", x.plus(half).minus(root).dividedBy(scale).max(Cell.ZERO));
        var high = section.let(
                "wilsonHigh", x.plus(half).plus(root).dividedBy(scale).min(Cell.ONE));
        return new Written(
                score,
                share,
                Optional.of(x.minus(low).max(Cell.ZERO)),
                Optional.of(high.minus(x).max(Cell.ZERO)));
    }

    private static List<Input<Double>> inputs(List<Long> values, Source source) {
        return values.stream().map(v -> Input.of((double) v, source)).toList();
    }

    private static Row good(Axis axis, List<Counted> measures, Row ratio) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < measures.size(); i++)
            cells.add(
                    measures.get(i).direction() == Measure.Direction.LOWER_IS_BETTER
                            ? Cell.ONE.minus(ratio.at(i))
                            : ratio.at(i));
        return Row.of(axis, cells);
    }

    /** e·(1 − π)/B, what stands in place of 1/n. */
    private static Row variance(Sheet section, Row evaluated, Sampling.Drawn drawn) {
        double factor = drawn.designEffect()
                * (1
                        - (drawn.samplingFraction().isPresent()
                                ? drawn.samplingFraction().getAsDouble()
                                : 0));
        return section.let("effectiveInverse", Cell.number(factor).dividedBy(evaluated));
    }

    private Cell distance(List<Written> written, Row share, boolean below) {
        Cell sum = Cell.ZERO;
        for (int d = 0; d < written.size(); d++) {
            var one = written.get(d);
            var distances = (below ? one.below() : one.above()).orElseThrow();
            var weighted = distances.times(one.share()).times(share.at(d));
            sum = sum.plus(
                    options.dependence() == Dependence.TOGETHER
                            ? weighted.sum()
                            : weighted.times(weighted).sum());
        }
        return options.dependence() == Dependence.TOGETHER ? sum : sum.sqrt();
    }

    @Override
    public List<Note> remarks(ScoreFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        var unmeasured = facts.dimensions().stream()
                .filter(d -> d.weight().value() > 0 && d.applicable().isEmpty())
                .toList();
        if (!unmeasured.isEmpty())
            notes.add(Note.of(Note.Kind.MISSING, "dimensions-not-measured", String.join(", ", names(unmeasured))));
        var unweighted = facts.dimensions().stream()
                .filter(d -> d.weight().value() == 0 && !d.applicable().isEmpty())
                .toList();
        if (!unweighted.isEmpty())
            notes.add(Note.of(Note.Kind.INFO, "dimensions-without-weight", String.join(", ", names(unweighted))));
        if (options.sampling() instanceof Sampling.Drawn drawn)
            notes.add(Note.of(
                    Note.Kind.ASSUMPTION,
                    "sample",
                    drawn.source().summarize() + "; confidence " + Plain.of(drawn.confidence()) + ", design effect "
                            + Plain.of(drawn.designEffect())
                            + (drawn.samplingFraction().isPresent()
                                    ? ", fraction "
                                            + Plain.of(drawn.samplingFraction().getAsDouble())
                                    : "")));
        options.grades()
                .ifPresent(scale -> notes.add(Note.of(
                        Note.Kind.ASSUMPTION,
                        "grades-not-official",
                        scale.source().summarize())));
        return notes;
    }

    @Override
    public ScoredQuality evaluate(ScoreFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        double score = Math.min(1, worksheet.value());
        double low = Math.min(score, Math.max(0, worksheet.value("low")));
        double high = Math.max(score, Math.min(1, worksheet.value("high")));
        var dimensions =
                facts.dimensions().stream().map(d -> dimension(d, worksheet)).toList();
        Optional<Interval> sampling = options.sampling() instanceof Sampling.Drawn drawn
                ? Optional.of(new Interval(
                        worksheet.value("samplingLow"), worksheet.value("samplingHigh"), drawn.confidence()))
                : Optional.empty();
        return new ScoredQuality(
                new QualityScore(score, low, high, dimensions),
                sampling,
                options.grades().map(scale -> new Grading(scale.grade(score), scale.grade(low), scale.grade(high))),
                reasons(facts, worksheet),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    private static DimensionScore dimension(Scored scored, Worksheet worksheet) {
        var measures = scored.measures().stream().map(Counted::measure).toList();
        var id = scored.dimension().id();
        if (scored.applicable().isEmpty())
            return new DimensionScore(
                    id, OptionalDouble.empty(), scored.weight().value(), measures);
        if (scored.weight().value() > 0)
            return new DimensionScore(
                    id,
                    OptionalDouble.of(Math.min(1, worksheet.value(id + "/score"))),
                    scored.weight().value(),
                    measures);
        double sum = 0;
        double weights = 0;
        for (var measure : scored.applicable()) {
            sum += measure.weight().value() * measure.measure().score().orElseThrow();
            weights += measure.weight().value();
        }
        return new DimensionScore(id, OptionalDouble.of(Math.min(1, sum / weights)), 0, measures);
    }

    private static List<Reason> reasons(ScoreFacts facts, Worksheet worksheet) {
        var reasons = new ArrayList<Reason>();
        int d = 0;
        for (var scored : facts.dimensions()) {
            var measures = scored.applicable();
            if (scored.weight().value() == 0 || measures.isEmpty()) continue;
            double share = worksheet.values(SHARE).get(d++);
            var id = scored.dimension().id();
            for (int i = 0; i < measures.size(); i++) {
                double loss = share
                        * worksheet.values(id + "/" + SHARE).get(i)
                        * (1 - worksheet.values(id + "/measure").get(i));
                reasons.add(new Reason(scored.dimension(), measures.get(i).name(), Math.max(0, loss)));
            }
        }
        reasons.sort(Comparator.comparingDouble(Reason::loss).reversed());
        return reasons;
    }
}
