package dev.galleria.search;

import dev.galleria.catalog.ListingQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.orm.session.SearchSession;

/**
 * Asks the index as little as possible: hits and counts in one query, once for each state of the documents. A page far down
 * costs what the first one does, since all ids within reach are fetched once and then cut into pages.
 */
@ApplicationScoped
class Hits {
    /** Pages that begin before this are fetched by themselves. */
    private static final int NEAR = 240;

    @Inject
    CatalogUnit unit;

    @Inject
    FoundCache cache;

    @Inject
    FacetCounts facets;

    @Inject
    Generations generations;

    @Inject
    Ranking ranking;

    @Inject
    Clock clock;

    /** How many have what in common; a few seconds old at most. */
    Counts counts(Filter filter) {
        return cache.counts(filter).orElseGet(() -> count(filter));
    }

    /** The ids of the query's page, and how many there are in all. */
    FoundCache.Hits page(Filter filter) {
        var filters = filter.query().filters();
        int from = (filters.page() - 1) * filters.size();
        if (from < NEAR) {
            var near = hits(filter, from, filters.size());
            return from > 0 || !filter.moved()
                    ? near
                    : new FoundCache.Hits(near.total(), filter.rules().arranged(near.ids()));
        }
        var all = hits(filter, 0, ListingQuery.DEEPEST);
        int size = all.ids().size();
        return new FoundCache.Hits(
                all.total(), all.ids().subList(Math.min(from, size), Math.min(from + filters.size(), size)));
    }

    /** How many there are. */
    long total(Filter filter) {
        return hits(filter, 0, 0).total();
    }

    private FoundCache.Hits hits(Filter filter, int from, int size) {
        long generation = generations.current();
        return cache.hits(generation, filter, from, size).orElseGet(() -> {
            var found = unit.call(session -> {
                var result = ask(session, filter).fetch(from, size);
                return new FoundCache.Hits(result.total().hitCount(), result.hits());
            });
            cache.keep(generation, filter, from, size, found);
            return found;
        });
    }

    /** Counts, and keeps the hits that come with it. */
    private Counts count(Filter filter) {
        long generation = generations.current();
        var filters = filter.query().filters();
        int begin = (filters.page() - 1) * filters.size();
        int from = begin < NEAR ? begin : 0;
        int size = begin < NEAR ? filters.size() : ListingQuery.DEEPEST;
        return unit.call(session -> {
            var query = ask(session, filter);
            facets.count(query, filter);
            var first = query.fetch(from, size);
            cache.keep(
                    generation,
                    filter,
                    from,
                    size,
                    new FoundCache.Hits(first.total().hitCount(), first.hits()));
            var counts = facets.of(session, filter, first);
            cache.keep(generation, filter, counts);
            return counts;
        });
    }

    /** The score of this moment. */
    Rank rank() {
        return new Rank(ranking.weights(), clock.millis());
    }

    private SearchQueryOptionsStep<?, UUID, ?, ?, ?> ask(SearchSession session, Filter filter) {
        return unit.bounded(unit.query(session)
                .select(projection -> projection.id(UUID.class))
                .where(make -> filter.ranked(make, rank()))
                .sort(make -> order(make, filter)));
    }

    /** With words the best match first, whatever sells first among equals; ids last, so that paging is stable. */
    static SortFinalStep order(SearchSortFactory make, Filter filter) {
        var query = filter.query();
        var first =
                switch (query.filters().sort()) {
                    case NEWEST -> make.field("publishedAt").desc();
                    case PRICE_UP -> make.field("priceMinor").asc();
                    case PRICE_DOWN -> make.field("priceMinor").desc();
                    case RATING -> make.field("rating").desc();
                    case BEST_SELLING, FEATURED ->
                        query.hasWords() || filter.moved()
                                ? make.score()
                                : make.field("sold").desc();
                };
        return make.composite(all -> {
            all.add(first);
            all.add(make.field("sold").desc());
            all.add(make.field("publishedAt").desc());
        });
    }
}
