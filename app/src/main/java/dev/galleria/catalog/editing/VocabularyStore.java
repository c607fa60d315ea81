package dev.galleria.catalog.editing;

import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Looks up the words of a draft. */
@ApplicationScoped
class VocabularyStore {
    private static final String ATTRIBUTES =
            """
            SELECT a.id, a.code, a.kind, a.unit, array(SELECT c.code FROM attribute_choice c WHERE c.attribute_id = a.id
                                                        ORDER BY c.position) AS choices
              FROM attribute a WHERE a.code = ANY(:codes)""";

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** For a normalized draft; {@code product} is the one that it is for, null for a new one. */
    Vocabulary of(ProductDraft draft, @Nullable UUID product) {
        var tenant = tenancy.current();
        return database.call(sql -> {
            var type = id(sql, "product_type", "code", draft.type());
            return new Vocabulary(
                    tenant.locales().stream()
                            .map(Locale::toLanguageTag)
                            .collect(Collectors.toCollection(LinkedHashSet::new)),
                    tenant.defaultLocale().toLanguageTag(),
                    tenant.currency(),
                    id(sql, "category", "slug", draft.category()),
                    id(sql, "brand", "slug", draft.brand()),
                    type,
                    attributes(sql, draft),
                    type == null ? null : ofType(sql, type),
                    takenSkus(sql, draft, product),
                    draft.slug() != null && slugTaken(sql, draft.slug(), product),
                    knownPictures(sql, draft));
        });
    }

    /** Whether the address is another product's. One that another product had before may be taken over. */
    boolean slugTaken(String slug, @Nullable UUID product) {
        return database.call(sql -> slugTaken(sql, slug, product));
    }

    private static boolean slugTaken(Handle sql, String slug, @Nullable UUID product) {
        return sql.createQuery(
                        "SELECT count(*) > 0 FROM product WHERE slug = :slug AND id IS DISTINCT FROM CAST(:product AS uuid)")
                .bind("slug", slug)
                .bind("product", product)
                .mapTo(boolean.class)
                .one();
    }

    /** Table and column are words of this class, never input. */
    private static @Nullable UUID id(Handle sql, String table, String column, @Nullable String word) {
        return word == null
                ? null
                : sql.createQuery("SELECT id FROM " + table + " WHERE " + column + " = :word")
                        .bind("word", word)
                        .mapTo(UUID.class)
                        .findOne()
                        .orElse(null);
    }

    private static Map<String, Vocabulary.Attribute> attributes(Handle sql, ProductDraft draft) {
        var codes = draft.attributes().stream()
                .map(ProductDraft.Value::attribute)
                .distinct()
                .toList();
        var found = new HashMap<String, Vocabulary.Attribute>();
        sql.createQuery(ATTRIBUTES)
                .bindArray("codes", String.class, codes)
                .map((row, context) -> found.put(row.getString("code"), attribute(row)))
                .list();
        return found;
    }

    private static Vocabulary.Attribute attribute(ResultSet row) throws SQLException {
        return new Vocabulary.Attribute(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("unit"),
                new LinkedHashSet<>(List.of((String[]) row.getArray("choices").getArray())));
    }

    private static Map<String, Boolean> ofType(Handle sql, UUID type) {
        return sql.createQuery(
                        """
                        SELECT a.code, t.required FROM product_type_attribute t JOIN attribute a ON a.id = t.attribute_id
                         WHERE t.type_id = :type ORDER BY t.position""")
                .bind("type", type)
                .reduceRows(new LinkedHashMap<String, Boolean>(), (found, row) -> {
                    found.put(row.getColumn("code", String.class), row.getColumn("required", Boolean.class));
                    return found;
                });
    }

    /** They stay until the end of the transaction. */
    private static Set<String> knownPictures(Handle sql, ProductDraft draft) {
        var keys = Stream.concat(
                        draft.pictures().stream().map(ProductDraft.Picture::key),
                        draft.variants().stream().map(ProductDraft.Variant::imageKey))
                .filter(DraftCheck::isUpload)
                .distinct()
                .toList();
        return keys.isEmpty()
                ? Set.of()
                : sql.createQuery(
                                """
                                SELECT k.key FROM picture_key k JOIN picture p ON p.content = k.content
                                 WHERE k.key = ANY(:keys) AND NOT p.leaving FOR SHARE OF p""")
                        .bindArray("keys", String.class, keys)
                        .mapTo(String.class)
                        .set();
    }

    private static Set<String> takenSkus(Handle sql, ProductDraft draft, @Nullable UUID product) {
        return sql.createQuery(
                        "SELECT sku FROM variant WHERE sku = ANY(:skus) AND product_id IS DISTINCT FROM CAST(:product AS uuid)")
                .bindArray(
                        "skus",
                        String.class,
                        draft.variants().stream().map(ProductDraft.Variant::sku).toList())
                .bind("product", product)
                .mapTo(String.class)
                .set();
    }
}
