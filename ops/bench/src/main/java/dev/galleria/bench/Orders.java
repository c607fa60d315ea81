package dev.galleria.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast orders are placed, beside the bare equivalent in the same PostgreSQL, and whether the last units are shared out. */
final class Orders {
    private static final int PLENTY = 10_000_000;
    private static final int WARM = 4;
    private static final int LINES = 500;

    private final Galleria galleria;
    private final Report report;
    private final LargeMarketplace marketplace;
    private final String host;
    private final int clients;
    private final int orders;
    private final int attempts;
    private final Goods goods;
    private final AtomicInteger people = new AtomicInteger();

    Orders(Galleria galleria, Report report, LargeMarketplace marketplace, int clients, int orders, int attempts) {
        this.galleria = galleria;
        this.report = report;
        this.marketplace = marketplace;
        this.host = marketplace.slug() + ".localhost:" + galleria.port();
        this.clients = clients;
        this.orders = orders;
        this.attempts = attempts;
        this.goods = new Goods(galleria, marketplace.slug());
    }

    void measure() throws Exception {
        bare();
        var items = goods.items();
        goods.stock(items, PLENTY);
        // Each figure has had what it needs warmed up by buying the same way before.
        run("", prepared(items, orders / WARM));
        report.add("place order, many variants", marketplace.size(), run("place order", prepared(items, orders)));
        var one = items.subList(0, 1);
        run("", prepared(one, orders / WARM));
        report.add("place order, one variant", marketplace.size(), run("place order", prepared(one, orders)));
        var known = goods.offers("AND variant_count = 1");
        run("", preparedByRest(known, orders / WARM));
        report.add(
                "place order by REST, many variants",
                marketplace.size(),
                run("place order by REST", preparedByRest(known, orders)));
        var single = known.subList(0, 1);
        report.add(
                "place order by REST, one variant",
                marketplace.size(),
                run("place order by REST", preparedByRest(single, orders)));
        cart(items);
        report.add("whole path through the pages, each order", marketplace.size(), paths(items));
        byRest(known);
        last(items.subList(1, 2), 200, 100);
        last(items.subList(2, 3), attempts, 100);
    }

    private void bare() throws Exception {
        try (var bare = new BareOrders(galleria.jdbcUrl())) {
            for (int rows : List.of(10_000, 1)) {
                var work = new ConcurrentLinkedQueue<Callable<Boolean>>();
                var seed = new AtomicInteger();
                for (int i = 0; i < orders * 10; i++) {
                    work.add(() -> {
                        bare.place(new SplittableRandom(seed.incrementAndGet() * 7_919L + rows), rows);
                        return true;
                    });
                }
                report.add(
                        rows == 1 ? "ceiling: bare order, one row" : "ceiling: bare order, spread", 0, run("", work));
            }
        }
    }

    /** Buyers who have only to press the last button. */
    private Queue<Callable<Boolean>> prepared(List<String> slugs, int count) throws Exception {
        var ready = new ConcurrentLinkedQueue<Callable<Boolean>>();
        var next = new AtomicInteger();
        var work = new ConcurrentLinkedQueue<Callable<Boolean>>();
        for (int i = 0; i < count; i++) {
            work.add(() -> {
                var buyer = buyer();
                buyer.add(slugs.get(next.getAndIncrement() % slugs.size()));
                buyer.toPayment();
                return ready.add(() -> {
                    try (buyer) {
                        return buyer.place();
                    }
                });
            });
        }
        run("", work);
        return ready;
    }

    /** Programs that have only to pay. */
    private Queue<Callable<Boolean>> preparedByRest(List<String> offers, int count) throws Exception {
        var ready = new ConcurrentLinkedQueue<Callable<Boolean>>();
        var next = new AtomicInteger();
        var work = new ConcurrentLinkedQueue<Callable<Boolean>>();
        for (int i = 0; i < count; i++) {
            work.add(() -> {
                var buyer = new ApiBuyer(galleria.port(), host, new ApiBuyer.Calls());
                buyer.open();
                buyer.add(offers.get(next.getAndIncrement() % offers.size()), 1);
                buyer.toPayment();
                buyer.pause();
                return ready.add(() -> {
                    try (buyer) {
                        buyer.place();
                        return true;
                    }
                });
            });
        }
        run("", work);
        return ready;
    }

    private void cart(List<String> slugs) throws Exception {
        var forms = new ConcurrentLinkedQueue<Callable<Boolean>>();
        var next = new AtomicInteger();
        for (int i = 0; i < orders; i++) {
            var buyer = buyer();
            var form = buyer.addForm(slugs.get(next.getAndIncrement() % slugs.size()));
            forms.add(() -> {
                try (buyer) {
                    buyer.send(form, "notice=added");
                    return true;
                }
            });
        }
        report.add("add to cart", marketplace.size(), run("add", forms));
    }

