package dev.galleria.search.merchandising;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.cluster.Caches;
import dev.galleria.platform.cluster.NearCache;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** What the current marketplace's people have added to its search, kept by each node until it changes. */
@ApplicationScoped
public class Merchandising {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    @Inject
    MerchandisingStore store;

    @Inject
    Caches caches;

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    private NearCache<Plan> plans;

    @PostConstruct
    void open() {
        plans = caches.near("search-merchandising", KEPT, MOST, (plan, ids) -> true);
    }

    /** As it is now; changes are known on all nodes within seconds. */
    public Plan plan() {
        return plans.get(scope(), "plan", store::plan);
    }

    /** Tells that something has changed; in the transaction of the change. */
    void changed() {
        outbox.publish(new MerchandisingChanged(Ids.next(), clock.instant()));
        // Whoever has made the change sees it at once; what others read until it is committed is forgotten by the
        // event.
        forget();
    }

    void forget() {
        plans.forgetAll(scope());
    }

    private String scope() {
        return tenancy.current().id().toString();
    }
}
