package dev.galleria.search;

import dev.galleria.platform.cluster.Caches;
import dev.galleria.platform.cluster.Changes;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How often the documents of each tenant have changed: what was found before a change is not shown after it. */
@ApplicationScoped
class Generations {
    @Inject
    Tenancy tenancy;

    @Inject
    Caches caches;

    private Changes changes = Changes.alone();

    @PostConstruct
    void listen() {
        changes = caches.changes("search.generations");
    }

    /** Of the current tenant's documents. */
    long current() {
        return changes.of(scope());
    }

    /** Something has changed and can be found; nodes that share the index hear of it. */
    void advance() {
        changes.tell(scope());
    }

    private String scope() {
        return tenancy.current().id().toString();
    }
}
