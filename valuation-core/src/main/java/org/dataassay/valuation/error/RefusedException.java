package org.dataassay.valuation.error;

/** A gate or a rule forbids the valuation, whatever the numbers; the problem names the rule. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public RefusedException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public static RefusedException of(ErrorCode code, String field, Object... arguments) {
        return new RefusedException(Problem.of(code, field, arguments));
    }

    public Problem problem() {
        return problem;
    }
}
