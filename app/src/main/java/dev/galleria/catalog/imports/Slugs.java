package dev.galleria.catalog.imports;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The ids behind the slugs (codes, SKUs) of one table: those that are known, and new ones for what is imported. */
final class Slugs {
    private final Map<String, UUID> ids = new HashMap<>();
    private final String table;

    private Slugs(String table) {
        this.table = table;
    }

    /** All of a small table. Table and column are words of this package, never input. */
    static Slugs of(Handle sql, String table, String column) {
        return new Slugs(table).read(sql.createQuery("SELECT id, " + column + " AS slug FROM " + table));
    }

    /** Only the wanted ones of a table that may be large. */
    static Slugs of(Handle sql, String table, String column, Collection<String> wanted) {
        return new Slugs(table)
                .read(sql.createQuery("SELECT id, " + column + " AS slug FROM " + table + " WHERE " + column
                                + " = ANY(:wanted)")
                        .bindArray("wanted", String.class, List.copyOf(wanted)));
    }

    private Slugs read(Query query) {
        query.map((row, context) -> ids.put(row.getString("slug"), row.getObject("id", UUID.class)))
                .list();
        return this;
    }

    /** Gives an id to those that have none. */
    Slugs with(Collection<String> slugs) {
        slugs.forEach(slug -> ids.computeIfAbsent(slug, key -> Ids.next()));
        return this;
    }

    UUID get(String slug) {
        var id = ids.get(slug);
        if (id == null) {
            throw Problem.invalid("catalog/unknown-" + table, slug);
        }
        return id;
    }

    @Nullable
    UUID find(@Nullable String slug) {
        return slug == null ? null : get(slug);
    }
}
