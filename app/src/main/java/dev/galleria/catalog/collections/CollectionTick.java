package dev.galleria.catalog.collections;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Products grow older without anybody changing anything: rules that ask for their age follow, and counts. */
@ApplicationScoped
class CollectionTick extends TenantTick {
    private static final int MOST = 200;

    @Inject
    Gathering gathering;

    @Override
    public String name() {
        return "catalog.collections";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    protected void runForTenant() {
        int done = 0;
        while (done < MOST && gathering.refillNext()) {
            done++;
        }
        gathering.recount();
    }
}
