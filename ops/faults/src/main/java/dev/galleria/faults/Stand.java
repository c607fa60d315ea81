package dev.galleria.faults;

import dev.galleria.launcher.Ports;
import dev.galleria.launcher.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything that takes part: two nodes, their database, the gateway, and lines between them that can be cut. */
final class Stand implements AutoCloseable {
    private static final int PRODUCTS = 220;

    private final Path state;
    private final Random chance;
    private final Acknowledged acknowledged;
    private final AtomicInteger buyers = new AtomicInteger();
    private final Deque<Books.Item> items = new ArrayDeque<>();
    private PostgresServer database;
    private Gateway gateway;
    private FaultProxy toGateway;
    private FaultProxy front;
    private Map<String, FaultProxy> toDatabase = new HashMap<>();
    private List<Node> nodes = List.of();
    private Books books;

    private Stand(Path state, long seed) {
        this.state = state;
        chance = new Random(seed);
        acknowledged = new Acknowledged(state.resolve("acknowledged"));
    }

    /** Starts it all on a directory that is made anew. */
    static Stand start(Path root, Path state, long seed) throws IOException {
        Files.createDirectories(state);
        var stand = new Stand(state, seed);
        try {
            stand.begin(root);
            return stand;
        } catch (RuntimeException | IOException e) {
            stand.close();
            throw e;
        }
    }

    private void begin(Path root) throws IOException {
        database = PostgresServer.start(state.resolve("database"));
        gateway = new Gateway(root, state, Ports.anyFree());
        gateway.start();
        toGateway = new FaultProxy(gateway::port);
        new SmallMarketplace(root.resolve("tenants/greenmarket"), state.resolve("tenants"), PRODUCTS).write();
        front = new FaultProxy(() -> any().port());
        int clusterA = Ports.anyFree();
        int clusterB = Ports.anyFree();
        var members = "127.0.0.1:" + clusterA + ",127.0.0.1:" + clusterB;
        nodes = List.of(node(root, "a", clusterA, members), node(root, "b", clusterB, members));
        for (var node : nodes) {
            Main.say("  node " + node.name() + " serves after " + node.start() / 1_000 + " s");
        }
        var login = database.superuser();
        books = new Books(database.jdbcUrl(), login.user(), login.password());
        items.addAll(books.items());
    }

    private Node node(Path root, String name, int cluster, String members) {
        var line = new FaultProxy(() -> database.port());
        toDatabase.put(name, line);
        var settings = new HashMap<String, String>();
        settings.put("GALLERIA_DB_URL", "jdbc:postgresql://127.0.0.1:" + line.port() + "/galleria");
        settings.put("GALLERIA_DB_USER", database.owner().user());
        settings.put("GALLERIA_DB_PASSWORD", database.owner().password());
        settings.put("GALLERIA_SECRET", "the fault bench's own secret, of no use anywhere else");
        settings.put("GALLERIA_DOMAIN", "localhost");
        settings.put("GALLERIA_PUBLIC_PORT", Integer.toString(front.port()));
        settings.put("GALLERIA_DATA", state.resolve("data-" + name).toString());
        settings.put("GALLERIA_DEMO", "true");
        settings.put("GALLERIA_DEMO_TENANTS", state.resolve("tenants").toString());
        settings.put("GALLERIA_STRIPE_API_BASE", "http://127.0.0.1:" + toGateway.port());
        settings.put("GALLERIA_CLUSTER_PORT", Integer.toString(cluster));
        settings.put("GALLERIA_CLUSTER_MEMBERS", members);
        settings.put("GALLERIA_CHECKOUT_HELD_PER_CLIENT", "1000000");
        return Node.of(name, root, state, Ports.anyFree(), settings);
    }

    Books books() {
        return books;
    }

    Gateway gateway() {
        return gateway;
    }

    FaultProxy toGateway() {
        return toGateway;
    }

    FaultProxy toDatabase(Node node) {
        return toDatabase.get(node.name());
    }

    Acknowledged acknowledged() {
        return acknowledged;
    }

    Random chance() {
        return chance;
    }

    List<Node> nodes() {
        return nodes;
    }

    Node first() {
        return nodes.get(0);
    }

    Node second() {
        return nodes.get(1);
    }

    String host() {
        return SmallMarketplace.SLUG + ".localhost:" + front.port();
    }

    /** A node that runs, by chance. */
    Node any() {
        var serving = nodes.stream().filter(Node::serves).toList();
        return serving.isEmpty() ? first() : serving.get(chance.nextInt(serving.size()));
    }

    /** Somebody new whose every request goes to a node by chance. */
    Buyer buyer() {
        return new Buyer(host(), () -> any().port(), "buyer-" + buyers.incrementAndGet() + "@faults.example");
    }

    /** Somebody new who stays with that node. */
    Buyer buyerAt(Node node) {
        return new Buyer(host(), node::port, "buyer-" + buyers.incrementAndGet() + "@faults.example");
    }

    /** Something that nobody has asked for yet, or for the longest time, with exactly so many units. */
    synchronized Books.Item item(int units) {
        var item = items.removeFirst();
        items.addLast(item);
        long free = books.free(item);
        if (free < units) {
            books.receive(item, (int) (units - free));
        } else if (free > units) {
            books.lower(item, (int) (free - units));
        }
        return books.anew(item);
    }

    /** Has a node that was killed serve again; how long that took in milliseconds. */
    long restart(Node node) {
        node.kill();
        return node.start();
    }

    /** As a power cut would. */
    void killDatabase() {
        database.kill();
    }

    void startDatabase() {
        database = PostgresServer.start(state.resolve("database"));
    }

    void freezeDatabase() {
        Machine.signal(database.process(), "STOP");
    }

    void thawDatabase() {
        Machine.signal(database.process(), "CONT");
    }

    /** Lets held stock expire and waits until nothing is under way; what still is after that long, empty if nothing. */
    String rest(Duration most) {
        gateway.heal();
        toGateway.heal();
        toDatabase.values().forEach(FaultProxy::heal);
        for (var node : nodes) {
            if (!node.alive()) {
                node.start();
            }
        }
        // Who was cut off by a restart comes on by itself before time is made to pass.
        Pause.until(Duration.ofSeconds(20), () -> books.unrest().isEmpty());
        books.letHoldsExpire();
        Pause.until(most, () -> books.unrest().isEmpty());
        return books.unrest();
    }

    @Override
    public void close() {
        nodes.forEach(Node::kill);
        if (gateway != null) {
            gateway.stop();
        }
        if (database != null) {
            thawDatabase();
            database.close();
        }
        toDatabase.values().forEach(FaultProxy::close);
        if (toGateway != null) {
            toGateway.close();
        }
        if (front != null) {
            front.close();
        }
        acknowledged.close();
    }
}
