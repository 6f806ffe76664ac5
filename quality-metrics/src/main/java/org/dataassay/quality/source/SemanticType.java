package org.dataassay.quality.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * What a text stands for, told from the text alone: its form, and where there is one its check digit, date and code list.
 *
 * <p>A text that is accepted <em>could</em> be such a number; whether it was ever issued cannot be told from it. Surrounding blanks are not forgiven, and a text is
 * judged byte by byte, without making a String of it.
 *
 * @see <a href="https://openstd.samr.gov.cn/">GB 11643-1999 公民身份号码, clause 4; GB 32100-2015 法人和其他组织统一社会信用代码编码规则, clause 4</a>
 */
public enum SemanticType {
    /** A resident's number of 18 characters: province, a day of birth that exists, check character by ISO 7064 mod 11-2 (GB 11643-1999). */
    RESIDENT_ID_CN("resident-id-cn", ResidentId::accepts),
    /** A unified social credit code: 18 characters of the alphabet of 31, check character mod 31 (GB 32100-2015). */
    CREDIT_CODE_CN("credit-code-cn", CreditCode::accepts),
    /** A Chinese mobile number: 11 digits that begin with 13 to 19. */
    MOBILE_CN("mobile-cn", PhoneNumber::isChineseMobile),
    /** An international telephone number as ITU-T E.164 writes it: {@code +} and 7 to 15 digits, the first not 0. */
    PHONE_E164("phone-e164", PhoneNumber::isInternational),
    /** A mail address in ASCII: dot-atom of at most 64 characters, {@code @}, a domain of at least two labels (the subset of RFC 5321 without quotes and address literals). */
    EMAIL("email", EmailAddress::accepts),
    /** A card number: 13 to 19 digits with a valid last one by Luhn's formula (ISO/IEC 7812-1, annex B). */
    BANK_CARD("bank-card", BankCard::accepts),
    /** A day that exists, as {@code yyyy-MM-dd} (ISO 8601). */
    ISO_DATE("iso-date", cell -> cell.kind() == ValueKind.DATE),
    /** An {@code http}, {@code https} or {@code ftp} address with a host name or IP address, of at most 2048 characters without blanks (RFC 3986, without user names). */
    URL("url", WebAddress::accepts),
    /** Four decimal numbers up to 255 without leading zeros. */
    IPV4("ipv4", IpAddress::isVersion4),
    /** Eight groups of up to four hexadecimal digits, one run of zeros as {@code ::}, the last 32 bits also as IPv4 (RFC 4291, section 2.2; without zone). */
    IPV6("ipv6", IpAddress::isVersion6),
    /** 8-4-4-4-12 hexadecimal digits of any version (RFC 9562, section 4). */
    UUID("uuid", Uuid::accepts),
    /** A plate of the Chinese mainland, of five places or six for new energy (GA 36-2018); without separator. */
    LICENCE_PLATE_CN("licence-plate-cn", LicencePlate::accepts),
    /** Six digits. Never inferred: any number of six digits looks like one. */
    POSTCODE_CN("postcode-cn", cell -> cell.length() == 6 && Digits.all(cell, 0, 6));

    private final String id;
    private final Predicate<Utf8> test;
    private final Optional<SemanticType> self = Optional.of(this);

    SemanticType(String id, Predicate<Utf8> test) {
        this.id = id;
        this.test = test;
    }

    /** The stable name in files. */
    public String id() {
        return id;
    }

    /** Whether the text can be such a value. */
    public boolean accepts(Utf8 text) {
        return test.test(text);
    }

    /**
     * What the text stands for; empty for most. Costs a look at length and first bytes where nothing fits, so it may be asked of every different value of a column.
     * A text that could be two things is the one that a random text is less likely to be: a resident's number before a card number.
     */
    public static Optional<SemanticType> of(Utf8 text) {
        int length = text.length();
        if (length < 2 || length > WebAddress.LONGEST) return Optional.empty();
        int first = text.byteAt(0);
        if (first < 0) return LICENCE_PLATE_CN.ifAccepted(text);
        if (first == '+') return PHONE_E164.ifAccepted(text);
        if (Digits.is(first)) {
            if (length == 10) {
                var date = ISO_DATE.ifAccepted(text);
                if (date.isPresent()) return date;
            }
            if (length == 11) {
                var mobile = MOBILE_CN.ifAccepted(text);
                if (mobile.isPresent()) return mobile;
            }
            if (length == 18) {
                var resident = RESIDENT_ID_CN.ifAccepted(text);
                if (resident.isPresent()) return resident;
            }
            if (length >= 13 && length <= 19) {
                var card = BANK_CARD.ifAccepted(text);
                if (card.isPresent()) return card;
            }
        }
        if (length == 18) {
            var code = CREDIT_CODE_CN.ifAccepted(text);
            if (code.isPresent()) return code;
        }
        if (length == 36 && text.byteAt(8) == '-') return UUID.ifAccepted(text);
        return byPunctuation(text, length);
    }

    /** What is told apart by its first dot, colon or at sign. */
    private static Optional<SemanticType> byPunctuation(Utf8 text, int length) {
        for (int i = 0; i < length && i <= EmailAddress.LONGEST_LOCAL; i++) {
            switch (text.byteAt(i)) {
                case '@' -> {
                    return EMAIL.ifAccepted(text);
                }
                case ':' -> {
                    return i + 2 < length && text.byteAt(i + 1) == '/' ? URL.ifAccepted(text) : IPV6.ifAccepted(text);
                }
                case '.' -> {
                    if (length <= 15 && IPV4.accepts(text)) return IPV4.self;
                }
                case ' ' -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private Optional<SemanticType> ifAccepted(Utf8 text) {
        return accepts(text) ? self : Optional.empty();
    }

    public static Optional<SemanticType> ofId(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /** All ids, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(SemanticType::id).collect(Collectors.joining(", "));
    }

    /**
     * The type with this id.
     *
     * @throws InvalidInputException naming all of them
     */
    public static SemanticType parse(String field, String id) {
        return ofId(id).orElseThrow(() -> InvalidInputException.of(
                ValuationError.OUT_OF_RANGE, field, "one of " + ids(), "'" + id + "'", "Correct the name."));
    }

    @Override
    public String toString() {
        return id;
    }
}
