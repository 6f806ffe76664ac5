package org.dataassay.valuation.reconcile;

import java.util.List;
import org.dataassay.valuation.result.MethodProvider;

/** Every method of reconciliation. */
public final class ReconcileMethods implements MethodProvider.Listing {

    @Override
    public List<MethodProvider<?, ?>> methods() {
        return List.of(
                MethodProvider.of(ValueBridge.ID, BridgeFacts.class, ValueBridge.Options.STANDARD, ValueBridge::new),
                MethodProvider.of(
                        IndicationReconciliation.ID,
                        ReconciliationFacts.class,
                        IndicationReconciliation.Options.STANDARD,
                        IndicationReconciliation::new));
    }
}
