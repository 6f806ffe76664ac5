package org.dataassay.quality.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** Whether moments go forward from row to row. Merging looks at the seam: the last moment of one part and the first of the next. */
final class OrderState implements RuleState {

    private final int column;
    private final boolean strictly;
    private final MissingValues.Matcher missing;
    private long satisfied;
    private long notEvaluated;
    private long firstRow;
    private long first;
    private long last;
    private final Roaring64Bitmap violations = new Roaring64Bitmap();
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
        violations.addLong(row);
        if (examples.size() < RuleResult.EXAMPLES) examples.add(new RuleExample(row, reason));
    }

    @Override
    public void merge(RuleState later) {
        var other = (OrderState) later;
        satisfied += other.satisfied;
        notEvaluated += other.notEvaluated;
        violations.or(other.violations);
        var all = new ArrayList<>(examples);
        all.addAll(other.examples);
        if (firstRow == 0) {
            firstRow = other.firstRow;
            first = other.first;
        } else if (other.firstRow != 0 && !inOrder(last, other.first)) {
            satisfied--;
            violations.addLong(other.firstRow);
            all.add(new RuleExample(other.firstRow, reason()));
        }
        if (other.firstRow != 0) last = other.last;
        all.sort(java.util.Comparator.comparingLong(RuleExample::row));
        examples.clear();
        examples.addAll(all.subList(0, Math.min(all.size(), RuleResult.EXAMPLES)));
    }

    @Override
    public RuleResult result(Rule rule) {
        return new RuleResult(
                rule,
                satisfied,
                satisfied + violations.getLongCardinality(),
                notEvaluated,
                RuleResult.Element.ROW,
                new RowSet(violations),
                examples,
                Optional.empty());
    }
}
