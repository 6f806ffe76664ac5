package org.dataassay.report.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dataassay.report.bundle.Bundle.Content;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.result.LibraryVersion;

/**
 * What a bundle holds: the name, size and digest of each file. It is how a folder is known to be ours.
 *
 * @param schemaVersion version of this format
 * @param kind always {@value #KIND}
 * @param libraryVersion of the library that wrote the bundle
 * @param files in the order of their names, without the manifest itself
 */
record Manifest(int schemaVersion, String kind, String libraryVersion, List<Entry> files) {

    static final String FILE = "manifest.json";
    static final String KIND = "data-assay-bundle";
    static final int SCHEMA_VERSION = 1;
    static final int MOST_BYTES = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * One file.
     *
     * @param name without folders
     * @param bytes its size
     * @param sha256 digest, hexadecimal
     */
    record Entry(String name, long bytes, String sha256) {
        Entry {
            new Check()
                    .that(isName(name), "name", "the name of a file without folders", name, "The manifest was altered.")
                    .that(bytes >= 0, "bytes", "at least 0", bytes, "The manifest was altered.")
                    .that(
                            DIGEST.matcher(sha256).matches(),
                            "sha256",
                            "64 hexadecimal digits",
                            sha256,
                            "The manifest was altered.")
                    .done();
        }
    }

    Manifest {
        files = List.copyOf(files);
        new Check()
                .that(kind.equals(KIND), "kind", KIND, kind, "It is the manifest of something else.")
                .that(
                        schemaVersion >= 1 && schemaVersion <= SCHEMA_VERSION,
                        "schemaVersion",
                        "at most " + SCHEMA_VERSION,
                        schemaVersion,
                        "It was written by a newer version; use that one.")
                .done();
    }

    static Manifest of(Map<String, Content> papers) {
        var entries = new ArrayList<Entry>();
        new TreeMap<>(papers)
                .forEach((name, content) -> entries.add(new Entry(name, content.size(), content.digest())));
        return new Manifest(SCHEMA_VERSION, KIND, LibraryVersion.VERSION, entries);
    }

    /** Of files whose sizes and digests are known. */
    static Manifest of(List<Entry> entries) {
        return new Manifest(
                SCHEMA_VERSION,
                KIND,
                LibraryVersion.VERSION,
                entries.stream().sorted(Comparator.comparing(Entry::name)).toList());
    }

    static Manifest parse(byte[] bytes) {
        return AssayJson.readStored(FILE, new String(bytes, StandardCharsets.UTF_8), Manifest.class);
    }

    String text() {
        return AssayJson.writeRecord(this);
    }

    Optional<Entry> file(String name) {
        return files.stream().filter(entry -> entry.name.equals(name)).findFirst();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
