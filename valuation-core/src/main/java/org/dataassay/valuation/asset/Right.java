package org.dataassay.valuation.asset;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.jspecify.annotations.Nullable;

/**
 * A right in the data that is part of what is valued.
 *
 * @param type what the holder may do
 * @param exclusive whether nobody else has it
 * @param territory where it holds, such as {@code CN} or {@code worldwide}
 * @param from first day; absent where it holds already
 * @param until last day; absent where it does not end
 * @param evidence ids of the documents that show it
 */
public record Right(
        RightType type,
        boolean exclusive,
        String territory,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        List<String> evidence) {

    /** The territory where none is given. */
    public static final String WORLDWIDE = "worldwide";

    public Right {
        evidence = List.copyOf(evidence);
        var check = new Check();
        Texts.stated(check, "territory", territory);
        if (from.isPresent() && until.isPresent()) {
            check.that(
                    !until.get().isBefore(from.get()),
                    "until",
                    "on or after " + from.get(),
                    until.get(),
                    "Give the last day of the right.");
        }
        Texts.bounded(check, "evidence", evidence);
        check.done();
    }

    /** Not exclusive, worldwide and without end, unless the builder is told otherwise. */
    public static Builder builder(RightType type) {
        return new Builder(type);
    }

    public Builder toBuilder() {
        var builder = builder(type).exclusive(exclusive).territory(territory).evidence(evidence);
        from.ifPresent(builder::from);
        until.ifPresent(builder::until);
        return builder;
    }

    /** Whether the right has begun by that day and not ended before it. */
    public boolean isInForceOn(LocalDate day) {
        return (from.isEmpty() || !day.isBefore(from.get())) && (until.isEmpty() || !day.isAfter(until.get()));
    }

    /** Whether the right has ended before that day. */
    public boolean hasEndedOn(LocalDate day) {
        return until.isPresent() && day.isAfter(until.get());
    }

    /** Whether whoever has this right has the other one too: of the same type, no less exclusive, in the same territory or worldwide, over at least the same time. */
    public boolean includes(Right other) {
        return type == other.type
                && (exclusive || !other.exclusive)
                && (territory.equals(WORLDWIDE) || territory.equals(other.territory))
                && (from.isEmpty()
                        || other.from.isPresent() && !other.from.get().isBefore(from.get()))
                && (until.isEmpty()
                        || other.until.isPresent() && !other.until.get().isAfter(until.get()));
    }

    /** Builds a {@link Right}. */
    public static final class Builder {

        private final RightType type;
        private boolean exclusive;
        private String territory = WORLDWIDE;
        private @Nullable LocalDate from;
        private @Nullable LocalDate until;
        private List<String> evidence = List.of();

        private Builder(RightType type) {
            this.type = type;
        }

        public Builder exclusive(boolean exclusive) {
            this.exclusive = exclusive;
            return this;
        }

        public Builder territory(String territory) {
            this.territory = territory;
            return this;
        }

        public Builder from(LocalDate from) {
            this.from = from;
            return this;
        }

        public Builder until(LocalDate until) {
            this.until = until;
            return this;
        }

        public Builder evidence(List<String> ids) {
            this.evidence = ids;
            return this;
        }

        public Builder evidence(String... ids) {
            return evidence(List.of(ids));
        }

        public Right build() {
            return new Right(
                    type, exclusive, territory, Optional.ofNullable(from), Optional.ofNullable(until), evidence);
        }
    }
}
