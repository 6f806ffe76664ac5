package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.dataassay.valuation.asset.Right;
import org.dataassay.valuation.asset.RightBundle;
import org.dataassay.valuation.asset.RightType;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/** What each right in a data set is worth of an indication of a million. */
public final class RightBundleExample {

    private RightBundleExample() {}

    public static void main(String[] args) {
        print(split(), System.out);
    }

    // #region split
    static Worksheet split() {
        var judged = Source.judged("Chen Yu, appraiser", "income of each use in the business plan, page 14");
        var hold = Right.builder(RightType.HOLD).exclusive(true).build();
        var use = Right.builder(RightType.PROCESS_AND_USE).exclusive(true).build();
        var useInChina =
                Right.builder(RightType.PROCESS_AND_USE).territory("CN").build();
        var operate = Right.builder(RightType.OPERATE_PRODUCT)
                .exclusive(true)
                .until(LocalDate.of(2025, 6, 30))
                .build();
        var bundle = new RightBundle(
                List.of(hold, use, operate),
                List.of(
                        new RightBundle.Part("hold and use", List.of(hold, use), Input.of(0.60, judged)),
                        new RightBundle.Part("use in China", List.of(useInChina), Input.of(0.25, judged)),
                        new RightBundle.Part("use and operate", List.of(use, operate), Input.of(0.75, judged)),
                        new RightBundle.Part("operate", List.of(operate), Input.of(0.40, judged))));

        var sheet = Sheet.open(CurrencyCode.of("CNY"));
        var indication = sheet.given("indication", Unit.MONEY, Input.of(Money.of("1000000", "CNY"), judged));
        var values = bundle.write(sheet.section("rights"), indication, LocalDate.of(2025, 12, 31));
        return sheet.close(sheet.let("holdAndUse", values.at(0)));
    }
    // #endregion split

    // #region read
    static void print(Worksheet worksheet, PrintStream out) {
        out.print(worksheet.explain().text());
    }
    // #endregion read
}
