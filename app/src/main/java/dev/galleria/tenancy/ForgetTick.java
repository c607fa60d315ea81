package dev.galleria.tenancy;

import dev.galleria.platform.Idempotency;
import dev.galleria.platform.PastEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps what every capability stands on from growing without end. */
@ApplicationScoped
class ForgetTick extends TenantTick {
    @Inject
    PastEvents events;

    @Inject
    Idempotency keys;

    @Override
    public String name() {
        return "platform.forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    protected void runForTenant() {
        events.forget();
        keys.forget();
    }
}
