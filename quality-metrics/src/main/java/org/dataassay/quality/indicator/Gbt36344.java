package org.dataassay.quality.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.column.QualityProfiler;
import org.dataassay.quality.indicator.IndicatorAssessment.CharacteristicResult;
import org.dataassay.quality.indicator.IndicatorResult.Element;
import org.dataassay.quality.indicator.IndicatorResult.Part;
import org.dataassay.quality.indicator.IndicatorResult.Status;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.RowSet;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Measures a table by the twenty indicators of GB/T 36344-2018.
 *
 * <p><b>Formula</b>  X = A / B for each indicator; A elements that meet the requirement, B elements evaluated. Where several rules measure one indicator: A = ΣA, B = ΣB, or
 * X = Σw·x / Σw, see {@link Pooling}. Built in, where no rule names the indicator: 0201 cells with a value / all cells; 0202 min(records, expected) / expected; 0303 rows
 * that repeat an earlier row / rows; 0304 different keys / records with a key; 0305 values that do not look like those of their column / values of columns that are
 * not text by their inferred type
 * <p><b>Units and ranges</b>  X in [0, 1]; 1 is best except for 0303 and 0305, where 0 is
 * <p><b>Edge cases</b>  B = 0 is not applicable · an indicator that neither a rule nor a built-in measure nor a stated count measures is not measurable, with the reason ·
 * rules of severity {@code info} do not measure · a stated count replaces what could be measured · one defect counts once: a missing value is not dirty as well
 * <p><b>Numerics</b>  counts are exact; one division
 * <p><b>Use when / not when</b>  a Chinese exchange or appraisal asks for the standard's table / one number is wanted: see {@code quality.score}, for the standard fixes
 * neither weights nor grades
 * <p>Immutable and thread-safe.
 *
 * @param options conventions
 * @see <a href="https://openstd.samr.gov.cn/">GB/T 36344-2018 信息技术 数据质量评价指标, clause 5</a>
 */
public record Gbt36344(Options options) implements Method<Gbt36344Facts, IndicatorAssessment> {

    public static final MethodId ID = MethodId.of("quality.gbt-36344");

    /** The id of the rule that finds repeated rows where no rule measures 0303. */
    public static final String REPEATED_ROWS = "gbt-36344-repeated-rows";

    /** The id of the rule that finds repeated keys where no rule measures 0304. */
    public static final String REPEATED_KEYS = "gbt-36344-repeated-keys";

    /** A measure that needs no rule. A rule that names its indicator replaces it. */
    public enum BuiltIn {
        CELLS_WITH_VALUE(Indicator.ELEMENT_COMPLETENESS),
        RECORDS_EXPECTED(Indicator.RECORD_COMPLETENESS),
        ROWS_REPEATED(Indicator.DUPLICATE_RATE),
        KEYS_DIFFERENT(Indicator.UNIQUENESS),
        VALUES_UNLIKE_THEIR_COLUMN(Indicator.DIRTY_DATA_RATE);

        private final Indicator indicator;

        BuiltIn(Indicator indicator) {
            this.indicator = indicator;
        }

        /** What it measures. */
        public Indicator indicator() {
            return indicator;
        }
    }

    /** How several rules of one indicator become one ratio. */
    public enum Pooling {
        /** ΣA / ΣB: the standard's own formula over all elements. */
        COUNTS,
        /** Σw·x / Σw by the weights of the rules: every rule counts, however few elements it evaluates. */
        WEIGHTED_MEAN
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param profile the rules, and what the profile shows
     * @param builtIn measures to use where no rule names the indicator
     * @param pooling how several rules of one indicator become one ratio
     */
    public record Options(ProfileOptions profile, Set<BuiltIn> builtIn, Pooling pooling) {
        public Options {
            var ordered = EnumSet.noneOf(BuiltIn.class);
            ordered.addAll(builtIn);
            builtIn = Collections.unmodifiableSet(ordered);
        }

        /** These rules, every built-in measure, counts added up. */
        public static Options of(RuleSet rules) {
            return new Options(ProfileOptions.of(rules), EnumSet.allOf(BuiltIn.class), Pooling.COUNTS);
        }

        public Options withBuiltIn(Set<BuiltIn> measures) {
            return new Options(profile, measures, pooling);
        }

        public Options withPooling(Pooling how) {
            return new Options(profile, builtIn, how);
        }
    }

    /** By these rules and every built-in measure. */
    public static Gbt36344 of(RuleSet rules) {
        return new Gbt36344(Options.of(rules));
    }

