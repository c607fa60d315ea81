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
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads products back as drafts that would leave them as they are, however many in a few statements. */
final class DraftReader {
    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private static final String HEAD =
            """
            SELECT p.id, p.version, p.slug, p.state, p.published_at, c.slug AS category, b.slug AS brand, t.code AS type, p.tags,
                   p.tax_class, p.owner_seller_id, p.created_at, p.changed_at
              FROM product p JOIN category c ON c.id = p.category_id LEFT JOIN brand b ON b.id = p.brand_id
              LEFT JOIN product_type t ON t.id = p.type_id
             WHERE p.id = ANY(:products) AND p.state <> 'DELETED'""";

    private final Handle sql;
    private final Editor editor;
    private final Currency currency;

    DraftReader(Handle sql, Editor editor, Currency currency) {
        this.sql = sql;
        this.editor = editor;
        this.currency = currency;
    }

    /** What belongs to some products, by product. */
    private record Parts(
            Map<UUID, Map<String, Words>> texts,
            Map<UUID, List<Value>> attributes,
            Map<UUID, List<Option>> options,
            Map<UUID, List<Variant>> variants,
            Map<UUID, List<Picture>> pictures) {}

    /** Empty when there is no such product or it is deleted. Offers are those that the editor may change. */
    Optional<EditedProduct> read(ProductId product) {
        return Optional.ofNullable(read(List.of(product)).get(product));
    }

    /** The same for many; those that are not there are left out. */
    Map<ProductId, EditedProduct> read(Collection<ProductId> ids) {
        var products = ids.stream().map(ProductId::value).toList();
        var parts = new Parts(
                texts(products), attributes(products), options(products), variants(products), pictures(products));
        var found = new HashMap<ProductId, EditedProduct>();
        about(HEAD, products)
                .map((row, context) -> head(row, parts))
                .forEach(product -> found.put(product.id(), product));
        return found;
    }

    private Query about(String query, List<UUID> products) {
        return sql.createQuery(query).bindArray("products", UUID.class, products);
    }

    private static EditedProduct head(ResultSet row, Parts parts) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var owner = row.getObject("owner_seller_id", UUID.class);
        var draft = new ProductDraft(
                row.getString("slug"),
                ProductState.valueOf(row.getString("state")),
                instant(row.getTimestamp("published_at")),
                parts.texts().getOrDefault(id, Map.of()),
                row.getString("category"),
                row.getString("brand"),
                row.getString("type"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getString("tax_class"),
                parts.attributes().getOrDefault(id, List.of()),
                parts.options().getOrDefault(id, List.of()),
                parts.variants().getOrDefault(id, List.of()),
                parts.pictures().getOrDefault(id, List.of()));
        return new EditedProduct(
                new ProductId(id),
                row.getLong("version"),
                owner == null ? null : new SellerId(owner),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                draft);
    }

    private static <T> List<T> of(Map<UUID, List<T>> parts, ResultSet row) throws SQLException {
        return parts.computeIfAbsent(row.getObject("product_id", UUID.class), id -> new ArrayList<>());
    }

    private Map<UUID, Map<String, Words>> texts(List<UUID> products) {
        var texts = new HashMap<UUID, Map<String, Words>>();
        about(
                        "SELECT product_id, locale, title, description FROM product_text WHERE product_id = ANY(:products) ORDER BY locale",
                        products)
                .map((row, context) -> texts.computeIfAbsent(
                                row.getObject("product_id", UUID.class), id -> new LinkedHashMap<>())
                        .put(row.getString("locale"), new Words(row.getString("title"), row.getString("description"))))
                .list();
        return texts;
    }

    private Map<UUID, List<Value>> attributes(List<UUID> products) {
        var attributes = new HashMap<UUID, List<Value>>();
        about(
                        """
                        SELECT v.product_id, a.code, a.unit, v.text_value, v.texts::text AS texts, v.number_value, v.flag_value,
                               v.date_value
                          FROM product_attribute v JOIN attribute a ON a.id = v.attribute_id
                         WHERE v.product_id = ANY(:products) ORDER BY a.position, a.code""",
                        products)
                .map((row, context) -> of(attributes, row).add(attribute(row)))
                .list();
        return attributes;
    }

