package org.dataassay.valuation.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dataassay.valuation.sheet.SpreadsheetCell.NumberStyle;
import org.dataassay.valuation.sheet.SpreadsheetCell.Role;

/**
 * Lays a worksheet out as spreadsheet cells: a tab per section, a line per figure, a row's elements side by side from column D. Unnamed formulas are written
 * inside their users, except where a range needs them or the text would grow: those get a helper line of their own.
 */
final class SpreadsheetLayout implements Formula.SpreadsheetTerms {

    private static final String MAIN = "calculation";
    private static final String CHECKS = "checks";
    private static final int LABEL = 0;
    private static final int UNIT = 1;
    private static final int FORMULA = 2;
    private static final int VALUES = 3;
    /** An unnamed formula with more operations and operands inside than this gets a line of its own, so that no text exceeds what a cell holds. */
    private static final int MOST_INLINED = 24;
    /** The same for a formula that has several users: written out more often, the text would grow with each. */
    private static final int MOST_REPEATED = 5;

    private final Worksheet sheet;
    private final UnaryOperator<String> labels;
    private final Map<String, TabBuilder> tabs = new LinkedHashMap<>();
    private final IdentityHashMap<Node, Place> places = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Node> rootOf = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> uses = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Integer> weights = new IdentityHashMap<>();
    /** What some root makes zero: written out in the line below the root. */
    private final Set<Node> residuals = Collections.newSetFromMap(new IdentityHashMap<>());
    /** What some formula reads as a range. */
    private final Set<Node> ranges = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<String> definedNames = new HashSet<>();
    /** The tab being written. */
    private TabBuilder current;

    private record Place(TabBuilder tab, int row) {}

    private static final class TabBuilder {
        private final String name;
        private final List<SpreadsheetCell> cells = new ArrayList<>();
        private final List<Node> lines = new ArrayList<>();
        private Optional<Axis> header = Optional.empty();
        private int next;

        private TabBuilder(String name) {
            this.name = name;
        }

        private void words(int row, int column, Role role, String text) {
            cells.add(SpreadsheetCell.words(row, column, role, clipped(text)));
        }
    }

    private SpreadsheetLayout(Worksheet sheet, UnaryOperator<String> labels) {
        this.sheet = sheet;
        this.labels = labels;
        for (var node : sheet.order()) {
            if (node.formula instanceof Root) {
                rootOf.put(node.operands.get(Root.UNKNOWN), node);
                residuals.add(node.operands.get(Root.RESIDUAL));
            }
            if (node.formula instanceof Reduction) ranges.add(node.operands.get(0));
            for (var operand : node.operands) uses.merge(operand, 1, Integer::sum);
        }
        this.current = new TabBuilder(MAIN);
    }

    static Spreadsheet of(Worksheet sheet, UnaryOperator<String> labels) {
        return new SpreadsheetLayout(sheet, labels).layout();
    }

    private Spreadsheet layout() {
        for (var node : sheet.named().values()) {
            current = tab(section(node.name()));
            placeHelpers(List.of(node));
            place(node);
        }
        for (var guard : sheet.guards()) {
            current = tab(CHECKS);
            placeHelpers(List.of(guard.left(), guard.right()));
        }
        for (var tab : tabs.values()) {
            current = tab;
            for (var node : tab.lines) write(node);
        }
        for (var guard : sheet.guards()) write(guard);
        return new Spreadsheet(tabs.values().stream()
                .map(tab -> new Spreadsheet.Tab(tab.name, tab.cells))
                .toList());
    }

    private static String section(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? MAIN : name.substring(0, slash);
    }

    private TabBuilder tab(String section) {
        return tabs.computeIfAbsent(section, key -> {
            var label = labels.apply(key);
            var tab = new TabBuilder(Spreadsheet.tabName(
                    label, tabs.values().stream().map(t -> t.name).toList()));
            tab.words(0, LABEL, Role.TITLE, label);
            var heads = List.of("figure", "unit", "formula or source", "value");
            for (int c = 0; c < heads.size(); c++) tab.words(1, c, Role.HEADER, labels.apply(heads.get(c)));
            tab.next = 2;
            return tab;
        });
    }

    /** Gives lines to the unnamed nodes below some nodes that need one, operands first. */
    private void placeHelpers(List<Node> users) {
        var below = NodeOrder.of(users, node -> users.contains(node) || !node.isNamed() && !places.containsKey(node));
        for (var node : below) {
            weights.put(node, 1 + node.operands.stream().mapToInt(this::inlined).sum());
            if (!node.isNamed() && needsLine(node)) place(node);
        }
    }

    private boolean needsLine(Node node) {
        if (node.formula instanceof Unknown) return false;
        if (ranges.contains(node)
                || node.formula instanceof RowFormula
                || node.formula instanceof Root
                || node.formula instanceof Irr
                || node.formula instanceof FunctionFormula) return true;
        boolean isResidualOnly = residuals.contains(node) && uses.getOrDefault(node, 0) == 1;
        if (isResidualOnly) return false;
        return weights.getOrDefault(node, 0) > (uses.getOrDefault(node, 0) > 1 ? MOST_REPEATED : MOST_INLINED);
    }

    /** Operations and operands that the text of an operand holds. */
    private int inlined(Node operand) {
        return operand.isNamed() || places.containsKey(operand) ? 1 : weights.getOrDefault(operand, 0);
    }

