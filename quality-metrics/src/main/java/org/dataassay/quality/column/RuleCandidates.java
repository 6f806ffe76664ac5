package org.dataassay.quality.column;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dataassay.quality.column.ColumnProfile.FrequentValue;
import org.dataassay.quality.rule.Constraint;
import org.dataassay.quality.rule.Constraint.OfType;
import org.dataassay.quality.rule.Expression;
import org.dataassay.quality.rule.Indicator;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.Severity;
import org.dataassay.quality.source.SemanticType;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.numeric.Elementary;

/** Reads candidates for rules off the summary of a table, in the order of its columns, then from simple to composed. */
final class RuleCandidates {

    /** Pairs are made among so many columns of days at most. */
    private static final int MOST_DAY_COLUMNS = 8;

    private static final int MOST_MASKS = 3;
    private static final int LONGEST_CODE = 64;

    /** A whole number with at most so many different values may be a code. */
    private static final int FEW_CODES = 12;

    /** So many of the whole numbers of a code have the same number of digits. */
    private static final double CODE_SHARE = 0.95;

    /** Values repeat at least so often on average where they are a list. */
    private static final int REPEATED = 10;

    private static final Pattern RUN = Pattern.compile("9+");

    /** Words with a blank between them are prose, which has no pattern. */
    private static final Pattern PROSE = Pattern.compile("[Aa汉※] .*[Aa汉※]");

    /** A rule to be tried; of those of one group only the best is suggested. */
    record Candidate(Rule rule, String group) {}

    private final TableSummary summary;
    private final SuggestOptions options;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    RuleCandidates(TableSummary summary, SuggestOptions options) {
        this.summary = summary;
        this.options = options;
    }

    List<Candidate> list() {
        if (!candidates.isEmpty()) return candidates;
        for (int i = 0; i < summary.columns().size(); i++)
            column(summary.columns().get(i));
        orders();
        partsOfResidentIds();
        return candidates;
    }

    // ---- one column ----

    private void column(ColumnSummary column) {
        if (column.valued() == 0) return;
        var name = column.name();
        add(
                column,
                "not-null",
                Indicator.ELEMENT_COMPLETENESS,
                Severity.ERROR,
                new Constraint.NotNull(name, List.of()),
                "[" + name + "] has a value.",
                "【" + name + "】有值。");
        if (column.valued() == column.rows() || isLikely(column.valued(), column.rows())) unique(column);
        var meaning = column.meaning()
                .filter(m -> m.getKey() != SemanticType.ISO_DATE && isLikely(m.getValue(), column.valued()))
                .map(Map.Entry::getKey);
        var kind = column.kind(options.minimumShare()).orElse(ValueKind.TEXT);
        if (meaning.isPresent()) {
            add(
                    column,
                    "meaning",
                    Indicator.FORMAT_COMPLIANCE,
                    Severity.ERROR,
                    new Constraint.OfSemanticType(name, meaning.get()),
                    "[" + name + "] is of type " + meaning.get().id() + ".",
                    "【" + name + "】为 " + meaning.get().id() + " 类型。");
        }
        boolean listed = values(column, kind);
        if (meaning.isEmpty() && kind != ValueKind.TEXT && !(listed && kind == ValueKind.INTEGER)) type(column, kind);
        if (kind == ValueKind.INTEGER || kind == ValueKind.DECIMAL) {
            if (meaning.isEmpty() && !listed) range(column);
        } else if (kind == ValueKind.TEXT && meaning.isEmpty() && !listed && !pattern(column)) {
            length(column);
        }
        if (column.suspicious() > 0)
            add(
                    column,
                    "not-suspicious",
                    Indicator.DIRTY_DATA_RATE,
                    Severity.WARNING,
                    new Constraint.NotSuspicious(name, List.of()),
                    "[" + name + "] is none of the values typed to get past a form.",
                    "【" + name + "】不是应付填写的占位值。");
        if (isDays(column))
            add(
                    column,
                    "not-in-future",
                    Indicator.PERIOD_CORRECTNESS,
                    Severity.ERROR,
                    new Constraint.NotAfterValuationDate(name),
                    "[" + name + "] is a day up to the valuation date.",
                    "【" + name + "】不晚于评估基准日。");
    }

