package org.dataassay.quality.rule;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.quality.rule.internal.StateBytes;
import org.dataassay.quality.source.Row;

/** Which keys of another table have a row here. */
final class KeysState implements RowWiseState {

    private final int[] columns;
    private final ReferenceKeys keys;
    private final BitSet seen = new BitSet();
    private long notEvaluated;

    KeysState(int[] columns, ReferenceKeys keys) {
        this.columns = columns.clone();
        this.keys = keys;
    }

    @Override
    public void add(Row row) {
        int key = keys.indexOf(row, columns);
        if (key < 0) notEvaluated++;
        else seen.set(key);
    }

    @Override
    public void merge(RuleState later, long rowsBefore) {
        var other = (KeysState) later;
        notEvaluated += other.notEvaluated;
        seen.or(other.seen);
    }

    @Override
    public RuleResult result(Rule rule) {
        int gap = seen.nextClearBit(0);
        Optional<String> note = Optional.empty();
        if (gap < keys.size()) {
            var shapes = keys.key(gap).stream().map(Shape::of).toList();
            note = Optional.of("first key without a row: the " + (gap + 1) + ". of '"
                    + keys.name().table() + "', " + String.join(", ", shapes));
        }
        return new RuleResult(
                rule,
                seen.cardinality(),
                keys.size(),
                notEvaluated,
                RuleResult.Element.KEY,
                RowSet.of(),
                List.of(),
                note);
    }

    @Override
    public void write(StateBytes.Writer out) {
        out.put(notEvaluated).put(seen.toByteArray());
    }

    @Override
    public void read(StateBytes.Reader in, long rows) {
        notEvaluated = in.count();
        in.require(notEvaluated <= rows, "a rule has more rows than there are");
        seen.or(BitSet.valueOf(in.bytes()));
        in.require(seen.length() <= keys.size(), "a key is out of range");
    }
}
