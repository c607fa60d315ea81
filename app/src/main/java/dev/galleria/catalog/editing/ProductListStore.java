package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads lists of products for their editors, one page at a time. */
@ApplicationScoped
class ProductListStore {
    private static final String WHERE = "\n"
            + """
             WHERE p.state <> 'DELETED'
               AND (CAST(:seller AS uuid) IS NULL OR p.owner_seller_id = CAST(:seller AS uuid)
                    OR EXISTS (SELECT FROM variant v JOIN offer o ON o.variant_id = v.id
                                WHERE v.product_id = p.id AND o.seller_id = CAST(:seller AS uuid)))
               AND (CAST(:state AS text) IS NULL OR p.state = :state)
               AND (CAST(:brand AS text) IS NULL OR p.brand_id = (SELECT id FROM brand WHERE slug = :brand))
               AND (CAST(:category AS text) IS NULL OR p.category_id IN (
                        SELECT under.id FROM category top JOIN category under ON under.path @> ARRAY[top.id]
                         WHERE top.slug = :category))
               AND (CAST(:pattern AS text) IS NULL OR p.id IN (
                        SELECT id FROM product WHERE slug LIKE :pattern
                        UNION ALL SELECT product_id FROM product_text WHERE title ILIKE :pattern
                        UNION ALL SELECT product_id FROM variant WHERE sku ILIKE :pattern OR gtin = :word))""";

    /** First the page, then what is counted for its rows alone. */
    private static final String ROWS =
            """
            WITH page AS MATERIALIZED (
                SELECT p.id, coalesce(t.title, p.slug) AS title
                  FROM product p LEFT JOIN product_text t ON t.product_id = p.id AND t.locale = :locale
                  %s ORDER BY %s LIMIT :limit OFFSET :offset)
            SELECT p.id, p.slug, page.title, p.state, p.published_at, p.owner_seller_id, p.changed_at,
                   (SELECT i.key FROM product_image i WHERE i.product_id = p.id ORDER BY i.position LIMIT 1) AS image_key,
                   (SELECT count(*) FROM variant v WHERE v.product_id = p.id) AS variant_count,
                   s.offer_count, s.in_stock, s.lowest, s.highest
              FROM page JOIN product p USING (id) LEFT JOIN product_text t ON t.product_id = p.id AND t.locale = :locale
             CROSS JOIN LATERAL (
                   SELECT count(*) AS offer_count, min(o.price_minor) AS lowest, max(o.price_minor) AS highest,
                          count(DISTINCT v.id) FILTER (WHERE o.in_stock AND o.active) AS in_stock
                     FROM variant v JOIN offer_now o ON o.variant_id = v.id
                    WHERE v.product_id = p.id
                      AND (CAST(:own AS uuid) IS NULL OR o.seller_id = CAST(:own AS uuid))) s
             ORDER BY %s""";

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    ProductList list(Editor editor, ProductQuery query) {
        int total = database.call(sql -> bind(sql.createQuery("SELECT count(*) FROM product p" + WHERE), editor, query)
                .mapTo(int.class)
                .one());
        var order = order(query.sort());
        List<ProductList.Row> rows = database.call(sql -> bind(
                        sql.createQuery(ROWS.formatted(WHERE, order, order)), editor, query)
                .bind("own", editor.seller() == null ? null : editor.seller().value())
                .bind("locale", tenancy.current().defaultLocale().toLanguageTag())
                .bind("limit", query.size())
                .bind("offset", (query.page() - 1) * query.size())
                .map((row, context) -> row(row))
                .list());
        return new ProductList(rows, total);
    }

    Map<String, ProductId> bySku(List<String> skus) {
        var normal = skus.stream().map(Faults::normal).toList();
        return database.call(sql -> sql.createQuery("SELECT sku, product_id FROM variant WHERE sku = ANY(:skus)")
                .bindArray("skus", String.class, normal)
                .reduceRows(new HashMap<String, ProductId>(), (found, row) -> {
                    found.put(
                            row.getColumn("sku", String.class), new ProductId(row.getColumn("product_id", UUID.class)));
                    return found;
                }));
    }

    /** By address, so that all can be read part by part while others change. */
    static List<ProductId> next(Handle sql, Editor editor, ProductQuery filter, String afterSlug, int most) {
        return bind(
                        sql.createQuery("SELECT p.id FROM product p\n" + WHERE
                                + " AND p.slug > :after ORDER BY p.slug LIMIT :most"),
                        editor,
                        filter)
                .bind("after", afterSlug)
                .bind("most", most)
                .mapTo(UUID.class)
                .map(ProductId::new)
                .list();
    }

    private static Query bind(Query statement, Editor editor, ProductQuery query) {
        var seller = editor.seller() == null ? query.seller() : editor.seller();
        return statement
                .bind("seller", seller == null ? null : seller.value())
                .bind("state", query.state() == null ? null : query.state().name())
                .bind("brand", query.brand())
                .bind("category", query.category())
                .bind("pattern", pattern(query.text()))
                .bind("word", Faults.normalOrNull(query.text()));
    }

    private static @Nullable String pattern(@Nullable String text) {
        var words = Faults.normalOrNull(text);
        return words == null
                ? null
                : '%' + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    private static String order(ProductQuery.Sort sort) {
        return switch (sort) {
            case CHANGED -> "p.changed_at DESC, p.id DESC";
            case CHANGED_FIRST -> "p.changed_at, p.id";
            case CREATED -> "p.created_at DESC, p.id DESC";
            case TITLE -> "lower(coalesce(t.title, p.slug)), p.id";
            case TITLE_DOWN -> "lower(coalesce(t.title, p.slug)) DESC, p.id DESC";
        };
    }

    private static ProductList.Row row(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_seller_id", UUID.class);
        var published = row.getTimestamp("published_at");
        return new ProductList.Row(
                new ProductId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("title"),
                ProductState.valueOf(row.getString("state")),
                published == null ? null : published.toInstant(),
                owner == null ? null : new SellerId(owner),
                row.getString("image_key"),
                row.getInt("variant_count"),
                row.getInt("offer_count"),
                row.getInt("in_stock"),
                row.getObject("lowest", Long.class),
                row.getObject("highest", Long.class),
                row.getTimestamp("changed_at").toInstant());
    }
}
