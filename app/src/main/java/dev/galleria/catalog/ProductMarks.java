package dev.galleria.catalog;

import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ids by which rules name goods: a product's own, its brand's, its collections' and those of its category and all above. */
@ApplicationScoped
public class ProductMarks {
    private static final Set<String> NAMED = Set.of("product", "category", "brand", "collection");

    private static final String MARKS =
            """
            SELECT p.id, array_remove(ARRAY[p.id, p.brand_id] || c.path, NULL)
                         || array(SELECT k.collection_id FROM collection_product k WHERE k.product_id = p.id) AS marks
              FROM product p JOIN category c ON c.id = p.category_id
             WHERE p.id = ANY (:products)""";

    @Inject
    Database database;

    /** The id of what is written as {@code product:slug}, or with {@code category}, {@code brand} or {@code collection}. */
    public Optional<UUID> named(String text) {
        var parts = text.split(":", 2);
        if (parts.length < 2 || !NAMED.contains(parts[0])) {
            return Optional.empty();
        }
        return database.call(sql -> sql.createQuery("SELECT id FROM " + parts[0] + " WHERE slug = :slug")
                .bind("slug", parts[1])
                .mapTo(UUID.class)
                .findOne());
    }

    /** The writing of {@link #named} for each of these ids that there is. */
    public List<String> names(Collection<UUID> ids) {
        var all = NAMED.stream()
                .map(kind -> "SELECT '" + kind + ":' || slug FROM " + kind + " WHERE id = ANY (:ids)")
                .collect(Collectors.joining(" UNION ALL "));
        return database.call(sql -> sql.createQuery(all)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .mapTo(String.class)
                .list());
    }

    /** Of each of these products that there is. */
    public Map<ProductId, Set<UUID>> of(Collection<ProductId> products) {
        var marks = new HashMap<ProductId, Set<UUID>>();
        if (products.isEmpty()) {
            return marks;
        }
        database.call(sql -> sql.createQuery(MARKS)
                        .bindArray(
                                "products",
                                UUID.class,
                                products.stream().map(ProductId::value).toList())
                        .map((row, context) -> {
                            var ids = (UUID[]) row.getArray("marks").getArray();
                            return Map.entry(
                                    new ProductId(row.getObject("id", UUID.class)), new HashSet<>(Arrays.asList(ids)));
                        })
                        .list())
                .forEach(entry -> marks.put(entry.getKey(), entry.getValue()));
        return marks;
    }
}
