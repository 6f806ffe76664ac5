package org.dataassay.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableRulesExampleTest {

    @Test
    void prints_what_the_manual_shows() {
        assertThat(Printed.by(out -> {
                    TableRulesExample.rules(out);
                    out.println();
                    TableRulesExample.suggest(out);
                    out.println();
                    TableRulesExample.drift(out);
                }))
                .isEqualTo(Printed.expected(TableRulesExample.class));
    }
}
