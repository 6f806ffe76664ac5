package org.dataassay.examples.violation;

/** Seen by a violation. */
public final class Sample {}
