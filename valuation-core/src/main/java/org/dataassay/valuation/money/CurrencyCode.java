package org.dataassay.valuation.money;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * The code of a currency that people pay with: ISO 4217, list one, as of 2026-01-01.
 *
 * <p>Refused are codes that are unknown, lower case or withdrawn (HRK, BGN), funds and units of account (CHE, CLF, USN, XDR), metals (XAU), and the codes for tests
 * and for no currency (XTS, XXX). The list is part of this library, so that the same request gives the same answer on every Java version; a currency withdrawn
 * later stays in it, because stored valuations must replay.
 *
 * @param code three capital letters, such as {@code CNY}
 * @see <a href="https://www.iso.org/iso-4217-currency-codes.html">ISO 4217:2015, Codes for the representation of currencies, list one</a>
 */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {

    private static final String TWO_DECIMALS =
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
                    + "CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
                    + "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT "
                    + "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB "
                    + "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH "
                    + "USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG";

    private static final String NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

    private static final String THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";

    private static final Map<String, Integer> MINOR_UNITS = minorUnitsByCode();

    private static final Map<String, String> SUCCESSORS = Map.ofEntries(
            Map.entry("ANG", "XCG"),
            Map.entry("ATS", "EUR"),
            Map.entry("BEF", "EUR"),
            Map.entry("BGN", "EUR"),
            Map.entry("CUC", "CUP"),
            Map.entry("CYP", "EUR"),
            Map.entry("DEM", "EUR"),
            Map.entry("EEK", "EUR"),
            Map.entry("ESP", "EUR"),
            Map.entry("FIM", "EUR"),
            Map.entry("FRF", "EUR"),
            Map.entry("GRD", "EUR"),
            Map.entry("HRK", "EUR"),
            Map.entry("IEP", "EUR"),
            Map.entry("ITL", "EUR"),
            Map.entry("LTL", "EUR"),
            Map.entry("LUF", "EUR"),
            Map.entry("LVL", "EUR"),
            Map.entry("MTL", "EUR"),
            Map.entry("NLG", "EUR"),
            Map.entry("PTE", "EUR"),
            Map.entry("RMB", "CNY"),
            Map.entry("CNH", "CNY"),
            Map.entry("SIT", "EUR"),
            Map.entry("SKK", "EUR"),
            Map.entry("SLL", "SLE"),
            Map.entry("ZWL", "ZWG"));

    public CurrencyCode {
        if (!MINOR_UNITS.containsKey(code)) {
            throw InvalidInputException.of(ValuationError.UNKNOWN, "currency", "\"" + shown(code) + "\"", remedy(code));
        }
    }

    public static CurrencyCode of(String code) {
        return new CurrencyCode(code);
    }

    /** Every code that is accepted. */
    public static SortedSet<String> all() {
        return new TreeSet<>(MINOR_UNITS.keySet());
    }

    /** Decimals of the smallest coin or unit: 2 for CNY, 0 for JPY, 3 for KWD. */
    public int minorUnits() {
        return MINOR_UNITS.getOrDefault(code, 2);
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }

    private static String remedy(String code) {
        var upper = code.strip().toUpperCase(java.util.Locale.ROOT);
        if (MINOR_UNITS.containsKey(upper)) return "Did you mean " + upper + "?";
        var successor = SUCCESSORS.get(upper);
        if (successor != null) return "Did you mean " + successor + "?";
        return "Give the ISO 4217 code of a currency in use, such as CNY; funds, metals and test codes are not accepted.";
    }

    private static String shown(String code) {
        return code.length() <= 12 ? code : code.substring(0, 12) + "…";
    }

    private static Map<String, Integer> minorUnitsByCode() {
        var units = new TreeMap<String, Integer>();
        for (var code : TWO_DECIMALS.split(" ", -1)) units.put(code, 2);
        for (var code : NO_DECIMALS.split(" ", -1)) units.put(code, 0);
        for (var code : THREE_DECIMALS.split(" ", -1)) units.put(code, 3);
        return units;
    }
}
