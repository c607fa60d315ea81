package dev.galleria.payment;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Compares every tenant's payments with its gateways' lists once a day; looks every hour whose turn it is. */
@ApplicationScoped
class ReconcileTick extends TenantTick {
    @Inject
    Reconciliation reconciliation;

    @Override
    public String name() {
        return "payment.reconcile";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    protected void runForTenant() {
        reconciliation.compareDue();
    }
}
