package org.dataassay.valuation.option;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of options. */
public final class OptionMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(
                        BlackScholesMerton.ID,
                        OptionFacts.class,
                        BlackScholesMerton.Options.STANDARD,
                        BlackScholesMerton::new),
                MethodProvider.of(
                        BinomialOption.ID, BinomialFacts.class, BinomialOption.Options.STANDARD, BinomialOption::new),
                MethodProvider.of(
                        LongstaffSchwartz.ID,
                        LongstaffSchwartzFacts.class,
                        LongstaffSchwartz.Options.STANDARD,
                        LongstaffSchwartz::new),
                MethodProvider.of(
                        CompoundOption.ID, CompoundFacts.class, CompoundOption.Options.STANDARD, CompoundOption::new),
                MethodProvider.of(
                        ExchangeOption.ID, ExchangeFacts.class, ExchangeOption.Options.STANDARD, ExchangeOption::new),
                MethodProvider.of(
                        ProjectOption.ID, ProjectFacts.class, ProjectOption.Options.STANDARD, ProjectOption::new));
    }
}
