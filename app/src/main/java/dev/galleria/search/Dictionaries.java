package dev.galleria.search;

import dev.galleria.search.words.Dictionary;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.search.engine.search.aggregation.AggregationKey;

/** Each tenant's words, counted in its own documents when first needed and again by a tick after they have changed. */
@ApplicationScoped
class Dictionaries {
    private static final int MOST_WORDS = 60_000;

    @Inject
    CatalogUnit unit;

    @Inject
    Tenancy tenancy;

    @Inject
    Generations generations;

    private final Map<TenantId, Counted> known = new ConcurrentHashMap<>();

    private record Counted(long generation, Dictionary words) {}

    /** The current tenant's words; those of the last minute may be missing. */
    Dictionary current() {
        return known.computeIfAbsent(tenancy.current().id(), id -> count()).words();
    }

    /** Counts again if documents have changed. */
    void refresh() {
        var counted = known.get(tenancy.current().id());
        if (counted != null && counted.generation() != generations.current()) {
            known.put(tenancy.current().id(), count());
        }
    }

    private Counted count() {
        long generation = generations.current();
        var key = AggregationKey.<Map<String, Long>>of("words");
        var words = unit.call(session -> unit.bounded(session.search(ProductDocument.class)
                        .where(make -> make.matchAll())
                        .aggregation(key, make -> make.terms()
                                .field(ProductFields.WORD, String.class)
                                .maxTermCount(MOST_WORDS)))
                .fetch(0)
                .aggregation(key));
        return new Counted(generation, Dictionary.of(words));
    }
}
