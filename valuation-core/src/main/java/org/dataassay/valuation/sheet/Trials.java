package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dataassay.valuation.sheet.internal.Tape;

/**
 * One figure of a sheet at other numbers of some inputs, many points at a time: the sheet's tape runs again, and only the steps that depend on what varies. A
 * point where a guard fails or a figure is not finite counts as no number. Not thread-safe.
 */
final class Trials {

    private static final int WIDEST = 128;

    /** Numbers kept at once: about 8 MB. */
    private static final int MOST_KEPT = 1 << 20;

    private final Worksheet sheet;
    private final int result;
    private final int width;
    private final Tape.Tiles tape;
    private final List<Node> moving;
    private final List<Guard> guards;

    /**
     * Prepares the tape.
     *
     * @param figure a cell
     * @param varying numbers of the tape's inputs that differ between points
     */
    Trials(Worksheet sheet, String figure, int[] varying) {
        this.sheet = sheet;
        this.result = sheet.slot(sheet.cell(figure), 0);
        var depends = dependents(sheet, varying);
        this.moving = sheet.order().stream().filter(depends::contains).toList();
        this.guards = sheet.guards().stream()
                .filter(guard -> depends.contains(guard.left()) || depends.contains(guard.right()))
                .toList();
        var kept = new ArrayList<Integer>(List.of(result));
        for (var node : moving) for (int e = 0; e < node.size(); e++) kept.add(sheet.slot(node, e));
        for (var guard : guards) {
            for (int e = 0; e < guard.size(); e++) {
                kept.add(sheet.slot(guard.left(), e));
                kept.add(sheet.slot(guard.right(), e));
            }
        }
        this.width = Math.max(1, Math.min(WIDEST, MOST_KEPT / sheet.tape().slots()));
        var slots = kept.stream().mapToInt(Integer::intValue).distinct().toArray();
        this.tape = sheet.tape().tiles(sheet.inputs(), varying, slots, width);
    }

    /** Nodes that move with the inputs; what stands within a root moves with it. */
    private static Set<Node> dependents(Worksheet sheet, int[] varying) {
        var moves = new boolean[sheet.inputs().length];
        for (int input : varying) moves[input] = true;
        var depends = Collections.<Node>newSetFromMap(new IdentityHashMap<>());
        int next = 0;
        for (var node : sheet.order()) {
            if (!(node.formula instanceof Given)) continue;
            for (int e = 0; e < node.size(); e++) if (moves[next++]) depends.add(node);
        }
        int before;
        do {
            before = depends.size();
            for (var node : sheet.order()) {
                if (!depends.contains(node) && node.operands.stream().anyMatch(depends::contains)) depends.add(node);
                if (node.formula instanceof Root && depends.contains(node))
                    depends.add(node.operands.get(Root.UNKNOWN));
            }
        } while (depends.size() > before);
        return depends;
    }

    /** Whether the figure depends on what varies. */
    boolean isMoved(String figure) {
        return moving.contains(sheet.node(figure));
    }

    /** Most points of one run. */
    int width() {
        return width;
    }

    /** The k-th varying input at every point, to be filled before a run. */
    double[] varying(int k) {
        return tape.varying(k);
    }

    void run(int points) {
        tape.run(points);
    }

    /** The figure at a point; not a number where the calculation does not hold. */
    double value(int point) {
        return broken(point).isEmpty() ? tape.output(result)[point] : Double.NaN;
    }

    /** The first guard that fails at a point, or the first figure that is not finite. */
    Optional<String> broken(int point) {
        for (var guard : guards) {
            for (int e = 0; e < guard.size(); e++) {
                double left = tape.output(sheet.slot(guard.left(), e))[point];
                double right = tape.output(sheet.slot(guard.right(), e))[point];
                if (!guard.relation().holds(left, right)) return Optional.of(guard.name());
            }
        }
        for (var node : moving) {
            for (int e = 0; e < node.size(); e++)
                if (!Double.isFinite(tape.output(sheet.slot(node, e))[point]))
                    return Optional.of(sheet.nearestName(node));
        }
        return Optional.empty();
    }
}
