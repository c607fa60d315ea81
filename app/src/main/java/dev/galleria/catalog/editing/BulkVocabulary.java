package dev.galleria.catalog.editing;

import dev.galleria.platform.Json;
import dev.galleria.tenancy.Tenant;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads by which words a marketplace's categories, brands, types and attributes go. */
final class BulkVocabulary {
    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private final Handle sql;

    BulkVocabulary(Handle sql) {
        this.sql = sql;
    }

    private record Category(UUID id, String slug, String title, @Nullable UUID parentId) {}

    private record Word(String code, String label) {}

    BulkWords read(Tenant tenant) {
        return new BulkWords(
                categories(tenant),
                words("SELECT slug AS code, name AS label FROM brand"),
                words("SELECT code, labels ->> '" + language(tenant) + "' AS label FROM product_type"),
                attributes());
    }

    /** Letters and hyphens only: it stands in a statement. */
    private static String language(Tenant tenant) {
        return tenant.defaultLocale().toLanguageTag().replaceAll("[^A-Za-z-]", "");
    }

    private Map<String, String> categories(Tenant tenant) {
        var all = new LinkedHashMap<UUID, Category>();
        sql.createQuery(
                        """
                        SELECT c.id, c.slug, coalesce(t.title, c.slug) AS title, c.parent_id FROM category c
                          LEFT JOIN category_text t ON t.category_id = c.id AND t.locale = :locale ORDER BY cardinality(c.path)""")
                .bind("locale", tenant.defaultLocale().toLanguageTag())
                .mapTo(Category.class)
                .forEach(category -> all.put(category.id(), category));
        var words = new HashMap<String, String>();
        Set<String> several = new HashSet<>();
        var paths = new HashMap<UUID, String>();
        for (var category : all.values()) {
            var above = category.parentId() == null ? null : paths.get(category.parentId());
            var title = small(category.title());
            var path = above == null ? title : above + " > " + title;
            paths.put(category.id(), path);
            words.put(path, category.slug());
            if (words.putIfAbsent(title, category.slug()) != null && above != null) {
                several.add(title);
            }
        }
        words.keySet().removeAll(several);
        all.values().forEach(category -> words.put(category.slug(), category.slug()));
        return words;
    }

    private Map<String, String> words(String query) {
        var words = new HashMap<String, String>();
        var found = sql.createQuery(query).mapTo(Word.class).list();
        found.stream()
                .filter(word -> word.label() != null)
                .forEach(word -> words.put(small(word.label()), word.code()));
        found.forEach(word -> words.put(word.code(), word.code()));
        return words;
    }

    private Map<String, BulkWords.Attribute> attributes() {
        var choices = new HashMap<String, Map<String, String>>();
        sql.createQuery(
                        """
                        SELECT a.code AS attribute, c.code, c.labels::text AS labels
                          FROM attribute a JOIN attribute_choice c ON c.attribute_id = a.id ORDER BY c.position DESC""")
                .map((row, context) -> {
                    var known = choices.computeIfAbsent(row.getString("attribute"), code -> new HashMap<>());
                    Map<String, String> labels = Json.read(row.getString("labels"), TEXT_BY_KEY);
                    var code = code(row);
                    labels.values().forEach(label -> known.put(small(label), code));
                    return known;
                })
                .list();
        sql.createQuery(
                        "SELECT a.code AS attribute, c.code FROM attribute a JOIN attribute_choice c ON c.attribute_id = a.id")
                .map((row, context) -> choices.get(row.getString("attribute")).put(code(row), code(row)))
                .list();
        var attributes = new LinkedHashMap<String, BulkWords.Attribute>();
        sql.createQuery("SELECT code, kind, unit FROM attribute ORDER BY position, code")
                .map((row, context) -> attributes.put(
                        code(row),
                        new BulkWords.Attribute(
                                code(row),
                                row.getString("kind"),
                                row.getString("unit"),
                                choices.getOrDefault(code(row), Map.of()))))
                .list();
        return attributes;
    }

    private static String code(java.sql.ResultSet row) throws java.sql.SQLException {
        return row.getString("code");
    }

    static String small(String text) {
        return Faults.normal(text).toLowerCase(Locale.ROOT);
    }
}