    private boolean isLikely(long part, long whole) {
        return part >= options.minimumShare() * whole;
    }

    /** Whether the whole numbers are written with the same number of digits, as a code is and a quantity is not. */
    private static boolean isCode(ColumnSummary column) {
        var look = column.masks().get(0);
        return RUN.matcher(look.value()).matches() && look.count() >= CODE_SHARE * column.valued();
    }

    private static boolean isDays(ColumnSummary column) {
        return 2 * column.count(ValueKind.TIMESTAMP) > column.valued();
    }

    private void unique(ColumnSummary column) {
        var kind = column.kind(options.minimumShare()).orElse(ValueKind.TEXT);
        if (kind != ValueKind.TEXT && kind != ValueKind.INTEGER) return;
        if (!isLikely(column.distinct(), column.valued())) return;
        add(
                column,
                "unique",
                Indicator.UNIQUENESS,
                Severity.ERROR,
                new Constraint.Unique(List.of(column.name())),
                "[" + column.name() + "] is different in every row.",
                "【" + column.name() + "】逐行不重复。");
    }

    private void type(ColumnSummary column, ValueKind kind) {
        var type = switch (kind) {
            case INTEGER -> OfType.Type.INTEGER;
            case DECIMAL -> OfType.Type.DECIMAL;
            case DATE -> OfType.Type.DATE;
            case TIMESTAMP -> OfType.Type.TIMESTAMP;
            case BOOLEAN, TEXT -> OfType.Type.BOOLEAN;
        };
        var word = type.name().toLowerCase(Locale.ROOT);
        add(
                column,
                "type",
                Indicator.FORMAT_COMPLIANCE,
                Severity.ERROR,
                new OfType(column.name(), type),
                "[" + column.name() + "] can be read as " + word + ".",
                "【" + column.name() + "】可读作 " + word + "。");
    }

    /** A list of allowed values: one spelling of each, the rare ones left out. */
    private boolean values(ColumnSummary column, ValueKind kind) {
        boolean listable = kind == ValueKind.TEXT
                || kind == ValueKind.INTEGER && (column.distinct() <= FEW_CODES || isCode(column));
        boolean few = column.valuesComplete() && column.distinct() * REPEATED <= column.valued();
        if (!listable || !few) return false;
        var spellings = new LinkedHashMap<
                String, FrequentValue>(); // most frequent first, so the first spelling is the usual one
        for (var value : column.values()) {
            var folded = value.value().strip().toLowerCase(Locale.ROOT);
            spellings.putIfAbsent(folded, value);
        }
        double least = options.rareFactor() * column.valued() / column.distinct();
        var allowed = spellings.values().stream()
                .filter(value -> value.count() >= least)
                .map(FrequentValue::value)
                .sorted()
                .toList();
        if (allowed.isEmpty() || allowed.size() > options.mostValues()) return false;
        add(
                column,
                "values",
                Indicator.REFERENCE_DATA,
                Severity.ERROR,
                new Constraint.InSet(column.name(), allowed),
                "[" + column.name() + "] is one of " + allowed.size() + " values of the " + column.distinct()
                        + " that occur.",
                "【" + column.name() + "】为 " + allowed.size() + " 个常见取值之一（共出现 " + column.distinct() + " 个）。");
        return true;
    }

