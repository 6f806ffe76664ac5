package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.rule.internal.RowBits;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.RowBlock;

/** A rule that looks at one row at a time. */
final class RowRuleState implements RuleState {

    static final int LONGEST_REASON = 1 << 16;

    /** The test itself; one per run. */
    interface RowTest {
        /** What is said of a row of a block that was examined. */
        Verdict of(RowBlock block, int index);

        /** Why the row violates the rule; called right after {@link #of}. */
        String reason(RowBlock block, int index);
    }

    private final RowTest test;
    private long satisfied;
    private long notEvaluated;
    private RowBits violations = new RowBits();
    private final List<RuleExample> examples = new ArrayList<>();

    RowRuleState(RowTest test) {
        this.test = test;
    }

    @Override
    public void add(RowBlock block, long rowsBefore) {
        for (int i = 0; i < block.rows(); i++) {
            switch (test.of(block, i)) {
                case SATISFIED -> satisfied++;
                case NOT_EVALUATED -> notEvaluated++;
                case VIOLATED -> {
                    long row = rowsBefore + block.number(i);
                    violations.add(row);
                    if (examples.size() < RuleResult.EXAMPLES)
                        examples.add(new RuleExample(row, test.reason(block, i)));
                }
            }
        }
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (RowRuleState) later;
        satisfied += other.satisfied;
        notEvaluated += other.notEvaluated;
        violations.addAll(other.violations, rowsBefore);
        for (var example : other.examples) {
            if (examples.size() < RuleResult.EXAMPLES)
                examples.add(new RuleExample(example.row() + rowsBefore, example.reason()));
        }
    }

    @Override
    public RuleResult result(Rule rule) {
        long evaluated = satisfied + violations.size();
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

    @Override
    public void write(StateBytes.Writer out) {
        out.put(satisfied).put(notEvaluated);
        violations.write(out);
        out.put(examples.size());
        for (var example : examples) out.put(example.row()).put(example.reason());
    }

    @Override
    public void read(StateBytes.Reader in, long rows) {
        satisfied = in.count();
        notEvaluated = in.count();
        violations = RowBits.read(in, rows);
        long violated = violations.size();
        in.require(
                satisfied <= rows && notEvaluated <= rows && satisfied + notEvaluated + violated <= rows,
                "a rule has more rows than there are");
        int n = in.length(RuleResult.EXAMPLES, Long.BYTES);
        in.require(n == Math.min(RuleResult.EXAMPLES, violated), "a rule has not as many examples as it must have");
        for (int i = 0; i < n; i++) examples.add(new RuleExample(in.count(), in.text(LONGEST_REASON)));
    }
}
