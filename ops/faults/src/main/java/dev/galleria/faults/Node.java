package dev.galleria.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One node of the application and the places where it can be made to fail. */
final class Node {
    private static final Duration START = Duration.ofMinutes(4);

    private final String name;
    private final int port;
    private final Path failPoints;
    private final Machine machine;
    private volatile boolean serves;

    private Node(String name, int port, Path failPoints, Machine machine) {
        this.name = name;
        this.port = port;
        this.failPoints = failPoints;
        this.machine = machine;
    }

    static Node of(String name, Path root, Path state, int port, Map<String, String> settings) {
        try {
            var failPoints = Files.createDirectories(state.resolve("failpoints-" + name));
            var temporary = Files.createDirectories(state.resolve("tmp-" + name));
            var boot = temporary.resolve("boot.txt");
            Files.writeString(
                    boot,
                    "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                            + ".address=127.0.0.1\n");
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.awt.headless=true",
                    "-Djava.io.tmpdir=" + temporary,
                    "-Dgalleria.failpoints.directory=" + failPoints,
                    "-jar",
                    root.resolve("ops/launcher/target/dist/payara-micro.jar").toString()));
            command.addAll(List.of("--nohazelcast", "--disablephonehome", "--prebootcommandfile", boot.toString()));
            command.addAll(
                    List.of("--deploy", root.resolve("app/target/galleria.war").toString(), "--contextroot", "/"));
            command.addAll(List.of("--port", Integer.toString(port)));
            var log = state.resolve("log").resolve("node-" + name + ".log");
            return new Node(name, port, failPoints, new Machine(command, settings, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** Starts it and returns how long it took until it serves, in milliseconds. */
    long start() {
        serves = false;
        machine.start();
        long took = Pause.until(START, () -> ready() || !machine.alive());
        if (took < 0 || !machine.alive()) {
            throw new IllegalStateException("Node " + name + " did not start; see its log");
        }
        serves = true;
        return took;
    }

    boolean alive() {
        return machine.alive();
    }

    /** Whether buyers are sent to it: it has started and was not killed since, as far as anybody knows. */
    boolean serves() {
        return serves && machine.alive();
    }

    /** Whether it says that it can serve. */
    boolean ready() {
        return machine.alive() && status("/health/ready", 1_000) == 200;
    }

    void kill() {
        serves = false;
        machine.kill();
    }

    void stop() {
        machine.stop();
    }

    void freeze() {
        machine.freeze();
    }

    void goOn() {
        machine.goOn();
    }

    /** Arms a place: halt, throw, sleep:millis or wait. */
    void arm(String place, String action) {
        try {
            Files.writeString(failPoints.resolve(place), action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Disarms it; whoever waits there goes on. False if it had been passed and its action was one that happens once. */
    boolean disarm(String place) {
        try {
            return Files.deleteIfExists(failPoints.resolve(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(String path, int millis) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(millis);
            connection.setReadTimeout(millis);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return -1;
        }
    }
}
