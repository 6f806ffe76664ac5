package org.dataassay.quality.rule;

import org.dataassay.quality.source.Utf8;

/** The shape of a text, which tells what is wrong with it and not what it says. */
final class Shape {

    private static final int LONGEST = 24;

    private Shape() {}

    /** Letters as A, digits as 9, anything else as it is; cut after 24 characters. */
    static String of(Utf8 cell) {
        if (cell.isEmpty()) return "(empty)";
        var shape = new StringBuilder("'");
        var text = cell.toString();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (Character.isLetter(c)) shape.append('A');
            else if (Character.isDigit(c)) shape.append('9');
            else if (c >= ' ' && c < 127) shape.append((char) c);
            else shape.append('·');
        });
        if (text.codePointCount(0, text.length()) > LONGEST) shape.append('…');
        return shape.append('\'').toString();
    }
}
