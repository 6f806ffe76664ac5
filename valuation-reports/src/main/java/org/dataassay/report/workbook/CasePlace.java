package org.dataassay.report.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value stands in a case: {@code asset.rights[0].type}. A name that is no plain word stands in brackets, as JSON: {@code translations.zh["Bird strikes"]}.
 *
 * @param steps names of fields, and numbers of elements as {@link Integer}
 */
record CasePlace(List<Object> steps) {

    static final CasePlace ROOT = new CasePlace(List.of());

    /** Deeper than any case. */
    private static final int MOST_STEPS = 64;

    private static final String WORD = "[\\p{L}_][\\p{L}\\p{N}_-]*+";
    private static final Pattern PLAIN = Pattern.compile(WORD);
    private static final Pattern STEP =
            Pattern.compile("\\G(?:\\.?(" + WORD + ")|\\[([0-9]{1,6})\\]|\\[(\"(?:[^\"\\\\]|\\\\.)*+\")\\])");

    CasePlace field(String name) {
        return then(name);
    }

    CasePlace element(int number) {
        return then(number);
    }

    private CasePlace then(Object step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new CasePlace(List.copyOf(longer));
    }

    String text() {
        var text = new StringBuilder();
        for (var step : steps) {
            if (step instanceof Integer) text.append('[').append(step).append(']');
            else if (PLAIN.matcher((String) step).matches())
                text.append(text.isEmpty() ? "" : ".").append(step);
            else text.append('[').append(TextNode.valueOf((String) step)).append(']');
        }
        return text.toString();
    }

    /** Empty where the text is no place. */
    static Optional<CasePlace> parse(String text) {
        var steps = new ArrayList<Object>();
        var matcher = STEP.matcher(text);
        int end = 0;
        while (steps.size() <= MOST_STEPS && matcher.find()) {
            end = matcher.end();
            if (matcher.group(1) != null) steps.add(matcher.group(1));
            else if (matcher.group(2) != null) steps.add(Integer.valueOf(matcher.group(2)));
            else {
                try {
                    steps.add(new ObjectMapper().readValue(matcher.group(3), String.class));
                } catch (JsonProcessingException e) {
                    return Optional.empty();
                }
            }
        }
        boolean whole = end == text.length() && !steps.isEmpty() && steps.size() <= MOST_STEPS;
        return whole && steps.get(0) instanceof String
                ? Optional.of(new CasePlace(List.copyOf(steps)))
                : Optional.empty();
    }
}
