package dev.galleria.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a table for people and as JSON for programs. */
final class Report {
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    private record Line(String name, int products, Load.Run run) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f | %.1f | %.0f | %.2f | %.2f |",
                    name,
                    products == 0 ? "" : products,
                    run.p50() / 1e3,
                    run.p95() / 1e3,
                    run.p99() / 1e3,
                    run.perSecond(),
                    run.applicationMicros() / 1e3,
                    run.databaseMicros() / 1e3);
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%-42s %9s %9.1f %9.1f %9.1f %9.0f %12.2f %12.2f",
                    name,
                    products == 0 ? "" : products,
                    run.p50() / 1e3,
                    run.p95() / 1e3,
                    run.p99() / 1e3,
                    run.perSecond(),
                    run.applicationMicros() / 1e3,
                    run.databaseMicros() / 1e3);
        }
    }

    Report(int clients, int seconds, int runs) {
        settings.put("clients", clients);
        settings.put("secondsPerRun", seconds);
        settings.put("runs", runs);
        settings.put("processors", Runtime.getRuntime().availableProcessors());
        settings.put("java", Runtime.version().toString());
    }

    void add(String name, int products, Load.Run run) {
        var line = new Line(name, products, run);
        lines.add(line);
        System.err.println("  " + line.text());
    }

    void failed(String name, int products, String reason) {
        failures.add(name + " of " + products + ": " + reason);
    }

    void fact(String name, int products, String value) {
        facts.put(name + " of " + products, value);
    }

    boolean complete() {
        return failures.isEmpty();
    }

    void memory(long megabytes) {
        settings.put("applicationMegabytes", megabytes);
    }

    void print(PrintStream out) {
        out.println(settings);
        out.printf(
                "%-42s %9s %9s %9s %9s %9s %12s %12s%n",
                "figure", "products", "p50 ms", "p95 ms", "p99 ms", "req/s", "app CPU ms", "db CPU ms");
        lines.forEach(line -> out.println(line.text()));
        facts.forEach((name, value) -> out.println(name + ": " + value));
        failures.forEach(failure -> out.println("FAILED " + failure));
    }

    /** The table as a document, with the machine and the date; what people wrote below, from the first heading on, stays. */
    void document(Path file, LocalDate date) throws IOException {
        var before = Files.exists(file) ? Files.readString(file) : "";
        int heading = before.indexOf("\n## ");
        var text = new StringBuilder("# Results\n\n");
        text.append("Measured on ")
                .append(date)
                .append(" with `ops/bench/run`; see README.md for what the figures are.\n\n");
        text.append("Machine: ").append(machine()).append(", Java ").append(settings.get("java"));
        text.append(". Clients, application and database share it: ").append(settings.get("clients"));
        text.append(" clients ask again as soon as they are answered, ").append(settings.get("runs"));
        text.append(" runs of ").append(settings.get("secondsPerRun"));
        text.append(" s after a warm-up, the median run by p95. The application used ");
        text.append(settings.get("applicationMegabytes")).append(" MB.\n\n");
        text.append("| figure | products | p50 ms | p95 ms | p99 ms | requests/s | app CPU ms | db CPU ms |\n");
        text.append("|---|--:|--:|--:|--:|--:|--:|--:|\n");
        lines.forEach(line -> text.append(line.row()).append('\n'));
        text.append("\n| fact | value |\n|---|---|\n");
        facts.forEach((name, value) ->
                text.append("| ").append(name).append(" | ").append(value).append(" |\n"));
        failures.forEach(failure -> text.append("\nFailed: ").append(failure).append('\n'));
        Files.writeString(file, heading < 0 ? text : text.append(before.substring(heading)));
    }

    private static String machine() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            var model = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
            return Runtime.getRuntime().availableProcessors() + " processors (" + model + ")";
        }
    }

    void write(Path file) throws IOException {
        var figures = lines.stream()
                .map(line -> {
                    var figure = new LinkedHashMap<String, Object>();
                    figure.put("figure", line.name());
                    figure.put("products", line.products());
                    figure.put("p50Micros", line.run().p50());
                    figure.put("p95Micros", line.run().p95());
                    figure.put("p99Micros", line.run().p99());
                    figure.put("requestsPerSecond", Math.round(line.run().perSecond()));
                    figure.put("applicationCpuMicros", line.run().applicationMicros());
                    figure.put("databaseCpuMicros", line.run().databaseMicros());
                    return figure;
                })
                .toList();
        Files.writeString(
                file,
                new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of(
                                "settings", settings, "figures", figures, "facts", facts, "failures", failures)));
    }
}
