package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.source.Row;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** A rule that looks at one row at a time. */
final class RowRuleState implements RuleState {

    /** The test itself; one per run. */
    interface RowTest {
        Verdict of(Row row);

        /** Why the row violates the rule; called right after {@link #of}. */
        String reason(Row row);
    }

    private final RowTest test;
    private long satisfied;
    private long notEvaluated;
    private final Roaring64Bitmap violations = new Roaring64Bitmap();
    private final List<RuleExample> examples = new ArrayList<>();

    RowRuleState(RowTest test) {
        this.test = test;
    }

    @Override
    public void add(Row row) {
        switch (test.of(row)) {
            case SATISFIED -> satisfied++;
            case NOT_EVALUATED -> notEvaluated++;
            case VIOLATED -> {
                violations.addLong(row.number());
                if (examples.size() < RuleResult.EXAMPLES)
                    examples.add(new RuleExample(row.number(), test.reason(row)));
            }
        }
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (RowRuleState) later;
        satisfied += other.satisfied;
        notEvaluated += other.notEvaluated;
        other.violations.forEach(row -> violations.addLong(row + rowsBefore));
        for (var example : other.examples) {
            if (examples.size() < RuleResult.EXAMPLES)
                examples.add(new RuleExample(example.row() + rowsBefore, example.reason()));
        }
    }

    @Override
    public RuleResult result(Rule rule) {
        long evaluated = satisfied + violations.getLongCardinality();
        return new RuleResult(
                rule,
                satisfied,
                evaluated,
                notEvaluated,
                RuleResult.Element.ROW,
                new RowSet(violations),
                examples,
                Optional.empty());
    }
}
