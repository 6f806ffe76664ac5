package org.dataassay.pricing.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.dataassay.pricing.FactsDigest;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.NotApplicableException;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.market.MarketEvidence.Grade;
import org.dataassay.valuation.money.UnitPrice;
import org.dataassay.valuation.numeric.Elementary;
import org.dataassay.valuation.result.LibraryVersion;
import org.dataassay.valuation.result.Method;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.Provenance;
import org.dataassay.valuation.time.DayCount;

/**
 * Finds the band in which similar data are sold, from deals, quotes and list prices, with a grade of confidence and the influence of every piece.
 *
 * <p><b>Formula</b> price = stated · exchange rate · rights factor · (wanted term ÷ its term) ÷ wanted units that its unit holds; weight = weight of its grade · 2^(−age ÷ half-life); low,
 * middle, high: weighted quantiles; a piece is suspect where |ln price − m| > c · s, m the weighted median of the logarithms, s = 1.4826 times the weighted median of |ln price − m|, or
 * 1.2533 times their weighted mean where that is 0
 *
 * <p><b>Units and ranges</b> prices per unit in the context's currency · quantile levels within (0, 1) · age in years of 365.25 days · half-life above 0
 *
 * <p><b>Edge cases</b> below the lowest rung of the ladder there is no middle, and low and high are the least and the greatest price; where these are one price, no band at all · an override
 * gives the band nevertheless and is noted · no piece usable: not applicable
 *
 * <p><b>Numerics</b> pieces are sorted by price and name, so that their order changes no bit; doubles, rounded to 12 decimals in the result
 *
 * <p><b>Use when / not when</b> a negotiation or a listing needs a defensible reference / a value is asked for: a price that others asked is none
 *
 * @param options conventions
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">R. J. Hyndman, Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996), page 361,
 *     definition 2</a>
 * @see <a href="https://asq.org/quality-press">B. Iglewicz, D. C. Hoaglin, How to Detect and Handle Outliers, ASQC 1993, section on modified Z-scores</a>
 */
public record ReferenceBand(Options options) implements Method<BandFacts, ReferencePrices> {

    public static final MethodId ID = MethodId.of("price.reference-band");

    private static final double MEDIAN_TO_DEVIATION = 1.4826;
    private static final double MEAN_TO_DEVIATION = 1.2533;
    private static final double LN_2 = 0.6931471805599453;
    private static final double MOST_CAUGHT = 0.2;

    /** What becomes of a piece that is suspect of a wrong unit. */
    public enum Suspects {
        /** It does not count, and is shown. */
        SET_ASIDE,
        /** It counts, and a note names it. */
        KEPT
    }

    /** How pieces of one source count. */
    public enum SourceWeight {
        /** Each for itself. */
        EACH_PIECE,
        /** Together as much as the heaviest of them. */
        EACH_SOURCE_ONCE
    }

    /** What becomes of a price for another term. */
    public enum TermRule {
        /** In proportion to the months. */
        PROPORTIONAL,
        /** It is set aside. */
        SAME_ONLY
    }

