package org.dataassay.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dataassay.quality.source.Column;
import org.dataassay.quality.source.OpenOptions;
import org.dataassay.quality.source.TableSource;
import org.dataassay.quality.source.Tables;

/** The same orders as a compressed file of an older system, as JSON lines, and as columns in memory. */
public final class SourcesExample {

    private SourcesExample() {}

    public static void main(String[] args) throws IOException {
        print(Files.createTempDirectory("orders"), System.out);
    }

    // #region files
    static void print(Path folder, PrintStream out) throws IOException {
        var gb18030 = "编号;客户;金额\n1;上海数据交易所;1200.50\n2;北京某公司;\n".getBytes(Charset.forName("GB18030"));
        var csv = Files.write(folder.resolve("orders.csv.gz"), gzip(gb18030));
        var lines = Files.writeString(folder.resolve("orders.jsonl"), """
                {"编号": 1, "客户": "上海数据交易所", "金额": 1200.50}
                {"编号": 2, "客户": "北京某公司", "金额": null}
                """);
        for (var file : List.of(csv, lines)) {
            try (var table = Tables.open(file, file.getFileName().toString(), OpenOptions.standard())) {
                show(table, out);
            }
        }
        show(memory(), out);
    }
    // #endregion files

    // #region memory
    static TableSource memory() {
        return TableSource.ofColumns(
                "orders",
                List.of(
                        Column.of("编号", List.of(1, 2)),
                        Column.of("日期", List.of(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 9))),
                        Column.of("金额", Arrays.asList(new BigDecimal("1200.50"), null))));
    }
    // #endregion memory

    // #region show
    private static void show(TableSource table, PrintStream out) {
        out.println(table.name() + " " + table.columns());
        while (table.advance()) {
            var row = table.row();
            out.println("  " + row.number() + ": " + row.cell(1) + " | " + row.cell(2));
        }
        table.facts().forEach(fact -> out.println("  " + fact.id() + " " + fact.value() + ", " + fact.basis()));
    }
    // #endregion show

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
