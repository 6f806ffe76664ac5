package org.dataassay.report.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dataassay.valuation.error.Check;

/**
 * The papers of one appraisal, by name, with the manifest among them. Immutable.
 *
 * @param files by name, in the order of their names
 */
public record Bundle(Map<String, Content> files) {

    public Bundle {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        var check = new Check();
        files.keySet()
                .forEach(name -> check.that(
                        Manifest.isName(name),
                        "files",
                        "named by letters, digits, dots and hyphens",
                        name,
                        "Rename it."));
        check.done();
    }

    /** The papers and their manifest. */
    static Bundle of(Map<String, Content> papers) {
        var files = new TreeMap<>(papers);
        files.put(Manifest.FILE, Content.of(Manifest.of(papers).text()));
        return new Bundle(files);
    }

    public Optional<Content> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** The bytes of one file. Immutable. */
    public static final class Content {

        private final byte[] bytes;

        private Content(byte[] bytes) {
            this.bytes = bytes;
        }

        public static Content of(byte[] bytes) {
            return new Content(bytes.clone());
        }

        /** Text as UTF-8. */
        public static Content of(String text) {
            return new Content(text.getBytes(StandardCharsets.UTF_8));
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public int size() {
            return bytes.length;
        }

        /** SHA-256, hexadecimal. */
        public String digest() {
            return Bundle.digest(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && java.util.Arrays.equals(bytes, content.bytes);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(bytes);
        }
    }
}
