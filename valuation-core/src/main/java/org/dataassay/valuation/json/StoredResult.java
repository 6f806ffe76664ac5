package org.dataassay.valuation.json;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Range;
import org.dataassay.valuation.sheet.Graph;

/**
 * A result as it was stored, perhaps by another version. Fields that this version does not know are passed over.
 *
 * @param schemaVersion of the format
 * @param method that was asked
 * @param amount of a valuation
 * @param finding of any other method
 * @param range of a valuation
 * @param figures of the worksheet
 * @param notes assumptions, warnings and limits
 * @param provenance how it came to be
 * @param graph to be replayed, where it was stored
 */
public record StoredResult(
        int schemaVersion,
        MethodId method,
        Optional<Money> amount,
        Optional<JsonValue> finding,
        Optional<Range> range,
        List<JsonValue> figures,
        List<Note> notes,
        StoredProvenance provenance,
        Optional<Graph> graph) {

    public StoredResult {
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
        AssayJson.requireKnown(new Check(), schemaVersion)
                .that(
                        amount.isPresent() != finding.isPresent(),
                        "amount",
                        "there, or finding instead",
                        amount.isPresent() ? "there beside it" : "absent like it",
                        "The result was altered.")
                .done();
    }

    /**
     * {@link org.dataassay.valuation.result.Provenance} as stored: the options are bound when their method is known.
     *
     * @param method id of the method
     * @param methodVersion of the method
     * @param libraryVersion that computed it
     * @param options of the method
     * @param inputDigest SHA-256 over the sheet's inputs, hexadecimal
     * @param seed of the context
     */
    public record StoredProvenance(
            MethodId method,
            int methodVersion,
            String libraryVersion,
            JsonValue options,
            String inputDigest,
            long seed) {}
}
