package org.dataassay.valuation.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/** The closed set, by versioned id. An id is never given another meaning: a changed formula gets the next version and the old one stays. */
final class Formulas {

    private record Entry(int operands, Function<List<String>, Formula> parse) {}

    private static final Map<String, Entry> BY_ID = Map.ofEntries(
            plain(2, Plus::new),
            plain(2, Minus::new),
            plain(2, Times::new),
            plain(2, DividedBy::new),
            plain(2, Power::new),
            plain(2, Min::new),
            plain(2, Max::new),
            plain(1, Negated::new),
            plain(1, Exp::new),
            plain(1, Log::new),
            plain(1, Sqrt::new),
            plain(1, Abs::new),
            plain(1, NormalCdf::new),
            plain(1, Same::new),
            plain(1, Sum::new),
            plain(1, Product::new),
            plain(1, RunningSum::new),
            plain(1, RunningProduct::new),
            plain(4, Root::new),
            plain(0, Unknown::new),
            Map.entry("elementAt@1", new Entry(1, p -> new ElementAt(integer(p)))),
            Map.entry("shift@1", new Entry(2, p -> new Shift(integer(p)))),
            Map.entry("round@1", new Entry(1, p -> new Round(Math.max(-12, Math.min(12, integer(p)))))),
            Map.entry("irr@1", new Entry(2, Irr::parse)),
            Map.entry("when@1", new Entry(4, p -> new When(constant(Relation.class, one(p))))),
            Map.entry("function@1", new Entry(-1, p -> new FunctionFormula(function(one(p))))));

    private Formulas() {}

    private static Map.Entry<String, Entry> plain(int operands, Supplier<Formula> make) {
        return Map.entry(make.get().id(), new Entry(operands, parameters -> {
            if (!parameters.isEmpty())
                throw InvalidInputException.of(
                        ValuationError.MISMATCH, "parameters", "there are " + parameters.size(), "Give none.");
            return make.get();
        }));
    }

    /** Every id of the set but those of leaves. */
    static List<String> ids() {
        return BY_ID.keySet().stream().sorted().toList();
    }

    static int operands(Formula formula) {
        return formula instanceof FunctionFormula f ? f.function.arguments() : entry(formula.id()).operands;
    }

    /**
     * The formula of an id and its parameters as {@link Formula#parameters} wrote them.
     *
     * @throws InvalidInputException where there is none
     */
    static Formula parse(String id, List<String> parameters) {
        return entry(id).parse.apply(parameters);
    }

    private static Entry entry(String id) {
        var entry = BY_ID.get(id);
        if (entry == null)
            throw InvalidInputException.of(
                    ValuationError.UNKNOWN, "operation", "'" + id + "'", "Operations are " + ids() + ".");
        return entry;
    }

    private static String one(List<String> parameters) {
        if (parameters.size() != 1)
            throw InvalidInputException.of(
                    ValuationError.MISMATCH, "parameters", "there are " + parameters.size(), "Give one.");
        return parameters.get(0);
    }

    private static int integer(List<String> parameters) {
        var text = one(parameters);
        if (!text.matches("-?\\d{1,6}"))
            throw InvalidInputException.of(
                    ValuationError.INVALID, "parameters", "'" + text + "'", "Give a whole number.");
        return Integer.parseInt(text);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.UNKNOWN,
                        "parameters",
                        "'" + name + "'",
                        "Use one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    private static SheetFunction function(String id) {
        return ServiceLoader.load(SheetFunction.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(function -> function.id().equals(id))
                .findFirst()
                .or(() -> ServiceLoader.load(SheetFunction.Family.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .flatMap(family -> family.function(id).stream())
                        .findFirst())
                .orElseThrow(() -> InvalidInputException.of(
                        ValuationError.UNKNOWN,
                        "function",
                        "'" + id + "'",
                        "Put the jar that provides it on the class path."));
    }
}
