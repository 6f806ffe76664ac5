package org.dataassay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.dataassay.valuation.appraisal.AppraisalReport;

/**
 * An appraisal as one page: what is valued, what each method says and why, the conclusion or why there is none, what could change it, every figure with its formula
 * and source, and how to compute it again. Methods that were refused, failed or do not apply stand beside the others.
 *
 * <p>The same report gives the same bytes.
 */
public final class AppraisalPage {

    /** A section of the page: its address, the key of its heading, and what it holds; nothing where it has nothing to say. */
    private record Section(String id, Function<Reading, Markup> content) {
        String heading(Reading reading) {
            return reading.text("section." + id);
        }
    }

    private static final List<Section> SECTIONS = List.of(
            new Section("value", ValueSection::of),
            new Section("asset", AssetSection::of),
            new Section("indications", IndicationsSection::of),
            new Section("reached", ReachedSection::of),
            new Section("uncertainty", UncertaintySection::of),
            new Section("quality", QualitySection::of),
            new Section("assumptions", AssumptionsSection::of),
            new Section("figures", FiguresSection::of),
            new Section("provenance", ProvenanceSection::of));

    private AppraisalPage() {}

    /** The HTML of the page in a language; write it as UTF-8. */
    public static String html(AppraisalReport report, Language language) {
        return html(report, language, UnaryOperator.identity());
    }

    /**
     * The same, with the case's own texts in the reader's language.
     *
     * @param caseWords from a text of the case to the same in the language; the text itself where there is no translation
     */
    public static String html(AppraisalReport report, Language language, UnaryOperator<String> caseWords) {
        var reading = new Reading(report, language, caseWords);
        var sections = new ArrayList<Markup>();
        var contents = new ArrayList<Parts.Entry>();
        for (var section : SECTIONS) {
            var content = section.content.apply(reading);
            if (content.isEmpty()) continue;
            contents.add(Parts.Entry.of(section.id, section.heading(reading)));
            sections.add(Parts.section(section.id, section.heading(reading), content));
        }
        var body = new ArrayList<Markup>();
        body.add(masthead(reading));
        body.add(Parts.contents(reading.text("head.contents"), contents));
        body.addAll(sections);
        var title = reading.text("head.title", reading.own(report.appraised().title()));
        return Page.of(title, reading.edition(), body.toArray(Markup[]::new))
                .withFooter(Parts.paragraph(ProvenanceSection.summary(reading)))
                .html();
    }

    private static Markup masthead(Reading reading) {
        var appraised = reading.report().appraised();
        var context = appraised.context();
        var facts = new ArrayList<Parts.Entry>();
        facts.add(Parts.Entry.of(
                reading.text("head.valuationDate"), reading.numbers().date(context.valuationDate())));
        facts.add(Parts.Entry.of(reading.text("head.basis"), reading.capitalized(context.basisOfValue())));
        facts.add(Parts.Entry.of(reading.text("head.premise"), reading.capitalized(context.premise())));
        facts.add(Parts.Entry.of(
                reading.text("head.currency"),
                reading.find("currency." + reading.currency()).orElse(reading.currency())));
        facts.add(Parts.Entry.of(
                reading.text("head.responsible"),
                appraised
                        .conclusion()
                        .map(terms -> reading.own(terms.responsiblePerson()))
                        .orElseGet(() -> reading.text("head.nobody"))));
        return Parts.masthead(
                reading.text("head.kicker"),
                reading.own(appraised.title()),
                reading.own(
                        appraised.asset().description().isEmpty()
                                ? appraised.asset().name()
                                : appraised.asset().description()),
                facts);
    }
}
