package dev.galleria.platform.cluster;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.hazelcast.topic.ITopic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Short-lived values that each node keeps for itself, cheap to build again and too many to share. What shows something that
 * has changed is forgotten on every node; whatever else may have become different lives no longer than the cache keeps it.
 */
public final class NearCache<V> {
    private final com.github.benmanes.caffeine.cache.Cache<String, V> values;
    private final Map<String, Integer> changes = new ConcurrentHashMap<>();
    private final BiPredicate<V, Set<String>> shows;
    private final ITopic<String> forgotten;

    NearCache(Cluster cluster, String name, Duration keep, int entries, BiPredicate<V, Set<String>> shows) {
        this.shows = shows;
        values = Caffeine.newBuilder()
                .maximumSize(entries)
                .expireAfterWrite(keep)
                .build();
        forgotten = cluster.topic("near-forgotten." + name);
        forgotten.addMessageListener(message -> forgetHere(message.getMessageObject()));
    }

    /** The value, built by the loader when this node has none. */
    public V get(String scope, String key, Supplier<V> loader) {
        var full = scope + ' ' + key;
        var known = values.getIfPresent(full);
        if (known != null) {
            return known;
        }
        var before = changes.get(scope);
        var value = loader.get();
        // What was read before a change must not be kept after it.
        if (Objects.equals(before, changes.get(scope))) {
            values.put(full, value);
        }
        return value;
    }

    /** Forgets on every node what shows any of these; ids and scope have no blanks. */
    public void forgetShowing(String scope, Collection<String> ids) {
        forgotten.publish(scope + ' ' + String.join(" ", ids));
    }

    /** Forgets everything of that scope on every node. */
    public void forgetAll(String scope) {
        forgotten.publish(scope);
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
