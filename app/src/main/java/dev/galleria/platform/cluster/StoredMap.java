package dev.galleria.platform.cluster;

import com.hazelcast.core.OperationTimeoutException;
import com.hazelcast.map.EntryLoader;
import com.hazelcast.map.EntryStore;
import com.hazelcast.map.IMap;
import com.hazelcast.map.MapLoader;
import com.hazelcast.map.MapStoreFactory;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Text values shared by all nodes, each with a copy elsewhere that is written within about a second and read back on loss. */
public final class StoredMap {

    /** Where the copies lie. Called on the cluster's threads: nothing is bound, the key tells whose it is. */
    public interface Copies {
        Optional<Copy> load(String key);

        void store(String key, Copy copy);

        void delete(String key);
    }

    /** A value and when it ends. */
    public record Copy(String value, Instant expiresAt) {}

    private static final Map<String, Copies> COPIES = new ConcurrentHashMap<>();

    private final IMap<String, String> map;

    StoredMap(Cluster cluster, String name, Duration idle, Copies copies) {
        COPIES.put(name, copies);
        map = cluster.stored(name, idle, Stores.class.getName());
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(map.get(key));
    }

    /** Replaces the value by what the change makes of it (null: none), one change of a key at a time on all nodes. */
    public @Nullable String change(String key, UnaryOperator<@Nullable String> change) {
        if (!lock(key)) {
            throw new OperationTimeoutException("The entry is being changed for too long");
        }
        try {
            var before = map.get(key);
            var after = change.apply(before);
            if (after == null) {
                map.delete(key);
            } else if (!after.equals(before)) {
                map.set(key, after);
            }
            return after;
        } finally {
            map.unlock(key);
        }
    }

    private boolean lock(String key) {
        try {
            return map.tryLock(key, 5, TimeUnit.SECONDS, 30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Made by the cluster on every node by its class's name: a map's configuration travels, beans do not. */
    public static final class Stores implements MapStoreFactory<String, EntryLoader.MetadataAwareValue<String>> {
        @Override
        public MapLoader<String, EntryLoader.MetadataAwareValue<String>> newMapStore(
                String map, Properties properties) {
            return new Store(map);
        }
    }

    private record Store(String map) implements EntryStore<String, String> {
        /** A node that has not opened the map yet fails the call, which the cluster repeats for a while. */
        private Copies copies() {
            var copies = COPIES.get(map);
            if (copies == null) {
                throw new RetryableHazelcastException("The copies of " + map + " are not open on this node yet");
            }
            return copies;
        }

        @Override
        public @Nullable MetadataAwareValue<String> load(String key) {
            return copies().load(key)
                    .map(copy -> new MetadataAwareValue<>(
                            copy.value(), copy.expiresAt().toEpochMilli()))
                    .orElse(null);
        }

        @Override
        public Map<String, MetadataAwareValue<String>> loadAll(Collection<String> keys) {
            var found = new HashMap<String, MetadataAwareValue<String>>();
            for (var key : keys) {
                var value = load(key);
                if (value != null) {
                    found.put(key, value);
                }
            }
            return found;
        }

        @Override
        public @Nullable Iterable<String> loadAllKeys() {
            return null;
        }

        @Override
        public void store(String key, MetadataAwareValue<String> value) {
            copies().store(key, new Copy(value.getValue(), Instant.ofEpochMilli(value.getExpirationTime())));
        }

        @Override
        public void storeAll(Map<String, MetadataAwareValue<String>> values) {
            values.forEach(this::store);
        }

        @Override
        public void delete(String key) {
            copies().delete(key);
        }

        @Override
        public void deleteAll(Collection<String> keys) {
            keys.forEach(this::delete);
        }
    }
}
