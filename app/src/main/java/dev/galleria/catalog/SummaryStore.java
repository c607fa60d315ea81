package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    record Filter(@Nullable CategoryId category, List<SellerId> sellers, ListingQuery query) {
        private static final String OF_COLLECTION =
                " JOIN collection c ON c.id = m.collection_id WHERE c.slug = :collection AND c.published";

        /** The place of a row's product in the collection. */
        static final String PLACE = "(SELECT m.position FROM collection_product m" + OF_COLLECTION
                + " AND m.product_id = product_summary.product_id)";

        private static final BigDecimal LEAST = new BigDecimal("-1e15");
        private static final BigDecimal MOST = new BigDecimal("1e15");

        String where() {
            var conditions = new ArrayList<String>();
            if (category != null) {
                conditions.add("category_path @> ARRAY[CAST(:category AS uuid)]");
            }
            if (query.collection() != null) {
                conditions.add("product_id IN (SELECT m.product_id FROM collection_product m" + OF_COLLECTION + ')');
            }
            if (!sellers.isEmpty()) {
                conditions.add("seller_ids && :sellers");
            }
            if (!query.brands().isEmpty()) {
                conditions.add("brand_slug = ANY(:brands)");
            }
            if (!query.prices().isEmpty()) {
                conditions.add(any(query.prices(), "price_minor BETWEEN :min%1$d AND :max%1$d"));
            }
            int number = 0;
            for (var values : query.facts().values()) {
                conditions.add(fact(number++, values));
            }
            if (query.inStock()) {
                conditions.add("in_stock");
            }
            if (query.minStars() > 0) {
                conditions.add("rating >= :minRating");
            }
            return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        }

        /** One of the values, in a list of options or alone, or a number within one of the ranges. */
        private static String fact(int number, SortedSet<String> values) {
            var spans = spans(values);
            var condition =
                    "jsonb_exists_any(facts -> :fact%1$d, :values%1$d) OR facts ->> :fact%1$d = ANY(:values%1$d)"
                            .formatted(number);
            return spans.isEmpty()
                    ? '(' + condition + ')'
                    : "(%s OR CASE WHEN jsonb_typeof(facts -> :fact%d) = 'number' THEN %s END)"
                            .formatted(
                                    condition,
                                    number,
                                    any(
                                            spans,
                                            "CAST(facts ->> :fact%1$d AS numeric) BETWEEN :from%1$d_%%1$d AND :to%1$d_%%1$d"
                                                    .formatted(number)));
        }

        /** Ranges of numbers, a single number being a short one: numbers are stored with more decimals than they need. */
        private static List<NumberSpan> spans(SortedSet<String> values) {
            return values.stream()
                    .flatMap(value -> NumberSpan.read(value).or(() -> NumberSpan.read(value + ".." + value)).stream())
                    .toList();
        }

        private static String any(List<?> alternatives, String condition) {
            return IntStream.range(0, alternatives.size())
                    .mapToObj(condition::formatted)
                    .collect(Collectors.joining(" OR ", "(", ")"));
        }

        <S extends SqlStatement<S>> S bind(S statement) {
            var values = new HashMap<String, Object>();
            values.put("minRating", query.minStars() * 100);
            if (query.collection() != null) {
                values.put("collection", query.collection());
            }
            if (category != null) {
                values.put("category", category.value());
            }
            for (int i = 0; i < query.prices().size(); i++) {
                var span = query.prices().get(i);
                values.put("min" + i, span.from() == null ? 0L : span.from());
                values.put("max" + i, span.to() == null ? Long.MAX_VALUE : span.to());
            }
            statement
                    .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                    .bindMap(values)
                    .bindArray(
                            "sellers",
                            UUID.class,
                            sellers.stream().map(SellerId::value).toList())
                    .bindArray("brands", String.class, query.brands());
            int number = 0;
            for (var fact : query.facts().entrySet()) {
                bind(statement, number++, fact.getKey(), fact.getValue());
            }
            return statement;
        }

        private static void bind(SqlStatement<?> statement, int number, String code, SortedSet<String> values) {
            statement.bind("fact" + number, code).bindArray("values" + number, String.class, values);
            var spans = spans(values);
            for (int i = 0; i < spans.size(); i++) {
                var span = spans.get(i);
                statement
                        .bind("from" + number + '_' + i, span.from() == null ? LEAST : span.from())
                        .bind("to" + number + '_' + i, span.to() == null ? MOST : span.to());
            }
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

    /** Each product with that seller's own best offer, by the offer rule; without one, as it is. */
    List<ProductSummary> soldBy(Seller seller, List<ProductSummary> products, Reading reading) {
        var ids = products.stream().map(product -> product.id().value()).toList();
        var own = database.call(sql -> sql.createQuery(
                        """
                        SELECT DISTINCT ON (v.product_id) v.product_id, o.id AS offer_id, v.id AS variant_id, o.price_minor,
                               o.list_minor, o.in_stock, count(*) OVER same AS variant_count,
                               min(o.price_minor) OVER same <> max(o.price_minor) OVER same AS price_varies
                          FROM offer_now o JOIN variant v ON v.id = o.variant_id
                         WHERE o.seller_id = :seller AND o.active AND v.product_id = ANY(:ids)
                        WINDOW same AS (PARTITION BY v.product_id)
                         ORDER BY v.product_id, o.in_stock DESC, o.price_minor, o.id""")
                .bind("seller", seller.id().value())
                .bindArray("ids", UUID.class, ids)
                .map((row, context) ->
                        Map.entry(row.getObject("product_id", UUID.class), sellersOffer(row, seller, reading)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
        return products.stream()
                .map(product -> {
                    var offer = own.get(product.id().value());
                    return offer == null ? product : product.soldAs(offer);
                })
                .toList();
    }

    private static ProductSummary.SellersOffer sellersOffer(ResultSet row, Seller seller, Reading reading)
            throws SQLException {
        return new ProductSummary.SellersOffer(
                seller.id(),
                seller.name(),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new VariantId(row.getObject("variant_id", UUID.class)),
                reading.money(row, "price_minor"),
                reading.moneyOrNull(row, "list_minor"),
                row.getBoolean("price_varies"),
                row.getInt("variant_count"),
                row.getBoolean("in_stock"));
    }

    /** Slugs that those products have or once had, also of products that nobody can see (any more). */
    List<String> slugs(Collection<ProductId> ids) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT slug FROM product WHERE id = ANY(:ids)
                        UNION ALL SELECT slug FROM product_slug WHERE product_id = ANY(:ids)""")
                .bindArray("ids", UUID.class, ids.stream().map(ProductId::value).toList())
                .mapTo(String.class)
                .list());
    }

    private static String order(ListingQuery.Sort sort) {
        return switch (sort) {
            case BEST_SELLING -> "sold DESC, product_id";
            case NEWEST -> "published_at DESC, product_id";
            case PRICE_UP -> "price_minor, product_id";
            case PRICE_DOWN -> "price_minor DESC, product_id DESC";
            case RATING -> "rating DESC, rating_count DESC, product_id";
            case FEATURED -> Filter.PLACE + ", product_id";
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
