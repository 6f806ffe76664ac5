package org.dataassay.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dataassay.report.bundle.BundleFolder;
import org.dataassay.report.bundle.Papers;
import org.dataassay.report.casefile.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The main job: a case in, every paper out. */
@Command(
        name = "appraise",
        mixinStandardHelpOptions = true,
        description = {
            "Appraises a case: every paper into a folder, a summary on the terminal.",
            "Nothing is written unless all of it is."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class AppraiseCommand implements Callable<Integer> {

    @ParentCommand
    private Assay assay;

    @Parameters(paramLabel = "CASE.json", description = "The case; data files are named from its folder.")
    private Path file;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder, or one that appraise has written.")
    private String out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the simulation (default: all cores). They change the time and nothing else.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() {
        var loaded = CaseFile.read(file);
        var folder = BundleFolder.claim(out);
        var appraised = loaded.appraise(threads, assay.progress("模拟", "simulating"));
        folder.publish(Papers.of(appraised, assay.locale()));
        assay.out().print(Summary.of(appraised, assay.locale()));
        assay.say("文件已写入 " + folder.path(), "the papers are in " + folder.path());
        return Assay.DONE;
    }
}
