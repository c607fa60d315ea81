package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's data directory and the programs that work on it. */
final class PostgresData {
    static final String SUPERUSER = "postgres";

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final Path pidFile;
    private final ServerUser user;

    private PostgresData(PostgresBinaries binaries, Path cluster, ServerUser user) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
        this.user = user;
    }

    /** Prepares the data directory: creates it the first time, frees it from an earlier run otherwise. */
    static PostgresData in(Path dir, Secrets secrets) {
        PostgresBinaries binaries = PostgresBinaries.unpackedIn(dir);
        Path home = dir.resolve("postgres");
        try {
            Files.createDirectories(home);
            endLeftover(dir);
            ServerUser user = ServerUser.owning(home, binaries.program("postgres"));
            var data = new PostgresData(binaries, home.resolve("data"), user);
            if (!Files.exists(data.cluster)) {
                data.create(home.resolve("data.new"), secrets);
            }
            data.requireSameMajorVersion();
            return data;
        } catch (IOException e) {
            throw new StartFailure("Cannot prepare " + home + ": " + e.getMessage(), e);
        }
    }

    List<String> serverCommand(int port, List<String> settings) {
        var command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", cluster.toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return user.command("INT", command);
    }

    /** Whether the server with this process id accepts connections; it says so in its pid file. */
    boolean isReady(long pid) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() >= 8
                    && lines.get(0).strip().equals(Long.toString(pid))
                    && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    void stop() {
        run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
    }

    /** Created aside and moved when complete: an interrupted first start leaves no half of a cluster. */
    private void create(Path draft, Secrets secrets) throws IOException {
        Trees.delete(draft);
        Path password = draft.resolveSibling("password");
        Files.writeString(password, secrets.superuser());
        Trees.giveTo(user.uid(), password);
        Command made = run(
                "initdb",
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8");
        Files.delete(password);
        if (!made.succeeded()) {
            throw new StartFailure("PostgreSQL could not create its data directory: " + Logs.complaint(made));
        }
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSameMajorVersion() throws IOException {
        String has = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!has.equals(binaries.majorVersion())) {
            throw new StartFailure("The data in .galleria was written by PostgreSQL " + has + ", this is "
                    + binaries.majorVersion() + "; use --reset to begin anew.");
        }
    }

    private Command run(String program, String... arguments) {
        var command = new ArrayList<>(List.of(binaries.program(program)));
        command.addAll(List.of(arguments));
        return Command.run(user.command("KILL", command));
    }

    /** A killed launcher may leave a server, or a pid file whose number now belongs to someone else. */
    static void endLeftover(Path dir) throws IOException {
        Path cluster = dir.resolve("postgres").resolve("data");
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle holder =
                ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElse(null);
        if (holder == null) {
            return; // the server itself recovers from that
        }
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        boolean server =
                Files.isReadable(commandLine) && Files.readString(commandLine).contains("-D\0" + cluster);
        if (!server) {
            Files.delete(pidFile);
        } else if (!Command.run(List.of("kill", "-INT", Long.toString(pid))).succeeded()
                || !Leftovers.awaitEnd(holder, Duration.ofSeconds(30))) {
            throw new StartFailure("An earlier PostgreSQL (process " + pid + ") still runs on this data and does not"
                    + " end; stop it first.");
        }
    }
}
