package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.sheet.Bridge.Cause;
import org.dataassay.valuation.sheet.Bridge.Move;
import org.dataassay.valuation.sheet.Bridge.Part;
import org.dataassay.valuation.sheet.Bridge.Remark;

/** One bridge in the making; see {@link Bridge}. */
final class Bridging {

    private static final String DATE_ROLL = "dateRoll";
    private static final String METHOD = "method";
    private static final String STRUCTURE = "structure";
    private static final String ROUNDING = "rounding";

    private final Worksheet before;
    private final Worksheet after;
    private final BridgeTerms terms;
    private final Structure old;
    private final Structure now;
    private final Alignment alignment;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);

    private Bridging(Worksheet before, Worksheet after, BridgeTerms terms) {
        this.before = before;
        this.after = after;
        this.terms = terms;
        this.old = new Structure(before);
        this.now = new Structure(after);
        this.alignment = new Alignment(before, after, terms);
    }

    static Bridge of(Worksheet before, Worksheet after, BridgeTerms terms) {
        if (!before.currency().equals(after.currency()))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "after",
                    "it is in " + after.currency() + ", the earlier one in " + before.currency(),
                    "Appraise both in one currency.");
        var unit = before.unit(before.result());
        if (!unit.equals(after.unit(after.result())))
            throw unit.mismatch(after.unit(after.result()), "a bridge leads from a value to another of its unit");
        boolean isRounded = before.isRounded() || after.isRounded();
        var exactBefore = before.isRounded() ? before.graph().unrounded().replay() : before;
        var exactAfter = after.isRounded() ? after.graph().unrounded().replay() : after;
        var bridging = new Bridging(exactBefore, exactAfter, terms);
        bridging.build();
        if (isRounded) {
            double rounding = (after.value() - exactAfter.value()) - (before.value() - exactBefore.value());
            bridging.parts.add(new Part(Cause.ROUNDING, ROUNDING, rounding, List.of()));
            bridging.remarks.add(Remark.ROUNDED_ON_THE_WAY);
        }
        return new Bridge(unit, after.currency(), before.value(), after.value(), bridging.parts, bridging.remarks);
    }

    private void build() {
        checkGroups();
        var unlike = now.sectionsUnlike(old);
        boolean sameShape = now.hasShapeOf(old);
        boolean datesDiffer = terms.dates()
                .map(dates -> !dates.before().equals(dates.after()))
                .orElse(false);
        boolean rolls = datesDiffer || alignment.hasRolledAxes();
        // Where only time and structural numbers differ, the numbers belong to the date, unless a method's options say
        // otherwise.
        boolean onlyTime = sameShape && rolls && terms.changedMethods().stream().noneMatch(unlike::contains);
        boolean changes = !onlyTime && (!sameShape || !unlike.isEmpty());
        var middle = value(alignment.start());
        if (middle.isEmpty()) {
            together(after.value() - before.value());
            return;
        }
        double reached = middle.getAsDouble();
        if (rolls && changes) {
            var rolled = rolledValue();
            if (rolled.isEmpty()) {
                together(reached - before.value());
                inputs(reached);
                return;
            }
            parts.add(dateRoll(rolled.getAsDouble() - before.value()));
            parts.add(change(unlike, reached - rolled.getAsDouble()));
        } else if (rolls) {
            parts.add(dateRoll(reached - before.value()));
        } else if (changes) {
            parts.add(change(unlike, reached - before.value()));
        }
        if (!changes && !terms.changedMethods().isEmpty()) parts.add(new Part(Cause.METHOD, METHOD, 0, List.of()));
        inputs(reached);
    }

    private void together(double amount) {
        var moves = new ArrayList<>(alignment.rolls());
        moves.addAll(alignment.news());
        parts.add(new Part(Cause.STRUCTURE, STRUCTURE, amount, moves));
        remarks.add(Remark.NOT_SEPARABLE);
    }

    private Part dateRoll(double amount) {
        return new Part(Cause.DATE_ROLL, DATE_ROLL, amount, alignment.rolls());
    }

    /** The step of the formulas: the methods' own where only their sections differ. */
    private Part change(Set<String> unlike, double amount) {
        boolean isMethod = !terms.changedMethods().isEmpty()
                && terms.changedMethods().containsAll(unlike)
                && alignment.news().stream()
                        .map(move -> Structure.section(move.input()))
                        .allMatch(terms.changedMethods()::contains);
        return isMethod
                ? new Part(Cause.METHOD, METHOD, amount, alignment.news())
                : new Part(Cause.STRUCTURE, STRUCTURE, amount, alignment.news());
    }

    /** The later sheet's result at other inputs; empty where the calculation does not hold there. */
    private OptionalDouble value(double[] inputs) {
        var numbers = differing(inputs, alignment.end());
        var trials = new Trials(after, after.result(), numbers);
        for (int k = 0; k < numbers.length; k++) trials.varying(k)[0] = inputs[numbers[k]];
        trials.run(1);
        double value = trials.value(0);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static int[] differing(double[] one, double[] other) {
        var numbers = new int[one.length];
        int count = 0;
        for (int i = 0; i < one.length; i++) if (one[i] != other[i]) numbers[count++] = i;
        return Arrays.copyOf(numbers, count);
    }

    /** The earlier sheet's formulas at the later date. */
    private OptionalDouble rolledValue() {
        try {
            return alignment
                    .rolled(terms.changedMethods())
                    .map(graph -> OptionalDouble.of(graph.replay().value()))
                    .orElse(OptionalDouble.empty());
        } catch (InvalidInputException | ValuationFailedException doesNotHold) {
            return OptionalDouble.empty();
        }
    }

    /** Members of the named groups are there, each in one group. */
    private void checkGroups() {
        var seen = new LinkedHashSet<String>();
        for (var group : terms.groups().entrySet()) {
            for (var member : group.getValue()) {
                var name = input(member);
                boolean isSection = after.names().stream().anyMatch(figure -> figure.startsWith(member + "/"));
                if (name.isEmpty() && !isSection)
                    throw InvalidInputException.of(
                            ValuationError.UNKNOWN,
                            "groups." + group.getKey(),
                            "'" + member + "'",
                            "Name an input or a section of the later sheet.");
                if (!seen.add(name.orElse(member)))
                    throw InvalidInputException.of(
                            ValuationError.DUPLICATE, "groups." + group.getKey(), member, "Put each into one group.");
            }
        }
    }

    /** The input of a name, or that which the name stands for. */
    private Optional<String> input(String name) {
        var node = after.named().get(name);
        while (node != null && node.formula instanceof Same) node = node.operands.get(0);
        return node != null && node.formula instanceof Given ? Optional.of(node.name()) : Optional.empty();
    }

    /** The last step: from the old inputs to the new, on the later sheet. */
    private void inputs(double from) {
        var start = alignment.start();
        var end = alignment.end();
        var changed = new ArrayList<Alignment.Span>();
        for (var span : alignment.spans()) {
            if (now.has(span.node()) && span.numbers().stream().anyMatch(i -> start[i] != end[i])) changed.add(span);
        }
        if (changed.isEmpty()) return;
        var groups = groups(changed, false);
        if (groups.size() > Bridge.MOST_GROUPS) {
            remarks.add(Remark.GROUPED_BY_SECTION);
            groups = groups(changed, true);
        }
        if (groups.size() > Bridge.MOST_GROUPS)
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    "groups",
                    Bridge.MOST_GROUPS + " with the inputs that no group names",
                    groups.size(),
                    "Put causes together.");
        var shares = shares(groups, start, end);
        if (shares.isEmpty()) {
            remarks.add(Remark.MIXTURES_DO_NOT_HOLD);
            groups = groups(changed, true);
            shares = shares(groups, start, end);
        }
        if (shares.isEmpty()) {
            groups = Map.of(Bridge.INPUTS, changed);
            shares = Optional.of(new double[] {after.value() - from});
        }
        int i = 0;
        for (var group : groups.entrySet())
            parts.add(new Part(Cause.INPUT, group.getKey(), shares.get()[i++], moves(group.getValue(), start, end)));
    }

    private static List<Move> moves(List<Alignment.Span> spans, double[] start, double[] end) {
        var moves = new ArrayList<Move>();
        for (var span : spans) {
            for (int number : span.numbers()) {
                if (start[number] != end[number])
                    moves.add(Alignment.move(
                            span.node(),
                            number - span.first(),
                            OptionalDouble.of(start[number]),
                            OptionalDouble.of(end[number])));
            }
        }
        return moves;
    }

    /** Changed inputs by group: the named ones first, then each on its own or by section. */
    private Map<String, List<Alignment.Span>> groups(List<Alignment.Span> changed, boolean bySection) {
        var groups = new LinkedHashMap<String, List<Alignment.Span>>();
        for (var group : terms.groups().entrySet()) {
            var members = changed.stream()
                    .filter(span -> group.getValue().stream()
                            .anyMatch(member -> isMember(span.node().name(), member)))
                    .toList();
            if (!members.isEmpty()) groups.put(group.getKey(), new ArrayList<>(members));
        }
        var grouped = groups.values().stream().flatMap(List::stream).toList();
        int named = groups.size();
        var rest = new LinkedHashMap<String, List<Alignment.Span>>();
        for (var span : changed) {
            if (grouped.contains(span)) continue;
            var name = bySection ? sectionOrName(span) : span.node().name();
            rest.computeIfAbsent(name, k -> new ArrayList<>()).add(span);
        }
        for (var entry : rest.entrySet()) {
            boolean isFull =
                    bySection && named + rest.size() > Bridge.MOST_GROUPS && groups.size() >= Bridge.MOST_GROUPS - 1;
            groups.computeIfAbsent(isFull ? Bridge.OTHERS : entry.getKey(), k -> new ArrayList<>())
                    .addAll(entry.getValue());
        }
        return groups;
    }

    private static String sectionOrName(Alignment.Span span) {
        var section = Structure.section(span.node().name());
        return section.isEmpty() ? Bridge.INPUTS : section;
    }

    private boolean isMember(String name, String member) {
        return name.startsWith(member + "/")
                || input(member).filter(name::equals).isPresent();
    }

    /** The Shapley value of each group; empty where a mixture of old and new does not hold. */
    private Optional<double[]> shares(Map<String, List<Alignment.Span>> groups, double[] start, double[] end) {
        var owner = new int[start.length];
        Arrays.fill(owner, -1);
        int players = 0;
        for (var spans : groups.values()) {
            for (var span : spans) for (int number : span.numbers()) owner[number] = players;
            players++;
        }
        var varying = Arrays.stream(differing(start, end))
                .filter(number -> owner[number] >= 0)
                .toArray();
        var trials = new Trials(after, after.result(), varying);
        var table = new double[1 << players];
        for (int from = 0; from < table.length; from += trials.width()) {
            int count = Math.min(trials.width(), table.length - from);
            for (int k = 0; k < varying.length; k++) {
                var lane = trials.varying(k);
                for (int p = 0; p < count; p++)
                    lane[p] = (from + p >> owner[varying[k]] & 1) == 1 ? end[varying[k]] : start[varying[k]];
            }
            trials.run(count);
            for (int p = 0; p < count; p++) {
                table[from + p] = trials.value(p);
                if (Double.isNaN(table[from + p])) return Optional.empty();
            }
        }
        return Optional.of(Shapley.values(table, players));
    }
}
