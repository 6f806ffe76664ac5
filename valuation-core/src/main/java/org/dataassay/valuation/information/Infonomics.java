package org.dataassay.valuation.information;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Indication;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.SheetMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Measures information by the six measures of infonomics: three indices to compare data sets by, three amounts.
 *
 * <p><b>Formula</b> IVI = v · c · (1 − m) · l. BVI = Σ(p) r(p) · v · c · i. PVI = Σ(p) (K₁(p) / K₀(p) − 1) · T / t. CVI = E · a · T / t + Σ lost revenue. MVI = X · n / f. EVI
 * = (R₁ − R₀ − (acquire + administer + apply)) · T / t. v validity, c completeness, m share of the market that holds the data, l lifecycle, r relevance, i timeliness, K
 * indicator with (1) and without (0) the data, E process expense, a attribution, X exclusive price, n licensees, f premium of exclusivity, R revenue, T usable life, t window of
 * measurement
 *
 * <p><b>Units and ranges</b> scores in [0, 1] · T and t in years · amounts in the context's currency. Indices are no money: they have a type of their own
 *
 * <p><b>Edge cases</b> one score of zero makes a product zero, whatever the others: {@link Combining} · measures whose facts are left out are not computed · EVI and PVI may
 * be negative
 *
 * <p><b>Numerics</b> left-to-right summation; the geometric mean is two square roots, its slope at zero is infinite
 *
 * <p><b>Use when / not when</b> to rank data sets, and to tell managers apart what is good, relevant and useful / an opinion of value: cost, income and market approach
 *
 * @param options conventions
 * @see <a href="https://www.routledge.com">Laney, Infonomics, 2018, part III, on measuring information as an asset; forms not confirmed against the print</a>
 */
public record Infonomics(Options options) implements SheetMethod<InfonomicsFacts, InfonomicsMeasures> {

    public static final MethodId ID = MethodId.of("information.infonomics");

    /** Which text the forms follow; a corrected form is another definition, so that stored results keep their meaning. */
    public enum Definition {
        /** As this library understands Laney 2018. */
        LANEY_2018
    }

    /** How the scores of IVI, and of each process in BVI, become one. */
    public enum Combining {
        /** Multiplied, as printed. */
        PRODUCT,
        /** Fourth root of the product: stays on the scale of the scores, still zero with one of them. */
        GEOMETRIC_MEAN,
        /** Averaged: one zero costs a quarter. */
        ARITHMETIC_MEAN
    }

    /**
     * Conventions; each is written into the provenance.
     *
     * @param definition which text the forms follow
     * @param combining how scores become one
     */
    public record Options(Definition definition, Combining combining) {
        public static final Options STANDARD = new Options(Definition.LANEY_2018, Combining.PRODUCT);

        public Options withCombining(Combining how) {
            return new Options(definition, how);
        }
    }

    private static final String IVI = "ivi";
    private static final String BVI = "bvi";
    private static final String PVI = "pvi";
    private static final String CVI = "cvi";
    private static final String MVI = "mvi";
    private static final String EVI = "evi";

