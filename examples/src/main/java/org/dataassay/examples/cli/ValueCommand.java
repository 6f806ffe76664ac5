package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.json.MethodRequest;
import org.dataassay.valuation.result.Outcome;
import org.dataassay.valuation.result.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One method on one request. */
@Command(
        name = "value",
        mixinStandardHelpOptions = true,
        description = "Applies one method to a request; the result as JSON on standard output.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ValueCommand implements Callable<Integer> {

    @ParentCommand
    private Assay assay;

    @Parameters(paramLabel = "REQUEST.json", description = "The request, or - for standard input.")
    private Path file;

    @Option(names = "--graph", description = "With the graph of the sheet, so that the result can be replayed.")
    private boolean graph;

    @Override
    public Integer call() {
        var request = request();
        var outcome = outcome(request);
        assay.out()
                .print(outcome.<String>fold(
                        produced ->
                                graph ? AssayJson.writeWithGraph(produced.value()) : AssayJson.write(produced.value()),
                        not -> AssayJson.write(outcome),
                        refused -> AssayJson.write(outcome),
                        failed -> AssayJson.write(outcome)));
        assay.tell(outcome.problems());
        return outcome.fold(
                produced -> Assay.DONE, not -> Assay.UNFINISHED, refused -> Assay.REFUSED, failed -> Assay.UNFINISHED);
    }

    /** Wrong input is no outcome: it ends the command with its own message and exit code. */
    private static Outcome<Result> outcome(MethodRequest<?, ?> request) {
        try {
            return new Outcome.Produced<>(request.evaluate());
        } catch (NotApplicableException | RefusedException | ValuationFailedException e) {
            return Outcome.of(() -> {
                throw e;
            });
        }
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