    /** Tukey's outer fences; on logarithms where the numbers are positive, which fits what grows by factors. */
    private void range(ColumnSummary column) {
        if (column.numbers().isEmpty()) return;
        var numbers = column.numbers().get();
        double low = numbers.quantile(Distribution.STEPS / 4);
        double high = numbers.quantile(3 * Distribution.STEPS / 4);
        if (!(high > low)) return;
        boolean positive = numbers.quantile(Distribution.STEPS / 100) > 0;
        double from;
        double to;
        if (positive) {
            double a = Elementary.log(low);
            double b = Elementary.log(high);
            from = Elementary.exp(a - options.fence() * (b - a));
            to = Elementary.exp(b + options.fence() * (b - a));
        } else {
            from = low - options.fence() * (high - low);
            to = high + options.fence() * (high - low);
        }
        if (!(Math.abs(from) < 1e300 && Math.abs(to) < 1e300)) return;
        var minimum = outward(from, RoundingMode.FLOOR);
        var maximum = outward(to, RoundingMode.CEILING);
        var bounds = "[" + minimum.toPlainString() + ", " + maximum.toPlainString() + "]";
        add(
                column,
                "range",
                Indicator.FORMAT_COMPLIANCE,
                Severity.WARNING,
                new Constraint.InRange(column.name(), Optional.of(minimum), Optional.of(maximum)),
                "[" + column.name() + "] lies in " + bounds + ", Tukey's outer fences"
                        + (positive ? " of the logarithms." : "."),
                "【" + column.name() + "】在 " + bounds + " 之内（Tukey 外栅栏" + (positive ? "，取对数" : "") + "）。");
    }

