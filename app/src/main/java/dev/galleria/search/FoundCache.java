package dev.galleria.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the index has answered, by tenant, until its documents change. Counts are shown a little longer, so that a shop whose
 * stock moves all the time does not count at every request; hits never are.
 */
@ApplicationScoped
class FoundCache {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final long STALE_MILLIS = 3_000;
    private static final long MOST_IDS = 400_000;
    private static final long MOST_COUNTS = 2_000;

    @Inject
    Tenancy tenancy;

    @Inject
    Generations generations;

    @Inject
    Ranking ranking;

    @Inject
    Clock clock;

    /** Products in order from one place on, and how many there are in all. */
    record Hits(long total, List<UUID> ids) {}

    private record HitsKey(TenantId tenant, long generation, Weights weights, Filter filter, int from, int size) {}

    private record CountsKey(TenantId tenant, Filter filter) {}

    private record Counted(long generation, long at, Counts counts) {}

    private final Cache<HitsKey, Hits> hits = Caffeine.newBuilder()
            .maximumWeight(MOST_IDS)
            .weigher((HitsKey key, Hits value) -> 8 + value.ids().size())
            .expireAfterWrite(KEPT)
            .build();

    private final Cache<CountsKey, Counted> counts = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTS)
            .expireAfterWrite(KEPT)
            .build();

    Optional<Hits> hits(long generation, Filter filter, int from, int size) {
        return Optional.ofNullable(hits.getIfPresent(hitsKey(generation, filter, from, size)));
    }

    void keep(long generation, Filter filter, int from, int size, Hits found) {
        hits.put(hitsKey(generation, filter, from, size), found);
    }

    Optional<Counts> counts(Filter filter) {
        return Optional.ofNullable(counts.getIfPresent(countsKey(filter)))
                .filter(counted ->
                        counted.generation() == generations.current() || clock.millis() - counted.at() < STALE_MILLIS)
                .map(Counted::counts);
    }

    void keep(long generation, Filter filter, Counts found) {
        counts.put(countsKey(filter), new Counted(generation, clock.millis(), found));
    }

    private HitsKey hitsKey(long generation, Filter filter, int from, int size) {
        var query = filter.query();
        return new HitsKey(
                tenancy.current().id(),
                generation,
                ranking.weights(),
                filter.asking(query.with(query.filters().withPage(1))),
                from,
                size);
    }

    /** In whatever order, on whatever page. */
    private CountsKey countsKey(Filter filter) {
        var query = filter.query();
        return new CountsKey(
                tenancy.current().id(),
                filter.asking(query.with(
                        query.filters().withSort(ListingQuery.Sort.BEST_SELLING).withSize(ListingQuery.DEFAULT_SIZE))));
    }
}
