package dev.galleria.catalog.editing;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The kinds of products of this marketplace. */
@ApplicationScoped
@Transactional
public class ProductTypes {
    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** All of them, by code. */
    public List<ProductType> list() {
        return database.call(sql -> {
            var attributes = new LinkedHashMap<UUID, List<ProductType.Attribute>>();
            sql.createQuery(
                            """
                            SELECT t.type_id, a.code, t.required FROM product_type_attribute t JOIN attribute a ON a.id = t.attribute_id
                             ORDER BY t.type_id, t.position""")
                    .map((row, context) -> attributes
                            .computeIfAbsent(row.getObject("type_id", UUID.class), id -> new ArrayList<>())
                            .add(new ProductType.Attribute(row.getString("code"), row.getBoolean("required"))))
                    .list();
            return sql.createQuery("SELECT id, code, labels::text AS labels FROM product_type ORDER BY position, code")
                    .map((row, context) -> {
                        Map<String, String> labels = Json.read(row.getString("labels"), TEXT_BY_KEY);
                        return new ProductType(
                                row.getString("code"),
                                labels,
                                attributes.getOrDefault(row.getObject("id", UUID.class), List.of()));
                    })
                    .list();
        });
    }

    /**
     * Makes the type or replaces the one of that code: repeating changes nothing. Only the marketplace's people may (else a
     * Problem, FORBIDDEN); an unknown attribute or a label that is missing or too long is a Problem (REFUSED). Products of
     * the type keep what they have until they are edited.
     */
    public void define(Editor editor, ProductType type) {
        editor.requireStaff();
        var own = tenancy.current().defaultLocale().toLanguageTag();
        var faults = new Faults();
        faults.code("/code", type.code());
        faults.line("/labels/" + own, type.labels().getOrDefault(own, ""), 60);
        if (!faults.none()) {
            throw Problem.refused("catalog/product-type", faults.found());
        }
        database.call(sql -> {
            var id = sql.createQuery(
                            """
                            INSERT INTO product_type (id, code, labels) VALUES (:id, :code, CAST(:labels AS jsonb))
                                ON CONFLICT (code) DO UPDATE SET labels = excluded.labels, version = product_type.version + 1
                            RETURNING id""")
                    .bind("id", Ids.next())
                    .bind("code", type.code())
                    .bind("labels", Json.write(type.labels()))
                    .mapTo(UUID.class)
                    .one();
            sql.execute("DELETE FROM product_type_attribute WHERE type_id = ?", id);
            int position = 0;
            for (var attribute : type.attributes()) {
                int known = sql.execute(
                        """
                        INSERT INTO product_type_attribute (type_id, attribute_id, position, required)
                        SELECT ?, id, ?, ? FROM attribute WHERE code = ? ON CONFLICT DO NOTHING""",
                        id,
                        ++position,
                        attribute.required(),
                        attribute.code());
                if (known == 0) {
                    throw Problem.refused("catalog/product-type", attribute.code());
                }
            }
            return null;
        });
    }

    /** How many products, shown or not, are of which type; a type without any is left out. */
    public Map<String, Integer> products() {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT t.code, count(*) AS products FROM product p JOIN product_type t ON t.id = p.type_id
                         WHERE p.state <> 'DELETED' GROUP BY t.code""")
                .reduceRows(new LinkedHashMap<String, Integer>(), (found, row) -> {
                    found.put(row.getColumn("code", String.class), row.getColumn("products", Integer.class));
                    return found;
                }));
    }

    /** Removes a type that no product is of; one that is used is a Problem (CONFLICT), an unknown one a Problem (NOT_FOUND). */
    public void delete(Editor editor, String code) {
        editor.requireStaff();
        if (products().containsKey(code)) {
            throw Problem.conflict("catalog/product-type-in-use", code);
        }
        database.call(sql -> {
            // Tombstones are of no type.
            sql.execute(
                    "UPDATE product SET type_id = NULL WHERE type_id = (SELECT id FROM product_type WHERE code = ?)",
                    code);
            if (sql.execute("DELETE FROM product_type WHERE code = ?", code) == 0) {
                throw Problem.notFound("catalog/unknown-product-type", code);
            }
            return null;
        });
    }
}
