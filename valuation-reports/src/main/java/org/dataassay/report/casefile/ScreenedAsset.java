package org.dataassay.report.casefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.Utf8;
import org.dataassay.report.ReportError;
import org.dataassay.report.casefile.ScreeningRules.Column;
import org.dataassay.report.casefile.ScreeningRules.Estimate;
import org.dataassay.report.casefile.ScreeningRules.Gate;
import org.dataassay.report.casefile.ScreeningRules.Materiality;
import org.dataassay.report.casefile.ScreeningRules.Must;
import org.dataassay.report.casefile.ScreeningRules.Threshold;
import org.dataassay.valuation.error.Problem;

/** One asset of an inventory: its facts as the rules read them, what is wrong with them, and what the rules say. */
final class ScreenedAsset {

    private static final int LONGEST_QUOTE = 60;
    private static final Set<String> SET = Set.of("true", "yes", "1", "是");
    private static final Set<String> UNSET = Set.of("false", "no", "0", "否");

    /** A problem and the column in which it is. */
    record CellProblem(String column, Problem problem) {}

    private final ScreeningRules rules;
    private final Map<String, Object> facts = new HashMap<>(); // a blank one is absent
    private final List<CellProblem> problems = new ArrayList<>();

    private ScreenedAsset(ScreeningRules rules) {
        this.rules = rules;
    }

    /** Reads the cells of a row. */
    static ScreenedAsset read(ScreeningRules rules, Map<String, Integer> places, Row row) {
        var asset = new ScreenedAsset(rules);
        rules.columns().forEach((fact, column) -> {
            var text = row.cell(places.getOrDefault(fact, -1)).toString().strip();
            if (!text.isEmpty()) {
                asset.read(fact, column, text);
            } else if (column.required().orElse(false)
                    || fact.equals(ScreeningRules.ID)
                    || fact.equals(ScreeningRules.CURRENCY)) {
                asset.problem(column, ReportError.CELL_BLANK);
            }
        });
        asset.checkCurrency();
        asset.checkEstimates();
        return asset;
    }

    private void read(String fact, Column column, String text) {
        switch (column.type()) {
            case TEXT -> facts.put(fact, text);
            case NUMBER ->
                Utf8.of(text)
                        .decimal()
                        .ifPresentOrElse(
                                value -> facts.put(fact, value),
                                () -> problem(column, ReportError.CELL_NOT_NUMBER, quoted(text)));
            case DATE ->
                Utf8.of(text)
                        .epochDay()
                        .ifPresentOrElse(
                                day -> facts.put(fact, LocalDate.ofEpochDay(day)),
                                () -> problem(column, ReportError.CELL_NOT_DATE, quoted(text)));
            case FLAG -> {
                var word = text.toLowerCase(Locale.ROOT);
                if (SET.contains(word)) facts.put(fact, true);
                else if (UNSET.contains(word)) facts.put(fact, false);
                else problem(column, ReportError.CELL_NOT_FLAG, quoted(text));
            }
        }
    }

    private void checkCurrency() {
        var stated = text(ScreeningRules.CURRENCY);
        if (!stated.isEmpty() && !stated.equals(rules.currency().code()))
            problem(
                    column(ScreeningRules.CURRENCY),
                    ReportError.CURRENCY_OTHER,
                    rules.currency().code(),
                    quoted(stated));
    }

    private void checkEstimates() {
        rules.materiality()
                .ifPresent(m -> m.estimates().stream()
                        .map(Estimate::fact)
                        .distinct()
                        .forEach(fact -> {
                            if (facts.get(fact) instanceof BigDecimal amount && amount.signum() < 0)
                                problem(column(fact), ReportError.CELL_NEGATIVE, quoted(amount.toString()));
                        }));
    }

    private Column column(String fact) {
        var column = rules.columns().get(fact);
        if (column == null) throw new IllegalStateException("the rules were checked: " + fact);
        return column;
    }

    void problem(Column column, ReportError error, Object... arguments) {
        problems.add(new CellProblem(column.column(), Problem.of(error, column.column(), arguments)));
    }

    void repeated(int row) {
        problem(column(ScreeningRules.ID), ReportError.ASSET_REPEATED, quoted(id()), row);
    }

    private static String quoted(String text) {
        var shown = text.codePointCount(0, text.length()) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        return "'" + shown.replaceAll("\\p{Cntrl}", " ") + "'";
    }

    List<CellProblem> problems() {
        return problems;
    }

    String id() {
        return text(ScreeningRules.ID);
    }

    /** A fact that is a text; empty where it is blank. */
    String text(String fact) {
        return facts.get(fact) instanceof String text ? text : "";
    }

    /** The first estimate whose fact is given; none behind a closed gate, which no number makes up for. */
    Optional<Estimate> estimatedBy() {
        if (!rules.gates().stream().allMatch(this::passes)) return Optional.empty();
        return rules.materiality().stream()
                .flatMap(m -> m.estimates().stream())
                .filter(estimate -> facts.containsKey(estimate.fact()))
                .findFirst();
    }

    /** That estimate, to the minor unit of the currency. */
    Optional<BigDecimal> estimate() {
        return estimatedBy()
                .filter(by -> facts.get(by.fact()) instanceof BigDecimal)
                .map(by -> ((BigDecimal) known(by.fact()))
                        .multiply(by.times())
                        .setScale(rules.currency().minorUnits(), RoundingMode.HALF_UP));
    }

    private Object known(String fact) {
        return Optional.ofNullable(facts.get(fact)).orElseThrow();
    }

    /** The rules that do not pass, in their order. */
    Set<String> failedRules() {
        var failed = new LinkedHashSet<String>();
        for (var gate : rules.gates()) if (!passes(gate)) failed.add(gate.rule());
        for (var threshold : rules.thresholds()) if (!passes(threshold)) failed.add(threshold.rule());
        rules.materiality().filter(m -> !passes(m)).ifPresent(m -> failed.add(m.rule()));
        return failed;
    }

    private boolean passes(Gate gate) {
        var fact = facts.get(gate.fact());
        if (fact == null) return false;
        if (gate.must() instanceof Must.OneOf oneOf)
            return fact instanceof String text && oneOf.values().contains(text);
        return gate.must() instanceof Must.NotBlank || fact.equals(true);
    }

    private boolean passes(Threshold threshold) {
        var fact = facts.get(threshold.fact());
        if (fact instanceof BigDecimal number)
            return threshold
                            .atLeast()
                            .map(least -> number.compareTo(least) >= 0)
                            .orElse(true)
                    && threshold
                            .atMost()
                            .map(most -> number.compareTo(most) <= 0)
                            .orElse(true);
        return fact instanceof LocalDate day
                && threshold.notBefore().map(first -> !day.isBefore(first)).orElse(true)
                && threshold.notAfter().map(last -> !day.isAfter(last)).orElse(true);
    }

    private boolean passes(Materiality materiality) {
        return estimate().filter(e -> e.compareTo(materiality.atLeast()) >= 0).isPresent();
    }
}
