package dev.galleria.tenancy;

import dev.galleria.platform.OutboxRelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Delivers what a crash or a failed handler left waiting. */
@ApplicationScoped
class RelayTick extends TenantTick {
    @Inject
    OutboxRelay relay;

    @Override
    public String name() {
        return "outbox.relay";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    protected void runForTenant() {
        relay.deliverWaiting();
    }
}
