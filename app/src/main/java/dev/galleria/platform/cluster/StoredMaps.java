package dev.galleria.platform.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Makes maps with copies. */
@ApplicationScoped
public class StoredMaps {
    @Inject
    Cluster cluster;

    /** Called once per name; an entry that nobody touches leaves after that long. */
    public StoredMap create(String name, Duration idle, StoredMap.Copies copies) {
        return new StoredMap(cluster, name, idle, copies);
    }
}
