package org.dataassay.valuation.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Explanation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Quality counts once: finds the methods in which it acts in more than one role, be it by the measured score or by a judgement whose source says that it reflects
 * quality.
 */
final class QualityRoles {

    /** The shared assumption that holds the measured score. */
    static final String QUALITY = Sheet.ASSUMPTIONS + "/qualityScore";

    private QualityRoles() {}

    static List<Note> notes(Worksheet worksheet) {
        Map<String, List<String>> rolesBySection = new TreeMap<>();
        for (Explanation.Line line : worksheet.explain().figures()) {
            int slash = line.name().indexOf('/');
            if (slash > 0
                    && (line.inputs().contains(QUALITY)
                            || line.sources().stream().anyMatch(QualityRoles::reflectsQuality)))
                rolesBySection
                        .computeIfAbsent(line.name().substring(0, slash), s -> new ArrayList<>())
                        .add(line.name());
        }
        return rolesBySection.values().stream()
                .filter(roles -> roles.size() > 1)
                .map(roles -> Note.of(Note.Kind.WARNING, "quality-counted-twice", String.join(", ", roles)))
                .toList();
    }

    private static boolean reflectsQuality(Source source) {
        return source.reflects().equals(Optional.of(Source.Reflected.QUALITY));
    }
}
