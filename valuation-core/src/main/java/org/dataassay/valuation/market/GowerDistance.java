package org.dataassay.valuation.market;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.dataassay.valuation.numeric.Elementary;

/**
 * Distance between two listings described by numbers and words: the weighted mean of their differences, each in [0, 1], over what is known of both.
 *
 * <p>A number differs by its share of the comparables' range, at most 1; a word by 0 or 1; titles by the share of their words that only one has.
 *
 * @see <a href="https://doi.org/10.2307/2528823">J. C. Gower, A general coefficient of similarity and some of its properties, Biometrics 27 (1971), sections 2 and 3</a>
 */
final class GowerDistance {

    /** Name of the characteristic that a title is. */
    static final String TITLE = "title";

    /** A listing or the subject as distances see it: measures by logarithm where they count by ratios. */
    record Point(Map<String, Double> measures, Map<String, String> categories, Optional<Set<String>> words) {}

    private final Map<String, Double> ranges = new LinkedHashMap<>();
    private final Map<String, Double> lows = new LinkedHashMap<>();
    private final List<Point> points = new ArrayList<>();
    private final Point subject;
    private final Map<String, Double> weights;

    GowerDistance(ListingFacts facts, boolean readsTitles) {
        weights = facts.weights();
        for (var comparable : facts.comparables())
            points.add(new Point(
                    entering(comparable.measures(), facts.logarithms()),
                    comparable.categories(),
                    readsTitles ? comparable.title().map(TitleWords::of) : Optional.empty()));
        var measures = new LinkedHashMap<String, Double>();
        facts.subject().measures().forEach((name, input) -> measures.put(name, input.value()));
        subject = new Point(
                entering(measures, facts.logarithms()),
                facts.subject().categories(),
                readsTitles ? facts.subject().title().map(TitleWords::of) : Optional.empty());
        for (var measure : measures.keySet()) {
            var known = points.stream()
                    .filter(p -> p.measures.containsKey(measure))
                    .mapToDouble(p -> p.measures.getOrDefault(measure, 0.0))
                    .summaryStatistics();
            if (known.getCount() == 0) continue;
            lows.put(measure, known.getMin());
            ranges.put(measure, known.getMax() - known.getMin());
        }
    }

    private static Map<String, Double> entering(Map<String, Double> measures, Set<String> logarithms) {
        var entering = new LinkedHashMap<String, Double>();
        measures.forEach(
                (name, value) -> entering.put(name, logarithms.contains(name) ? Elementary.log(value) : value));
        return entering;
    }

    /** Of the subject to a comparable; absent where nothing is known of both. */
    OptionalDouble toSubject(int comparable) {
        return between(subject, points.get(comparable));
    }

    /** Of two comparables. */
    OptionalDouble between(int one, int other) {
        return between(points.get(one), points.get(other));
    }

    private OptionalDouble between(Point one, Point other) {
        double sum = 0;
        double total = 0;
        for (var range : ranges.entrySet()) {
            var a = one.measures.get(range.getKey());
            var b = other.measures.get(range.getKey());
            if (a == null || b == null) continue;
            double weight = weights.getOrDefault(range.getKey(), 1.0);
            sum += weight * difference(Math.abs(a - b), range.getValue());
            total += weight;
        }
        for (var category : subject.categories.keySet()) {
            var a = one.categories.get(category);
            var b = other.categories.get(category);
            if (a == null || b == null) continue;
            double weight = weights.getOrDefault(category, 1.0);
            if (!a.equals(b)) sum += weight;
            total += weight;
        }
        if (one.words.isPresent() && other.words.isPresent()) {
            sum += unlike(one.words.get(), other.words.get());
            total += 1;
        }
        return total > 0 ? OptionalDouble.of(sum / total) : OptionalDouble.empty();
    }

    private static double difference(double apart, double range) {
        if (apart == 0) return 0;
        return range > 0 ? Math.min(1, apart / range) : 1;
    }

    /** Share of the words of two titles that only one has (Jaccard). */
    private static double unlike(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) return 0;
        int shared = 0;
        for (var word : one) if (other.contains(word)) shared++;
        return 1 - (double) shared / (one.size() + other.size() - shared);
    }

    /** Measures in which the subject lies outside the comparables. */
    List<String> extrapolated() {
        return ranges.keySet().stream()
                .filter(measure -> {
                    double value = subject.measures.getOrDefault(measure, 0.0);
                    double low = lows.getOrDefault(measure, 0.0);
                    return value < low || value > low + ranges.getOrDefault(measure, 0.0);
                })
                .toList();
    }

    /** Characteristics in which all comparables that have them are alike, hence tell none from another. */
    List<String> constant() {
        var constant = new ArrayList<String>();
        ranges.forEach((measure, range) -> {
            if (range == 0) constant.add(measure);
        });
        for (var category : subject.categories.keySet()) {
            long levels = points.stream()
                    .map(p -> p.categories.get(category))
                    .filter(java.util.Objects::nonNull)
                    .distinct()
                    .count();
            if (levels == 1) constant.add(category);
        }
        return constant;
    }
}
