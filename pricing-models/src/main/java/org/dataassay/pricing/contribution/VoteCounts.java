package org.dataassay.pricing.contribution;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Coalitions counted by size and votes, all at once: the coefficients of Π (1 + y·x^votes). Dividing by one factor gives the coalitions without a member. Whole numbers throughout;
 * wrapping around does no harm, for every count itself fits a long.
 *
 * @see <a href="https://doi.org/10.1016/S0377-2217(01)00334-4">J. M. Bilbao, J. R. Fernández, N. Jiménez, J. J. López, Voting power in the European Union enlargement, European Journal of
 *     Operational Research 143 (2002), section 3</a>
 */
final class VoteCounts {

    private final VotingBody body;
    private final int n;

    /** Votes that do not reach the quota; more need not be told apart. */
    private final int quota;

    /** Coalitions by size, then by votes below the quota. */
    private final long[][] counts;

    VoteCounts(VotingBody body) {
        this.body = body;
        this.n = body.members().size();
        this.quota = (int) body.quota();
        this.counts = new long[n + 1][quota];
        counts[0][0] = 1;
        for (int k = 0; k < n; k++) {
            long votes = body.members().get(k).votes();
            if (votes >= quota) continue;
            int own = (int) votes;
            for (int size = k; size >= 0; size--)
                for (int w = quota - 1 - own; w >= 0; w--) counts[size + 1][w + own] += counts[size][w];
        }
    }

    /** Swings of each member by the number of others: how many coalitions of others fail without it and pass with it. */
    long[][] swings() {
        Map<Long, long[]> byVotes = new HashMap<>();
        var swings = new long[n][];
        for (int i = 0; i < n; i++)
            swings[i] = byVotes.computeIfAbsent(body.members().get(i).votes(), this::swingsOf);
        return swings;
    }

    private long[] swingsOf(long votes) {
        var without = without(votes);
        var swings = new long[n];
        for (int size = 0; size < n; size++)
            swings[size] = failing(without, size, size, quota)
                    - failing(without, size, size + 1, (int) Math.max(0, quota - votes));
        return swings;
    }

    /**
     * Coalitions of others that fail.
     *
     * @param members of the others
     * @param size counted, the member itself included where it joins
     * @param below votes of the others that do not suffice
     */
    private long failing(long[][] without, int members, int size, int below) {
        if (size >= body.sufficient()) return 0;
        if (size < body.least()) return choose(n - 1, members);
        long sum = 0;
        for (int w = 0; w < below; w++) sum += without[members][w];
        return sum;
    }

    /** Coalitions without one member of so many votes, by size and votes below the quota. */
    private long[][] without(long votes) {
        if (votes >= quota) return counts;
        int own = (int) votes;
        var rest = new long[n][quota];
        for (int size = 0; size < n; size++)
            for (int w = 0; w < quota; w++)
                rest[size][w] = counts[size][w] - (size > 0 && w >= own ? rest[size - 1][w - own] : 0);
        return rest;
    }

    /** How many of the 2ⁿ coalitions pass. */
    BigInteger passing() {
        var failing = BigInteger.ZERO;
        for (int size = 0; size <= n; size++) {
            if (size >= body.sufficient()) continue;
            if (size < body.least()) {
                failing = failing.add(BigInteger.valueOf(choose(n, size)));
                continue;
            }
            long sum = 0;
            for (int w = 0; w < quota; w++) sum += counts[size][w];
            failing = failing.add(BigInteger.valueOf(sum));
        }
        return BigInteger.ONE.shiftLeft(n).subtract(failing);
    }

    static long choose(int n, int k) {
        if (k < 0 || k > n) return 0;
        var result = BigInteger.ONE;
        for (int j = 1; j <= k; j++)
            result = result.multiply(BigInteger.valueOf(n - k + j)).divide(BigInteger.valueOf(j));
        return result.longValueExact();
    }
}
