package org.dataassay.quality.column;

import java.util.List;
import org.dataassay.quality.rule.Rule;
import org.dataassay.quality.rule.RuleSet;
import org.dataassay.quality.source.MissingValues;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * Rules that a table nearly keeps, to be read by a person who knows what it should be like.
 *
 * @param table name of the table
 * @param missing which words stand for no value
 * @param suggestions in the order of the columns, then from simple to composed
 * @param notes what a reader must know
 * @param provenance how the suggestions came to be; the digest is that of the table
 */
public record RuleSuggestions(
        String table, MissingValues missing, List<Suggestion> suggestions, List<Note> notes, Provenance provenance)
        implements Finding {

    /**
     * One rule and how well the table keeps it.
     *
     * @param rule the rule; its descriptions say what it demands and how often that holds, in zh and en
     * @param satisfied A, how many rows keep it
     * @param evaluated B, how many rows it says something about
     * @param lowerBound Wilson's lower bound of A/B
     */
    public record Suggestion(Rule rule, long satisfied, long evaluated, double lowerBound) {

        /** How many rows break it. */
        public long violated() {
            return evaluated - satisfied;
        }
    }

    public RuleSuggestions {
        suggestions = List.copyOf(suggestions);
        notes = List.copyOf(notes);
    }

    /** The rules, ready to be written as a file and edited. */
    public RuleSet ruleSet() {
        return new RuleSet(missing, suggestions.stream().map(Suggestion::rule).toList());
    }
}
