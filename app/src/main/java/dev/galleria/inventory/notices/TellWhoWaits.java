package dev.galleria.inventory.notices;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks who can be told that something is back, each offer for itself. */
@ApplicationScoped
class TellWhoWaits extends TenantTick {
    @Inject
    StockRequests requests;

    @Override
    public String name() {
        return "inventory.back-in-stock";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    protected void runForTenant() {
        requests.wanted().forEach(requests::tell);
        requests.forget();
    }
}
