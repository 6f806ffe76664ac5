package org.dataassay.quality.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.dataassay.quality.QualityError;
import org.dataassay.valuation.error.InvalidInputException;

/** The bytes of a file as they lie on the disk, counted and digested while they are read. */
final class StoredBytes extends InputStream {

    private final InputStream in;
    private final String name;
    private final Sha256 sha256 = new Sha256();
    private long count;

    StoredBytes(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    static StoredBytes open(Path file, String name) {
        if (Files.isDirectory(file)) throw InvalidInputException.of(QualityError.FILE_IS_DIRECTORY, name);
        if (!Files.exists(file)) throw InvalidInputException.of(QualityError.FILE_MISSING, name);
        try {
            return new StoredBytes(Files.newInputStream(file), name);
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name, reason(e));
        }
    }

    static String reason(IOException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }

    /** How many bytes have been read. */
    long count() {
        return count;
    }

    /** SHA-256 of the bytes read so far. */
    String digest() {
        return sha256.hex();
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            int n = in.read(target, offset, length);
            if (n > 0) {
                sha256.update(target, offset, n);
                count += n;
            }
            return n;
        } catch (IOException e) {
            throw InvalidInputException.of(
                    QualityError.FILE_UNREADABLE, name, reason(e) + " (byte offset " + count + ")");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
