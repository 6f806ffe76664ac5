package org.dataassay.quality.source;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Holds every Java to one edition of GB 18030, that of 2022. The editions differ in 19 pairs of characters, and which of them Java follows depends on its version and
 * on the property {@code jdk.charset.GB18030}; bytes must not.
 *
 * @see <a href="https://openstd.samr.gov.cn/">GB 18030-2022 信息技术 中文编码字符集, annex D</a>
 */
final class Gb18030Edition {

    /** The two bytes, and the character of 2022. The one that these bytes had before changes places with it. */
    private static final String[] PAIRS = {
        "a6d9 fe10 e78d", "a6da fe12 e78e", "a6db fe11 e78f", "a6dc fe13 e790", "a6dd fe14 e791", "a6de fe15 e792",
        "a6df fe16 e793", "a6ec fe17 e794", "a6ed fe18 e795", "a6f3 fe19 e796", "a8bc 1e3f e7c7", "fe59 9fb4 e81e",
        "fe61 9fb5 e826", "fe66 9fb6 e82b", "fe67 9fb7 e82c", "fe6d 9fb8 e832", "fe7e 9fb9 e843", "fe90 9fba e854",
        "fea0 9fbb e864"
    };

    /** What to put in place of each character; null where this Java already follows the edition. */
    private static final char @Nullable [] REPLACEMENTS = replacements();

    private Gb18030Edition() {}

    static char of2022(char c) {
        return REPLACEMENTS == null ? c : REPLACEMENTS[c];
    }

    private static char @Nullable [] replacements() {
        char[] table = null;
        for (var pair : PAIRS) {
            var parts = pair.split(" ", -1);
            var own = new String(HexFormat.of().parseHex(parts[0]), TextEncoding.GB18030.charset());
            char current = (char) Integer.parseInt(parts[1], 16);
            char former = (char) Integer.parseInt(parts[2], 16);
            if (own.charAt(0) != former) continue;
            if (table == null) {
                table = new char[1 << 16];
                for (int i = 0; i < table.length; i++) table[i] = (char) i;
            }
            table[former] = current;
            table[current] = former;
        }
        return table;
    }
}
