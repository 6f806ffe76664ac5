package org.dataassay.quality.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SemanticTypeTest {

    private static boolean accepts(SemanticType type, String text) {
        return type.accepts(Utf8.of(text));
    }

    // ---- resident's numbers ----

    @Test
    void the_examples_of_the_standard_of_residents_numbers_are_accepted() {
        // GB 11643-1999, annex A: both numbers are worked there
        assertThat(accepts(SemanticType.RESIDENT_ID_CN, "11010519491231002X")).isTrue();
        assertThat(accepts(SemanticType.RESIDENT_ID_CN, "440524188001010014")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002x, small letter",
        "1101051949123100, 16 characters",
        "11010519491231002X0, 19 characters",
        "16010519491231002X, no such province",
        "110105194913310021, month 13",
        "110105194902300027, 30 February",
        "11010519491231-02X, a hyphen",
        "' 11010519491231002', a blank"
    })
    void what_breaks_a_rule_of_residents_numbers_is_refused(String text, String why) {
        assertThat(accepts(SemanticType.RESIDENT_ID_CN, text)).as(why).isFalse();
    }

    @Test
    void every_wrong_character_and_every_exchange_of_neighbors_is_found_by_mod_11_2() {
        // 11 is prime and 2 generates its multiplicative group, so neighboring weights differ and none is 0
        var random = new SplittableRandom(1);
        var alphabet = "0123456789X";
        for (int round = 0; round < 300; round++) {
            var digits = new StringBuilder();
            for (int i = 0; i < 17; i++) digits.append(random.nextInt(10));
            var valid = alphabet.chars()
                    .mapToObj(c -> digits.toString() + (char) c)
                    .filter(text -> ResidentId.hasValidCheck(Utf8.of(text)))
                    .toList();
            assertThat(valid).hasSize(1);
            var text = valid.get(0);
            assertThat(iso7064(text)).isEqualTo(1);
            for (int i = 0; i < 18; i++) {
                for (char c : (i < 17 ? "0123456789" : alphabet).toCharArray()) {
                    var other = text.substring(0, i) + c + text.substring(i + 1);
                    assertThat(ResidentId.hasValidCheck(Utf8.of(other))).isEqualTo(c == text.charAt(i));
                }
                if (i < 16 && text.charAt(i) != text.charAt(i + 1)) {
                    var other = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
                    assertThat(ResidentId.hasValidCheck(Utf8.of(other))).isFalse();
                }
            }
        }
    }

    /** ISO 7064 by Horner's rule instead of weights: a valid number is 1 mod 11. */
    private static int iso7064(String text) {
        int product = 0;
        for (char c : text.toCharArray()) product = (product * 2 + (c == 'X' ? 10 : c - '0')) % 11;
        return product;
    }

    // ---- credit codes ----

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, GB 32100-2015 annex B",
        "91440300708461136T, Tencent",
        "914403001922038216, Huawei",
        "91110000802100433B, Baidu",
        "91330100799655058B, Alibaba (China)"
    })
    void published_credit_codes_are_accepted(String code, String whose) {
        assertThat(accepts(SemanticType.CREDIT_CODE_CN, code)).as(whose).isTrue();
        assertThat(accepts(SemanticType.RESIDENT_ID_CN, code)).as(whose).isFalse();
    }

    @Test
    void every_wrong_character_of_a_credit_code_is_found_and_every_exchange_of_neighbors() {
        // 31 is prime and 3 generates its multiplicative group
        var random = new SplittableRandom(2);
        var alphabet = CreditCode.ALPHABET;
        for (int round = 0; round < 100; round++) {
            var body = new StringBuilder();
            for (int i = 0; i < 17; i++)
                body.append(alphabet.charAt(random.nextInt(i >= 2 && i < 8 ? 10 : alphabet.length())));
            var valid = alphabet.chars()
                    .mapToObj(c -> body.toString() + (char) c)
                    .filter(text -> accepts(SemanticType.CREDIT_CODE_CN, text))
                    .toList();
            assertThat(valid).hasSize(1);
            var text = valid.get(0);
            for (int i = 0; i < 18; i++) {
                for (char c : alphabet.toCharArray()) {
                    var other = text.substring(0, i) + c + text.substring(i + 1);
                    assertThat(accepts(SemanticType.CREDIT_CODE_CN, other)).isEqualTo(c == text.charAt(i));
                }
                if (i < 17 && text.charAt(i) != text.charAt(i + 1)) {
                    var other = text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
                    assertThat(accepts(SemanticType.CREDIT_CODE_CN, other)).isFalse();
                }
            }
        }
        for (char c : "IOSVZ".toCharArray())
            assertThat(accepts(SemanticType.CREDIT_CODE_CN, c + "1350100M000100Y43"))
                    .isFalse();
    }

    // ---- the others ----

    @ParameterizedTest
    @CsvSource({
        "4111111111111111", // Visa's published test number
        "5555555555554444", // Mastercard's
        "378282246310005", // American Express's
        "6200000000000005" // UnionPay's
    })
    void published_test_cards_are_accepted_and_every_wrong_digit_is_found(String card) {
        assertThat(accepts(SemanticType.BANK_CARD, card)).isTrue();
        for (int i = 1; i < card.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                var other = card.substring(0, i) + c + card.substring(i + 1);
                assertThat(accepts(SemanticType.BANK_CARD, other)).isEqualTo(c == card.charAt(i));
            }
        }
    }

    @Test
    void luhn_misses_only_the_exchange_of_0_and_9() {
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < 10; b++) {
                if (a == b) continue;
                for (char check = '0'; check <= '9'; check++) {
                    var text = "41111111111" + a + b + check;
                    var exchanged = "41111111111" + b + a + check;
                    boolean missed =
                            BankCard.hasValidCheck(Utf8.of(text)) && BankCard.hasValidCheck(Utf8.of(exchanged));
                    if (missed) assertThat(a + b == 9 && a * b == 0).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | user@example.com | first.last+tag@mail.example | o'hara@a-b.co.uk | x@1.cn",
                "url | http://example.com | https://example.com:8080/a?b=%20#c | ftp://192.0.2.1/x | http://[2001:db8::1]:80/",
                "ipv4 | 0.0.0.0 | 255.255.255.255 | 192.0.2.1 | 8.8.8.8",
                "ipv6 | :: | ::1 | 2001:db8::8:800:200c:417a | ::ffff:129.144.52.38",
                "uuid | f81d4fae-7dec-11d0-a765-00a0c91e6bf6 | 00000000-0000-0000-0000-000000000000 | F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6 | ffffffff-ffff-ffff-ffff-ffffffffffff",
                "mobile-cn | 13912345678 | 19900000000 | 13800138000 | 17712345678",
                "phone-e164 | +8613912345678 | +12125551234 | +442079460958 | +4930901820",
                "iso-date | 2024-02-29 | 1900-01-01 | 0001-01-01 | 9999-12-31",
                "licence-plate-cn | 京A12345 | 粤B8888学 | 沪AD12345 | 川A12345D",
                "postcode-cn | 100000 | 518057 | 000000 | 999077"
            })
    void what_fits_is_accepted_and_inferred(String id, String a, String b, String c, String d) {
        var type = SemanticType.ofId(id).orElseThrow();
        for (var text : List.of(a, b, c, d)) {
            assertThat(type.accepts(Utf8.of(text))).as(text).isTrue();
            if (type != SemanticType.POSTCODE_CN)
                assertThat(SemanticType.of(Utf8.of(text))).as(text).contains(type);
            assertThat(accepts(type, text + " ")).isFalse();
            assertThat(accepts(type, " " + text)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | a@a | a@@example.com | .a@example.com | a..b@example.com | a@example.c | a@-example.com | @example.com | 'a b@example.com' | a@example.com.",
                "url | example.com | http:// | http://a b.com | http://example.com/%zz | mailto:a@example.com | http://example.com:99999 | javascript://x.com | http://user@example.com | http://.com",
                "ipv4 | 256.1.1.1 | 1.1.1 | 01.1.1.1 | 1.1.1.1.1 | 1..1.1 | a.1.1.1 | 1.1.1.1a | 1.1.1. | 1234.1.1.1",
                "ipv6 | : | ::: | 1::2::3 | 1:2:3:4:5:6:7 | 1:2:3:4:5:6:7:8:9 | 12345::1 | 1:2:3:4:5:6:7: | ::1.2.3 | fe80::1%eth0",
                "uuid | f81d4fae7dec11d0a76500a0c91e6bf6 | f81d4fae-7dec-11d0-a765-00a0c91e6bf | f81d4fae-7dec-11d0-a765-00a0c91e6bfg | f81d4fae-7dec-11d0-a76500a0c91e6bf6a | x | {f81d4fae-7dec-11d0-a765-00a0c91e6bf6} | - | -- | 0",
                "mobile-cn | 12345678901 | 1391234567 | 139123456789 | +8613912345678 | 139-1234-5678 | 1391234567a | 23912345678 | 0 | 11111111111",
                "phone-e164 | 8613912345678 | +0123456789 | +123456 | +1234567890123456 | + | +12a4567 | ++1234567 | +1 2345678 | 0",
                "iso-date | 2023-02-29 | 2024-13-01 | 24-01-01 | 2024-1-1 | 2024/01/01 | 20240101 | 2024-01-01T00:00 | 2024-00-10 | 2024-01-32",
                "bank-card | 4111111111111112 | 411111111111 | 0111111111111111 | 4111-1111-1111-1111 | 41111111111111111111 | a | 4 | 411111111111111a | 6200000000000006",
                "licence-plate-cn | A12345 | 京A1234 | 京I12345 | 京A1234O | 京京12345 | 京A123456 | 京A1234京 | 京AX12345 | 东A12345",
                "postcode-cn | 10000 | 1000000 | 10000a | 一二 | 100-00 | 1e5000 | +10000 | 1.0000 | a"
            })
    void what_does_not_fit_is_refused(
            String id, String a, String b, String c, String d, String e, String f, String g, String h, String i) {
        var type = SemanticType.ofId(id).orElseThrow();
        for (var text : List.of(a, b, c, d, e, f, g, h, i))
            assertThat(accepts(type, text)).as(text).isFalse();
    }

    @Test
    void what_is_inferred_is_accepted_and_arbitrary_bytes_do_no_harm() {
        var random = new SplittableRandom(3);
        var alphabet = "0123456789abcdefXYZ@.:-+/[]% 京沪学";
        for (int round = 0; round < 200_000; round++) {
            var text = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            var cell = Utf8.of(text.toString());
            SemanticType.of(cell)
                    .ifPresent(type -> assertThat(type.accepts(cell)).isTrue());
            for (var type : SemanticType.values()) type.accepts(cell);
        }
    }

    @Test
    void ipv6_agrees_with_the_platform() throws java.net.UnknownHostException {
        var random = new SplittableRandom(4);
        var alphabet = "01fA:::.";
        for (int round = 0; round < 100_000; round++) {
            var text = new StringBuilder();
            int length = 2 + random.nextInt(22);
            for (int i = 0; i < length; i++) text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            boolean known;
            try { // a literal in brackets is never looked up
                known = java.net.InetAddress.getByName("[" + text + "]") != null;
            } catch (java.net.UnknownHostException e) {
                known = false;
            }
            // the platform forgives leading zeros: 00001 as a group, 01 as a byte
            boolean forgiven = text.toString().matches(".*(^|[:.])0[0-9]+\\..*|.*\\.0[0-9].*|.*[0-9a-fA-F]{5}.*");
            if (!forgiven)
                assertThat(accepts(SemanticType.IPV6, text.toString()))
                        .as(text.toString())
                        .isEqualTo(known);
        }
    }

    @ParameterizedTest
    @EnumSource(SemanticType.class)
    void each_has_an_id_under_which_it_is_found(SemanticType type) {
        assertThat(SemanticType.ofId(type.id())).contains(type);
        assertThat(type.id()).matches("[a-z0-9-]+");
        assertThat(SemanticType.of(Utf8.of(""))).isEmpty();
        assertThat(type.accepts(Utf8.of(""))).isFalse();
    }

    @Test
    void an_unknown_id_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> SemanticType.parse("type", "mail"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("type must be one of " + SemanticType.ids() + ", but was 'mail'. Correct the name.");
    }

    @Test
    void suspicious_values_are_found_whatever_their_case_and_blanks() {
        var matcher = SuspiciousValues.standard().matcher();
        for (var text : List.of(
                "13800000000",
                "a@a",
                "2099-12-31",
                "1900-01-01",
                "test",
                " TEST ",
                "测试",
                "111111",
                "2099-12-31 00:00:00",
                "1900-01-01T08:00"))
            assertThat(matcher.isSuspicious(Utf8.of(text))).as(text).isTrue();
        for (var text : List.of("13812345678", "a@ab.cn", "2024-12-31", "protest", "11111", "1111112", "", "王伟"))
            assertThat(matcher.isSuspicious(Utf8.of(text))).as(text).isFalse();
    }
}
