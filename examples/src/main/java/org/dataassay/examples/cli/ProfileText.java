package org.dataassay.examples.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import org.dataassay.quality.column.ColumnProfile;
import org.dataassay.quality.column.QualityProfile;
import org.dataassay.quality.rule.RuleResult;
import org.dataassay.report.page.Edition;
import org.dataassay.report.page.Language;

/** A quality profile for people at a terminal. */
final class ProfileText {

    private static final int DIGITS = 6;

    private final QualityProfile profile;
    private final Edition edition;
    private final boolean zh;

    private ProfileText(QualityProfile profile, Locale locale) {
        this.profile = profile;
        this.zh = locale.getLanguage().equals("zh");
        this.edition = Edition.of(zh ? Language.of("zh") : Language.of("en"));
    }

    static String text(QualityProfile profile, Locale locale) {
        return new ProfileText(profile, locale).text();
    }

    private String text() {
        var text = new StringBuilder();
        text.append(profile.table()).append('\n').append(size()).append("\n\n");
        for (var column : profile.columns()) {
            text.append("  ")
                    .append(column.name())
                    .append(": ")
                    .append(describe(column))
                    .append('\n');
        }
        if (!profile.rules().isEmpty()) text.append('\n');
        for (var rule : profile.rules()) {
            text.append("  ")
                    .append(ratio(rule.ratio()))
                    .append("  ")
                    .append(counts(rule))
                    .append("  ")
                    .append(rule.rule().description(language()))
                    .append(" [")
                    .append(rule.rule().id())
                    .append("]\n");
        }
        return text.toString();
    }

    private String language() {
        return zh ? "zh" : "en";
    }

    private String size() {
        long ragged = profile.rejected().rows();
        var n = edition.numbers();
        return zh
                ? n.count(profile.rows()) + " 行，" + profile.columns().size() + " 列，剔除 " + n.count(ragged) + " 行；截至 "
                        + profile.valuationDate()
                : n.count(profile.rows()) + " rows, " + profile.columns().size() + " columns, " + n.count(ragged)
                        + " rows rejected; as of " + profile.valuationDate();
    }

    private String describe(ColumnProfile column) {
        var n = edition.numbers();
        var text = new StringBuilder();
        text.append(
                zh
                        ? n.count(column.valued()) + " 个值，缺失 " + n.count(column.missing()) + "，不同值 "
                                + n.count(column.distinct())
                        : n.count(column.valued()) + " values, " + n.count(column.missing()) + " missing, "
                                + n.count(column.distinct())
                                + (column.distinctExact() ? " different" : " different (estimated)"));
        column.numbers()
                .ifPresent(numbers -> text.append(zh ? "，数值 " : ", numbers ")
                        .append(n.plain(numbers.minimum(), DIGITS))
                        .append(" … ")
                        .append(n.plain(numbers.maximum(), DIGITS)));
        return text.toString();
    }

    private String ratio(OptionalDouble ratio) {
        if (ratio.isEmpty()) return zh ? "不适用" : "n/a";
        return edition.numbers().percent(ratio.getAsDouble(), 2);
    }

    private String counts(RuleResult rule) {
        return edition.numbers().count(rule.satisfied()) + "/"
                + edition.numbers().count(rule.evaluated());
    }
}
