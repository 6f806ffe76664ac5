package org.dataassay.report.casefile;

/** Blanks out comments, so that lines and columns in messages stay those of the file. */
final class Comments {

    private final String text;
    private final StringBuilder out;
    private int at;

    private Comments(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /** The text with every character of a comment that is no line end replaced by a blank. */
    static String blanked(String text) {
        return text.indexOf('/') < 0 ? text : new Comments(text).run();
    }

    private String run() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) blank(lineEnd());
            else if (text.startsWith("/*", at)) blank(blockEnd());
            else if (text.charAt(at) == '"') copyString();
            else out.append(text.charAt(at++));
        }
        return out.toString();
    }

    private int lineEnd() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') end++;
        return end;
    }

    private int blockEnd() {
        int end = text.indexOf("*/", at + 2);
        return end < 0 ? text.length() : end + 2;
    }

    private void blank(int end) {
        for (; at < end; at++) {
            char c = text.charAt(at);
            out.append(c == '\n' || c == '\r' ? c : ' ');
        }
    }

    private void copyString() {
        out.append(text.charAt(at++));
        while (at < text.length()) {
            char c = text.charAt(at++);
            out.append(c);
            if (c == '"') return;
            if (c == '\\' && at < text.length()) out.append(text.charAt(at++));
        }
    }
}
