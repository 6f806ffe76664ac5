package org.dataassay.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a formula may be made of: the functions that all spreadsheets have shared since 2007, and nothing that reaches outside the workbook. */
final class FormulaText {

    /** The functions a formula may call. */
    static final Set<String> FUNCTIONS = Set.of(
            "SUM",
            "SUMPRODUCT",
            "PRODUCT",
            "EXP",
            "LN",
            "SQRT",
            "ABS",
            "MIN",
            "MAX",
            "IF",
            "ROUND",
            "NORMSDIST",
            "IRR");

    private static final Pattern WORDS = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final Pattern TAB = Pattern.compile("(?:'((?:[^']|'')*)'|([\\p{L}\\p{N}_.]+))!");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'(?=!)");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.]*)\\s*\\(");

    private FormulaText() {}

    /** What is wrong with a formula in a workbook of these tabs, if anything. */
    static Optional<String> fault(String formula, Set<String> tabs) {
        var faults = new ArrayList<String>();
        if (formula.indexOf('[') >= 0) faults.add("refers to another workbook");
        var bare = QUOTED.matcher(formula).replaceAll("0");
        if (bare.indexOf('{') >= 0) faults.add("is an array formula");
        if (bare.indexOf('|') >= 0) faults.add("calls another program");
        var calls = CALL.matcher(bare);
        while (calls.find()) {
            if (!FUNCTIONS.contains(calls.group(1))) faults.add("calls " + calls.group(1));
        }
        var others = TAB.matcher(WORDS.matcher(formula).replaceAll("0"));
        while (others.find()) {
            var tab =
                    others.group(1) == null ? others.group(2) : others.group(1).replace("''", "'");
            if (!tabs.contains(tab)) faults.add("refers to a tab that is not there, " + tab);
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", List.copyOf(faults)));
    }
}