    /**
     * Who decided that a point is given although the evidence is below the threshold.
     *
     * @param who name and office
     * @param reason in words
     */
    public record ThresholdOverride(String who, String reason) {
        public ThresholdOverride {
            new Check()
                    .that(!who.isBlank(), "who", "named", "''", "Name the responsible person.")
                    .that(!reason.isBlank(), "reason", "stated", "blank", "Say why the threshold is overridden.")
                    .done();
        }
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param weights of the grades of evidence; must be stated
     * @param ladder what evidence each grade of confidence takes; must be stated
     * @param halfLifeYears after which a piece counts half; empty where age does not matter
     * @param lowLevel quantile of the lower end
     * @param highLevel quantile of the upper end; the middle is the median
     * @param cutoff robust standard deviations beyond which a piece is suspect, at least 1
     * @param suspects what becomes of it
     * @param usualFactors by which units are usually mistaken, above 1: what a suspect is compared with
     * @param sourceWeight how pieces of one source count
     * @param term what becomes of a price for another term
     * @param override of the evidence threshold
     */
    public record Options(
            Optional<GradeWeights> weights,
            Optional<ConfidenceLadder> ladder,
            OptionalDouble halfLifeYears,
            double lowLevel,
            double highLevel,
            double cutoff,
            Suspects suspects,
            List<Double> usualFactors,
            SourceWeight sourceWeight,
            TermRule term,
            Optional<ThresholdOverride> override) {

        public static final Options STANDARD = new Options(
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                0.25,
                0.75,
                3.5,
                Suspects.SET_ASIDE,
                List.of(10.0, 12.0, 100.0, 365.0, 1_000.0, 10_000.0, 1_000_000.0),
                SourceWeight.EACH_SOURCE_ONCE,
                TermRule.SAME_ONLY,
                Optional.empty());

        public Options {
            usualFactors = List.copyOf(usualFactors);
            var check = new Check()
                    .that(
                            lowLevel > 0 && lowLevel < 0.5,
                            "lowLevel",
                            "within (0, 0.5)",
                            Plain.of(lowLevel),
                            "0.25 is the lower quartile.")
                    .that(
                            highLevel > 0.5 && highLevel < 1,
                            "highLevel",
                            "within (0.5, 1)",
                            Plain.of(highLevel),
                            "0.75 is the upper quartile.")
                    .range("cutoff", cutoff, 1, 1e6, "Iglewicz and Hoaglin take 3.5.")
                    .that(
                            usualFactors.size() <= 100 && usualFactors.stream().allMatch(k -> k > 1 && k <= 1e12),
                            "usualFactors",
                            "at most 100 numbers above 1",
                            usualFactors.size(),
                            "Give factors such as 12 or 1000.");
            halfLifeYears.ifPresent(
                    years -> check.range("halfLifeYears", years, 0.01, 1e3, "Leave it out where age does not matter."));
            check.done();
        }

        public Options withHalfLife(double years) {
            return new Options(
                    weights,
                    ladder,
                    OptionalDouble.of(years),
                    lowLevel,
                    highLevel,
                    cutoff,
                    suspects,
                    usualFactors,
                    sourceWeight,
                    term,
                    override);
        }

        public Options withSuspects(Suspects how) {
            return new Options(
                    weights,
                    ladder,
                    halfLifeYears,
                    lowLevel,
                    highLevel,
                    cutoff,
                    how,
                    usualFactors,
                    sourceWeight,
                    term,
                    override);
        }

        public Options withSourceWeight(SourceWeight how) {
            return new Options(
                    weights,
                    ladder,
                    halfLifeYears,
                    lowLevel,
                    highLevel,
                    cutoff,
                    suspects,
                    usualFactors,
                    how,
                    term,
                    override);
        }

        public Options withTerm(TermRule how) {
            return new Options(
                    weights,
                    ladder,
                    halfLifeYears,
                    lowLevel,
                    highLevel,
                    cutoff,
                    suspects,
                    usualFactors,
                    sourceWeight,
                    how,
                    override);
        }

        public Options withOverride(String who, String reason) {
            return new Options(
                    weights,
                    ladder,
                    halfLifeYears,
                    lowLevel,
                    highLevel,
                    cutoff,
                    suspects,
                    usualFactors,
                    sourceWeight,
                    term,
                    Optional.of(new ThresholdOverride(who, reason)));
        }
    }

    /** Declared weights and ladder, otherwise the standard. */
    public static ReferenceBand with(GradeWeights weights, ConfidenceLadder ladder) {
        var s = Options.STANDARD;
        return new ReferenceBand(new Options(
                Optional.of(weights),
                Optional.of(ladder),
                s.halfLifeYears,
                s.lowLevel,
                s.highLevel,
                s.cutoff,
                s.suspects,
                s.usualFactors,
                s.sourceWeight,
                s.term,
                s.override));
    }

    @Override
    public MethodId id() {
        return ID;
    }

    @Override
    public ReferencePrices evaluate(BandFacts facts, ValuationContext context) {
        var check = new Check();
        if (options.weights().isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING, "options.weights", "Declare what a deal, a quote and a list price count."));
        if (options.ladder().isEmpty())
            check.add(Problem.of(
                    ValuationError.MISSING,
                    "options.ladder",
                    "Declare what evidence each grade of confidence takes; its lowest rung is the threshold."));
        check.done();
        return new Reading(facts, context).find();
    }

    /** A piece on its way into the band. */
    private record Piece(PriceEvidence evidence, double price, List<String> steps, double weight) {}

    /** One evaluation. */
    private final class Reading {

        private final BandFacts facts;
        private final ValuationContext context;
        private final GradeWeights weights;
        private final List<ReferencePrices.SetAside> setAside = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();

        private Reading(BandFacts facts, ValuationContext context) {
            this.facts = facts;
            this.context = context;
            this.weights = options.weights().orElseThrow();
        }

