package org.dataassay.valuation.violation;

import java.util.Random;

/** Breaks: all randomness has a seed. */
final class DrawsUnseeded {
    final Random random = new Random();
}