    private Load.Run paths(List<String> slugs) throws Exception {
        var work = new ConcurrentLinkedQueue<Callable<Boolean>>();
        var next = new AtomicInteger();
        for (int i = 0; i < orders / 2; i++) {
            work.add(() -> {
                try (var buyer = buyer()) {
                    buyer.add(slugs.get(next.getAndIncrement() % slugs.size()));
                    buyer.toPayment();
                    return buyer.place();
                }
            });
        }
        return run("path", work);
    }

    private void byRest(List<String> offers) throws Exception {
        var next = new AtomicInteger();
        for (boolean warm : List.of(false, true)) {
            var calls = new ApiBuyer.Calls();
            var work = new ConcurrentLinkedQueue<Callable<Boolean>>();
            for (int i = 0; i < (warm ? orders : orders / WARM); i++) {
                work.add(() -> {
                    try (var buyer = new ApiBuyer(galleria.port(), host, calls)) {
                        buyer.open();
                        buyer.add(offers.get(next.getAndIncrement() % offers.size()), 1);
                        buyer.toPayment();
                        buyer.place();
                        return true;
                    }
                });
            }
            var run = run("REST", work);
            if (warm) {
                report.add("whole path by REST, each order", marketplace.size(), run);
                report.fact("whole path by REST: p95 of each call", marketplace.size(), calls.p95());
            }
        }
        report.add("sums of a cart of 500 lines, by REST", marketplace.size(), largeCart());
    }

    private Load.Run largeCart() throws Exception {
        try (var buyer = new ApiBuyer(galleria.port(), host, new ApiBuyer.Calls())) {
            buyer.open();
            for (var offer : goods.offers("").subList(0, LINES)) {
                buyer.add(offer, 1);
            }
            Load.Run last = null;
            for (int count : List.of(orders / WARM, orders / WARM)) {
                var work = new ConcurrentLinkedQueue<Callable<Boolean>>();
                for (int i = 0; i < count; i++) {
                    work.add(() -> buyer.summary().get("count").asInt() == LINES);
                }
                last = run("summary", work, 1);
            }
            return last;
        }
    }

    private void last(List<String> one, int buyers, int units) throws Exception {
        goods.stock(one, buyers);
        var ready = prepared(one, buyers);
        goods.stock(one, units);
        var placed = new AtomicInteger();
        var counted = new ConcurrentLinkedQueue<Callable<Boolean>>();
        ready.forEach(attempt -> counted.add(() -> {
            if (attempt.call()) {
                placed.incrementAndGet();
            }
            return true;
        }));
        var run = run("last", counted);
        report.fact(
                "last units: " + buyers + " buyers for " + units,
                marketplace.size(),
                "%d sold, %.0f answers/s, p95 %.1f ms".formatted(placed.get(), run.perSecond(), run.p95() / 1e3));
        if (placed.get() != units) {
            report.failed("last units", marketplace.size(), placed.get() + " of " + units + " units were sold");
        }
    }

    private Buyer buyer() {
        return new Buyer(
                galleria.port(), host, "bench-" + people.incrementAndGet() + "-" + System.nanoTime() + "@example.com");
    }

    /** Everything in the queue by so many at once; the first failure ends it. */
    private Load.Run run(String name, Queue<Callable<Boolean>> work) throws Exception {
        return run(name, work, clients);
    }

    private Load.Run run(String name, Queue<Callable<Boolean>> work, int lines) throws Exception {
        int count = work.size();
        var threads = Executors.newFixedThreadPool(lines);
        var lanes = new ArrayList<Callable<List<Long>>>();
        for (int i = 0; i < lines; i++) {
            lanes.add(() -> {
                var times = new ArrayList<Long>();
                for (var next = work.poll(); next != null; next = work.poll()) {
                    long begin = System.nanoTime();
                    if (!next.call() && !name.isEmpty()) {
                        throw new IOException("Somebody could not buy");
                    }
                    times.add(System.nanoTime() - begin);
                }
                return times;
            });
        }
        long application = galleria.applicationMicros();
        long database = galleria.databaseMicros();
        long begin = System.nanoTime();
        try {
            var all = new ArrayList<Long>();
            for (var lane : threads.invokeAll(lanes)) {
                all.addAll(lane.get());
            }
            double took = (System.nanoTime() - begin) / 1e9;
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Load.Run(
                    count / took,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    (galleria.applicationMicros() - application) / Math.max(1, count),
                    (galleria.databaseMicros() - database) / Math.max(1, count));
        } catch (ExecutionException e) {
            throw new IOException(name + ": " + e.getCause().getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1_000;
    }
}
