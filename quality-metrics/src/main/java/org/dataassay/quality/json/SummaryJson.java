package org.dataassay.quality.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dataassay.quality.QualityError;
import org.dataassay.quality.column.ColumnProfile.FrequentValue;
import org.dataassay.quality.column.ColumnProfile.Lengths;
import org.dataassay.quality.column.ColumnSummary;
import org.dataassay.quality.column.Distribution;
import org.dataassay.quality.column.TableSummary;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.quality.source.SemanticType;
import org.dataassay.quality.source.ValueKind;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;

/** Writes the summary of a table and reads it back as the same. */
final class SummaryJson {

    static final String KIND = "table-summary";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int MAXIMUM_COLUMNS = 100_000;

    private SummaryJson() {}

    // ---- writing ----

    static String write(TableSummary summary) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("schemaVersion", QualityJson.SCHEMA_VERSION);
        tree.put("kind", KIND);
        tree.put("table", summary.table());
        tree.put("digest", summary.digest());
        tree.put("rows", summary.rows());
        tree.put("missingValues", summary.missing().words());
        tree.put("columns", summary.columns().stream().map(SummaryJson::column).toList());
        return JsonTree.write(tree);
    }

    private static Map<String, Object> column(ColumnSummary column) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", column.name());
        tree.put("rows", column.rows());
        tree.put("missing", column.missing());
        tree.put("distinct", column.distinct());
        tree.put("distinctExact", column.distinctExact());
        var kinds = new LinkedHashMap<String, Object>();
        column.kinds().forEach((kind, count) -> kinds.put(id(kind), count));
        tree.put("kinds", kinds);
        var meanings = new LinkedHashMap<String, Object>();
        column.meanings().forEach((meaning, count) -> meanings.put(meaning.id(), count));
        tree.put("meanings", meanings);
        tree.put("suspicious", column.suspicious());
        column.lengths().ifPresent(lengths -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("minimum", lengths.minimum());
            map.put("maximum", lengths.maximum());
            map.put("mean", Plain.decimal(lengths.mean()));
            tree.put("lengths", map);
        });
        tree.put("values", counts(column.values()));
        tree.put("valuesComplete", column.valuesComplete());
        tree.put("masks", counts(column.masks()));
        column.numbers().ifPresent(numbers -> tree.put("numbers", distribution(numbers)));
        column.days().ifPresent(days -> tree.put("days", distribution(days)));
        return tree;
    }

    private static String id(ValueKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Texts as names of an object; the most frequent first. */
    private static Map<String, Object> counts(List<FrequentValue> values) {
        var map = new LinkedHashMap<String, Object>();
        values.forEach(value -> map.put(value.value(), value.count()));
        return map;
    }

    private static Map<String, Object> distribution(Distribution distribution) {
        var map = new LinkedHashMap<String, Object>();
        map.put("count", distribution.count());
        map.put("mean", Plain.decimal(distribution.mean()));
        distribution.standardDeviation().ifPresent(sd -> map.put("standardDeviation", Plain.decimal(sd)));
        map.put("rankError", Plain.decimal(distribution.rankError()));
        map.put(
                "quantiles",
                distribution.quantiles().stream().map(Plain::decimal).toList());
        return map;
    }

    // ---- reading ----

    static TableSummary read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw InvalidInputException.of(
                    QualityError.NOT_JSON,
                    "summary",
                    e.getOriginalMessage(),
                    place == null ? 1 : place.getLineNr(),
                    place == null ? 1 : place.getColumnNr());
        }
        var table = new Stored(root, "");
        table.require(root.path("schemaVersion").asInt() == QualityJson.SCHEMA_VERSION, "schemaVersion is not 1");
        table.require(KIND.equals(root.path("kind").asText()), "kind is not " + KIND);
        var list = root.path("columns");
        table.require(list.isArray() && list.size() <= MAXIMUM_COLUMNS, "columns is not a list");
        var columns = new ArrayList<ColumnSummary>();
        for (int i = 0; i < list.size(); i++) columns.add(column(new Stored(list.get(i), "columns[" + i + "].")));
        var words = new ArrayList<String>();
        root.path("missingValues").forEach(word -> words.add(word.asText()));
        return new TableSummary(
                table.text("table"), table.text("digest"), table.count("rows"), new MissingValues(words), columns);
    }

    private static ColumnSummary column(Stored column) {
        var kinds = new EnumMap<ValueKind, Long>(ValueKind.class);
        for (var kind : ValueKind.values()) {
            if (column.at("kinds").has(id(kind)))
                kinds.put(kind, column.at("kinds").count(id(kind)));
        }
        var meanings = new EnumMap<SemanticType, Long>(SemanticType.class);
        for (var meaning : SemanticType.values()) {
            if (column.at("meanings").has(meaning.id()))
                meanings.put(meaning, column.at("meanings").count(meaning.id()));
        }
        var lengths = column.at("lengths");
        long rows = column.count("rows");
        long missing = column.count("missing");
        column.require(missing <= rows, "missing is above rows");
        return new ColumnSummary(
                column.text("name"),
                rows,
                missing,
                column.count("distinct"),
                column.flag("distinctExact"),
                kinds,
                meanings,
                column.count("suspicious"),
                column.has("lengths")
                        ? Optional.of(new Lengths(
                                (int) lengths.count("minimum"), (int) lengths.count("maximum"), lengths.number("mean")))
                        : Optional.empty(),
                column.at("values").counts(),
                column.flag("valuesComplete"),
                column.at("masks").counts(),
                column.has("numbers") ? Optional.of(distribution(column.at("numbers"))) : Optional.empty(),
                column.has("days") ? Optional.of(distribution(column.at("days"))) : Optional.empty());
    }

    private static Distribution distribution(Stored stored) {
        var quantiles = new ArrayList<Double>();
        stored.node.path("quantiles").forEach(q -> quantiles.add(q.doubleValue()));
        try {
            return new Distribution(
                    stored.count("count"),
                    stored.number("mean"),
                    stored.has("standardDeviation")
                            ? OptionalDouble.of(stored.number("standardDeviation"))
                            : OptionalDouble.empty(),
                    quantiles,
                    stored.number("rankError"));
        } catch (InvalidInputException e) {
            throw e.at(stored.path.isEmpty() ? "summary" : stored.path.substring(0, stored.path.length() - 1));
        }
    }

    /** An object of the file; what is not as it was written ends the reading. */
    private static final class Stored {

        private final JsonNode node;
        private final String path;

        Stored(JsonNode node, String path) {
            this.node = node;
            this.path = path;
        }

        void require(boolean holds, String otherwise) {
            if (!holds) throw InvalidInputException.of(QualityError.STATE_INVALID, "summary", path + otherwise);
        }

        boolean has(String field) {
            return node.has(field);
        }

        Stored at(String field) {
            return new Stored(node.path(field), path + field + ".");
        }

        String text(String field) {
            require(node.path(field).isTextual(), field + " is not a text");
            return node.path(field).textValue();
        }

        boolean flag(String field) {
            require(node.path(field).isBoolean(), field + " is not true or false");
            return node.path(field).booleanValue();
        }

        long count(String field) {
            var value = node.path(field);
            require(
                    value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0,
                    field + " is not a whole number from 0 on");
            return value.longValue();
        }

        double number(String field) {
            var value = node.path(field);
            require(value.isNumber() && Math.abs(value.doubleValue()) <= Double.MAX_VALUE, field + " is not a number");
            return value.doubleValue();
        }

        List<FrequentValue> counts() {
            require(node.isObject(), "is not an object of counts");
            var counts = new ArrayList<FrequentValue>();
            for (var entry : node.properties()) counts.add(new FrequentValue(entry.getKey(), count(entry.getKey())));
            return counts;
        }
    }
}
