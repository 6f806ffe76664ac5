package org.dataassay.quality.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The encodings of text that can be detected and read. */
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** Little-endian, as spreadsheets call it "Unicode text". */
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    /** GB 18030-2022; GBK and GB 2312 are parts of it. */
    GB18030("GB18030", Charset.forName("GB18030"));

    private final String id;
    private final Charset charset;

    TextEncoding(String id, Charset charset) {
        this.id = id;
        this.charset = charset;
    }

    /** The registered name, such as {@code UTF-16LE}. */
    public String id() {
        return id;
    }

    Charset charset() {
        return charset;
    }

    /** The encoding of this name, in any case, with or without hyphens; GBK and GB2312 give {@link #GB18030}, which contains them. */
    public static Optional<TextEncoding> of(String name) {
        var plain = plain(name);
        if (plain.equals("GBK") || plain.equals("GB2312")) return Optional.of(GB18030);
        return Arrays.stream(values()).filter(e -> plain(e.id).equals(plain)).findFirst();
    }

    private static String plain(String name) {
        return name.strip().toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
