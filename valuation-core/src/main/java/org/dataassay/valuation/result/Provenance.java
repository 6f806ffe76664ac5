package org.dataassay.valuation.result;

/**
 * How a result came to be: enough for a stranger to compute it again.
 *
 * @param method id of the method
 * @param methodVersion raised whenever the method gives another number for the same input
 * @param libraryVersion version of this library
 * @param options the method's options; a record
 * @param inputDigest SHA-256 over the sheet's inputs, hexadecimal
 * @param seed of the context
 */
public record Provenance(
        MethodId method, int methodVersion, String libraryVersion, Object options, String inputDigest, long seed) {}