    private static BigDecimal outward(double bound, RoundingMode mode) {
        var rounded = new BigDecimal(bound).round(new MathContext(2, mode)).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** The looks that nearly all values have, as a pattern. */
    private boolean pattern(ColumnSummary column) {
        long covered = 0;
        var patterns = new ArrayList<String>();
        for (var mask : column.masks()) {
            if (patterns.size() == MOST_MASKS || isLikely(covered, column.valued())) break;
            var pattern = pattern(mask.value());
            if (pattern.isEmpty()) return false;
            patterns.add(pattern.get());
            covered += mask.count();
        }
        if (!isLikely(covered, column.valued())) return false;
        var pattern = String.join("|", patterns);
        add(
                column,
                "pattern",
                Indicator.FORMAT_COMPLIANCE,
                Severity.ERROR,
                new Constraint.Matches(column.name(), pattern, false),
                "[" + column.name() + "] looks like " + column.masks().get(0).value() + ".",
                "【" + column.name() + "】形如 " + column.masks().get(0).value() + "。");
        return true;
    }

    private static Optional<String> pattern(String mask) {
        if (PROSE.matcher(mask).find()) return Optional.empty();
        var pattern = new StringBuilder();
        for (int i = 0; i < mask.length(); ) {
            var digits = RUN.matcher(mask).region(i, mask.length());
            if (digits.lookingAt()) {
                int count = digits.end() - i;
                pattern.append("[0-9]").append(count == 1 ? "" : "{" + count + "}");
                i = digits.end();
                continue;
            }
            char c = mask.charAt(i++);
            switch (c) {
                case 'A' -> pattern.append("[A-Z]+");
                case 'a' -> pattern.append("[a-z]+");
                case '汉' -> pattern.append("\\p{Han}+");
                case '※', '…' -> {
                    return Optional.empty();
                }
                default ->
                    pattern.append(Character.isLetterOrDigit(c) || c == ' ' ? "" : "\\")
                            .append(c);
            }
        }
        return Optional.of(pattern.toString());
    }

    /** Codes have bounded lengths; free text has not. */
    private void length(ColumnSummary column) {
        column.lengths()
                .filter(l -> l.maximum() <= LONGEST_CODE)
                .ifPresent(l -> add(
                        column,
                        "length",
                        Indicator.FORMAT_COMPLIANCE,
                        Severity.INFO,
                        new Constraint.Length(column.name(), OptionalInt.of(l.minimum()), OptionalInt.of(l.maximum())),
                        "[" + column.name() + "] has " + l.minimum() + " to " + l.maximum() + " characters.",
                        "【" + column.name() + "】长度为 " + l.minimum() + " 至 " + l.maximum() + " 个字符。"));
    }

    // ---- two columns ----

    private void orders() {
        var days = summary.columns().stream()
                .filter(c -> c.valued() > 0 && isDays(c))
                .limit(MOST_DAY_COLUMNS)
                .toList();
        for (int i = 0; i < days.size(); i++) {
            for (int j = i + 1; j < days.size(); j++) {
                order(days.get(i), days.get(j));
                order(days.get(j), days.get(i));
            }
        }
    }

    private void order(ColumnSummary before, ColumnSummary after) {
        var expression = "date(" + bracketed(before) + ") <= date(" + bracketed(after) + ")";
        // a day that cannot be read is the business of the rule about its type
        var readable = "if valid(substring(" + bracketed(before) + ", 1, 10), 'iso-date') and valid(substring("
                + bracketed(after) + ", 1, 10), 'iso-date') then " + expression;
        var names =
                java.util.stream.Stream.of(before.name(), after.name()).sorted().collect(Collectors.joining("\u001F"));
        add(
                slug(before) + "-up-to-" + slug(after),
                "order " + names,
                Indicator.TIME_ORDER,
                Severity.ERROR,
                new Constraint.Holds(Expression.parse(readable)),
                "[" + before.name() + "] is not after [" + after.name() + "].",
                "【" + before.name() + "】不晚于【" + after.name() + "】。");
    }

    /** The province and the day of birth that a resident's number holds. */
    private void partsOfResidentIds() {
        for (var id : summary.columns()) {
            var meaning = id.meaning();
            if (meaning.isEmpty()
                    || meaning.get().getKey() != SemanticType.RESIDENT_ID_CN
                    || !isLikely(meaning.get().getValue(), id.valued())) continue;
            var valid = "if valid(" + bracketed(id) + ", 'resident-id-cn')";
            for (var other : summary.columns()) {
                if (other.name().equals(id.name()) || other.valued() == 0) continue;
                var looks = other.masks().get(0).value();
                if (looks.equals("99"))
                    add(
                            slug(other) + "-of-" + slug(id),
                            "",
                            Indicator.RELATED_DATA_CONSISTENCY,
                            Severity.ERROR,
                            new Constraint.Holds(Expression.parse(
                                    valid + " and " + bracketed(other) + " matches '[0-9]{2}' then substring("
                                            + bracketed(id) + ", 1, 2) = " + bracketed(other))),
                            "[" + other.name() + "] is the province in [" + id.name() + "].",
                            "【" + other.name() + "】与【" + id.name() + "】中的省级代码一致。");
                if (looks.equals("9999-99-99"))
                    add(
                            slug(other) + "-of-" + slug(id),
                            "",
                            Indicator.RELATED_DATA_CONSISTENCY,
                            Severity.ERROR,
                            new Constraint.Holds(Expression.parse(valid + " then concat(substring(" + bracketed(id)
                                    + ", 7, 4), '-', substring(" + bracketed(id) + ", 11, 2), '-', substring("
                                    + bracketed(id) + ", 13, 2)) = " + bracketed(other))),
                            "[" + other.name() + "] is the day of birth in [" + id.name() + "].",
                            "【" + other.name() + "】与【" + id.name() + "】中的出生日期一致。");
            }
        }
    }

    private static String bracketed(ColumnSummary column) {
        return "[" + column.name().replace("]", "]]") + "]";
    }

    // ---- ids ----

    private void add(
            ColumnSummary column,
            String kind,
            Indicator indicator,
            Severity severity,
            Constraint constraint,
            String en,
            String zh) {
        add(slug(column) + "-" + kind, "", indicator, severity, constraint, en, zh);
    }

    private void add(
            String wanted,
            String group,
            Indicator indicator,
            Severity severity,
            Constraint constraint,
            String en,
            String zh) {
        var id = wanted;
        for (int i = 2; !ids.add(id); i++) id = wanted + "-" + i;
        var descriptions = new HashMap<String, String>();
        descriptions.put("en", en);
        descriptions.put("zh", zh);
        var rule = new Rule(
                id, descriptions, indicator, indicator.dimension(), severity, Rule.STANDARD_WEIGHT, constraint);
        candidates.add(new Candidate(rule, group.isEmpty() ? id : group));
    }

    /** Letters, digits and hyphens of the column's name; its place where there are none. */
    private String slug(ColumnSummary column) {
        var slug = column.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (slug.length() > 30) slug = slug.substring(0, 30);
        return slug.isEmpty() ? "column-" + (summary.columns().indexOf(column) + 1) : slug;
    }
}