    /** Without rules. */
    public static Gbt36344 standard() {
        return of(RuleSet.none());
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Profiles the table in one pass and reads the indicators from the profile. */
    @Override
    public IndicatorAssessment evaluate(Gbt36344Facts facts, ValuationContext context) {
        var profile = QualityProfiler.with(profileOptions(facts)).evaluate(facts.table(), context);
        return assess(profile, facts.expected(), facts.stated());
    }

    /** How to profile the table so that {@link #assess} finds what the built-in measures need: its rules, and those that find repeated rows and keys. */
    public ProfileOptions profileOptions(Gbt36344Facts facts) {
        var given = options.profile().rules();
        var rules = new ArrayList<>(given.rules());
        if (uses(BuiltIn.ROWS_REPEATED, given.rules()))
            rules.add(unique(REPEATED_ROWS, BuiltIn.ROWS_REPEATED, List.of()));
        if (uses(BuiltIn.KEYS_DIFFERENT, given.rules()) && !facts.key().isEmpty())
            rules.add(unique(REPEATED_KEYS, BuiltIn.KEYS_DIFFERENT, facts.key()));
        return new ProfileOptions(
                new RuleSet(given.missing(), rules), options.profile().frequentValues());
    }

    private static Rule unique(String id, BuiltIn measure, List<String> columns) {
        return Rule.of(id, measure.indicator(), Severity.ERROR, new Constraint.Unique(columns));
    }

    private boolean uses(BuiltIn measure, List<Rule> rules) {
        return options.builtIn().contains(measure)
                && rules.stream().noneMatch(r -> measures(r) && r.indicator() == measure.indicator());
    }

    private static boolean measures(Rule rule) {
        return rule.severity() != Severity.INFO;
    }

    /**
     * Reads the indicators from a profile.
     *
     * @param expected how many records there should be
     * @param stated what was measured elsewhere; replaces what the profile shows
     */
    public IndicatorAssessment assess(
            QualityProfile profile, Optional<Gbt36344Facts.Expected> expected, List<StatedMeasure> stated) {
        var results = new ArrayList<IndicatorResult>();
        for (var indicator : Indicator.values()) results.add(result(indicator, profile, expected, stated));
        var notes = new ArrayList<>(profile.notes());
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "indicator-pooling",
                options.pooling() == Pooling.COUNTS
                        ? "rules of one indicator are added up, A = ΣA, B = ΣB"
                        : "rules of one indicator are averaged by their weights"));
        notes.add(
                Note.of(
                        Note.Kind.INFO,
                        "no-official-weights",
                        "GB/T 36344-2018 sets neither weights nor grades; the mean of a characteristic counts its measured indicators alike"));
        mixed(results).ifPresent(notes::add);
        var own = profile.provenance();
        var provenance = new Provenance(ID, version(), LibraryVersion.VERSION, options, own.inputDigest(), own.seed());
        return new IndicatorAssessment(profile, results, characteristics(results), notes, provenance);
    }

    private IndicatorResult result(
            Indicator indicator,
            QualityProfile profile,
            Optional<Gbt36344Facts.Expected> expected,
            List<StatedMeasure> stated) {
        var elsewhere = stated.stream().filter(s -> s.indicator() == indicator).findFirst();
        if (elsewhere.isPresent()) {
            var measure = elsewhere.get();
            var name = "stated: " + measure.source().summarize();
            return pooled(
                    indicator,
                    List.of(new Part(name, Element.STATED, measure.count(), measure.evaluated(), 1)),
                    RowSet.of(),
                    List.of());
        }
        var rules = profile.rules().stream()
                .filter(r -> r.rule().indicator() == indicator && measures(r.rule()))
                .toList();
        if (!rules.isEmpty()) {
            var parts = rules.stream().map(Gbt36344::part).toList();
            var rows = RowSet.union(rules.stream().map(RuleResult::violations).toList());
            var why = rules.stream()
                    .filter(r -> r.evaluated() == 0)
                    .flatMap(r -> r.note().stream())
                    .toList();
            return pooled(indicator, parts, rows, why);
        }
        var builtIn = builtIn(indicator, profile, expected);
        if (builtIn.isPresent()) return pooled(indicator, List.of(builtIn.get()), RowSet.of(), List.of());
        return new IndicatorResult(
                indicator,
                Status.NOT_MEASURABLE,
                0,
                0,
                OptionalDouble.empty(),
                List.of(),
                RowSet.of(),
                Optional.of(missing(indicator)));
    }

    private static Part part(RuleResult result) {
        return new Part(
                result.rule().id(),
                Element.valueOf(result.element().name()),
                result.indicatorCount(),
                result.evaluated(),
                result.rule().weight());
    }

    private IndicatorResult pooled(Indicator indicator, List<Part> parts, RowSet rows, List<String> why) {
        long count = 0;
        long evaluated = 0;
        double sum = 0;
        double weights = 0;
        for (var part : parts) {
            count = Math.addExact(count, part.count());
            evaluated = Math.addExact(evaluated, part.evaluated());
            if (part.evaluated() == 0) continue;
            sum += part.weight() * part.count() / part.evaluated();
            weights += part.weight();
        }
        if (evaluated == 0) {
            var reason = why.isEmpty() ? "nothing was there to evaluate" : String.join("; ", why);
            return new IndicatorResult(
                    indicator, Status.NOT_APPLICABLE, 0, 0, OptionalDouble.empty(), parts, rows, Optional.of(reason));
        }
        double ratio = options.pooling() == Pooling.COUNTS ? (double) count / evaluated : Math.min(1, sum / weights);
        return new IndicatorResult(
                indicator, Status.MEASURED, count, evaluated, OptionalDouble.of(ratio), parts, rows, Optional.empty());
    }

