package org.dataassay.pricing.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.ValuationFailedException;
import org.dataassay.valuation.sheet.Progress;
import org.junit.jupiter.api.Test;

class GamesTest {

    @Test
    void a_coalition_is_a_set_of_numbers() {
        var c = Coalition.of(70, 0, 3, 69);
        assertThat(c.size()).isEqualTo(3);
        assertThat(c.members()).containsExactly(0, 3, 69);
        assertThat(c.complement().size()).isEqualTo(67);
        assertThat(c.complement().complement()).isEqualTo(c).hasSameHashCodeAs(c);
        assertThat(c.without(3).with(3)).isEqualTo(c);
        assertThat(Coalition.grand(64).mask()).isEqualTo(-1L);
        assertThat(Coalition.ofMask(3, 0b101).toString()).isEqualTo("{0, 2}");
        assertThat(Coalition.grand(70).toString()).isEqualTo("{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 58 more}");
        assertThat(Coalition.empty(5).isEmpty()).isTrue();
        assertThatThrownBy(c::mask).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Coalition.ofMask(3, 8)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Coalition.of(3, 3)).hasMessageContaining("member must be from 0 to 2, but was 3");
    }

    @Test
    void ids_are_checked_together() {
        assertThatThrownBy(() -> Game.of(List.of("a", "", "a"), c -> 0))
                .hasMessageContaining("players[1] must be 1 to 120 letters, but was blank. Give the player an id.")
                .hasMessageContaining(
                        "players[2] is used twice: it is player 0 already. Give each player an id of its own.");
    }

    @Test
    void too_many_players_are_told_which_sampler_to_take() {
        assertThatThrownBy(() -> TableGame.tabulate(
                        Game.of(Oracles.ids(40), c -> c.size()), EmptyCoalition.REFUSED, 1, Progress.NONE))
                .hasMessage(
                        "players is larger than the 28 that exact values are allowed: 40. Use a sampler instead: by-size for few evaluations, permutation for cheap games; or group the players.");
    }

    @Test
    void a_worth_that_is_no_number_is_refused_by_the_members_numbers() {
        assertThatThrownBy(() -> Oracles.table(3, m -> m == 5 ? Double.NaN : 0))
                .hasMessageContaining("worth of players {0, 2} is not a finite number: not a number.");
        assertThatThrownBy(() -> TableGame.tabulate(
                        Game.of(Oracles.ids(3), c -> c.size() == 3 ? Double.POSITIVE_INFINITY : 0),
                        EmptyCoalition.REFUSED,
                        2,
                        Progress.NONE))
                .hasMessageContaining("worth of players {0, 1, 2} is not a finite number: infinite.");
    }

    @Test
    void the_worth_of_nobody_needs_a_decision() {
        assertThatThrownBy(() -> TableGame.of(List.of("a"), 0.5, 1))
                .hasMessage(
                        "worth of the empty coalition must be 0, but was 0.5. Set emptyCoalition to subtracted to divide what the players add to it.");
        assertThat(TableGame.of(List.of("a"), EmptyCoalition.SUBTRACTED, 0.5, 1.25)
                        .grandWorth())
                .isEqualTo(0.75);
        assertThatThrownBy(() -> TableGame.of(List.of("a"), 0, 1, 2))
                .hasMessageContaining("worths must be 2 numbers for 1 players, but was 3");
    }

    @Test
    void a_table_asks_for_each_coalition_once_on_any_number_of_threads() {
        Set<Coalition> seen = ConcurrentHashMap.newKeySet();
        var asked = new AtomicInteger();
        var game = Game.of(Oracles.ids(14), c -> {
            asked.incrementAndGet();
            seen.add(c);
            return c.size() * c.size();
        });
        var one = TableGame.tabulate(game, EmptyCoalition.REFUSED, 1, Progress.NONE);
        assertThat(asked).hasValue(1 << 14);
        assertThat(seen).hasSize(1 << 14);
        var four = TableGame.tabulate(game, EmptyCoalition.REFUSED, 4, Progress.NONE);
        assertThat(four.worths()).isEqualTo(one.worths());
    }

    @Test
    void tabulating_can_be_cancelled() {
        assertThatThrownBy(() -> TableGame.tabulate(
                        Game.of(Oracles.ids(14), Coalition::size), EmptyCoalition.REFUSED, 2, (done, total) -> false))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void what_was_found_before_a_failure_is_kept() {
        var broken = new java.util.concurrent.atomic.AtomicBoolean(true);
        var asked = new AtomicInteger();
        var game = RememberingGame.of(
                Game.of(Oracles.ids(10), c -> {
                    asked.incrementAndGet();
                    if (broken.get() && c.mask() == 700) throw new IllegalStateException("no connection");
                    return c.size();
                }),
                1 << 10);
        assertThatThrownBy(() -> TableGame.tabulate(game, EmptyCoalition.REFUSED, 1, Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no connection");
        assertThat(game.evaluations()).isEqualTo(700);
        broken.set(false);
        TableGame.tabulate(game, EmptyCoalition.REFUSED, 2, Progress.NONE);
        assertThat(asked).hasValue(1025);
    }

    @Test
    void a_budget_is_kept() {
        var game = RememberingGame.of(Game.of(Oracles.ids(5), Coalition::size), 10);
        assertThatThrownBy(() -> TableGame.tabulate(game, EmptyCoalition.REFUSED, 1, Progress.NONE))
                .isInstanceOf(ValuationFailedException.class)
                .hasMessageContaining("its budget of 10 evaluations is spent");
        assertThat(game.evaluations()).isEqualTo(10);
    }
}
