package org.dataassay.report.casefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.json.AssayJson;

/**
 * The work folder of a screening: what has been written so far, and a checkpoint that says how much of it is good. After a kill, whatever lies behind the
 * checkpoint is cut off. One run at a time holds its lock.
 */
final class ScreeningFolder implements AutoCloseable {

    static final String SCREENED = "screened.csv";
    static final String ERRORS = "errors.csv";

    private static final String IDS = "ids.bin";
    private static final String CHECKPOINT = "checkpoint.json";
    private static final String NEW_CHECKPOINT = "checkpoint.new";
    private static final String LOCK = "lock";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final FileChannel lock;
    private final List<Growing> files = new ArrayList<>();

    /** A file that only grows. */
    private static final class Growing {
        private final FileChannel channel;
        private final OutputStream out;
        private long bytes;

        Growing(Path file, long keep) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(keep);
            channel.position(keep);
            out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            bytes = keep;
        }

        void write(byte[] more, int length) throws IOException {
            out.write(more, 0, length);
            bytes += length;
        }
    }

    private ScreeningFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes the folder; no other run may have it. */
    static ScreeningFolder take(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel).isEmpty()) {
                channel.close();
                throw ValuationFailedException.of(ReportError.SCREENING_RUNNING, folder.toString());
            }
            return new ScreeningFolder(folder, channel);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** What an earlier run has reached; empty where it has reached nothing. */
    Optional<ScreeningCheckpoint> checkpoint() {
        var file = folder.resolve(CHECKPOINT);
        if (!Files.exists(file)) return Optional.empty();
        try (var in = Files.newInputStream(file)) {
            return Optional.of(AssayJson.read(CHECKPOINT, AssayJson.text(CHECKPOINT, in), ScreeningCheckpoint.class));
        } catch (IOException e) {
            throw unwritable(folder, e);
        } catch (InvalidInputException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    /** Begins with empty files. */
    void begin() {
        try {
            Files.deleteIfExists(folder.resolve(CHECKPOINT));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        open(new ScreeningCheckpoint.Sizes(0, 0, 0));
    }

    /** Cuts the files back to a checkpoint and reads the ids that had been seen. */
    void resume(ScreeningCheckpoint.Sizes sizes, SeenAssets seen) {
        requireBytes(SCREENED, sizes.screened());
        requireBytes(ERRORS, sizes.errors());
        requireBytes(IDS, sizes.ids());
        try (var in = new java.io.BufferedInputStream(Files.newInputStream(folder.resolve(IDS)), BUFFER)) {
            for (long at = 0; at < sizes.ids(); at += SeenAssets.ENTRY_BYTES)
                seen.restore(ByteBuffer.wrap(in.readNBytes(SeenAssets.ENTRY_BYTES)));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        open(sizes);
    }

    private void requireBytes(String name, long bytes) {
        try {
            var file = folder.resolve(name);
            if (!Files.exists(file)) throw damaged(name + " is missing");
            if (Files.size(file) < bytes) throw damaged(name + " has less than " + bytes + " bytes");
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private void open(ScreeningCheckpoint.Sizes sizes) {
        try {
            files.add(new Growing(folder.resolve(SCREENED), sizes.screened()));
            files.add(new Growing(folder.resolve(ERRORS), sizes.errors()));
            files.add(new Growing(folder.resolve(IDS), sizes.ids()));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    void screened(List<String> cells) {
        append(0, SafeCsv.line(cells));
    }

    void error(List<String> cells) {
        append(1, SafeCsv.line(cells));
    }

    void ids(ByteBuffer log) {
        var entries = new byte[log.flip().limit()];
        log.get(entries);
        try {
            files.get(2).write(entries, entries.length);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        log.clear();
    }

    private void append(int file, byte[] bytes) {
        try {
            files.get(file).write(bytes, bytes.length);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Brings everything down to the disk. */
    ScreeningCheckpoint.Sizes flushed() {
        try {
            for (var file : files) {
                file.out.flush();
                file.channel.force(true);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        return new ScreeningCheckpoint.Sizes(files.get(0).bytes, files.get(1).bytes, files.get(2).bytes);
    }

    /** Says how much is good; the one before holds until this one is whole. */
    void write(ScreeningCheckpoint checkpoint) {
        text(NEW_CHECKPOINT, AssayJson.writeRecord(checkpoint));
        try {
            Files.move(
                    folder.resolve(NEW_CHECKPOINT),
                    folder.resolve(CHECKPOINT),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Writes a small file whole. */
    Path text(String name, String text) {
        var file = folder.resolve(name);
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(true);
            return file;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Files stay, for a later run. */
    @Override
    public void close() {
        try {
            for (var file : files) file.channel.close();
            lock.close();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Removes a work folder with its files. */
    static void remove(Path folder) {
        try (var entries = Files.list(folder)) {
            for (var file : entries.toList()) Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // a hidden folder stays behind; what was published is not touched
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private InvalidInputException damaged(String what) {
        return InvalidInputException.of(ReportError.SCREENING_DAMAGED, folder.toString(), what);
    }

    private static ValuationFailedException unwritable(Path folder, IOException e) {
        var reason = e instanceof AccessDeniedException
                ? "no permission"
                : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return ValuationFailedException.of(ReportError.FOLDER_UNWRITABLE, folder.toString(), reason);
    }
}
