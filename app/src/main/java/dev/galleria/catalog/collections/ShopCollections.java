package dev.galleria.catalog.collections;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.Whereabouts;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The published collections as shoppers see them, in the asked-for language or else in the marketplace's own. */
@ApplicationScoped
public class ShopCollections {
    private static final String READ =
            """
            SELECT c.id, c.slug, coalesce(t.title, o.title, c.slug) AS title,
                   coalesce(t.description, o.description, '') AS description, c.sort, c.rule IS NULL AS picked,
                   c.image_key, c.products
              FROM collection c
              LEFT JOIN collection_text t ON t.collection_id = c.id AND t.locale = :locale
              LEFT JOIN collection_text o ON o.collection_id = c.id AND o.locale = :own
             WHERE c.published""";

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** The first of those that have something to show, in their order. */
    public List<ShownCollection> list(Locale locale, int limit) {
        return database.call(
                sql -> sql.createQuery(READ + " AND c.products > 0 ORDER BY c.position, c.slug LIMIT :limit")
                        .bind("locale", locale.toLanguageTag())
                        .bind("own", own())
                        .bind("limit", limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    /** A collection's own page; empty when none of that slug is published. */
    public Optional<ShownCollection> find(String slug, Locale locale) {
        return database.call(sql -> sql.createQuery(READ + " AND c.slug = :slug")
                .bind("locale", locale.toLanguageTag())
                .bind("own", own())
                .bind("slug", slug)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** The same by id. */
    public Optional<ShownCollection> find(CollectionId id, Locale locale) {
        return database.call(sql -> sql.createQuery(READ + " AND c.id = :id")
                .bind("locale", locale.toLanguageTag())
                .bind("own", own())
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    /** What became of a collection that is not at that slug. */
    public Whereabouts whereIs(String slug) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT c.slug FROM collection c JOIN collection_slug h ON h.collection_id = c.id
                         WHERE h.slug = :slug AND c.published""")
                .bind("slug", slug)
                .mapTo(String.class)
                .findOne()
                .map(now -> (Whereabouts) new Whereabouts.Moved(now))
                .orElseGet(Whereabouts.Unknown::new));
    }

    private String own() {
        return tenancy.current().defaultLocale().toLanguageTag();
    }

    private static ShownCollection read(ResultSet row) throws SQLException {
        return new ShownCollection(
                new CollectionId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("title"),
                row.getString("description"),
                ListingQuery.Sort.valueOf(row.getString("sort")),
                row.getBoolean("picked"),
                row.getString("image_key"),
                row.getInt("products"));
    }
}
