package org.dataassay.valuation.sheet;

import java.util.List;
import java.util.Optional;

/** An input: values handed in, with their sources and distributions. Two inputs are never the same, however alike. */
final class Given implements Formula {

    final List<Double> values;
    /** One for all elements, or one each. */
    final List<Source> sources;
    /** Of the cell, of each element, or of one factor on the whole row; see {@link #shock}. */
    final List<Optional<Distribution>> distributions;

    final Shock shock;

    /** How distributions act on a row. */
    enum Shock {
        /** Each element has its own distribution, in its own unit. */
        OWN,
        /** One factor moves the whole row. */
        COMMON_FACTOR,
        /** One distribution of a factor, drawn for each element. */
        INDEPENDENT_FACTORS
    }

    Given(List<Double> values, List<Source> sources, List<Optional<Distribution>> distributions, Shock shock) {
        this.values = List.copyOf(values);
        this.sources = List.copyOf(sources);
        this.distributions = List.copyOf(distributions);
        this.shock = shock;
    }

    Source source(int element) {
        return sources.get(sources.size() == 1 ? 0 : element);
    }

    @Override
    public String id() {
        return "given@1";
    }

    @Override
    public List<String> parameters() {
        return values.stream().map(Double::toHexString).toList();
    }

    @Override
    public Optional<Axis> axis(List<Node> operands) {
        return Optional.empty();
    }

    @Override
    public Unit unit(List<Node> operands) {
        return Unit.NUMBER;
    }

    @Override
    public int lower(Lowering tape, Node node, int element) {
        return tape.input();
    }

    @Override
    public String spreadsheet(SpreadsheetTerms terms, Node node, int element) {
        return Fixed.number(values.get(element));
    }

    @Override
    public Display display(List<Display> operands) {
        return Display.atom("given");
    }
}
