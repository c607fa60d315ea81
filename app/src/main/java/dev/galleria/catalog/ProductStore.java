package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.platform.Json;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads everything that a product's page shows. */
@ApplicationScoped
class ProductStore {
    private static final String HEAD =
            """
            SELECT p.id, p.slug, coalesce(t.title, f.title, p.slug) AS title,
                   coalesce(t.description, f.description, '') AS description, b.name AS brand, b.slug AS brand_slug,
                   p.category_id, p.tax_class, p.tags, p.rating_sum, p.rating_count,
                   coalesce(p.published_at, now()) AS published_at
              FROM product p
              LEFT JOIN brand b ON b.id = p.brand_id
              LEFT JOIN product_text t ON t.product_id = p.id AND t.locale = :locale
              LEFT JOIN product_text f ON f.product_id = p.id AND f.locale = :fallback
             WHERE <which>""";

    private static final String SHOWN = "p.slug = :key AND p.state = 'ACTIVE' AND p.published_at <= now()";
    private static final String PREVIEWED = "p.id = CAST(:key AS uuid) AND p.state <> 'DELETED'";

    private static final String OPTIONS =
            """
            SELECT o.code, coalesce(o.labels->>:locale, o.labels->>:fallback, o.code) AS label, v.code AS value,
                   coalesce(v.labels->>:locale, v.labels->>:fallback, v.code) AS value_label, v.swatch
              FROM product_option o JOIN option_value v ON v.product_id = o.product_id AND v.option = o.code
             WHERE o.product_id = :product ORDER BY o.position, v.position""";

    private static final String SPECS =
            """
            SELECT a.code, coalesce(t.label, f.label, a.code) AS label, a.kind, a.unit, pa.number_value, pa.flag_value, pa.date_value,
                   coalesce(c.labels->>:locale, c.labels->>:fallback, pa.texts->>:locale, pa.texts->>:fallback, pa.text_value)
                       AS text_value
              FROM product_attribute pa
              JOIN attribute a ON a.id = pa.attribute_id
              LEFT JOIN attribute_text t ON t.attribute_id = a.id AND t.locale = :locale
              LEFT JOIN attribute_text f ON f.attribute_id = a.id AND f.locale = :fallback
              LEFT JOIN attribute_choice c ON c.attribute_id = a.id AND c.code = pa.text_value
             WHERE pa.product_id = :product ORDER BY a.position, a.code""";

    private static final String IMAGES =
            """
            SELECT key, coalesce(alts->>:locale, alts->>:fallback, '') AS alt
              FROM product_image WHERE product_id = :product ORDER BY position""";

    private static final String VARIANTS =
            """
            SELECT id, sku, gtin, choices::text AS choices, weight_grams, image_key
              FROM variant WHERE product_id = :product ORDER BY position, sku""";

    private static final String OFFERS =
            """
            SELECT o.* FROM offer_now o JOIN variant v ON v.id = o.variant_id WHERE v.product_id = :product AND o.active""";

    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Inject
    Database database;

    /** A product without what is known elsewhere: the way to it and who sells it. */
    record Found(CategoryId category, ProductDetails details) {}

    private record Head(CategoryId category, ProductDetails bare) {}

    /** The page's content without breadcrumb; offers of sellers that are not given are left out. */
    Optional<Found> find(String slug, Reading reading, Map<SellerId, Seller> sellers) {
        return find(SHOWN, slug, reading, sellers);
    }

    /** The same of a product that is not published, or not any more. */
    Optional<Found> preview(ProductId product, Reading reading, Map<SellerId, Seller> sellers) {
        return find(PREVIEWED, product.toString(), reading, sellers);
    }

    private Optional<Found> find(String which, String key, Reading reading, Map<SellerId, Seller> sellers) {
        return database.call(sql -> sql.createQuery(HEAD)
                .define("which", which)
                .bind("key", key)
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .map((row, context) -> head(row))
                .findOne()
                .map(head -> filled(sql, head, reading, sellers)));
    }

    private static Found filled(Handle sql, Head head, Reading reading, Map<SellerId, Seller> sellers) {
        var bare = head.bare();
        var id = bare.id();
        var options = options(sql, id, reading);
        var offers = offers(sql, id, reading, sellers);
        var details = new ProductDetails(
                id,
                bare.slug(),
                bare.title(),
                bare.description(),
                bare.brand(),
                bare.brandSlug(),
                List.of(),
                options,
                variants(sql, id, options, offers),
                images(sql, id, reading),
                specs(sql, id, reading),
                bare.tags(),
                bare.taxClass(),
                bare.ratingHundredths(),
                bare.ratingCount(),
                bare.publishedAt());
        return new Found(head.category(), details);
    }

