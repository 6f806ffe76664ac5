package org.dataassay.valuation.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.InputRow;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * How much of the cost new an asset has kept at its age: a depreciation curve, read at the age in years. A residual share is what is left at the end of the life;
 * none means nothing.
 *
 * <p>Data does not wear by use. A curve stands for age: for storage media, for software that goes out of date, for records that nobody maintains.
 *
 * @see "Winfrey, R., Condition-Percent Tables for Depreciation of Unit and Group Properties, Iowa Engineering Experiment Station, Bulletin 156, 1942: the tables
 *     that Tabulated reads"
 */
public sealed interface Depreciation {

    /** Longest life in years. */
    int LONGEST_LIFE = 100;

    /** Figure of the rate by which a declining balance falls. */
    String DECLINING_RATE = "decliningRate";

    /** Writes the curve's inputs and {@code undepreciated}, a share in [0, 1]. */
    Cell write(Sheet sheet);

    /**
     * Equal parts: 1 − (1 − s) · min(a / n, 1).
     *
     * @param age a in years, at least 0
     * @param life n in years, above 0
     * @param residual s in [0, 1]
     */
    record StraightLine(Input<Double> age, Input<Double> life, Optional<Input<Double>> residual)
            implements Depreciation {
        public StraightLine {
            checked(age, Optional.of(life), residual).done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var spent = writeAge(sheet, age).dividedBy(writeLife(sheet, life)).min(Cell.ONE);
            return undepreciated(sheet, writtenOff(sheet, residual, spent));
        }
    }

