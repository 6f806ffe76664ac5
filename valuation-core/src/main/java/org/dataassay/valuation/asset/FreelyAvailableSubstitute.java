package org.dataassay.valuation.asset;

import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.jspecify.annotations.Nullable;

/**
 * Something that anyone may take instead of the asset. Where one exists, an income indication is capped by what it costs to replicate the asset from it, plus the
 * delay.
 *
 * @param who offers it
 * @param where it is found
 * @param costToReplicate what it costs to make the asset from it, not negative
 * @param delayYears how long that takes, in years, not negative
 * @param description what it lacks compared with the asset; may be empty
 */
public record FreelyAvailableSubstitute(
        String who, String where, Input<Money> costToReplicate, Input<Double> delayYears, String description) {

    private static final double LONGEST_DELAY_YEARS = 100;

    public FreelyAvailableSubstitute {
        var check = new Check();
        Texts.stated(check, "who", who);
        Texts.stated(check, "where", where);
        check.that(
                        !costToReplicate.value().isNegative(),
                        "costToReplicate",
                        "at least 0",
                        costToReplicate.value(),
                        "Give what it costs to make the asset from the substitute.")
                .range("delayYears", delayYears.value(), 0, LONGEST_DELAY_YEARS, "Half a year is 0.5.");
        Texts.bounded(check, "description", description);
        check.done();
    }

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        return builder()
                .who(who)
                .where(where)
                .costToReplicate(costToReplicate)
                .delayYears(delayYears)
                .description(description);
    }

    /** Builds a {@link FreelyAvailableSubstitute}. */
    public static final class Builder {

        private String who = "";
        private String where = "";
        private @Nullable Input<Money> costToReplicate;
        private @Nullable Input<Double> delayYears;
        private String description = "";

        private Builder() {}

        public Builder who(String who) {
            this.who = who;
            return this;
        }

        public Builder where(String where) {
            this.where = where;
            return this;
        }

        public Builder costToReplicate(Input<Money> costToReplicate) {
            this.costToReplicate = costToReplicate;
            return this;
        }

        public Builder delayYears(Input<Double> delayYears) {
            this.delayYears = delayYears;
            return this;
        }

        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public FreelyAvailableSubstitute build() {
            return new FreelyAvailableSubstitute(
                    who,
                    where,
                    Required.of("costToReplicate", costToReplicate, "Give what it costs to make the asset from it."),
                    Required.of("delayYears", delayYears, "Give how many years that takes; 0 if none."),
                    description);
        }
    }
}
