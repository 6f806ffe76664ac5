package org.dataassay.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.result.LibraryVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line of Data Assay. Standard output is the result and nothing else; progress and messages go to standard error.
 *
 * <p>It ends with 0 done, 1 a digest or a replay differs, 2 the input is wrong, 3 sound input could not be finished, 4 the gate refused the case.
 */
@Command(
        name = "assay",
        mixinStandardHelpOptions = true,
        versionProvider = Assay.Version.class,
        description = "Measures the quality of data, and says what it is worth.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AppraiseCommand.class,
            InitCommand.class,
            ValueCommand.class,
            PriceCommand.class,
            ProfileCommand.class,
            DriftCommand.class,
            ScreenCommand.class,
            MethodsCommand.class,
            SchemaCommand.class,
            BridgeCommand.class,
            VerifyCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; single methods may have been refused, failed or not applicable",
            "1:a digest or a replay differs",
            "2:the input is wrong; each broken field is named, with what to do",
            "3:sound input could not be finished, or the folder not written",
            "4:the gate refused the whole case"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class Assay implements Callable<Integer> {

    static final int DONE = 0;
    static final int DIFFERS = 1;
    static final int WRONG_INPUT = 2;
    static final int UNFINISHED = 3;
    static final int REFUSED = 4;

    /** Languages of messages and papers. */
    enum Lang {
        zh(Locale.CHINESE),
        en(Locale.ENGLISH);

        private final Locale locale;

        Lang(Locale locale) {
            this.locale = locale;
        }

        Locale locale() {
            return locale;
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            paramLabel = "zh|en",
            description = "Language of messages and of the workbook (default: en).")
    private Lang lang = Lang.en;

    private final PrintStream out;
    private final PrintStream err;

    private Assay(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs a command with its output captured; the exit code. */
    public static int run(PrintStream out, PrintStream err, String... args) {
        var assay = new Assay(out, err);
        var line = new CommandLine(assay)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(false)
                .setExecutionExceptionHandler((e, command, parsed) -> assay.explain(e));
        int code;
        try {
            code = line.execute(args);
        } catch (Error e) { // out of memory, a jar that does not fit: never 1, which says that a digest differs
            code = assay.explain(e);
        }
        out.flush();
        err.flush();
        return code;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(err);
        return WRONG_INPUT;
    }

    PrintStream out() {
        return out;
    }

    Locale locale() {
        return lang.locale();
    }

    boolean isChinese() {
        return lang == Lang.zh;
    }

    /** One line to standard error. */
    void say(String zh, String en) {
        err.println("assay: " + (isChinese() ? zh : en));
    }

    /** Says how far a long computation is. */
    TerminalProgress progress(String zh, String en) {
        return new TerminalProgress(err, isChinese() ? zh : en);
    }

    private int explain(Throwable e) {
        if (e instanceof InvalidInputException invalid) {
            int count = invalid.problems().size();
            say(
                    "输入有误" + (count > 1 ? "，共 " + count + " 处：" : "："),
                    count > 1 ? "the input is wrong in " + count + " places:" : "the input is wrong:");
            print(invalid.problems());
            return WRONG_INPUT;
        }
        if (e instanceof RefusedException refused) {
            say("未通过门槛审查，不予估值：", "refused; there is no value:");
            print(List.of(refused.problem()));
            return REFUSED;
        }
        if (e instanceof ValuationFailedException failed) {
            say("未能完成：", "could not be finished:");
            print(List.of(failed.problem()));
            return UNFINISHED;
        }
        if (e instanceof NotApplicableException not) {
            say("该方法不适用：", "the method does not apply:");
            print(List.of(not.problem()));
            return UNFINISHED;
        }
        say("程序缺陷，请报告：" + e, "this is a defect of the program, please report it: " + e);
        e.printStackTrace(err);
        return UNFINISHED;
    }

    /** One line of a list to standard error. */
    void tellLine(String line) {
        err.println("  " + line);
    }

    /** Problems to standard error. */
    void tell(List<Problem> problems) {
        print(problems);
    }

    private void print(List<Problem> problems) {
        for (var problem : problems)
            err.println("  " + problem.message(locale()).replace("\n", "\n  "));
    }

    /** The version of the library. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Data Assay " + LibraryVersion.VERSION};
        }
    }
}
