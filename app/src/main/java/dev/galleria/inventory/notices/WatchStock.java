package dev.galleria.inventory.notices;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks every minute what has run low. */
@ApplicationScoped
class WatchStock extends TenantTick {
    @Inject
    LowStockAlerts alerts;

    @Override
    public String name() {
        return "inventory.low-stock";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    protected void runForTenant() {
        alerts.look();
    }
}
