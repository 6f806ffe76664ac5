package org.dataassay.valuation.sheet;

import java.util.Optional;
import org.dataassay.valuation.error.Check;

/**
 * A number for an input: of a cell or one element of a row the number itself, of a row as a whole the factor on all its elements.
 *
 * @param input name of an input, or of a figure that stands for a shared assumption
 * @param element of the input's axis; empty for a cell, and for a row that moves as a whole
 * @param value finite; in the unit of the input, or a factor
 */
public record Setting(String input, Optional<String> element, double value) {

    public Setting {
        new Check()
                .that(!input.isBlank(), "input", "named", "blank", "Name an input of the sheet.")
                .that(Double.isFinite(value), "value", "a finite number", value, "Say what the input shall be.")
                .done();
    }

    public static Setting of(String input, double value) {
        return new Setting(input, Optional.empty(), value);
    }

    /** One element of a row. */
    public Setting at(String name) {
        return new Setting(input, Optional.of(name), value);
    }
}
