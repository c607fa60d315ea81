package dev.galleria.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Galleria as ops/run starts it, with a state of its own, watched from outside. */
final class Galleria implements Server, AutoCloseable {
    private final Process launcher;
    private final Path state;
    private final int port;

    private Galleria(Process launcher, Path state, int port) {
        this.launcher = launcher;
        this.state = state;
        this.port = port;
    }

    static Galleria start(Path root, Path state, boolean reset) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                root.resolve("ops/launcher/target/galleria-launcher.jar").toString(),
                "--root",
                root.toString(),
                "--headless",
                "--port",
                "0"));
        if (reset) {
            command.add("--reset");
        }
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("GALLERIA_STATE", state.toString());
        builder.environment()
                .put("GALLERIA_DEMO_TENANTS", state.resolve("tenants").toString());
        builder.environment().putIfAbsent("GALLERIA_JAVA_OPTIONS", "-Xmx2g");
        var process = builder.start();
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{")) {
                return new Galleria(
                        process,
                        state,
                        new ObjectMapper().readTree(line).get("port").asInt());
            }
        }
        throw new IOException("Galleria did not start; see " + state.resolve("log"));
    }

    /** How long the last rebuild of that marketplace's index took since the start; 0 if there was none. */
    long rebuildMillis(String slug) throws IOException {
        var said = Pattern.compile("Index of " + Pattern.quote(slug) + " rebuilt: \\d+ products in (\\d+) ms");
        try (var lines = Files.lines(state.resolve("log/galleria.log"))) {
            return lines.map(said::matcher)
                    .filter(Matcher::find)
                    .mapToLong(found -> Long.parseLong(found.group(1)))
                    .reduce(0, (first, last) -> last);
        }
    }

    /** Waits until nothing is left to do of filling, indexing and counting, so that figures are of a shop at rest. */
    void awaitRest(List<String> slugs) throws IOException {
        try (var connection = DriverManager.getConnection(jdbcUrl())) {
            // A rebuild that the start asks for begins within the job server's poll interval.
            Thread.sleep(15_000);
            for (var slug : slugs) {
                var schema = schema(connection, slug);
                while (count(connection, schema, "outbox WHERE sent_at IS NULL") > 0
                        || count(connection, schema, "search_edition WHERE building IS NOT NULL") > 0) {
                    Thread.sleep(1_000);
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String schema(Connection connection, String slug) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT schema_name FROM platform.tenant WHERE slug = ?")) {
            statement.setString(1, slug);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static long count(Connection connection, String schema, String rest) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT count(*) FROM " + statement.enquoteIdentifier(schema, true) + "." + rest)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** The database's address with the owner's login. */
    String jdbcUrl() throws IOException {
        var saved = new Properties();
        try (var in = Files.newBufferedReader(state.resolve("secrets"))) {
            saved.load(in);
        }
        return "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/galleria?user=galleria&password="
                + saved.getProperty("owner");
    }

    @Override
    public long applicationMicros() throws IOException {
        return Cpu.ofProcess(pid("payara-micro.jar"));
    }

    /** Of PostgreSQL, its ended sessions included. */
    @Override
    public long databaseMicros() throws IOException {
        return Cpu.ofTree(pid("bin/postgres"));
    }

    /** Resident memory of the application in megabytes. */
    long applicationMegabytes() throws IOException {
        return Cpu.residentMegabytes(pid("payara-micro.jar"));
    }

    private int postgresPort() throws IOException {
        return Integer.parseInt(Files.readAllLines(state.resolve("postgres/data/postmaster.pid"))
                .get(3)
                .strip());
    }

    private long pid(String word) throws IOException {
        return launcher.descendants()
                .filter(process -> process.info().arguments().map(List::of).orElse(List.of()).stream()
                                .anyMatch(argument -> argument.contains(word))
                        || process.info().command().orElse("").contains(word))
                .findFirst()
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new IOException("No process " + word + " runs"));
    }

    @Override
    public void close() {
        launcher.toHandle().destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
