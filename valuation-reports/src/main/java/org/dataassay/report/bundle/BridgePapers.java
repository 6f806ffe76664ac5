package org.dataassay.report.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dataassay.report.bundle.Bundle.Content;
import org.dataassay.report.page.BridgePage;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.json.JsonValue;
import org.dataassay.valuation.reconcile.BridgeFacts;
import org.dataassay.valuation.reconcile.BridgeFinding;
import org.dataassay.valuation.reconcile.ValueBridge;
import org.dataassay.valuation.result.MethodId;

/**
 * Why the value moved between two bundles: {@value #BRIDGE}, the {@value #REQUEST} that gives it again, the pages {@value #PAGE_EN} and {@value #PAGE_ZH}, and the
 * manifest. The same two bundles give the same bytes.
 *
 * @param before the earlier bundle
 * @param after the later bundle
 * @param finding the steps between them
 */
public record BridgePapers(StoredBundle before, StoredBundle after, BridgeFinding finding) {

    /** The steps, for programs. */
    public static final String BRIDGE = "bridge.json";

    /** The request that gives the steps again, both sheets in it. */
    public static final String REQUEST = "request.json";

    /** The page to read, in English. */
    public static final String PAGE_EN = "bridge.en.html";

    /** The page to read, in Chinese. */
    public static final String PAGE_ZH = "bridge.zh.html";

    /**
     * Compares two bundles.
     *
     * @throws org.dataassay.valuation.error.InvalidInputException where they cannot be compared: another currency, the later one first
     */
    public static BridgePapers of(StoredBundle before, StoredBundle after) {
        var facts = new BridgeFacts(before.value(), after.value());
        return new BridgePapers(before, after, ValueBridge.standard().evaluate(facts, after.context()));
    }

    /** The papers. */
    public Bundle bundle() {
        var files = new TreeMap<String, Content>();
        files.put(BRIDGE, Content.of(AssayJson.write(finding)));
        files.put(REQUEST, Content.of(request()));
        files.put(PAGE_EN, Content.of(page(Locale.ENGLISH)));
        files.put(PAGE_ZH, Content.of(page(Locale.CHINESE)));
        return Bundle.of(files);
    }

    /** The steps in lines of words, for a terminal. */
    public List<String> summary(Locale locale) {
        return BridgePage.summary(finding, methods(), Papers.language(locale), words(locale));
    }

    private String page(Locale locale) {
        return BridgePage.html(finding, after.title(), methods(), Papers.language(locale), words(locale));
    }

    private UnaryOperator<String> words(Locale locale) {
        return text -> {
            var now = after.in(locale, text);
            return now.equals(text) ? before.in(locale, text) : now;
        };
    }

    private Map<String, MethodId> methods() {
        var methods = new TreeMap<>(before.methods());
        methods.putAll(after.methods());
        return methods;
    }

    private String request() {
        var facts = AssayJson.value(new BridgeFacts(before.value(), after.value()));
        Optional<JsonValue> standard = Optional.empty();
        var json = AssayJson.standard();
        return AssayJson.write(json.bind(ValueBridge.ID, facts, standard, after.context(), Map.of(), ""));
    }
}
