package dev.galleria.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The stand-in for a payment gateway that the demo pays with; it keeps its ledger in the state directory. */
final class PaymentDouble {
    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Child process;
    private final int port;

    private PaymentDouble(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The stand-in for {@code "Stripe"} or {@code "PayPal"}. */
    static PaymentDouble start(Installation installation, String gateway) {
        String name = gateway.toLowerCase(Locale.ROOT);
        String service = name + "-double";
        int port = Ports.in(installation.state()).choose(service);
        var command = new ArrayList<>(Child.dyingWithLauncher("TERM"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-jar",
                installation.paymentDouble(service).toString(),
                "--port",
                Integer.toString(port),
                "--ledger",
                installation.state().resolve(name).toString()));
        Path log = installation.log(service);
        var ready = new CompletableFuture<Boolean>();
        String sign = gateway.toUpperCase(Locale.ROOT) + " DOUBLE READY";
        Child process = Child.start("the " + gateway + " double", command, Map.of(), log, line -> {
            if (line.contains(sign)) {
                ready.complete(true);
            }
        });
        process.onExit().thenAccept(ended -> ready.complete(false));
        var started = new PaymentDouble(process, port);
        if (!await(ready)) {
            started.stop();
            throw new StartFailure("The " + gateway + " double did not start"
                    + Logs.lastComplaint(log).map(line -> ": " + line).orElse("; see " + log));
        }
        return started;
    }

    String apiBase() {
        return "http://127.0.0.1:" + port;
    }

    Child process() {
        return process;
    }

    void stop() {
        process.stop(STOP_PATIENCE);
    }

    private static boolean await(CompletableFuture<Boolean> ready) {
        try {
            return ready.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