    private Optional<Part> builtIn(
            Indicator indicator, QualityProfile profile, Optional<Gbt36344Facts.Expected> expected) {
        for (var measure : options.builtIn()) {
            if (measure.indicator() != indicator) continue;
            if (measure == BuiltIn.CELLS_WITH_VALUE) return Optional.of(cells(profile));
            if (measure == BuiltIn.VALUES_UNLIKE_THEIR_COLUMN) return Optional.of(unlike(profile));
            if (measure == BuiltIn.RECORDS_EXPECTED)
                return expected.map(e -> new Part(
                        "expected: " + e.source().summarize(),
                        Element.ROW,
                        Math.min(profile.rows(), e.records()),
                        e.records(),
                        1));
        }
        return Optional.empty();
    }

    private static Part cells(QualityProfile profile) {
        long valued = 0;
        long all = 0;
        for (var column : profile.columns()) {
            valued += column.valued();
            all += column.rows();
        }
        return new Part(BuiltIn.CELLS_WITH_VALUE.name(), Element.CELL, valued, all, 1);
    }

    /** The values of a column that nearly all look alike, and those among them that do not. */
    private static Part unlike(QualityProfile profile) {
        long unlike = 0;
        long values = 0;
        for (var column : profile.columns()) {
            var type = column.type();
            if (type.isEmpty() || type.get().kind() == ValueKind.TEXT) continue;
            long alike = Math.round(type.get().share() * column.valued());
            unlike += column.valued() - alike;
            values += column.valued();
        }
        return new Part(BuiltIn.VALUES_UNLIKE_THEIR_COLUMN.name(), Element.CELL, unlike, values, 1);
    }

    private static String missing(Indicator indicator) {
        return switch (indicator) {
            case DATA_STANDARD -> "no rule says what the data standard demands";
            case DATA_MODEL -> "no rule says what the data model demands";
            case METADATA -> "no rule says what the metadata demand";
            case BUSINESS_RULE -> "no business rule was given";
            case REFERENCE_DATA -> "no authoritative reference data were given";
            case SECURITY_RULE -> "no security or privacy rule was given";
            case ELEMENT_COMPLETENESS ->
                "no rule says which elements are required, and counting all cells is switched off";
            case RECORD_COMPLETENESS -> "how many records are required is not known";
            case CONTENT_CORRECTNESS -> "whether values are true needs a reference that is not in the table";
            case FORMAT_COMPLIANCE -> "no rule says what type, range, length or precision is required";
            case DUPLICATE_RATE -> "no rule says what counts as a repeat, and comparing whole rows is switched off";
            case UNIQUENESS -> "which columns identify a record is not known";
            case DIRTY_DATA_RATE -> "no rule says what is invalid, and inferring it is switched off";
            case SAME_DATA_CONSISTENCY -> "no rule says which cells hold the same datum";
            case RELATED_DATA_CONSISTENCY -> "no rule says how cells constrain each other";
            case PERIOD_CORRECTNESS -> "no rule says which period must be covered";
            case POINT_TIMELINESS -> "no rule says how recent the data must be";
            case TIME_ORDER -> "no rule says which times must follow each other";
            case ACCESSIBLE ->
                "whether data can be reached when asked for is a property of the service, not of the table";
            case USABLE ->
                "whether data can be used within the set life is a property of the service, not of the table";
        };
    }

    private static List<CharacteristicResult> characteristics(List<IndicatorResult> results) {
        return Arrays.stream(Indicator.Characteristic.values())
                .map(characteristic -> {
                    var own = results.stream()
                            .filter(r -> r.indicator().characteristic() == characteristic)
                            .toList();
                    double sum = 0;
                    int measured = 0;
                    for (var result : own) {
                        if (!result.isMeasured()) continue;
                        sum += result.score().orElseThrow();
                        measured++;
                    }
                    var mean = measured == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / measured);
                    return new CharacteristicResult(characteristic, measured, own.size(), mean);
                })
                .toList();
    }

    /** Rows and months in one sum are still the standard's elements, but a reader should know. */
    private Optional<Note> mixed(List<IndicatorResult> results) {
        var mixed = new LinkedHashSet<String>();
        for (var result : results) {
            long kinds = result.parts().stream().map(Part::element).distinct().count();
            if (kinds > 1) mixed.add(result.indicator().code());
        }
        if (mixed.isEmpty() || options.pooling() != Pooling.COUNTS) return Optional.empty();
        return Optional.of(Note.of(
                Note.Kind.LIMIT,
                "elements-of-several-kinds",
                "A and B add elements of several kinds in: " + String.join(", ", mixed)));
    }
}
