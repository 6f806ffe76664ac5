package org.dataassay.examples.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dataassay.report.bundle.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Recomputes a bundle, offline. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the papers of an appraisal: the digest of each file, and the stored calculation computed again, which must give the same bits.",
            "The case is also appraised again by this version; where that differs, it is listed and no error."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private Assay assay;

    @Parameters(paramLabel = "DIR", description = "A folder that appraise has written.")
    private Path folder;

    @Override
    public Integer call() {
        var verification = Verification.of(folder);
        var out = assay.out();
        boolean zh = assay.isChinese();
        out.println((zh ? "文件摘要：" : "digests: ")
                + (verification.digestsAgree()
                        ? (zh ? verification.files() + " 个文件一致" : verification.files() + " files agree")
                        : (zh ? "不一致" : "differ")));
        verification.digestDifferences().forEach(line -> out.println("  " + line));
        out.println((zh ? "计算重放：" : "replay: ")
                + (verification.replayAgrees()
                        ? (zh
                                ? verification.figures() + " 个数逐位一致"
                                : verification.figures() + " figures agree to the last bit")
                        : (zh ? "不一致" : "differs")));
        verification.replayDifferences().forEach(line -> out.println("  " + line));
        out.println((zh ? "以本版本重新评估：" : "appraised again by this version: ")
                + (verification.rerunDifferences().isEmpty()
                        ? (zh ? "结果相同" : "the same")
                        : (zh ? "有差异（不影响退出码）" : "differs (this is no error)")));
        verification.rerunDifferences().forEach(line -> out.println("  " + line));
        return verification.isSound() ? Assay.DONE : Assay.DIFFERS;
    }
}
