package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.rule.internal.RowBits;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;

/** Whether moments go forward from row to row. Merging looks at the seam: the last moment of one part and the first of the next. */
final class OrderState implements RowWiseState {

    private final int column;
    private final boolean strictly;
    private final MissingValues.Matcher missing;
    private long satisfied;
    private long notEvaluated;
    private long firstRow;
    private long first;
    private long last;
    private RowBits violations = new RowBits();
    private final List<RuleExample> examples = new ArrayList<>();

    OrderState(int column, boolean strictly, MissingValues.Matcher missing) {
        this.column = column;
        this.strictly = strictly;
        this.missing = missing;
    }

    @Override
    public void add(Row row) {
        var cell = row.cell(column);
        if (missing.isMissing(cell)) {
            notEvaluated++;
            return;
        }
        var moment = Moment.micros(cell);
        if (moment.isEmpty()) {
            violate(row.number(), Shape.of(cell) + " is not a moment");
            return;
        }
        long now = moment.getAsLong();
        if (firstRow == 0) {
            firstRow = row.number();
            first = now;
            satisfied++;
        } else if (inOrder(last, now)) {
            satisfied++;
        } else {
            violate(row.number(), reason());
        }
        last = now;
    }

    private boolean inOrder(long before, long after) {
        return strictly ? before < after : before <= after;
    }

    private String reason() {
        return strictly ? "is not after the row above it" : "is before the row above it";
    }

    private void violate(long row, String reason) {
        violations.add(row);
        if (examples.size() < RuleResult.EXAMPLES) examples.add(new RuleExample(row, reason));
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (OrderState) later;
        satisfied += other.satisfied;
        notEvaluated += other.notEvaluated;
        violations.addAll(other.violations, rowsBefore);
        other.examples.forEach(e -> examples.add(new RuleExample(e.row() + rowsBefore, e.reason())));
        if (other.firstRow != 0) {
            long row = other.firstRow + rowsBefore;
            if (firstRow == 0) {
                firstRow = row;
                first = other.first;
            } else if (!inOrder(last, other.first)) {
                satisfied--;
                violations.add(row);
                examples.add(new RuleExample(row, reason()));
            }
            last = other.last;
        }
        examples.sort(Comparator.comparingLong(RuleExample::row));
        if (examples.size() > RuleResult.EXAMPLES)
            examples.subList(RuleResult.EXAMPLES, examples.size()).clear();
    }

    @Override
    public RuleResult result(Rule rule) {
        return new RuleResult(
                rule,
                satisfied,
                satisfied + violations.size(),
                notEvaluated,
                RuleResult.Element.ROW,
                new RowSet(violations),
                examples,
                Optional.empty());
    }

    @Override
    public void write(StateBytes.Writer out) {
        out.put(satisfied).put(notEvaluated).put(firstRow).put(first).put(last);
        violations.write(out);
        out.put(examples.size());
        for (var example : examples) out.put(example.row()).put(example.reason());
    }

    @Override
    public void read(StateBytes.Reader in, long rows) {
        satisfied = in.count();
        notEvaluated = in.count();
        firstRow = in.count();
        first = in.aLong();
        last = in.aLong();
        violations = RowBits.read(in, rows);
        in.require(
                firstRow <= rows && satisfied <= rows && notEvaluated <= rows - satisfied,
                "a rule has more rows than there are");
        int n = in.length(RuleResult.EXAMPLES, Long.BYTES);
        for (int i = 0; i < n; i++) examples.add(new RuleExample(in.count(), in.text(RowRuleState.LONGEST_REASON)));
    }
}
