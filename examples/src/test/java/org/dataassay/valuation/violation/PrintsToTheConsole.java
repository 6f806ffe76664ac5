package org.dataassay.valuation.violation;

/** Breaks: never use the console. */
final class PrintsToTheConsole {
    void print() {
        System.out.println("12.30");
    }
}
