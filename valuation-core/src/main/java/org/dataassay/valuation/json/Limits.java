package org.dataassay.valuation.json;

/**
 * What a document may grow to before it is refused unread.
 *
 * @param characters of the whole text
 * @param elements of one list
 */
record Limits(int characters, int elements) {

    static final int DEPTH = 64;
    static final int TEXT = 1_000_000;
    static final int NUMBER = 100;
    static final int FIELD_NAME = 1_000;
    /** Beyond these powers of ten a number is no quantity of anything. */
    static final int EXPONENT = 400;

    /** What people and programs send. */
    static final Limits REQUEST = new Limits(16_000_000, 1_000_000);

    /** What we have stored: a graph of up to 100 000 vertices. */
    static final Limits STORED = new Limits(128_000_000, 100_000);
}