        private ReferencePrices find() {
            var pieces = new ArrayList<Piece>();
            for (var evidence : facts.evidence()) comparable(evidence).ifPresent(pieces::add);
            pieces.sort(Comparator.comparingDouble(Piece::price)
                    .thenComparing(piece -> piece.evidence().name()));
            var used = withoutSuspects(pieces);
            if (used.isEmpty())
                throw NotApplicableException.of(
                        ValuationError.MISSING,
                        "evidence",
                        "No piece could be compared with the wanted unit, term and rights: "
                                + setAside.stream()
                                        .map(one -> one.reason().name())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".");
            return band(used);
        }

        // --- normalization ---

        private Optional<Piece> comparable(PriceEvidence evidence) {
            var steps = new ArrayList<String>();
            double price = evidence.price().toDouble();
            if (price == 0) return aside(evidence, ReferencePrices.Reason.FREE);
            if (!evidence.price().currency().equals(context.currency())) {
                var step = facts.normalization().currencies().stream()
                        .filter(s -> s.currency().equals(evidence.price().currency()))
                        .findFirst();
                if (step.isEmpty()) return aside(evidence, ReferencePrices.Reason.CURRENCY);
                price *= step.get().rate().doubleValue();
                steps.add("× " + step.get().rate().toPlainString() + " " + context.currency() + " for 1 "
                        + step.get().currency());
            }
            var unit = evidence.price().item();
            if (!unit.equals(facts.unit())) {
                var step = facts.normalization().units().stream()
                        .filter(s -> s.unit().equals(unit))
                        .findFirst();
                if (step.isEmpty()) return aside(evidence, ReferencePrices.Reason.UNIT);
                price /= step.get().holds().doubleValue();
                steps.add("÷ " + step.get().holds().toPlainString() + " " + facts.unit() + " in 1 " + unit);
            }
            if (!evidence.rights().equals(facts.rights())) {
                var step = facts.normalization().rights().stream()
                        .filter(s -> s.rights().equals(evidence.rights()))
                        .findFirst();
                if (step.isEmpty()) return aside(evidence, ReferencePrices.Reason.RIGHTS);
                price *= step.get().factor().doubleValue();
                steps.add("× " + step.get().factor().toPlainString() + " from " + evidence.rights() + " to "
                        + facts.rights());
            }
            var own = evidence.termMonths();
            var wanted = facts.termMonths();
            boolean isSameTerm = own.isPresent() == wanted.isPresent()
                    && (own.isEmpty() || own.get().compareTo(wanted.get()) == 0);
            if (!isSameTerm) {
                if (own.isEmpty() || wanted.isEmpty() || options.term() == TermRule.SAME_ONLY)
                    return aside(evidence, ReferencePrices.Reason.TERM);
                price *= wanted.get().doubleValue() / own.get().doubleValue();
                steps.add(
                        "× " + wanted.get().toPlainString() + " ÷ " + own.get().toPlainString() + " months");
            }
            if (evidence.date()
                    .map(date -> date.isAfter(context.valuationDate()))
                    .orElse(false)) return aside(evidence, ReferencePrices.Reason.LATER);
            double weight = weights.of(evidence.grade());
            if (options.halfLifeYears().isPresent()) {
                if (evidence.date().isEmpty()) return aside(evidence, ReferencePrices.Reason.UNDATED);
                double age = DayCount.ACT_365_25.years(evidence.date().get(), context.valuationDate());
                weight *= Elementary.exp(-LN_2 * age / options.halfLifeYears().getAsDouble());
            }
            return Optional.of(new Piece(evidence, price, steps, weight));
        }

        private Optional<Piece> aside(PriceEvidence evidence, ReferencePrices.Reason why) {
            setAside.add(new ReferencePrices.SetAside(
                    evidence.name(), why, Optional.empty(), OptionalDouble.empty(), Optional.empty()));
            return Optional.empty();
        }

        // --- suspects ---

