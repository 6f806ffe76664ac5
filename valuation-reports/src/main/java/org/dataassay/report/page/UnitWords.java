package org.dataassay.report.page;

import java.util.function.UnaryOperator;
import org.dataassay.valuation.sheet.Unit;

/** Numbers in their units, in one language. */
final class UnitWords {

    private static final int DIGITS = 6;

    private final Edition edition;
    private final String currency;
    private final UnaryOperator<String> own;

    /**
     * Words of an edition that has those of the appraisal.
     *
     * @param currency of all money
     * @param own from a text of the case, such as an item's name, to the same in the language
     */
    UnitWords(Edition edition, String currency, UnaryOperator<String> own) {
        this.edition = edition;
        this.currency = currency;
        this.own = own;
    }

    Quantity money() {
        return Quantity.money(currency);
    }

    String money(double amount) {
        return edition.numbers().money(amount, currency);
    }

    /** A number in its unit. */
    String value(Unit unit, double value) {
        var numbers = edition.numbers();
        if (unit.isMoney()) return money(value);
        if (unit.money() == 1 && unit.count() == -1)
            return edition.text("unit.perItem", money(value), own.apply(unit.item()));
        if (unit.money() == 0 && unit.count() == 1)
            return edition.text("unit.items", numbers.plain(value, DIGITS), own.apply(unit.item()));
        if (unit.isRate() || unit.equals(Unit.SHARE)) return numbers.percent(value);
        if (unit.equals(Unit.YEARS)) return edition.text("unit.years", numbers.plain(value, DIGITS));
        return numbers.plain(value, DIGITS);
    }
}
