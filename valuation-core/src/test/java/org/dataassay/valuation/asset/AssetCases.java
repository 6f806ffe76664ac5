package org.dataassay.valuation.asset;

import java.time.LocalDate;
import java.util.List;

/** Assets for tests. */
public final class AssetCases {

    static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    private AssetCases() {}

    /** Passes the gate on {@link #DAY}. */
    public static DataAsset sound() {
        return DataAsset.builder("bird-strikes/1", "Bird strikes, keyed to aircraft type")
                .sector(Sector.FINANCE)
                .scenario(Scenario.of(
                        "hull insurance", "hull insurers", "prices the risk of bird strikes by airport and type"))
                .developmentLevel(DevelopmentLevel.MODELED)
                .records(10_000)
                .rights(List.of(Right.builder(RightType.OPERATE_PRODUCT)
                        .from(LocalDate.of(2024, 1, 1))
                        .until(LocalDate.of(2028, 12, 31))
                        .evidence("registration")
                        .build()))
                .origins(List.of(
                        Origin.of(Origin.Kind.OPEN_DATA, "public-domain records of a civil aviation authority")))
                .evidence(List.of(
                        document("registration", EvidenceKind.REGISTRATION).build(),
                        document("review", EvidenceKind.COMPLIANCE_REPORT)
                                .validUntil(LocalDate.of(2026, 6, 30))
                                .build()))
                .complianceChecks(List.of(ComplianceCheck.passed(
                        "no personal data", "Personal Information Protection Law, art. 4", "review")))
                .build();
    }

    static Evidence.Builder document(String id, EvidenceKind kind) {
        return Evidence.builder()
                .id(id)
                .kind(kind)
                .title("No. " + id)
                .issuer("an exchange")
                .date(LocalDate.of(2024, 1, 1));
    }
}
