package dev.galleria.catalog;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Sales begin and end by the clock, without anybody changing anything: the read model follows. */
@ApplicationScoped
class SummaryTick extends TenantTick {
    @Inject
    SummaryRebuild summaries;

    @Override
    public String name() {
        return "catalog.summaries";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    protected void runForTenant() {
        summaries.rebuildDue();
    }
}
