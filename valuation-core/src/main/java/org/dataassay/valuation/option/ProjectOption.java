package org.dataassay.valuation.option;

import java.util.ArrayList;
import java.util.List;
import org.dataassay.valuation.context.ValuationContext;
import org.dataassay.valuation.income.DirectIncome;
import org.dataassay.valuation.income.IncomeConventions;
import org.dataassay.valuation.result.MethodId;
import org.dataassay.valuation.result.Note;
import org.dataassay.valuation.result.ValuationMethod;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Rounding;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Values a data project together with a right that its owner holds: to wait with building, to expand, to abandon, to go over to another data set.
 *
 * <p><b>Formula</b> V = (PV − I) + F: static net present value plus flexibility. Defer: F = call(PV, I) − (PV − I). Expand: F = call(s · PV, cost). Abandon: F = put(PV, salvage). Switch: F = exchange of PV for the other data set's value
 *
 * <p><b>Units and ranges</b> PV &gt; 0, costs and salvage &gt; 0 in the context's currency · window above 0 and at most 100 years · leakage in [−1, 1] per year
 *
 * <p><b>Edge cases</b> a project whose static value is negative may be worth something, and says so in a note · where waiting is worth nothing the note says to build now · a forecast worth nothing or less is refused
 *
 * <p><b>Numerics</b> at any time: the lattice of {@link BinomialOption}; on the last day: the closed form. Switching is priced for the last day, a lower bound where it may be done before. A drawn volatility is an estimated input: see {@link DrawnVolatility}
 *
 * <p><b>Use when / not when</b> a decision can wait, something uncertain will be known by then, and nobody else can take the opportunity / the decision is made, or the uncertainty does not resolve: the flexibility is then worth nothing
 *
 * @param options conventions
 * @see <a href="https://mitpress.mit.edu">L. Trigeorgis, Real Options: Managerial Flexibility and Strategy in Resource Allocation, 1996, chapters 1 and 4</a>
 * @see <a href="https://global.oup.com">T. Copeland, V. Antikarov, Real Options: A Practitioner's Guide, 2001, chapters 5 and 9</a>
 * @see <a href="https://www.cas.org.cn">China Appraisal Society, 实物期权评估指导意见（试行）, 2011</a>
 */
public record ProjectOption(Options options) implements ValuationMethod<ProjectFacts> {

    public static final MethodId ID = MethodId.of("option.project");

    /** Steps of the lattice where nothing else is said: fewer than alone, for every draw of the project runs it. */
    public static final int STANDARD_STEPS = 100;

    /** Part of the value from which on the right is said to dominate. */
    public static final double DOMINATES_FROM = 0.5;

    /** A flexibility below this share of the flows is none. */
    private static final double NOTHING = 1e-9;

    private static final String FLEXIBILITY = "valueOfFlexibility";
    private static final String STATIC = "staticNetPresentValue";
    private static final String FLOWS = "presentValueOfFlows";

    /**
     * Conventions; each is written into the provenance.
     *
     * @param exercise at any time while the window is open, or on its last day; switching is on the last day
     * @param lattice for any time
     * @param conventions of the forecast; of no effect where the value is stated
     */
    public record Options(ExerciseStyle exercise, BinomialOption.Options lattice, IncomeConventions conventions) {

        public static final Options STANDARD = new Options(
                ExerciseStyle.AMERICAN,
                BinomialOption.Options.STANDARD.withSteps(STANDARD_STEPS),
                IncomeConventions.STANDARD);

        public Options withExercise(ExerciseStyle when) {
            return new Options(when, lattice, conventions);
        }

        public Options withLattice(BinomialOption.Options other) {
            return new Options(exercise, other, conventions);
        }

        public Options withConventions(IncomeConventions other) {
            return new Options(exercise, lattice, other);
        }
    }

    public static ProjectOption standard() {
        return new ProjectOption(Options.STANDARD);
    }

    @Override
    public MethodId id() {
        return ID;
    }

    /** That of the forecast; its figures are named with their section, such as {@code flows/presentValue}. */
    @Override
    public Rounding rounding() {
        return options.conventions().rounding();
    }

    @Override
    public Cell write(Sheet sheet, ProjectFacts facts, ValuationContext context) {
        var project = project(sheet, facts, context);
        var flows = project.asset().value();
        var spent = facts.costToBuild().map(cost -> sheet.given("costToBuild", Unit.MONEY, cost));
        var worth = sheet.let(STATIC, spent.map(flows::minus).orElse(flows));
        Cell flexibility;
        if (facts.right() instanceof ProjectRight.Expand expand) {
            var share = sheet.given("addedShare", Unit.FACTOR, expand.addedShare());
            sheet.require("addedShareAboveZero", share, Relation.GREATER, Cell.ZERO, "Use a distribution above 0.");
            var added = sheet.let("addedFlows", flows.times(share));
            var cost = sheet.given("costToExpand", Unit.MONEY, expand.cost());
            flexibility = price(sheet, project.on(added), cost, OptionType.CALL);
        } else if (facts.right() instanceof ProjectRight.Abandon abandon) {
            var salvage = sheet.given("salvage", Unit.MONEY, abandon.salvage());
            flexibility = price(sheet, project, salvage, OptionType.PUT);
        } else if (facts.right() instanceof ProjectRight.SwitchTo other) {
            flexibility = exchange(sheet, project, other);
        } else {
            flexibility =
                    price(sheet, project, spent.orElseThrow(), OptionType.CALL).minus(worth);
        }
        return sheet.let("value", worth.plus(sheet.let(FLEXIBILITY, flexibility)));
    }

