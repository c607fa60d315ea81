package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.ProductDraft.Choice;
import dev.galleria.catalog.editing.ProductDraft.Offer;
import dev.galleria.catalog.editing.ProductDraft.Option;
import dev.galleria.catalog.editing.ProductDraft.Picture;
import dev.galleria.catalog.editing.ProductDraft.Value;
import dev.galleria.catalog.editing.ProductDraft.Variant;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads a product back as a draft that would leave it as it is. */
final class DraftReader {
    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private static final String HEAD =
            """
            SELECT p.version, p.slug, p.state, p.published_at, c.slug AS category, b.slug AS brand, t.code AS type, p.tags,
                   p.tax_class, p.owner_seller_id, p.created_at, p.changed_at
              FROM product p JOIN category c ON c.id = p.category_id LEFT JOIN brand b ON b.id = p.brand_id
              LEFT JOIN product_type t ON t.id = p.type_id
             WHERE p.id = :product AND p.state <> 'DELETED'""";

    private final Handle sql;
    private final UUID product;
    private final Editor editor;
    private final Currency currency;

    DraftReader(Handle sql, ProductId product, Editor editor, Currency currency) {
        this.sql = sql;
        this.product = product.value();
        this.editor = editor;
        this.currency = currency;
    }

    /** Empty when there is no such product or it is deleted. Offers are those that the editor may change. */
    Optional<EditedProduct> read() {
        return sql.createQuery(HEAD)
                .bind("product", product)
                .map((row, context) -> head(row))
                .findOne();
    }

    private EditedProduct head(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_seller_id", UUID.class);
        var draft = new ProductDraft(
                row.getString("slug"),
                ProductState.valueOf(row.getString("state")),
                instant(row.getTimestamp("published_at")),
                texts(),
                row.getString("category"),
                row.getString("brand"),
                row.getString("type"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("tax_class"),
                attributes(),
                options(),
                variants(),
                pictures());
        return new EditedProduct(
                new ProductId(product),
                row.getLong("version"),
                owner == null ? null : new SellerId(owner),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                draft);
    }

    private Map<String, Words> texts() {
        var texts = new LinkedHashMap<String, Words>();
        sql.createQuery(
                        "SELECT locale, title, description FROM product_text WHERE product_id = :product ORDER BY locale")
                .bind("product", product)
                .map((row, context) -> texts.put(
                        row.getString("locale"), new Words(row.getString("title"), row.getString("description"))))
                .list();
        return texts;
    }

    private List<Value> attributes() {
        return sql.createQuery(
                        """
                        SELECT a.code, a.kind, a.unit, v.text_value, v.texts::text AS texts, v.number_value, v.flag_value, v.date_value
                          FROM product_attribute v JOIN attribute a ON a.id = v.attribute_id
                         WHERE v.product_id = :product ORDER BY a.position, a.code""")
                .bind("product", product)
                .map((row, context) -> {
                    var number = row.getBigDecimal("number_value");
                    return new Value(
                            row.getString("code"),
                            row.getString("text_value"),
                            textsOrNull(row.getString("texts")),
                            number == null ? null : number.stripTrailingZeros(),
                            number == null ? null : row.getString("unit"),
                            row.getObject("flag_value", Boolean.class),
                            row.getObject("date_value", LocalDate.class));
                })
                .list();
    }

    private static @Nullable Map<String, String> textsOrNull(@Nullable String json) {
        return json == null ? null : texts(json);
    }

    private static Map<String, String> texts(String json) {
        return Json.read(json, TEXT_BY_KEY);
    }

    private List<Option> options() {
        var values = new HashMap<String, List<Choice>>();
        sql.createQuery(
                        "SELECT option, code, labels::text AS labels, swatch FROM option_value WHERE product_id = :product ORDER BY position")
                .bind("product", product)
                .map((row, context) -> values.computeIfAbsent(row.getString("option"), code -> new ArrayList<>())
                        .add(new Choice(
                                row.getString("code"), texts(row.getString("labels")), row.getString("swatch"))))
                .list();
        return sql.createQuery(
                        "SELECT code, labels::text AS labels FROM product_option WHERE product_id = :product ORDER BY position")
                .bind("product", product)
                .map((row, context) -> new Option(
                        row.getString("code"),
                        texts(row.getString("labels")),
                        values.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    private List<Variant> variants() {
        var offers = offers();
        return sql.createQuery(
                        """
                        SELECT id, sku, gtin, choices::text AS choices, weight_grams, image_key
                          FROM variant WHERE product_id = :product ORDER BY position, sku""")
                .bind("product", product)
                .map((row, context) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Variant(
                            new VariantId(id),
                            row.getString("sku"),
                            row.getString("gtin"),
                            texts(row.getString("choices")),
                            row.getInt("weight_grams"),
                            row.getString("image_key"),
                            offers.getOrDefault(id, List.of()));
                })
                .list();
    }

    private Map<UUID, List<Offer>> offers() {
        var offers = new HashMap<UUID, List<Offer>>();
        var seller = editor.seller();
        sql.createQuery(
                        """
                        SELECT o.* FROM offer o JOIN variant v ON v.id = o.variant_id
                         WHERE v.product_id = :product AND (CAST(:seller AS uuid) IS NULL OR o.seller_id = CAST(:seller AS uuid))
                         ORDER BY o.id""")
                .bind("product", product)
                .bind("seller", seller == null ? null : seller.value())
                .map((row, context) -> offers.computeIfAbsent(
                                row.getObject("variant_id", UUID.class), id -> new ArrayList<>())
                        .add(new Offer(new SellerId(row.getObject("seller_id", UUID.class)), terms(row))))
                .list();
        return offers;
    }

    private OfferTerms terms(ResultSet row) throws SQLException {
        var sale = money(row, "sale_minor");
        var from = instant(row.getTimestamp("sale_from"));
        var until = instant(row.getTimestamp("sale_to"));
        return new OfferTerms(
                new Money(row.getLong("price_minor"), currency),
                money(row, "list_minor"),
                sale == null || from == null || until == null ? null : new OfferTerms.Sale(sale, from, until),
                row.getInt("handling_days"),
                row.getBoolean("active"));
    }

    private @Nullable Money money(ResultSet row, String column) throws SQLException {
        long minor = row.getLong(column);
        return row.wasNull() ? null : new Money(minor, currency);
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private List<Picture> pictures() {
        return sql.createQuery(
                        "SELECT key, alts::text AS alts FROM product_image WHERE product_id = :product ORDER BY position")
                .bind("product", product)
                .map((row, context) -> new Picture(row.getString("key"), texts(row.getString("alts"))))
                .list();
    }
}
