package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose offers there are, for lists of the back office. */
@ApplicationScoped
@Transactional
public class OfferBook {
    @Inject
    Database database;

    /** A part of a list and how long all of it is. */
    public record Page(List<OfferId> offers, int total) {}

    /**
     * The active offers of a seller (null: of all) whose SKU, GTIN or title in any language contains the text; by SKU.
     */
    public Page find(@Nullable SellerId seller, String text, int from, int limit) {
        return database.call(sql -> {
            var rows = sql.createQuery(
                            """
                            SELECT o.id, count(*) OVER ()::int AS total
                              FROM offer o JOIN variant v ON v.id = o.variant_id JOIN product p ON p.id = v.product_id
                             WHERE o.active AND p.state <> 'ARCHIVED' AND (CAST(:seller AS uuid) IS NULL OR o.seller_id = :seller)
                               AND (:text = '' OR position(lower(:text) IN lower(v.sku)) > 0 OR v.gtin = :text
                                    OR EXISTS (SELECT 1 FROM product_text t WHERE t.product_id = p.id
                                                  AND position(lower(:text) IN lower(t.title)) > 0))
                             ORDER BY v.sku, o.id LIMIT :limit OFFSET :from""")
                    .bind("seller", seller == null ? null : seller.value())
                    .bind("text", text.strip())
                    .bind("limit", limit)
                    .bind("from", from)
                    .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getInt("total")))
                    .list();
            return new Page(
                    rows.stream().map(row -> new OfferId(row.getKey())).toList(),
                    rows.isEmpty() ? 0 : rows.get(0).getValue());
        });
    }

    /** Whose these offers are; unknown ones are left out. */
    public Map<OfferId, SellerId> sellers(Collection<OfferId> offers) {
        return database.call(sql -> {
            var sellers = new HashMap<OfferId, SellerId>();
            sql.createQuery("SELECT id, seller_id FROM offer WHERE id = ANY(:offers)")
                    .bindArray(
                            "offers",
                            UUID.class,
                            offers.stream().map(OfferId::value).toList())
                    .map((row, context) -> Map.entry(
                            new OfferId(row.getObject("id", UUID.class)),
                            new SellerId(row.getObject("seller_id", UUID.class))))
                    .forEach(row -> sellers.put(row.getKey(), row.getValue()));
            return sellers;
        });
    }

    /** Every active offer of a seller, after that one in the order of ids, at most so many. */
    public List<OfferId> after(SellerId seller, @Nullable OfferId last, int limit) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT id FROM offer WHERE seller_id = :seller AND active AND (CAST(:last AS uuid) IS NULL OR id > :last)
                         ORDER BY id LIMIT :limit""")
                .bind("seller", seller.value())
                .bind("last", last == null ? null : last.value())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(OfferId::new)
                .list());
    }

    /** The active offers with these SKUs: of one seller, or (null) of all; a SKU that several sell has several. */
    public Map<String, List<OfferId>> bySku(@Nullable SellerId seller, Collection<String> skus) {
        return database.call(sql -> {
            var found = new HashMap<String, List<OfferId>>();
            sql.createQuery(
                            """
                            SELECT v.sku, o.id FROM variant v JOIN offer o ON o.variant_id = v.id
                             WHERE v.sku = ANY(:skus) AND o.active AND (CAST(:seller AS uuid) IS NULL OR o.seller_id = :seller)""")
                    .bindArray("skus", String.class, skus)
                    .bind("seller", seller == null ? null : seller.value())
                    .map((row, context) ->
                            Map.entry(row.getString("sku"), new OfferId(row.getObject("id", UUID.class))))
                    .forEach(row -> found.computeIfAbsent(row.getKey(), sku -> new ArrayList<>())
                            .add(row.getValue()));
            return found;
        });
    }
}