    /**
     * What the right is on and how long.
     *
     * @param asset the flows
     * @param years of the window
     * @param force continuous risk-free rate
     */
    private record Project(UnderlyingAsset.Figures asset, Cell years, Cell force) {
        Project on(Cell value) {
            return new Project(new UnderlyingAsset.Figures(value, asset.volatility(), asset.yield()), years, force);
        }
    }

    private Project project(Sheet sheet, ProjectFacts facts, ValuationContext context) {
        Cell flows;
        if (facts.value() instanceof ProjectValue.Stated stated) {
            flows = sheet.given(FLOWS, Unit.MONEY, stated.presentValue());
        } else {
            var forecast = ((ProjectValue.Forecast) facts.value()).income();
            flows = sheet.let(FLOWS, forecasting().write(sheet.section("flows"), forecast, context));
        }
        sheet.require(
                "flowsAboveZero",
                flows,
                Relation.GREATER,
                flows.times(Cell.ZERO),
                "A right on flows of no value cannot be priced; look at the forecast, or at the distributions.");
        var volatility = sheet.given("volatility", Unit.FACTOR, volatility(facts, context));
        sheet.require("volatilityAboveZero", volatility, Relation.GREATER, Cell.ZERO, "Use a distribution above 0.");
        var years = sheet.given("exclusivityYears", Unit.YEARS, facts.exclusivityYears());
        sheet.require("windowAboveZero", years, Relation.GREATER, Cell.ZERO, "Use a distribution above 0.");
        var leakage = sheet.given("leakage", Unit.FACTOR, facts.leakage());
        var force = OptionFacts.force(sheet, facts.riskFreeRate());
        return new Project(new UnderlyingAsset.Figures(flows, volatility, leakage), years, force);
    }

    private DirectIncome forecasting() {
        return new DirectIncome(new DirectIncome.Options(options.conventions()));
    }

    /** A drawn volatility depends on the facts alone, as any estimate from data. */
    private Input<Double> volatility(ProjectFacts facts, ValuationContext context) {
        if (facts.volatility() instanceof ProjectVolatility.Stated stated) return stated.volatility();
        var draws = ((ProjectVolatility.Drawn) facts.volatility()).draws();
        return DrawnVolatility.of(forecasting(), ((ProjectValue.Forecast) facts.value()).income(), context, draws)
                .asInput();
    }

    private Cell price(Sheet sheet, Project project, Cell strike, OptionType type) {
        sheet.require(
                "strikeAboveZero", strike, Relation.GREATER, strike.times(Cell.ZERO), "Use a distribution above 0.");
        var right = sheet.section("option");
        var contract = new OptionContract.Figures(strike, project.years());
        if (options.exercise() == ExerciseStyle.AMERICAN)
            return new BinomialOption(options.lattice())
                    .write(right, project.asset(), contract, project.force(), type, ExerciseStyle.AMERICAN);
        return right.let(
                "optionValue",
                BlackScholesMerton.black(right, project.asset(), contract, project.force())
                        .value(type));
    }

    private static Cell exchange(Sheet sheet, Project project, ProjectRight.SwitchTo to) {
        var right = sheet.section("option");
        var received = to.other().write(right.section("received"));
        return ExchangeOption.write(
                right,
                received,
                project.asset(),
                right.given("correlation", Unit.FACTOR, to.correlation()),
                project.years());
    }

    @Override
    public List<Note> remarks(ProjectFacts facts, ValuationContext context, Worksheet worksheet, String section) {
        var notes = new ArrayList<>(BlackScholesMerton.NO_TRADED_TWIN);
        double worth = worksheet.value(section + STATIC);
        double flexibility = worksheet.value(section + FLEXIBILITY);
        boolean isSwitch = facts.right() instanceof ProjectRight.SwitchTo;
        if (options.exercise() == ExerciseStyle.AMERICAN && !isSwitch)
            notes.add(new BinomialOption(options.lattice()).note());
        if (isSwitch)
            notes.add(
                    Note.of(
                            Note.Kind.LIMIT,
                            "switch-on-last-day",
                            "Going over is priced for the last day of the window; the freedom to do it before may be worth more."));
        if (worth < 0)
            notes.add(
                    Note.of(
                            Note.Kind.INFO,
                            "negative-static-value",
                            "Without the right the project would lose money: the value comes from not having to go through with it."));
        if (flexibility > DOMINATES_FROM * (worth + flexibility))
            notes.add(
                    Note.of(
                            Note.Kind.WARNING,
                            "option-dominates",
                            "More than half of the value is flexibility, and stands on the volatility and on the owner's readiness to use it in time."));
        if (facts.right() instanceof ProjectRight.Defer && flexibility <= NOTHING * worksheet.value(section + FLOWS))
            notes.add(Note.of(
                    Note.Kind.INFO,
                    "build-now",
                    "Waiting is worth nothing: leakage costs more than what will be known."));
        if (facts.volatility() instanceof ProjectVolatility.Drawn)
            notes.add(
                    Note.of(
                            Note.Kind.ASSUMPTION,
                            "volatility-drawn",
                            "The volatility is drawn from the forecast as if all that is uncertain in it became known within a year; that is its high end."));
        if (facts.value() instanceof ProjectValue.Forecast && worksheet.isUncertain())
            notes.add(
                    Note.of(
                            Note.Kind.LIMIT,
                            "forecast-and-volatility",
                            "The range draws today's forecast, and the volatility lets its value move from there: both rest on the same uncertainty, so read the range as that of the estimate."));
        return notes;
    }
}
