package dev.galleria.catalog.collections;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.catalog.editing.SlugHistory;
import dev.galleria.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes collections and reads them as they were written. */
final class CollectionStore {
    private static final String READ =
            """
            SELECT c.id, c.version, c.slug, c.published, c.position, c.sort, c.rule::text AS rule, c.products,
                   c.created_at, c.changed_at
              FROM collection c""";

    private final Handle sql;

    CollectionStore(Handle sql) {
        this.sql = sql;
    }

    private record Text(String locale, String title, String description) {}

    private record Row(
            UUID id,
            long version,
            String slug,
            boolean published,
            int position,
            String sort,
            @Nullable String rule,
            int products,
            Instant createdAt,
            Instant changedAt) {}

    /** The version and the slug of the one that is locked now. */
    record Locked(long version, String slug) {}

    Optional<Locked> lock(UUID id) {
        return sql.createQuery("SELECT version, slug FROM collection WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Locked.class)
                .findOne();
    }

    /** All of them, without the products that were picked. */
    List<EditedCollection> list() {
        return sql.createQuery(READ + " ORDER BY c.position, c.slug").map((row, context) -> row(row)).list().stream()
                .map(row -> edited(row, List.of()))
                .toList();
    }

    Optional<EditedCollection> find(UUID id) {
        return sql.createQuery(READ + " WHERE c.id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne()
                .map(row -> edited(row, row.rule() == null ? picked(id) : List.of()));
    }

    int count() {
        return sql.createQuery("SELECT count(*) FROM collection")
                .mapTo(int.class)
                .one();
    }

    boolean slugTaken(String slug, @Nullable UUID besides) {
        return sql.createQuery(
                        "SELECT count(*) > 0 FROM collection WHERE slug = :slug AND id IS DISTINCT FROM CAST(:id AS uuid)")
                .bind("slug", slug)
                .bind("id", besides)
                .mapTo(boolean.class)
                .one();
    }

    Set<UUID> existing(List<ProductId> products) {
        return new HashSet<>(sql.createQuery("SELECT id FROM product WHERE id = ANY(:ids) AND state <> 'DELETED'")
                .bindArray(
                        "ids",
                        UUID.class,
                        products.stream().map(ProductId::value).toList())
                .mapTo(UUID.class)
                .list());
    }

    /** Which of the words exist; tags may be of the future. */
    Set<String> known(Condition.Subject subject, List<String> words, Set<String> sellers) {
        var query =
                switch (subject) {
                    case TYPE -> "SELECT code FROM product_type WHERE code = ANY(:words)";
                    case BRAND -> "SELECT slug FROM brand WHERE slug = ANY(:words)";
                    case CATEGORY -> "SELECT slug FROM category WHERE slug = ANY(:words)";
                    case SELLER, TAG, PRICE, AGE, STOCK, SALE -> "";
                };
        if (query.isEmpty()) {
            return subject == Condition.Subject.SELLER ? sellers : Set.copyOf(words);
        }
        return new HashSet<>(sql.createQuery(query)
                .bindArray("words", String.class, words)
                .mapTo(String.class)
                .list());
    }

    /** Writes everything but what belongs to it. */
    void write(UUID id, @Nullable String before, String slug, CollectionDraft draft, Instant now) {
        var rule = draft.rule();
        sql.createUpdate(
                        """
                        INSERT INTO collection AS known (id, slug, published, position, sort, rule, by_age, due, created_at, changed_at)
                        VALUES (:id, :slug, :published, :position, :sort, CAST(:rule AS jsonb), :byAge, :due, :now, :now)
                            ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, published = excluded.published,
                               position = excluded.position, sort = excluded.sort, rule = excluded.rule,
                               by_age = excluded.by_age, due = excluded.due, changed_at = excluded.changed_at,
                               version = known.version + 1""")
                .bind("id", id)
                .bind("slug", slug)
                .bind("published", draft.published())
                .bind("position", draft.position())
                .bind("sort", draft.sort().name())
                .bind("rule", rule == null ? null : Json.write(rule))
                .bind("byAge", rule != null && rule.isByAge())
                .bind("due", rule != null)
                .bind("now", Timestamp.from(now))
                .execute();
        SlugHistory.ofCollections(sql).moved(id, before, slug, now);
        sql.execute("DELETE FROM collection_text WHERE collection_id = ?", id);
        draft.texts()
                .forEach((locale, words) -> sql.execute(
                        "INSERT INTO collection_text (collection_id, locale, title, description) VALUES (?, ?, ?, ?)",
                        id,
                        locale,
                        words.title(),
                        words.description()));
    }

    /** Deletes the collection; answers with the products that it had. */
    List<UUID> delete(UUID id) {
        List<UUID> had = sql.createQuery(
                        "DELETE FROM collection_product WHERE collection_id = :id RETURNING product_id")
                .bind("id", id)
                .mapTo(UUID.class)
                .list();
        sql.execute("DELETE FROM collection WHERE id = ?", id);
        return had;
    }

    private List<ProductId> picked(UUID id) {
        return sql.createQuery(
                        """
                        SELECT m.product_id FROM collection_product m JOIN product p ON p.id = m.product_id
                         WHERE m.collection_id = :id AND p.state <> 'DELETED' ORDER BY m.position, m.product_id""")
                .bind("id", id)
                .mapTo(UUID.class)
                .map(ProductId::new)
                .list();
    }

    private EditedCollection edited(Row row, List<ProductId> picked) {
        var content = new CollectionDraft(
                row.slug(),
                row.published(),
                row.position(),
                texts(row.id()),
                ListingQuery.Sort.valueOf(row.sort()),
                row.rule() == null ? null : Json.read(row.rule(), Rule.class),
                row.rule() == null ? picked : null);
        return new EditedCollection(
                new CollectionId(row.id()), row.version(), content, row.products(), row.createdAt(), row.changedAt());
    }

    private Map<String, Words> texts(UUID id) {
        var texts = new LinkedHashMap<String, Words>();
        sql.createQuery(
                        "SELECT locale, title, description FROM collection_text WHERE collection_id = :id ORDER BY locale")
                .bind("id", id)
                .mapTo(Text.class)
                .forEach(text -> texts.put(text.locale(), new Words(text.title(), text.description())));
        return texts;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("slug"),
                row.getBoolean("published"),
                row.getInt("position"),
                row.getString("sort"),
                row.getString("rule"),
                row.getInt("products"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
