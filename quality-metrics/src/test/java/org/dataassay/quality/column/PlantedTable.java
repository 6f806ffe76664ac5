package org.dataassay.quality.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.dataassay.quality.source.TableSource;

/** A table of customers whose defects were put in by hand, so that it is known which rows are wrong. */
final class PlantedTable {

    static final List<String> COLUMNS = List.of(
            "id",
            "national_id",
            "邮箱",
            "province",
            "category",
            "amount",
            "quantity",
            "created_at",
            "updated_at",
            "remark");

    private static final String CHECK = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String[] CATEGORIES = {"grocery", "clothing", "electronics", "books"};
    private static final String[] WORDS = {"late", "gift", "urgent", "paid", "returned", "an invoice"};

    final List<List<String>> rows = new ArrayList<>();

    /** Rows with a defect, by what it is. */
    final TreeMap<String, List<Long>> defects = new TreeMap<>();

    PlantedTable(int size, long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 1; i <= size; i++) rows.add(row(i, random));
    }

    TableSource open() {
        return TableSource.of("customers", COLUMNS, rows);
    }

    private boolean planted(int i, int every, int at, String what) {
        if (i % every != at) return false;
        defects.computeIfAbsent(what, w -> new ArrayList<>()).add((long) i);
        return true;
    }

    private List<String> row(int i, SplittableRandom random) {
        var id = "R" + (100_000_000 + (planted(i, 500, 249, "id repeated") ? i - 7 : i));
        int province = new int[] {11, 31, 44, 51}[random.nextInt(4)];
        var birth = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
        var body = province
                + String.format("%04d", random.nextInt(10_000))
                + birth.toString().replace("-", "")
                + String.format("%03d", random.nextInt(1000));
        int sum = 0;
        for (int k = 0; k < 17; k++) sum += WEIGHTS[k] * (body.charAt(k) - '0');
        var nationalId = body + CHECK.charAt(sum % 11);
        if (planted(i, 100, 3, "national id: check")) nationalId = body + CHECK.charAt((sum + 1) % 11);
        var mail = "u" + Integer.toString(i, 36) + "@example.com";
        if (planted(i, 100, 9, "mail missing")) mail = "";
        if (planted(i, 200, 2, "mail invalid")) mail = "u" + i + ".example.com";
        if (planted(i, 1000, 8, "mail suspicious")) mail = "a@a";
        var code = String.valueOf(province);
        if (planted(i, 500, 21, "province unknown")) code = "99";
        if (planted(i, 250, 27, "province contradicts")) code = province == 11 ? "31" : "11";
        var category = CATEGORIES[random.nextInt(4)];
        if (planted(i, 50, 31, "category spelled otherwise"))
            category = i % 100 < 50 ? category.toUpperCase(java.util.Locale.ROOT) : category + " ";
        var amount = String.format(java.util.Locale.ROOT, "%.2f", StrictMath.exp(5 + gaussian(random)));
        if (planted(i, 500, 37, "amount negative")) amount = "-" + amount;
        if (planted(i, 2000, 39, "amount too large")) amount = amount.replace(".", "") + "00.00";
        if (planted(i, 200, 35, "amount no number")) amount = "\"1,250.00\"";
        var quantity = String.valueOf(1 + random.nextInt(100));
        if (planted(i, 200, 43, "quantity zero")) quantity = "0";
        if (planted(i, 1000, 45, "quantity no integer")) quantity = "3.5";
        var created = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1400));
        var createdAt = created + " 10:00:00";
        if (planted(i, 100, 53, "created format")) createdAt = "31/12/2021 10:00:00";
        if (planted(i, 1000, 55, "created in future")) createdAt = "2099-12-31 00:00:00";
        var updatedAt = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300)) + " 10:00:00";
        if (planted(i, 200, 49, "updated before created")) updatedAt = created.minusDays(3) + " 10:00:00";
        var remark = WORDS[random.nextInt(6)] + " " + WORDS[random.nextInt(6)] + " " + random.nextInt(100_000);
        if (random.nextInt(3) == 0) remark = "";
        return List.of(id, nationalId, mail, code, category, amount, quantity, createdAt, updatedAt, remark);
    }

    private static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int k = 0; k < 12; k++) sum += random.nextDouble();
        return sum;
    }
}
