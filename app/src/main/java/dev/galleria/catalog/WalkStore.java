package dev.galleria.catalog;

import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes through {@code product_summary} by keys instead of page numbers. */
@ApplicationScoped
class WalkStore {
    @Inject
    Database database;

    private record Place(String key, String second, UUID productId) {}

    /** Up to so many positions after the given one, in the order of the filter's sort. */
    List<Walk.Position> after(SummaryStore.Filter filter, Walk.@Nullable Position after, int limit) {
        var order = Order.of(filter.query().sort());
        var where = filter.where();
        var beyond = after == null ? "" : (where.isEmpty() ? " WHERE " : " AND ") + order.beyond;
        var text = "SELECT CAST(" + order.key + " AS text) AS key, CAST(" + order.second
                + " AS text) AS second, product_id FROM product_summary" + where + beyond + " ORDER BY " + order.by
                + " LIMIT :limit";
        return database.call(sql -> {
            var query = filter.bind(sql.createQuery(text)).bind("limit", limit);
            if (after != null) {
                query.bind("key", after.key()).bind("second", after.second()).bind("id", after.product());
            }
            return query.mapTo(Place.class)
                    .map(place -> new Walk.Position(place.key(), place.second(), place.productId()))
                    .list();
        });
    }

    /** The listing's orders again, as comparisons of keys; {@code second} breaks ties where the order has two keys. */
    private enum Order {
        SOLD(
                "sold",
                "0",
                "sold DESC, product_id",
                "(sold < CAST(:key AS int) OR sold = CAST(:key AS int) AND product_id > :id)"),
        PUBLISHED(
                "published_at",
                "0",
                "published_at DESC, product_id",
                "(published_at < CAST(:key AS timestamptz) OR published_at = CAST(:key AS timestamptz) AND product_id > :id)"),
        PRICE_UP(
                "price_minor",
                "0",
                "price_minor, product_id",
                "(price_minor, product_id) > (CAST(:key AS bigint), :id)"),
        PRICE_DOWN(
                "price_minor",
                "0",
                "price_minor DESC, product_id DESC",
                "(price_minor, product_id) < (CAST(:key AS bigint), :id)"),
        RATING(
                "rating",
                "rating_count",
                "rating DESC, rating_count DESC, product_id",
                "(rating < CAST(:key AS int) OR rating = CAST(:key AS int) AND (rating_count < CAST(:second AS int)"
                        + " OR rating_count = CAST(:second AS int) AND product_id > :id))"),
        FEATURED(
                SummaryStore.Filter.PLACE,
                "0",
                SummaryStore.Filter.PLACE + ", product_id",
                "(" + SummaryStore.Filter.PLACE + ", product_id) > (CAST(:key AS int), :id)");

        private final String key;
        private final String second;
        private final String by;
        private final String beyond;

        Order(String key, String second, String by, String beyond) {
            this.key = key;
            this.second = second;
            this.by = by;
            this.beyond = beyond;
        }

        private static Order of(ListingQuery.Sort sort) {
            return switch (sort) {
                case BEST_SELLING -> SOLD;
                case NEWEST -> PUBLISHED;
                case PRICE_UP -> PRICE_UP;
                case PRICE_DOWN -> PRICE_DOWN;
                case RATING -> RATING;
                case FEATURED -> FEATURED;
            };
        }
    }
}
