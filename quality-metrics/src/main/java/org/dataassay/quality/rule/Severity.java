package org.dataassay.quality.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a violation matters. */
public enum Severity {
    /** The value cannot be right; counts in the score. */
    ERROR,
    /** The value is doubtful; counts in the score. */
    WARNING,
    /** Worth knowing; reported and not scored. */
    INFO;

    /** The stable name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> ofId(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }
}
