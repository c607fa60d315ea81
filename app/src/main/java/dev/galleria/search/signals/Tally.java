package dev.galleria.search.signals;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What has been counted for one tenant since the last writing. Beyond a bound nothing new is counted. */
final class Tally {
    private static final int MOST = 50_000;

    /** What a place is worth in thousandths: 1 / log2(2 + place). */
    private static final int[] WORTH = worth();

    private final long begun;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Map<UUID, Long> shown = new ConcurrentHashMap<>();
    private final Map<String, Integer> followed = new ConcurrentHashMap<>();
    private final Map<Term, Asked> terms = new ConcurrentHashMap<>();
    private final Map<Term, Integer> followedTerms = new ConcurrentHashMap<>();

    /** Words in a language. */
    record Term(String locale, String words) {}

    /** How often they were looked for, and how much was found at last. */
    record Asked(int times, int found) {}

    Tally(long begun) {
        this.begun = begun;
    }

    long begun() {
        return begun;
    }

    /** True for the first who asks: he writes it down. */
    boolean close() {
        return closing.compareAndSet(false, true);
    }

    void shown(UUID product, int place) {
        if (shown.size() < MOST) {
            shown.merge(product, (long) WORTH[Math.min(place, WORTH.length - 1)], Long::sum);
        }
    }

    void followed(String slug) {
        if (followed.size() < MOST) {
            followed.merge(slug, 1, Integer::sum);
        }
    }

    void searched(String locale, String words, int found) {
        if (terms.size() < MOST) {
            terms.merge(
                    new Term(locale, words),
                    new Asked(1, found),
                    (one, other) -> new Asked(one.times() + other.times(), other.found()));
        }
    }

    void followed(String locale, String words) {
        if (followedTerms.size() < MOST) {
            followedTerms.merge(new Term(locale, words), 1, Integer::sum);
        }
    }

    Map<Term, Integer> followedTerms() {
        return followedTerms;
    }

    Map<UUID, Long> shown() {
        return shown;
    }

    Map<String, Integer> followed() {
        return followed;
    }

    Map<Term, Asked> terms() {
        return terms;
    }

    private static int[] worth() {
        var worth = new int[240];
        for (int place = 0; place < worth.length; place++) {
            worth[place] = (int) (1000 * Math.log(2) / Math.log(2 + place));
        }
        return worth;
    }
}
