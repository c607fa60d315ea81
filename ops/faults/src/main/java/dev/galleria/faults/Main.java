package dev.galleria.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind ops/faults/run. */
@Command(
        name = "ops/faults/run",
        sortOptions = false,
        description = {
            "Starts two nodes, PostgreSQL and the Stripe double, breaks them while people buy, and counts what the",
            "promises say. Leaves no process behind; exit code 1 if a promise was broken. Logs are in .galleria/faults.",
            "--built as the first argument takes what was built before."
        })
public final class Main implements Callable<Integer> {
    @Option(names = "--minutes", paramLabel = "N", description = "About how long (10).")
    double minutes = 10;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What chance begins with; otherwise another one each time.")
    long seed = System.nanoTime() % 1_000_000;

    @Option(names = "--only", split = ",", paramLabel = "P", description = "Only these promises, such as P1,P8.")
    List<String> only = List.of();

    @Option(names = "--short", description = "A tenth of everything that can be done in four minutes.")
    boolean brief;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--root", hidden = true, description = "Directory of the project.")
    Path root = Path.of("");

    static {
        // Read once, when the first client is made: requests name the shop's host and go to a node's port.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** Progress, for whoever watches. */
    static void say(String text) {
        System.err.println(text);
    }

    @Override
    public Integer call() throws IOException {
        var home = root.toAbsolutePath().normalize();
        var state = home.resolve(".galleria/faults/run");
        delete(state);
        double scale = brief ? 0.1 : minutes / 10;
        long begin = System.nanoTime();
        say("Seed " + seed);
        var stand = Stand.start(home, state, seed);
        var ending = new Thread(stand::close);
        Runtime.getRuntime().addShutdownHook(ending);
        var results = new ArrayList<Result>();
        try {
            for (var promise : promises()) {
                results.add(prove(promise, stand, scale));
            }
        } finally {
            stand.close();
            Runtime.getRuntime().removeShutdownHook(ending);
        }
        boolean kept = results.stream().allMatch(result -> result.violations().isEmpty());
        System.out.println(table(results));
        System.out.printf(
                "ops/faults: seed %d, %d s, %s%n",
                seed,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                kept ? "no violation" : "PROMISES BROKEN");
        return kept ? 0 : 1;
    }

    private static Result prove(Promise promise, Stand stand, double scale) {
        say("  " + promise.name());
        long begin = System.nanoTime();
        Result result;
        try {
            result = promise.prove(stand, scale);
        } catch (RuntimeException e) {
            result = new Result(promise.name()).done("cut off");
            result.require(false, "the proof could not be finished: " + e);
        }
        result.violations().forEach(violation -> say("    ✗ " + violation));
        say("    " + (System.nanoTime() - begin) / 1_000_000_000 + " s: " + result.counted());
        return result;
    }

    /** In this order: the books are looked at when everything else has been broken. */
    private List<Promise> promises() {
        var all = new ArrayList<Promise>();
        all.addAll(SellingPromises.all());
        all.addAll(MoneyPromises.all());
        all.add(EventPromises.webhooks());
        all.addAll(FailurePromises.all());
        all.add(new CrashPromise());
        all.add(EventPromises.books());
        var brieflyLeftOut = List.of("P2", "P7", "P16", "P17", "P18");
        return all.stream()
                .filter(promise -> only.isEmpty()
                        || only.contains(promise.name())
                        || promise.name().equals("P11"))
                .filter(promise -> !brief || !brieflyLeftOut.contains(promise.name()))
                .toList();
    }

    private static String table(List<Result> results) {
        var text = new StringBuilder("\n| promise | what was done | counted | violations |\n|---|---|---|---|\n");
        for (var result : results) {
            text.append("| ")
                    .append(result.promise())
                    .append(" | ")
                    .append(result.done())
                    .append(" | ");
            text.append(result.counted()).append(" | ");
            text.append(
                            result.violations().isEmpty()
                                    ? "0"
                                    : result.violations().size() + ": " + String.join("; ", result.violations()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var paths = Files.walk(directory)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