    private void place(Node node) {
        if (node.isRow() && !node.axis.equals(current.header)) {
            var axis = node.axis.orElseThrow();
            current.words(current.next, LABEL, Role.HEADER, labels.apply(axis.name()));
            for (int e = 0; e < axis.size(); e++)
                current.words(
                        current.next, VALUES + e, Role.HEADER, axis.elements().get(e));
            current.next++;
            current.header = node.axis;
        }
        places.put(node, new Place(current, current.next++));
        current.lines.add(node);
        if (node.formula instanceof Root) current.next++;
    }

    private void write(Node node) {
        var place = placed(node);
        int row = place.row();
        current.words(row, LABEL, Role.LABEL, label(node));
        current.words(row, UNIT, Role.TEXT, unitText(node.unit));
        current.words(
                row,
                FORMULA,
                Role.TEXT,
                node.formula instanceof Given given ? given.source(0).summarize() : FormulaText.of(node, labels));
        for (int e = 0; e < node.size(); e++) current.cells.add(cell(node, row, e));
        if (node.formula instanceof Root) {
            var residual = node.operands.get(Root.RESIDUAL);
            current.words(row + 1, LABEL, Role.LABEL, labels.apply("residual, must be 0"));
            current.cells.add(SpreadsheetCell.formula(
                    row + 1,
                    VALUES,
                    Role.CHECK,
                    element(residual, 0),
                    sheet.number(residual, 0),
                    style(residual.unit)));
        }
    }

    private String label(Node node) {
        if (!node.isNamed()) return "  " + FormulaText.of(node, labels);
        return labels.apply(node.name());
    }

    private String unitText(Unit unit) {
        return unit.toString().replace("money", sheet.currency().code());
    }

    private SpreadsheetCell cell(Node node, int row, int element) {
        int column = VALUES + element;
        double value = sheet.number(node, element);
        var style = style(node.unit);
        if (node.formula instanceof Given given) {
            var cell = SpreadsheetCell.input(row, column, value, style);
            var source = given.source(element);
            boolean isOwn = element == 0 || given.sources.size() > 1;
            if (isOwn && source.isStated())
                cell = cell.noted(clipped(source.kind().name().toLowerCase(Locale.ROOT) + ": " + source.summarize()));
            return node.isRow() ? cell : cell.named(definedName(node.name()));
        }
        boolean isResult = node.name().equals(sheet.result());
        boolean isLive = !(node.formula instanceof Root
                || node.formula instanceof FunctionFormula
                || node.formula instanceof Irr && !Irr.isPeriodic(node));
        var cell = isLive
                ? SpreadsheetCell.formula(
                        row,
                        column,
                        isResult ? Role.RESULT : Role.FORMULA,
                        node.formula.spreadsheet(this, node, element),
                        value,
                        style)
                : new SpreadsheetCell(
                        row,
                        column,
                        Role.NOT_LIVE,
                        "",
                        value,
                        style,
                        Optional.empty(),
                        Optional.of(labels.apply("not live")));
        return isResult ? cell.named(definedName(node.name())) : cell;
    }

    private static String clipped(String words) {
        if (words.length() <= SpreadsheetCell.LONGEST_TEXT) return words;
        int end = SpreadsheetCell.LONGEST_TEXT - 1;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private String definedName(String path) {
        var name = "_" + path.replaceAll("[^\\p{L}\\p{N}_./]", "_").replace('/', '.');
        var free = name;
        for (int i = 2; !definedNames.add(free.toLowerCase(Locale.ROOT)); i++) free = name + "_" + i;
        return free;
    }

    /** A line that is 0 where the guard holds. */
    private void write(Guard guard) {
        current = tab(CHECKS);
        int row = current.next++;
        current.words(row, LABEL, Role.LABEL, labels.apply(guard.name()));
        current.words(row, FORMULA, Role.TEXT, guard.rule());
        for (int e = 0; e < guard.size(); e++) {
            var text =
                    "IF(" + element(guard.left(), e) + guard.relation().symbol() + element(guard.right(), e) + ",0,1)";
            current.cells.add(SpreadsheetCell.formula(row, VALUES + e, Role.CHECK, text, 0, NumberStyle.GENERAL));
        }
    }

    private static NumberStyle style(Unit unit) {
        if (unit.isMoney()) return NumberStyle.MONEY;
        if (unit.money() == 1 && unit.count() < 0) return NumberStyle.UNIT_PRICE;
        if (unit.isRate() || unit.equals(Unit.SHARE)) return NumberStyle.PERCENT;
        if (unit.equals(Unit.YEARS)) return NumberStyle.YEARS;
        return unit.equals(Unit.FACTOR) ? NumberStyle.FACTOR : NumberStyle.GENERAL;
    }

    @Override
    public String element(Node operand, int element) {
        var target = rootOf.getOrDefault(operand, operand);
        var place = places.get(target);
        int own = target.isRow() ? element : 0;
        return place != null ? reference(place, own) : target.formula.spreadsheet(this, target, own);
    }

    @Override
    public String range(Node operand) {
        var place = placed(operand);
        return reference(place, 0) + ":" + address(place.row(), VALUES + operand.size() - 1);
    }

    @Override
    public double value(Node node, int element) {
        return sheet.number(node, element);
    }

    @Override
    public String previous(Node node, int element) {
        return reference(placed(node), element - 1);
    }

    private Place placed(Node node) {
        return Objects.requireNonNull(places.get(node), "a figure without a line");
    }

    private String reference(Place place, int element) {
        var address = address(place.row(), VALUES + element);
        return place.tab() == current ? address : "'" + place.tab().name.replace("'", "''") + "'!" + address;
    }

    private static String address(int row, int column) {
        return SpreadsheetCell.words(row, column, Role.TEXT, "").address();
    }
}
