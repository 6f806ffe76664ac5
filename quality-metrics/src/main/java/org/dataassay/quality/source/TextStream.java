package org.dataassay.quality.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.source.SourceFact.Basis;
import org.dataassay.valuation.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file as UTF-8, whatever its compression and encoding; what lies below every source that reads text.
 *
 * <p><b>Compression</b>  gzip and Zstandard, told by their first bytes; as many members or frames as there are.
 *
 * <p><b>Encoding</b>  as declared, else by the byte order mark, else from the content: while all bytes are ASCII nothing is decided, and then the 64 KiB that begin with
 * the first other byte decide (see {@link EncodingGuess}).
 *
 * <p><b>Malformed bytes</b>  bytes of UTF-8 are handed on as they are, for the reader checks them anyway and knows row and column. In other encodings a malformed byte
 * becomes a byte 0xFF, at which the reader stumbles; {@link #problem} then says what was wrong.
 *
 * <p><b>Bytes</b>  UTF-8 that is not compressed goes from the file to the reader without a copy. Not thread-safe.
 */
final class TextStream extends InputStream {

    static final int WINDOW = 1 << 16;

    private static final int CHARACTERS = 1 << 13;
    private static final byte NEVER_UTF8 = (byte) 0xFF;

    private final String name;
    private final StoredBytes stored;
    private final InputStream text;
    private final Optional<String> compression;

    /** Bytes of the file, decompressed, that were read ahead; {@code pendingOffset} is where the first of them lies. */
    private final byte[] pending = new byte[WINDOW];

    private int pendingFrom;
    private int pendingTo;
    private int asciiTo;
    private long pendingOffset;
    private boolean ended;

    private @Nullable TextEncoding encoding;
    private Basis basis = Basis.DETECTED;
    private long firstBeyondAscii = -1;

    private @Nullable CharsetDecoder decoder;
    private Mixture mixture = new Mixture(0);
    private long checkedOffset;
    private long mixedFrom = -1;
    private CharBuffer characters = CharBuffer.allocate(0);
    private byte[] utf8 = {};
    private int utf8From;
    private int utf8To;
    private boolean decoded;
    private @Nullable Fault fault;

    /** A byte that does not belong there, and what can be done. */
    private record Fault(long offset, String what, String remedy) {}

    private TextStream(StoredBytes stored, String name, ByteOptions options) throws IOException {
        this.name = name;
        this.stored = stored;
        var magic = new byte[4];
        int read = stored.readNBytes(magic, 0, magic.length);
        var whole = new Rejoined(magic, read, stored);
        if (EncodingGuess.begins(magic, 0, read, 0x1F, 0x8B)) {
            compression = Optional.of("gzip");
            text = new GuardedText(new GzipStream(whole, name), stored, name, options);
        } else if (EncodingGuess.begins(magic, 0, read, 0x28, 0xB5, 0x2F, 0xFD)
                || (EncodingGuess.begins(magic, 1, read, 0x2A, 0x4D, 0x18) && (magic[0] & 0xF0) == 0x50)) {
            compression = Optional.of("zstd");
            text = new GuardedText(ZstdStream.of(whole, name), stored, name, options);
        } else {
            compression = Optional.empty();
            text = whole;
        }
        topUp();
        begin(options.encoding());
    }

    /** Opens a file. */
    static TextStream open(Path file, String name, ByteOptions options) {
        return over(StoredBytes.open(file, name), name, options);
    }

    /** Reads the bytes of a file from wherever they come; closes the stream with this one. */
    static TextStream of(InputStream in, String name, ByteOptions options) {
        return over(new StoredBytes(in, name), name, options);
    }

    private static TextStream over(StoredBytes stored, String name, ByteOptions options) {
        try {
            try {
                return new TextStream(stored, name, options);
            } catch (IOException | RuntimeException e) {
                stored.close();
                throw e;
            }
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name, StoredBytes.reason(e));
        }
    }

    /** What is known so far; the encoding is certain once the text has been read to its end. */
    List<SourceFact> facts() {
        var facts = new ArrayList<SourceFact>();
        compression.ifPresent(c -> facts.add(new SourceFact(SourceFact.COMPRESSION, c, Basis.MARKED)));
        facts.add(new SourceFact(SourceFact.ENCODING, encoding().id(), basis));
        return facts;
    }

    boolean isCompressed() {
        return compression.isPresent();
    }

    /** SHA-256 of the file as it lies on the disk, compressed or not; complete at the end of the text. */
    String digest() {
        return stored.digest();
    }

    /** Up to 64 KiB of the text that will be read next, as UTF-8 and without a byte order mark. */
    byte[] head() {
        if (decoder != null) {
            if (utf8From == utf8To) decode();
            return Arrays.copyOfRange(utf8, utf8From, utf8To);
        }
        int from = pendingFrom;
        if (EncodingGuess.begins(pending, from, pendingTo, 0xEF, 0xBB, 0xBF)) from += 3;
        return Arrays.copyOfRange(pending, from, pendingTo);
    }

    /** Why a byte of the text is not one of UTF-8, for the reader that has met it. */
    InvalidInputException problem(String what, long offset, String place) {
        var found = fault != null ? fault : new Fault(offset, what, remedyOfUtf8(offset));
        return InvalidInputException.of(
                QualityError.DECODING, name, encoding().id(), found.what(), found.offset(), place, found.remedy());
    }

    private String remedyOfUtf8(long offset) {
        if (basis == Basis.DECLARED) return "Declare the encoding it is in, or leave it to be detected.";
        if (basis == Basis.MARKED || (firstBeyondAscii >= 0 && firstBeyondAscii < offset - 2)) {
            return "The text before it is UTF-8: the file mixes encodings or is damaged there. Convert its parts one by one before they are joined.";
        }
        return "It is none of " + known() + " either: convert it, for instance with iconv, or declare its encoding.";
    }

    private static String known() {
        return "UTF-16LE, UTF-16BE and GB18030";
    }

    private TextEncoding encoding() {
        return encoding == null ? TextEncoding.UTF_8 : encoding;
    }

    // ---- which encoding ----

    private void begin(Optional<TextEncoding> declared) {
        if (EncodingGuess.begins(pending, 0, pendingTo, 0xFF, 0xFE, 0, 0)) {
            throw InvalidInputException.of(
                    QualityError.FILE_FORMAT,
                    name,
                    "UTF-32",
                    "Convert it first, for instance: iconv -f UTF-32 -t UTF-8.");
        }
        var marked = EncodingGuess.marked(pending, 0, pendingTo);
        if (declared.isPresent()) {
            use(declared.get(), Basis.DECLARED, marked.equals(declared));
        } else if (marked.isPresent()) {
            use(marked.get(), Basis.MARKED, true);
        } else {
            EncodingGuess.wide(pending, 0, pendingTo, ended).ifPresent(wide -> use(wide, Basis.DETECTED, false));
        }
    }

    private void use(TextEncoding chosen, Basis how, boolean withMark) {
        encoding = chosen;
        basis = how;
        if (chosen == TextEncoding.UTF_8)
            return; // its mark is skipped by the reader, so that offsets stay those of the file
        if (withMark) drop(EncodingGuess.markLength(chosen));
        decoder = chosen.charset().newDecoder();
        mixture = new Mixture(pendingOffset);
        checkedOffset = pendingOffset;
        characters = CharBuffer.allocate(CHARACTERS);
        utf8 = new byte[WINDOW];
    }

    /** The first byte above 127 stands at the front. */
    private void decide() {
        topUp();
        firstBeyondAscii = pendingOffset;
        use(EncodingGuess.narrow(pending, pendingFrom, pendingTo, ended), Basis.DETECTED, false);
    }

    private int readUndecided(byte[] target, int offset, int length) {
        if (pendingFrom == pendingTo) topUp();
        if (pendingFrom == pendingTo) return -1;
        if (asciiTo <= pendingFrom) {
            asciiTo = pendingFrom;
            while (asciiTo < pendingTo && pending[asciiTo] >= 0) asciiTo++;
            if (asciiTo == pendingFrom) {
                decide();
                return read(target, offset, length);
            }
        }
        return takePending(target, offset, Math.min(length, asciiTo - pendingFrom));
    }

    // ---- bytes ----

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) return 0;
        if (encoding == null) return readUndecided(target, offset, length);
        if (decoder == null) {
            if (pendingFrom < pendingTo) return takePending(target, offset, Math.min(length, pendingTo - pendingFrom));
            return readText(target, offset, length);
        }
        if (utf8From == utf8To) decode();
        if (utf8From == utf8To) return -1;
        int n = Math.min(length, utf8To - utf8From);
        System.arraycopy(utf8, utf8From, target, offset, n);
        utf8From += n;
        return n;
    }

    private int readText(byte[] target, int offset, int length) {
        try {
            return text.read(target, offset, length);
        } catch (IOException e) {
            throw InvalidInputException.of(QualityError.FILE_UNREADABLE, name, StoredBytes.reason(e));
        }
    }

    private int takePending(byte[] target, int offset, int count) {
        System.arraycopy(pending, pendingFrom, target, offset, count);
        drop(count);
        return count;
    }

    private void drop(int count) {
        pendingFrom += count;
        pendingOffset += count;
    }

    private void topUp() {
        System.arraycopy(pending, pendingFrom, pending, 0, pendingTo - pendingFrom);
        pendingTo -= pendingFrom;
        pendingFrom = 0;
        asciiTo = 0;
        while (!ended && pendingTo < WINDOW) {
            int n = readText(pending, pendingTo, WINDOW - pendingTo);
            if (n < 0) ended = true;
            else pendingTo += n;
        }
    }

    // ---- to UTF-8 ----

    /** Decodes until there is something or the end is reached. */
    private void decode() {
        utf8From = 0;
        utf8To = 0;
        while (utf8To + 4 * CHARACTERS <= utf8.length && !decoded) decodeSome();
    }

    private void decodeSome() {
        if (pendingTo - pendingFrom < WINDOW / 2) topUp();
        int to = beforeMixture();
        boolean last = ended && to == pendingTo;
        var bytes = ByteBuffer.wrap(pending, pendingFrom, to - pendingFrom);
        characters.clear();
        var result = Objects.requireNonNull(decoder).decode(bytes, characters, last);
        if (result.isUnderflow() && last) decoded = true;
        int consumed = bytes.position() - pendingFrom;
        characters.flip();
        encode();
        if (fault != null) return;
        drop(consumed);
        if (result.isError()) {
            fail(pendingOffset, wrongBytes(result.length()), remedy());
        } else if (mixedFrom >= 0 && result.isUnderflow()) {
            fail(
                    mixedFrom,
                    "from there on it is UTF-8",
                    "The file mixes encodings: convert its parts one by one before they are joined.");
        }
    }

    /** Index up to which the bytes at hand are of one encoding. */
    private int beforeMixture() {
        if (encoding == TextEncoding.GB18030 && mixedFrom < 0) {
            int checkedTo = pendingFrom + (int) (checkedOffset - pendingOffset);
            mixedFrom = mixture.check(pending, checkedTo, pendingTo);
            checkedOffset = pendingOffset + pendingTo - pendingFrom;
        }
        return mixedFrom < 0 ? pendingTo : pendingFrom + (int) Math.max(0, mixedFrom - pendingOffset);
    }

    private String wrongBytes(int count) {
        int end = Math.min(pendingFrom + count, pendingTo);
        boolean one = end - pendingFrom == 1;
        var hex = new StringBuilder(one ? "byte 0x" : "bytes 0x");
        for (int i = pendingFrom; i < end; i++) hex.append(String.format(Locale.ROOT, "%02X", pending[i] & 0xFF));
        return hex + (ended && end == pendingTo ? " at the end" : "") + (one ? " is" : " are") + " no character of it";
    }

    private String remedy() {
        return switch (basis) {
            case DECLARED -> "Declare the encoding it is in, or leave it to be detected.";
            case MARKED ->
                "Its byte order mark says " + encoding().id()
                        + ": the file is damaged there or joined from files of several encodings.";
            case DETECTED ->
                "The text before it looks like " + encoding().id()
                        + ": the file mixes encodings, is damaged there, or is of a third encoding, which then has to be converted first.";
        };
    }

    private void fail(long offset, String what, String remedy) {
        fault = new Fault(offset, what, remedy);
        utf8[utf8To++] = NEVER_UTF8;
        decoded = true;
    }

    private void encode() {
        boolean gb = encoding == TextEncoding.GB18030;
        while (characters.hasRemaining()) {
            char c = characters.get();
            if (c < 0x80) {
                if (c == 0) {
                    fail(
                            pendingOffset,
                            "there is a NUL character near there",
                            "The file is binary or damaged: export it again.");
                    return;
                }
                utf8[utf8To++] = (byte) c;
                continue;
            }
            if (gb) c = Gb18030Edition.of2022(c);
            if (c < 0x800) {
                utf8[utf8To++] = (byte) (0xC0 | c >> 6);
            } else if (Character.isHighSurrogate(c)) {
                int point = Character.toCodePoint(c, characters.get());
                utf8[utf8To++] = (byte) (0xF0 | point >> 18);
                utf8[utf8To++] = (byte) (0x80 | point >> 12 & 0x3F);
                utf8[utf8To++] = (byte) (0x80 | point >> 6 & 0x3F);
                c = (char) (point & 0x3F);
            } else {
                utf8[utf8To++] = (byte) (0xE0 | c >> 12);
                utf8[utf8To++] = (byte) (0x80 | c >> 6 & 0x3F);
            }
            utf8[utf8To++] = (byte) (0x80 | c & 0x3F);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** A stream whose first bytes were looked at. */
    private static final class Rejoined extends InputStream {
        private final byte[] head;
        private final int headLength;
        private final InputStream rest;
        private int position;

        Rejoined(byte[] head, int headLength, InputStream rest) {
            this.head = head;
            this.headLength = headLength;
            this.rest = rest;
        }

        @Override
        public int read() throws IOException {
            return position < headLength ? head[position++] & 0xFF : rest.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (position == headLength) return rest.read(target, offset, length);
            int n = Math.min(length, headLength - position);
            System.arraycopy(head, position, target, offset, n);
            position += n;
            return n;
        }

        @Override
        public void close() throws IOException {
            rest.close();
        }
    }
}
