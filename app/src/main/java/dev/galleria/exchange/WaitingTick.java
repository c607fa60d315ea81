package dev.galleria.exchange;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Notices imports that nobody works on, such as those of a node that has died. */
@ApplicationScoped
class WaitingTick extends TenantTick {
    @Inject
    Desk desk;

    @Inject
    WorkOff job;

    @Override
    public String name() {
        return "exchange.waiting";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    protected void runForTenant() {
        if (desk.idle()) {
            job.enqueue("waiting");
        }
    }
}