        private List<Piece> withoutSuspects(List<Piece> pieces) {
            if (pieces.isEmpty()) return pieces;
            var prices = prices(pieces);
            var weights = prices.weightsWithout(-1, -1);
            var logs =
                    pieces.stream().mapToDouble(p -> Elementary.log(p.price())).toArray();
            double middle = prices.quantiles(logs, weights, 0.5)[0];
            double deviation = deviation(logs, weights, middle);
            var used = new ArrayList<Piece>();
            var caught = new ArrayList<Piece>();
            for (int i = 0; i < pieces.size(); i++) {
                double distance = Math.abs(logs[i] - middle);
                if (!(distance > options.cutoff() * deviation) || deviation == 0) {
                    used.add(pieces.get(i));
                    continue;
                }
                caught.add(pieces.get(i));
                if (options.suspects() == Suspects.KEPT) {
                    used.add(pieces.get(i));
                    continue;
                }
                setAside.add(new ReferencePrices.SetAside(
                        pieces.get(i).evidence().name(),
                        ReferencePrices.Reason.UNIT_SUSPECT,
                        Optional.of(unitPrice(pieces.get(i).price())),
                        OptionalDouble.of(distance / deviation),
                        looksLike(logs[i] - middle, deviation)));
            }
            tellCaught(caught, pieces.size());
            return used;
        }

