package dev.galleria.search.signals;

import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What shoppers of the current marketplace have looked for. Counts only: nobody is named, what looks like personal data is not
 * kept, and words that only one search had are not told.
 */
@ApplicationScoped
@Transactional
public class SearchReports {
    /** The periods that can be asked for, in days up to today (UTC). */
    public static final List<Integer> PERIODS = List.of(7, 30, 90);

    /** Words are told when they were looked for so often. */
    static final int TWICE = 2;

    @Inject
    Signals signals;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** All searches of a period: how many, how many without a result, how many products were followed. */
    public record Sum(long asked, long nothing, long followed) {}

    /** The words that were looked for most; any period but those of {@link #PERIODS} counts as the shortest. */
    public List<SearchedTerm> top(int days, boolean nothingFound, int most) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT locale, words, sum(asked)::int AS asked, (array_agg(found ORDER BY day DESC))[1] AS found,
                               sum(followed)::int AS followed
                          FROM search_term WHERE day > CAST(:today AS date) - :days
                         GROUP BY locale, words
                        HAVING sum(asked) >= :twice AND (NOT :nothing OR (array_agg(found ORDER BY day DESC))[1] = 0)
                         ORDER BY asked DESC, words, locale LIMIT :most""")
                .bind("today", today())
                .bind("days", period(days))
                .bind("twice", TWICE)
                .bind("nothing", nothingFound)
                .bind("most", most)
                .mapTo(SearchedTerm.class)
                .filter(term -> !Personal.isLikely(term.words()))
                .list());
    }

    /** Everything together, with what was looked for only once. */
    public Sum sum(int days) {
        signals.write();
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT coalesce(sum(asked), 0) AS asked, coalesce(sum(asked) FILTER (WHERE found = 0), 0) AS nothing,
                               coalesce(sum(followed), 0) AS followed
                          FROM search_term WHERE day > CAST(:today AS date) - :days""")
                .bind("today", today())
                .bind("days", period(days))
                .mapTo(Sum.class)
                .one());
    }

    /** One of the periods. */
    public static int period(int days) {
        return PERIODS.contains(days) ? days : PERIODS.get(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
