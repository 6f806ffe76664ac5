package org.dataassay.pricing.regulated;

import java.util.Optional;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.money.Money;
import org.dataassay.valuation.sheet.Input;

/**
 * One asset that serves the operation, where profit is permitted on capital.
 *
 * @param name of the asset
 * @param netValue mean net value over the year, at least 0
 * @param granted part of it that public money paid, in [0, netValue]; empty for none
 * @param industryShare share of the asset that serves industry use, in [0, 1]; empty for all of it
 * @param exclusion why it does not count; empty where it does
 */
public record AssetItem(
        String name,
        Input<Money> netValue,
        Optional<Input<Money>> granted,
        Optional<Input<Double>> industryShare,
        Optional<Exclusion> exclusion) {

    public AssetItem {
        var check = new Check()
                .that(!name.isBlank(), "name", "named", "''", "Name the asset.")
                .that(
                        netValue.value().amount().signum() >= 0,
                        "netValue",
                        "at least 0",
                        netValue.value(),
                        "Give the mean of opening and closing net value.");
        granted.ifPresent(paid -> check.that(
                paid.value().amount().signum() >= 0
                        && paid.value().amount().compareTo(netValue.value().amount()) <= 0,
                "granted",
                "in [0, " + netValue.value() + "]",
                paid.value(),
                "Give the part of the net value that public money paid."));
        industryShare.ifPresent(share -> check.share("industryShare", share.value()));
        check.done();
    }

    /** An asset that counts in full. */
    public static AssetItem of(String name, Input<Money> netValue) {
        return new AssetItem(name, netValue, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public AssetItem granted(Input<Money> by) {
        return new AssetItem(name, netValue, Optional.of(by), industryShare, exclusion);
    }

    public AssetItem excluded(Exclusion.Ground ground, String reason) {
        return new AssetItem(name, netValue, granted, industryShare, Optional.of(new Exclusion(ground, reason)));
    }
}
