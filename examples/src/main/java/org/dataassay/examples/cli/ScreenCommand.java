package org.dataassay.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dataassay.report.bundle.BundleFolder;
import org.dataassay.report.casefile.PortfolioScreening;
import org.dataassay.report.casefile.ScreeningSummary;
import org.dataassay.report.page.Edition;
import org.dataassay.report.page.Language;
import org.dataassay.valuation.json.AssayJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** An inventory in, a class for each asset out. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = {
            "Screens an inventory of data assets by rules: what to appraise, what to watch, what to leave.",
            "A row in which something is wrong is listed with what to do, and the others go on."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class ScreenCommand implements Callable<Integer> {

    @ParentCommand
    private Assay assay;

    @Parameters(
            paramLabel = "INVENTORY.csv",
            description = "A CSV file in UTF-8, one asset a row, its first row the names of the columns.")
    private Path inventory;

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "RULES.json",
            description = "Columns, gates, thresholds, materiality and classes.")
    private Path rules;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "A new folder, or one that this program has written.")
    private String out;

    @Option(names = "--resume", description = "Go on where an interrupted run with the same DIR stood.")
    private boolean resume;

    @Override
    public Integer call() {
        var screening = screening().withLocale(assay.locale());
        var folder = BundleFolder.claim(out);
        var screened =
                screening.screen(inventory, folder.workFolder("screening"), resume, assay.progress("筛查", "screening"));
        folder.publish(screened.files());
        screened.discard();
        assay.out().print(text(screened.summary()));
        assay.say("文件已写入 " + folder.path(), "the files are in " + folder.path());
        return Assay.DONE;
    }

    private PortfolioScreening screening() {
        try (var in = Inputs.open(rules)) {
            var name = String.valueOf(rules.getFileName());
            return PortfolioScreening.of(name, AssayJson.text(name, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(ScreeningSummary summary) {
        boolean zh = assay.isChinese();
        var numbers = Edition.of(Language.of(zh ? "zh" : "en")).numbers();
        var text = new StringBuilder();
        text.append(
                zh
                        ? grouped(summary.rows()) + " 行，已分类 " + grouped(summary.screened()) + " 行，有问题 "
                                + grouped(summary.errorRows()) + " 行\n"
                        : grouped(summary.rows()) + " rows, " + grouped(summary.screened()) + " screened, "
                                + grouped(summary.errorRows()) + " with problems\n");
        for (var one : summary.classes()) {
            var total =
                    numbers.money(one.total().amount(), one.total().currency().code());
            text.append("  ")
                    .append(one.name())
                    .append(
                            zh
                                    ? "  " + grouped(one.assets()) + " 项，其中 " + grouped(one.estimated()) + " 项有粗估，合计 "
                                            + total
                                    : "  " + grouped(one.assets()) + (one.assets() == 1 ? " asset, " : " assets, ")
                                            + grouped(one.estimated()) + " with a rough estimate, in all " + total)
                    .append('\n');
        }
        return text.toString();
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