    private static Value attribute(ResultSet row) throws SQLException {
        var number = row.getBigDecimal("number_value");
        return new Value(
                row.getString("code"),
                row.getString("text_value"),
                textsOrNull(row.getString("texts")),
                number == null ? null : number.stripTrailingZeros(),
                number == null ? null : row.getString("unit"),
                row.getObject("flag_value", Boolean.class),
                row.getObject("date_value", LocalDate.class));
    }

    private static @Nullable Map<String, String> textsOrNull(@Nullable String json) {
        return json == null ? null : texts(json);
    }

    private static Map<String, String> texts(String json) {
        return Json.read(json, TEXT_BY_KEY);
    }

    private record OptionOf(UUID product, String option) {}

    private Map<UUID, List<Option>> options(List<UUID> products) {
        var values = new HashMap<OptionOf, List<Choice>>();
        about(
                        """
                        SELECT product_id, option, code, labels::text AS labels, swatch FROM option_value
                         WHERE product_id = ANY(:products) ORDER BY position""",
                        products)
                .map((row, context) -> values.computeIfAbsent(
                                new OptionOf(row.getObject("product_id", UUID.class), row.getString("option")),
                                key -> new ArrayList<>())
                        .add(new Choice(
                                row.getString("code"), texts(row.getString("labels")), row.getString("swatch"))))
                .list();
        var options = new HashMap<UUID, List<Option>>();
        about(
                        """
                        SELECT product_id, code, labels::text AS labels FROM product_option
                         WHERE product_id = ANY(:products) ORDER BY position""",
                        products)
                .map((row, context) -> of(options, row)
                        .add(new Option(
                                row.getString("code"),
                                texts(row.getString("labels")),
                                values.getOrDefault(
                                        new OptionOf(row.getObject("product_id", UUID.class), row.getString("code")),
                                        List.of()))))
                .list();
        return options;
    }

    private Map<UUID, List<Variant>> variants(List<UUID> products) {
        var offers = offers(products);
        var variants = new HashMap<UUID, List<Variant>>();
        about(
                        """
                        SELECT product_id, id, sku, gtin, choices::text AS choices, weight_grams, image_key
                          FROM variant WHERE product_id = ANY(:products) ORDER BY position, sku""",
                        products)
                .map((row, context) -> {
                    var id = row.getObject("id", UUID.class);
                    return of(variants, row)
                            .add(new Variant(
                                    new VariantId(id),
                                    row.getString("sku"),
                                    row.getString("gtin"),
                                    texts(row.getString("choices")),
                                    row.getInt("weight_grams"),
                                    row.getString("image_key"),
                                    offers.getOrDefault(id, List.of())));
                })
                .list();
        return variants;
    }

    private Map<UUID, List<Offer>> offers(List<UUID> products) {
        var offers = new HashMap<UUID, List<Offer>>();
        var seller = editor.seller();
        about(
                        """
                        SELECT o.* FROM offer o JOIN variant v ON v.id = o.variant_id
                         WHERE v.product_id = ANY(:products)
                           AND (CAST(:seller AS uuid) IS NULL OR o.seller_id = CAST(:seller AS uuid))
                         ORDER BY o.id""",
                        products)
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

    private Map<UUID, List<Picture>> pictures(List<UUID> products) {
        var pictures = new HashMap<UUID, List<Picture>>();
        about(
                        """
                        SELECT product_id, key, alts::text AS alts FROM product_image
                         WHERE product_id = ANY(:products) ORDER BY position""",
                        products)
                .map((row, context) ->
                        of(pictures, row).add(new Picture(row.getString("key"), texts(row.getString("alts")))))
                .list();
        return pictures;
    }
}
