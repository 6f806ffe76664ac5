package org.dataassay.valuation.result;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.dataassay.valuation.error.ErrorCode;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * What became of one request among many. All four appear in every output: an export that shows only successes misleads.
 *
 * @param <R> what was asked for
 */
public sealed interface Outcome<R> {

    /**
     * Runs an evaluation and turns the four exceptions of this library into outcomes. Any other exception is a defect and passes through.
     */
    static <R> Outcome<R> of(Supplier<? extends R> evaluation) {
        try {
            return new Produced<>(evaluation.get());
        } catch (NotApplicableException e) {
            return new NotApplicable<>(e.problem());
        } catch (RefusedException e) {
            return new Refused<>(e.problem());
        } catch (InvalidInputException e) {
            return new Failed<>(e.problems());
        } catch (ValuationFailedException e) {
            return new Failed<>(List.of(e.problem()));
        }
    }

    /** One answer per kind of outcome. */
    default <T> T fold(
            Function<? super Produced<R>, ? extends T> produced,
            Function<? super NotApplicable<R>, ? extends T> notApplicable,
            Function<? super Refused<R>, ? extends T> refused,
            Function<? super Failed<R>, ? extends T> failed) {
        if (this instanceof Produced<R> it) return produced.apply(it);
        if (this instanceof NotApplicable<R> it) return notApplicable.apply(it);
        if (this instanceof Refused<R> it) return refused.apply(it);
        return failed.apply((Failed<R>) this);
    }

    /** The same outcome with another result, where there is one. */
    default Outcome<R> map(UnaryOperator<R> change) {
        return this instanceof Produced<R> it ? new Produced<>(change.apply(it.value())) : this;
    }

    /** The result, where there is one. */
    default Optional<R> result() {
        return fold(
                produced -> Optional.of(produced.value()),
                n -> Optional.empty(),
                r -> Optional.empty(),
                f -> Optional.empty());
    }

    /** What stood in the way; empty where there is a result. */
    default List<Problem> problems() {
        return fold(
                produced -> List.of(),
                notApplicable -> List.of(notApplicable.reason()),
                refused -> List.of(refused.rule()),
                Failed::problems);
    }

    /**
     * The method came to a result.
     *
     * @param value the result
     */
    record Produced<R>(R value) implements Outcome<R> {}

    /**
     * The method does not apply to this asset, which is no failure.
     *
     * @param reason why not
     */
    record NotApplicable<R>(Problem reason) implements Outcome<R> {}

    /**
     * A rule forbids the valuation, whatever the numbers.
     *
     * @param rule the rule, and what it found; its {@link Problem#field()} is the id of the rule
     */
    record Refused<R>(Problem rule) implements Outcome<R> {}

    /**
     * The input breaks a rule, or the method could not finish.
     *
     * @param problems at least one
     */
    record Failed<R>(List<Problem> problems) implements Outcome<R> {

        public Failed {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) throw new IllegalArgumentException("A failure has at least one problem.");
        }

        /** Of the first problem. */
        public ErrorCode code() {
            return problems.get(0).code();
        }

        /** All problems in English, a line each. */
        public String message() {
            return problems.stream().map(Problem::message).collect(Collectors.joining("\n"));
        }
    }
}
