package org.dataassay.pricing.contribution;

import org.jspecify.annotations.Nullable;

/** A game as samplers ask it: by words of bits, the empty coalition at 0, tables without a detour. */
final class Worths {

    final Game game;
    final int players;
    final double offset;
    final double grand;
    private final double @Nullable [] table;

    private Worths(Game game, double offset, double grand) {
        this.game = game;
        this.players = game.size();
        this.offset = offset;
        this.grand = grand;
        this.table = game instanceof TableGame whole ? whole.worths() : null;
    }

    /** Asks for nobody and for everybody. */
    static Worths of(Game game, EmptyCoalition nobody) {
        Game.checked(game.players());
        int n = game.size();
        double offset = nobody.offset(asked(game, Coalition.empty(n)));
        return new Worths(game, offset, asked(game, Coalition.grand(n)) - offset);
    }

    /** The game of a checkpoint, whose worths of nobody and everybody are known. */
    static Worths of(Game game, Checkpoint checkpoint) {
        return new Worths(game, checkpoint.offset(), checkpoint.grandWorth());
    }

    private static double asked(Game game, Coalition coalition) {
        return Game.finite(game.worth(coalition), coalition);
    }

    double @Nullable [] table() {
        return table;
    }

    double of(long[] words) {
        if (table != null) return table[(int) words[0]];
        return players <= Coalition.WORD ? of(words[0]) : of(Coalition.of(players, words));
    }

    /** Of at most 64 players. */
    double of(long mask) {
        return table != null ? table[(int) mask] : of(Coalition.trusted(players, mask));
    }

    double of(Coalition coalition) {
        double worth = game.worth(coalition) - offset;
        return Math.abs(worth) <= Double.MAX_VALUE ? worth : Game.finite(worth, coalition);
    }
}
