package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of everything: starts the parts in the order they need each other, watches them, and stops
 * them in reverse order as soon as one ends or somebody asks for it.
 */
final class Launch {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long FIRST_START_MEGABYTES = 1500;
    private static final long LATER_START_MEGABYTES = 300;

    private final Installation installation;
    private final Console console;
    private final boolean headless;
    private final Leftovers leftovers;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    Launch(Installation installation, Console console, boolean headless) {
        this.installation = installation;
        this.console = console;
        this.headless = headless;
        this.leftovers = Leftovers.in(installation.state());
    }

    /** Throws away the data of earlier runs: database, pictures, payments, passwords. */
    void reset() {
        if (installation.hasOwnDatabase()) {
            throw new StartFailure("--reset clears the database that ops/run starts itself, but GALLERIA_DB_URL names"
                    + " another one; clear that one with its own tools.");
        }
        leftovers.end();
        console.step("Clearing the data of earlier runs");
        try {
            PostgresData.endLeftover(installation.state());
            for (String name : List.of("postgres", "data", "stripe", "paypal", "secrets", "tmp")) {
                Trees.delete(installation.state().resolve(name));
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot clear " + installation.state() + ": " + e.getMessage(), e);
        }
    }

    /** Starts all parts and returns the reason why one of them ended later. */
    String run() {
        prepare();
        var settings = installation.settings(Secrets.in(installation.state()));
        if (installation.hasOwnDatabase()) {
            ConfiguredDatabase.check(installation);
        } else {
            console.step("Starting PostgreSQL");
            PostgresServer database = PostgresServer.start(installation.state());
            started("PostgreSQL", database.onExit(), database::close);
            settings.put("GALLERIA_DB_URL", database.jdbcUrl());
            settings.put("GALLERIA_DB_USER", database.owner().user());
            settings.put("GALLERIA_DB_PASSWORD", database.owner().password());
        }
        if (!installation.hasRealPayments()) {
            settings.put("GALLERIA_STRIPE_API_BASE", standIn("Stripe"));
        }
        if (installation.isDemo() && !installation.hasRealPayPal()) {
            settings.put("GALLERIA_PAYPAL_API_BASE", standIn("PayPal"));
        }
        console.step("Starting the application");
        Application application = Application.start(installation, settings, console::step, leftovers::remember);
        started("the application", application.onExit(), application::stop);
        application.awaitReady();
        List<Marketplace> marketplaces = installation.isDemo() ? Marketplace.listIn(installation.tenants()) : List.of();
        try {
            new Answers(installation).await(marketplaces);
        } catch (StartFailure failure) {
            application.tellStacks();
            throw failure;
        }
        var box = new ReadyBox(installation, marketplaces);
        console.result(headless ? box.json() : box.text());
        return end.join();
    }

    private String standIn(String gateway) {
        console.step("Starting the " + gateway + " double");
        PaymentDouble payments = PaymentDouble.start(installation, gateway);
        started(payments.process(), payments::stop);
        return payments.apiBase();
    }

    /** Stops what runs, the last started first. Repeating is safe. */
    synchronized void stop() {
        stopping.set(true);
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
        try {
            leftovers.forget();
        } catch (IOException e) {
            console.step("Cannot delete the list of processes: " + e.getMessage());
        }
    }

    boolean isStopping() {
        return stopping.get();
    }

    private void prepare() {
        Path state = installation.state();
        for (Path needed : List.of(installation.payara(), installation.war())) {
            if (!Files.exists(needed)) {
                throw new StartFailure("The build is not complete, " + needed + " is missing; run mvn package.");
            }
        }
        try {
            Files.createDirectories(state);
            boolean first = !Files.exists(state.resolve("postgres"));
            long free = Files.getFileStore(state).getUsableSpace() / MEGABYTE;
            long needed = first ? FIRST_START_MEGABYTES : LATER_START_MEGABYTES;
            if (free < needed) {
                throw new StartFailure(
                        "The disk is full: " + free + " MB are free in " + state + ", " + needed + " MB are needed.");
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot write to " + state + ": " + e.getMessage(), e);
        }
        leftovers.end();
        Ports.requireFree(installation.bind(), installation.port());
    }

    private void started(Child child, Runnable stop) {
        leftovers.remember(child);
        started(child.name(), child.onExit().thenAccept(ended -> {}), stop);
    }

    private synchronized void started(String name, CompletableFuture<Void> exit, Runnable stop) {
        exit.thenRun(() -> end.complete("Stopped because " + name + " ended unexpectedly; see "
                + installation.log("galleria").getParent()));
        stops.push(stop);
        if (stopping.get()) {
            stop();
        }
    }
}
