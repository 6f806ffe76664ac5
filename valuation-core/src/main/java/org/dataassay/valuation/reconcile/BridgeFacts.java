package org.dataassay.valuation.reconcile;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Valuation;
import org.dataassay.valuation.sheet.Graph;

/**
 * Two valuations of one asset, as they were stored.
 *
 * @param before the earlier one
 * @param after the later one; its date and currency are those of the context
 */
public record BridgeFacts(StoredValue before, StoredValue after) {

    /**
     * One valuation.
     *
     * @param valuationDate as of which it holds
     * @param graph its sheet
     * @param stated the amount that was stated, where it was rounded further than to the minor unit
     * @param methods what the sections were computed by; where empty, options count as structure
     */
    public record StoredValue(LocalDate valuationDate, Graph graph, Optional<Money> stated, List<MethodTerms> methods) {

        public StoredValue {
            methods = List.copyOf(methods);
            var check = new Check();
            var sections = new HashSet<String>();
            for (int i = 0; i < methods.size(); i++) {
                if (!sections.add(methods.get(i).section()))
                    check.add(Problem.of(
                            ValuationError.DUPLICATE,
                            "methods[" + i + "].section",
                            methods.get(i).section(),
                            "Name each section once."));
            }
            check.done();
        }

        /** What one method has just said. */
        public static StoredValue of(LocalDate valuationDate, Valuation valuation) {
            var provenance = valuation.provenance();
            var terms = new MethodTerms(
                    "", provenance.method(), provenance.methodVersion(), String.valueOf(provenance.options()));
            return new StoredValue(valuationDate, valuation.worksheet().graph(), Optional.empty(), List.of(terms));
        }
    }

    /**
     * What a section was computed by.
     *
     * @param section of the sheet; empty where the sheet has none
     * @param method its id
     * @param version of the method
     * @param options as its provenance writes them; only compared
     */
    public record MethodTerms(String section, MethodId method, int version, String options) {}
}
