package dev.galleria.launcher;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A long-running process of ours. It lives in a session of its own, so that Ctrl-C reaches the
 * launcher alone; the kernel signals it when the launcher dies, and its output goes to a log file.
 */
final class Child {
    /** The kernel watches the thread that started a process, so one thread that never ends starts all. */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "process-starter");
        thread.setDaemon(true);
        return thread;
    });

    private static final boolean HAS_SETSID =
            Command.run(List.of("setsid", "true")).succeeded();
    private static final boolean HAS_DEATH_SIGNAL =
            Command.run(List.of("setpriv", "--pdeathsig", "TERM", "true")).succeeded();

    private final String name;
    private final Process process;
    private final CompletableFuture<Void> output;

    private Child(String name, Process process, CompletableFuture<Void> output) {
        this.name = name;
        this.process = process;
        this.output = output;
    }

    /** The words before a command that make the kernel signal it when the launcher dies. */
    static List<String> dyingWithLauncher(String signal) {
        return HAS_DEATH_SIGNAL ? List.of("setpriv", "--pdeathsig", signal) : List.of();
    }

    /** Starts a process whose output goes straight to its log file. */
    static Child start(String name, List<String> command, Path log) {
        setAsidePrevious(log);
        var builder = new ProcessBuilder(inOwnSession(command));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new Child(name, start(name, builder), CompletableFuture.completedFuture(null));
    }

    /** Starts a process whose output is also read line by line. */
    static Child start(
            String name, List<String> command, Map<String, String> environment, Path log, Consumer<String> lines) {
        setAsidePrevious(log);
        var builder = new ProcessBuilder(inOwnSession(command));
        builder.redirectErrorStream(true).environment().putAll(environment);
        Process process = start(name, builder);
        var output = new CompletableFuture<Void>();
        var reader = new Thread(
                () -> {
                    copy(process, log, lines);
                    output.complete(null);
                },
                name + "-output");
        reader.setDaemon(true);
        reader.start();
        return new Child(name, process, output);
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Completes when the process has ended, for whatever reason, and its output has been read. */
    CompletableFuture<Child> onExit() {
        return process.onExit().thenCombine(output, (ended, read) -> this);
    }

    /** Has a Java process write the stacks of its threads to its output, and gives it time to. */
    void tellStacks() {
        Command.run(List.of("kill", "-QUIT", Long.toString(handle().pid())));
        awaitEnd(Duration.ofSeconds(3));
    }

    /** Asks the process to end and waits; kills it when it does not. True if it ended by itself. */
    boolean stop(Duration patience) {
        handle().destroy(); // Process.destroy() would also close the output that is still to come
        if (awaitEnd(patience)) {
            return true;
        }
        kill();
        return false;
    }

    boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the process and its descendants at once (SIGKILL). */
    void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        handle().destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(Duration.ofSeconds(10));
    }

    private static List<String> inOwnSession(List<String> command) {
        var all = new ArrayList<String>();
        if (HAS_SETSID) {
            all.add("setsid");
        }
        all.addAll(command);
        return all;
    }

    private static Process start(String name, ProcessBuilder builder) {
        try {
            Process process = CompletableFuture.supplyAsync(() -> startHere(builder), STARTER)
                    .join();
            process.getOutputStream().close();
            return process;
        } catch (RuntimeException | IOException e) {
            throw new StartFailure("Cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private static Process startHere(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StartFailure(e.getMessage(), e);
        }
    }

    private static void setAsidePrevious(Path log) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Path previous = log.resolveSibling(log.getFileName() + ".previous");
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot write the log " + log + ": " + e.getMessage(), e);
        }
    }

    private static void copy(Process process, Path log, Consumer<String> lines) {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(log)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("GALLERIA FAILED cannot write " + log + ": " + e.getMessage());
        }
    }
}
