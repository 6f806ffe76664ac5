package org.dataassay.pricing.contribution;

import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;

/**
 * A body that decides by weighted votes: a coalition passes a motion, and is then worth 1, where its votes reach the quota and its members are enough, or where its members are so
 * many that votes do not matter.
 *
 * @param members with their votes, at most {@value #MOST_MEMBERS}
 * @param quota votes that pass, from 1 to all votes
 * @param leastMembers members that a passing coalition must have besides; 1 where nothing is said
 * @param sufficientMembers members that pass a motion whatever their votes, such as all but three where a blocking minority takes four
 */
public record VotingBody(
        List<Voter> members, long quota, Optional<Integer> leastMembers, Optional<Integer> sufficientMembers)
        implements DescribedGame {

    /** Most members: the number of coalitions still fits a long. */
    public static final int MOST_MEMBERS = 62;

    /** Most votes together. */
    public static final long MOST_VOTES = 200_000;

    /**
     * A member and its votes.
     *
     * @param member id
     * @param votes whole number of at least 0
     */
    public record Voter(String member, long votes) {}

    public VotingBody {
        members = List.copyOf(members);
        var check = new Check();
        Game.check(check, "members", members.stream().map(Voter::member).toList());
        check.that(
                members.size() <= MOST_MEMBERS,
                "members",
                "at most " + MOST_MEMBERS,
                members.size(),
                "Sample the game with maximum-reuse or permutation instead.");
        long all = 0;
        for (int i = 0; i < members.size(); i++) {
            long votes = members.get(i).votes();
            check.that(
                    votes >= 0 && votes <= MOST_VOTES,
                    "members[" + i + "].votes",
                    "0 to " + MOST_VOTES,
                    votes,
                    "Give whole votes; shares of population in ten-thousandths do.");
            all += Math.max(0, Math.min(votes, MOST_VOTES));
        }
        check.that(all <= MOST_VOTES, "members", "at most " + MOST_VOTES + " votes together", all, "Divide them all.")
                .that(
                        quota >= 1 && quota <= all,
                        "quota",
                        "1 to all " + all + " votes",
                        quota,
                        "Give the votes that pass a motion.");
        int most = members.size();
        leastMembers.ifPresent(least -> check.that(
                least >= 1 && least <= most,
                "leastMembers",
                "1 to " + most,
                least,
                "Leave it out where votes alone count."));
        sufficientMembers.ifPresent(enough -> check.that(
                enough >= 1 && enough <= most,
                "sufficientMembers",
                "1 to " + most,
                enough,
                "Leave it out where votes always count."));
        check.done();
    }

    public static VotingBody of(long quota, long... votes) {
        var members = new java.util.ArrayList<Voter>();
        for (int i = 0; i < votes.length; i++) members.add(new Voter("member" + (i + 1), votes[i]));
        return new VotingBody(members, quota, Optional.empty(), Optional.empty());
    }

    public VotingBody withLeastMembers(int least) {
        return new VotingBody(members, quota, Optional.of(least), sufficientMembers);
    }

    public VotingBody withSufficientMembers(int enough) {
        return new VotingBody(members, quota, leastMembers, Optional.of(enough));
    }

    /** Members that pass a motion whatever their votes; one more than there are where there is no such rule. */
    int sufficient() {
        return sufficientMembers.orElse(members.size() + 1);
    }

    int least() {
        return leastMembers.orElse(1);
    }

    /** Whether so many members with so many votes pass a motion. */
    boolean passes(int size, long votes) {
        return size >= sufficient() || size >= least() && votes >= quota;
    }

    @Override
    public List<String> players() {
        return members.stream().map(Voter::member).toList();
    }

    @Override
    public Game toGame() {
        return Game.of(
                players(),
                c -> passes(
                                c.size(),
                                c.members()
                                        .mapToLong(i -> members.get(i).votes())
                                        .sum())
                        ? 1
                        : 0);
    }
}
