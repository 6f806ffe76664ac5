package org.dataassay.quality.rule;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.Row;
import org.dataassay.quality.source.Utf8;
import org.jspecify.annotations.Nullable;

/** A typed part of an expression; evaluation returns null for no value. */
sealed interface Node {

    /** What an evaluation needs; one per run, so expressions stay immutable. */
    final class Frame {

        final int[] places;
        final MissingValues.Matcher missing;
        final long valuationDay;

        @Nullable
        Row row;

        boolean unreadable;

        Frame(int[] places, MissingValues.Matcher missing, long valuationDay) {
            this.places = places;
            this.missing = missing;
            this.valuationDay = valuationDay;
        }

        @Nullable
        Utf8 cell(int slot) {
            if (row == null) return null;
            var cell = row.cell(places[slot]);
            return missing.isMissing(cell) ? null : cell;
        }
    }

    /** A column whose type follows from its neighbors; {@code slot} counts the expression's columns. */
    record Cell(int slot) implements Node {}

    /** A number. */
    non-sealed interface Num extends Node {
        @Nullable
        BigDecimal of(Frame frame);
    }

    /** A text. */
    non-sealed interface Text extends Node {
        @Nullable
        String of(Frame frame);
    }

    /** A day as days since 1970-01-01. */
    non-sealed interface Day extends Node {
        OptionalLong of(Frame frame);
    }

    /** A condition. */
    non-sealed interface Condition extends Node {
        Truth of(Frame frame);
    }

    /** A text that stands in the expression. */
    record Literal(String value) implements Text {
        @Override
        public String of(Frame frame) {
            return value;
        }
    }

    static Num number(Cell cell) {
        return frame -> {
            var text = frame.cell(cell.slot());
            if (text == null) return null;
            var number = text.decimal();
            if (number.isEmpty()) frame.unreadable = true;
            return number.orElse(null);
        };
    }

    static Text text(Cell cell) {
        return frame -> {
            var text = frame.cell(cell.slot());
            return text == null ? null : text.toString();
        };
    }

    static Day day(Cell cell) {
        return frame -> {
            var text = frame.cell(cell.slot());
            if (text == null) return OptionalLong.empty();
            var day = text.epochDay();
            if (day.isEmpty()) frame.unreadable = true;
            return day;
        };
    }
}
