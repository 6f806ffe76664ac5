package org.dataassay.quality.source;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Plates of the Chinese mainland by GA 36-2018: the short name of a province, a letter of the issuing authority, then five digits or letters without I and O, of which
 * the last may be 挂, 学, 警, 港 or 澳; or six for new energy: five digits with a letter of the kind of drive after them, or that letter, a digit or letter, and
 * four digits.
 */
final class LicencePlate {

    private static final int HAN = 3;
    private static final Set<Integer> PROVINCES = characters("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼");
    private static final Set<Integer> SUFFIXES = characters("挂学警港澳");

    private LicencePlate() {}

    static boolean accepts(Utf8 text) {
        int length = text.length();
        if (length < HAN + 6 || length > HAN + 5 + HAN) return false;
        if (!PROVINCES.contains(character(text, 0)) || !isLetter(text.byteAt(HAN))) return false;
        int from = HAN + 1;
        int places = length - from;
        if (places == 5) return allPlaces(text, from, length);
        if (places == 6) return isNewEnergy(text, from);
        return places == 4 + HAN && allPlaces(text, from, from + 4) && SUFFIXES.contains(character(text, from + 4));
    }

    private static boolean isNewEnergy(Utf8 text, int from) {
        boolean large = Digits.all(text, from, from + 5) && isDrive(text.byteAt(from + 5));
        boolean small =
                isDrive(text.byteAt(from)) && isPlace(text.byteAt(from + 1)) && Digits.all(text, from + 2, from + 6);
        return large || small;
    }

    /** A to K without I: D, A, B, C, E battery and F, G, H, J, K the rest. */
    private static boolean isDrive(byte b) {
        return b >= 'A' && b <= 'K' && b != 'I';
    }

    private static boolean allPlaces(Utf8 text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isPlace(text.byteAt(i))) return false;
        }
        return true;
    }

    private static boolean isPlace(byte b) {
        return Digits.is(b) || isLetter(b);
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z' && b != 'I' && b != 'O';
    }

    private static int character(Utf8 text, int at) {
        return (text.byteAt(at) & 0xFF) << 16 | (text.byteAt(at + 1) & 0xFF) << 8 | text.byteAt(at + 2) & 0xFF;
    }

    private static Set<Integer> characters(String all) {
        var set = new HashSet<Integer>();
        var bytes = Utf8.of(all);
        for (int i = 0; i < all.getBytes(StandardCharsets.UTF_8).length; i += HAN) set.add(character(bytes, i));
        return Set.copyOf(set);
    }
}
