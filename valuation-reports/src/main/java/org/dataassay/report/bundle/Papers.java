package org.dataassay.report.bundle;

import java.util.Locale;
import java.util.TreeMap;
import org.dataassay.quality.json.QualityJson;
import org.dataassay.report.bundle.Bundle.Content;
import org.dataassay.report.casefile.AppraisedCase;
import org.dataassay.report.page.AppraisalPage;
import org.dataassay.report.page.FigureLabels;
import org.dataassay.report.page.Language;
import org.dataassay.report.workbook.WorkbookWriter;
import org.dataassay.valuation.appraisal.Conclusion;
import org.dataassay.valuation.json.AssayJson;
import org.dataassay.valuation.sheet.Worksheet;

/**
 * Every paper of an appraisal: {@value #CASE} and {@value #RULES} as they were read, {@value #RESULT}, the replayable {@value #GRAPH}, {@value #QUALITY}, {@value
 * #WORKBOOK}, the pages {@value #PAGE_EN} and {@value #PAGE_ZH}, and the manifest. The same appraisal gives the same bytes.
 */
public final class Papers {

    /** The case as it was read. */
    public static final String CASE = "case.json";

    /** The rules as they were read. */
    public static final String RULES = "rules.json";

    /** Indications, conclusion, figures, notes, provenance. */
    public static final String RESULT = "result.json";

    /** The sheet, to be replayed. */
    public static final String GRAPH = "graph.json";

    /** The profile of the data. */
    public static final String QUALITY = "quality.json";

    /** The sheet with live formulas. */
    public static final String WORKBOOK = "workbook.xlsx";

    /** The page to read, in English. */
    public static final String PAGE_EN = "report.en.html";

    /** The page to read, in Chinese. */
    public static final String PAGE_ZH = "report.zh.html";

    private Papers() {}

    /**
     * Writes them.
     *
     * @param language of the workbook
     */
    public static Bundle of(AppraisedCase appraised, Locale language) {
        var files = new TreeMap<String, Content>();
        var source = appraised.source();
        files.put(CASE, Content.of(source.text()));
        source.rulesText().ifPresent(text -> files.put(RULES, Content.of(text)));
        files.put(RESULT, Content.of(ResultPaper.of(appraised).text()));
        appraised.quality().ifPresent(quality -> files.put(QUALITY, Content.of(QualityJson.write(quality.profile()))));
        files.put(PAGE_EN, Content.of(page(appraised, Locale.ENGLISH)));
        files.put(PAGE_ZH, Content.of(page(appraised, Locale.CHINESE)));
        appraised.report().worksheet().ifPresent(sheet -> {
            files.put(GRAPH, Content.of(AssayJson.write(sheet.graph())));
            files.put(WORKBOOK, Content.of(workbook(appraised, sheet, language)));
        });
        return Bundle.of(files);
    }

    private static String page(AppraisedCase appraised, Locale locale) {
        return AppraisalPage.html(
                appraised.report(), language(locale), text -> appraised.source().in(locale, text));
    }

    private static byte[] workbook(AppraisedCase appraised, Worksheet sheet, Locale locale) {
        var source = appraised.source();
        var labels = FigureLabels.of(language(locale), text -> source.in(locale, text));
        var author = appraised
                .report()
                .conclusion()
                .map(Conclusion::responsiblePerson)
                .orElse("Data Assay");
        var writer = new WorkbookWriter(
                source.in(locale, source.title()),
                source.in(locale, author),
                source.context().valuationDate());
        return writer.bytes(sheet.spreadsheet(labels));
    }

    static Language language(Locale locale) {
        return Language.of(locale.getLanguage().equals("zh") ? "zh" : "en");
    }
}
