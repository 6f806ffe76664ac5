package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.valuation.error.ErrorCode;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;

/** One reading of a document: what it is read with, and all that was found wrong. */
final class Reading {

    /** A hostile document may break a rule a million times; nobody reads that. */
    private static final int MOST_PROBLEMS = 100;

    private static final int LONGEST_ECHO = 40;

    private final boolean tolerant;
    private final Map<String, JsonNode> assumptions;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<CurrencyCode> currency;
    private int depthOfAssumptions;

    private Reading(boolean tolerant, Optional<CurrencyCode> currency, Map<String, JsonNode> assumptions) {
        this.tolerant = tolerant;
        this.currency = currency;
        this.assumptions = assumptions;
    }

    /** Unknown fields are refused. */
    static Reading strict() {
        return new Reading(false, Optional.empty(), Map.of());
    }

    /** Unknown fields are passed over. */
    static Reading tolerant() {
        return new Reading(true, Optional.empty(), Map.of());
    }

    static Reading strict(Optional<CurrencyCode> currency, Map<String, JsonNode> assumptions) {
        return new Reading(false, currency, assumptions);
    }

    boolean isTolerant() {
        return tolerant;
    }

    /** The currency of amounts that state none. */
    Optional<CurrencyCode> currency() {
        return currency;
    }

    void currency(CurrencyCode code) {
        currency = Optional.of(code);
    }

    Map<String, JsonNode> assumptions() {
        return assumptions;
    }

    /** Reads what an assumption says; an assumption may not refer to another. */
    boolean enterAssumption() {
        if (depthOfAssumptions > 0) return false;
        depthOfAssumptions++;
        return true;
    }

    void leaveAssumption() {
        depthOfAssumptions--;
    }

    void add(ErrorCode code, Place at, Object... arguments) {
        add(Problem.of(code, at.orDocument(), arguments));
    }

    void add(Problem problem) {
        if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) problems.add(problem);
    }

    /** What a constructor found wrong, said of the fields of the object at this place. */
    void addWithin(Place at, InvalidInputException e) {
        var path = at.toString();
        for (var problem : e.problems()) add(path.isEmpty() ? problem : problem.at(path));
    }

    /** What a constructor found wrong, said of the value at this place. */
    void addOf(Place at, InvalidInputException e) {
        for (var problem : e.problems()) add(new Problem(problem.code(), at.orDocument(), problem.arguments()));
    }

    void wrongType(Place at, Shape shape, JsonNode found) {
        add(ValuationError.WRONG_TYPE, at, shape.expected(), described(found), shape.remedy());
    }

    int count() {
        return problems.size();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void done() {
        if (!problems.isEmpty()) throw new InvalidInputException(problems);
    }

    /** A value as a message names it: a few characters of a text, the number, or what kind of thing it is. */
    static String described(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> node.isEmpty() ? "an empty list" : "a list of " + node.size();
            case OBJECT ->
                node.isEmpty()
                        ? "an empty object"
                        : "an object with " + echo(node.fieldNames().next());
            case STRING -> "the text \"" + echo(node.textValue()) + "\"";
            case NUMBER -> JsonPrinter.number(node.decimalValue());
            case BOOLEAN -> node.asText();
            default -> "null";
        };
    }

    /** A few characters of what was found, without control characters. */
    static String echo(String text) {
        int end = Math.min(text.length(), LONGEST_ECHO);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        var shown = new StringBuilder();
        text.substring(0, end)
                .codePoints()
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return end < text.length() ? shown + "…" : shown.toString();
    }
}
