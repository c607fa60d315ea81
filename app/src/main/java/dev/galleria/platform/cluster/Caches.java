package dev.galleria.platform.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/** Makes and finds caches by name. */
@ApplicationScoped
public class Caches {
    @Inject
    Cluster cluster;

    private final Map<String, Cache> caches = new ConcurrentHashMap<>();

    /** The cache of that name; the first call decides how long it keeps values and how many per node. */
    public Cache named(String name, Duration keep, int entries) {
        return caches.computeIfAbsent(name, key -> new Cache(cluster, key, keep, entries));
    }

    /**
     * A cache that each node keeps for itself. The condition says whether a value shows any of the ids. Each call makes another
     * cache: keep it.
     */
    public <V> NearCache<V> near(String name, Duration keep, int entries, BiPredicate<V, Set<String>> shows) {
        return near(name, keep, entries, value -> 1, shows);
    }

    /** The same, with values of different weight: together they weigh at most so much. */
    public <V> NearCache<V> near(
            String name, Duration keep, long most, ToIntFunction<V> weight, BiPredicate<V, Set<String>> shows) {
        return new NearCache<>(cluster, name, keep, most, weight, shows);
    }

    /** Counts changes on all nodes. One per name: another call of the same name would silence the first. */
    public Changes changes(String name) {
        return new Changes(cluster.forgetting(), name);
    }
}
