package dev.galleria.catalog.media;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rows of a product's pictures. Whoever writes holds the product's lock. */
@ApplicationScoped
class Gallery {
    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Inject
    Database database;

    List<GalleryPicture> list(ProductId product) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT i.key, i.alts::text AS alts,
                               array(SELECT v.id FROM variant v WHERE v.product_id = i.product_id AND v.image_key = i.key
                                      ORDER BY v.position, v.sku) AS variants
                          FROM product_image i WHERE i.product_id = :product ORDER BY i.position, i.id""")
                .bind("product", product.value())
                .map((row, context) -> picture(row))
                .list());
    }

    private static GalleryPicture picture(ResultSet row) throws SQLException {
        var key = row.getString("key");
        var variants = new LinkedHashSet<VariantId>();
        Arrays.stream((UUID[]) row.getArray("variants").getArray()).forEach(id -> variants.add(new VariantId(id)));
        Map<String, String> alts = Json.read(row.getString("alts"), TEXT_BY_KEY);
        return new GalleryPicture(
                PictureId.of(key),
                key,
                alts,
                PhotoKey.read(key).map(PhotoKey::focus).orElse(null),
                variants);
    }

    /** Behind the last. */
    void append(ProductId product, String key, Map<String, String> alts) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO product_image (id, product_id, position, key, alts)
                        SELECT :id, :product, coalesce(max(position), 0) + 1, :key, CAST(:alts AS jsonb)
                          FROM product_image WHERE product_id = :product""")
                .bind("id", Ids.next())
                .bind("product", product.value())
                .bind("key", key)
                .bind("alts", Json.write(alts))
                .execute());
    }

    void describe(ProductId product, String key, Map<String, String> alts) {
        database.call(sql -> sql.createUpdate(
                        "UPDATE product_image SET alts = CAST(:alts AS jsonb) WHERE product_id = :product AND key = :key")
                .bind("alts", Json.write(alts))
                .bind("product", product.value())
                .bind("key", key)
                .execute());
    }

    /** The same picture under another key, here and as the variants' own. */
    void rename(ProductId product, String before, String after) {
        database.call(sql -> {
            sql.execute(
                    "UPDATE product_image SET key = ? WHERE product_id = ? AND key = ?",
                    after,
                    product.value(),
                    before);
            return sql.execute(
                    "UPDATE variant SET image_key = ?, version = version + 1 WHERE product_id = ? AND image_key = ?",
                    after,
                    product.value(),
                    before);
        });
    }

    void arrange(ProductId product, List<String> keys) {
        database.call(sql -> {
            var rows = sql.prepareBatch(
                    "UPDATE product_image SET position = :position WHERE product_id = :product AND key = :key");
            for (int i = 0; i < keys.size(); i++) {
                rows.bind("position", i + 1)
                        .bind("product", product.value())
                        .bind("key", keys.get(i))
                        .add();
            }
            return rows.size() == 0 ? new int[0] : rows.execute();
        });
    }

    /** Those variants show the picture as their own, and no others of the product do. */
    void assign(ProductId product, String key, Collection<VariantId> variants) {
        var ids = variants.stream().map(VariantId::value).toArray(UUID[]::new);
        database.call(sql -> sql.createUpdate(
                        """
                        UPDATE variant SET image_key = CASE WHEN id = ANY(:ids) THEN :key END, version = version + 1
                         WHERE product_id = :product AND (id = ANY(:ids)) IS DISTINCT FROM (image_key IS NOT DISTINCT FROM :key)
                           AND (id = ANY(:ids) OR image_key = :key)""")
                .bindArray("ids", UUID.class, (Object[]) ids)
                .bind("key", key)
                .bind("product", product.value())
                .execute());
    }

    void remove(ProductId product, String key) {
        assign(product, key, Set.of());
        database.call(
                sql -> sql.execute("DELETE FROM product_image WHERE product_id = ? AND key = ?", product.value(), key));
    }

    /** The product's variants, in their order. */
    Set<VariantId> variants(ProductId product) {
        return new LinkedHashSet<>(database.call(
                sql -> sql.createQuery("SELECT id FROM variant WHERE product_id = :product ORDER BY position, sku")
                        .bind("product", product.value())
                        .map((row, context) -> new VariantId(row.getObject("id", UUID.class)))
                        .list()));
    }
}
