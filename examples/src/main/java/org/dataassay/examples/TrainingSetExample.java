package org.dataassay.examples;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dataassay.quality.indicator.FoundTrainingSet;
import org.dataassay.quality.indicator.TrainingSet;
import org.dataassay.quality.indicator.TrainingSetFacts;
import org.dataassay.quality.indicator.TrainingSetFacts.Split;
import org.dataassay.quality.source.TableSource;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.CurrencyCode;

/** Messages with topics, split into train and test: what a model would learn wrongly from them. */
public final class TrainingSetExample {

    private TrainingSetExample() {}

    public static void main(String[] args) {
        print(measured(), System.out);
    }

    static TableSource train() {
        return TableSource.of(
                "train",
                List.of("message", "topic"),
                List.of(
                        List.of("Where is my parcel? It should have come on Monday.", "delivery"),
                        List.of("The invoice of May names the wrong company.", "billing"),
                        List.of("Where is my parcel? It should have come on Monday.", "billing"),
                        List.of("我的包裹在哪里？应该星期一就到了。", "delivery"),
                        List.of("Please cancel my subscription from next month on.", "")));
    }

    static TableSource test() {
        return TableSource.of(
                "test",
                List.of("message", "topic"),
                List.of(
                        List.of("where is my parcel? it should have come on monday!", "delivery"),
                        List.of("The invoice of May names the wrong company.", "billing"),
                        List.of("How do I change my password?", "account")));
    }

    // #region measure
    static FoundTrainingSet measured() {
        var context =
                ValuationContext.of(LocalDate.of(2025, 12, 31), CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);
        try (var train = train();
                var test = test()) {
            var facts = TrainingSetFacts.of(List.of(new Split("train", train), new Split("test", test)), "topic")
                    .withTexts(List.of("message"));
            return TrainingSet.standard().evaluate(facts, context);
        }
    }
    // #endregion measure

    static void print(FoundTrainingSet found, PrintStream out) {
        for (var split : found.splits()) {
            var balance = split.balance().orElseThrow();
            var tokens = split.tokens().orElseThrow();
            out.println(split.name() + ": " + split.rows() + " rows, labels " + balance.counts() + ", without "
                    + balance.missing() + ", entropy "
                    + decimals(balance.entropy().orElseThrow()) + ", imbalance "
                    + decimals(balance.imbalance().orElseThrow()));
            out.println("  repeated " + split.repeatedRows().stream().boxed().toList() + ", near "
                    + split.nearRows().stream().boxed().toList() + ", conflicting "
                    + split.conflictingRows().stream().boxed().toList() + ", tokens " + tokens.words() + " + "
                    + tokens.ideographs());
        }
        for (var leak : found.leaks())
            out.println(leak.from() + " in " + leak.to() + ": " + leak.exact() + " exact, " + leak.near() + " near of "
                    + leak.evaluated() + ", rows "
                    + leak.rows().stream().boxed().toList());
        for (var pair : found.examples())
            out.println(pair.firstSplit() + " " + pair.firstRow() + " and " + pair.secondSplit() + " "
                    + pair.secondRow() + ": " + decimals(pair.similarity()));
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
