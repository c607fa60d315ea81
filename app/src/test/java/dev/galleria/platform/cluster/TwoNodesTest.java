package dev.galleria.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one node tells, the other one hears. */
class TwoNodesTest {
    private static final List<HazelcastInstance> MEMBERS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        int one = freePort();
        int two = freePort();
        var name = UUID.randomUUID().toString();
        MEMBERS.add(member(name, one, two));
        MEMBERS.add(member(name, two, one));
        assertThat(MEMBERS.get(1).getCluster().getMembers()).hasSize(2);
    }

    @AfterAll
    static void stop() {
        MEMBERS.forEach(HazelcastInstance::shutdown);
    }

    @Test
    void countsChangesOnBothByNameAndScope() {
        var here = forgetting(0);
        var there = forgetting(1);
        var changes = new Changes(here, "things");
        var others = new Changes(there, "things");
        var unlike = new Changes(there, "other-things");

        changes.tell("atelier");

        assertThat(changes.of("atelier")).isEqualTo(1);
        await().untilAsserted(() -> assertThat(others.of("atelier")).isEqualTo(1));
        assertThat(others.of("greenmarket")).isZero();
        assertThat(unlike.of("atelier")).isZero();

        others.tell("atelier");
        await().untilAsserted(() -> assertThat(changes.of("atelier")).isEqualTo(2));
        assertThat(others.of("atelier")).isEqualTo(2);
    }

    private static Forgetting forgetting(int member) {
        return new Forgetting(MEMBERS.get(member).getTopic("forgotten"));
    }

    private static HazelcastInstance member(String name, int port, int other) {
        var config = new Config();
        config.setClusterName(name);
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.getJetConfig().setEnabled(false);
        var network = config.getNetworkConfig();
        network.setPort(port).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin().getTcpIpConfig().setEnabled(true).addMember("127.0.0.1:" + other);
        return Hazelcast.newHazelcastInstance(config);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
