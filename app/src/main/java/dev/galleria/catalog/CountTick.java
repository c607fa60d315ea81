package dev.galleria.catalog;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Counts the products of categories and brands after changes, and shows the new numbers. */
@ApplicationScoped
class CountTick extends TenantTick {
    @Inject
    SummaryRebuild summaries;

    @Inject
    CatalogCache cache;

    @Override
    public String name() {
        return "catalog.counts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    protected void runForTenant() {
        if (summaries.recountIfDue()) {
            cache.forgetNavigation();
        }
    }
}
