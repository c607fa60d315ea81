package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payara Micro with the application in it, followed through what the application says of itself. */
final class Application {
    private static final Pattern MARK = Pattern.compile("GALLERIA (READY|PROGRESS|FAILED)\\s*(.*?)(?:\\]\\])?\\s*$");
    private static final Pattern NOT_DEPLOYED =
            Pattern.compile("Exception while (?:loading|deploying) the app|Deployed 0 archive");
    private static final Pattern THROWN =
            Pattern.compile("(?:Caused by: )?((?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error)\\b.*)");
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /** Payara's kernel gives up now and then before it has looked at the application; that passes. */
    private static final int MOST_STARTS = 3;

    private final Installation installation;
    private final Map<String, String> settings;
    private final Consumer<String> progress;
    private final Consumer<Child> born;
    private final Path log;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> exit = new CompletableFuture<>();
    private volatile long lastSign = System.nanoTime();
    private volatile boolean begun;
    private Child process;
    private int starts;
    private boolean stopping;
    private String cause = "";

    private Application(
            Installation installation, Map<String, String> settings, Consumer<String> progress, Consumer<Child> born) {
        this.installation = installation;
        this.settings = settings;
        this.progress = progress;
        this.born = born;
        this.log = installation.log("galleria");
    }

    /** Starts it; {@code born} is told every process that this takes. */
    static Application start(
            Installation installation, Map<String, String> settings, Consumer<String> progress, Consumer<Child> born) {
        var application = new Application(installation, settings, progress, born);
        application.start();
        return application;
    }

    private synchronized void start() {
        starts++;
        cause = "";
        try {
            process = Child.start("the application", command(installation), settings, log, this::read);
        } catch (IOException e) {
            throw new StartFailure("Cannot prepare the start of the application: " + e.getMessage(), e);
        }
        born.accept(process);
        process.onExit().thenAccept(this::ended);
    }

    /** Returns when the application serves; a {@link StartFailure} says why it never will. */
    void awaitReady() {
        while (!ready.isDone()) {
            if (System.nanoTime() - lastSign > LONGEST_SILENCE.toNanos()) {
                tellStacks();
                throw new StartFailure("The application has said nothing for " + LONGEST_SILENCE.toMinutes()
                        + " minutes while starting; see " + log);
            }
            Pause.millis(50);
        }
        if (ready.isCompletedExceptionally()) {
            throw ready.handle((done, reason) -> (StartFailure) reason).join();
        }
    }

    /** Completes when the application has ended and is not started again. */
    CompletableFuture<Void> onExit() {
        return exit;
    }

    /** Adds to the log what each of its threads is doing: what holds an application up that does not answer. */
    void tellStacks() {
        Child running;
        synchronized (this) {
            running = process;
        }
        running.tellStacks();
    }

    void stop() {
        Child running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        running.stop(STOP_PATIENCE);
    }

    private static List<String> command(Installation installation) throws IOException {
        Path temporary = installation.state().resolve("tmp");
        Trees.delete(temporary);
        Files.createDirectories(temporary);
        Path boot = temporary.resolve("boot.txt");
        Files.writeString(
                boot,
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=" + installation.bind() + "\n");
        var command = new ArrayList<>(Child.dyingWithLauncher("TERM"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-Djava.io.tmpdir=" + temporary, "-Djava.awt.headless=true"));
        String more = installation.setting("GALLERIA_JAVA_OPTIONS", "");
        if (!more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        command.addAll(List.of("-jar", installation.payara().toString(), "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", boot.toString()));
        command.addAll(List.of("--deploy", installation.war().toString(), "--contextroot", "/"));
        command.addAll(List.of("--port", Integer.toString(installation.port())));
        return command;
    }

    private void read(String line) {
        if (ready.isDone()) {
            return;
        }
        lastSign = System.nanoTime();
        Matcher mark = MARK.matcher(line);
        if (mark.find()) {
            begun = true;
            switch (mark.group(1)) {
                case "READY" -> ready.complete(null);
                case "PROGRESS" -> progress.accept(mark.group(2));
                default -> fail("The application could not start: " + mark.group(2));
            }
        } else if (line.contains("No space left on device")) {
            fail("The disk is full; make room and start again.");
        } else if (line.contains("Address already in use")) {
            fail("The application's port is taken by another program; choose another one with --port N.");
        } else if (NOT_DEPLOYED.matcher(line).find()) {
            fail("The application could not be deployed" + (cause.isEmpty() ? "" : ": " + cause) + "; see " + log);
        } else {
            Matcher thrown = THROWN.matcher(line);
            cause = thrown.matches() ? thrown.group(1) : cause;
        }
    }

    private void fail(String reason) {
        ready.completeExceptionally(new StartFailure(reason));
    }

    private void ended(Child child) {
        synchronized (this) {
            if (!begun && !ready.isDone() && !stopping && starts < MOST_STARTS) {
                progress.accept("The server ended before it had started (" + why(child) + "); starting it again");
                try {
                    start();
                    return;
                } catch (StartFailure failure) {
                    fail(failure.getMessage());
                }
            }
        }
        fail("The application ended while starting (" + why(child) + "); see " + log);
        exit.complete(null);
    }

    private String why(Child child) {
        String said = Logs.lastComplaint(log).orElse(cause);
        return "exit code " + child.exitCode() + (said.isEmpty() ? "" : ", " + said);
    }
}
