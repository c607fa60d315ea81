package dev.galleria.catalog.editing;

import dev.galleria.tenancy.Tenant;
import java.util.Arrays;
import java.util.Collection;
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

/** The vocabularies of many drafts, looked up together. */
final class WordBook {
    private final Set<String> locales;
    private final Tenant tenant;
    private final Map<String, UUID> categories;
    private final Map<String, UUID> brands;
    private final Map<String, UUID> types;
    private final Map<String, Vocabulary.Attribute> attributes = new HashMap<>();
    private final Map<UUID, Map<String, Boolean>> ofTypes = new HashMap<>();
    private final Map<String, UUID> slugs;
    private final Map<String, UUID> skus;

    private record Word(String word, UUID id) {}

    WordBook(Handle sql, Tenant tenant, Collection<ProductDraft> drafts) {
        this.tenant = tenant;
        locales = tenant.locales().stream()
                .map(Locale::toLanguageTag)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        categories = words(
                sql,
                "SELECT slug AS word, id FROM category WHERE slug = ANY(:words)",
                drafts.stream().map(ProductDraft::category).toList());
        brands = words(
                sql,
                "SELECT slug AS word, id FROM brand WHERE slug = ANY(:words)",
                drafts.stream().map(ProductDraft::brand).toList());
        types = words(
                sql,
                "SELECT code AS word, id FROM product_type WHERE code = ANY(:words)",
                drafts.stream().map(ProductDraft::type).toList());
        slugs = words(
                sql,
                "SELECT slug AS word, id FROM product WHERE slug = ANY(:words)",
                drafts.stream().map(ProductDraft::slug).toList());
        skus = words(
                sql,
                "SELECT sku AS word, product_id AS id FROM variant WHERE sku = ANY(:words)",
                drafts.stream()
                        .flatMap(draft -> draft.variants().stream())
                        .map(ProductDraft.Variant::sku)
                        .toList());
        readAttributes(sql, drafts);
        readTypes(sql);
    }

    /** The words of one of the drafts; {@code product} is the one that it is for. */
    Vocabulary of(ProductDraft draft, UUID product) {
        var type = draft.type() == null ? null : types.get(draft.type());
        var taken = draft.variants().stream()
                .map(ProductDraft.Variant::sku)
                .filter(sku -> !product.equals(skus.getOrDefault(sku, product)))
                .collect(Collectors.toSet());
        return new Vocabulary(
                locales,
                tenant.defaultLocale().toLanguageTag(),
                tenant.currency(),
                categories.get(draft.category()),
                draft.brand() == null ? null : brands.get(draft.brand()),
                type,
                attributes,
                type == null ? null : ofTypes.getOrDefault(type, Map.of()),
                taken,
                draft.slug() != null && !product.equals(slugs.getOrDefault(draft.slug(), product)),
                pictures(draft));
    }

    /** Files do not change pictures: those that the draft has are those that the product has. */
    private static Set<String> pictures(ProductDraft draft) {
        return Stream.concat(
                        draft.pictures().stream().map(ProductDraft.Picture::key),
                        draft.variants().stream().map(ProductDraft.Variant::imageKey))
                .filter(key -> key != null)
                .collect(Collectors.toSet());
    }

    private static Map<String, UUID> words(Handle sql, String query, List<@Nullable String> words) {
        var found = new HashMap<String, UUID>();
        sql.createQuery(query)
                .bindArray(
                        "words",
                        String.class,
                        words.stream().filter(word -> word != null).distinct().toList())
                .mapTo(Word.class)
                .forEach(word -> found.put(word.word(), word.id()));
        return found;
    }

    private void readAttributes(Handle sql, Collection<ProductDraft> drafts) {
        sql.createQuery(
                        """
                        SELECT a.id, a.code, a.kind, a.unit,
                               array(SELECT c.code FROM attribute_choice c WHERE c.attribute_id = a.id ORDER BY c.position) AS choices
                          FROM attribute a WHERE a.code = ANY(:codes)""")
                .bindArray(
                        "codes",
                        String.class,
                        drafts.stream()
                                .flatMap(draft -> draft.attributes().stream())
                                .map(ProductDraft.Value::attribute)
                                .distinct()
                                .toList())
                .map((row, context) -> attributes.put(
                        row.getString("code"),
                        new Vocabulary.Attribute(
                                row.getObject("id", UUID.class),
                                row.getString("kind"),
                                row.getString("unit"),
                                new LinkedHashSet<>(Arrays.asList(
                                        (String[]) row.getArray("choices").getArray())))))
                .list();
    }

    private void readTypes(Handle sql) {
        sql.createQuery(
                        """
                        SELECT t.type_id, a.code, t.required FROM product_type_attribute t JOIN attribute a ON a.id = t.attribute_id
                         WHERE t.type_id = ANY(:types) ORDER BY t.type_id, t.position""")
                .bindArray("types", UUID.class, List.copyOf(types.values()))
                .map((row, context) -> ofTypes.computeIfAbsent(
                                row.getObject("type_id", UUID.class), id -> new LinkedHashMap<>())
                        .put(row.getString("code"), row.getBoolean("required")))
                .list();
    }
}
