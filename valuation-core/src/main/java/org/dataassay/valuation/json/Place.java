package org.dataassay.valuation.json;

import org.jspecify.annotations.Nullable;

/** Where in a document a value stands; its text, such as {@code facts.revenue[3]}, is made only when something is wrong there. */
final class Place {

    private static final int LONGEST_STEP = 60;

    static final Place ROOT = new Place(null, "");

    private final @Nullable Place outer;
    private final String step;

    private Place(@Nullable Place outer, String step) {
        this.outer = outer;
        this.step = step;
    }

    static Place of(String path) {
        return path.isEmpty() ? ROOT : ROOT.field(path);
    }

    Place field(String name) {
        return new Place(this, name);
    }

    Place element(int index) {
        return new Place(this, "[" + index + "]");
    }

    /** What a document calls itself in a message about the whole of it. */
    String orDocument() {
        var path = toString();
        return path.isEmpty() ? "document" : path;
    }

    @Override
    public String toString() {
        if (outer == null) return step;
        var before = outer.toString();
        var name = step.length() > LONGEST_STEP ? step.substring(0, LONGEST_STEP) + "…" : step;
        return before.isEmpty() || step.startsWith("[") ? before + name : before + "." + name;
    }
}
