package org.dataassay.valuation.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/** Text to tree, with limits, every number exact, and every refusal saying where. */
final class JsonTree {

    private static final int LONGEST_ECHO = 8;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxStringLength(Limits.TEXT)
                    .maxNumberLength(Limits.NUMBER)
                    .maxNameLength(Limits.FIELD_NAME)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String document;
    private final Limits limits;
    private final JsonParser parser;

    private JsonTree(String document, Limits limits, JsonParser parser) {
        this.document = document;
        this.limits = limits;
        this.parser = parser;
    }

    /**
     * The tree of a text.
     *
     * @param document what the text is called in messages, such as {@code request} or a file's name
     * @throws InvalidInputException where it is not JSON, names a field twice or is too large
     */
    static JsonNode parse(String document, String text, Limits limits) {
        if (text.length() > limits.characters())
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    document,
                    limits.characters() + " characters",
                    text.length(),
                    "Split it, or leave out what is not needed.");
        var body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (body.isBlank())
            throw InvalidInputException.of(
                    ValuationError.NOT_JSON, document, 1, 1, "it is empty", "Give a JSON object: { … }.");
        try (var parser = FACTORY.createParser(body)) {
            var tree = new JsonTree(document, limits, parser);
            parser.nextToken();
            var root = tree.value(Place.ROOT);
            if (parser.nextToken() != null)
                throw InvalidInputException.of(
                        ValuationError.NOT_JSON,
                        document,
                        parser.currentTokenLocation().getLineNr(),
                        parser.currentTokenLocation().getColumnNr(),
                        "something follows the end of the document",
                        "Give one JSON value.");
            return root;
        } catch (StreamConstraintsException e) {
            throw tooLarge(document, e);
        } catch (JsonProcessingException e) {
            throw notJson(document, body, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 bytes as text. The stream is read to its end or to the limit and not closed. */
    static String text(String document, InputStream in, Limits limits) {
        byte[] bytes;
        try {
            // A character takes at most four bytes, and hardly any document has only such.
            int most = limits.characters() / 2 * 3;
            bytes = in.readNBytes(most);
            if (bytes.length == most)
                throw InvalidInputException.of(
                        ValuationError.TOO_LARGE,
                        document,
                        limits.characters() + " characters",
                        "at least " + most + " bytes",
                        "Split it, or leave out what is not needed.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw InvalidInputException.of(
                    ValuationError.UNREADABLE, document, "it is not UTF-8", "Save it with the encoding UTF-8.");
        }
    }

    private JsonNode value(Place at) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> new TextNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(at);
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            default -> NullNode.instance;
        };
    }

    private ObjectNode object(Place at) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (object.has(name))
                throw InvalidInputException.of(
                        ValuationError.DUPLICATE,
                        within(at.field(name)),
                        "a second one stands in line "
                                + parser.currentTokenLocation().getLineNr(),
                        "Remove one of the two.");
            parser.nextToken();
            object.set(name, value(at.field(name)));
        }
        return object;
    }

    private ArrayNode array(Place at) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (array.size() >= limits.elements())
                throw InvalidInputException.of(
                        ValuationError.TOO_LARGE,
                        within(at),
                        limits.elements() + " elements",
                        "more",
                        "Split it, or leave out what is not needed.");
            array.add(value(at.element(array.size())));
        }
        return array;
    }

    /** The number as written. Powers beyond any quantity would cost memory when written out, so they are refused here. */
    private JsonNode number(Place at) throws IOException {
        var text = parser.getText();
        if (hasPlausibleExponent(text)) return new DecimalNode(new BigDecimal(text));
        throw InvalidInputException.of(
                ValuationError.OUT_OF_RANGE,
                within(at),
                "a number with an exponent of at most " + Limits.EXPONENT,
                Reading.echo(text),
                "Check its exponent.");
    }

    private static boolean hasPlausibleExponent(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (e < 0) return true;
        var digits = number.substring(e + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() <= 3 && (digits.isEmpty() || Integer.parseInt(digits) <= Limits.EXPONENT);
    }

    private String within(Place at) {
        var path = at.toString();
        return path.isEmpty() ? document : path;
    }

    private static InvalidInputException tooLarge(String document, StreamConstraintsException e) {
        var message = String.valueOf(e.getOriginalMessage());
        if (message.contains("depth"))
            return InvalidInputException.of(
                    ValuationError.TOO_LARGE, document, Limits.DEPTH + " levels", "deeper", "Flatten it.");
        if (message.contains("Number"))
            return InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    document,
                    Limits.NUMBER + " characters of a number",
                    "longer",
                    "Round it; a double holds 17 digits.");
        if (message.contains("Name"))
            return InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    document,
                    Limits.FIELD_NAME + " characters of a field's name",
                    "longer",
                    "Shorten it.");
        return InvalidInputException.of(
                ValuationError.TOO_LARGE, document, Limits.TEXT + " characters of one text", "longer", "Shorten it.");
    }

    private static InvalidInputException notJson(String document, String text, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        int line = location == null ? 1 : location.getLineNr();
        int column = location == null ? 1 : location.getColumnNr();
        int offset = offset(text, line, column);
        // Of a word that is no value, Jackson names the end.
        if (String.valueOf(e.getOriginalMessage()).contains("token '")) {
            while (offset > 0 && isWord(text.charAt(offset - 1))) {
                offset--;
                column--;
            }
        }
        if (text.substring(offset).isBlank())
            return InvalidInputException.of(
                    ValuationError.NOT_JSON,
                    document,
                    line,
                    column,
                    "the text ends too early",
                    "Close what was opened: a quote, a bracket or a brace.");
        return InvalidInputException.of(
                ValuationError.NOT_JSON,
                document,
                line,
                column,
                "unexpected " + found(text, offset),
                hint(text, offset));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '+';
    }

    /** Where a line and column, both counted from 1, stand in the text. */
    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int l = 1; l < line; l++) {
            int next = start;
            while (next < text.length() && text.charAt(next) != '\n' && text.charAt(next) != '\r') next++;
            if (next + 1 < text.length() && text.charAt(next) == '\r' && text.charAt(next + 1) == '\n') next++;
            start = Math.min(next + 1, text.length());
        }
        return Math.min(Math.max(start + column - 1, 0), text.length());
    }

    private static String found(String text, int offset) {
        int end = offset;
        while (end < text.length() && end - offset < LONGEST_ECHO && !Character.isWhitespace(text.charAt(end))) end++;
        return "'" + Reading.echo(text.substring(offset, Math.max(end, Math.min(offset + 1, text.length())))) + "'";
    }

    private static String hint(String text, int offset) {
        var rest = text.substring(offset, Math.min(text.length(), offset + LONGEST_ECHO + 1));
        if (rest.startsWith("NaN") || rest.startsWith("Infinity") || rest.startsWith("-Inf"))
            return "Numbers must be finite; leave the field out where there is none.";
        if (rest.startsWith("'")) return "Texts stand in double quotes.";
        if (rest.startsWith("//") || rest.startsWith("/*") || rest.startsWith("#")) return "JSON has no comments.";
        if (rest.startsWith("}") || rest.startsWith("]")) return "Remove the comma before it, or add what is missing.";
        if (rest.startsWith("\"")) return "Put a comma between two fields.";
        return "Check the text before it.";
    }
}
