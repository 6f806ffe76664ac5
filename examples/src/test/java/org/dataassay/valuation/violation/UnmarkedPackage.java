package org.dataassay.valuation.violation;

/** Breaks: each package is null-marked. */
final class UnmarkedPackage {}
