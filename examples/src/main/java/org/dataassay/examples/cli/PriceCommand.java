package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.dataassay.pricing.tariff.Rating;
import org.dataassay.pricing.tariff.RatingFacts;
import org.dataassay.pricing.tariff.RatingRun;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.json.MethodRequest;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.result.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One pricing method on one request; metered events may come from files. */
@Command(
        name = "price",
        mixinStandardHelpOptions = true,
        description = "Quotes, rates or examines prices by one request; the result as JSON on standard output.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class PriceCommand implements Callable<Integer> {

    private static final String FAMILY = "price";

    @ParentCommand
    private Assay assay;

    @Parameters(paramLabel = "REQUEST.json", description = "The request, or - for standard input.")
    private Path file;

    @Option(
            names = "--events",
            paramLabel = "FILE",
            description =
                    "Metered events for price.rating: CSV with a header, or JSON lines. May be given several times.")
    private List<Path> events = List.of();

    @Override
    public Integer call() {
        var request = request();
        if (!request.id().family().equals(FAMILY))
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    "method",
                    "a method of " + FAMILY,
                    request.id(),
                    "Run it by assay value or assay share.");
        var outcome = outcome(request);
        assay.out()
                .print(outcome.<String>fold(
                        produced -> AssayJson.write(produced.value()),
                        not -> AssayJson.write(outcome),
                        refused -> AssayJson.write(outcome),
                        failed -> AssayJson.write(outcome)));
        assay.tell(outcome.problems());
        return outcome.fold(
                produced -> Assay.DONE, not -> Assay.UNFINISHED, refused -> Assay.REFUSED, failed -> Assay.UNFINISHED);
    }

    /** Wrong input is no outcome: it ends the command with its own message and exit code. */
    private Outcome<Result> outcome(MethodRequest<?, ?> request) {
        try {
            return new Outcome.Produced<>(events.isEmpty() ? request.evaluate() : rated(request));
        } catch (NotApplicableException | RefusedException | ValuationFailedException e) {
            return Outcome.of(() -> {
                throw e;
            });
        }
    }

    private Result rated(MethodRequest<?, ?> request) {
        if (!(request.facts() instanceof RatingFacts facts) || !(request.options() instanceof Rating.Options options))
            throw InvalidInputException.of(
                    ValuationError.MISMATCH,
                    "--events",
                    request.id() + " takes no events",
                    "Give events to " + Rating.ID + ".");
        var run = RatingRun.of(facts, options);
        run.accept("facts.events", facts.events());
        for (var path : events) {
            try (var in = Inputs.open(path)) {
                run.read(String.valueOf(path.getFileName()), in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Rating(options).result(facts, run, request.context());
    }

    private MethodRequest<?, ?> request() {
        var json = AssayJson.standard();
        if (file.toString().equals("-")) return json.readRequest(System.in);
        try (var in = Inputs.open(file)) {
            return json.readRequest(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
