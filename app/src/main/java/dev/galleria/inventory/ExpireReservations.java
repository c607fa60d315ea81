package dev.galleria.inventory;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Closes holds whose time is over, so that what is shown is what can be bought. Each batch stands for itself. */
@ApplicationScoped
class ExpireReservations extends TenantTick {
    @Inject
    Inventory inventory;

    @Override
    public String name() {
        return "inventory.expire";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    protected void runForTenant() {
        int closed;
        do {
            closed = inventory.expireDue();
        } while (closed > 0);
    }
}
