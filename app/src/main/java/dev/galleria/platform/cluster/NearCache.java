package dev.galleria.platform.cluster;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Short-lived values that each node keeps for itself, cheap to build again and too many to share. What shows something that
 * has changed is forgotten on every node; whatever else may have become different lives no longer than the cache keeps it.
 */
public final class NearCache<V> {
    private final com.github.benmanes.caffeine.cache.Cache<String, V> values;
    private final Map<String, Integer> changes = new ConcurrentHashMap<>();
    private final BiPredicate<V, Set<String>> shows;
    private final Forgetting forgetting;
    private final String name;

    NearCache(
            Cluster cluster,
            String name,
            Duration keep,
            long most,
            ToIntFunction<V> weight,
            BiPredicate<V, Set<String>> shows) {
        this.shows = shows;
        values = Caffeine.newBuilder()
                .maximumWeight(most)
                .<String, V>weigher((key, value) -> weight.applyAsInt(value))
                .expireAfterWrite(keep)
                .build();
        this.name = name;
        forgetting = cluster.forgetting();
        forgetting.register(name, this::forgetHere);
    }

    /** The value, built by the loader when this node has none. */
    public V get(String scope, String key, Supplier<V> loader) {
        var known = find(scope, key);
        if (known.isPresent()) {
            return known.get();
        }
        int before = changes(scope);
        var value = loader.get();
        keep(scope, key, value, before);
        return value;
    }

    /** The value, if this node has one. */
    public Optional<V> find(String scope, String key) {
        return Optional.ofNullable(values.getIfPresent(scope + ' ' + key));
    }

    /** How much has changed in that scope so far; to be asked before a value is built that {@link #keep} is to keep. */
    public int changes(String scope) {
        return changes.getOrDefault(scope, 0);
    }

    /** Keeps a value, unless something has changed since it was begun: what was read before must not be shown after. */
    public void keep(String scope, String key, V value, int changesBefore) {
        if (changesBefore == changes(scope)) {
            values.put(scope + ' ' + key, value);
        }
    }

    /** Forgets on every node what shows any of these; ids and scope have no blanks. */
    public void forgetShowing(String scope, Collection<String> ids) {
        forgetting.tell(name, scope + ' ' + String.join(" ", ids));
    }

    /** Forgets everything of that scope on every node. */
    public void forgetAll(String scope) {
        forgetting.tell(name, scope);
    }

    private void forgetHere(String message) {
        var words = message.split(" ");
        changes.merge(words[0], 1, Integer::sum);
        var ids = Set.copyOf(List.of(words));
        values.asMap()
                .entrySet()
                .removeIf(entry -> entry.getKey().startsWith(words[0] + ' ')
                        && (words.length == 1 || shows.test(entry.getValue(), ids)));
    }
}
