package dev.galleria.catalog.editing;

import dev.galleria.catalog.CategoriesChanged;
import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.SummaryRebuild;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The tree of categories while it is changed, by the marketplace's people only (else a Problem, FORBIDDEN). Addresses that a
 * category had lead to it wherever it is moved. What cannot be written is a Problem (REFUSED), an unknown category a Problem
 * (NOT_FOUND).
 */
@ApplicationScoped
@Transactional
public class Departments {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Changes of the tree are rare and touch each other: one at a time. */
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('catalog.category'))";

    @Inject
    Database database;

    @Inject
    SummaryRebuild summaries;

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** A category as it is kept. */
    public record Row(UUID id, String slug, UUID[] path) {}

    /** Puts a new category into the tree. */
    public CategoryId create(Editor editor, CategoryDraft draft) {
        return write(editor, null, draft);
    }

    /** Renames or moves the category with everything under it; its old address leads to the new one. */
    public void change(Editor editor, CategoryId id, CategoryDraft draft) {
        write(editor, id, draft);
    }

    /** Removes a category that holds nothing; one that does is a Problem (CONFLICT). */
    public void delete(Editor editor, CategoryId id) {
        editor.requireStaff();
        database.call(sql -> {
            alone(sql);
            boolean used = sql.createQuery(
                            """
                            SELECT EXISTS (SELECT FROM product WHERE category_id = :id AND state <> 'DELETED')
                                OR EXISTS (SELECT FROM category WHERE parent_id = :id)
                                OR NOT EXISTS (SELECT FROM category WHERE id <> :id)""")
                    .bind("id", id.value())
                    .mapTo(boolean.class)
                    .one();
            if (used) {
                throw Problem.conflict("catalog/category-in-use", id);
            }
            // Tombstones hang somewhere: at the department above, or at any.
            sql.execute(
                    """
                    UPDATE product SET category_id = (SELECT c.id FROM category c WHERE c.id <> ?
                        ORDER BY c.id = (SELECT parent_id FROM category WHERE id = ?) DESC NULLS LAST, c.id LIMIT 1)
                     WHERE category_id = ?""",
                    id.value(),
                    id.value(),
                    id.value());
            return sql.execute("DELETE FROM category WHERE id = ?", id.value());
        });
        tell();
    }

    private CategoryId write(Editor editor, @Nullable CategoryId id, CategoryDraft draft) {
        editor.requireStaff();
        var written = database.call(sql -> {
            alone(sql);
            var before = id == null ? null : find(sql, id);
            var parent = draft.parent() == null ? null : bySlug(sql, draft.parent());
            if (before != null && parent != null && List.of(parent.path()).contains(before.id())) {
                throw refused("inside itself");
            }
            var slug = slug(sql, draft, before);
            var self = before == null ? Ids.next() : before.id();
            row(sql, self, slug, parent, draft);
            SlugHistory.ofCategories(sql).moved(self, before == null ? null : before.slug(), slug, clock.instant());
            texts(sql, self, draft);
            if (paths(sql) > 0 && before != null) {
                summaries.rebuild(under(sql, self));
            }
            return self;
        });
        tell();
        return new CategoryId(written);
    }

    private static List<ProductId> under(Handle sql, UUID category) {
        return sql.createQuery(
                        "SELECT p.id FROM product p JOIN category c ON c.id = p.category_id WHERE c.path @> ARRAY[CAST(:id AS uuid)]")
                .bind("id", category)
                .mapTo(UUID.class)
                .map(ProductId::new)
                .list();
    }

    private void tell() {
        outbox.publish(new CategoriesChanged(Ids.next(), clock.instant()));
    }

    private static void row(Handle sql, UUID id, String slug, @Nullable Row parent, CategoryDraft draft) {
        sql.createUpdate(
                        """
                        INSERT INTO category (id, slug, parent_id, position, path, image_key)
                        VALUES (:id, :slug, CAST(:parent AS uuid), :position, ARRAY[CAST(:id AS uuid)], :image)
                            ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, parent_id = excluded.parent_id,
                               position = excluded.position, image_key = excluded.image_key, version = category.version + 1""")
                .bind("id", id)
                .bind("slug", slug)
                .bind("parent", parent == null ? null : parent.id())
                .bind("position", draft.position())
                .bind("image", draft.imageKey())
                .execute();
    }

    private void texts(Handle sql, UUID id, CategoryDraft draft) {
        sql.execute("DELETE FROM category_text WHERE category_id = ?", id);
        draft.texts()
                .forEach((locale, words) -> sql.execute(
                        "INSERT INTO category_text (category_id, locale, title, description) VALUES (?, ?, ?, ?)",
                        id,
                        locale,
                        Faults.normal(words.title()),
                        Faults.normal(words.description())));
    }

    /** Whoever moves takes everything under it along. */
    private static int paths(Handle sql) {
        return sql.execute(
                """
                WITH RECURSIVE tree AS (
                    SELECT id, ARRAY[id] AS path FROM category WHERE parent_id IS NULL
                    UNION ALL SELECT c.id, t.path || c.id FROM category c JOIN tree t ON c.parent_id = t.id)
                UPDATE category c SET path = t.path FROM tree t WHERE t.id = c.id AND c.path <> t.path""");
    }

    private String slug(Handle sql, CategoryDraft draft, @Nullable Row before) {
        var own = tenancy.current().defaultLocale().toLanguageTag();
        var known =
                tenancy.current().locales().stream().map(Locale::toLanguageTag).toList();
        var faults = new Faults();
        draft.texts().forEach((locale, words) -> {
            faults.line("/texts", Faults.normal(words.title()), 100);
            faults.text("/texts", Faults.normal(words.description()), 2_000);
        });
        boolean readable =
                known.containsAll(draft.texts().keySet()) && draft.texts().containsKey(own);
        if (!faults.none() || !readable || draft.position() < 1 || draft.position() > 10_000) {
            throw refused("texts or position");
        }
        if (draft.slug() == null) {
            return before != null
                    ? before.slug()
                    : SlugMaker.of(draft.texts().get(own).title(), slug -> taken(sql, slug, null));
        }
        if (draft.slug().length() > 120
                || !SLUG.matcher(draft.slug()).matches()
                || taken(sql, draft.slug(), before == null ? null : before.id())) {
            throw refused(draft.slug());
        }
        return draft.slug();
    }

    private static boolean taken(Handle sql, String slug, @Nullable UUID except) {
        return sql.createQuery(
                        "SELECT EXISTS (SELECT FROM category WHERE slug = :slug AND id IS DISTINCT FROM CAST(:except AS uuid))")
                .bind("slug", slug)
                .bind("except", except)
                .mapTo(boolean.class)
                .one();
    }

    private static Row find(Handle sql, CategoryId id) {
        return row(sql, "id", id.value()).orElseThrow(() -> Problem.notFound("catalog/unknown-category", id));
    }

    private static Row bySlug(Handle sql, String slug) {
        return row(sql, "slug", slug).orElseThrow(() -> refused(slug));
    }

    /** The column is a word of this class, never input. */
    private static Optional<Row> row(Handle sql, String column, Object value) {
        return sql.createQuery("SELECT id, slug, path FROM category WHERE " + column + " = :value")
                .bind("value", value)
                .mapTo(Row.class)
                .findOne();
    }

    static void alone(Handle sql) {
        sql.execute(ALONE);
    }

    private static Problem refused(String what) {
        return Problem.refused("catalog/category", what);
    }
}
