package org.dataassay.quality.json;

import java.util.Locale;

/** How a rule file is written. Both say the same things. */
public enum RuleFormat {
    JSON,
    YAML;

    /** By the end of the name: {@code .yaml} and {@code .yml} are YAML, anything else JSON. */
    public static RuleFormat ofFileName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") ? YAML : JSON;
    }
}
