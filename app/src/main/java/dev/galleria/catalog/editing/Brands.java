package dev.galleria.catalog.editing;

import dev.galleria.catalog.CategoriesChanged;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The names that products bear, changed by the marketplace's people only (else a Problem, FORBIDDEN). */
@ApplicationScoped
@Transactional
public class Brands {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    @Inject
    Database database;

    @Inject
    SummaryRebuild summaries;

    @Inject
    Tenancy tenancy;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** All of them, by name. */
    public List<UsedBrand> list() {
        return database.call(sql -> {
            var descriptions = descriptions(sql);
            return sql.createQuery(
                            """
                            SELECT b.id, b.slug, b.name, b.country, b.founded, coalesce(n.products, 0) AS products
                              FROM brand b LEFT JOIN (SELECT brand_id, count(*) AS products FROM product
                                                       WHERE state <> 'DELETED' GROUP BY brand_id) n ON n.brand_id = b.id
                             ORDER BY lower(b.name), b.slug""")
                    .map((row, context) -> new UsedBrand(
                            new BrandDraft(
                                    row.getString("slug"),
                                    row.getString("name"),
                                    row.getString("country"),
                                    row.getObject("founded", Integer.class),
                                    descriptions.getOrDefault(row.getObject("id", UUID.class), Map.of())),
                            row.getInt("products")))
                    .list();
        });
    }

    public Optional<UsedBrand> find(String slug) {
        return list().stream()
                .filter(brand -> slug.equals(brand.content().slug()))
                .findFirst();
    }

    /** Makes the brand or changes the one of that slug. All that is wrong; empty when it is done. */
    public List<Fault> define(Editor editor, BrandDraft raw) {
        editor.requireStaff();
        var draft = new BrandDraft(
                Faults.normalOrNull(raw.slug()),
                Faults.normal(raw.name()),
                Faults.normalOrNull(raw.country()),
                raw.founded(),
                AttributeDraftCheck.labels(raw.descriptions()));
        var faults = faults(draft);
        if (!faults.isEmpty()) {
            return faults;
        }
        database.call(sql -> {
            var id = write(sql, draft);
            summaries.rebuild(sql.createQuery("SELECT id FROM product WHERE brand_id = :id AND state <> 'DELETED'")
                    .bind("id", id)
                    .mapTo(UUID.class)
                    .map(ProductId::new)
                    .list());
            return null;
        });
        tell();
        return List.of();
    }

    /** Removes a brand that no product bears; one that is used is a Problem (CONFLICT). */
    public void delete(Editor editor, String slug) {
        editor.requireStaff();
        var known = find(slug).orElseThrow(() -> Problem.notFound("catalog/unknown-brand", slug));
        if (known.products() > 0) {
            throw Problem.conflict("catalog/brand-in-use", slug);
        }
        database.call(sql -> {
            // Tombstones bear no name.
            sql.execute(
                    "UPDATE product SET brand_id = NULL WHERE brand_id = (SELECT id FROM brand WHERE slug = ?)", slug);
            return sql.execute("DELETE FROM brand WHERE slug = ?", slug);
        });
        tell();
    }

    private List<Fault> faults(BrandDraft draft) {
        var faults = new Faults();
        faults.line("/name", draft.name(), 100);
        var slug = draft.slug();
        if (slug != null && (slug.length() > 120 || !SLUG.matcher(slug).matches())) {
            faults.add("/slug", "slug");
        }
        var country = draft.country();
        if (country != null && !List.of(Locale.getISOCountries()).contains(country)) {
            faults.add("/country", "unknown");
        }
        int year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        if (draft.founded() != null && (draft.founded() < 1000 || draft.founded() > year)) {
            faults.add("/founded", "range", "1000", String.valueOf(year));
        }
        draft.descriptions().forEach((locale, text) -> {
            if (!tenancy.current().locales().contains(Locale.forLanguageTag(locale))) {
                faults.add("/descriptions/" + Faults.escaped(locale), "unknown");
            }
            faults.text("/descriptions/" + Faults.escaped(locale), text, 2_000);
        });
        return faults.found();
    }

    private static UUID write(Handle sql, BrandDraft draft) {
        var slug = draft.slug() == null ? SlugMaker.of(draft.name(), other -> taken(sql, other)) : draft.slug();
        var id = sql.createQuery(
                        """
                        INSERT INTO brand (id, slug, name, country, founded) VALUES (:id, :slug, :name, :country, :founded)
                            ON CONFLICT (slug) DO UPDATE SET name = excluded.name, country = excluded.country,
                               founded = excluded.founded
                        RETURNING id""")
                .bind("id", Ids.next())
                .bind("slug", slug)
                .bind("name", draft.name())
                .bind("country", draft.country())
                .bind("founded", draft.founded())
                .mapTo(UUID.class)
                .one();
        sql.execute("DELETE FROM brand_text WHERE brand_id = ?", id);
        draft.descriptions()
                .forEach((locale, text) -> sql.execute(
                        "INSERT INTO brand_text (brand_id, locale, description) VALUES (?, ?, ?)", id, locale, text));
        return id;
    }

    private static boolean taken(Handle sql, @Nullable String slug) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM brand WHERE slug = :slug)")
                .bind("slug", slug)
                .mapTo(boolean.class)
                .one();
    }

    private static Map<UUID, Map<String, String>> descriptions(Handle sql) {
        var texts = new HashMap<UUID, Map<String, String>>();
        sql.createQuery("SELECT brand_id, locale, description FROM brand_text")
                .map((row, context) -> texts.computeIfAbsent(
                                row.getObject("brand_id", UUID.class), id -> new LinkedHashMap<>())
                        .put(row.getString("locale"), row.getString("description")))
                .list();
        return texts;
    }

    private void tell() {
        outbox.publish(new CategoriesChanged(Ids.next(), clock.instant()));
    }
}