    private static Head head(ResultSet row) throws SQLException {
        int count = row.getInt("rating_count");
        var bare = new ProductDetails(
                new ProductId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("title"),
                row.getString("description"),
                row.getString("brand"),
                row.getString("brand_slug"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("tax_class"),
                count == 0 ? 0 : (int) (row.getLong("rating_sum") * 100 / count),
                count,
                row.getTimestamp("published_at").toInstant());
        return new Head(new CategoryId(row.getObject("category_id", UUID.class)), bare);
    }

    private static List<ProductDetails.Option> options(Handle sql, ProductId id, Reading reading) {
        var options = new LinkedHashMap<String, ProductDetails.Option>();
        query(sql, OPTIONS, id, reading)
                .map((row, context) -> {
                    var option = new ProductDetails.Option(row.getString("code"), row.getString("label"), List.of());
                    options.computeIfAbsent(
                                    option.code(),
                                    code -> new ProductDetails.Option(code, option.label(), new ArrayList<>()))
                            .values()
                            .add(new ProductDetails.Value(
                                    row.getString("value"), row.getString("value_label"), row.getString("swatch")));
                    return option;
                })
                .list();
        return List.copyOf(options.values());
    }

    private static List<ProductDetails.Variant> variants(
            Handle sql,
            ProductId id,
            List<ProductDetails.Option> options,
            Map<VariantId, List<ProductDetails.Offer>> offers) {
        return sql.createQuery(VARIANTS)
                .bind("product", id.value())
                .map((row, context) -> {
                    var variant = new VariantId(row.getObject("id", UUID.class));
                    Map<String, String> choices = Json.read(row.getString("choices"), TEXT_BY_KEY);
                    return new ProductDetails.Variant(
                            variant,
                            row.getString("sku"),
                            row.getString("gtin"),
                            choices,
                            label(choices, options),
                            row.getInt("weight_grams"),
                            row.getString("image_key"),
                            offers.getOrDefault(variant, List.of()));
                })
                .list();
    }

    /** The chosen values as a reader says them, in the order of the options. */
    private static String label(Map<String, String> choices, List<ProductDetails.Option> options) {
        return options.stream()
                .flatMap(option -> option.values().stream()
                        .filter(value -> value.code().equals(choices.get(option.code())))
                        .map(ProductDetails.Value::label))
                .collect(Collectors.joining(", "));
    }

    private static Map<VariantId, List<ProductDetails.Offer>> offers(
            Handle sql, ProductId id, Reading reading, Map<SellerId, Seller> sellers) {
        var offers = new HashMap<VariantId, List<ProductDetails.Offer>>();
        var lowest = LowestPrices.of(sql, id);
        sql.createQuery(OFFERS)
                .bind("product", id.value())
                .map((row, context) -> {
                    var seller = sellers.get(new SellerId(row.getObject("seller_id", UUID.class)));
                    if (seller != null && seller.active()) {
                        offers.computeIfAbsent(
                                        new VariantId(row.getObject("variant_id", UUID.class)),
                                        key -> new ArrayList<>())
                                .add(offer(row, seller, reading, lowest));
                    }
                    return id;
                })
                .list();
        offers.values().forEach(list -> list.sort(OfferRule.BEST_FIRST));
        return offers;
    }

    private static ProductDetails.Offer offer(ResultSet row, Seller seller, Reading reading, LowestPrices lowest)
            throws SQLException {
        var ends = row.getTimestamp("sale_ends");
        var id = row.getObject("id", UUID.class);
        return new ProductDetails.Offer(
                new OfferId(id),
                seller.id(),
                seller.slug(),
                seller.name(),
                seller.ratingHundredths(),
                seller.ratingCount(),
                reading.money(row, "price_minor"),
                reading.moneyOrNull(row, "list_minor"),
                lowest.of(id, reading.currency()),
                ends == null ? null : ends.toInstant(),
                row.getInt("handling_days"),
                row.getBoolean("in_stock"));
    }

    private static List<ProductDetails.Image> images(Handle sql, ProductId id, Reading reading) {
        return query(sql, IMAGES, id, reading).mapTo(ProductDetails.Image.class).list();
    }

    private static List<ProductDetails.Spec> specs(Handle sql, ProductId id, Reading reading) {
        return query(sql, SPECS, id, reading)
                .map((row, context) -> SpecText.of(row, Locale.forLanguageTag(reading.locale())))
                .list();
    }

    private static Query query(Handle sql, String text, ProductId id, Reading reading) {
        return sql.createQuery(text)
                .bind("product", id.value())
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback());
    }
}
