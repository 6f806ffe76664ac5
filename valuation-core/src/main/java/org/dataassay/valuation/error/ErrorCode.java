package org.dataassay.valuation.error;

/**
 * A kind of problem. Each module has one enum of them; the English pattern stands beside the code, translations are looked up by {@link #name()}
 * in the UTF-8 bundle {@code messages_<language>.properties} in the package of the enum.
 *
 * <p>Patterns have numbered parts {@code {0}}, {@code {1}}, … where part 0 is always the field.
 */
public interface ErrorCode {

    /** The stable name a program switches on. */
    String name();

    /** The English message with numbered parts; part 0 is the field. */
    String pattern();
}
