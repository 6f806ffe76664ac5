package org.dataassay.pricing;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * SHA-256 over the components of records, each with its kind and length, for methods that compute without a sheet: other facts have another digest.
 *
 * <p>Not thread-safe; {@link #of} is.
 */
public final class FactsDigest {

    private final MessageDigest sha;

    private FactsDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In hexadecimal; decimals that are equal but for trailing zeros have one digest. */
    public static String of(Object... facts) {
        var digest = new FactsDigest();
        for (var one : facts) digest.add(one);
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void add(Object value) {
        if (value instanceof Record facts) {
            text('r', facts.getClass().getSimpleName());
            for (var component : facts.getClass().getRecordComponents()) {
                try {
                    var accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    add(accessor.invoke(facts));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("cannot read a component", e);
                }
            }
        } else if (value instanceof List<?> list) {
            number('l', list.size());
            list.forEach(this::add);
        } else if (value instanceof Optional<?> some) {
            number('o', some.isPresent() ? 1 : 0);
            some.ifPresent(this::add);
        } else if (value instanceof OptionalDouble some) {
            number('o', some.isPresent() ? 1 : 0);
            some.ifPresent(this::add);
        } else if (value instanceof Double decimal) {
            number('d', Double.doubleToLongBits(decimal));
        } else if (value instanceof Long || value instanceof Integer) {
            number('n', ((Number) value).longValue());
        } else if (value instanceof BigDecimal decimal) {
            text('b', decimal.stripTrailingZeros().toString());
        } else if (value instanceof LocalDate date) {
            number('a', date.toEpochDay());
        } else if (value instanceof Enum<?> constant) {
            text('e', constant.name());
        } else if (value instanceof String text) {
            text('t', text);
        } else {
            throw new IllegalArgumentException(
                    "no digest of a " + value.getClass().getSimpleName());
        }
    }

    private void text(char kind, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(kind, bytes.length);
        sha.update(bytes);
    }

    private void number(char kind, long value) {
        sha.update(ByteBuffer.allocate(Character.BYTES + Long.BYTES)
                .putChar(kind)
                .putLong(value)
                .array());
    }
}
