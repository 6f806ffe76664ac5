package org.dataassay.valuation.market;

import java.util.List;
import org.dataassay.valuation.error.Check;

/**
 * The columns that an adjustment grid must have. A profile fixes structure only: every coefficient is an input with a source, and a column that changes nothing is
 * stated as 1 with the reason.
 */
public sealed interface GridProfile {

    /** What the profile is called in reports, such as {@code CAS-2023}. */
    String code();

    /** Names of the columns in the order in which they stand. */
    List<String> columns();

    /**
     * Coefficient sets of the China Appraisal Society; neither fixes a number.
     *
     * @see <a href="https://www.cas.org.cn">China Appraisal Society, 数据资产评估指导意见, 中评协〔2023〕17号, annex, market approach; 资产评估专家指引第9号, 中评协〔2019〕40号, market
     *     approach</a>
     */
    enum Standard implements GridProfile {
        /** 2023 guidance: quality 质量, supply and demand 供求, date 期日, volume 容量, other 其他. */
        CAS_2023("CAS-2023", List.of("quality", "supplyAndDemand", "date", "volume", "other")),
        /** Expert guidance no. 9 of 2019: technology 技术, value density 价值密度, date 期日, volume 容量, other 其他. */
        CAS_9_2019("CAS-9-2019", List.of("technology", "valueDensity", "date", "volume", "other"));

        private final String code;
        private final List<String> columns;

        Standard(String code, List<String> columns) {
            this.code = code;
            this.columns = columns;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public List<String> columns() {
            return columns;
        }
    }

    /**
     * A local or house profile.
     *
     * @param code what it is called in reports
     * @param columns names in order, at least one
     */
    record Custom(String code, List<String> columns) implements GridProfile {
        public Custom {
            columns = List.copyOf(columns);
            new Check()
                    .that(!code.isBlank(), "code", "named", "''", "Name the profile.")
                    .that(!columns.isEmpty(), "columns", "at least one", 0, "Name the columns of the grid.")
                    .done();
        }
    }

    /** Refuses a grid that has not exactly these columns in this order. */
    default void require(String field, List<Adjustment> adjustments) {
        var names = adjustments.stream().map(Adjustment::name).toList();
        new Check()
                .that(
                        names.equals(columns()),
                        field,
                        "the columns of " + code() + ", " + String.join(", ", columns()),
                        names.isEmpty() ? "none" : String.join(", ", names),
                        "State a column that changes nothing as 1, with the reason as its source.")
                .done();
    }
}
