package org.dataassay.valuation.asset;

import org.dataassay.valuation.error.Check;

/**
 * What the buyer does with the data. No scenario, no value.
 *
 * @param name short name of the use
 * @param buyer who buys
 * @param use what the buyer does with the data and what it gains
 */
public record Scenario(String name, String buyer, String use) {

    public Scenario {
        var check = new Check();
        Texts.stated(check, "name", name);
        Texts.stated(check, "buyer", buyer);
        Texts.stated(check, "use", use);
        check.done();
    }

    public static Scenario of(String name, String buyer, String use) {
        return new Scenario(name, buyer, use);
    }
}
