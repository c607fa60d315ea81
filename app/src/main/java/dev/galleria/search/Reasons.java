package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;

/** Takes the scores of a page apart, with the formula that has made them. */
@ApplicationScoped
class Reasons {
    @Inject
    CatalogUnit unit;

    @Inject
    Hits hits;

    @Inject
    Ranking ranking;

    @Inject
    Clock clock;

    List<Reason> of(Filter filter) {
        var weights = ranking.weights();
        var filters = filter.query().filters();
        return unit.call(session -> session.search(ProductDocument.class)
                .select(make -> make.composite()
                        .from(
                                make.id(UUID.class),
                                make.score(),
                                make.composite()
                                        .from(
                                                make.field("rating", Integer.class),
                                                make.field("ratingCount", Integer.class),
                                                make.field("sellerRating", Integer.class),
                                                make.field("inStock", Boolean.class))
                                        .asList(),
                                make.composite()
                                        .from(
                                                make.field("publishedAt", Instant.class),
                                                make.field("soldLately", Integer.class),
                                                make.field("clicked", Integer.class),
                                                make.field("seen", Long.class))
                                        .asList())
                        .asList(values -> reason(values, weights)))
                .where(make -> filter.ranked(make, hits.rank()))
                .sort(make -> Hits.order(make, filter.query()))
                .fetchHits((filters.page() - 1) * filters.size(), filters.size()));
    }

    private Reason reason(List<?> values, Weights weights) {
        var first = (List<?>) values.get(2);
        var second = (List<?>) values.get(3);
        var merits = new Merits(
                number(first.get(0)),
                number(first.get(1)),
                number(first.get(2)),
                (Boolean) first.get(3),
                clock.millis() - ((Instant) second.get(0)).toEpochMilli(),
                number(second.get(1)),
                number(second.get(2)),
                number(second.get(3)));
        var tenths = new EnumMap<Factor, Long>(Factor.class);
        long total = Math.round(((Number) values.get(1)).doubleValue() * 10);
        long others = 0;
        for (var factor : Factor.values()) {
            if (factor != Factor.TEXT) {
                long points = Math.round(weights.of(factor) * merits.of(factor, 0) * 10);
                tenths.put(factor, points);
                others += points;
            }
        }
        tenths.put(Factor.TEXT, total - others);
        return new Reason(new ProductId((UUID) values.get(0)), tenths, total);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
