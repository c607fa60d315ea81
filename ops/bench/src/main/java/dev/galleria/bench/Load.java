package dev.galleria.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Clients that ask one after the other as fast as they are answered, and what that cost. */
final class Load {
    private static final int LONGEST_WARMING = 12;
    private static final double STILL_FASTER = 1.1;

    private final Server server;
    private final int clients;
    private final int seconds;
    private final int runs;

    Load(Server server, int clients, int seconds, int runs) {
        this.server = server;
        this.clients = clients;
        this.seconds = seconds;
        this.runs = runs;
    }

    /** The same load on another server. */
    Load of(Server other) {
        return new Load(other, clients, seconds, runs);
    }

    /** What one client does once; it throws if the answer is not what it must be. */
    interface Request {
        void send(Client client, SplittableRandom chance) throws Exception;
    }

    /** One run: times in microseconds, CPU per request of application and database too. */
    record Run(double perSecond, long p50, long p95, long p99, long applicationMicros, long databaseMicros) {}

    /**
     * The median run, by p95, after a warm-up that ends when a run is no longer clearly cheaper than the one two before it:
     * while clients keep the processors busy, the compiler of hot code is slow to follow.
     */
    Run measure(Request request) throws Exception {
        var warming = new ArrayList<Run>();
        do {
            warming.add(run(request, seconds, -warming.size()));
        } while (warming.size() < LONGEST_WARMING && !warm(warming));
        var all = new ArrayList<Run>();
        for (int run = 1; run <= runs; run++) {
            all.add(run(request, seconds, run));
        }
        all.sort(Comparator.comparing(Run::p95));
        return all.get(all.size() / 2);
    }

    private static boolean warm(List<Run> runs) {
        int last = runs.size() - 1;
        return last >= 2 && runs.get(last).perSecond() < runs.get(last - 2).perSecond() * STILL_FASTER;
    }

    private Run run(Request request, int length, int seed) throws Exception {
        var times = new ArrayList<Callable<long[]>>();
        long end = System.nanoTime() + length * 1_000_000_000L;
        for (int client = 0; client < clients; client++) {
            var chance = new SplittableRandom(seed * 1_000L + client);
            times.add(() -> client(request, chance, end));
        }
        long application = server.applicationMicros();
        long database = server.databaseMicros();
        long begin = System.nanoTime();
        var all = new ArrayList<long[]>();
        var threads = Executors.newFixedThreadPool(clients);
        try {
            for (var future : threads.invokeAll(times)) {
                all.add(future.get());
            }
        } finally {
            threads.shutdownNow();
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        int n = sorted.length;
        return new Run(
                n / took,
                sorted[n / 2] / 1_000,
                sorted[(int) (n * 0.95)] / 1_000,
                sorted[(int) (n * 0.99)] / 1_000,
                (server.applicationMicros() - application) / n,
                (server.databaseMicros() - database) / n);
    }

    private long[] client(Request request, SplittableRandom chance, long end) throws Exception {
        List<Long> times = new ArrayList<>();
        try (var client = new Client(server.port())) {
            while (System.nanoTime() < end) {
                long begin = System.nanoTime();
                request.send(client, chance);
                times.add(System.nanoTime() - begin);
            }
        } catch (IOException e) {
            throw new IOException("After " + times.size() + " requests of this client: " + e.getMessage(), e);
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }
}
