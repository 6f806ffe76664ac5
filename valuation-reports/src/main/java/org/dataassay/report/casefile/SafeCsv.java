package org.dataassay.report.casefile;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lines of CSV that a spreadsheet program opens as text: a cell that it would take for a formula begins with an apostrophe. */
final class SafeCsv {

    private SafeCsv() {}

    /** One line, ended by CRLF as RFC 4180 has it. */
    static byte[] line(List<String> cells) {
        var text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) text.append(',');
            cell(text, cells.get(i));
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void cell(StringBuilder text, String cell) {
        var safe = isFormula(cell) ? "'" + cell : cell;
        if (safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
            text.append(safe);
        } else {
            text.append('"').append(safe.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0;
    }
}
