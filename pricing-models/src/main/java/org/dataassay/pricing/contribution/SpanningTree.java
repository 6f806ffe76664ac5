package org.dataassay.pricing.contribution;

import java.util.Arrays;
import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * A network that connects players to a source: what a coalition costs is the cheapest tree over its members and the source, without the others.
 *
 * @param lines from the source to each player, so that every coalition can be connected; at most {@value #MOST_PLAYERS}
 * @param links between players, where there are any; of several the cheapest counts
 */
public record SpanningTree(List<Line> lines, List<Link> links) implements DescribedGame {

    /** Most players of a network. */
    public static final int MOST_PLAYERS = 64;

    /**
     * A line from the source.
     *
     * @param player id
     * @param cost at least 0
     */
    public record Line(String player, double cost) {}

    /**
     * A line between two players.
     *
     * @param from id of one
     * @param to id of the other
     * @param cost at least 0
     */
    public record Link(String from, String to, double cost) {}

    public SpanningTree {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
        var check = new Check();
        var ids = lines.stream().map(Line::player).toList();
        Game.check(check, "lines", ids);
        check.that(
                lines.size() <= MOST_PLAYERS, "lines", "at most " + MOST_PLAYERS, lines.size(), "Group the players.");
        for (int i = 0; i < lines.size(); i++)
            Members.requireAmount(
                    check, "lines[" + i + "].cost", lines.get(i).cost(), "Give what the line to the source costs.");
        for (int k = 0; k < links.size(); k++) {
            var at = "links[" + k + "]";
            int from = Members.number(check, at + ".from", ids, links.get(k).from());
            int to = Members.number(check, at + ".to", ids, links.get(k).to());
            check.that(from < 0 || from != to, at + ".to", "another player than from", "the same", "Name two players.");
            Members.requireAmount(check, at + ".cost", links.get(k).cost(), "Give what the line costs.");
        }
        check.done();
    }

    @Override
    public List<String> players() {
        return lines.stream().map(Line::player).toList();
    }

    @Override
    public boolean isCost() {
        return true;
    }

    @Override
    public Game toGame() {
        int n = lines.size();
        var ids = players();
        var costs = new double[n][n];
        for (var row : costs) Arrays.fill(row, Double.POSITIVE_INFINITY);
        for (var link : links) {
            int from = ids.indexOf(link.from());
            int to = ids.indexOf(link.to());
            costs[from][to] = Math.min(costs[from][to], link.cost());
            costs[to][from] = costs[from][to];
        }
        return Game.of(ids, c -> cost(c, costs));
    }

    /** Prim's algorithm from the source. */
    private double cost(Coalition coalition, double[][] costs) {
        int n = lines.size();
        var nearest = new double[n];
        for (int i = 0; i < n; i++) nearest[i] = lines.get(i).cost();
        long left = coalition.mask();
        double cost = 0;
        while (left != 0) {
            int next = Long.numberOfTrailingZeros(left);
            for (long rest = left; rest != 0; rest &= rest - 1) {
                int i = Long.numberOfTrailingZeros(rest);
                if (nearest[i] < nearest[next]) next = i;
            }
            cost += nearest[next];
            left &= ~(1L << next);
            for (int i = 0; i < n; i++) nearest[i] = Math.min(nearest[i], costs[next][i]);
        }
        return cost;
    }
}
