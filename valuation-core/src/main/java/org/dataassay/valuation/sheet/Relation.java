package org.dataassay.valuation.sheet;

/** How two figures compare, in a guard or in a {@code when}. */
public enum Relation {
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    EQUAL("=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /** The sign, which is also that of spreadsheets. */
    public String symbol() {
        return symbol;
    }

    /** Whether it holds; false where either side is not a number. */
    public boolean holds(double left, double right) {
        return switch (this) {
            case GREATER -> left > right;
            case GREATER_OR_EQUAL -> left >= right;
            case LESS -> left < right;
            case LESS_OR_EQUAL -> left <= right;
            case EQUAL -> left == right;
        };
    }
}
