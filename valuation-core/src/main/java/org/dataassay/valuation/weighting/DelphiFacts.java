package org.dataassay.valuation.weighting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Input;

/**
 * Facts of {@link Delphi}: what the experts said in every round.
 *
 * @param items 2 to {@value #MOST_ITEMS}, no name twice
 * @param rounds 1 to {@value #MOST_ROUNDS}, in order; all are kept
 * @param authorities of the experts; empty where they were not asked for, else one of everybody who scored
 */
public record DelphiFacts(List<String> items, List<Round> rounds, List<Authority> authorities) {

    public static final int MOST_ITEMS = 30;

    public static final int MOST_ROUNDS = 6;

    public static final int MOST_EXPERTS = 50;

    /**
     * One round.
     *
     * @param answers 2 to {@value #MOST_EXPERTS} experts', no expert twice; who left is missing from later rounds
     */
    public record Round(List<Answer> answers) {
        public Round {
            answers = List.copyOf(answers);
            var check = new Check()
                    .that(
                            answers.size() >= 2 && answers.size() <= MOST_EXPERTS,
                            "answers",
                            "those of 2 to " + MOST_EXPERTS + " experts",
                            answers.size(),
                            "One expert has nobody to agree with.");
            var seen = new HashSet<String>();
            for (int e = 0; e < answers.size(); e++)
                if (!seen.add(answers.get(e).expert()))
                    check.add(Problem.of(
                            ValuationError.DUPLICATE,
                            "answers[" + e + "].expert",
                            answers.get(e).expert(),
                            "Give one answer per expert and round."));
            check.done();
        }

        public static Round of(Answer... answers) {
            return new Round(List.of(answers));
        }

        List<String> expertNames() {
            return answers.stream().map(Answer::expert).toList();
        }
    }

    /**
     * One expert's scores in a round.
     *
     * @param expert who scored
     * @param scores one per item, at least 0, more is more important
     */
    public record Answer(String expert, List<Input<Double>> scores) {
        public Answer {
            scores = List.copyOf(scores);
            var check = new Check();
            Names.check(check, "expert", expert, "the expert");
            for (int i = 0; i < scores.size(); i++)
                check.that(
                        scores.get(i).value() >= 0
                                && Double.isFinite(scores.get(i).value()),
                        "scores[" + i + "]",
                        "at least 0",
                        scores.get(i).value(),
                        "Score importance on one scale, such as 1 to 5.");
            check.done();
        }

        /** Scores of which no source is stated. */
        public static Answer of(String expert, double... scores) {
            return new Answer(
                    expert, java.util.Arrays.stream(scores).mapToObj(Input::of).toList());
        }
    }

    /**
     * How far an expert's word carries.
     *
     * @param expert who
     * @param basis Ca, on what the judgement rests: theory, practice, literature, intuition; in [0, 1]
     * @param familiarity Cs, how well the expert knows the matter; in [0, 1]
     */
    public record Authority(String expert, Input<Double> basis, Input<Double> familiarity) {
        public Authority {
            new Check()
                    .share("basis", basis.value())
                    .share("familiarity", familiarity.value())
                    .done();
        }
    }

    public DelphiFacts {
        items = List.copyOf(items);
        rounds = List.copyOf(rounds);
        authorities = List.copyOf(authorities);
        var check = new Check()
                .that(
                        items.size() >= 2 && items.size() <= MOST_ITEMS,
                        "items",
                        "2 to " + MOST_ITEMS,
                        items.size(),
                        "Name what is scored.")
                .that(
                        !rounds.isEmpty() && rounds.size() <= MOST_ROUNDS,
                        "rounds",
                        "1 to " + MOST_ROUNDS,
                        rounds.size(),
                        "Give every round, the first too.");
        Names.checkAll(check, "items", items, "the item");
        var known = new HashSet<String>();
        authorities.forEach(authority -> known.add(authority.expert()));
        check.that(
                known.size() == authorities.size(),
                "authorities",
                "one per expert",
                authorities.size() + " of " + known.size() + " experts",
                "State each expert's once.");
        for (int r = 0; r < rounds.size(); r++) {
            for (int e = 0; e < rounds.get(r).answers().size(); e++) {
                var answer = rounds.get(r).answers().get(e);
                var field = "rounds[" + r + "].answers[" + e + "]";
                if (answer.scores().size() != items.size())
                    check.add(Problem.of(
                            ValuationError.MISMATCH,
                            field + ".scores",
                            answer.expert() + " has " + answer.scores().size() + " scores but there are " + items.size()
                                    + " items",
                            "Give one score per item, in the order of the items."));
                if (!authorities.isEmpty() && !known.contains(answer.expert()))
                    check.add(Problem.of(
                            ValuationError.MISSING,
                            field,
                            "The authority of " + answer.expert() + " is not stated; state everybody's or nobody's."));
            }
        }
        check.done();
    }

    /** Rounds of experts who were not asked for their authority. */
    public static DelphiFacts of(List<String> items, Round... rounds) {
        return new DelphiFacts(items, List.of(rounds), List.of());
    }

    public DelphiFacts withAuthorities(List<Authority> stated) {
        return new DelphiFacts(items, rounds, stated);
    }

    Optional<Authority> authority(String expert) {
        return authorities.stream().filter(a -> a.expert().equals(expert)).findFirst();
    }
}
