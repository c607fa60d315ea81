package dev.galleria.search;

import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often the documents of each tenant have changed on this node: what was found before a change is not shown after it. */
@ApplicationScoped
class Generations {
    @Inject
    Tenancy tenancy;

    private final Map<TenantId, Long> generations = new ConcurrentHashMap<>();

    /** Of the current tenant's documents. */
    long current() {
        return generations.getOrDefault(tenancy.current().id(), 0L);
    }

    /** Something has changed and can be found. */
    void advance() {
        generations.merge(tenancy.current().id(), 1L, Long::sum);
    }
}
