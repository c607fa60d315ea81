package dev.galleria.catalog.editing;

import dev.galleria.catalog.CategoriesChanged;
import dev.galleria.catalog.CategoryId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tree of categories as those see it who edit, hidden ones too, level by level; and their order and hiding, which only the
 * marketplace's people change (else a Problem, FORBIDDEN). Texts and places are written by {@link Departments}.
 */
@ApplicationScoped
@Transactional
public class DepartmentTree {
    private static final String ROWS =
            """
            SELECT c.id, c.parent_id, c.slug, coalesce(t.title, f.title, c.slug) AS title, c.position, c.hidden,
                   (SELECT count(*) FROM category u WHERE u.parent_id = c.id)::int AS children,
                   (SELECT count(*) FROM product p WHERE p.category_id = c.id AND p.state <> 'DELETED')::int AS products
              FROM category c
              LEFT JOIN category_text t ON t.category_id = c.id AND t.locale = :locale
              LEFT JOIN category_text f ON f.category_id = c.id AND f.locale = :own""";

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Those directly under that one, in their order; null asks for the top. */
    public List<DepartmentRow> under(@Nullable UUID parent, Locale locale) {
        return rows(
                " WHERE c.parent_id IS NOT DISTINCT FROM CAST(:id AS uuid) ORDER BY c.position, c.slug",
                parent,
                locale);
    }

    /** From the top down to that one; empty when there is none. */
    public List<DepartmentRow> way(UUID id, Locale locale) {
        return rows(
                " JOIN category last ON last.id = CAST(:id AS uuid) AND c.id = ANY(last.path) ORDER BY array_position(last.path, c.id)",
                id,
                locale);
    }

    /** The one of that slug. */
    public Optional<DepartmentRow> bySlug(String slug, Locale locale) {
        return database.call(sql -> sql.createQuery("SELECT id FROM category WHERE slug = :slug")
                        .bind("slug", slug)
                        .mapTo(UUID.class)
                        .findOne())
                .flatMap(id -> rows(" WHERE c.id = CAST(:id AS uuid)", id, locale).stream()
                        .findFirst());
    }

    /** As it would be written; an unknown one is a Problem (NOT_FOUND). */
    public CategoryDraft read(CategoryId id) {
        return database.call(sql -> {
            var texts = new LinkedHashMap<String, ProductDraft.Words>();
            sql.createQuery("SELECT locale, title, description FROM category_text WHERE category_id = :id")
                    .bind("id", id.value())
                    .map((row, context) -> texts.put(
                            row.getString("locale"),
                            new ProductDraft.Words(row.getString("title"), row.getString("description"))))
                    .list();
            return sql.createQuery(
                            """
                            SELECT c.slug, p.slug AS parent, c.position, c.image_key
                              FROM category c LEFT JOIN category p ON p.id = c.parent_id WHERE c.id = :id""")
                    .bind("id", id.value())
                    .map((row, context) -> new CategoryDraft(
                            row.getString("slug"),
                            row.getString("parent"),
                            row.getInt("position"),
                            texts,
                            row.getString("image_key")))
                    .findOne()
                    .orElseThrow(() -> unknown(id));
        });
    }

    /** The place behind the last one there. */
    public int nextPosition(@Nullable UUID parent) {
        return database.call(sql -> sql.createQuery(
                        "SELECT coalesce(max(position), 0) + 1 FROM category WHERE parent_id IS NOT DISTINCT FROM CAST(:id AS uuid)")
                .bind("id", parent)
                .mapTo(int.class)
                .one());
    }

    /** Changes places with the one before it, or behind it; at the end of the line nothing changes. */
    public void step(Editor editor, CategoryId id, boolean back) {
        editor.requireStaff();
        database.call(sql -> {
            Departments.alone(sql);
            var siblings = sql.createQuery(
                            """
                            SELECT s.id FROM category c JOIN category s ON s.parent_id IS NOT DISTINCT FROM c.parent_id
                             WHERE c.id = :id ORDER BY s.position, s.slug""")
                    .bind("id", id.value())
                    .mapTo(UUID.class)
                    .list();
            int from = siblings.indexOf(id.value());
            int to = back ? from - 1 : from + 1;
            if (from < 0) {
                throw unknown(id);
            }
            if (to >= 0 && to < siblings.size()) {
                java.util.Collections.swap(siblings, from, to);
                number(sql, siblings);
            }
            return null;
        });
        tell();
    }

    /** Takes it with all under it out of menus and from its address, or shows it again. Products are found otherwise. */
    public void hide(Editor editor, CategoryId id, boolean hidden) {
        editor.requireStaff();
        database.call(sql -> {
            if (sql.execute("UPDATE category SET hidden = ?, version = version + 1 WHERE id = ?", hidden, id.value())
                    == 0) {
                throw unknown(id);
            }
            return null;
        });
        tell();
    }

    private static void number(Handle sql, List<UUID> siblings) {
        for (int i = 0; i < siblings.size(); i++) {
            sql.execute("UPDATE category SET position = ?, version = version + 1 WHERE id = ?", i + 1, siblings.get(i));
        }
    }

    private List<DepartmentRow> rows(String which, @Nullable UUID id, Locale locale) {
        return database.call(sql -> sql.createQuery(ROWS + which)
                .bind("id", id)
                .bind("locale", locale.toLanguageTag())
                .bind("own", tenancy.current().defaultLocale().toLanguageTag())
                .mapTo(DepartmentRow.class)
                .list());
    }

    private void tell() {
        outbox.publish(new CategoriesChanged(Ids.next(), clock.instant()));
    }

    private static Problem unknown(CategoryId id) {
        return Problem.notFound("catalog/unknown-category", id);
    }
}
