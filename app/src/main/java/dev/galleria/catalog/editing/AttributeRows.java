package dev.galleria.catalog.editing;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Attributes in their tables. */
final class AttributeRows {
    private static final Type TEXT_BY_KEY = new LinkedHashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private final Handle sql;

    AttributeRows(Handle sql) {
        this.sql = sql;
    }

    /** Counting takes its time; without, every count is 0. */
    List<UsedAttribute> list(boolean counted) {
        var labels = labels();
        var choices = choices();
        Map<UUID, Map<String, Integer>> perChoice = counted ? perChoice() : Map.of();
        return sql.createQuery(
                        """
                        SELECT a.id, a.code, a.kind, a.unit, a.filterable, a.position,
                               (SELECT count(*) FROM product_attribute p WHERE p.attribute_id = a.id AND :counted) AS products,
                               (SELECT count(*) FROM product_type_attribute t WHERE t.attribute_id = a.id) AS types
                          FROM attribute a ORDER BY a.position, a.code""")
                .bind("counted", counted)
                .map((row, context) -> {
                    var id = row.getObject("id", UUID.class);
                    var content = new AttributeDraft(
                            row.getString("code"),
                            row.getString("kind"),
                            row.getString("unit"),
                            row.getBoolean("filterable"),
                            row.getInt("position"),
                            labels.getOrDefault(id, Map.of()),
                            choices.getOrDefault(id, List.of()));
                    return new UsedAttribute(
                            content, row.getInt("products"), row.getInt("types"), perChoice.getOrDefault(id, Map.of()));
                })
                .list();
    }

    void write(AttributeDraft draft) {
        var id = sql.createQuery(
                        """
                        INSERT INTO attribute (id, code, kind, unit, filterable, position)
                        VALUES (:id, :code, :kind, :unit, :filterable, :position)
                            ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, unit = excluded.unit,
                               filterable = excluded.filterable, position = excluded.position
                        RETURNING id""")
                .bind("id", Ids.next())
                .bind("code", draft.code())
                .bind("kind", draft.kind())
                .bind("unit", draft.unit())
                .bind("filterable", draft.filterable())
                .bind("position", draft.position())
                .mapTo(UUID.class)
                .one();
        sql.execute("DELETE FROM attribute_text WHERE attribute_id = ?", id);
        draft.labels()
                .forEach((locale, label) -> sql.execute(
                        "INSERT INTO attribute_text (attribute_id, locale, label) VALUES (?, ?, ?)",
                        id,
                        locale,
                        label));
        sql.execute("DELETE FROM attribute_choice WHERE attribute_id = ?", id);
        int position = 0;
        for (var choice : draft.choices()) {
            sql.execute(
                    "INSERT INTO attribute_choice (attribute_id, code, position, labels) VALUES (?, ?, ?, CAST(? AS jsonb))",
                    id,
                    choice.code(),
                    ++position,
                    Json.write(choice.labels()));
        }
    }

    List<UUID> products(String code) {
        return sql.createQuery(
                        "SELECT p.product_id FROM product_attribute p JOIN attribute a ON a.id = p.attribute_id WHERE a.code = :code")
                .bind("code", code)
                .mapTo(UUID.class)
                .list();
    }

    private Map<UUID, Map<String, String>> labels() {
        var labels = new HashMap<UUID, Map<String, String>>();
        sql.createQuery("SELECT attribute_id, locale, label FROM attribute_text ORDER BY locale")
                .map((row, context) -> labels.computeIfAbsent(
                                row.getObject("attribute_id", UUID.class), id -> new LinkedHashMap<>())
                        .put(row.getString("locale"), row.getString("label")))
                .list();
        return labels;
    }

    private Map<UUID, List<AttributeDraft.Choice>> choices() {
        var choices = new HashMap<UUID, List<AttributeDraft.Choice>>();
        sql.createQuery(
                        "SELECT attribute_id, code, labels::text AS labels FROM attribute_choice ORDER BY position, code")
                .map((row, context) -> choices.computeIfAbsent(
                                row.getObject("attribute_id", UUID.class), id -> new ArrayList<>())
                        .add(new AttributeDraft.Choice(
                                row.getString("code"), Json.read(row.getString("labels"), TEXT_BY_KEY))))
                .list();
        return choices;
    }

    private Map<UUID, Map<String, Integer>> perChoice() {
        var counts = new HashMap<UUID, Map<String, Integer>>();
        sql.createQuery(
                        """
                        SELECT p.attribute_id, p.text_value, count(*) AS products FROM product_attribute p
                         WHERE p.text_value IS NOT NULL GROUP BY p.attribute_id, p.text_value""")
                .map((row, context) -> counts.computeIfAbsent(
                                row.getObject("attribute_id", UUID.class), id -> new HashMap<>())
                        .put(row.getString("text_value"), row.getInt("products")))
                .list();
        return counts;
    }
}