    /**
     * Falling parts n, n − 1 … 1 of their sum; within a year evenly.
     *
     * @param age a in years, at least 0
     * @param lifeYears n, whole years
     * @param residual s in [0, 1]
     */
    record SumOfYearsDigits(Input<Double> age, int lifeYears, Optional<Input<Double>> residual)
            implements Depreciation {
        public SumOfYearsDigits {
            checked(age, Optional.empty(), residual)
                    .that(
                            lifeYears >= 1 && lifeYears <= LONGEST_LIFE,
                            "lifeYears",
                            "1 to " + LONGEST_LIFE,
                            lifeYears,
                            "Give the life in whole years.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var a = writeAge(sheet, age);
            var years = sheet.axis(
                    "serviceYears",
                    IntStream.rangeClosed(1, lifeYears)
                            .mapToObj(Integer::toString)
                            .toList());
            var before = sheet.fixed(
                    "yearsBeforeThis",
                    Unit.YEARS,
                    years,
                    IntStream.range(0, lifeYears).mapToObj(k -> (double) k).toList());
            double digits = lifeYears * (lifeYears + 1) / 2.0;
            var part = sheet.fixed(
                    "digitShare",
                    Unit.SHARE,
                    years,
                    IntStream.range(0, lifeYears)
                            .mapToObj(k -> (lifeYears - k) / digits)
                            .toList());
            var served = sheet.let(
                    "yearServed", a.minus(before).max(Cell.ZERO).min(Cell.ONE).as(Unit.SHARE));
            return undepreciated(
                    sheet, writtenOff(sheet, residual, part.times(served).sum()));
        }
    }

    /**
     * A constant share of what is left: (1 − d)^a.
     *
     * @param age a in years, at least 0
     * @param rate d per year, in [0, 1)
     */
    record DecliningBalance(Input<Double> age, Input<Double> rate) implements Depreciation {
        public DecliningBalance {
            checked(age, Optional.empty(), Optional.empty())
                    .that(
                            rate.value() >= 0 && rate.value() < 1,
                            "rate",
                            "in [0, 1)",
                            Plain.of(rate.value()),
                            "Give the share of the balance lost per year, as a decimal.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var a = writeAge(sheet, age);
            var d = sheet.given(DECLINING_RATE, Unit.SHARE, rate);
            return undepreciated(sheet, Cell.ONE.minus(d).power(a));
        }
    }

    /**
     * The constant share that reaches the residual at the end of the life: d = 1 − s^(1/n), then (1 − d)^a. The function {@code DB} of spreadsheets rounds d to
     * three decimals, which {@link ReproductionCost.Options#decliningRate} repeats.
     *
     * @param age a in years, at least 0
     * @param life n in years, above 0
     * @param residual s in (0, 1]
     */
    record DecliningToResidual(Input<Double> age, Input<Double> life, Input<Double> residual) implements Depreciation {
        public DecliningToResidual {
            checked(age, Optional.of(life), Optional.of(residual))
                    .that(
                            residual.value() > 0,
                            "residual",
                            "above 0",
                            Plain.of(residual.value()),
                            "A balance that loses a constant share never reaches 0; give another curve.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var a = writeAge(sheet, age);
            var n = writeLife(sheet, life);
            var s = sheet.given("residualShare", Unit.SHARE, residual);
            var d = sheet.let(DECLINING_RATE, Cell.ONE.minus(s.power(Cell.ONE.dividedBy(n))));
            return undepreciated(sheet, Cell.ONE.minus(d).power(a));
        }
    }

    /**
     * Twice the straight-line rate of what is left, not below the residual: max((1 − m/n)^a, s). It does not change over to a straight line.
     *
     * @param age a in years, at least 0
     * @param life n in years, at least m
     * @param multiple m; {@link #DOUBLE} where empty
     * @param residual s in [0, 1]
     */
    record DoubleDeclining(
            Input<Double> age, Input<Double> life, Optional<Input<Double>> multiple, Optional<Input<Double>> residual)
            implements Depreciation {

        /** Multiple of the straight-line rate that gives the curve its name. */
        public static final double DOUBLE = 2;

        public DoubleDeclining {
            double m = multiple.map(Input::value).orElse(DOUBLE);
            checked(age, Optional.of(life), residual)
                    .that(m > 0 && m <= 10, "multiple", "above 0 and at most 10", m, "Leave it out for 2.")
                    .that(
                            life.value() > m,
                            "life",
                            "above the multiple, " + Plain.of(m),
                            life.value(),
                            "All would be written off in the first year.")
                    .done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var a = writeAge(sheet, age);
            var n = writeLife(sheet, life);
            var m = multiple.map(given -> sheet.given("decliningMultiple", Unit.FACTOR, given))
                    .orElse(Cell.number(DOUBLE));
            sheet.require("lifeAboveMultiple", n, Relation.GREATER, m, "All would be written off in the first year.");
            var d = sheet.let(DECLINING_RATE, m.dividedBy(n).as(Unit.SHARE));
            var left = Cell.ONE.minus(d).power(a);
            if (residual.isPresent()) left = left.max(sheet.given("residualShare", Unit.SHARE, residual.get()));
            return undepreciated(sheet, left);
        }
    }

    /**
     * As tabulated, such as a condition-percent table of a Winfrey (Iowa) type curve; straight between the points, level after the last.
     *
     * @param age a in years, at least 0
     * @param averageLife of the table's type of property, in years, above 0
     * @param ages of the table, as multiples of the average life, from 0 upward
     * @param condition share of the cost new that is left at each of the ages, in [0, 1], never rising
     */
    record Tabulated(Input<Double> age, Input<Double> averageLife, List<Double> ages, InputRow<Double> condition)
            implements Depreciation {

        private static final int MOST_POINTS = 1000;

        public Tabulated {
            ages = List.copyOf(ages);
            var check = checked(age, Optional.empty(), Optional.empty());
            checkLife(check, "averageLife", averageLife);
            check.that(
                            ages.size() >= 2 && ages.size() <= MOST_POINTS,
                            "ages",
                            "2 to " + MOST_POINTS + " points",
                            ages.size(),
                            "Copy the table.")
                    .that(
                            condition.size() == ages.size(),
                            "condition",
                            "as long as ages, " + ages.size(),
                            condition.size(),
                            "Give one condition per age.");
            for (int i = 0; i < ages.size(); i++) {
                boolean inOrder = i == 0 ? ages.get(0) == 0 : ages.get(i) > ages.get(i - 1) && ages.get(i) <= 100;
                check.that(
                        inOrder,
                        "ages[" + i + "]",
                        i == 0 ? "0" : "above the one before it and at most 100",
                        ages.get(i),
                        "Give ages as multiples of the average life.");
            }
            double previous = 1;
            for (int i = 0; i < condition.size(); i++) {
                double share = condition.values().get(i);
                check.share("condition[" + i + "]", share);
                check.that(
                        share <= previous,
                        "condition[" + i + "]",
                        "at most the one before it, " + Plain.of(previous),
                        share,
                        "Age does not make an asset newer.");
                previous = share;
            }
            check.done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var lived = sheet.let("ageInLives", writeAge(sheet, age).dividedBy(writeLife(sheet, averageLife)));
            var axis = sheet.axis("tableAges", ages.stream().map(Plain::of).toList());
            var from = new ArrayList<>(List.of(0.0));
            from.addAll(ages.subList(0, ages.size() - 1));
            var width = new ArrayList<Double>(Collections.nCopies(ages.size(), 1.0));
            for (int i = 1; i < ages.size(); i++) width.set(i, ages.get(i) - ages.get(i - 1));
            var left = sheet.given("tableCondition", Unit.SHARE, axis, condition);
            var start = sheet.fixed("stretchStart", Unit.FACTOR, axis, from);
            var length = sheet.fixed("stretchLength", Unit.FACTOR, axis, width);
            var passed = sheet.let(
                    "stretchPassed",
                    lived.minus(start)
                            .dividedBy(length)
                            .max(Cell.ZERO)
                            .min(Cell.ONE)
                            .as(Unit.SHARE));
            var fall = left.shift(1, left.at(0)).minus(left);
            return undepreciated(sheet, left.at(0).minus(fall.times(passed).sum()));
        }
    }

    private static Check checked(Input<Double> age, Optional<Input<Double>> life, Optional<Input<Double>> residual) {
        var check = new Check().range("age", age.value(), 0, 1000, "Give the age in years at the valuation date.");
        life.ifPresent(years -> checkLife(check, "life", years));
        residual.ifPresent(share -> check.share("residual", share.value()));
        return check;
    }

    private static void checkLife(Check check, String field, Input<Double> years) {
        check.that(
                years.value() > 0 && years.value() <= LONGEST_LIFE,
                field,
                "above 0 and at most " + LONGEST_LIFE,
                years.value(),
                "Give the whole life in years, from new.");
    }

    private static Cell writeAge(Sheet sheet, Input<Double> years) {
        var age = sheet.given("ageYears", Unit.YEARS, years);
        sheet.require("ageNotNegative", age, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Bound its distribution at 0.");
        return age;
    }

    private static Cell writeLife(Sheet sheet, Input<Double> years) {
        var life = sheet.given("wholeLife", Unit.YEARS, years);
        sheet.require("wholeLifeAboveZero", life, Relation.GREATER, Cell.ZERO, "Bound its distribution above 0.");
        return life;
    }

    private static Cell writtenOff(Sheet sheet, Optional<Input<Double>> residual, Cell spent) {
        if (residual.isEmpty()) return Cell.ONE.minus(spent);
        var s = sheet.given("residualShare", Unit.SHARE, residual.get());
        return Cell.ONE.minus(Cell.ONE.minus(s).times(spent));
    }

    private static Cell undepreciated(Sheet sheet, Cell left) {
        return sheet.let("undepreciated", left.as(Unit.SHARE));
    }
}
