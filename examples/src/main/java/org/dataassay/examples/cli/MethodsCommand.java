package org.dataassay.examples.cli;

import java.util.concurrent.Callable;
import org.dataassay.valuation.json.AssayJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Lists the methods. */
@Command(name = "methods", mixinStandardHelpOptions = true, description = "Lists the id of every method, one a line.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class MethodsCommand implements Callable<Integer> {

    @ParentCommand
    private Assay assay;

    @Override
    public Integer call() {
        AssayJson.standard().catalog().ids().forEach(id -> assay.out().println(id));
        return Assay.DONE;
    }
}
