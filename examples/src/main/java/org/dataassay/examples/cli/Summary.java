package org.dataassay.examples.cli;

import java.util.Locale;
import org.dataassay.report.casefile.AppraisedCase;
import org.dataassay.report.page.Edition;
import org.dataassay.report.page.Language;
import org.dataassay.valuation.appraisal.AppraisalReport.MethodOutcome;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.result.Range;

/** An appraisal in a few lines for the terminal. */
final class Summary {

    private final AppraisedCase appraised;
    private final Edition edition;
    private final Locale locale;
    private final boolean zh;

    private Summary(AppraisedCase appraised, Locale locale) {
        this.appraised = appraised;
        this.locale = locale;
        this.zh = locale.getLanguage().equals("zh");
        this.edition = Edition.of(Language.of(zh ? "zh" : "en"));
    }

    static String of(AppraisedCase appraised, Locale locale) {
        return new Summary(appraised, locale).text();
    }

    private String text() {
        var source = appraised.source();
        var report = appraised.report();
        var text = new StringBuilder();
        text.append(source.in(locale, source.title())).append('\n');
        text.append(zh ? "评估基准日 " : "as of ")
                .append(edition.numbers().date(source.context().valuationDate()))
                .append('\n');
        report.appraised()
                .quality()
                .ifPresent(score -> text.append(zh ? "数据质量 " : "quality of the data ")
                        .append(edition.numbers().percent(score.score(), 1))
                        .append('\n'));
        for (var outcome : report.outcomes())
            text.append("  ").append(line(outcome)).append('\n');
        report.conclusion()
                .ifPresentOrElse(
                        conclusion -> text.append(zh ? "结论 " : "conclusion ")
                                .append(money(conclusion.amount()))
                                .append(range(conclusion.range()))
                                .append(zh ? "，负责人 " : ", by ")
                                .append(source.in(locale, conclusion.responsiblePerson()))
                                .append('\n'),
                        () -> text.append(zh ? "无结论：" : "no conclusion: ")
                                .append(report.whyNoConclusion().orElse(""))
                                .append('\n'));
        return text.toString();
    }

    private String line(MethodOutcome outcome) {
        return outcome.section() + " (" + outcome.method() + ")  "
                + outcome.outcome()
                        .<String>fold(
                                produced -> money(produced.value().amount())
                                        + range(produced.value().range()),
                                not -> (zh ? "不适用：" : "not applicable: ")
                                        + not.reason().message(locale),
                                refused -> (zh ? "拒绝：" : "refused: ")
                                        + refused.rule().message(locale),
                                failed -> (zh ? "失败：" : "failed: ")
                                        + failed.problems().get(0).message(locale));
    }

    private String money(Money money) {
        return edition.numbers().money(money.amount(), money.currency().code());
    }

    private String range(Range range) {
        if (!range.isPresent()) return "";
        return " (" + money(range.low().orElseThrow()) + (zh ? " 至 " : " to ")
                + money(range.high().orElseThrow()) + ")";
    }
}
