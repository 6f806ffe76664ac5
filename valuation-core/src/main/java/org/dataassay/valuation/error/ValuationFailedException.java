package org.dataassay.valuation.error;

/** Sound input that a method could not finish, such as an iteration that did not converge. */
public class ValuationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ValuationFailedException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public static ValuationFailedException of(ErrorCode code, String field, Object... arguments) {
        return new ValuationFailedException(Problem.of(code, field, arguments));
    }

    public Problem problem() {
        return problem;
    }
}
