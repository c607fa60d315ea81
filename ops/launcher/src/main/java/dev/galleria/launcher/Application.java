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
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Path log;
    private final Consumer<String> progress;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile long lastSign = System.nanoTime();
    private volatile Child process;
    private String cause = "";

    private Application(Path log, Consumer<String> progress) {
        this.log = log;
        this.progress = progress;
    }

    static Application start(Installation installation, Map<String, String> settings, Consumer<String> progress) {
        var application = new Application(installation.log("galleria"), progress);
        try {
            application.process =
                    Child.start("the application", command(installation), settings, application.log, application::read);
        } catch (IOException e) {
            throw new StartFailure("Cannot prepare the start of the application: " + e.getMessage(), e);
        }
        application.process.onExit().thenAccept(application::ended);
        return application;
    }

    /** Returns when the application serves; a {@link StartFailure} says why it never will. */
    void awaitReady() {
        while (!ready.isDone()) {
            if (System.nanoTime() - lastSign > LONGEST_SILENCE.toNanos()) {
                throw new StartFailure("The application has said nothing for " + LONGEST_SILENCE.toMinutes()
                        + " minutes while starting; see " + log);
            }
            Pause.millis(50);
        }
        if (ready.isCompletedExceptionally()) {
            throw ready.handle((done, reason) -> (StartFailure) reason).join();
        }
    }

    Child process() {
        return process;
    }

    Path log() {
        return log;
    }

    void stop() {
        process.stop(STOP_PATIENCE);
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
        } else if (line.startsWith("Caused by: ")) {
            cause = line.substring("Caused by: ".length());
        }
    }

    private void fail(String reason) {
        ready.completeExceptionally(new StartFailure(reason));
    }

    private void ended(Child child) {
        String why = Logs.lastComplaint(log).map(line -> ": " + line).orElse("; see " + log);
        fail("The application ended while starting (exit code " + child.exitCode() + ")" + why);
    }
}
