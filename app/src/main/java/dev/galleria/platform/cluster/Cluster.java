package dev.galleria.platform.cluster;

import com.hazelcast.config.Config;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.spi.merge.LatestUpdateMergePolicy;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** This node's member. Bound to the loopback address and alone unless the operator names other members. */
@ApplicationScoped
public class Cluster {
    private HazelcastInstance member;
    private Forgetting forgetting;

    @PostConstruct
    void join() {
        var config = new Config();
        config.setClassLoader(Cluster.class.getClassLoader());
        // A stranger with the default name must not get in: the name is derived from the secret.
        config.setClusterName("galleria-" + Secrets.derive("cluster", "name").substring(0, 16));
        config.setProperty("hazelcast.logging.type", "jdk");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        // A member that is gone, stopped or cut off is noticed within seconds, and nobody waits longer than that for
        // it.
        config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "8");
        config.setProperty("hazelcast.operation.call.timeout.millis", "4000");
        // Members that started or went on without each other come together again within seconds, too.
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "10");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "10");
        config.getJetConfig().setEnabled(false);
        var network = config.getNetworkConfig();
        network.setPort(Integer.parseInt(Settings.text("galleria.cluster.port").orElse("5701")));
        var members = Settings.text("galleria.cluster.members");
        // Others look for this one at the port that they were told.
        network.setPortAutoIncrement(members.isEmpty());
        network.setReuseAddress(true);
        network.getInterfaces()
                .setEnabled(true)
                .addInterface(Settings.text("galleria.cluster.address").orElse("127.0.0.1"));
        var join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        members.ifPresent(named -> {
            join.getTcpIpConfig().setEnabled(true);
            for (var address : named.split(",")) {
                join.getTcpIpConfig().addMember(address.strip());
            }
        });
        member = Hazelcast.newHazelcastInstance(config);
        forgetting = new Forgetting(member.getTopic("forgotten"));
    }

    @PreDestroy
    void leave() {
        member.shutdown();
    }

    /** Text values by text key, each kept for at most that long, the least used evicted beyond so many per node. */
    IMap<String, String> cache(String name, Duration keep, int entries) {
        var config = new MapConfig(name)
                .setTimeToLiveSeconds((int) keep.toSeconds())
                .setBackupCount(0)
                .setStatisticsEnabled(false);
        config.getEvictionConfig()
                .setEvictionPolicy(EvictionPolicy.LRU)
                .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                .setSize(entries);
        member.getConfig().addMapConfig(config);
        return member.getMap(name);
    }

    /** Text values with a copy that is written at most a second later; untouched entries leave after that long. Stores is a class. */
    IMap<String, String> stored(String name, Duration idle, String stores) {
        var config = new MapConfig(name)
                .setInMemoryFormat(InMemoryFormat.BINARY)
                .setMaxIdleSeconds((int) idle.toSeconds())
                .setBackupCount(1)
                // After a split what was changed last is right.
                .setPerEntryStatsEnabled(true)
                .setMergePolicyConfig(new MergePolicyConfig().setPolicy(LatestUpdateMergePolicy.class.getName()));
        config.setMapStoreConfig(new MapStoreConfig()
                .setFactoryClassName(stores)
                .setInitialLoadMode(MapStoreConfig.InitialLoadMode.LAZY)
                .setWriteDelaySeconds(1)
                .setWriteCoalescing(true));
        member.getConfig().addMapConfig(config);
        return member.getMap(name);
    }

    /** One for all caches, so that they forget in one order. */
    Forgetting forgetting() {
        return forgetting;
    }

    HazelcastInstance member() {
        return member;
    }
}
