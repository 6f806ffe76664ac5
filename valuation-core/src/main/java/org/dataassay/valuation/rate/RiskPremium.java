package org.dataassay.valuation.rate;

import java.util.EnumSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;

/**
 * A premium for one risk.
 *
 * @param kind which risk
 * @param size how large
 */
public record RiskPremium(Kind kind, PremiumSize size) {

    /** The risks that a rate is paid for, each once. */
    public enum Kind {
        /** Of equity as a whole over the risk-free rate. */
        EQUITY_MARKET("equityRiskPremium"),
        SIZE("sizePremium"),
        INDUSTRY("industryPremium"),
        COUNTRY("countryPremium"),
        /** Of this business or asset, as far as nothing else covers it. */
        SPECIFIC("specificPremium"),
        /** 管理风险: loss, misdescription, failure of what holds the data. */
        DATA_MANAGEMENT("dataManagementPremium"),
        /** 流通风险: what keeps the data from being shared or sold. */
        DATA_CIRCULATION("dataCirculationPremium"),
        /** 数据安全风险: leak, damage. */
        DATA_SECURITY("dataSecurityPremium"),
        /** 监管风险: rules that change what may be done with the data. */
        DATA_REGULATION("dataRegulationPremium");

        private final String figure;

        Kind(String figure) {
            this.figure = figure;
        }
    }

    public static RiskPremium of(Kind kind, Input<Double> premium) {
        return new RiskPremium(kind, new PremiumSize.Stated(premium));
    }

    /** Writes a figure named for the risk. */
    Cell write(Sheet sheet) {
        return size.write(sheet, kind.figure);
    }

    /** Refuses a risk that is paid twice. */
    static void check(Check check, List<RiskPremium> premiums) {
        var seen = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < premiums.size(); i++)
            if (!seen.add(premiums.get(i).kind()))
                check.add(Problem.of(
                        ValuationError.DUPLICATE,
                        "premiums[" + i + "].kind",
                        premiums.get(i).kind(),
                        "Pay each risk once."));
    }
}
