package dev.galleria.catalog;

import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads categories, brands and the labels of facts. */
@ApplicationScoped
class CategoryStore {
    private static final String NODES =
            """
            SELECT c.id, c.parent_id, c.slug, c.image_key, coalesce(t.title, f.title, c.slug) AS title,
                   coalesce(n.products, 0) AS products
              FROM category c
              LEFT JOIN category_text t ON t.category_id = c.id AND t.locale = :locale
              LEFT JOIN category_text f ON f.category_id = c.id AND f.locale = :fallback
              LEFT JOIN category_count n ON n.category_id = c.id
             WHERE NOT c.hidden
             ORDER BY c.position, c.slug""";

    private static final String BRANDS =
            """
            SELECT b.slug, b.name, coalesce(t.description, f.description, '') AS description, b.country, b.founded, b.image_key,
                   coalesce(n.products, 0) AS product_count
              FROM brand b
              LEFT JOIN brand_text t ON t.brand_id = b.id AND t.locale = :locale
              LEFT JOIN brand_text f ON f.brand_id = b.id AND f.locale = :fallback
              LEFT JOIN brand_count n ON n.brand_slug = b.slug
             ORDER BY lower(b.name), b.slug""";

    private static final String FACTS =
            """
            SELECT a.code, coalesce(t.label, f.label, a.code) AS label, a.kind, a.unit,
                   c.code AS choice, coalesce(c.labels->>:locale, c.labels->>:fallback, c.code) AS choice_label,
                   NULL AS swatch, 1 AS part, a.position, c.position AS choice_position
              FROM attribute a
              LEFT JOIN attribute_text t ON t.attribute_id = a.id AND t.locale = :locale
              LEFT JOIN attribute_text f ON f.attribute_id = a.id AND f.locale = :fallback
              LEFT JOIN attribute_choice c ON c.attribute_id = a.id
             WHERE a.filterable
            UNION ALL
            SELECT o.code, o.label, 'OPTION', NULL, v.code, v.label, v.swatch, 0, o.position, v.position
              FROM (SELECT DISTINCT ON (code) code, coalesce(labels->>:locale, labels->>:fallback, code) AS label, position
                      FROM product_option ORDER BY code, position) o
              JOIN (SELECT DISTINCT ON (option, code) option, code, position, swatch,
                           coalesce(labels->>:locale, labels->>:fallback, code) AS label
                      FROM option_value ORDER BY option, code, position) v ON v.option = o.code
             ORDER BY part, position, code, choice_position, choice""";

    @Inject
    Database database;

    /** One category as it is stored. */
    public record Row(
            UUID id, @Nullable UUID parentId, String slug, @Nullable String imageKey, String title, int products) {}

    /** One fact's choice, or a fact without choices. */
    public record FactRow(
            String code,
            String label,
            String kind,
            @Nullable String unit,
            @Nullable String choice,
            @Nullable String choiceLabel,
            @Nullable String swatch) {}

    List<CategoryNode> tree(Reading reading) {
        List<Row> rows = database.call(sql -> sql.createQuery(NODES)
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .mapTo(Row.class)
                .list());
        Map<@Nullable UUID, List<Row>> children = new HashMap<>();
        rows.forEach(row -> children.computeIfAbsent(row.parentId(), key -> new ArrayList<>())
                .add(row));
        return under(null, children);
    }

    String description(CategoryId id, Reading reading) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT description FROM category_text WHERE category_id = :id AND locale IN (:locale, :fallback)
                         ORDER BY locale = :locale DESC LIMIT 1""")
                .bind("id", id.value())
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    List<Brand> brands(Reading reading) {
        return database.call(sql -> sql.createQuery(BRANDS)
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .mapTo(Brand.class)
                .list());
    }

    List<Fact> facts(Reading reading) {
        List<FactRow> rows = database.call(sql -> sql.createQuery(FACTS)
                .bind("locale", reading.locale())
                .bind("fallback", reading.fallback())
                .mapTo(FactRow.class)
                .list());
        var facts = new ArrayList<Fact>();
        for (var row : rows) {
            var last = facts.isEmpty() ? null : facts.get(facts.size() - 1);
            if (last == null || !last.code().equals(row.code())) {
                last = new Fact(row.code(), row.label(), Fact.Kind.valueOf(row.kind()), row.unit(), new ArrayList<>());
                facts.add(last);
            }
            if (row.choice() != null && row.choiceLabel() != null) {
                last.choices().add(new Fact.Choice(row.choice(), row.choiceLabel(), row.swatch()));
            }
        }
        return facts;
    }

    private static List<CategoryNode> under(@Nullable UUID parent, Map<@Nullable UUID, List<Row>> children) {
        return children.getOrDefault(parent, List.of()).stream()
                .map(row -> new CategoryNode(
                        new CategoryId(row.id()),
                        row.slug(),
                        row.title(),
                        row.imageKey(),
                        row.products(),
                        under(row.id(), children)))
                .toList();
    }
}
