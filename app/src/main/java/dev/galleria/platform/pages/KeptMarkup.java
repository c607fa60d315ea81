package dev.galleria.platform.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Pieces of pages by all that they show: the same values look the same, whichever tenant has them. */
@ApplicationScoped
public class KeptMarkup {
    private static final long MOST_CHARACTERS = 16_000_000;

    private record Key(String name, Object value) {}

    private final Cache<Key, String> pieces = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Key key, String piece) -> piece.length())
            .build();

    /** What was drawn of an equal value under that name; null if nothing is kept. */
    public @Nullable String find(String name, Object value) {
        return pieces.getIfPresent(new Key(name, value));
    }

    /** Keeps a piece; the value must never change. */
    public void keep(String name, Object value, String piece) {
        pieces.put(new Key(name, value), piece);
    }
}
