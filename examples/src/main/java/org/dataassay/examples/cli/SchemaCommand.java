package org.dataassay.examples.cli;

import java.util.concurrent.Callable;
import org.dataassay.report.casefile.CaseFile;
import org.dataassay.report.casefile.ScreeningRules;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.MethodId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints a JSON Schema. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of a method's request.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class SchemaCommand implements Callable<Integer> {

    @ParentCommand
    private Assay assay;

    @Parameters(
            paramLabel = "ID",
            description = "A method's id, case for the schema of a case, or screening for that of screening rules.")
    private String id;

    @Override
    public Integer call() {
        assay.out()
                .print(
                        switch (id) {
                            case "case" -> CaseFile.schema();
                            case "screening" -> ScreeningRules.schema();
                            default -> AssayJson.standard().schema(MethodId.of(id));
                        });
        return Assay.DONE;
    }
}
