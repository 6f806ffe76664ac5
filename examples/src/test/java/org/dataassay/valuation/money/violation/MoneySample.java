package org.dataassay.valuation.money.violation;

/** Seen by a violation. */
public final class MoneySample {}
