package org.dataassay.report.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.report.ReportError;
import org.dataassay.report.casefile.CaseDocument.MethodLine;
import org.dataassay.report.casefile.CaseDocument.Outline;
import org.dataassay.report.casefile.CaseDocument.Remains;
import org.dataassay.valuation.appraisal.Appraisal;
import org.dataassay.valuation.appraisal.MethodCall;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.context.BasisOfValue;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.RefusedException;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.json.JsonValue;
import org.dataassay.valuation.json.MethodRequest;
import org.dataassay.valuation.money.CurrencyCode;
import org.dataassay.valuation.reconcile.ConclusionTerms;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Sheet;

/** Binds the parts of a case one by one, so that what is wrong in one does not hide what is wrong in another. */
final class CaseReader {

    /** Stands in where the context is broken, so that its currency and date are not missed everywhere; the case is refused anyway. */
    private static final ValuationContext STAND_IN =
            ValuationContext.of(java.time.LocalDate.EPOCH, CurrencyCode.of("CNY"), BasisOfValue.MARKET_VALUE);

    /** Stands in for a score that is not measured yet. */
    private static final double SOME_SCORE = 0.5;

    private final AssayJson json;
    private final List<Problem> problems = new ArrayList<>();

    CaseReader(AssayJson json) {
        this.json = json;
    }

    /** A case with its files. */
    LoadedCase read(String name, String text, CaseFolder folder) {
        return read(name, text, Optional.of(folder));
    }

    /** A case without its files. */
    LoadedCase parse(String name, String text) {
        return read(name, text, Optional.empty());
    }

    private LoadedCase read(String name, String text, Optional<CaseFolder> folder) {
        var body = Comments.blanked(text);
        var parsed = AssayJson.parse(name, body); // not JSON at all: nothing else can be said
        var outline = attempt("", () -> AssayJson.read(name, body, Outline.class));
        if (outline.isEmpty()) {
            remains(name, parsed, folder);
            throw new InvalidInputException(problems.stream().distinct().toList());
        }
        var whole = outline.get();
        var context = context(Optional.of(whole.context()));
        var terms = context.orElse(STAND_IN);
        var asset =
                attempt("", () -> AssayJson.bind(whole.asset(), DataAsset.class, terms, whole.assumptions(), "asset"));
        var data = whole.data().flatMap(value -> data(value, terms, folder));
        var conclusion = whole.conclusion().flatMap(value -> conclusion(value, terms, whole.assumptions()));
        sections(whole);
        var trial = trialAssumptions(whole.assumptions(), whole.data().isPresent(), data);
        var calls = new ArrayList<MethodCall<?>>();
        for (int i = 0; i < whole.methods().size(); i++) {
            var line = whole.methods().get(i);
            call(line.section(), line.method(), line.facts(), line.options(), terms, trial, "methods[" + i + "]")
                    .ifPresent(calls::add);
        }
        if (context.isPresent()) tryAll(calls, context.get());
        attempt("", () -> LoadedCase.simulation(whole, terms, 1));
        if (asset.isPresent()
                && calls.size() == whole.methods().size()
                && conclusion.isEmpty() == whole.conclusion().isEmpty())
            attempt("", () -> LoadedCase.appraisal(whole, asset.get(), terms, Optional.empty(), calls, conclusion, 1));
        if (!problems.isEmpty())
            throw new InvalidInputException(problems.stream().distinct().toList());
        return new LoadedCase(json, name, text, whole, context.orElseThrow(), asset.orElseThrow(), data, conclusion);
    }

    /** What can be said of a case whose frame is broken. */
    private void remains(String name, JsonValue parsed, Optional<CaseFolder> folder) {
        Remains parts;
        try {
            parts = AssayJson.readStored(name, parsed.text(), Remains.class);
        } catch (InvalidInputException e) {
            return; // the frame's own problems say it all
        }
        var terms = parts.context().isPresent() ? context(parts.context()).orElse(STAND_IN) : STAND_IN;
        parts.asset()
                .ifPresent(value ->
                        attempt("", () -> AssayJson.bind(value, DataAsset.class, terms, parts.assumptions(), "asset")));
        var data = parts.data().flatMap(value -> data(value, terms, folder));
        parts.conclusion().ifPresent(value -> conclusion(value, terms, parts.assumptions()));
        var trial = trialAssumptions(parts.assumptions(), parts.data().isPresent(), data);
        for (int i = 0; i < parts.methods().size(); i++) {
            var part = parts.methods().get(i);
            if (part.method().isEmpty() || part.facts().isEmpty()) continue;
            call(
                    part.section().orElse(""),
                    part.method().get(),
                    part.facts().get(),
                    part.options(),
                    terms,
                    trial,
                    "methods[" + i + "]");
        }
    }

    private Optional<ValuationContext> context(Optional<JsonValue> value) {
        return value.flatMap(given ->
                attempt("", () -> AssayJson.bind(given, ValuationContext.class, STAND_IN, Map.of(), "context")));
    }

    private Optional<ConclusionTerms> conclusion(
            JsonValue value, ValuationContext context, Map<String, JsonValue> assumptions) {
        return attempt("", () -> AssayJson.bind(value, ConclusionTerms.class, context, assumptions, "conclusion"));
    }

