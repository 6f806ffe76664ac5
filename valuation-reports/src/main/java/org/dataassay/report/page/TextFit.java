package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room words take, guessed on the wide side without a font, and how to break or cut them to fit. Names in any script stay whole
 * characters: a combining mark, a joined emoji or a flag is never split.
 */
final class TextFit {

    private static final String ELLIPSIS = "…";
    private static final String ISOLATE = "\u2068";
    private static final String POP = "\u2069";

    private TextFit() {}

    /** The width of a text in units of the font size, an upper guess. */
    static double ems(String text) {
        double width = 0;
        for (var cluster : clusters(text)) width += ems(cluster.codePointAt(0));
        return width;
    }

    static double width(String text, double fontSize) {
        return ems(text) * fontSize;
    }

    /** The text in at most {@code most} lines no wider than {@code width}; what does not fit ends in an ellipsis. */
    static List<String> lines(String text, double width, double fontSize, int most) {
        var lines = new ArrayList<String>();
        var rest = clusters(text.strip().replaceAll("\\s+", " "));
        int from = 0;
        while (from < rest.size() && lines.size() < most) {
            int end = from;
            int lastBreak = -1;
            double used = 0;
            while (end < rest.size()) {
                used += ems(rest.get(end).codePointAt(0)) * fontSize;
                if (used > width && end > from) break;
                end++;
                if (end < rest.size() && isBreak(rest.get(end - 1), rest.get(end))) lastBreak = end;
            }
            boolean whole = end == rest.size();
            if (!whole && lines.size() == most - 1) {
                double room = width - ems(ELLIPSIS) * fontSize;
                double cutWidth = 0;
                int cut = from;
                while (cut < end && cutWidth + ems(rest.get(cut).codePointAt(0)) * fontSize <= room) {
                    cutWidth += ems(rest.get(cut++).codePointAt(0)) * fontSize;
                }
                lines.add(isolated(String.join("", rest.subList(from, Math.max(cut, from + 1)))
                                .strip()
                        + ELLIPSIS));
                return lines;
            }
            int to = whole || lastBreak < 0 ? end : lastBreak;
            lines.add(isolated(String.join("", rest.subList(from, to)).strip()));
            from = to;
        }
        return lines;
    }

    /** Words that run from right to left are set apart, so that they do not reorder what stands beside them. */
    static String isolated(String text) {
        return text.codePoints().anyMatch(TextFit::isRightToLeft) ? ISOLATE + text + POP : text;
    }

    static boolean isRightToLeft(int c) {
        return (c >= 0x0590 && c <= 0x08FF)
                || (c >= 0xFB1D && c <= 0xFDFF)
                || (c >= 0xFE70 && c <= 0xFEFF)
                || (c >= 0x10800 && c <= 0x10FFF)
                || (c >= 0x1E800 && c <= 0x1EFFF);
    }

    private static boolean isBreak(String before, String after) {
        int b = before.codePointAt(0);
        int a = after.codePointAt(0);
        if (b == ' ' || b == '-' || b == '/' || b == '–') return true;
        boolean closing = "，。、；：）】》！？,.;:)!?%".indexOf(a) >= 0;
        return !closing && (isWide(b) || isWide(a)) && "（【《(".indexOf(b) < 0;
    }

    /** What a reader sees as one character. Written out here because the JDK's own rule changes between versions. */
    static List<String> clusters(String text) {
        var clusters = new ArrayList<String>();
        var current = new StringBuilder();
        boolean joined = false;
        int flags = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            boolean flag = c >= 0x1F1E6 && c <= 0x1F1FF;
            boolean extends_ = joined || isExtending(c) || (flag && flags % 2 == 1);
            if (!extends_ && current.length() > 0) {
                clusters.add(current.toString());
                current.setLength(0);
            }
            current.appendCodePoint(c);
            joined = c == 0x200D;
            flags = flag ? flags + 1 : 0;
        }
        if (current.length() > 0) clusters.add(current.toString());
        return clusters;
    }

    private static boolean isExtending(int c) {
        if (c == 0x200D
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x1F3FB && c <= 0x1F3FF)
                || (c >= 0xE0020 && c <= 0xE007F)) return true;
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }

    private static double ems(int c) {
        if (isWide(c)) return 1;
        if ((c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF)) return 1.35;
        if (c == ' ' || ".,:;'|!ijl()[]".indexOf(c) >= 0) return 0.36;
        if (c >= '0' && c <= '9') return 0.62;
        if ("mwMW%@≈".indexOf(c) >= 0) return 0.95;
        if (c >= 'A' && c <= 'Z') return 0.7;
        if (c < 0x0250) return 0.57;
        if (c == 0x2026) return 0.9;
        return 0.72;
    }
}
