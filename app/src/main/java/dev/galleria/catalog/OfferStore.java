package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and marks single offers. */
@ApplicationScoped
class OfferStore {
    private static final String ITEMS =
            """
            SELECT o.id, o.variant_id, v.product_id, o.seller_id, p.slug, coalesce(t.title, f.title, p.slug) AS title,
                   v.sku, coalesce(v.image_key, (SELECT i.key FROM product_image i WHERE i.product_id = p.id
                                                  ORDER BY i.position LIMIT 1)) AS image_key,
                   o.price_minor, o.list_minor, p.tax_class, v.weight_grams, o.handling_days,
                   o.active AND p.state = 'ACTIVE' AND p.published_at <= now() AS on_sale,
                   coalesce((SELECT string_agg(coalesce(c.labels->>:locale, c.labels->>:fallback, c.code), ', '
                                               ORDER BY n.position)
                               FROM product_option n
                               JOIN option_value c ON c.product_id = n.product_id AND c.option = n.code
                              WHERE n.product_id = p.id AND c.code = v.choices->>n.code), '') AS choices
              FROM offer_now o
              JOIN variant v ON v.id = o.variant_id
              JOIN product p ON p.id = v.product_id
              LEFT JOIN product_text t ON t.product_id = p.id AND t.locale = :locale
              LEFT JOIN product_text f ON f.product_id = p.id AND f.locale = :fallback
             WHERE o.id = ANY(:offers)""";

    @Inject
    Database database;

    @Inject
    Sellers sellers;

    /** The offers as cart and checkout need them; those that do not exist are left out. */
    Map<OfferId, OfferedItem> find(Collection<OfferId> offers, Reading reading) {
        var ids = offers.stream().map(OfferId::value).toList();
        List<OfferedItem> bare = database.call(sql -> sql.createQuery(ITEMS)
                .bindArray("offers", UUID.class, ids)
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .map((row, context) -> read(row, reading))
                .list());
        var known = sellers.find(bare.stream().map(OfferedItem::seller).collect(Collectors.toSet()));
        var items = new LinkedHashMap<OfferId, OfferedItem>();
        bare.forEach(item -> items.put(item.offer(), sold(item, known.get(item.seller()))));
        return items;
    }

    Map<OfferKey, OfferId> byKey(Collection<OfferKey> keys) {
        var slugs = sellers.list().stream()
                .collect(Collectors.toMap(Seller::slug, seller -> seller.id().value()));
        var known = keys.stream().filter(key -> slugs.containsKey(key.seller())).toList();
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT w.sku, w.slug, o.id
                          FROM unnest(:skus, :slugs, :sellers) AS w (sku, slug, seller)
                          JOIN variant v ON v.sku = w.sku
                          JOIN offer o ON o.variant_id = v.id AND o.seller_id = w.seller""")
                .bindArray(
                        "skus", String.class, known.stream().map(OfferKey::sku).toList())
                .bindArray(
                        "slugs",
                        String.class,
                        known.stream().map(OfferKey::seller).toList())
                .bindArray(
                        "sellers",
                        UUID.class,
                        known.stream().map(key -> slugs.get(key.seller())).toList())
                .reduceRows(new LinkedHashMap<OfferKey, OfferId>(), (found, row) -> {
                    found.put(
                            new OfferKey(row.getColumn("sku", String.class), row.getColumn("slug", String.class)),
                            new OfferId(row.getColumn("id", UUID.class)));
                    return found;
                }));
    }

    /** Marks the offers and returns the products whose offers were marked otherwise before. */
    List<ProductId> mark(Map<OfferId, Boolean> inStock) {
        var entries = List.copyOf(inStock.entrySet());
        return database.call(sql -> sql.createQuery(
                        """
                        WITH held AS MATERIALIZED ( -- in one order, so that two writers never wait for each other
                            SELECT id FROM offer WHERE id = ANY (:offers) ORDER BY id FOR UPDATE),
                        marked AS (
                            UPDATE offer o SET in_stock = w.in_stock
                              FROM unnest(:offers, :flags) AS w (id, in_stock), held
                             WHERE o.id = w.id AND o.id = held.id AND o.in_stock <> w.in_stock
                            RETURNING o.variant_id)
                        SELECT DISTINCT v.product_id FROM marked m JOIN variant v ON v.id = m.variant_id""")
                .bindArray(
                        "offers",
                        UUID.class,
                        entries.stream().map(entry -> entry.getKey().value()).toList())
                .bindArray(
                        "flags",
                        Boolean.class,
                        entries.stream().map(Map.Entry::getValue).toList())
                .mapTo(UUID.class)
                .map(ProductId::new)
                .list());
    }

    /** The products that a seller offers. */
    List<ProductId> productsOf(SellerId seller) {
        return database.call(sql -> sql.createQuery(
                        "SELECT DISTINCT v.product_id FROM offer o JOIN variant v ON v.id = o.variant_id WHERE o.seller_id = :seller")
                .bind("seller", seller.value())
                .mapTo(UUID.class)
                .map(ProductId::new)
                .list());
    }

    private static OfferedItem sold(OfferedItem item, @Nullable Seller seller) {
        return new OfferedItem(
                item.offer(),
                item.variant(),
                item.product(),
                item.seller(),
                seller == null ? "" : seller.name(),
                item.slug(),
                item.title(),
                item.choices(),
                item.sku(),
                item.imageKey(),
                item.price(),
                item.listPrice(),
                item.taxClass(),
                item.weightGrams(),
                item.handlingDays(),
                item.onSale() && seller != null && seller.active());
    }

    private static OfferedItem read(ResultSet row, Reading reading) throws SQLException {
        return new OfferedItem(
                new OfferId(row.getObject("id", UUID.class)),
                new VariantId(row.getObject("variant_id", UUID.class)),
                new ProductId(row.getObject("product_id", UUID.class)),
                new SellerId(row.getObject("seller_id", UUID.class)),
                "",
                row.getString("slug"),
                row.getString("title"),
                row.getString("choices"),
                row.getString("sku"),
                row.getString("image_key"),
                reading.money(row, "price_minor"),
                reading.moneyOrNull(row, "list_minor"),
                row.getString("tax_class"),
                row.getInt("weight_grams"),
                row.getInt("handling_days"),
                row.getBoolean("on_sale"));
    }
}
