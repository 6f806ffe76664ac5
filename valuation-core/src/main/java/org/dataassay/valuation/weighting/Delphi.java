package org.dataassay.valuation.weighting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.InvalidInputException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Weights items by the scores of experts over several rounds: the Delphi method (德尔菲法).
 *
 * <p><b>Formula</b> per round: mean of an item over the experts, or by their authority; CV = σ/mean, σ with denominator m − 1; Kendall's W = 12·S/(m²·(n³ − n) − m·ΣT), S
 * the squared deviations of the rank sums, T = Σ(t³ − t) over an expert's ties; χ² = m·(n − 1)·W with n − 1 degrees of freedom. Authority Cr = (Ca + Cs)/2. Weight of an
 * item = its mean of the last round over the sum of means.
 *
 * <p><b>Units and ranges</b> scores at least 0 on one scale · Ca, Cs in [0, 1] · m experts of a round, 2 to 50, n items, 2 to 30
 *
 * <p><b>Edge cases</b> an expert who gives all items one score has no order, and W is not finite where nobody has one: refused · an item that nobody scores above 0 has no
 * CV and is refused
 *
 * <p><b>Numerics</b> ranks are formulas of the scores, so W moves by steps: its derivatives are zero, its tornado and simulation are not
 *
 * <p><b>Use when / not when</b> several experts can be asked again after they have seen what all said / one panel compares in one sitting: AHP
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1287/mnsc.9.3.458">N. Dalkey, O. Helmer, An experimental application of the Delphi method to the use of experts, Management Science 9
 *     (1963), page 458</a>
 * @see <a href="https://www.jstor.org/stable/2235668">M. G. Kendall, B. Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939), page
 *     275</a>
 */
public record Delphi(Options options) implements RankedMethod<DelphiFacts, DelphiWeights> {

    public static final MethodId ID = MethodId.of("weighting.delphi");

    public static final double DEFAULT_AUTHORITY = 0.7;

    public static final double DEFAULT_SIGNIFICANCE = 0.05;

    public static final double DEFAULT_VARIATION = 0.25;

    public static final double DEFAULT_CHANGE = 0.1;

    /** Up to so many items χ² approximates badly. */
    private static final int FEW_ITEMS = 7;

    /** How much each expert's score counts. */
    public enum Counting {
        /** The same. */
        EQUALLY,
        /** By authority Cr. */
        BY_AUTHORITY
    }

    /**
     * Conventions; each is written into the provenance. The thresholds are usual ones of the literature and told as assumptions.
     *
     * @param counting how much each expert's score counts
     * @param leastAuthority Cr below which an expert is flagged, in [0, 1]
     * @param significance of the test against agreement by chance, in (0, 1)
     * @param mostVariation CV above which an item is flagged as disputed
     * @param mostChange of an item's mean from the round before, as a share of it, up to which the last round is stable
     */
    public record Options(
            Counting counting, double leastAuthority, double significance, double mostVariation, double mostChange) {

        public static final Options STANDARD = new Options(
                Counting.EQUALLY, DEFAULT_AUTHORITY, DEFAULT_SIGNIFICANCE, DEFAULT_VARIATION, DEFAULT_CHANGE);

        public Options {
            new Check()
                    .share("leastAuthority", leastAuthority)
                    .that(
                            significance > 0 && significance < 1,
                            "significance",
                            "above 0 and below 1",
                            significance,
                            "0.05 is usual.")
                    .range("mostVariation", mostVariation, 0, 10, "0.25 is usual.")
                    .range("mostChange", mostChange, 0, 10, "0.1 is a tenth of the mean of the round before.")
                    .done();
        }

        public Options withCounting(Counting how) {
            return new Options(how, leastAuthority, significance, mostVariation, mostChange);
        }

        public Options withLeastAuthority(double least) {
            return new Options(counting, least, significance, mostVariation, mostChange);
        }

        public Options withSignificance(double level) {
            return new Options(counting, leastAuthority, level, mostVariation, mostChange);
        }

        public Options withMostVariation(double most) {
            return new Options(counting, leastAuthority, significance, most, mostChange);
        }

        public Options withMostChange(double most) {
            return new Options(counting, leastAuthority, significance, mostVariation, most);
        }
    }

