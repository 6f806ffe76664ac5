package org.dataassay.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dataassay.report.ReportError;
import org.dataassay.report.bundle.BridgePapers;
import org.dataassay.report.bundle.BundleFolder;
import org.dataassay.report.bundle.StoredBundle;
import org.dataassay.valuation.error.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Why the value moved between two appraisals. */
@Command(
        name = "bridge",
        mixinStandardHelpOptions = true,
        description = {
            "Says why the value moved between two appraisals: the steps as JSON and as a page, a summary on the terminal.",
            "Nothing is written unless all of it is."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class BridgeCommand implements Callable<Integer> {

    @ParentCommand
    private Assay assay;

    @Parameters(index = "0", paramLabel = "OLD", description = "The folder that appraise wrote earlier.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The folder that appraise wrote later.")
    private Path after;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder, or one that bridge has written.")
    private String out;

    @Override
    public Integer call() {
        var folder = BundleFolder.claim(out);
        for (var read : new Path[] {before, after}) requireApart(folder.path(), read);
        var old = StoredBundle.open(before);
        var now = StoredBundle.open(after);
        boolean isSound = isSound(before, old);
        isSound &= isSound(after, now);
        if (!isSound) return Assay.DIFFERS;
        var papers = BridgePapers.of(old, now);
        folder.publish(papers.bundle());
        assay.out().println(now.in(assay.locale(), now.title()));
        papers.summary(assay.locale()).forEach(assay.out()::println);
        assay.say("文件已写入 " + folder.path(), "the papers are in " + folder.path());
        return Assay.DONE;
    }

    /** A bundle that is compared is never replaced by what comes of it. */
    private static void requireApart(Path target, Path read) {
        try {
            if (Files.exists(target) && Files.exists(read) && Files.isSameFile(target, read))
                throw InvalidInputException.of(
                        ReportError.FOLDER_FOREIGN, target.toString(), "it is one of the two that are compared");
        } catch (IOException e) {
            throw InvalidInputException.of(
                    ReportError.FILE_UNREADABLE, read.toString(), String.valueOf(e.getMessage()));
        }
    }

    private boolean isSound(Path folder, StoredBundle bundle) {
        if (bundle.differences().isEmpty()) return true;
        assay.say(folder + " 已不是当时写成的样子：", folder + " is not what was written:");
        bundle.differences().forEach(assay::tellLine);
        return false;
    }
}
