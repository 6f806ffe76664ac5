package org.dataassay.report.page;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.time.Timing;

/** Enough for a stranger to compute it all again: methods with versions and options, digests, seed, simulation, library version. */
final class ProvenanceSection {

    private final Reading reading;

    private ProvenanceSection(Reading reading) {
        this.reading = reading;
    }

    static Markup of(Reading reading) {
        return new ProvenanceSection(reading).markup();
    }

    /** One line for the foot of the page. */
    static String summary(Reading reading) {
        return reading.text("provenance.footer", LibraryVersion.VERSION);
    }

    private Markup markup() {
        var report = reading.report();
        var context = report.appraised().context();
        var entries = new ArrayList<Parts.Entry>();
        entries.add(entry("provenance.library", LibraryVersion.VERSION));
        report.worksheet().ifPresent(sheet -> entries.add(code("provenance.digest", sheet.digest())));
        entries.add(entry("provenance.seed", Long.toString(context.seed())));
        entries.add(entry(
                "provenance.rounding",
                reading.text("rounding." + context.roundingMode().name().toLowerCase(Locale.ROOT))));
        report.simulation().ifPresent(result -> {
            var simulation = result.simulation();
            entries.add(entry("provenance.draws", reading.numbers().count(simulation.draws())));
            entries.add(entry("provenance.sampling", reading.label(simulation.sampling())));
            entries.add(entry("provenance.simulationSeed", Long.toString(simulation.seed())));
            for (var pair : simulation.correlations())
                entries.add(entry(
                        "provenance.correlation",
                        reading.text(
                                "provenance.correlation.of",
                                reading.figureWithSection(pair.first()),
                                reading.figureWithSection(pair.second()),
                                reading.numbers().plain(pair.spearman(), 4))));
        });
        var content = new ArrayList<Markup>();
        content.add(Parts.card("", Parts.definitions(entries)));
        for (var outcome : report.outcomes()) {
            outcome.indication()
                    .ifPresent(valuation -> content.add(Parts.card(
                            reading.section(outcome.section()), Parts.definitions(method(valuation.provenance())))));
        }
        return Markup.join(content);
    }

    private Parts.Entry entry(String key, String words) {
        return Parts.Entry.of(reading.text(key), words);
    }

    private Parts.Entry code(String key, String words) {
        return new Parts.Entry(
                reading.text(key), Tag.of("code").with("dir", "ltr").text(words));
    }

    private List<Parts.Entry> method(Provenance provenance) {
        var entries = new ArrayList<Parts.Entry>();
        entries.add(code("provenance.method", provenance.method().toString()));
        entries.add(entry("provenance.version", Integer.toString(provenance.methodVersion())));
        entries.add(code("provenance.methodDigest", provenance.inputDigest()));
        if (provenance.options() instanceof Record options) options(options, entries);
        return entries;
    }

    /** Each option by its name; those that stand in a record of their own as if they stood here. */
    private void options(Record options, List<Parts.Entry> entries) {
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            var value = value(options, component);
            if (value instanceof Record group && !(value instanceof Timing) && !isEmpty(group)) {
                options(group, entries);
                continue;
            }
            option(value)
                    .ifPresent(words -> entries.add(Parts.Entry.of(
                            reading.find("option." + component.getName())
                                    .orElseGet(() -> reading.figure(component.getName())),
                            words)));
        }
    }

    /** The words for an option; empty where it is left out. */
    private Optional<String> option(Object value) {
        if (value instanceof Optional<?> maybe) return maybe.flatMap(this::option);
        if (value instanceof Enum<?> constant) return Optional.of(reading.label(constant));
        if (value instanceof Map<?, ?> map && map.isEmpty() || value instanceof Collection<?> list && list.isEmpty())
            return Optional.empty();
        if (value instanceof Record record && isEmpty(record)) return Optional.empty();
        return Optional.of(value.toString());
    }

    /** Whether a record of options holds nothing but empty collections. */
    private static boolean isEmpty(Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            var value = value(record, component);
            if (!(value instanceof Map<?, ?> map && map.isEmpty())
                    && !(value instanceof Collection<?> list && list.isEmpty())) return false;
        }
        return true;
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Options are public records: " + record.getClass().getName(), e);
        }
    }
}
