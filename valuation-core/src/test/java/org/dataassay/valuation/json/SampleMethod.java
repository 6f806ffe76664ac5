package org.dataassay.valuation.json;

import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.MethodCatalog;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.MethodProvider;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/** A small method with facts and options of many shapes. */
record SampleMethod(Samples.Options options) implements ValuationMethod<Samples.Facts> {

    static final MethodId ID = MethodId.of("sample.royalty");

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Cell write(Sheet sheet, Samples.Facts facts, ValuationContext context) {
        var periods = sheet.axis(
                "periods",
                java.util.stream.IntStream.rangeClosed(1, facts.revenue().size())
                        .mapToObj(Integer::toString)
                        .toList());
        var revenue = sheet.given("revenue", Unit.MONEY, periods, facts.revenue());
        var rate = sheet.given("royaltyRate", Unit.SHARE, facts.royaltyRate());
        var discount = sheet.given("discountRate", Unit.RATE, facts.discountRate());
        var savings = sheet.let("savings", revenue.times(rate));
        return sheet.let("value", savings.sum().dividedBy(Cell.ONE.plus(discount)));
    }

    static final MethodProvider<Samples.Facts, Samples.Options> PROVIDER =
            MethodProvider.of(ID, Samples.Facts.class, Samples.Options.STANDARD, SampleMethod::new);

    static AssayJson json() {
        return AssayJson.of(MethodCatalog.of(List.of(PROVIDER)));
    }
}
