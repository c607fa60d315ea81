package dev.galleria.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind ops/bench/run: makes the marketplaces once, starts Galleria on them, measures, and writes the results. */
@Command(
        name = "ops/bench/run",
        sortOptions = false,
        description = {
            "Measures Galleria on this machine. Database, index and generated marketplaces are kept in .galleria/bench.",
            "Figures are medians of several runs after a warm-up, with the ceilings of the same run beside them."
        })
public final class Main implements Callable<Integer> {
    private static final int BUYERS = 8;

    @Option(names = "--products", split = ",", paramLabel = "N", description = "Sizes to measure (1000,10000,100000).")
    List<Integer> products = List.of(1_000, 10_000, 100_000);

    @Option(names = "--clients", paramLabel = "N", description = "Concurrent clients (16).")
    int clients = 16;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of one run (5).")
    int seconds = 5;

    @Option(names = "--runs", paramLabel = "N", description = "Runs per figure, of which the median counts (3).")
    int runs = 3;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "Only figures whose name begins so.")
    List<String> only = List.of();

    @Option(names = "--orders", paramLabel = "N", description = "Orders placed per figure (400).")
    int orders = 400;

    @Option(names = "--attempts", paramLabel = "N", description = "Buyers of the last 100 units (10000).")
    int attempts = 10_000;

    @Option(names = "--document", description = "Also write ops/bench/RESULTS.md.")
    boolean document;

    @Option(names = "--reset", description = "Make the marketplaces anew.")
    boolean reset;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--root", hidden = true, description = "Directory of the project.")
    Path root = Path.of("");

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var home = root.toAbsolutePath().normalize();
        var state = home.resolve(".galleria/bench");
        Files.createDirectories(state);
        var sizes = new ArrayList<LargeMarketplace>();
        for (int size : products) {
            var marketplace = new LargeMarketplace(home.resolve("tenants/atelier"), state.resolve("tenants"), size);
            marketplace.write();
            sizes.add(marketplace);
        }
        var report = new Report(clients, seconds, runs);
        try (var galleria = Galleria.start(home, state, reset)) {
            System.err.println("  Waiting until the marketplaces are at rest");
            galleria.awaitRest(sizes.stream().map(LargeMarketplace::slug).toList());
            var load = new Load(galleria, clients, seconds, runs);
            new Figures(home, state, galleria, load, report, only).measure(sizes);
            if (only.isEmpty() || only.contains("orders")) {
                new Orders(galleria, report, sizes.get(0), Math.min(clients, BUYERS), orders, attempts).measure();
            }
        }
        report.print(System.out);
        report.write(state.resolve("results.json"));
        if (document) {
            report.document(home.resolve("ops/bench/RESULTS.md"), LocalDate.now());
        }
        return report.complete() ? 0 : 1;
    }
}
