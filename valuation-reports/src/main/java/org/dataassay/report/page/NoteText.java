package org.dataassay.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dataassay.valuation.result.Note;

/** What a note says in the reader's language, looked up by its code; English sentences of the library are replaced, names within them become labels. */
final class NoteText {

    private static final String SEPARATOR = ", ";

    private NoteText() {}

    /**
     * The note's words.
     *
     * @param prefix of the section that the note's figures stand in; empty for notes of the whole
     */
    static String of(Reading reading, Note note, String prefix) {
        var content = switch (note.code()) {
            case "source-not-stated", "quality-counted-twice" ->
                String.join(
                        reading.text("word.comma"),
                        names(note).stream()
                                .map(name -> reading.figureWithSection(prefix + name))
                                .toList());
            case "method-without-value" -> reading.section(note.text());
            case "timing",
                    "obsolescence-combination",
                    "ratio-statistic",
                    "binding-life",
                    "charge-tax-basis",
                    "attrition-timing",
                    "investment-timing",
                    "stage-timing",
                    "curve-not-fitted",
                    "fitting-criterion",
                    "data-risk-left-out",
                    "approach-not-considered" ->
                reading.find("note." + note.code() + "."
                                + note.text()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')
                                        .replace(' ', '-'))
                        .orElse(note.text());
            default -> reading.own(note.text());
        };
        return reading.find("note." + note.code(), content).orElse(content);
    }

    private static List<String> names(Note note) {
        return Arrays.asList(note.text().split(SEPARATOR));
    }
}
