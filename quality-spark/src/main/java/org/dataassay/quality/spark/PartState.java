package org.dataassay.quality.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.column.ProfileOptions;
import org.dataassay.quality.column.ProfileRun;
import org.dataassay.quality.source.TypedRow;
import org.dataassay.valuation.error.ErrorCode;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;

/**
 * What is known of consecutive partitions: the run over their rows and the digest of them, or what is wrong with them.
 *
 * <p>A mistake in the data is a state like any other. Were it thrown, Spark would repeat the task and find it again, and which of two mistakes is reported would depend on
 * which task came first.
 */
final class PartState {

    private static final byte STATE = 1;
    private static final byte FAULT = 2;

    /** The first partition of these. */
    private final long part;

    private final RowsDigest digest;
    private final ProfileRun run;

    private PartState(long part, RowsDigest digest, ProfileRun run) {
        this.part = part;
        this.digest = digest;
        this.run = run;
    }

    /** The state of no rows at the beginning of a table. */
    static PartState empty(Plan plan, ProfileOptions options) {
        return new PartState(0, new RowsDigest(), plan.start(options, 0));
    }

    ProfileRun run() {
        return run;
    }

    RowsDigest digest() {
        return digest;
    }

    // ---- in the tasks ----

    /** Profiles the rows of a partition. */
    static byte[] read(Plan plan, CellForms forms, int part, Iterator<Row> rows) {
        try {
            var state = new PartState(part, new RowsDigest(), plan.start(plan.options(), part));
            var row = new TypedRow();
            for (long number = 1; rows.hasNext(); number++) {
                row.begin(number);
                int broken = forms.fill(rows.next(), row);
                if (broken >= 0) {
                    var where = Problem.of(
                            SparkError.TEXT_INVALID, "", plan.columns().get(broken), number, part);
                    return fault(List.of(where));
                }
                state.digest.add(row.row());
                state.run.add(row.row());
            }
            return state.toBytes();
        } catch (InvalidInputException e) {
            return fault(e.problems());
        }
    }

    /** Merges the states of consecutive partitions, in their order; of several mistakes the first stays. */
    static byte[] merge(Plan plan, Iterator<byte[]> states) {
        var options = plan.options();
        var first = states.next();
        if (first[0] == FAULT || !states.hasNext()) return first;
        var whole = ofBytes(plan, options, first);
        while (states.hasNext()) {
            var next = states.next();
            if (next[0] == FAULT) return next;
            var later = ofBytes(plan, options, next);
            whole.digest.merge(later.digest);
            whole.run.merge(later.run);
        }
        return whole.toBytes();
    }

    // ---- as bytes ----

    private byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(STATE);
            out.writeLong(part);
            out.write(digest.toBytes());
            out.write(run.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static byte[] fault(List<Problem> problems) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FAULT);
            out.writeInt(problems.size());
            for (var problem : problems) {
                out.writeUTF(problem.code().name());
                out.writeUTF(problem.field());
                out.writeInt(problem.arguments().size());
                for (var argument : problem.arguments()) out.writeUTF(argument);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The state that the bytes tell of.
     *
     * @throws InvalidInputException the mistake that they tell of
     */
    static PartState ofBytes(Plan plan, ProfileOptions options, byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() == FAULT) throw new InvalidInputException(problems(in));
            long part = in.readLong();
            var digest = RowsDigest.ofBytes(in.readNBytes(RowsDigest.BYTES));
            var run = ProfileRun.ofBytes(options, plan.columns(), plan.valuationDate(), part, in.readAllBytes());
            return new PartState(part, digest, run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Problem> problems(DataInputStream in) throws IOException {
        var problems = new ArrayList<Problem>();
        for (int left = in.readInt(); left > 0; left--) {
            var name = in.readUTF();
            var field = in.readUTF();
            var arguments = new ArrayList<String>();
            for (int more = in.readInt(); more > 0; more--) arguments.add(in.readUTF());
            problems.add(new Problem(code(name).orElseThrow(() -> new IOException(name)), field, arguments));
        }
        return problems;
    }

    private static Optional<ErrorCode> code(String name) {
        return Stream.<ErrorCode[]>of(SparkError.values(), QualityError.values())
                .flatMap(Stream::of)
                .filter(code -> code.name().equals(name))
                .findFirst();
    }
}
