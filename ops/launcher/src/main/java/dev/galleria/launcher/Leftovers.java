package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers the processes of a run, so that the next one can end those that outlived a killed
 * launcher. A process is recognized by its id and the moment it started.
 */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** The start of a process is computed from the boot time, which a clock correction may move. */
    private static final long CLOCK_TOLERANCE_MILLIS = 3000;

    private final Path file;

    private Leftovers(Path file) {
        this.file = file;
    }

    static Leftovers in(Path dir) {
        return new Leftovers(dir.resolve("processes"));
    }

    void remember(Child child) {
        long started =
                child.handle().info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        String line = child.handle().pid() + " " + started + " " + child.name() + System.lineSeparator();
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new StartFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Ends what an earlier run left behind, the last started first. */
    void end() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            Collections.reverse(lines);
            for (String line : lines) {
                find(line).ifPresent(Leftovers::end);
            }
            forget();
        } catch (IOException e) {
            throw new StartFailure("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** True when the process has ended within the time. */
    static boolean awaitEnd(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!awaitEnd(process, PATIENCE)) {
            process.destroyForcibly();
            awaitEnd(process, PATIENCE);
        }
    }

    private static Optional<ProcessHandle> find(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        long started = Long.parseLong(parts[1]);
        return ProcessHandle.of(Long.parseLong(parts[0])).filter(process -> process.info()
                .startInstant()
                .filter(at -> Math.abs(at.toEpochMilli() - started) < CLOCK_TOLERANCE_MILLIS)
                .isPresent());
    }
}
