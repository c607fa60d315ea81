package dev.galleria.search.signals;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what shoppers look for, see and follow. Counting costs a page next to nothing: it happens in memory and is written
 * down every few seconds; a crash loses those.
 */
@ApplicationScoped
public class Signals {
    private static final long KEPT_MILLIS = 15_000;
    private static final Duration ONCE = Duration.ofMinutes(30);
    private static final int MOST_FOLLOWED = 50_000;
    private static final int LONGEST = 80;

    @Inject
    Tenancy tenancy;

    @Inject
    SignalStore store;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService executor;

    private final Map<TenantId, Tally> tallies = new ConcurrentHashMap<>();

    private record Followed(TenantId tenant, String visitor, String slug) {}

    /** Who has followed what in the last half hour, so that going to and fro counts once. Never written down. */
    private final Cache<Followed, Boolean> followed = Caffeine.newBuilder()
            .maximumSize(MOST_FOLLOWED)
            .expireAfterWrite(ONCE)
            .build();

    /** These products were shown, the first of them at that place of the listing (0 is its top). */
    public void shown(List<UUID> products, int place) {
        var tally = tally();
        for (int i = 0; i < products.size(); i++) {
            tally.shown(products.get(i), place + i);
        }
        writeIfDue(tally);
    }

    /** A product was followed from the results of these words; none if it was another list. */
    public void followed(String slug, String visitor, String words, Locale locale) {
        var one = new Followed(tenancy.current().id(), visitor, slug);
        if (followed.asMap().putIfAbsent(one, true) == null) {
            var tally = tally();
            tally.followed(slug);
            var folded = folded(words, locale);
            if (!folded.isEmpty()) {
                tally.followed(locale.toLanguageTag(), folded);
            }
            writeIfDue(tally);
        }
    }

    /** Words were looked for, and so many products found. What looks like personal data is not counted. */
    public void searched(String words, Locale locale, int found) {
        var folded = folded(words, locale);
        if (!folded.isEmpty()) {
            var tally = tally();
            tally.searched(locale.toLanguageTag(), folded, found);
            writeIfDue(tally);
        }
    }

    /** As words are counted; empty for what is not. */
    private static String folded(String words, Locale locale) {
        var folded = words.toLowerCase(locale).strip();
        return folded.length() > LONGEST || Personal.isLikely(folded) ? "" : folded;
    }

    /** Writes down what has been counted for the current tenant. */
    public void write() {
        var tally = tallies.remove(tenancy.current().id());
        if (tally != null) {
            store.add(tally);
        }
    }

    private Tally tally() {
        return tallies.computeIfAbsent(tenancy.current().id(), id -> new Tally(clock.millis()));
    }

    private void writeIfDue(Tally tally) {
        if (clock.millis() - tally.begun() > KEPT_MILLIS && tally.close()) {
            Tenant tenant = tenancy.current();
            executor.execute(() -> tenancy.run(tenant, this::write));
        }
    }
}
