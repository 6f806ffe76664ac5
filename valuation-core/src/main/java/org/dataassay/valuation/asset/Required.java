package org.dataassay.valuation.asset;

import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.jspecify.annotations.Nullable;

/** Parts that a builder must be given. */
final class Required {

    private Required() {}

    static <T> T of(String field, @Nullable T value, String remedy) {
        if (value == null) throw InvalidInputException.of(ValuationError.MISSING, field, remedy);
        return value;
    }
}
