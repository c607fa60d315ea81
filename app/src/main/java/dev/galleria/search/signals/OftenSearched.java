package dev.galleria.search.signals;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What many have looked for and found, as it was a few minutes ago. */
@ApplicationScoped
public class OftenSearched {
    private static final Duration KEPT = Duration.ofMinutes(5);

    @Inject
    SignalStore store;

    @Inject
    Tenancy tenancy;

    private record Key(TenantId tenant, String locale) {}

    private final Cache<Key, List<String>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(1_000).build();

    /** The words in a language, the most frequent first. */
    public List<String> in(Locale locale) {
        return known.get(
                new Key(tenancy.current().id(), locale.toLanguageTag()), key -> store.often(key.locale()).stream()
                        .map(SignalStore.Often::words)
                        .toList());
    }
}
