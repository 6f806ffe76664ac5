package org.dataassay.report.page;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What people read for the name of a figure, a section, an axis or an element: the case's own translation, else the label of the bundle {@code
 * figures_<language>.properties}, else the name taken apart into words.
 *
 * <p>Immutable and thread-safe.
 */
public final class FigureLabels implements UnaryOperator<String> {

    private static final Pattern COST_TREE = Pattern.compile(
            "(preliminary|direct|indirect|opportunity|taxes|construction|operation|management)(Labor)?"
                    + "(CostAtDate|CostWithOpportunity|OpportunityCost|YearsBound|Cost|Total|IndexAtValuation|Index)([0-9]*)");
    private static final Pattern FACTOR = Pattern.compile("(.+)Factor");
    private static final Pattern OF_YEAR = Pattern.compile("(.+) ([0-9]{4})");
    private static final Pattern NUMBERED = Pattern.compile("(.*[^0-9])([0-9]{1,4})");
    private static final Pattern LINK = Pattern.compile("(.+)Link([0-9]+)\\.([0-9]+)");

    private final Texts texts;
    private final UnaryOperator<String> caseWords;

    private FigureLabels(Texts texts, UnaryOperator<String> caseWords) {
        this.texts = texts;
        this.caseWords = caseWords;
    }

    /** Labels of a language, for figures that no case has named. */
    public static FigureLabels of(Language language) {
        return of(language, UnaryOperator.identity());
    }

    /**
     * Labels of a language.
     *
     * @param caseWords from a text of the case to the same in that language; the text itself where there is no translation
     */
    public static FigureLabels of(Language language, UnaryOperator<String> caseWords) {
        return new FigureLabels(Texts.named(FigureLabels.class, "figures", language), caseWords);
    }

    /** The label of a name; of a path, its last part. */
    @Override
    public String apply(String name) {
        var own = name.substring(name.lastIndexOf('/') + 1);
        var translated = caseWords.apply(own);
        if (!translated.equals(own)) return translated;
        return texts.find(own.replace(' ', '-')).orElseGet(() -> composed(own));
    }

    private String composed(String name) {
        var tree = COST_TREE.matcher(name);
        if (tree.matches()) {
            var branch = texts.of("branch." + tree.group(1)) + (tree.group(2) == null ? "" : texts.of("branch.labor"));
            return texts.of("branch." + tree.group(3), branch, tree.group(4)).strip();
        }
        var link = LINK.matcher(name);
        if (link.matches()) return texts.of("link", apply(link.group(1)), link.group(2), link.group(3));
        var ofYear = OF_YEAR.matcher(name);
        if (ofYear.matches() && texts.find(ofYear.group(1)).isPresent())
            return texts.of("of-year", apply(ofYear.group(1)), ofYear.group(2));
        var numbered = NUMBERED.matcher(name);
        if (numbered.matches() && !apply(numbered.group(1)).equals(spaced(numbered.group(1))))
            return texts.of("numbered", apply(numbered.group(1)), numbered.group(2));
        var factor = FACTOR.matcher(name);
        if (factor.matches()) return texts.of("factor", apply(factor.group(1)));
        return spaced(name);
    }

    /** {@code freeSubstitute} as {@code free substitute}; words that are no identifier stay as they are. */
    private static String spaced(String name) {
        if (name.indexOf(' ') >= 0) return name;
        var text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isStart = i > 0
                    && (Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1))
                            || Character.isDigit(c) && Character.isLetter(name.charAt(i - 1)));
            if (isStart) text.append(' ');
            text.append(isStart && Character.isUpperCase(c) ? Character.toLowerCase(c) : c);
        }
        return text.toString();
    }
}
