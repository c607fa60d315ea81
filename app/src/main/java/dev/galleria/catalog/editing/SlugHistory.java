package dev.galleria.catalog.editing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Remembers addresses that something once had, so that they go on leading to it. */
public final class SlugHistory {
    private final Handle sql;
    private final String table;
    private final String column;

    private SlugHistory(Handle sql, String table, String column) {
        this.sql = sql;
        this.table = table;
        this.column = column;
    }

    static SlugHistory ofProducts(Handle sql) {
        return new SlugHistory(sql, "product_slug", "product_id");
    }

    /** Of collections. */
    public static SlugHistory ofCollections(Handle sql) {
        return new SlugHistory(sql, "collection_slug", "collection_id");
    }

    static SlugHistory ofCategories(Handle sql) {
        return new SlugHistory(sql, "category_slug", "category_id");
    }

    /** Whoever has an address now has it alone; the one it had before leads to it from now on. */
    public void moved(UUID id, @Nullable String before, String after, Instant now) {
        sql.execute("DELETE FROM " + table + " WHERE slug = ?", after);
        if (before != null && !before.equals(after)) {
            sql.execute(
                    "INSERT INTO " + table + " (slug, " + column
                            + ", retired_at) VALUES (?, ?, ?) ON CONFLICT (slug) DO UPDATE SET " + column
                            + " = excluded." + column + ", retired_at = excluded.retired_at",
                    before,
                    id,
                    Timestamp.from(now));
        }
    }
}
