package dev.galleria.search;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.cluster.Caches;
import dev.galleria.platform.cluster.NearCache;
import dev.galleria.search.merchandising.MerchandisingChanged;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;

/** How the current marketplace ranks what is found by words. */
@ApplicationScoped
public class Ranking {
    private static final Duration KEPT = Duration.ofSeconds(10);

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @Inject
    Caches caches;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private NearCache<Weights> known;

    @PostConstruct
    void open() {
        known = caches.near("search-weights", KEPT, 10_000, (weights, ids) -> true);
    }

    /** The weights, as they were at most a moment ago. */
    public Weights weights() {
        return known.get(scope(), "weights", this::read);
    }

    /** Sets all weights. They apply on all nodes once the transaction is committed. */
    @Transactional
    public void weigh(Weights weights) {
        database.call(sql -> {
            var batch = sql.prepareBatch(
                    """
                    INSERT INTO search_weight (factor, weight) VALUES (:factor, :weight)
                        ON CONFLICT (factor) DO UPDATE SET weight = excluded.weight""");
            weights.byFactor().forEach((factor, weight) -> batch.bind("factor", factor.name())
                    .bind("weight", weight)
                    .add());
            return batch.execute();
        });
        outbox.publish(new MerchandisingChanged(Ids.next(), clock.instant()));
        forget();
    }

    /** Has the weights read again, on all nodes. */
    void forget() {
        known.forgetAll(scope());
    }

    private String scope() {
        return tenancy.current().id().toString();
    }

    private Weights read() {
        var weights = new EnumMap<Factor, Integer>(Factor.class);
        database.call(sql -> {
            sql.createQuery("SELECT factor, weight FROM search_weight")
                    .mapToMap()
                    .forEach(row -> weights.put(
                            Factor.valueOf((String) row.get("factor")), ((Number) row.get("weight")).intValue()));
            return null;
        });
        return new Weights(weights);
    }
}