    public static Infonomics standard() {
        return new Infonomics(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** Writes every measure that the facts allow; the result is the first of IVI, BVI, PVI, CVI, MVI, EVI. */
    @Override
    public Cell write(Sheet sheet, InfonomicsFacts facts, ValuationContext context) {
        var validity = facts.validity().map(share -> share(sheet, "validity", share));
        var completeness = facts.completeness().map(share -> share(sheet, "completeness", share));
        var life = facts.usableLife().map(years -> sheet.given("usableLife", Unit.YEARS, years));
        var measures = new ArrayList<Cell>();
        facts.intrinsic()
                .ifPresent(
                        own -> measures.add(intrinsic(sheet, own, validity.orElseThrow(), completeness.orElseThrow())));
        facts.business()
                .ifPresent(
                        own -> measures.add(business(sheet, own, validity.orElseThrow(), completeness.orElseThrow())));
        facts.performance().ifPresent(own -> measures.add(performance(sheet, own, life.orElseThrow())));
        facts.cost().ifPresent(own -> measures.add(cost(sheet, own, life.orElseThrow())));
        facts.market().ifPresent(own -> measures.add(market(sheet, own)));
        facts.economic().ifPresent(own -> measures.add(economic(sheet, own, life.orElseThrow())));
        return measures.get(0);
    }

    private static Cell share(Sheet sheet, String name, Input<Double> input) {
        var cell = sheet.given(name, Unit.SHARE, input);
        sheet.require(name + "AtLeastZero", cell, Relation.GREATER_OR_EQUAL, Cell.ZERO, "Give a share from 0 to 1.");
        sheet.require(name + "AtMostOne", cell, Relation.LESS_OR_EQUAL, Cell.ONE, "Give a share from 0 to 1.");
        return cell;
    }

    private Cell intrinsic(Sheet sheet, InfonomicsFacts.Intrinsic facts, Cell validity, Cell completeness) {
        var held = share(sheet, "heldByOthers", facts.heldByOthers());
        var scarcity = sheet.let("scarcity", Cell.ONE.minus(held).as(Unit.SHARE));
        var lifecycle = sheet.given("lifecycle", Unit.FACTOR, facts.lifecycle());
        if (options.combining() != Combining.PRODUCT)
            sheet.require(
                    "lifecycleIsAShare",
                    lifecycle,
                    Relation.LESS_OR_EQUAL,
                    Cell.ONE,
                    "A mean needs all scores on one scale; give the lifecycle as a share of the longest compared.");
        var combined = switch (options.combining()) {
            case PRODUCT -> validity.times(completeness).times(scarcity).times(lifecycle);
            case GEOMETRIC_MEAN ->
                validity.times(completeness)
                        .times(scarcity)
                        .times(lifecycle)
                        .sqrt()
                        .sqrt();
            case ARITHMETIC_MEAN ->
                validity.plus(completeness).plus(scarcity).plus(lifecycle).dividedBy(Cell.number(4));
        };
        return sheet.let(IVI, combined.as(Unit.INDEX));
    }

    private Cell business(Sheet sheet, InfonomicsFacts.Business facts, Cell validity, Cell completeness) {
        var axis = sheet.axis(
                "processes",
                facts.processes().stream()
                        .map(InfonomicsFacts.BusinessProcess::name)
                        .toList());
        var relevance = sheet.given(
                "relevance",
                Unit.SHARE,
                axis,
                facts.processes().stream()
                        .map(InfonomicsFacts.BusinessProcess::relevance)
                        .toList());
        var timeliness = share(sheet, "timeliness", facts.timeliness());
        var combined = switch (options.combining()) {
            case PRODUCT -> relevance.times(validity).times(completeness).times(timeliness);
            case GEOMETRIC_MEAN ->
                relevance
                        .times(validity)
                        .times(completeness)
                        .times(timeliness)
                        .sqrt()
                        .sqrt();
            case ARITHMETIC_MEAN ->
                relevance.plus(validity).plus(completeness).plus(timeliness).dividedBy(Cell.number(4));
        };
        return sheet.let(BVI, sheet.let("processValue", combined.as(Unit.INDEX)).sum());
    }

    private static Cell performance(Sheet sheet, InfonomicsFacts.Performance facts, Cell life) {
        var indicators = facts.indicators();
        var axis = sheet.axis(
                "indicators",
                indicators.stream().map(InfonomicsFacts.Indicator::name).toList());
        var informed = sheet.given(
                "informedLevel",
                Unit.FACTOR,
                axis,
                indicators.stream().map(InfonomicsFacts.Indicator::informed).toList());
        var control = sheet.given(
                "controlLevel",
                Unit.FACTOR,
                axis,
                indicators.stream().map(InfonomicsFacts.Indicator::control).toList());
        var levels = "Improvements are ratios; give levels above 0.";
        sheet.require("informedAboveZero", informed, Relation.GREATER, Cell.ZERO, levels);
        sheet.require("controlAboveZero", control, Relation.GREATER, Cell.ZERO, levels);
        var improvements = new ArrayList<Cell>();
        for (int i = 0; i < indicators.size(); i++) {
            boolean lower = indicators.get(i).lowerIsBetter();
            var better = lower ? control : informed;
            var worse = lower ? informed : control;
            improvements.add(better.at(i).dividedBy(worse.at(i)).minus(Cell.ONE));
        }
        var improvement = sheet.let("improvement", Row.of(axis, improvements));
        return sheet.let(
                PVI,
                improvement
                        .sum()
                        .times(lives(sheet, "performance", facts.window(), life))
                        .as(Unit.INDEX));
    }

    /** T/t: how many windows of measurement the usable life holds. */
    private static Cell lives(Sheet sheet, String measure, Input<Double> window, Cell life) {
        var years = sheet.given(measure + "Window", Unit.YEARS, window);
        sheet.require(
                measure + "WindowAboveZero",
                years,
                Relation.GREATER,
                Cell.ZERO,
                "Give the years over which it was measured.");
        return life.dividedBy(years);
    }

    private static Cell cost(Sheet sheet, InfonomicsFacts.Cost facts, Cell life) {
        var expense = sheet.given("processExpense", Unit.MONEY, facts.processExpense());
        var attribution = share(sheet, "attribution", facts.attribution());
        var again = sheet.let(
                "costOfCapturing", expense.times(attribution).times(lives(sheet, "cost", facts.window(), life)));
        if (facts.lostRevenue().isEmpty()) return sheet.let(CVI, again);
        var axis = sheet.axis(
                "losses",
                facts.lostRevenue().stream().map(InfonomicsFacts.Loss::name).toList());
        var lost = sheet.given(
                "lostRevenue",
                Unit.MONEY,
                axis,
                facts.lostRevenue().stream().map(InfonomicsFacts.Loss::amount).toList());
        return sheet.let(CVI, again.plus(lost.sum()));
    }

    private static Cell market(Sheet sheet, InfonomicsFacts.Market facts) {
        var price = sheet.given("exclusivePrice", Unit.MONEY, facts.exclusivePrice());
        var licensees = sheet.given("licensees", Unit.FACTOR, facts.licensees());
        var premium = sheet.given("premium", Unit.FACTOR, facts.premium());
        sheet.require(
                "premiumAtLeastOne",
                premium,
                Relation.GREATER_OR_EQUAL,
                Cell.ONE,
                "What one has alone is not cheaper than what many have.");
        return sheet.let(MVI, price.times(licensees).dividedBy(premium));
    }

    private static Cell economic(Sheet sheet, InfonomicsFacts.Economic facts, Cell life) {
        var informed = sheet.given("revenueInformed", Unit.MONEY, facts.revenueInformed());
        var control = sheet.given("revenueControl", Unit.MONEY, facts.revenueControl());
        var gain = sheet.let("revenueGain", informed.minus(control));
        var acquire = sheet.given("acquisitionExpense", Unit.MONEY, facts.acquisition());
        var administer = sheet.given("administrationExpense", Unit.MONEY, facts.administration());
        var apply = sheet.given("applicationExpense", Unit.MONEY, facts.application());
        var expense = sheet.let("informationExpense", acquire.plus(administer).plus(apply));
        return sheet.let(EVI, gain.minus(expense).times(lives(sheet, "economic", facts.window(), life)));
    }

    @Override
    public List<Note> remarks(InfonomicsFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<Note>();
        notes.add(Note.of(
                Note.Kind.ASSUMPTION,
                "forms-unconfirmed",
                "The forms follow the definition of the options; they are not confirmed against the print."));
        boolean hasIndex = facts.intrinsic().isPresent()
                || facts.business().isPresent()
                || facts.performance().isPresent();
        if (hasIndex)
            notes.add(Note.of(
                    Note.Kind.LIMIT,
                    "index-is-no-money",
                    "IVI, BVI and PVI compare data sets of one owner; they are no amounts."));
        boolean collapses = options.combining() != Combining.ARITHMETIC_MEAN
                && List.of(IVI, BVI).stream()
                        .anyMatch(name -> worksheet.has(section + name) && worksheet.value(section + name) == 0);
        if (collapses)
            notes.add(Note.of(
                    Note.Kind.WARNING,
                    "zero-score-collapses",
                    "A score of zero makes the product zero, whatever the others; see the option of averaging."));
        return notes;
    }

    @Override
    public InfonomicsMeasures evaluate(InfonomicsFacts facts, ValuationContext context) {
        var sheet = Sheet.open(context.currency(), rounding());
        var worksheet = sheet.close(write(sheet, facts, context));
        return new InfonomicsMeasures(
                ID,
                index(worksheet, IVI),
                index(worksheet, BVI),
                index(worksheet, PVI),
                money(worksheet, CVI, context),
                money(worksheet, MVI, context),
                money(worksheet, EVI, context),
                worksheet,
                Indication.notes(this, facts, context, worksheet),
                Indication.provenance(this, context, worksheet));
    }

    private static Optional<Index> index(Worksheet worksheet, String name) {
        return worksheet.has(name) ? Optional.of(new Index(worksheet.value(name))) : Optional.empty();
    }

    private static Optional<Money> money(Worksheet worksheet, String name, ValuationContext context) {
        return worksheet.has(name)
                ? Optional.of(Money.ofRounded(worksheet.value(name), context.currency(), context.roundingMode()))
                : Optional.empty();
    }
}
