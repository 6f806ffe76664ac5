package org.dataassay.quality.indicator;

import static org.dataassay.quality.indicator.Iso25024Measure.ACC_I_1;
import static org.dataassay.quality.indicator.Iso25024Measure.ACC_I_2;
import static org.dataassay.quality.indicator.Iso25024Measure.ACC_I_4;
import static org.dataassay.quality.indicator.Iso25024Measure.ACC_I_6;
import static org.dataassay.quality.indicator.Iso25024Measure.ACC_I_7;
import static org.dataassay.quality.indicator.Iso25024Measure.AVA_D_1;
import static org.dataassay.quality.indicator.Iso25024Measure.AVA_D_2;
import static org.dataassay.quality.indicator.Iso25024Measure.CMP_I_1;
import static org.dataassay.quality.indicator.Iso25024Measure.CNF_I_1;
import static org.dataassay.quality.indicator.Iso25024Measure.COM_I_2;
import static org.dataassay.quality.indicator.Iso25024Measure.COM_I_3;
import static org.dataassay.quality.indicator.Iso25024Measure.COM_I_4;
import static org.dataassay.quality.indicator.Iso25024Measure.CON_I_1;
import static org.dataassay.quality.indicator.Iso25024Measure.CON_I_2;
import static org.dataassay.quality.indicator.Iso25024Measure.CON_I_3;
import static org.dataassay.quality.indicator.Iso25024Measure.CON_I_6;
import static org.dataassay.quality.indicator.Iso25024Measure.CUR_I_1;
import static org.dataassay.quality.indicator.Iso25024Measure.CUR_I_2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.indicator.Iso25012Assessment.CharacteristicResult;
import org.dataassay.quality.indicator.Iso25012Assessment.MeasureResult;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Puts what was measured into the order of ISO/IEC 25012, with the measures of ISO/IEC 25024.
 *
 * <p><b>Formula</b>  X = A / B, as counted by {@link Gbt36344}; each count goes to one measure by {@link #crosswalk(Indicator)}; a range goes to Acc-I-7, any other format to
 * Con-I-2; the completeness of every column is Com-I-2
 * <p><b>Units and ranges</b>  X in [0, 1]; A counts defects in Acc-I-4 and Con-I-3
 * <p><b>Edge cases</b>  a characteristic that this input does not show has no measure and says why · a measure that differs from the standard's has its rationale, and one that
 * the standard does not list is told apart, as clause 2 demands · the standard sets no thresholds
 * <p><b>Use when / not when</b>  a reader asks for the international standard / one number is wanted: see {@code quality.score}
 * <p>Immutable and thread-safe.
 *
 * @param options none to choose
 * @see <a href="https://www.iso.org/standard/35736.html">ISO/IEC 25012:2008, Data quality model, clause 5</a>
 * @see <a href="https://www.iso.org/standard/35749.html">ISO/IEC 25024:2015, Measurement of data quality, clauses 2 and 8</a>
 */
public record Iso25012(Options options) implements Method<Iso25012Facts, Iso25012Assessment> {

    public static final MethodId ID = MethodId.of("quality.iso-25012");

    /** Conventions; there are none to choose. */
    public record Options() {
        public static final Options STANDARD = new Options();
    }

    /**
     * To which measure an indicator's counts go.
     *
     * @param measure empty where the standard lists none
     * @param rationale why the measure is modified or additional; empty where it is the standard's
     */
    public record Crossing(
            Iso25012Characteristic characteristic, Optional<Iso25024Measure> measure, Optional<String> rationale) {

        private static Crossing to(Iso25024Measure measure) {
            return new Crossing(measure.characteristic(), Optional.of(measure), Optional.empty());
        }

        private static Crossing modified(Iso25024Measure measure, String rationale) {
            return new Crossing(measure.characteristic(), Optional.of(measure), Optional.of(rationale));
        }
    }

    public static Iso25012 standard() {
        return new Iso25012(Options.STANDARD);
    }

    /** To which measure an indicator's counts go. */
    public static Crossing crosswalk(Indicator indicator) {
        return switch (indicator) {
            case DATA_STANDARD -> Crossing.to(CMP_I_1);
            case DATA_MODEL -> Crossing.modified(CMP_I_1, "counts elements that meet the data model");
            case METADATA -> Crossing.modified(ACC_I_6, "counts data that agree with their metadata, not metadata");
            case BUSINESS_RULE, RELATED_DATA_CONSISTENCY -> Crossing.to(CON_I_6);
            case REFERENCE_DATA -> Crossing.to(ACC_I_1);
            case SECURITY_RULE ->
                Crossing.modified(CNF_I_1, "counts data that meet any security or privacy rule, not encryption alone");
            case ELEMENT_COMPLETENESS -> Crossing.to(COM_I_4);
            case RECORD_COMPLETENESS -> Crossing.to(COM_I_3);
            case CONTENT_CORRECTNESS -> Crossing.to(ACC_I_2);
            case FORMAT_COMPLIANCE -> Crossing.to(CON_I_2);
            case DUPLICATE_RATE -> Crossing.modified(CON_I_3, "counts rows that repeat an earlier one");
            case UNIQUENESS ->
                new Crossing(
                        Iso25012Characteristic.CONSISTENCY,
                        Optional.empty(),
                        Optional.of("the standard lists no measure of unique keys"));
            case DIRTY_DATA_RATE -> Crossing.modified(ACC_I_4, "counts invalid values, not only outliers");
            case SAME_DATA_CONSISTENCY ->
                Crossing.modified(CON_I_1, "compares the same datum within a record, not a key in two tables");
            case PERIOD_CORRECTNESS -> Crossing.to(CUR_I_1);
            case POINT_TIMELINESS -> Crossing.to(CUR_I_2);
            case TIME_ORDER -> Crossing.modified(CON_I_6, "the semantic rule is the order of times");
            case ACCESSIBLE -> Crossing.to(AVA_D_2);
            case USABLE -> Crossing.to(AVA_D_1);
        };
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Iso25012Assessment evaluate(Iso25012Facts facts, ValuationContext context) {
        var measured = new LinkedHashMap<Iso25012Characteristic, List<MeasureResult>>();
        for (var characteristic : Iso25012Characteristic.values()) measured.put(characteristic, new ArrayList<>());
        for (var column : facts.assessment().profile().columns()) {
            if (column.rows() > 0)
                add(
                        measured,
                        new MeasureResult(
                                Optional.of(COM_I_2),
                                column.name(),
                                "built in",
                                column.valued(),
                                column.rows(),
                                false,
                                Optional.empty()),
                        Iso25012Characteristic.COMPLETENESS);
        }
        for (var result : facts.assessment().indicators()) {
            if (result.isMeasured()) cross(result, facts.assessment(), measured);
        }
        var results = measured.entrySet().stream()
                .map(e -> new CharacteristicResult(e.getKey(), inOrder(e.getValue()), reason(e.getKey(), e.getValue())))
                .toList();
        var own = facts.assessment().provenance();
        return new Iso25012Assessment(
                facts.targetEntity(),
                results,
                notes(facts.assessment(), results),
                new Provenance(ID, version(), LibraryVersion.VERSION, options, own.inputDigest(), context.seed()));
    }

    /** An indicator's parts, those that are ranges apart from the others. */
    private static void cross(
            IndicatorResult result,
            IndicatorAssessment assessment,
            LinkedHashMap<Iso25012Characteristic, List<MeasureResult>> measured) {
        var crossing = crosswalk(result.indicator());
        var usual = new Pool();
        var ranges = new Pool();
        for (var part : result.parts()) {
            boolean range = result.indicator() == Indicator.FORMAT_COMPLIANCE
                    && assessment
                            .profile()
                            .rule(part.name())
                            .filter(r -> r.rule().constraint() instanceof Constraint.InRange)
                            .isPresent();
            (range ? ranges : usual).add(part);
        }
        if (usual.evaluated > 0)
            add(
                    measured,
                    usual.result(crossing.measure(), result.indicator(), crossing.rationale()),
                    crossing.characteristic());
        if (ranges.evaluated > 0)
            add(
                    measured,
                    ranges.result(Optional.of(ACC_I_7), result.indicator(), Optional.empty()),
                    Iso25012Characteristic.ACCURACY);
    }

    private static void add(
            LinkedHashMap<Iso25012Characteristic, List<MeasureResult>> measured,
            MeasureResult result,
            Iso25012Characteristic characteristic) {
        measured.computeIfAbsent(characteristic, c -> new ArrayList<>()).add(result);
    }

    /** Parts that go to one measure. */
    private static final class Pool {
        private final List<String> names = new ArrayList<>();
        private long count;
        private long evaluated;

        void add(IndicatorResult.Part part) {
            names.add(part.name());
            count += part.count();
            evaluated += part.evaluated();
        }

        MeasureResult result(Optional<Iso25024Measure> measure, Indicator indicator, Optional<String> rationale) {
            return new MeasureResult(
                    measure,
                    "table",
                    indicator.code() + " " + String.join(", ", names),
                    count,
                    evaluated,
                    indicator.lowerIsBetter(),
                    rationale);
        }
    }

    private static List<MeasureResult> inOrder(List<MeasureResult> measures) {
        return measures.stream()
                .sorted(Comparator.comparing((MeasureResult m) -> m.measure().isEmpty())
                        .thenComparing(MeasureResult::id))
                .toList();
    }

    private static Optional<String> reason(Iso25012Characteristic characteristic, List<MeasureResult> measures) {
        if (!measures.isEmpty()) return Optional.empty();
        return Optional.of(
                switch (characteristic) {
                    case ACCURACY -> "no rule compares values with a domain, a range or a reference";
                    case COMPLETENESS, CONSISTENCY -> "no rule could be evaluated";
                    case CREDIBILITY ->
                        "whether values and their source are believed is judged by people, not seen in a table";
                    case CURRENTNESS -> "no rule says how recent or how frequent the data must be";
                    case COMPLIANCE -> "no rule says which standard or regulation the data must meet";
                    case CONFIDENTIALITY -> "no security or privacy rule was given";
                    case PRECISION -> "no requirement on digits or units was given";
                    case TRACEABILITY -> "who changed which value is not kept in the table";
                    case UNDERSTANDABILITY -> "whether people understand symbols and terms is judged by them";
                    case ACCESSIBILITY, EFFICIENCY, AVAILABILITY, PORTABILITY, RECOVERABILITY ->
                        "a property of the system that holds the data; state what was counted there";
                });
    }

    private static List<Note> notes(IndicatorAssessment assessment, List<CharacteristicResult> results) {
        var notes = new ArrayList<>(assessment.notes());
        var changed = results.stream()
                .flatMap(r -> r.measures().stream())
                .filter(m -> m.rationale().isPresent())
                .map(MeasureResult::id)
                .distinct()
                .toList();
        if (!changed.isEmpty())
            notes.add(Note.of(Note.Kind.INFO, "measures-modified-or-additional", String.join(", ", changed)));
        notes.add(Note.of(Note.Kind.INFO, "no-thresholds", "ISO/IEC 25024:2015 sets no thresholds"));
        var silent = Arrays.stream(Iso25012Characteristic.values())
                .filter(c -> results.stream()
                        .anyMatch(r -> r.characteristic() == c && r.measures().isEmpty()))
                .map(Iso25012Characteristic::id)
                .toList();
        if (!silent.isEmpty())
            notes.add(Note.of(Note.Kind.LIMIT, "characteristics-not-measurable", String.join(", ", silent)));
        return notes;
    }
}
