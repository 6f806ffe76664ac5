package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dataassay.quality.source.SourceFact;
import org.dataassay.quality.source.SourceFact.Basis;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.TextEncoding;
import org.dataassay.valuation.result.Note;

/** What a reader of a profile must know of how the table was read: whatever is not as plain as a CSV file in UTF-8 with commas. */
final class SourceNotes {

    private SourceNotes() {}

    static List<Note> of(TableSource table) {
        var notes = new ArrayList<Note>();
        var told = table.facts().stream()
                .filter(SourceNotes::isTold)
                .map(f -> f.id() + " " + f.value() + (f.basis() == Basis.DETECTED ? " (detected)" : ""))
                .collect(Collectors.joining(", "));
        if (!told.isEmpty()) notes.add(Note.of(Note.Kind.INFO, "read-as", told));
        table.facts().stream()
                .filter(f -> f.id().equals(SourceFact.KEYS_LEFT_OUT))
                .forEach(f -> notes.add(Note.of(Note.Kind.WARNING, "keys-left-out", f.value())));
        long broken = table.rejected().broken();
        if (broken > 0) {
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "lines-rejected",
                    broken + " lines are no JSON objects and are not in the profile"));
        }
        return notes;
    }

    private static boolean isTold(SourceFact fact) {
        return switch (fact.id()) {
            case SourceFact.COMPRESSION, SourceFact.DATABASE -> true;
            case SourceFact.ENCODING -> !fact.value().equals(TextEncoding.UTF_8.id());
            case SourceFact.DELIMITER ->
                fact.basis() == Basis.DETECTED && !fact.value().equals("comma");
            default -> false;
        };
    }
}
