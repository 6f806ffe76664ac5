package org.dataassay.valuation.information;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.sheet.Worksheet;

/** Reads what a closed sheet says of a decision table. */
record InformationReading(DecisionTable table, Worksheet worksheet, ValuationContext context) {

    Money money(String figure) {
        return money(worksheet.value(figure));
    }

    private Money money(double amount) {
        return Money.ofRounded(amount, context.currency(), context.roundingMode());
    }

    private String action(double number) {
        return table.actionNames().get((int) number - 1);
    }

    /**
     * What to do on each thing learned.
     *
     * @param path of the section, ending in a slash; empty for the sheet itself
     * @param learned names of what may be learned
     * @param probability name of the row of probabilities
     */
    List<InformationValue.Advice> advice(String path, List<String> learned, String probability) {
        var chances = worksheet.values(probability);
        var choices = worksheet.values(path + DecisionSheet.CHOICE);
        var best = worksheet.values(path + DecisionSheet.BEST);
        var advice = new ArrayList<InformationValue.Advice>();
        for (int i = 0; i < learned.size(); i++) {
            double chance = chances.get(i);
            var payoff = chance > 0 ? Optional.of(money(best.get(i) / chance)) : Optional.<Money>empty();
            advice.add(new InformationValue.Advice(learned.get(i), chance, action(choices.get(i)), payoff, Map.of()));
        }
        return advice;
    }

    Map<String, Double> posterior(String row, List<String> names) {
        var values = worksheet.values(row);
        var posterior = new LinkedHashMap<String, Double>();
        for (int i = 0; i < names.size(); i++) posterior.put(names.get(i), values.get(i));
        return Collections.unmodifiableMap(posterior);
    }

    InformationValue value(
            MethodId method,
            String with,
            List<InformationValue.Advice> advice,
            String worth,
            List<Note> notes,
            Provenance provenance) {
        double perfect = worksheet.value("evpi");
        return new InformationValue(
                method,
                money(worth),
                money(DecisionSheet.WITHOUT),
                action(worksheet.value(DecisionSheet.CHOICE_WITHOUT)),
                money(with),
                advice,
                perfect > 0 ? OptionalDouble.of(worksheet.value(worth) / perfect) : OptionalDouble.empty(),
                Optional.empty(),
                worksheet,
                notes,
                provenance);
    }
}
