package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Explanation.Line;
import org.dataassay.valuation.sheet.Source;

/** What the value rests on: assumptions, judged and assumed inputs, inputs that nobody sourced, warnings and limits. */
final class AssumptionsSection {

    /** Notes that are shown elsewhere: each has its own place on the page. */
    private static final Set<String> ELSEWHERE = Set.of("approach-not-used", "source-not-stated");

    private final Reading reading;
    private final Map<Note.Kind, List<String>> notes = new EnumMap<>(Note.Kind.class);

    private AssumptionsSection(Reading reading) {
        this.reading = reading;
    }

    static Markup of(Reading reading) {
        return new AssumptionsSection(reading).markup();
    }

    private Markup markup() {
        collect();
        var content = new ArrayList<Markup>();
        box(content, Parts.Tone.WARNING, "assumptions.warnings", Note.Kind.WARNING, Note.Kind.OVERRIDE);
        unsourced(content);
        box(content, Parts.Tone.WARNING, "assumptions.limits", Note.Kind.LIMIT);
        box(content, Parts.Tone.ASSUMPTION, "assumptions.assumed", Note.Kind.ASSUMPTION);
        box(content, Parts.Tone.NOTE, "assumptions.info", Note.Kind.INFO);
        inputs(content, Source.Kind.ASSUMED);
        inputs(content, Source.Kind.JUDGED);
        inputs(content, Source.Kind.ESTIMATED);
        content.add(Parts.card(
                reading.text("assumptions.use"),
                Parts.list(List.of(
                        reading.text("assumptions.use.indication"),
                        reading.text("assumptions.use.date"),
                        reading.text("assumptions.use.inputs")))));
        return Markup.join(content);
    }

    private void collect() {
        for (var note : reading.report().notes()) add(note, NoteText.of(reading, note, ""));
        for (var outcome : reading.report().outcomes()) {
            outcome.indication()
                    .ifPresent(valuation -> valuation
                            .notes()
                            .forEach(note -> add(
                                    note,
                                    reading.text(
                                            "word.of",
                                            reading.section(outcome.section()),
                                            NoteText.of(reading, note, outcome.section() + "/")))));
        }
    }

    private void add(Note note, String words) {
        if (!ELSEWHERE.contains(note.code()))
            notes.computeIfAbsent(note.kind(), kind -> new ArrayList<>()).add(words);
    }

    private void box(List<Markup> content, Parts.Tone tone, String heading, Note.Kind... kinds) {
        var words = new ArrayList<String>();
        for (var kind : kinds) words.addAll(notes.getOrDefault(kind, List.of()));
        if (words.isEmpty()) return;
        content.add(Parts.box(
                tone,
                reading.edition(),
                reading.text(heading),
                Parts.list(words.stream().distinct().toList())));
    }

    private void unsourced(List<Markup> content) {
        var links = reading.figures().stream()
                .filter(line ->
                        !line.sources().isEmpty() && !line.sources().stream().allMatch(Source::isStated))
                .map(this::link)
                .toList();
        var missing = notes.getOrDefault(Note.Kind.MISSING, List.of());
        if (!links.isEmpty())
            content.add(Parts.box(
                    Parts.Tone.WARNING,
                    reading.edition(),
                    reading.text("assumptions.unsourced", links.size()),
                    Parts.listOf(links)));
        if (!missing.isEmpty())
            content.add(Parts.box(
                    Parts.Tone.WARNING, reading.edition(), reading.text("assumptions.missing"), Parts.list(missing)));
    }

    private Markup link(Line line) {
        return Parts.link(reading.anchor(line.name()), reading.figureWithSection(line.name()));
    }

    /** The inputs of one kind with what their source says. */
    private void inputs(List<Markup> content, Source.Kind kind) {
        var table = Table.of(
                "",
                Table.Column.words(reading.text("assumptions.input")),
                Table.Column.numbers(reading.text("assumptions.value")),
                Table.Column.words(reading.text("assumptions.why")));
        for (var line : reading.figures()) {
            for (int s = 0; s < line.sources().size(); s++) {
                var source = line.sources().get(s);
                if (source.kind() != kind) continue;
                boolean isElement = line.sources().size() > 1;
                var name = reading.figureWithSection(
                        isElement ? line.name() + "[" + line.elements().get(s) + "]" : line.name());
                table = table.row(
                        false,
                        List.of(
                                Parts.link(reading.anchor(line.name()), name),
                                Markup.text(
                                        isElement
                                                ? reading.value(
                                                        line.unit(),
                                                        line.values().get(s))
                                                : FiguresSection.shown(reading, line)),
                                Markup.text(FiguresSection.source(reading, source))));
            }
        }
        if (table.rows().isEmpty()) return;
        content.add(Parts.card(
                reading.text("assumptions.kind." + kind.name().toLowerCase(Locale.ROOT)),
                Parts.unfold(reading.text("assumptions.count", table.rows().size()), table.markup())));
    }
}
