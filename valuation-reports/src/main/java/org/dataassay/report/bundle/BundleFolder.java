package org.dataassay.report.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dataassay.report.ReportError;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;

/**
 * Where a bundle goes. A reader sees the whole bundle or none: files are written into a folder beside it, which is then renamed. A folder that is
 * there already is replaced only where it is a bundle and nothing else; where two runs write the same one, one wins and the other says so.
 *
 * <p>Claim it before the long work, so that a folder that may not be replaced is found early; {@link #publish} checks again.
 */
public final class BundleFolder {

    private static final int MOST_TRIES = 10_000;
    private static final int MOST_LOOKS = 5;

    private final Path target;
    private final Optional<String> found;

    private BundleFolder(Path target, Optional<String> found) {
        this.target = target;
        this.found = found;
    }

    /**
     * Looks at the place and changes nothing.
     *
     * @throws InvalidInputException where something is there that is no bundle
     * @throws ValuationFailedException where nothing can be written there
     */
    public static BundleFolder claim(String folder) {
        Path target;
        try {
            target = Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw InvalidInputException.of(ReportError.FOLDER_FOREIGN, folder, "it is no name of a folder");
        }
        if (target.getFileName() == null)
            throw InvalidInputException.of(ReportError.FOLDER_FOREIGN, folder, "it is the root of the disk");
        if (Files.isSymbolicLink(target) && Files.isDirectory(target)) target = real(target);
        requireWritable(target);
        return new BundleFolder(target, fingerprint(target));
    }

    /** The folder, absolute. */
    public Path path() {
        return target;
    }

    /** A hidden folder beside it, for work that may be taken up again by a later run; it need not be there. */
    public Path workFolder(String purpose) {
        return target.resolveSibling("." + target.getFileName() + "." + purpose);
    }

    /**
     * Writes the bundle, whole or not at all.
     *
     * @throws InvalidInputException where something is there that is no bundle
     * @throws ValuationFailedException where it cannot be written, or another run has written it since it was claimed
     */
    public void publish(Bundle bundle) {
        publish(finished -> {
            for (var file : bundle.files().entrySet())
                write(finished.resolve(file.getKey()), file.getValue().bytes());
        });
    }

    /**
     * Copies finished files, whatever their size, and adds the manifest; whole or not at all.
     *
     * @param files by the name that each has in the bundle
     * @throws InvalidInputException where something is there that is no bundle
     * @throws ValuationFailedException where it cannot be written, or another run has written it since it was claimed
     */
    public void publish(Map<String, Path> files) {
        publish(finished -> {
            var entries = new ArrayList<Manifest.Entry>();
            for (var file : files.entrySet())
                entries.add(BundleFiles.copy(file.getValue(), finished.resolve(file.getKey())));
            write(finished.resolve(Manifest.FILE), Manifest.of(entries).text().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Writes the files of a bundle into an empty folder. */
    @FunctionalInterface
    private interface Writing {
        void into(Path folder) throws IOException;
    }

    private void publish(Writing writing) {
        var made = new ArrayList<Path>();
        var workshop = Optional.<Path>empty();
        try {
            createParents(made);
            workshop = Optional.of(workshop());
            var finished = Files.createDirectory(workshop.get().resolve("new"));
            writing.into(finished);
            swap(finished, workshop.get().resolve("old"));
        } catch (IOException e) {
            workshop.ifPresent(this::cleanUp);
            removeEmpty(made);
            throw unwritable(target, e);
        } catch (RuntimeException e) {
            workshop.ifPresent(this::cleanUp);
            removeEmpty(made);
            throw e;
        }
        workshop.ifPresent(this::cleanUp);
    }

    private void swap(Path finished, Path old) throws IOException {
        if (found.isEmpty()) {
            move(finished);
            return;
        }
        if (!fingerprint(target).equals(found)) throw taken();
        try {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            throw taken();
        }
        if (!fingerprint(old).equals(found)) { // another run came between the look and the move
            putBack(old);
            throw taken();
        }
        try {
            move(finished);
        } catch (IOException | RuntimeException e) {
            putBack(old);
            throw e;
        }
    }

    /** Renames; a folder that is there and not empty is never overwritten. */
    private void move(Path finished) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            fingerprint(target);
            throw taken();
        }
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            throw taken();
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) throw taken();
            throw e;
        }
    }

