package dev.galleria.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
    Generations generations;

    private final Cache<TenantId, Weights> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build();

    /** The weights, as they were at most ten seconds ago. */
    public Weights weights() {
        return known.get(tenancy.current().id(), id -> read());
    }

    /** Sets all weights. They apply at once here and within a minute elsewhere. */
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
        known.put(tenancy.current().id(), weights);
        generations.advance();
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
