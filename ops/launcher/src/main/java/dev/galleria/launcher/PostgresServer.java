package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A real PostgreSQL of this directory alone: programs, data, generated passwords and log live in it,
 * and it listens on 127.0.0.1 only. Writes are as durable as in production (fsync on). Starting takes
 * over from a server that an earlier run left behind in the same directory.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=300",
            "shared_buffers=256MB",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "log_timezone=UTC");

    private final Child process;
    private final PostgresData data;
    private final int port;
    private final Secrets secrets;

    private PostgresServer(Child process, PostgresData data, int port, Secrets secrets) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.secrets = secrets;
    }

    /** Starts the server of a directory, creating all that is missing. A refusal is a {@link StartFailure}. */
    public static PostgresServer start(Path directory) {
        Path dir = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new StartFailure("Cannot create " + dir + ": " + e.getMessage(), e);
        }
        Secrets secrets = Secrets.in(dir);
        PostgresData data = PostgresData.in(dir, secrets);
        int port = Ports.in(dir).choose("postgres");
        Path log = dir.resolve("log").resolve("postgres.log");
        Child process = Child.start("PostgreSQL", data.serverCommand(port, SETTINGS), log);
        var server = new PostgresServer(process, data, port, secrets);
        try {
            server.awaitReady(log);
            new DatabaseSetup(server).run();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The address of the application's database, without a login. */
    public String jdbcUrl() {
        return jdbcUrl(DatabaseSetup.DATABASE);
    }

    /** The address of one database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The login that owns the application's database; it may create roles but is no superuser. */
    public Credentials owner() {
        return new Credentials(DatabaseSetup.OWNER, secrets.owner());
    }

    /** The login that may do anything; the application never gets it. */
    public Credentials superuser() {
        return new Credentials(PostgresData.SUPERUSER, secrets.superuser());
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Completes when the server has ended, for whatever reason. */
    public CompletableFuture<Void> onExit() {
        return process.onExit().thenAccept(ended -> {});
    }

    /** The server's own process; its sessions are its children. */
    public ProcessHandle process() {
        return process.handle();
    }

    /** Ends the server at once, as a power cut would (SIGKILL); the data must survive that. */
    public void kill() {
        process.kill();
    }

    /** Stops the server, ending open sessions. Repeating is safe. */
    @Override
    public void close() {
        if (process.isAlive()) {
            data.stop();
            if (!process.awaitEnd(Duration.ofSeconds(5))) {
                process.kill();
            }
        }
    }

    private void awaitReady(Path log) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!data.isReady(process.handle().pid())) {
            if (!process.isAlive()) {
                throw new StartFailure(
                        "PostgreSQL did not start: " + Logs.lastComplaint(log).orElse("see " + log));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure("PostgreSQL was not ready after " + PATIENCE.toSeconds() + " s; see " + log);
            }
            Pause.millis(50);
        }
    }

    /** The process id, for watching. */
    Optional<ProcessHandle> handle() {
        return process.isAlive() ? Optional.of(process.handle()) : Optional.empty();
    }
}