    /** Undoes a move, unless another run has its bundle there by now. */
    private void putBack(Path old) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Digest of the manifest of the bundle that is there; empty where nothing is. Another run may exchange it while we look, so we look again. */
    private static Optional<String> fingerprint(Path folder) {
        for (int look = 1; ; look++) {
            try {
                return look(folder);
            } catch (InvalidInputException e) {
                if (look == MOST_LOOKS) throw e;
            }
        }
    }

    private static Optional<String> look(Path folder) {
        List<String> names;
        try {
            if (!Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isDirectory()) throw foreign(folder, "is a file");
            names = names(folder);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        if (names.isEmpty()) throw foreign(folder, "is empty, so this program has not made it");
        if (!names.contains(Manifest.FILE)) throw foreign(folder, "has no " + Manifest.FILE);
        Manifest stored;
        byte[] bytes;
        try {
            bytes = BundleFiles.read(folder.resolve(Manifest.FILE), Manifest.MOST_BYTES);
            stored = Manifest.parse(bytes);
        } catch (InvalidInputException e) {
            throw foreign(folder, "its " + Manifest.FILE + " is not ours");
        }
        for (var name : names) {
            if (name.startsWith(".")
                    || name.equals(Manifest.FILE)
                    || stored.file(name).isPresent()) continue;
            throw foreign(folder, "holds " + name + ", which no appraisal wrote");
        }
        return Optional.of(Bundle.digest(bytes));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void requireWritable(Path target) {
        var nearest = target.getParent();
        while (nearest != null && !Files.exists(nearest)) nearest = nearest.getParent();
        if (nearest == null || !Files.isDirectory(nearest))
            throw ValuationFailedException.of(
                    ReportError.FOLDER_UNWRITABLE, target.toString(), nearest + " is not a folder");
        if (!Files.isWritable(nearest))
            throw ValuationFailedException.of(
                    ReportError.FOLDER_UNWRITABLE, target.toString(), "no permission to write in " + nearest);
    }

    private static Path real(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException e) {
            throw unwritable(link, e);
        }
    }

    /** A hidden folder of this run alone, beside the target and so on the same disk. */
    private Path workshop() throws IOException {
        long process = ProcessHandle.current().pid();
        for (int i = 1; i <= MOST_TRIES; i++) {
            var path = target.resolveSibling("." + target.getFileName() + ".unfinished-" + process + "-" + i);
            try {
                return Files.createDirectory(path);
            } catch (FileAlreadyExistsException e) {
                // of another run
            }
        }
        throw new IOException("too many unfinished folders beside it");
    }

    private void createParents(List<Path> made) throws IOException {
        var missing = new ArrayList<Path>();
        for (var p = target.getParent(); p != null && !Files.exists(p); p = p.getParent()) missing.add(0, p);
        for (var p : missing) {
            try {
                Files.createDirectory(p);
                made.add(0, p);
            } catch (FileAlreadyExistsException e) {
                // another run has just made it
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) channel.write(buffer);
            channel.force(true);
        }
    }

    private static void removeEmpty(List<Path> folders) {
        for (var folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                return; // someone uses it
            }
        }
    }

    /** Never deletes the only copy of the bundle that was there. */
    private void cleanUp(Path workshop) {
        if (Files.exists(workshop.resolve("old")) && !Files.exists(target)) return;
        delete(workshop);
    }

    private static void delete(Path folder) {
        try (var entries = Files.walk(folder)) {
            for (var path : entries.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            // a hidden folder stays behind; the bundle itself is not touched
        }
    }

    private static InvalidInputException foreign(Path folder, String what) {
        return InvalidInputException.of(ReportError.FOLDER_FOREIGN, folder.toString(), what);
    }

    private ValuationFailedException taken() {
        return ValuationFailedException.of(ReportError.FOLDER_TAKEN, target.toString());
    }

    private static ValuationFailedException unwritable(Path folder, IOException e) {
        var reason = e instanceof AccessDeniedException ? "no permission" : BundleFiles.reason(e);
        return ValuationFailedException.of(ReportError.FOLDER_UNWRITABLE, folder.toString(), reason);
    }
}
