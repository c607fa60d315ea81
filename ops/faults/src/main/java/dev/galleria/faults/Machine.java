package dev.galleria.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the bench: started, stopped in all the ways there are, and gone when the bench is. */
final class Machine {
    private final List<String> command;
    private final Map<String, String> settings;
    private final Path log;
    private Process process;

    Machine(List<String> command, Map<String, String> settings, Path log) {
        this.command = List.copyOf(command);
        this.settings = Map.copyOf(settings);
        this.log = log;
    }

    void start() {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(settings);
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** At once, as a power cut would. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(20);
        }
    }

    void stop() {
        if (alive()) {
            process.destroy();
            if (!await(30)) {
                kill();
            }
        }
    }

    /** It exists and does nothing, until {@link #goOn}. */
    void freeze() {
        signal(process.toHandle(), "STOP");
    }

    void goOn() {
        signal(process.toHandle(), "CONT");
    }

    static void signal(ProcessHandle handle, String name) {
        var all = new ArrayList<ProcessHandle>(handle.descendants().toList());
        all.add(0, handle);
        for (var one : all) {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(one.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
