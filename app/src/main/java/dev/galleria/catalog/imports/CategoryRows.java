package dev.galleria.catalog.imports;

import dev.galleria.platform.Json;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Writes categories, brands and attributes in batches. */
final class CategoryRows {
    private final Handle sql;

    CategoryRows(Handle sql) {
        this.sql = sql;
    }

    void write(List<ImportedCategory> categories) {
        var ids = Slugs.of(sql, "category", "slug")
                .with(categories.stream().map(ImportedCategory::slug).toList());
        var paths = new HashMap<String, UUID[]>();
        sql.createQuery("SELECT slug, path FROM category")
                .map((row, context) -> paths.put(
                        row.getString("slug"), (UUID[]) row.getArray("path").getArray()))
                .list();
        var rows = sql.prepareBatch(
                """
                INSERT INTO category (id, parent_id, slug, position, path, image_key)
                VALUES (:id, :parent, :slug, :position, :path, :image)
                ON CONFLICT (slug) DO UPDATE SET parent_id = excluded.parent_id, position = excluded.position,
                       path = excluded.path, image_key = excluded.image_key, version = category.version + 1""");
        var texts = sql.prepareBatch(
                """
                INSERT INTO category_text (category_id, locale, title, description) VALUES (:id, :locale, :title, :description)
                ON CONFLICT (category_id, locale) DO UPDATE SET title = excluded.title, description = excluded.description""");
        for (var category : categories) {
            var id = ids.get(category.slug());
            var above = category.parent() == null
                    ? new UUID[0]
                    : paths.getOrDefault(category.parent(), new UUID[] {ids.get(category.parent())});
            var path = Stream.concat(Stream.of(above), Stream.of(id)).toArray(UUID[]::new);
            paths.put(category.slug(), path);
            rows.bind("id", id)
                    .bind("parent", ids.find(category.parent()))
                    .bind("slug", category.slug())
                    .bind("position", category.position())
                    .bindArray("path", UUID.class, (Object[]) path)
                    .bind("image", category.imageKey())
                    .add();
            category.titles().forEach((locale, title) -> texts.bind("id", id)
                    .bind("locale", locale)
                    .bind("title", title)
                    .bind("description", category.descriptions().getOrDefault(locale, ""))
                    .add());
        }
        Batches.execute(rows, texts);
    }

    void writeBrands(List<ImportedBrand> brands) {
        var ids = Slugs.of(sql, "brand", "slug")
                .with(brands.stream().map(ImportedBrand::slug).toList());
        var rows = sql.prepareBatch(
                """
                INSERT INTO brand (id, slug, name, country, founded, image_key)
                VALUES (:id, :slug, :name, :country, :founded, :image)
                ON CONFLICT (slug) DO UPDATE SET name = excluded.name, country = excluded.country,
                       founded = excluded.founded, image_key = excluded.image_key""");
        var texts = sql.prepareBatch(
                """
                INSERT INTO brand_text (brand_id, locale, description) VALUES (:id, :locale, :description)
                ON CONFLICT (brand_id, locale) DO UPDATE SET description = excluded.description""");
        for (var brand : brands) {
            var id = ids.get(brand.slug());
            rows.bind("id", id)
                    .bind("slug", brand.slug())
                    .bind("name", brand.name())
                    .bind("country", brand.country())
                    .bind("founded", brand.founded())
                    .bind("image", brand.imageKey())
                    .add();
            brand.descriptions().forEach((locale, text) -> texts.bind("id", id)
                    .bind("locale", locale)
                    .bind("description", text)
                    .add());
        }
        Batches.execute(rows, texts);
    }

    void writeAttributes(List<ImportedAttribute> attributes) {
        var ids = Slugs.of(sql, "attribute", "code")
                .with(attributes.stream().map(ImportedAttribute::code).toList());
        var rows = sql.prepareBatch(
                """
                INSERT INTO attribute (id, code, kind, unit, filterable, position)
                VALUES (:id, :code, :kind, :unit, :filterable, :position)
                ON CONFLICT (code) DO UPDATE SET unit = excluded.unit, filterable = excluded.filterable,
                       position = excluded.position""");
        var texts = sql.prepareBatch(
                """
                INSERT INTO attribute_text (attribute_id, locale, label) VALUES (:id, :locale, :label)
                ON CONFLICT (attribute_id, locale) DO UPDATE SET label = excluded.label""");
        var choices = sql.prepareBatch(
                """
                INSERT INTO attribute_choice (attribute_id, code, position, labels)
                VALUES (:id, :code, :position, CAST(:labels AS jsonb))
                ON CONFLICT (attribute_id, code) DO UPDATE SET position = excluded.position, labels = excluded.labels""");
        for (var attribute : attributes) {
            var id = ids.get(attribute.code());
            rows.bind("id", id)
                    .bind("code", attribute.code())
                    .bind("kind", attribute.kind().name())
                    .bind("unit", attribute.unit())
                    .bind("filterable", attribute.filterable())
                    .bind("position", attribute.position())
                    .add();
            attribute.labels().forEach((locale, label) -> texts.bind("id", id)
                    .bind("locale", locale)
                    .bind("label", label)
                    .add());
            int position = 0;
            for (var choice : attribute.choices()) {
                choices.bind("id", id)
                        .bind("code", choice.code())
                        .bind("position", ++position)
                        .bind("labels", Json.write(choice.labels()))
                        .add();
            }
        }
        Batches.execute(rows, texts, choices);
    }
}