    public static Delphi standard() {
        return new Delphi(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public Written writeRanked(Sheet sheet, DelphiFacts facts, ValuationContext context) {
        if (options.counting == Counting.BY_AUTHORITY && facts.authorities().isEmpty())
            throw InvalidInputException.of(
                    ValuationError.MISSING,
                    "authorities",
                    "Scores are to count by authority: state basis and familiarity of every expert.");
        var authority = new LinkedHashMap<String, Cell>();
        for (var one : facts.authorities()) {
            var section = sheet.section("authority").section(one.expert());
            var basis = section.given("basis", Unit.SHARE, one.basis());
            var familiarity = section.given("familiarity", Unit.SHARE, one.familiarity());
            authority.put(
                    one.expert(),
                    section.let("authorityCr", basis.plus(familiarity).dividedBy(Cell.number(2))));
        }
        var rounds = new ArrayList<DelphiRound>();
        for (int r = 0; r < facts.rounds().size(); r++) {
            var section = sheet.section(DelphiRound.section(r));
            rounds.add(DelphiRound.write(
                    section,
                    facts.items(),
                    facts.rounds().get(r),
                    options.counting == Counting.BY_AUTHORITY ? Optional.of(authority) : Optional.empty()));
            if (r == 0) continue;
            var before = rounds.get(r - 1).score();
            section.let("changeOfMean", rounds.get(r).score().minus(before).dividedBy(before));
        }
        var last = rounds.get(rounds.size() - 1);
        var weight =
                sheet.let("weight", last.score().dividedBy(last.score().sum()).as(Unit.SHARE));
        return new Written(sheet.let("concordanceOfExperts", last.concordance()), weight);
    }

    @Override
    public List<Note> remarks(DelphiFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "delphi-thresholds",
                "Cr ≥ " + Plain.of(options.leastAuthority) + ", p < " + Plain.of(options.significance) + ", CV ≤ "
                        + Plain.of(options.mostVariation) + ", |Δ| ≤ " + Plain.of(options.mostChange)));
        var rounds = rounds(facts, worksheet, section);
        var last = rounds.get(rounds.size() - 1);
        var weak = authorities(facts, worksheet, section).stream()
                .filter(one -> one.authority() < options.leastAuthority)
                .map(DelphiWeights.Expert::name)
                .toList();
        if (!weak.isEmpty()) notes.add(Note.of(Note.Kind.WARNING, "low-authority", String.join(", ", weak)));
        if (!(last.probability() < options.significance))
            notes.add(Note.of(Note.Kind.WARNING, "agreement-may-be-chance", "p = " + Plain.of(last.probability())));
        var disputed = last.items().stream()
                .filter(item -> item.variation() > options.mostVariation)
                .map(DelphiWeights.Item::name)
                .toList();
        if (!disputed.isEmpty()) notes.add(Note.of(Note.Kind.WARNING, "items-disputed", String.join(", ", disputed)));
        if (rounds.size() == 1)
            notes.add(Note.of(Note.Kind.LIMIT, "one-round", facts.items().size() + " items"));
        last.greatestChange().ifPresent(change -> {
            if (change > options.mostChange)
                notes.add(Note.of(Note.Kind.WARNING, "rounds-not-stable", Plain.of(change)));
        });
        var left = new ArrayList<>(facts.rounds().get(0).expertNames());
        left.removeAll(facts.rounds().get(rounds.size() - 1).expertNames());
        if (!left.isEmpty()) notes.add(Note.of(Note.Kind.INFO, "experts-left", String.join(", ", left)));
        if (facts.items().size() <= FEW_ITEMS)
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "few-items-for-chi-square",
                    Plain.of(facts.items().size())));
        return notes;
    }

    @Override
    public DelphiWeights evaluate(DelphiFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        var rounds = rounds(facts, worksheet, "");
        var last = rounds.get(rounds.size() - 1);
        var opinions = new ArrayList<RankOrder>();
        var section = DelphiRound.section(rounds.size() - 1) + "/score/";
        for (var expert : facts.rounds().get(rounds.size() - 1).expertNames())
            opinions.add(RankOrder.ofScores(expert, facts.items(), worksheet.values(section + expert)));
        return new DelphiWeights(
                ID,
                new Weights(facts.items(), worksheet.values("weight")),
                worksheet.value(),
                last.probability(),
                last.probability() < options.significance,
                rounds.size() > 1 && last.greatestChange().orElse(1) <= options.mostChange,
                rounds,
                authorities(facts, worksheet, ""),
                RankAgreement.of(opinions),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    private static List<DelphiWeights.Round> rounds(DelphiFacts facts, Worksheet worksheet, String prefix) {
        var rounds = new ArrayList<DelphiWeights.Round>();
        for (int r = 0; r < facts.rounds().size(); r++)
            rounds.add(DelphiRound.read(
                    r, facts.items(), facts.rounds().get(r), worksheet, prefix + DelphiRound.section(r) + "/"));
        return rounds;
    }

    private List<DelphiWeights.Expert> authorities(DelphiFacts facts, Worksheet worksheet, String section) {
        return facts.authorities().stream()
                .map(one -> {
                    double authority = worksheet.value(section + "authority/" + one.expert() + "/authorityCr");
                    return new DelphiWeights.Expert(one.expert(), authority, authority >= options.leastAuthority);
                })
                .toList();
    }
}
