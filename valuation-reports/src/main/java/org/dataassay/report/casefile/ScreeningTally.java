package org.dataassay.report.casefile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dataassay.report.casefile.ScreeningCheckpoint.Tally;
import org.dataassay.report.casefile.ScreeningRules.Decision;
import org.dataassay.report.casefile.ScreeningSummary.ClassTotal;
import org.dataassay.report.casefile.ScreeningSummary.DecisionCount;
import org.dataassay.report.casefile.ScreeningSummary.Inventory;
import org.dataassay.report.casefile.ScreeningSummary.RuleCount;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.LibraryVersion;

/** The counts of a screening while it runs. Not thread-safe. */
final class ScreeningTally {

    private final ScreeningRules rules;
    private final List<String> tests;
    private long rows;
    private long errorRows;
    private long problems;
    private final long[] decided;
    private final long[] failed;
    private final long[] estimated;
    private final BigDecimal[] totals;

    ScreeningTally(ScreeningRules rules) {
        this.rules = rules;
        this.tests = rules.tests();
        int decisions = rules.classes().size();
        decided = new long[decisions];
        estimated = new long[decisions];
        totals = new BigDecimal[decisions];
        Arrays.fill(totals, BigDecimal.ZERO);
        failed = new long[tests.size()];
    }

    ScreeningTally(ScreeningRules rules, Tally stored) {
        this(rules);
        rows = stored.rows();
        errorRows = stored.errorRows();
        problems = stored.problems();
        for (int i = 0; i < decided.length; i++) {
            decided[i] = stored.decided().get(i);
            estimated[i] = stored.estimated().get(i);
            totals[i] = new BigDecimal(stored.totals().get(i));
        }
        for (int i = 0; i < failed.length; i++) failed[i] = stored.failed().get(i);
    }

    void error(int found) {
        rows++;
        errorRows++;
        problems += found;
    }

    void screened(int decision, Set<String> failedRules, Optional<BigDecimal> estimate) {
        rows++;
        decided[decision]++;
        for (int i = 0; i < failed.length; i++) {
            if (failedRules.contains(tests.get(i))) failed[i]++;
        }
        if (estimate.isPresent()) {
            estimated[decision]++;
            totals[decision] = totals[decision].add(estimate.get());
        }
    }

    Tally stored(long blankLines) {
        return new Tally(
                rows,
                errorRows,
                problems,
                blankLines,
                Arrays.stream(decided).boxed().toList(),
                Arrays.stream(failed).boxed().toList(),
                Arrays.stream(estimated).boxed().toList(),
                Arrays.stream(totals).map(BigDecimal::toPlainString).toList());
    }

    ScreeningSummary summary(Inventory inventory, String rulesSha256, long blankLines) {
        var classes = new LinkedHashMap<String, ClassTotal>();
        var decisions = new ArrayList<DecisionCount>();
        for (int i = 0; i < decided.length; i++) {
            Decision decision = rules.classes().get(i);
            decisions.add(new DecisionCount(decision.rule(), decision.assign(), decision.reason(), decided[i]));
            var own =
                    new ClassTotal(decision.assign(), decided[i], estimated[i], Money.of(totals[i], rules.currency()));
            classes.merge(
                    own.name(),
                    own,
                    (a, b) -> new ClassTotal(
                            a.name(),
                            a.assets() + b.assets(),
                            a.estimated() + b.estimated(),
                            a.total().plus(b.total())));
        }
        return new ScreeningSummary(
                ScreeningSummary.SCHEMA_VERSION,
                LibraryVersion.VERSION,
                inventory,
                rulesSha256,
                rows,
                rows - errorRows,
                errorRows,
                problems,
                blankLines,
                List.copyOf(classes.values()),
                decisions,
                ruleCounts());
    }

    private List<RuleCount> ruleCounts() {
        var reasons = new ArrayList<String>();
        rules.gates().forEach(gate -> reasons.add(gate.reason()));
        rules.thresholds().forEach(threshold -> reasons.add(threshold.reason()));
        rules.materiality().ifPresent(m -> reasons.add(m.reason()));
        var counts = new ArrayList<RuleCount>();
        for (int i = 0; i < failed.length; i++) counts.add(new RuleCount(tests.get(i), reasons.get(i), failed[i]));
        return counts;
    }
}
