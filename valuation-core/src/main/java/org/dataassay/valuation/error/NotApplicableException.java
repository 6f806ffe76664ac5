package org.dataassay.valuation.error;

/** The method does not apply to this asset. This is not a failure. */
public class NotApplicableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public NotApplicableException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public static NotApplicableException of(ErrorCode code, String field, Object... arguments) {
        return new NotApplicableException(Problem.of(code, field, arguments));
    }

    public Problem problem() {
        return problem;
    }
}
