package org.dataassay.valuation.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this library, as built. */
public final class LibraryVersion {

    /** The version, such as {@code 0.1.0}. */
    public static final String VERSION = read();

    private LibraryVersion() {}

    private static String read() {
        try (InputStream in = LibraryVersion.class.getResourceAsStream("/org/dataassay/valuation/version.properties")) {
            if (in == null) throw new IllegalStateException("version.properties is missing from the jar");
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
