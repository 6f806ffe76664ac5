package org.dataassay.pricing.contribution;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationError;

/**
 * A set of players, by their numbers from 0. Immutable and thread-safe.
 *
 * <pre>{@code
 * var both = Coalition.of(3, 0, 2);   // players 0 and 2 of three
 * both.contains(1);                   // false
 * both.mask();                        // 0b101
 * }</pre>
 */
public final class Coalition {

    /** Most players of a game. */
    public static final int MOST_PLAYERS = 100_000;

    static final int WORD = 64;

    private static final long[] NONE = {};

    private final int players;
    private final long first;
    private final long[] more;

    private Coalition(int players, long first, long[] more) {
        this.players = players;
        this.first = first;
        this.more = more;
    }

    /** Of these members among so many players. */
    public static Coalition of(int players, int... members) {
        requirePlayers(players);
        var words = new long[words(players)];
        for (int member : members) {
            requireMember(member, players);
            words[member / WORD] |= 1L << member;
        }
        return of(players, words);
    }

    /** The members whose bits are set in a mask of at most 64 players. */
    public static Coalition ofMask(int players, long mask) {
        requirePlayers(players);
        if (players < WORD && mask >>> players != 0 || players > WORD)
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    "mask",
                    "a mask of at most " + Math.min(players, WORD) + " players",
                    Long.toBinaryString(mask).length() + " bits",
                    "Name the members by their numbers.");
        return new Coalition(players, mask, NONE);
    }

    public static Coalition empty(int players) {
        requirePlayers(players);
        return of(players, new long[words(players)]);
    }

    /** All players together. */
    public static Coalition grand(int players) {
        return empty(players).complement();
    }

    /** From words that nobody else changes before the call ends. */
    static Coalition of(int players, long[] words) {
        return new Coalition(players, words[0], words.length == 1 ? NONE : Arrays.copyOfRange(words, 1, words.length));
    }

    /** From a mask that has no bits beyond the players, of which there are at most 64. */
    static Coalition trusted(int players, long mask) {
        return new Coalition(players, mask, NONE);
    }

    static int words(int players) {
        return (players + WORD - 1) / WORD;
    }

    private static void requirePlayers(int players) {
        if (players < 1 || players > MOST_PLAYERS)
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    "players",
                    "1 to " + MOST_PLAYERS,
                    players,
                    "Group the players, for instance by source.");
    }

    private static void requireMember(int member, int players) {
        if (member < 0 || member >= players)
            throw InvalidInputException.of(
                    ValuationError.OUT_OF_RANGE,
                    "member",
                    "from 0 to " + (players - 1),
                    member,
                    "Players are numbered from 0.");
    }

    /** How many players the game has, members or not. */
    public int players() {
        return players;
    }

    public boolean contains(int player) {
        requireMember(player, players);
        return (word(player / WORD) >>> player & 1) == 1;
    }

    /** How many members. */
    public int size() {
        int size = Long.bitCount(first);
        for (long word : more) size += Long.bitCount(word);
        return size;
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Numbers of the members, ascending. */
    public IntStream members() {
        return IntStream.range(0, players).filter(this::contains);
    }

    /** Bit i is set where player i is a member; of games of at most 64 players. */
    public long mask() {
        if (players > WORD)
            throw InvalidInputException.of(
                    ValuationError.TOO_LARGE,
                    "players",
                    "a mask's " + WORD,
                    players,
                    "Ask which players are members instead.");
        return first;
    }

    public Coalition with(int player) {
        requireMember(player, players);
        var words = toWords();
        words[player / WORD] |= 1L << player;
        return of(players, words);
    }

    public Coalition without(int player) {
        requireMember(player, players);
        var words = toWords();
        words[player / WORD] &= ~(1L << player);
        return of(players, words);
    }

    /** Everyone else. */
    public Coalition complement() {
        var words = toWords();
        complement(words, players);
        return of(players, words);
    }

    /** Turns words into those of everyone else. */
    static void complement(long[] words, int players) {
        for (int w = 0; w < words.length; w++) words[w] = ~words[w];
        if (players % WORD != 0) words[words.length - 1] &= (1L << players) - 1;
    }

    private long word(int number) {
        return number == 0 ? first : more[number - 1];
    }

    long[] toWords() {
        var words = new long[1 + more.length];
        words[0] = first;
        System.arraycopy(more, 0, words, 1, more.length);
        return words;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coalition c && players == c.players && first == c.first && Arrays.equals(more, c.more);
    }

    @Override
    public int hashCode() {
        long hash = first * 0x9e3779b97f4a7c15L + players;
        for (long word : more) hash = (hash ^ (hash >>> 32)) * 0xbf58476d1ce4e5b9L + word;
        return (int) (hash ^ (hash >>> 32));
    }

    /** Numbers of the first members, such as {@code {0, 2, 5 and 11 more}}; names never. */
    @Override
    public String toString() {
        int size = size();
        var shown = new StringBuilder("{");
        members()
                .limit(SHOWN)
                .forEach(i -> shown.append(shown.length() > 1 ? ", " : "").append(i));
        if (size > SHOWN) shown.append(" and ").append(size - SHOWN).append(" more");
        return shown.append('}').toString();
    }

    private static final int SHOWN = 12;
}
