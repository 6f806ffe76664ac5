package org.dataassay.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dataassay.valuation.asset.DataAsset;
import org.dataassay.valuation.asset.Evidence;
import org.dataassay.valuation.asset.FreelyAvailableSubstitute;
import org.dataassay.valuation.asset.GateRule;
import org.dataassay.valuation.asset.Right;

/** What is valued: the asset, its use, its rights and the gate it passed, with the documents that show it. */
final class AssetSection {

    private final Reading reading;
    private final DataAsset asset;

    private AssetSection(Reading reading) {
        this.reading = reading;
        this.asset = reading.report().appraised().asset();
    }

    static Markup of(Reading reading) {
        return new AssetSection(reading).markup();
    }

    private Markup markup() {
        var content = new ArrayList<Markup>();
        content.add(Parts.card("", Parts.definitions(facts())));
        asset.scenario()
                .ifPresent(scenario -> content.add(Parts.card(
                        reading.text("asset.scenario"),
                        Parts.definitions(List.of(
                                entry("asset.scenario.name", scenario.name()),
                                entry("asset.scenario.buyer", scenario.buyer()),
                                entry("asset.scenario.use", scenario.use()))))));
        content.add(Parts.card(reading.text("asset.rights"), rights().markup(), origins()));
        content.add(Parts.card(
                reading.text("asset.gate"), Parts.paragraph(reading.text("asset.gate.words")), gate().markup()));
        content.add(Parts.card(
                reading.text("asset.evidence"),
                Parts.unfold(
                        reading.text("asset.evidence.count", asset.evidence().size()),
                        evidence().markup())));
        asset.freelyAvailableSubstitute().ifPresent(substitute -> content.add(substitute(substitute)));
        return Markup.join(content);
    }

    private Parts.Entry entry(String key, String words) {
        return Parts.Entry.of(reading.text(key), reading.own(words));
    }

    private List<Parts.Entry> facts() {
        var facts = new ArrayList<Parts.Entry>();
        facts.add(entry("asset.name", asset.name()));
        facts.add(entry("asset.id", asset.id()));
        if (asset.records() > 0)
            facts.add(entry("asset.records", reading.numbers().count(asset.records())));
        facts.add(entry("asset.sector", reading.capitalized(asset.sector())));
        facts.add(entry("asset.level", reading.capitalized(asset.developmentLevel())));
        facts.add(entry("asset.delivery", reading.capitalized(asset.deliveryMode())));
        facts.add(entry("asset.updates", reading.capitalized(asset.updateFrequency())));
        facts.add(entry("asset.security", reading.capitalized(asset.securityClass())));
        return facts;
    }

    private Table rights() {
        var table = Table.of(
                "",
                Table.Column.words(reading.text("asset.right")),
                Table.Column.words(reading.text("asset.right.exclusive")),
                Table.Column.words(reading.text("asset.right.territory")),
                Table.Column.words(reading.text("asset.right.term")),
                Table.Column.words(reading.text("asset.right.shownBy")));
        for (var right : asset.rights()) {
            table = table.row(
                    reading.capitalized(right.type()),
                    reading.text(right.exclusive() ? "word.yes" : "word.no"),
                    right.territory().equals(Right.WORLDWIDE)
                            ? reading.text("asset.right.worldwide")
                            : reading.own(right.territory()),
                    term(right),
                    titles(right.evidence()));
        }
        return table;
    }

    private String term(Right right) {
        if (right.from().isEmpty() && right.until().isEmpty()) return reading.text("asset.right.unlimited");
        return reading.text("asset.right.fromTo", date(right.from()), date(right.until()));
    }

    private String date(Optional<LocalDate> day) {
        return day.map(reading.numbers()::date).orElse("…");
    }

    private String titles(List<String> ids) {
        return String.join(
                reading.text("word.semicolon"),
                asset.evidence(ids).stream()
                        .map(document -> reading.own(document.title()))
                        .toList());
    }

    private Markup origins() {
        return Parts.definitions(asset.origins().stream()
                .map(origin -> Parts.Entry.of(
                        reading.text("asset.origin", reading.label(origin.kind())), reading.own(origin.description())))
                .toList());
    }

    /** Each rule of the gate; a report exists only of an asset that passed them all. */
    private Table gate() {
        var table = Table.of(
                "",
                Table.Column.words(reading.text("asset.gate.rule")),
                Table.Column.words(reading.text("asset.gate.result")),
                Table.Column.words(reading.text("asset.gate.shownBy")));
        for (var rule : GateRule.values())
            table = table.row(reading.capitalized(rule), reading.text("asset.gate.passed"), shownBy(rule));
        return table;
    }

    private String shownBy(GateRule rule) {
        var separator = reading.text("word.semicolon");
        return switch (rule) {
            case LAWFUL_SOURCE ->
                String.join(
                        separator,
                        asset.origins().stream()
                                .map(origin -> reading.label(origin.kind()))
                                .distinct()
                                .toList());
            case RIGHTS_EVIDENCE ->
                titles(asset.rights().stream()
                        .flatMap(right -> right.evidence().stream())
                        .distinct()
                        .toList());
            case RIGHT_IN_FORCE ->
                reading.text(
                        "asset.gate.inForce",
                        reading.numbers()
                                .date(reading.report().appraised().context().valuationDate()));
            case COMPLIANCE_CHECK ->
                String.join(
                        separator,
                        asset.complianceChecks().stream()
                                .map(check -> check.rule().isEmpty()
                                        ? reading.own(check.name())
                                        : reading.text(
                                                "asset.gate.check",
                                                reading.own(check.name()),
                                                reading.own(check.rule())))
                                .toList());
            case COMPLIANCE_EVIDENCE ->
                titles(asset.complianceChecks().stream()
                        .flatMap(check -> check.evidence().stream())
                        .distinct()
                        .toList());
            case SCENARIO ->
                asset.scenario().map(scenario -> reading.own(scenario.name())).orElse("");
        };
    }

    private Table evidence() {
        var table = Table.of(
                "",
                Table.Column.words(reading.text("asset.document")),
                Table.Column.words(reading.text("asset.document.kind")),
                Table.Column.words(reading.text("asset.document.issuer")),
                Table.Column.words(reading.text("asset.document.date")),
                Table.Column.words(reading.text("asset.document.validUntil")));
        for (var document : asset.evidence()) {
            table = table.row(
                    reading.own(document.title()) + file(document),
                    reading.capitalized(document.kind()),
                    reading.own(document.issuer()),
                    reading.numbers().date(document.date()),
                    document.validUntil()
                            .map(reading.numbers()::date)
                            .orElseGet(() -> reading.text("asset.document.unlimited")));
        }
        return table;
    }

    private String file(Evidence document) {
        return document.file()
                .map(file -> reading.text("asset.document.file", file.path(), file.sha256()))
                .orElse("");
    }

    private Markup substitute(FreelyAvailableSubstitute substitute) {
        var entries = List.of(
                entry("asset.substitute.who", substitute.who()),
                entry("asset.substitute.where", substitute.where()),
                entry(
                        "asset.substitute.cost",
                        reading.money(substitute.costToReplicate().value())),
                entry(
                        "asset.substitute.delay",
                        reading.text(
                                "unit.years",
                                reading.numbers().plain(substitute.delayYears().value(), 4))));
        var lacks = substitute.description().isEmpty()
                ? Markup.EMPTY
                : Parts.definitions(List.of(entry("asset.substitute.description", substitute.description())));
        return Parts.card(reading.text("asset.substitute"), Parts.definitions(entries), lacks);
    }
}