        /** A robust standard deviation. */
        private static double deviation(double[] logs, double[] weights, double middle) {
            int n = logs.length;
            var order = java.util.stream.IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> Math.abs(logs[i] - middle)))
                    .mapToInt(i -> i)
                    .toArray();
            var distances = Arrays.stream(order)
                    .mapToDouble(i -> Math.abs(logs[i] - middle))
                    .toArray();
            var sorted = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
            double median = new WeightedPrices(distances, sorted, new int[n], false).quantiles(sorted, 0.5)[0];
            if (median > 0) return MEDIAN_TO_DEVIATION * median;
            double sum = 0;
            double all = 0;
            for (int i = 0; i < n; i++) {
                sum += sorted[i] * distances[i];
                all += sorted[i];
            }
            return MEAN_TO_DEVIATION * sum / all;
        }

        private Optional<String> looksLike(double offset, double deviation) {
            var best = Optional.<String>empty();
            double least = options.cutoff() * deviation;
            for (double factor : options.usualFactors()) {
                double rest = Math.abs(Math.abs(offset) - Elementary.log(factor));
                if (rest <= least) {
                    least = rest;
                    best = Optional.of((offset > 0 ? "÷ " : "× ") + Plain.of(factor));
                }
            }
            return best;
        }

        private void tellCaught(List<Piece> caught, int of) {
            if (caught.isEmpty()) return;
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    options.suspects() == Suspects.KEPT ? "suspect-units-kept" : "suspect-units-set-aside",
                    caught.size() + " of " + of + " prices are far from the others"
                            + (options.suspects() == Suspects.KEPT ? " and count." : "; see what was set aside.")));
            if (caught.size() > MOST_CAUGHT * of)
                notes.add(Note.of(
                        Note.Kind.WARNING,
                        "mixed-units",
                        "More than a fifth of the prices are suspect: the evidence may be of several kinds."));
        }

        // --- the band ---

        private WeightedPrices prices(List<Piece> pieces) {
            var numbers = new HashMap<String, Integer>();
            var sources = pieces.stream()
                    .mapToInt(p -> numbers.computeIfAbsent(p.evidence().source(), s -> numbers.size()))
                    .toArray();
            return new WeightedPrices(
                    pieces.stream().mapToDouble(Piece::price).toArray(),
                    pieces.stream().mapToDouble(Piece::weight).toArray(),
                    sources,
                    options.sourceWeight() == SourceWeight.EACH_SOURCE_ONCE);
        }

        private ReferencePrices band(List<Piece> pieces) {
            var prices = prices(pieces);
            var levels = new double[] {options.lowLevel(), 0.5, options.highLevel()};
            var all = prices.weightsWithout(-1, -1);
            var band = prices.quantiles(all, levels);
            double sum = 0;
            double squares = 0;
            double deals = 0;
            for (int i = 0; i < all.length; i++) {
                sum += all[i];
                squares += all[i] * all[i];
                if (pieces.get(i).evidence().grade() == Grade.DEAL) deals += all[i];
            }
            double effective = sum * sum / squares;
            double dealShare = deals / sum;

            var used = new ArrayList<ReferencePrices.Used>();
            var piecewise = new Moves();
            for (int i = 0; i < pieces.size(); i++) {
                var without = without(prices, band, prices.weightsWithout(i, -1), levels);
                piecewise.add(without[1]);
                used.add(new ReferencePrices.Used(
                        pieces.get(i).evidence().name(),
                        unitPrice(pieces.get(i).price()),
                        pieces.get(i).steps(),
                        all[i] / sum,
                        without[0],
                        without[1],
                        without[2]));
            }
            var bySource = new Moves();
            for (int s = 0; s < prices.sourceCount(); s++)
                bySource.add(without(prices, band, prices.weightsWithout(-1, s), levels)[1]);

            var confidence =
                    options.ladder().orElseThrow().grade(effective, prices.sourceCount(), dealShare, bySource.spread());
            boolean isEnough = confidence != ConfidenceLadder.Confidence.INSUFFICIENT;
            tell(isEnough);
            return new ReferencePrices(
                    ID,
                    isEnough || options.override().isPresent()
                            ? Optional.of(new ReferencePrices.PriceBand(
                                    unitPrice(band[0]), Optional.of(unitPrice(band[1])), unitPrice(band[2])))
                            : extremes(prices),
                    confidence,
                    effective,
                    prices.sourceCount(),
                    dealShare,
                    piecewise.stability(),
                    bySource.stability(),
                    used,
                    inOrder(),
                    notes,
                    new Provenance(
                            ID,
                            version(),
                            LibraryVersion.VERSION,
                            options,
                            FactsDigest.of(facts, context.valuationDate()),
                            context.seed()));
        }

        /** How the three move as shares of themselves; empty where nothing is left. */
        private OptionalDouble[] without(WeightedPrices prices, double[] band, double[] left, double[] levels) {
            var moves = new OptionalDouble[] {OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()};
            if (Arrays.stream(left).allMatch(weight -> weight == 0)) return moves;
            var moved = prices.quantiles(left, levels);
            for (int j = 0; j < moves.length; j++) moves[j] = OptionalDouble.of(moved[j] / band[j] - 1);
            return moves;
        }

        /** Least and greatest price; none where that is one price. */
        private Optional<ReferencePrices.PriceBand> extremes(WeightedPrices prices) {
            double low = prices.price(0);
            double high = prices.price(prices.size() - 1);
            return low == high
                    ? Optional.empty()
                    : Optional.of(new ReferencePrices.PriceBand(unitPrice(low), Optional.empty(), unitPrice(high)));
        }

        private List<ReferencePrices.SetAside> inOrder() {
            var places = new HashMap<String, Integer>();
            for (var evidence : facts.evidence()) places.put(evidence.name(), places.size());
            var sorted = new ArrayList<>(setAside);
            sorted.sort(Comparator.comparing(one -> places.get(one.name())));
            return sorted;
        }

        private void tell(boolean isEnough) {
            if (!isEnough)
                options.override()
                        .ifPresentOrElse(
                                by -> notes.add(Note.of(
                                        Note.Kind.OVERRIDE,
                                        "evidence-threshold-overridden",
                                        by.who() + ": " + by.reason())),
                                () -> notes.add(
                                        Note.of(
                                                Note.Kind.LIMIT,
                                                "below-evidence-threshold",
                                                "The evidence is below the lowest rung of the ladder: no point is given, only the least and the greatest price.")));
            else if (options.override().isPresent())
                notes.add(Note.of(
                        Note.Kind.INFO,
                        "override-not-needed",
                        "The evidence reaches the threshold without an override."));
            if (options.halfLifeYears().isEmpty())
                notes.add(Note.of(Note.Kind.ASSUMPTION, "no-decay", "Evidence of every age counts alike."));
            if (!setAside.isEmpty())
                notes.add(Note.of(
                        Note.Kind.INFO,
                        "set-aside",
                        setAside.size() + " of " + facts.evidence().size()
                                + " pieces do not count; each is shown with its reason."));
            facts.normalization()
                    .rights()
                    .forEach(step -> notes.add(Note.of(
                            Note.Kind.ASSUMPTION,
                            "rights-factor",
                            step.rights() + " × " + step.factor().toPlainString() + ": " + step.reason())));
        }

        private UnitPrice unitPrice(double price) {
            return UnitPrice.ofRounded(price, context.currency(), facts.unit(), context.roundingMode());
        }
    }

    /** The furthest moves of the middle. */
    private static final class Moves {
        private double down;
        private double up;

        private boolean isLast;

        private void add(OptionalDouble move) {
            if (move.isEmpty()) {
                isLast = true;
                return;
            }
            down = Math.min(down, move.getAsDouble());
            up = Math.max(up, move.getAsDouble());
        }

        /** Without bound where one was left out and nothing remained. */
        private double spread() {
            return isLast ? Double.POSITIVE_INFINITY : Math.max(-down, up);
        }

        private Optional<ReferencePrices.Stability> stability() {
            return isLast ? Optional.empty() : Optional.of(new ReferencePrices.Stability(down, up));
        }
    }
}
