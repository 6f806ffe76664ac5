package org.dataassay.valuation.error;

import java.util.List;
import java.util.stream.Collectors;

/** The caller's mistake: input that breaks a rule. Carries every broken field of the object. */
public class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public InvalidInputException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public static InvalidInputException of(ErrorCode code, String field, Object... arguments) {
        return new InvalidInputException(List.of(Problem.of(code, field, arguments)));
    }

    /** All broken fields, in the order found. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same problems one level further out. */
    public InvalidInputException at(String outer) {
        return new InvalidInputException(problems.stream().map(p -> p.at(outer)).toList());
    }
}
