package org.dataassay.quality.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Suggests rules that a table nearly keeps: whoever breaks them is worth a look.
 *
 * <p><b>Formula</b>  a rule is suggested when  L(A, B) ≥ minimumShare,  L Wilson's lower bound of A/B at the confidence; A rows keep it of B that it says
 * something about
 * <p><b>Algorithm</b>  candidates are read off the summary of the table: values present, keys, types, meanings with check digits, ranges by Tukey's outer fences
 * (on logarithms where the lowest hundredth is above 0), lists of values, patterns of masks, lengths, suspicious values, days up to the valuation date, the order of
 * two days, and parts of a resident's number that stand in another column; then <em>every</em> candidate is tried on every row, so A and B are counts and not
 * estimates
 * <p><b>Edge cases</b>  fewer than some 35 rows: nothing is suggested, since even a rule without an exception has a bound below 0.9 · of two opposite orders the
 * one that holds more often is kept
 * <p><b>Use when / not when</b>  a table comes without a description / what must hold is known: write it down instead. A suggestion says what the table is like,
 * not what it should be like; an error that most rows share looks like a rule
 * <p>Immutable and thread-safe.
 *
 * @param options when a rule is worth suggesting
 * @see <a href="https://doi.org/10.14778/3229863.3229867">S. Schelter et al., Automating Large-Scale Data Quality Verification, PVLDB 11 (2018), section 3.3</a>
 */
public record RuleSuggester(SuggestOptions options) implements Method<SuggestFacts, RuleSuggestions> {

    public static final MethodId ID = MethodId.of("quality.suggest");

    /** Suggests with these options. */
    public static RuleSuggester with(SuggestOptions options) {
        return new RuleSuggester(options);
    }

    /** Suggests with {@link SuggestOptions#standard()}. */
    public static RuleSuggester standard() {
        return with(SuggestOptions.standard());
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /**
     * Candidates as rules, before any was tried on the table.
     *
     * @param summary what the table looks like
     */
    public RuleSet candidates(TableSummary summary) {
        return new RuleSet(
                summary.missing(),
                new RuleCandidates(summary, options)
                        .list().stream().map(RuleCandidates.Candidate::rule).toList());
    }

    @Override
    public RuleSuggestions evaluate(SuggestFacts facts, ValuationContext context) {
        var summary = facts.summary();
        var candidates = new RuleCandidates(summary, options).list();
        var rules = candidates.stream().map(RuleCandidates.Candidate::rule).toList();
        var table = facts.table();
        var run = new RuleSet(summary.missing(), rules).start(table.columns(), context.valuationDate());
        while (table.advance()) run.add(table.row());
        var results = run.results();
        var best = new LinkedHashMap<String, Double>();
        for (int i = 0; i < rules.size(); i++) best.merge(candidates.get(i).group(), bound(results.get(i)), Math::max);
        var suggestions = new ArrayList<RuleSuggestions.Suggestion>();
        var taken = new HashSet<String>();
        int weak = 0;
        for (int i = 0; i < rules.size(); i++) {
            var result = results.get(i);
            double bound = bound(result);
            var group = candidates.get(i).group();
            if (!(bound >= options.minimumShare())) weak++;
            else if (bound == best.getOrDefault(group, 0.0) && taken.add(group))
                suggestions.add(new RuleSuggestions.Suggestion(
                        described(rules.get(i), result, bound), result.satisfied(), result.evaluated(), bound));
        }
        var notes = List.of(
                Note.of(
                        Note.Kind.ASSUMPTION,
                        "suggestion-threshold",
                        "a rule is suggested when the lower bound of its share at " + Plain.of(options.confidence())
                                + " is at least " + Plain.of(options.minimumShare())),
                Note.of(
                        Note.Kind.INFO,
                        "candidates-dropped",
                        weak + " of " + rules.size() + " candidates are broken too often to be rules of this table"),
                Note.of(
                        Note.Kind.LIMIT,
                        "suggestions-describe",
                        "suggestions say what the table is like, not what it should be like: read each before it is used"));
        var provenance = new Provenance(ID, version(), LibraryVersion.VERSION, options, table.digest(), context.seed());
        return new RuleSuggestions(summary.table(), summary.missing(), suggestions, notes, provenance);
    }

    private double bound(RuleResult result) {
        return Wilson.lowerBound(result.satisfied(), result.evaluated(), options.confidence());
    }

    /** The rule with its counts in its descriptions. */
    private static Rule described(Rule rule, RuleResult result, double bound) {
        var descriptions = new LinkedHashMap<String, String>();
        var counts = result.satisfied() + " / " + result.evaluated();
        var lower = Plain.of(Math.floor(bound * 1e5) / 1e5);
        descriptions.put("en", rule.description("en") + " Kept by " + counts + " rows, lower bound " + lower + ".");
        descriptions.put("zh", rule.description("zh") + "符合 " + counts + " 行，置信下限 " + lower + "。");
        return new Rule(
                rule.id(),
                descriptions,
                rule.indicator(),
                rule.dimension(),
                rule.severity(),
                rule.weight(),
                rule.constraint());
    }
}
