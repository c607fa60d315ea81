package dev.galleria.search;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Notices an index that was lost or has fallen behind, and has it built anew; learns new words. */
@ApplicationScoped
class IndexTick extends TenantTick {
    @Inject
    Index index;

    @Inject
    RebuildIndex rebuild;

    @Inject
    Dictionaries dictionaries;

    @Override
    public String name() {
        return "search.verify";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(60);
    }

    @Override
    protected void runForTenant() {
        index.clear();
        if (index.cutOff() || !index.complete()) {
            rebuild.enqueue(RebuildIndex.IF_INCOMPLETE);
        }
        dictionaries.refresh();
    }
}
