package dev.galleria.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

/** The ports of the inner services: free ones, the same at the next start unless someone took them. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_767;
    private static final int TRIES = 200;

    private final Path file;

    private Ports(Path file) {
        this.file = file;
    }

    static Ports in(Path dir) {
        return new Ports(dir.resolve("ports"));
    }

    /** The remembered port of a service if it is still free, otherwise a new one. */
    int choose(String service) {
        var saved = new Properties();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    saved.load(in);
                }
            }
            int port = Integer.parseInt(saved.getProperty(service, "0"));
            if (port == 0 || !isFree("127.0.0.1", port)) {
                port = anyFree();
                saved.setProperty(service, Integer.toString(port));
                try (var out = Files.newBufferedWriter(file)) {
                    saved.store(out, null);
                }
            }
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A port of the loopback address that nobody listens on, from below those that systems give to outgoing connections: one
     * of these could take it while its service starts again.
     */
    public static int anyFree() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (isFree("127.0.0.1", port)) {
                return port;
            }
        }
        throw new StartFailure("No port between " + LOWEST + " and " + HIGHEST + " is free.");
    }

    /** Refuses, with the way out, a port on which we could not listen. */
    static void requireFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.contains("ermission")) {
                throw new StartFailure(
                        "Port " + port + " may not be used by this user; choose one above 1023" + " with --port N.");
            }
            if (reason.contains("in use")) {
                throw new StartFailure(
                        "Port " + port + " is taken by another program; choose another one with" + " --port N.");
            }
            throw new StartFailure("Cannot listen on " + address + ":" + port + ": " + reason, e);
        }
    }

    private static boolean isFree(String address, int port) {
        try {
            requireFree(address, port);
            return true;
        } catch (StartFailure e) {
            return false;
        }
    }
}
