package org.dataassay.valuation.violation;

/** Breaks: never end the process. */
final class EndsTheProcess {
    void end() {
        System.exit(1);
    }
}