    private Optional<CaseData> data(JsonValue value, ValuationContext context, Optional<CaseFolder> folder) {
        var facts = attempt("", () -> AssayJson.bind(value, DataFacts.class, context, Map.of(), "data"));
        if (facts.isEmpty()) return Optional.empty();
        if (folder.isEmpty()) return Optional.of(CaseData.absent(facts.get()));
        var file = attempt("", () -> folder.get().file("data.file", facts.get().file()));
        if (facts.get().rules().isEmpty())
            return file.map(found -> CaseData.of(facts.get(), found, Optional.empty(), RuleSet.none()));
        var rulesName = facts.get().rules().get();
        var rulesText = attempt("", () -> CaseData.text(folder.get().file("data.rules", rulesName), rulesName));
        var rules = rulesText.flatMap(text -> attempt(rulesName, () -> QualityJson.readRules(text)));
        if (file.isEmpty() || rules.isEmpty()) return Optional.empty();
        return Optional.of(CaseData.of(facts.get(), file.get(), rulesText, rules.get()));
    }

    private void sections(Outline whole) {
        for (int i = 0; i < whole.methods().size(); i++) {
            var section = whole.methods().get(i).section();
            var field = "methods[" + i + "].section";
            if (!section.matches("[A-Za-z][A-Za-z0-9-]{0,39}"))
                problems.add(Problem.of(
                        ValuationError.INVALID,
                        field,
                        "'" + shown(section) + "'",
                        "Use up to 40 letters, digits and hyphens."));
            if (section.equals(Appraisal.CONCLUSION) || section.equals(Sheet.ASSUMPTIONS))
                problems.add(Problem.of(
                        ValuationError.DUPLICATE, field, section, "The appraisal has a section of that name."));
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** The assumptions as they will be once quality is measured; where data is there but broken, the score's absence is not called a fault. */
    private Map<String, JsonValue> trialAssumptions(
            Map<String, JsonValue> stated, boolean hasData, Optional<CaseData> data) {
        if (!hasData) return stated;
        if (stated.containsKey(DataFacts.ASSUMPTION))
            problems.add(Problem.of(
                    ValuationError.DUPLICATE,
                    "assumptions." + DataFacts.ASSUMPTION,
                    "the measured quality supplies it",
                    "Leave it out, or leave out data."));
        var response = data.map(CaseData::response).orElse(new QualityResponse.Identity());
        return withScore(stated, SuppliedScore.certain(response.of(SOME_SCORE)));
    }

    static Map<String, JsonValue> withScore(Map<String, JsonValue> stated, SuppliedScore score) {
        var all = new LinkedHashMap<>(stated);
        all.put(DataFacts.ASSUMPTION, AssayJson.value(score));
        return all;
    }

    private Optional<MethodCall<?>> call(
            String section,
            String method,
            JsonValue facts,
            Optional<JsonValue> options,
            ValuationContext context,
            Map<String, JsonValue> assumptions,
            String path) {
        MethodId id;
        try {
            id = json.catalog().provider(method).id();
        } catch (InvalidInputException e) {
            e.problems().forEach(p -> problems.add(new Problem(p.code(), path + ".method", p.arguments())));
            return Optional.empty();
        }
        return attempt("", () -> json.bind(id, facts, options, context, assumptions, path))
                .flatMap(request -> call(section, request, path));
    }

    private Optional<MethodCall<?>> call(String section, MethodRequest<?, ?> request, String path) {
        var call = methodCall(section, request);
        if (call.isEmpty())
            problems.add(Problem.of(
                    ValuationError.MISMATCH,
                    path + ".method",
                    request.id() + " finds no value",
                    "Name a method that indicates a value."));
        return call;
    }

    /** The call of a request; empty where its method is none that indicates a value. */
    static <F> Optional<MethodCall<?>> methodCall(String section, MethodRequest<F, ?> request) {
        var method = request.method();
        if (!(method instanceof ValuationMethod<?>)) return Optional.empty();
        @SuppressWarnings("unchecked") // a request's facts are of its method's type
        var valuation = (ValuationMethod<F>) method;
        return Optional.of(new MethodCall<>(section, valuation, request.facts()));
    }

    /** Writes every section once: currencies, units and guards are checked by the sheet. */
    private void tryAll(List<MethodCall<?>> calls, ValuationContext context) {
        for (int i = 0; i < calls.size(); i++) tryOne(calls.get(i), context, "methods[" + i + "]");
    }

    private <F> void tryOne(MethodCall<F> call, ValuationContext context, String path) {
        try {
            var sheet = Sheet.open(context.currency(), call.method().rounding());
            sheet.close(call.method().write(sheet, call.facts(), context));
        } catch (InvalidInputException e) {
            problems.addAll(e.at(path).problems());
        } catch (NotApplicableException | RefusedException | ValuationFailedException e) {
            // an outcome, which the appraisal will list
        }
    }

    private <T> Optional<T> attempt(String path, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (InvalidInputException e) {
            problems.addAll(path.isEmpty() ? e.problems() : e.at(path).problems());
            return Optional.empty();
        }
    }

    /** Asked for a score that nothing measures. */
    static InvalidInputException noScore() {
        return InvalidInputException.of(ReportError.QUALITY_MISSING, DataFacts.ASSUMPTION);
    }

    /** Binds the calls of a checked case with the score that was measured. */
    static List<MethodCall<?>> calls(
            AssayJson json, List<MethodLine> lines, ValuationContext context, Map<String, JsonValue> assumptions) {
        var calls = new ArrayList<MethodCall<?>>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var request = json.bind(
                    MethodId.of(line.method()),
                    line.facts(),
                    line.options(),
                    context,
                    assumptions,
                    "methods[" + i + "]");
            calls.add(methodCall(line.section(), request).orElseThrow());
        }
        return List.copyOf(calls);
    }
}
