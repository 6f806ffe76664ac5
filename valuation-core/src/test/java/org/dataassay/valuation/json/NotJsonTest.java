package org.dataassay.valuation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`` ~ doc is not JSON: line 1, column 1: it is empty. Give a JSON object: { … }.",
                "{ ~ doc is not JSON: line 1, column 2: the text ends too early. Close what was opened: a quote, a bracket or a brace.",
                "{\"a\": NaN} ~ doc is not JSON: line 1, column 7: unexpected 'NaN}'. Numbers must be finite; leave the field out where there is none.",
                "{\"a\": -Infinity} ~ doc is not JSON: line 1, column 7: unexpected '-Infinit'. Numbers must be finite; leave the field out where there is none.",
                "{'a': 1} ~ doc is not JSON: line 1, column 2: unexpected ''a':'. Texts stand in double quotes.",
                "{\"a\": 1,} ~ doc is not JSON: line 1, column 9: unexpected '}'. Remove the comma before it, or add what is missing.",
                "{\"a\": 1 \"b\": 2} ~ doc is not JSON: line 1, column 9: unexpected '\"b\":'. Put a comma between two fields.",
                "{\"a\": 01} ~ doc is not JSON: line 1, column 8: unexpected '1}'. Check the text before it.",
                "{\"a\": secretsecretsecret} ~ doc is not JSON: line 1, column 7: unexpected 'secretse'. Check the text before it.",
                "// c ~ doc is not JSON: line 1, column 1: unexpected '//'. JSON has no comments.",
                "{} {} ~ doc is not JSON: line 1, column 4: something follows the end of the document. Give one JSON value.",
            })
    void what_was_found_and_where(String text, String message) {
        assertThatThrownBy(() -> AssayJson.parse("doc", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(message);
    }

    @Test
    void lines_are_counted() {
        assertThatThrownBy(() -> AssayJson.parse("doc", "{\n  \"a\": 1,\r\n  \"b\": oops\n}"))
                .hasMessageStartingWith("doc is not JSON: line 3, column 8: unexpected 'oops'.");
    }

    @Test
    void a_field_named_twice_is_refused() {
        assertThatThrownBy(() -> AssayJson.parse("doc", "{\"a\": {\"b\": 1,\n\"b\": 2}}"))
                .hasMessage("a.b is used twice: a second one stands in line 2. Remove one of the two.");
    }

    @Test
    void limits_hold() {
        assertThatThrownBy(() -> AssayJson.parse("doc", "[".repeat(65) + "]".repeat(65)))
                .hasMessage("doc is larger than 64 levels allowed: deeper. Flatten it.");
        assertThat(AssayJson.parse("doc", "[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThatThrownBy(() -> AssayJson.parse("doc", "[" + "1".repeat(101) + "]"))
                .hasMessage(
                        "doc is larger than 100 characters of a number allowed: longer. Round it; a double holds 17 digits.");
        assertThatThrownBy(() -> AssayJson.parse("doc", "[\"" + "a".repeat(1_000_001) + "\"]"))
                .hasMessage("doc is larger than 1000000 characters of one text allowed: longer. Shorten it.");
        assertThatThrownBy(() -> AssayJson.parse("doc", "{\"" + "a".repeat(1_001) + "\": 1}"))
                .hasMessage("doc is larger than 1000 characters of a field's name allowed: longer. Shorten it.");
        assertThatThrownBy(() -> AssayJson.parse("doc", " ".repeat(16_000_001)))
                .hasMessageStartingWith("doc is larger than 16000000 characters allowed: 16000001.");
        assertThatThrownBy(() -> AssayJson.parse("doc", "{\"a\": [1, 1e999999999]}"))
                .hasMessage(
                        "a[1] must be a number with an exponent of at most 400, but was 1e999999999. Check its exponent.");
        assertThatThrownBy(() -> AssayJson.parse("doc", "[1e-99999999999999999999]"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_long_value_is_not_echoed() {
        assertThatThrownBy(() -> AssayJson.read("doc", "{\"share\": \"" + "x".repeat(500) + "\"}", Samples.Inner.class))
                .hasMessage("share must be a finite number, but was the text \"" + "x".repeat(40)
                        + "…\". Write it as a number, without quotes: 0.05.");
    }
}
