package org.dataassay.valuation.information;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Finds what a study is worth whose outcome, a signal, says something about the state: the most to pay for a sample, a test, or a data set of known accuracy.
 *
 * <p><b>Formula</b> EVSI = Σ(z) P(z) · max(a) E[u | z] − max(a) E[u]; posterior P(s | z) = P(z | s) · P(s) / P(z), P(z) = Σ(s) P(z | s) · P(s). Net benefit ENBS = EVSI −
 * cost; efficiency EVSI / EVPI.
 *
 * <p><b>Units and ranges</b> likelihoods in [0, 1], the signals of each state summing to 1 · 0 ≤ EVSI ≤ EVPPI of what the study is about ≤ EVPI
 *
 * <p><b>Edge cases</b> a signal as likely in every state is worth nothing · a signal that tells the state is worth EVPI · a signal that never comes is refused ·
 * efficiency is left out where EVPI is 0
 *
 * <p><b>Numerics</b> posteriors are exact by Bayes' rule, never rounded: rounding them, as textbooks do, shifts EVSI by some percent
 *
 * <p><b>Use when / not when</b> the accuracy of the study can be stated / it cannot: {@link Evppi} is the most it can be worth
 *
 * @param options conventions
 * @see <a href="https://mitpress.mit.edu">Raiffa, Schlaifer, Applied Statistical Decision Theory, 1961, chapter 4, expected value of sample information and net gain</a>
 */
public record Evsi(Options options) implements SheetMethod<StudyFacts, InformationValue> {

    public static final MethodId ID = MethodId.of("information.evsi");

    /** Figure of the net benefit of sampling. */
    private static final String NET_BENEFIT = "netBenefitOfStudy";

    /**
     * Conventions; each is written into the provenance.
     *
     * @param rounding figures rounded on the way, to reproduce a published calculation
     */
    public record Options(Rounding rounding) {
        public static final Options STANDARD = new Options(Rounding.NONE);

        public Options withRounding(Rounding how) {
            return new Options(how);
        }
    }

    public static Evsi standard() {
        return new Evsi(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Rounding rounding() {
        return options.rounding();
    }

    @Override
    public Cell write(Sheet sheet, StudyFacts facts, ValuationContext context) {
        var decision = new DecisionSheet(sheet, facts.table());
        var perfect = decision.byState();
        decision.gain(sheet, "evpi", perfect.value());
        var partition = facts.partition();
        var known = perfect;
        if (!partition.isByState()) {
            known = decision.by(partition);
            decision.requireAtMost("partial at most perfect", known.value(), perfect.value());
            decision.gain(sheet.section(partition.name()), "evppi", known.value());
        }
        var study = sheet.section("study");
        var with = decide(study, facts, partition, known);
        decision.requireAtMost("study at most what it is about", with, known.value());
        var worth = decision.gain(sheet, "evsi", with);
        if (facts.cost().isPresent()) {
            var cost = sheet.given("costOfStudy", Unit.MONEY, facts.cost().get());
            sheet.let(NET_BENEFIT, worth.minus(cost));
        }
        return worth;
    }

    /** Writes Bayes' rule for each signal and the best action on it; returns the value of deciding after the study. */
    private static Cell decide(Sheet study, StudyFacts facts, Partition partition, DecisionSheet.Learned known) {
        var stated = new ArrayList<Row>();
        for (int z = 0; z < facts.signals().size(); z++) {
            var own = study.section(facts.signals().get(z));
            var row = own.given("likelihood", Unit.SHARE, known.axis(), facts.likelihoodsOf(z, partition));
            own.require(
                    "likelihoodAtLeastZero", row, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Give a share from 0 to 1.");
            stated.add(row);
        }
        var total =
                study.let("likelihoodTotal", stated.stream().reduce(Row::plus).orElseThrow());
        var chances = new ArrayList<Cell>();
        var likely = new ArrayList<Row>();
        for (int z = 0; z < stated.size(); z++) {
            var own = study.section(facts.signals().get(z));
            var share = own.let("signalIfState", stated.get(z).dividedBy(total).as(Unit.SHARE));
            likely.add(share);
            var joint = own.let("joint", share.times(known.probability()));
            var chance = own.let("signalProbability", joint.sum());
            own.require(
                    "signalCanCome",
                    chance,
                    Relation.GREATER,
                    Cell.ZERO,
                    "Leave out a signal that never comes: nothing can be learned from it.");
            own.let("posterior", joint.dividedBy(chance).as(Unit.SHARE));
            chances.add(chance);
        }
        var signals = study.axis("signals", facts.signals());
        study.let("signalProbability", Row.of(signals, chances));
        var payoffs = new ArrayList<Row>();
        for (int k = 0; k < known.payoffs().size(); k++) {
            var payoff = known.payoffs().get(k);
            var cells = likely.stream().map(share -> payoff.times(share).sum()).toList();
            payoffs.add(study.section(facts.table().actionNames().get(k))
                    .let("weightedPayoffOnSignal", Row.of(signals, cells)));
        }
        return DecisionSheet.valueOf(study, payoffs);
    }

    @Override
    public List<Note> remarks(StudyFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(InformationValue.remarks(worksheet, section + "evsi"));
        if (facts.cost().isPresent() && worksheet.value(section + NET_BENEFIT) < 0)
            notes.add(Note.of(
                    Note.Kind.WARNING, "study-costs-more", "The study costs more than it is worth to this decision."));
        return notes;
    }

    @Override
    public InformationValue evaluate(StudyFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        var reading = new InformationReading(facts.table(), worksheet, context);
        var partition = facts.partition();
        var advice = new ArrayList<InformationValue.Advice>();
        for (var one : reading.advice("study/", facts.signals(), "study/signalProbability"))
            advice.add(one.believing(reading.posterior("study/" + one.learned() + "/posterior", partition.names())));
        var found = reading.value(
                ID,
                "study/valueWithInformation",
                advice,
                "evsi",
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
        return facts.cost().isPresent() ? found.withNetBenefit(reading.money(NET_BENEFIT)) : found;
    }
}
