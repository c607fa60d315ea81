package dev.galleria.platform.cluster;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.hazelcast.map.IMap;
import dev.galleria.platform.Json;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Values that are costly to build, kept by every node in its own memory and by the cluster in Hazelcast, forgotten
 * everywhere at once. Keys belong to a scope (the tenant's id), so that no scope can see another's. Losing it costs time only.
 */
public final class Cache {
    private final IMap<String, String> shared;
    private final IMap<String, Long> epochs;
    private final Forgetting forgetting;
    private final String name;
    private final com.github.benmanes.caffeine.cache.Cache<String, Object> near;

    Cache(Cluster cluster, String name, Duration keep, int entries) {
        shared = cluster.cache("cache." + name, keep, entries);
        epochs = cluster.member().getMap("cache-epoch." + name);
        this.name = name;
        forgetting = cluster.forgetting();
        near = Caffeine.newBuilder().maximumSize(entries).expireAfterWrite(keep).build();
        forgetting.register(name, this::forgetNear);
    }

    /** The value, built by the loader when nobody has it. A null from the loader is not kept. */
    @SuppressWarnings("unchecked")
    public <T> T get(String scope, String key, Type type, Supplier<T> loader) {
        var full = full(scope, key);
        var known = near.getIfPresent(full);
        if (known != null) {
            return (T) known;
        }
        var text = shared.get(full);
        if (text != null) {
            T value = Json.read(text, type);
            near.put(full, value);
            return value;
        }
        var epoch = epochs.get(scope);
        var value = loader.get();
        if (value != null) {
            keep(scope, full, epoch, value);
        }
        return value;
    }

    /** Forgets one value on every node. */
    public void forget(String scope, String key) {
        epochs.merge(scope, 1L, Long::sum);
        shared.delete(full(scope, key));
        forgetting.tell(name, full(scope, key));
    }

    /** Forgets everything of that scope on every node. */
    public void forgetAll(String scope) {
        epochs.merge(scope, 1L, Long::sum);
        var prefix = full(scope, "");
        shared.removeAll(entry -> entry.getKey().startsWith(prefix));
        forgetting.tell(name, prefix + '*');
    }

    private void keep(String scope, String full, Long epoch, Object value) {
        // What was read before a change must not be kept after it.
        if (java.util.Objects.equals(epoch, epochs.get(scope))) {
            shared.set(full, Json.write(value));
            near.put(full, value);
        }
    }

    private void forgetNear(String full) {
        if (full.endsWith("*")) {
            var prefix = full.substring(0, full.length() - 1);
            near.asMap().keySet().removeIf(key -> key.startsWith(prefix));
        } else {
            near.invalidate(full);
        }
    }

    /** The length keeps "a:1" + "b" and "a" + "1:b" apart. */
    private static String full(String scope, String key) {
        return scope.length() + ":" + scope + ":" + key;
    }
}
