package org.dataassay.quality.column;

import java.util.List;
import org.dataassay.quality.source.Utf8;

/**
 * What the texts of a column look like, most frequent look first: a column of dates shows {@code 9999-99-99} and, at the end, the few that are written otherwise.
 *
 * <p><b>Formula</b>  a mask has {@code 9} for every ASCII digit, {@code a} or {@code A} for a run of lower or upper case ASCII letters, {@code 汉} for a run of Han
 * characters, {@code ※} for a run of anything else outside ASCII; other ASCII characters stand for themselves; what goes beyond {@link #MAXIMUM_BYTES} bytes is
 * cut and marked {@code …}
 * <p><b>Error, merging and memory</b>  those of {@link FrequentItems}: exact, and the same for any cut, up to {@link FrequentItems#EXACT_VALUES} different masks
 * <p><b>Edge cases</b>  the classes are fixed ranges of code points (Han is U+3400–9FFF, U+F900–FAFF and U+20000–3FFFF), not those of a Unicode version, so every
 * machine sees the same mask
 * <p>Not thread-safe.
 *
 * @see <a href="https://www.vldb.org/conf/2001/P381.pdf">V. Raman, J. M. Hellerstein, Potter's Wheel: An Interactive Data Cleaning System, VLDB 2001, section 3:
 *     structures of values</a>
 */
final class Masks {

    /** Longer masks are cut. */
    static final int MAXIMUM_BYTES = 64;

    private static final byte[] HAN = {(byte) 0xE6, (byte) 0xB1, (byte) 0x89};
    private static final byte[] OTHER = {(byte) 0xE2, (byte) 0x80, (byte) 0xBB};
    private static final byte[] CUT = {(byte) 0xE2, (byte) 0x80, (byte) 0xA6};

    private static final int HAN_RUN = 0x80;
    private static final int OTHER_RUN = 0x81;

    private final FrequentItems masks;
    private final byte[] mask = new byte[MAXIMUM_BYTES + CUT.length];

    Masks() {
        this(new FrequentItems());
    }

    private Masks(FrequentItems masks) {
        this.masks = masks;
    }

    /** Takes a text into account that occurs so many times. */
    void add(Utf8 text, long times) {
        var of = mask(text);
        masks.add(of, of.hash(), times);
    }

    /** Adds another part of the column; that state stays as it is. */
    void merge(Masks other) {
        masks.merge(other.masks);
    }

    /** The most frequent masks, equal ones in the order of their bytes. */
    List<FrequentItems.Item> top(int limit) {
        return masks.top(limit);
    }

    /** By how much a count may be too small, and how often a mask that is not listed may occur. */
    long error() {
        return masks.error();
    }

    /** The state as bytes; equal states have equal bytes. */
    byte[] toBytes() {
        return masks.toBytes();
    }

    /**
     * The state that {@link #toBytes()} wrote.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException when the bytes are not such a state
     */
    static Masks fromBytes(byte[] bytes) {
        return new Masks(FrequentItems.fromBytes(bytes));
    }

    private Utf8 mask(Utf8 text) {
        int length = 0;
        int last = -1;
        for (int i = 0; i < text.length(); ) {
            int b = text.byteAt(i) & 0xFF;
            int size = b < 0xC0 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
            int symbol = symbol(text, i, b, size);
            i += size;
            boolean run = symbol == 'a' || symbol == 'A' || symbol > 0x7F;
            if (run && symbol == last) continue;
            var wide = symbol == HAN_RUN ? HAN : symbol > 0x7F ? OTHER : null;
            if (length + (wide == null ? 1 : wide.length) > MAXIMUM_BYTES) {
                System.arraycopy(CUT, 0, mask, length, CUT.length);
                length += CUT.length;
                break;
            }
            if (wide == null) {
                mask[length++] = (byte) symbol;
            } else {
                System.arraycopy(wide, 0, mask, length, wide.length);
                length += wide.length;
            }
            last = symbol;
        }
        return Utf8.of(mask, 0, length);
    }

    /** An ASCII character or a run outside ASCII. */
    private static int symbol(Utf8 text, int at, int first, int size) {
        if (first < 0x80) {
            if (first >= '0' && first <= '9') return '9';
            if (first >= 'a' && first <= 'z') return 'a';
            return first >= 'A' && first <= 'Z' ? 'A' : first;
        }
        if (size < 3 || at + size > text.length()) return OTHER_RUN;
        int code = first & (0x7F >> size);
        for (int k = 1; k < size; k++) code = code << 6 | text.byteAt(at + k) & 0x3F;
        boolean han = code >= 0x3400 && code <= 0x9FFF
                || code >= 0xF900 && code <= 0xFAFF
                || code >= 0x20000 && code <= 0x3FFFF;
        return han ? HAN_RUN : OTHER_RUN;
    }
}
