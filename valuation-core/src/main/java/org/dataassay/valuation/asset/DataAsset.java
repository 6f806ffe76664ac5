package org.dataassay.valuation.asset;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;

/**
 * The subject of a valuation: a data set or data product, with its rights, origins, evidence and use.
 *
 * <p>An asset that exists is well-formed; whether it may have a value at all is for the {@link RightsGate} to say. Every evidence that a right, an origin or a check
 * names must be among {@link #evidence}.
 *
 * @param id stable id, version included
 * @param name its name
 * @param description what it holds: subject, fields, period covered; may be empty
 * @param sector the field of use
 * @param scenario what the buyer does with it; where it is absent the gate refuses
 * @param developmentLevel how far the data have been worked up
 * @param deliveryMode how the buyer gets at it
 * @param securityClass how much harm a leak would do
 * @param updateFrequency how often it is renewed
 * @param records how many records it holds; 0 where it has none
 * @param rights that are valued
 * @param origins where the data come from
 * @param evidence documents
 * @param complianceChecks rules that were checked
 * @param freelyAvailableSubstitute what anyone may take instead, if there is such a thing
 */
public record DataAsset(
        String id,
        String name,
        String description,
        Sector sector,
        Optional<Scenario> scenario,
        DevelopmentLevel developmentLevel,
        DeliveryMode deliveryMode,
        SecurityClass securityClass,
        UpdateFrequency updateFrequency,
        long records,
        List<Right> rights,
        List<Origin> origins,
        List<Evidence> evidence,
        List<ComplianceCheck> complianceChecks,
        Optional<FreelyAvailableSubstitute> freelyAvailableSubstitute) {

    public DataAsset {
        rights = List.copyOf(rights);
        origins = List.copyOf(origins);
        evidence = List.copyOf(evidence);
        complianceChecks = List.copyOf(complianceChecks);
        var check = new Check();
        Texts.id(check, "id", id);
        Texts.stated(check, "name", name);
        Texts.bounded(check, "description", description);
        check.that(records >= 0, "records", "at least 0", records, "Count the records.");
        Texts.bounded(check, "rights", rights);
        Texts.bounded(check, "origins", origins);
        Texts.bounded(check, "evidence", evidence);
        Texts.bounded(check, "complianceChecks", complianceChecks);
        var ids = new HashSet<String>();
        for (int i = 0; i < evidence.size(); i++) {
            var each = evidence.get(i).id();
            if (!ids.add(each)) {
                check.add(Problem.of(
                        ValuationError.DUPLICATE, "evidence[" + i + "].id", each, "Give each document its own id."));
            }
        }
        for (int i = 0; i < rights.size(); i++)
            known(check, "rights[" + i + "]", rights.get(i).evidence(), ids);
        for (int i = 0; i < origins.size(); i++)
            known(check, "origins[" + i + "]", origins.get(i).evidence(), ids);
        for (int i = 0; i < complianceChecks.size(); i++) {
            known(check, "complianceChecks[" + i + "]", complianceChecks.get(i).evidence(), ids);
        }
        check.done();
    }

    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    public Builder toBuilder() {
        var builder = builder(id, name)
                .description(description)
                .sector(sector)
                .developmentLevel(developmentLevel)
                .deliveryMode(deliveryMode)
                .securityClass(securityClass)
                .updateFrequency(updateFrequency)
                .records(records)
                .rights(rights)
                .origins(origins)
                .evidence(evidence)
                .complianceChecks(complianceChecks);
        builder.scenario = scenario;
        builder.freelyAvailableSubstitute = freelyAvailableSubstitute;
        return builder;
    }

    /** The documents with these ids, in the order of {@link #evidence}. */
    public List<Evidence> evidence(List<String> ids) {
        return evidence.stream().filter(each -> ids.contains(each.id())).toList();
    }

    /** The kinds of right that are valued. */
    public Set<RightType> rightTypes() {
        return rights.stream().map(Right::type).collect(Collectors.toUnmodifiableSet());
    }

    private static void known(Check check, String field, List<String> named, Set<String> ids) {
        for (var id : named) {
            if (!ids.contains(id)) {
                check.add(Problem.of(
                        ValuationError.UNKNOWN,
                        field + ".evidence",
                        "\"" + id + "\"",
                        "Add a document with that id to the asset's evidence."));
            }
        }
    }

    /**
     * Builds a {@link DataAsset}. Where nothing else is said, the asset is raw, general, static data of sector {@link Sector#OTHER}, handed over as a data set; it has
     * no rights, no evidence and no scenario, and so does not pass the gate.
     */
    public static final class Builder {

        private String id;
        private String name;
        private String description = "";
        private Sector sector = Sector.OTHER;
        private Optional<Scenario> scenario = Optional.empty();
        private DevelopmentLevel developmentLevel = DevelopmentLevel.RAW;
        private DeliveryMode deliveryMode = DeliveryMode.DATA_SET;
        private SecurityClass securityClass = SecurityClass.GENERAL;
        private UpdateFrequency updateFrequency = UpdateFrequency.STATIC;
        private long records;
        private List<Right> rights = List.of();
        private List<Origin> origins = List.of();
        private List<Evidence> evidence = List.of();
        private List<ComplianceCheck> complianceChecks = List.of();
        private Optional<FreelyAvailableSubstitute> freelyAvailableSubstitute = Optional.empty();

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
        }

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder name(String name) {
            this.name = name;
            return this;
        }

        public Builder description(String description) {
            this.description = description;
            return this;
        }

        public Builder sector(Sector sector) {
            this.sector = sector;
            return this;
        }

        public Builder scenario(Scenario scenario) {
            this.scenario = Optional.of(scenario);
            return this;
        }

        public Builder noScenario() {
            this.scenario = Optional.empty();
            return this;
        }

        public Builder developmentLevel(DevelopmentLevel developmentLevel) {
            this.developmentLevel = developmentLevel;
            return this;
        }

        public Builder deliveryMode(DeliveryMode deliveryMode) {
            this.deliveryMode = deliveryMode;
            return this;
        }

        public Builder securityClass(SecurityClass securityClass) {
            this.securityClass = securityClass;
            return this;
        }

        public Builder updateFrequency(UpdateFrequency updateFrequency) {
            this.updateFrequency = updateFrequency;
            return this;
        }

        public Builder records(long records) {
            this.records = records;
            return this;
        }

        public Builder rights(List<Right> rights) {
            this.rights = rights;
            return this;
        }

        public Builder origins(List<Origin> origins) {
            this.origins = origins;
            return this;
        }

        public Builder evidence(List<Evidence> evidence) {
            this.evidence = evidence;
            return this;
        }

        public Builder complianceChecks(List<ComplianceCheck> complianceChecks) {
            this.complianceChecks = complianceChecks;
            return this;
        }

        public Builder freelyAvailableSubstitute(FreelyAvailableSubstitute substitute) {
            this.freelyAvailableSubstitute = Optional.of(substitute);
            return this;
        }

        public DataAsset build() {
            return new DataAsset(
                    id,
                    name,
                    description,
                    sector,
                    scenario,
                    developmentLevel,
                    deliveryMode,
                    securityClass,
                    updateFrequency,
                    records,
                    rights,
                    origins,
                    evidence,
                    complianceChecks,
                    freelyAvailableSubstitute);
        }
    }
}
