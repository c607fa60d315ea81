package dev.galleria.platform.cluster;

import com.hazelcast.config.MapConfig;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.grid.hazelcast.Bucket4jHazelcast;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Counts attempts over all nodes, so that guessing and flooding are slowed. */
@ApplicationScoped
public class Limits {
    @Inject
    Cluster cluster;

    private ProxyManager<String> buckets;

    @PostConstruct
    void open() {
        cluster.member().getConfig().addMapConfig(new MapConfig("limits").setMaxIdleSeconds(3600));
        buckets = Bucket4jHazelcast.lockBasedBuilder(cluster.member().<String, byte[]>getMap("limits"))
                .build();
    }

    /** Takes one of so many attempts per period; false when they are used up. The key begins with the tenant's id. */
    public boolean take(String key, int attempts, Duration period) {
        return bucket(key, attempts, period).tryConsume(1);
    }

    /** Whether an attempt is left, without taking it; the figures are those that attempts are taken with. */
    public boolean isLeft(String key, int attempts, Duration period) {
        return bucket(key, attempts, period).getAvailableTokens() > 0;
    }

    private Bucket bucket(String key, int attempts, Duration period) {
        var configuration = BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(attempts)
                        .refillGreedy(attempts, period)
                        .build())
                .build();
        return buckets.getProxy(key, () -> configuration);
    }
}
