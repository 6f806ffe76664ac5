package org.dataassay.valuation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.time.Compounding;
import org.dataassay.valuation.time.PriceBasis;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.TaxBasis;
import org.jspecify.annotations.Nullable;

/** Money, unit prices and rates: a short form for people, a full form in an object. */
final class MoneyShapes {

    private static final String CURRENCY = "[A-Z]{3}";

    private MoneyShapes() {}

    /** What every amount in an object form is read as. */
    private record Amount(BigDecimal amount, CurrencyCode currency) {}

    private static @Nullable Object constructed(Place at, Reading reading, java.util.function.Supplier<Object> make) {
        try {
            return make.get();
        } catch (InvalidInputException e) {
            reading.addOf(at, e);
            return null;
        }
    }

    /** A plain number, as a number or a text. */
    private static Optional<BigDecimal> bare(JsonNode node) {
        if (node.isNumber()) return Optional.of(node.decimalValue());
        return node.isTextual() && PlainShapes.DecimalShape.isDecimal(node.textValue())
                ? Optional.of(new BigDecimal(node.textValue()))
                : Optional.empty();
    }

    private static @Nullable Object noCurrency(Place at, Reading reading) {
        reading.add(
                ValuationError.MISSING,
                at.field("currency"),
                "No context gives a currency. Write the amount as \"CNY 12.30\".");
        return null;
    }

    /** {@code "CNY 12.30"}, {@code {"amount": "12.30", "currency": "CNY"}}, or a bare number in the currency of the context. */
    record MoneyShape(RecordShape full) implements Shape {

        static MoneyShape of() {
            return new MoneyShape((RecordShape) Shapes.of(Amount.class));
        }

        @Override
        public String expected() {
            return "an amount of money";
        }

        @Override
        public String remedy() {
            return "Write it as \"CNY 12.30\".";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            var number = bare(node);
            if (number.isPresent()) {
                if (reading.currency().isEmpty()) return noCurrency(at, reading);
                return constructed(
                        at,
                        reading,
                        () -> Money.of(number.get(), reading.currency().get()));
            }
            if (node.isTextual()) return constructed(at, reading, () -> Money.parse(node.textValue()));
            if (!node.isObject()) {
                reading.wrongType(at, this, node);
                return null;
            }
            return full.read(node, at, reading) instanceof Amount read
                    ? constructed(at, reading, () -> Money.of(read.amount, read.currency))
                    : null;
        }

        @Override
        public JsonNode write(Object value) {
            return new TextNode(value.toString());
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return definitions.reference(
                    "Money",
                    () -> Definitions.anyOf(
                            Definitions.type("number").put("description", "An amount in the currency of the context."),
                            Definitions.type("string")
                                    .put("pattern", "^(" + CURRENCY + " )?" + PlainShapes.DecimalShape.DECIMAL + "$"),
                            full.schema(definitions)));
        }

        @Override
        public Object probe(int variant) {
            return Money.of(variant == 0 ? 0 : variant == 1 ? 1 : 1_000_000, CurrencyCode.of("CNY"));
        }
    }

    /** {@code "CNY 0.00012 per record"} or {@code {"amount": …, "currency": …, "item": …}}. */
    record UnitPriceShape(RecordShape full) implements Shape {

        private static final Pattern TEXT =
                Pattern.compile("(" + CURRENCY + ") (" + PlainShapes.DecimalShape.DECIMAL + ") per (\\S.{0,63})");

        private record Price(BigDecimal amount, CurrencyCode currency, String item) {}

        static UnitPriceShape of() {
            return new UnitPriceShape((RecordShape) Shapes.of(Price.class));
        }

        @Override
        public String expected() {
            return "a price per item";
        }

        @Override
        public String remedy() {
            return "Write it as \"CNY 0.00012 per record\".";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (node.isTextual()) {
                var parts = TEXT.matcher(node.textValue());
                if (parts.matches())
                    return constructed(at, reading, () -> UnitPrice.of(parts.group(2), parts.group(1), parts.group(4)));
            }
            if (!node.isObject()) {
                reading.wrongType(at, this, node);
                return null;
            }
            return full.read(node, at, reading) instanceof Price read
                    ? constructed(at, reading, () -> UnitPrice.of(read.amount, read.currency, read.item))
                    : null;
        }

        @Override
        public JsonNode write(Object value) {
            return new TextNode(value.toString());
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return definitions.reference(
                    "UnitPrice",
                    () -> Definitions.anyOf(
                            Definitions.type("string").put("pattern", "^" + TEXT.pattern() + "$"),
                            full.schema(definitions)));
        }

        @Override
        public Object probe(int variant) {
            return UnitPrice.of(variant == 0 ? "0" : variant == 1 ? "1" : "1000000", "CNY", "record");
        }
    }

    /** A bare decimal, annual, post-tax and nominal; or an object that says otherwise. */
    record RateShape(RecordShape full) implements Shape {

        private record Full(double rate, Compounding compounding, TaxBasis tax, PriceBasis prices, boolean unusual) {}

        static RateShape of() {
            var usual = new Full(0, Compounding.ANNUAL, TaxBasis.POST_TAX, PriceBasis.NOMINAL, false);
            return new RateShape(Shapes.record(Full.class, "FullRate", usual, java.util.Set.of("rate"), false));
        }

        @Override
        public String expected() {
            return "a rate per year";
        }

        @Override
        public String remedy() {
            return "Write it as a decimal: 0.12 is 12%.";
        }

        @Override
        public @Nullable Object read(JsonNode node, Place at, Reading reading) {
            if (node.isNumber())
                return constructed(
                        at, reading, () -> Rate.of(node.decimalValue().doubleValue()));
            if (!node.isObject()) {
                reading.wrongType(at, this, node);
                return null;
            }
            return full.read(node, at, reading) instanceof Full read
                    ? constructed(
                            at.field("rate"),
                            reading,
                            () -> new Rate(read.rate, read.compounding, read.tax, read.prices, read.unusual))
                    : null;
        }

        @Override
        public JsonNode write(Object value) {
            var rate = (Rate) value;
            if (rate.equals(usual(rate))) return PlainShapes.DoubleShape.number(rate.decimal());
            return full.write(new Full(rate.decimal(), rate.compounding(), rate.tax(), rate.prices(), rate.unusual()));
        }

        private static Rate usual(Rate rate) {
            return rate.unusual() ? Rate.of(0) : Rate.of(rate.decimal());
        }

        @Override
        public ObjectNode schema(Definitions definitions) {
            return definitions.reference(
                    "Rate",
                    () -> Definitions.anyOf(
                            Definitions.type("number")
                                    .put("exclusiveMinimum", -1)
                                    .put("maximum", (long) Rate.PLAUSIBLE_MAXIMUM),
                            full.schema(definitions)));
        }

        @Override
        public Object probe(int variant) {
            return Rate.of(variant == 0 ? 0 : variant == 1 ? 0.1 : 0.9);
        }
    }
}
