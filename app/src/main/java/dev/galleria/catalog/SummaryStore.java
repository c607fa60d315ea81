package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Reads {@code product_summary}: one flat row per product that a shopper can see. */
@ApplicationScoped
class SummaryStore {
    private static final String COLUMNS =
            """
            SELECT product_id, slug, coalesce(titles->>:locale, titles->>:fallback, slug) AS title, brand_name, brand_slug,
                   price_minor, list_minor, price_varies, seller_id, seller_name, seller_count, offer_id, variant_id,
                   variant_count, image_key, image_key2, rating, rating_count, in_stock, tags, published_at
              FROM product_summary
            """;

    @Inject
    Database database;

    /** The conditions of a listing with the ids behind its slugs. */
    record Filter(@Nullable CategoryId category, @Nullable SellerId seller, ListingQuery query) {
        private String where() {
            var conditions = new ArrayList<String>();
            if (category != null) {
                conditions.add("category_path @> ARRAY[CAST(:category AS uuid)]");
            }
            if (seller != null) {
                conditions.add("seller_ids @> ARRAY[CAST(:seller AS uuid)]");
            }
            if (query.brand() != null) {
                conditions.add("brand_slug = :brand");
            }
            if (query.minPrice() != null) {
                conditions.add("price_minor >= :minPrice");
            }
            if (query.maxPrice() != null) {
                conditions.add("price_minor <= :maxPrice");
            }
            if (query.inStock()) {
                conditions.add("in_stock");
            }
            if (query.minStars() > 0) {
                conditions.add("rating >= :minRating");
            }
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }

        private <S extends SqlStatement<S>> S bind(S statement) {
            var values = new HashMap<String, @Nullable Object>();
            values.put("category", category == null ? null : category.value());
            values.put("seller", seller == null ? null : seller.value());
            values.put("brand", query.brand());
            values.put("minPrice", query.minPrice());
            values.put("maxPrice", query.maxPrice());
            values.put("minRating", query.minStars() * 100);
            values.values().removeIf(value -> value == null);
            return statement
                    .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                    .bindMap(values);
        }
    }

    Listing list(Filter filter, Reading reading) {
        var query = filter.query();
        int total = database.call(
                sql -> filter.bind(sql.createQuery("SELECT count(*) FROM product_summary" + filter.where()))
                        .mapTo(int.class)
                        .one());
        int reachable = Math.min(total, ListingQuery.DEEPEST);
        int pages = Math.max(1, (reachable + query.size() - 1) / query.size());
        int page = Math.min(query.page(), pages);
        List<ProductSummary> products = database.call(sql -> filter.bind(sql.createQuery(
                        COLUMNS + filter.where() + " ORDER BY " + order(query.sort()) + " LIMIT :limit OFFSET :offset"))
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .bind("limit", query.size())
                .bind("offset", (page - 1) * query.size())
                .map((row, context) -> read(row, reading))
                .list());
        return new Listing(products, total, page, pages);
    }

    List<ProductSummary> find(Collection<ProductId> ids, Reading reading) {
        var order = ids.stream().map(ProductId::value).toList();
        return database.call(sql -> sql.createQuery(
                        COLUMNS
                                + " JOIN unnest(:ids) WITH ORDINALITY AS wanted (id, place) ON wanted.id = product_id ORDER BY place")
                .bindArray("ids", UUID.class, order)
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .map((row, context) -> read(row, reading))
                .list());
    }

    /** Slugs of those products, also of those that nobody can see (any more). */
    Map<UUID, String> slugs(Collection<ProductId> ids) {
        return database.call(sql -> sql.createQuery("SELECT id, slug FROM product WHERE id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids.stream().map(ProductId::value).toList())
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(row.getColumn("id", UUID.class), row.getColumn("slug", String.class));
                    return all;
                }));
    }

    private static String order(ListingQuery.Sort sort) {
        return switch (sort) {
            case BEST_SELLING -> "sold DESC, product_id";
            case NEWEST -> "published_at DESC, product_id";
            case PRICE_UP -> "price_minor, product_id";
            case PRICE_DOWN -> "price_minor DESC, product_id DESC";
            case RATING -> "rating DESC, rating_count DESC, product_id";
        };
    }

    private static ProductSummary read(ResultSet row, Reading reading) throws SQLException {
        return new ProductSummary(
                new ProductId(row.getObject("product_id", UUID.class)),
                row.getString("slug"),
                row.getString("title"),
                row.getString("brand_name"),
                row.getString("brand_slug"),
                reading.money(row, "price_minor"),
                reading.moneyOrNull(row, "list_minor"),
                row.getBoolean("price_varies"),
                new SellerId(row.getObject("seller_id", UUID.class)),
                row.getString("seller_name"),
                row.getInt("seller_count"),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new VariantId(row.getObject("variant_id", UUID.class)),
                row.getInt("variant_count"),
                row.getString("image_key"),
                row.getString("image_key2"),
                row.getInt("rating"),
                row.getInt("rating_count"),
                row.getBoolean("in_stock"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getTimestamp("published_at").toInstant());
    }
}
