package dev.galleria.search.signals;

import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Days of signals, and their sums. */
@ApplicationScoped
@Transactional
class SignalStore {
    /** Signals of so many days count. */
    static final int DAYS = 30;

    private static final int KEPT_DAYS = 90;

    /** Words that were looked for at least so often are suggested to others. */
    private static final int OFTEN = 3;

    private static final int MOST_TERMS = 2_000;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Words that were looked for, and how often. */
    public record Often(String words, int asked) {}

    /** Adds what was counted to today. Rows are written in one order, so that two nodes do not wait for each other. */
    void add(Tally tally) {
        database.call(sql -> {
            addShown(sql, tally.shown());
            addFollowed(sql, tally.followed());
            addTerms(sql, tally.terms());
            addFollowedTerms(sql, tally.followedTerms());
            return null;
        });
    }

    private void addShown(Handle sql, Map<UUID, Long> shown) {
        var ids = shown.keySet().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        if (!ids.isEmpty()) {
            sql.createUpdate(
                            """
                            INSERT INTO search_day (product_id, day, seen)
                            SELECT id, CAST(:today AS date), seen FROM unnest(:ids, :seen) AS s (id, seen)
                                ON CONFLICT (day, product_id) DO UPDATE SET seen = search_day.seen + excluded.seen""")
                    .bind("today", today())
                    .bindArray("ids", UUID.class, ids)
                    .bindArray("seen", Long.class, ids.stream().map(shown::get).toList())
                    .execute();
        }
    }

    private void addFollowed(Handle sql, Map<String, Integer> followed) {
        var slugs = List.copyOf(followed.keySet());
        if (!slugs.isEmpty()) {
            sql.createUpdate(
                            """
                            INSERT INTO search_day (product_id, day, clicked)
                            SELECT p.product_id, CAST(:today AS date), f.clicked
                              FROM unnest(:slugs, :clicked) AS f (slug, clicked) JOIN product_summary p ON p.slug = f.slug
                             ORDER BY p.product_id
                                ON CONFLICT (day, product_id) DO UPDATE SET clicked = search_day.clicked + excluded.clicked""")
                    .bind("today", today())
                    .bindArray("slugs", String.class, slugs)
                    .bindArray(
                            "clicked",
                            Integer.class,
                            slugs.stream().map(followed::get).toList())
                    .execute();
        }
    }

    private void addTerms(Handle sql, Map<Tally.Term, Tally.Asked> terms) {
        var all = terms.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Tally.Term, Tally.Asked> entry) ->
                                entry.getKey().locale())
                        .thenComparing(entry -> entry.getKey().words()))
                .toList();
        if (!all.isEmpty()) {
            sql.createUpdate(
                            """
                            INSERT INTO search_term (day, locale, words, asked, found)
                            SELECT CAST(:today AS date), locale, words, asked, found
                              FROM unnest(:locales, :words, :asked, :found) AS t (locale, words, asked, found)
                                ON CONFLICT (day, locale, words)
                                DO UPDATE SET asked = search_term.asked + excluded.asked, found = excluded.found""")
                    .bind("today", today())
                    .bindArray("locales", String.class, list(all, entry -> entry.getKey()
                            .locale()))
                    .bindArray("words", String.class, list(all, entry -> entry.getKey()
                            .words()))
                    .bindArray("asked", Integer.class, list(all, entry -> entry.getValue()
                            .times()))
                    .bindArray("found", Integer.class, list(all, entry -> entry.getValue()
                            .found()))
                    .execute();
        }
    }

    /** Counts with the day on which the words were looked for last: that was today or a moment before midnight. */
    private void addFollowedTerms(Handle sql, Map<Tally.Term, Integer> terms) {
        var batch = sql.prepareBatch(
                """
                UPDATE search_term SET followed = followed + :followed
                 WHERE locale = :locale AND words = :words
                   AND day = (SELECT max(t.day) FROM search_term t
                               WHERE t.day >= CAST(:today AS date) - 1 AND t.locale = :locale AND t.words = :words)""");
        terms.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Tally.Term, Integer> entry) ->
                                entry.getKey().locale())
                        .thenComparing(entry -> entry.getKey().words()))
                .forEach(entry -> batch.bind("locale", entry.getKey().locale())
                        .bind("words", entry.getKey().words())
                        .bind("followed", entry.getValue())
                        .bind("today", today())
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static <E, T> List<T> list(List<E> entries, Function<E, T> part) {
        return entries.stream().map(part).toList();
    }

    /** What others have looked for in a language and found, the most frequent first. */
    List<Often> often(String locale) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT words, sum(asked)::int AS asked FROM search_term
                         WHERE locale = :locale AND day > CAST(:today AS date) - :days
                         GROUP BY words HAVING sum(asked) >= :often AND (array_agg(found ORDER BY day DESC))[1] > 0
                         ORDER BY asked DESC, words LIMIT :most""")
                .bind("locale", locale)
                .bind("today", today())
                .bind("days", DAYS)
                .bind("often", OFTEN)
                .bind("most", MOST_TERMS)
                .mapTo(Often.class)
                .list());
    }

    /** Sums up the last days and forgets the old ones; the products whose sums have changed enough to matter. */
    List<UUID> sumUp() {
        return database.call(sql -> {
            for (var table : List.of("search_day", "search_term", "product_sold")) {
                sql.createUpdate("DELETE FROM " + table + " WHERE day < CAST(:today AS date) - :kept")
                        .bind("today", today())
                        .bind("kept", KEPT_DAYS)
                        .execute();
            }
            return sql.createQuery(
                            """
                            WITH now_known AS (
                                SELECT product_id, sum(sold)::int AS sold, sum(clicked)::int AS clicked, sum(seen)::bigint AS seen
                                  FROM (SELECT product_id, 0 AS sold, clicked, seen FROM search_day
                                         WHERE day > CAST(:today AS date) - :days
                                        UNION ALL
                                        SELECT product_id, units, 0, 0 FROM product_sold
                                         WHERE day > CAST(:today AS date) - :days
                                        UNION ALL
                                        SELECT product_id, 0, 0, 0 FROM search_signal) d
                                 GROUP BY product_id)
                            INSERT INTO search_signal (product_id, sold, clicked, seen)
                            SELECT product_id, sold, clicked, seen FROM now_known ORDER BY product_id
                                ON CONFLICT (product_id) DO UPDATE
                               SET sold = excluded.sold, clicked = excluded.clicked, seen = excluded.seen
                             WHERE search_signal.sold <> excluded.sold OR search_signal.clicked <> excluded.clicked
                                OR abs(search_signal.seen - excluded.seen) > search_signal.seen / 10 + 5000
                            RETURNING product_id""")
                    .bind("today", today())
                    .bind("days", DAYS)
                    .mapTo(UUID.class)
                    .list();
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
