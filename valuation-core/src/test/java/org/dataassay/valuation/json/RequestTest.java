package org.dataassay.valuation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Source;
import org.dataassay.valuation.time.Rate;
import org.dataassay.valuation.time.Timing;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final AssayJson JSON = SampleMethod.json();

    private static final String CONTEXT = """
            "context": {"valuationDate": "2025-12-31", "currency": "CNY", "basisOfValue": "market-value", "seed": 20251231}""";

    private static final String FACTS = """
            {"royaltyRate": 0.05, "revenue": [1000000, "1200000.50", "CNY 1400000"], "discountRate": 0.12}""";

    static String request(String facts) {
        return request(facts, "");
    }

    private static String request(String facts, String more) {
        return "{\"method\": \"sample.royalty\", \"facts\": " + facts + ", " + more + CONTEXT + "}";
    }

    static List<String> messages(String request) {
        var thrown = catchThrowableOfType(InvalidInputException.class, () -> JSON.readRequest(request));
        assertThat(thrown).as("refused").isNotNull();
        return thrown.problems().stream().map(Problem::message).toList();
    }

    private static Samples.Facts facts(String facts) {
        return (Samples.Facts) JSON.readRequest(request(facts)).facts();
    }

    @Test
    void bare_amounts_are_in_the_currency_of_the_context() {
        assertThat(facts(FACTS).revenue().values())
                .containsExactly(Money.of("1000000", "CNY"), Money.of("1200000.50", "CNY"), Money.of("1400000", "CNY"));
    }

    @Test
    void absent_options_are_the_standard_ones() {
        assertThat(JSON.readRequest(request(FACTS)).options()).isEqualTo(Samples.Options.STANDARD);
    }

    @Test
    void stated_options_replace_the_standard_ones_one_by_one() {
        var request = JSON.readRequest(
                request(FACTS, "\"options\": {\"timing\": \"end\", \"floor\": null, \"inner\": {\"note\": \"n\"}}, "));

        var options = (Samples.Options) request.options();
        assertThat(options.timing()).isEqualTo(Timing.END);
        assertThat(options.tab()).isTrue();
        assertThat(options.floor()).isEmpty();
        assertThat(options.inner().share()).isEqualTo(0.5);
        assertThat(options.inner().note()).contains("n");
    }

    @Test
    void a_request_reads_back_equal() {
        var request = JSON.readRequest(
                request(
                        FACTS,
                        "\"options\": {\"timing\": {\"stub\": {\"firstFraction\": 0.5, \"within\": \"end\"}}, \"floor\": null}, "));

        var again = JSON.readRequest(AssayJson.write(request));

        assertThat(again.facts()).isEqualTo(request.facts());
        assertThat(again.options()).isEqualTo(request.options());
        assertThat(again.context()).isEqualTo(request.context());
        assertThat(AssayJson.write(again)).isEqualTo(AssayJson.write(request));
    }

    @Test
    void bytes_are_read_as_utf_8() {
        var in = new java.io.ByteArrayInputStream(("\uFEFF" + request(FACTS)).getBytes(StandardCharsets.UTF_8));
        assertThat(JSON.readRequest(in).id()).hasToString("sample.royalty");
        assertThatThrownBy(() -> JSON.readRequest(new java.io.ByteArrayInputStream(new byte[] {'{', (byte) 0xff})))
                .hasMessage("request cannot be read: it is not UTF-8. Save it with the encoding UTF-8.");
    }

    @Test
    void inputs_carry_source_distribution_and_unit() {
        var facts = facts("""
                {"royaltyRate": {"value": 0.05, "unit": "share", "source": {"who": "IDC", "document": "Report", "page": "12", "date": "2025-06-30"},
                                 "distribution": {"triangular": {"low": 0.03, "mode": 0.05, "high": 0.08}}},
                 "revenue": {"values": [1, 2], "unit": "CNY", "source": "Budget 2026", "shock": {"normal": {"mean": 1, "standardDeviation": 0.1}}, "independent": true},
                 "discountRate": {"value": {"rate": 0.12, "tax": "pre-tax"}, "source": {"kind": "judged", "who": "王芳", "note": "small vendor"}}}""");

        assertThat(facts.royaltyRate().source().summarize()).isEqualTo("IDC, Report, 12, 2025-06-30");
        assertThat(facts.royaltyRate().source().kind()).isEqualTo(Source.Kind.GIVEN);
        assertThat(facts.royaltyRate().distribution()).isPresent();
        assertThat(facts.revenue().independent()).isTrue();
        assertThat(facts.revenue().source().document()).isEqualTo("Budget 2026");
        assertThat(facts.discountRate().value().tax()).isEqualTo(org.dataassay.valuation.time.TaxBasis.PRE_TAX);
        assertThat(facts.discountRate().source().kind()).isEqualTo(Source.Kind.JUDGED);
    }

    @Test
    void an_input_may_refer_to_a_shared_assumption() {
        var request = request("""
                {"royaltyRate": 0.05, "revenue": [1], "discountRate": {"assumption": "wacc"}}""", "\"assumptions\": {\"wacc\": {\"value\": 0.11, \"source\": \"Study\"}}, ");

        var rate = ((Samples.Facts) JSON.readRequest(request).facts()).discountRate();

        assertThat(rate)
                .isEqualTo(Input.of(
                                Rate.of(0.11),
                                new Source(
                                        Source.Kind.GIVEN,
                                        "",
                                        "Study",
                                        "",
                                        java.util.Optional.empty(),
                                        "",
                                        java.util.Optional.empty()))
                        .sharedAs("wacc"));
    }

    @Test
    void an_assumption_that_nobody_stated_is_named() {
        var request = request("""
                {"royaltyRate": {"assumption": "royalty"}, "revenue": [1], "discountRate": {"assumption": "wac"}}""", "\"assumptions\": {\"wacc\": 0.11}, ");

        assertThat(messages(request))
                .containsExactly(
                        "facts.royaltyRate.assumption names \"royalty\", which is not known. Use wacc.",
                        "facts.discountRate.assumption names \"wac\", which is not known. Did you mean wacc?");
    }

    @Test
    void assumptions_do_not_refer_to_each_other() {
        var request =
                request("""
                {"royaltyRate": {"assumption": "a"}, "revenue": [1], "discountRate": 0.1}""", "\"assumptions\": {\"a\": {\"assumption\": \"b\"}, \"b\": {\"assumption\": \"a\"}}, ");

        assertThat(messages(request))
                .containsExactly(
                        "assumptions.a.assumption is not valid: an assumption refers to another one. Give its value.");
    }

    @Test
    void all_broken_fields_are_reported_together() {
        var request = """
                {"method": "sample.royalty", "fact": {},
                 "facts": {"royaltyrate": 0.05, "revenue": [1, "CNY x", null, true], "discountRate": 15, "lifeYears": -3, "parts": [{"share": 5}, 7]},
                 "options": {"timing": "mid-periods", "cap": "0.3"},
                 "context": {"valuationDate": "2025-02-30", "currency": "RMB", "basisOfValue": "MARKET_VALUE"}}""";

        assertThat(messages(request))
                .containsExactly(
                        "fact is not a field here. Did you mean facts?",
                        "context.valuationDate must be a date of the calendar, but was \"2025-02-30\". Write year-month-day: 2025-12-31.",
                        "context.currency names \"RMB\", which is not known. Did you mean CNY?",
                        "context.basisOfValue must be one of market-value, market-rent, equitable-value, investment-value, synergistic-value, liquidation-value, fair-value or value-in-use, but was \"MARKET_VALUE\". Did you mean market-value?",
                        "facts.royaltyrate is not a field here. Did you mean royaltyRate?",
                        "facts.royaltyRate is missing. It must be a finite number. Write it as a number, without quotes: 0.05.",
                        "facts.revenue[1] cannot be read: \"x\" is not a decimal number. Write digits with a point, such as 1234.50; no separators, blanks or exponents.",
                        "facts.revenue[2] must be an amount of money, but was null. Write it as \"CNY 12.30\".",
                        "facts.revenue[3] must be an amount of money, but was true. Write it as \"CNY 12.30\".",
                        "facts.discountRate must be at most 1 as a decimal per year, but was 15. Did you mean 0.15 (15%)?",
                        "facts.parts[0].share must be in [0, 1] as a decimal, but was 5. Did you mean 0.05 (5%)?",
                        "facts.parts[1] must be an object, but was 7. Give its fields share, note.",
                        "facts.lifeYears must be above 0, but was -3. Give years.",
                        "options.timing must be one of end, mid-period, start, dated or stub, but was \"mid-periods\". Did you mean mid-period?",
                        "options.cap must be a finite number, but was the text \"0.3\". Write it as a number, without quotes: 0.05.");
    }

    @Test
    void what_the_constructor_says_of_sound_fields_is_heard_although_another_is_broken() {
        assertThat(messages(request("""
                        {"royaltyRate": 5.0, "discountRate": 0.1}""")))
                .containsExactly(
                        "facts.revenue is missing. It must be a list of values. Write them in brackets, each an amount of money.",
                        "facts.royaltyRate must be in [0, 1] as a decimal, but was 5. Did you mean 0.05 (5%)?");
    }

    @Test
    void missing_parts_are_named() {
        assertThat(messages("{}"))
                .containsExactly(
                        "context is missing. Give its fields valuationDate, currency, basisOfValue, premise, roundingMode, seed.",
                        "method is missing. Name a method, such as income.relief-from-royalty.",
                        "facts is missing. Give the facts that the method needs.");
        assertThat(messages("[]"))
                .containsExactly("request must be an object, but was an empty list. Give method, facts and context.");
    }

    @Test
    void an_unknown_method_names_the_nearest() {
        assertThat(messages("{\"method\": \"sample.royalti\", \"facts\": {}, " + CONTEXT + "}"))
                .containsExactly("method names \"sample.royalti\", which is not known. Did you mean sample.royalty?");
    }

    @Test
    void numbers_in_quotes_and_not_finite_ones_are_refused() {
        assertThat(messages(request("""
                        {"royaltyRate": "NaN", "revenue": [1], "discountRate": "0.12", "lifeYears": 1e399}""")))
                .containsExactly(
                        "facts.royaltyRate must be a finite number, but was the text \"NaN\". Write it as a number, without quotes: 0.05.",
                        "facts.discountRate must be a rate per year, but was the text \"0.12\". Write it as a decimal: 0.12 is 12%.",
                        "facts.lifeYears must be a finite number, but was 1E+399. Write it as a number, without quotes: 0.05.");
    }

    @Test
    void a_distribution_names_what_is_wrong_with_it() {
        assertThat(messages(request("""
                        {"royaltyRate": {"value": 0.05, "distribution": {"triangle": {}}, "vaule": 1}, "revenue": [1],
                         "discountRate": {"value": 0.1, "distribution": {"triangular": {"low": 1, "mode": 2, "high": 0}}},
                         "lifeYears": {"value": 3, "distribution": "normal"}}""")))
                .containsExactly(
                        "facts.royaltyRate.vaule is not a field here. Did you mean value?",
                        "facts.royaltyRate.distribution must be one of log-normal, normal, triangular, truncated-normal or uniform, but was \"triangle\". Did you mean triangular?",
                        "facts.discountRate.distribution.triangular.high must be above low 1, but was 0. Order the three as low, mode, high.",
                        "facts.discountRate.distribution.triangular.mode must be in [low, high], but was 2. Order the three as low, mode, high.",
                        "facts.lifeYears.distribution is missing. Say which: { \"normal\": { … } } with mean, standardDeviation.");
    }

    @Test
    void units_that_do_not_fit_are_refused() {
        assertThat(messages(request("""
                        {"royaltyRate": {"value": 0.05, "unit": "money"}, "revenue": {"values": ["USD 1"], "unit": "CNY"},
                         "discountRate": {"value": 0.1, "unit": "share"}}""")))
                .containsExactly(
                        "facts.royaltyRate.unit does not fit: money is not the unit of a finite number. Leave the unit out, or correct it.",
                        "facts.revenue.unit does not fit: the value is in USD, not in CNY. Leave the unit out, or correct it.",
                        "facts.discountRate.unit does not fit: share is not the unit of a rate per year. Leave the unit out, or correct it.");
    }

    @Test
    void a_part_of_a_larger_document_is_bound_with_its_path() {
        var options = AssayJson.parse("case", "{\"cap\": false}");
        assertThatThrownBy(() -> JSON.bind(
                        SampleMethod.ID,
                        JsonValue.empty(),
                        java.util.Optional.of(options),
                        Samples.context(),
                        java.util.Map.of(),
                        "methods[2]"))
                .hasMessageContaining("methods[2].facts.royaltyRate is missing.")
                .hasMessageContaining("methods[2].options.cap must be a finite number, but was false.");
    }
}
