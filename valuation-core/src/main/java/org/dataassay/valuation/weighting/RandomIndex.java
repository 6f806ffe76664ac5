package org.dataassay.valuation.weighting;

import java.util.List;
import java.util.OptionalDouble;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;

/**
 * Tables of the random index RI: the mean consistency index of matrices filled at random, by which a matrix's own is measured. Five are in use under one name and
 * differ by a tenth, so the table is chosen and recorded. A blank of a table is an error, never an extrapolation.
 */
public enum RandomIndex {
    /** Table A, common in Chinese papers; n from 3 to 15. */
    CHINESE_PRACTICE(
            "random index in common use in Chinese papers",
            0.52,
            0.89,
            1.12,
            1.26,
            1.36,
            1.41,
            1.46,
            1.49,
            1.52,
            1.54,
            1.56,
            1.58,
            1.59),
    /** Table B, Saaty 1980; n from 3 to 15. Its 1.48 at n = 12 is out of order, as printed. */
    SAATY_1980(
            "T. L. Saaty, The Analytic Hierarchy Process, 1980",
            0.58,
            0.90,
            1.12,
            1.24,
            1.32,
            1.41,
            1.45,
            1.49,
            1.51,
            1.48,
            1.56,
            1.57,
            1.59),
    /** Table C, Saaty and Tran 2007; n from 3 to 8. */
    SAATY_TRAN_2007("T. L. Saaty, L. T. Tran, 2007", 0.5252, 0.8837, 1.1081, 1.2493, 1.3416, 1.4048),
    /** Table D, Donegan and Dodd; n from 3 to 5. */
    DONEGAN_DODD("H. A. Donegan, F. J. Dodd, 1991", 0.4914, 0.8286, 1.0591),
    /** Table E, Saaty 2005, Analytic Network Process; n from 3 to 10. */
    SAATY_2005(
            "T. L. Saaty, Theory and Applications of the Analytic Network Process, 2005",
            0.52,
            0.89,
            1.11,
            1.25,
            1.35,
            1.40,
            1.45,
            1.49);

    /** Most elements that any table covers. */
    public static final int LARGEST = 15;

    private static final int SMALLEST = 3;

    private final String document;
    private final List<Double> fromThree;

    RandomIndex(String document, Double... fromThree) {
        this.document = document;
        this.fromThree = List.of(fromThree);
    }

    /** The index of matrices of n elements; empty where the table has a blank. */
    public OptionalDouble of(int n) {
        return n < SMALLEST || n > largest() ? OptionalDouble.empty() : OptionalDouble.of(fromThree.get(n - SMALLEST));
    }

    /** Most elements that this table covers. */
    public int largest() {
        return SMALLEST + fromThree.size() - 1;
    }

    /** The index as an input of a sheet, with its table as source. */
    Input<Double> input(int n, String where) {
        var source = new Source(
                Source.Kind.GIVEN,
                "",
                document,
                "n = " + n,
                java.util.Optional.empty(),
                "",
                java.util.Optional.empty());
        return Input.of(
                of(n).orElseThrow(() -> InvalidInputException.of(
                        ValuationError.OUT_OF_RANGE,
                        where,
                        SMALLEST + " to " + largest() + " elements for the random index " + name(),
                        Plain.of(n),
                        "Choose a table that reaches " + n + ", or group the elements below criteria of their own.")),
                source);
    }
}
