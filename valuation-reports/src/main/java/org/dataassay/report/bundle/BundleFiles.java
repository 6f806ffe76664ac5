package org.dataassay.report.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;

/** Reading stored files, never more than expected. */
final class BundleFiles {

    private BundleFiles() {}

    /** The bytes of a file that may have at most so many. */
    static byte[] read(Path file, int most) {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(most);
            if (in.read() >= 0)
                throw InvalidInputException.of(
                        ReportError.FILE_TOO_LARGE, name, most, Files.size(file), "This is no file of ours.");
            return bytes;
        } catch (NoSuchFileException e) {
            throw InvalidInputException.of(ReportError.FILE_MISSING, name, file);
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, name, reason(e));
        }
    }

    /** Copies a file to a new one, in bounded memory and down to the disk; its size and digest. */
    static Manifest.Entry copy(Path from, Path to) throws IOException {
        var digest = Bundle.sha256();
        long bytes;
        try (var in = Files.newInputStream(from);
                var channel = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                var out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            bytes = in.transferTo(out);
            channel.force(true);
        }
        return new Manifest.Entry(
                String.valueOf(to.getFileName()), bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether a file is still what the manifest says, whatever its size. */
    static boolean agrees(Path file, Manifest.Entry entry) {
        var digest = Bundle.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return bytes == entry.bytes()
                    && HexFormat.of().formatHex(digest.digest()).equals(entry.sha256());
        } catch (IOException e) {
            throw InvalidInputException.of(ReportError.FILE_UNREADABLE, entry.name(), reason(e));
        }
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) return "no permission";
        var message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
