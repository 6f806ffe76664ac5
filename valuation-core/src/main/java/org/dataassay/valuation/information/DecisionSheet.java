package org.dataassay.valuation.information;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Figure;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * A decision table on a sheet. Payoffs are carried multiplied by the probability of what they belong to, so that sums need no division: E[max u | learned] summed over
 * what may be learned is Σ max Σ p · u.
 */
final class DecisionSheet {

    static final String WITHOUT = "valueWithoutInformation";
    static final String CHOICE_WITHOUT = "actionWithoutInformation";
    static final String CHOICE = "bestAction";
    static final String BEST = "bestWeightedPayoff";
    static final String PROBABILITY = "probabilityLearned";

    /** What rounding may take from an inequality between sums, relative to the sum of all |p · u|. */
    private static final double ROUNDING = 1e-12;

    private final Sheet sheet;
    private final DecisionTable table;
    private final Axis states;
    private final Row prior;
    private final List<Row> weighted = new ArrayList<>();
    private final Cell without;
    private final Cell allowance;

    /**
     * What is learned, on the sheet.
     *
     * @param axis along what may be learned
     * @param probability of each
     * @param payoffs of each action times that probability
     * @param value of deciding when it is known
     */
    record Learned(Axis axis, Row probability, List<Row> payoffs, Cell value) {}

    DecisionSheet(Sheet sheet, DecisionTable table) {
        this.sheet = sheet;
        this.table = table;
        this.states = sheet.axis("states", table.stateNames());
        var stated = sheet.given(
                "probability",
                Unit.SHARE,
                states,
                table.states().stream().map(DecisionTable.State::probability).toList());
        sheet.require(
                "probabilityAtLeastZero", stated, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Give a share from 0 to 1.");
        this.prior = sheet.let("prior", stated.dividedBy(stated.sum()).as(Unit.SHARE));
        for (var action : table.actions()) {
            var own = sheet.section(action.name());
            var payoff = own.given("payoff", Unit.MONEY, states, action.payoffs());
            weighted.add(own.let("weightedPayoff", payoff.times(prior)));
        }
        var actions = sheet.axis("actions", table.actionNames());
        var expected = sheet.let(
                "expectedPayoff",
                Row.of(actions, weighted.stream().map(Row::sum).toList()));
        var cells = IntStream.range(0, weighted.size()).mapToObj(expected::at).toList();
        this.without = sheet.let(WITHOUT, cells.stream().reduce(Cell::max).orElseThrow());
        var choice = Cell.number(cells.size());
        for (int k = cells.size() - 2; k >= 0; k--)
            choice = Figure.when(cells.get(k), Relation.GREATER_OR_EQUAL, without, Cell.number(k + 1), choice);
        sheet.let(CHOICE_WITHOUT, choice);
        var size =
                weighted.stream().map(row -> row.abs().sum()).reduce(Cell::plus).orElseThrow();
        this.allowance = sheet.let("roundingAllowance", size.times(Cell.number(ROUNDING)));
    }

    /** The value of deciding when the state itself is known; figures stand beside those of the table. */
    Learned byState() {
        return new Learned(states, prior, weighted, valueOf(sheet, weighted));
    }

    /** The value of deciding when the block of the state is known; figures stand in a section of the parameters' name. */
    Learned by(Partition partition) {
        if (partition.isByState()) return byState();
        var section = sheet.section(partition.name());
        var axis = section.axis(partition.name(), partition.names());
        Function<Row, Row> summed = row -> Row.of(
                axis,
                partition.members().stream()
                        .map(block ->
                                block.stream().map(row::at).reduce(Cell::plus).orElseThrow())
                        .toList());
        var probability = section.let(PROBABILITY, summed.apply(prior));
        var payoffs = new ArrayList<Row>();
        for (int k = 0; k < weighted.size(); k++)
            payoffs.add(
                    section.section(table.actionNames().get(k)).let("weightedPayoff", summed.apply(weighted.get(k))));
        return new Learned(axis, probability, payoffs, valueOf(section, payoffs));
    }

    /** Writes which action is best for each thing learned, and what that comes to: Σ max. */
    static Cell valueOf(Sheet section, List<Row> payoffs) {
        var best = section.let(BEST, payoffs.stream().reduce(Row::max).orElseThrow());
        Figure choice = Cell.number(payoffs.size());
        for (int k = payoffs.size() - 2; k >= 0; k--)
            choice = Figure.when(payoffs.get(k), Relation.GREATER_OR_EQUAL, best, Cell.number(k + 1), choice);
        section.let(CHOICE, (Row) choice);
        return section.let("valueWithInformation", best.sum());
    }

    /** What learning adds: never below zero but by rounding, which is guarded and taken away. */
    Cell gain(Sheet section, String name, Cell with) {
        section.require(
                name + "AtLeastZero",
                with.plus(allowance),
                Relation.GREATER_OR_EQUAL,
                without,
                "Information cannot harm who may ignore it; the sheet was altered.");
        return section.let(name, with.max(without).minus(without));
    }

    /** Who knows less gains no more. */
    void requireAtMost(String name, Cell less, Cell more) {
        sheet.require(
                name,
                less,
                Relation.LESS_OR_EQUAL,
                more.plus(allowance),
                "Less information cannot be worth more; the sheet was altered.");
    }

    Cell without() {
        return without;
    }

    Row prior() {
        return prior;
    }
}
