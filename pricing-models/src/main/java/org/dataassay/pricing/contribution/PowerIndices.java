package org.dataassay.pricing.contribution;

import java.util.List;
import org.dataassay.valuation.result.Finding;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;

/**
 * How much say each member of a voting body has.
 *
 * @param method id
 * @param members in their order
 * @param abilityToAct share of all coalitions that pass a motion (Coleman)
 * @param passing how many coalitions pass a motion
 * @param notes assumptions, warnings, limits
 * @param provenance enough to compute it again
 */
public record PowerIndices(
        MethodId method,
        List<Member> members,
        double abilityToAct,
        long passing,
        List<Note> notes,
        Provenance provenance)
        implements Finding {

    /**
     * One member's say.
     *
     * @param member id
     * @param votes of it
     * @param shapleyShubik share of all orders of voting in which it decides; sums to 1
     * @param banzhaf share of all swings that are its own; sums to 1
     * @param absoluteBanzhaf share of the coalitions of others in which it decides
     * @param swings how many coalitions of others fail without it and pass with it
     * @param preventive share of the passing coalitions that fail without it (Coleman)
     * @param initiative share of the failing coalitions that pass with it (Coleman)
     */
    public record Member(
            String member,
            long votes,
            double shapleyShubik,
            double banzhaf,
            double absoluteBanzhaf,
            long swings,
            double preventive,
            double initiative) {}

    public PowerIndices {
        members = List.copyOf(members);
        notes = List.copyOf(notes);
    }

    public Member of(String member) {
        return members.stream()
                .filter(m -> m.member().equals(member))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such member"));
    }
}
