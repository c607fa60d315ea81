package dev.galleria.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** What is measured, for each size of marketplace. */
final class Figures {
    private static final String JSON = "Accept: application/json\r\n";

    private final Path root;
    private final Path state;
    private final Galleria galleria;
    private final Load load;
    private final Report report;
    private final List<String> only;

    Figures(Path root, Path state, Galleria galleria, Load load, Report report, List<String> only) {
        this.root = root;
        this.state = state;
        this.galleria = galleria;
        this.load = load;
        this.report = report;
        this.only = only;
    }

    void measure(List<LargeMarketplace> sizes) throws Exception {
        if (wanted("ceiling")) {
            ceilings(sizes.get(0));
        }
        for (var marketplace : sizes) {
            rebuilt(marketplace);
            pages(marketplace);
            freshness(marketplace);
            imported(marketplace);
        }
        report.memory(galleria.applicationMegabytes());
    }

    private void ceilings(LargeMarketplace any) throws Exception {
        var host = host(any);
        try (var constant = ConstantServer.start(root, state)) {
            var bare = load.of(constant);
            report.add(
                    "ceiling: 64 kB from a constant servlet",
                    0,
                    bare.measure((client, chance) -> ok(client.get(host, "/constant"))));
        }
        var url = galleria.jdbcUrl();
        var connections = ThreadLocal.withInitial(() -> {
            try {
                return DriverManager.getConnection(url);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        figure("ceiling: one row by key from PostgreSQL", 0, (client, chance) -> {
            try (var statement =
                    connections.get().prepareStatement("SELECT name FROM platform.tenant WHERE slug = ?")) {
                statement.setString(1, any.slug());
                statement.executeQuery().next();
            }
        });
    }

    private void pages(LargeMarketplace marketplace) throws Exception {
        var host = host(marketplace);
        int size = marketplace.size();
        var slugs = marketplace.column("products", "handle");
        var brands = marketplace.column("brands", "slug");
        var words = words(marketplace);
        var leaf = biggest(marketplace);
        figure(
                "product page, often asked for",
                size,
                (client, chance) ->
                        ok(client.get(host, "/p/" + slugs.get(Math.min(chance.nextInt(20), slugs.size() - 1)))));
        var next = new AtomicInteger();
        figure(
                "product page, first time",
                size,
                (client, chance) -> ok(
                        client.get(host, "/p/" + slugs.get((int) ((next.getAndIncrement() * 7_919L) % slugs.size())))));
        figure("home", size, (client, chance) -> ok(client.get(host, "/")));
        figure("category, page 1", size, (client, chance) -> ok(client.get(host, "/c/" + leaf + "?page=1")));
        figure("category, page 400", size, (client, chance) -> ok(client.get(host, "/c/" + leaf + "?page=400")));
        figure(
                "search with facets",
                size,
                (client, chance) ->
                        ok(client.get(host, "/search?q=" + encoded(words.get(zipf(chance, words.size()))))));
        figure(
                "search with facets and a brand",
                size,
                (client, chance) -> ok(client.get(
                        host,
                        "/search?q=" + encoded(words.get(zipf(chance, words.size()))) + "&brand="
                                + brands.get(chance.nextInt(brands.size())))));
        var once = new AtomicInteger();
        figure(
                "search with facets, words nobody asked for before",
                size,
                (client, chance) ->
                        ok(client.get(host, "/search?q=" + encoded(unasked(words, once.getAndIncrement())))));
        figure("suggest", size, (client, chance) -> {
            var word = words.get(zipf(chance, words.size()));
            ok(client.get(
                    host,
                    "/suggest?q=" + encoded(word.substring(0, Math.min(word.length(), 1 + chance.nextInt(6)))),
                    JSON));
        });
    }

    private void rebuilt(LargeMarketplace marketplace) throws IOException {
        var millis = galleria.rebuildMillis(marketplace.slug());
        if (millis > 0) {
            report.fact(
                    "full rebuild of the index",
                    marketplace.size(),
                    marketplace.size() * 1_000L / millis + " products/s");
        }
    }

    private void freshness(LargeMarketplace marketplace) {
        if (!wanted("freshness")) {
            return;
        }
        System.err.printf("  freshness of %d%n", marketplace.size());
        try {
            var seen = new Freshness(host(marketplace), marketplace, galleria.port()).measure();
            report.fact(
                    "changed price seen on its page",
                    marketplace.size(),
                    "median " + seen.page() + " ms, longest " + seen.pageMost() + " ms");
            report.fact(
                    "changed price found by search",
                    marketplace.size(),
                    "median " + seen.search() + " ms, longest " + seen.searchMost() + " ms");
        } catch (IOException | RuntimeException e) {
            report.failed("freshness", marketplace.size(), String.valueOf(e.getMessage()));
        }
    }

    private void imported(LargeMarketplace marketplace) throws InterruptedException {
        if (!wanted("import")) {
            return;
        }
        System.err.printf("  import of %d%n", marketplace.size());
        try {
            var taken = new ImportRate(host(marketplace), marketplace, galleria.port()).measure();
            report.fact(
                    "import of as many new products",
                    marketplace.size(),
                    "%d rows (%d wrong): %d rows/s looked through, %d rows/s brought in, %d rows/s taken back"
                            .formatted(
                                    taken.rows(),
                                    taken.wrong(),
                                    perSecond(taken.rows(), taken.checked()),
                                    perSecond(taken.rows(), taken.broughtIn()),
                                    perSecond(taken.rows(), taken.takenBack())));
        } catch (IOException | RuntimeException e) {
            report.failed("import", marketplace.size(), String.valueOf(e.getMessage()));
        }
    }

    private static long perSecond(long rows, long millis) {
        return rows * 1_000 / Math.max(1, millis);
    }

    private boolean wanted(String name) {
        return only.isEmpty() || only.stream().anyMatch(name::startsWith);
    }

    private void figure(String name, int size, Load.Request request) throws Exception {
        if (!wanted(name)) {
            return;
        }
        try {
            report.add(name, size, load.measure(request));
        } catch (ExecutionException e) {
            report.failed(name, size, e.getCause().getMessage());
        }
    }

    private static void ok(Client.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("The answer was " + answer.status());
        }
    }

    private String host(LargeMarketplace marketplace) {
        return marketplace.slug() + ".localhost:" + galleria.port();
    }

    /** What shoppers look for: one or two words of titles, the first ones most often. */
    private static List<String> words(LargeMarketplace marketplace) throws IOException {
        var titles = marketplace.column("products", "title_en");
        var chance = new SplittableRandom(7);
        var queries = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            var title = titles.get(chance.nextInt(titles.size())).split(" ");
            int at = chance.nextInt(title.length);
            queries.add(chance.nextBoolean() && at + 1 < title.length ? title[at] + " " + title[at + 1] : title[at]);
        }
        return queries;
    }

    /** The top category that most products are under: the one that has 400 pages at the largest size. */
    private static String biggest(LargeMarketplace marketplace) throws IOException {
        var slugs = marketplace.column("categories", "slug");
        var parents = marketplace.column("categories", "parent");
        return slugs.get(parents.indexOf(""));
    }

    /** Low numbers far more often than high ones. */
    private static int zipf(SplittableRandom chance, int size) {
        return (int) Math.min(size - 1, Math.floor(Math.pow(size, chance.nextDouble())) - 1);
    }

    /** Another pair of words at each number. */
    private static String unasked(List<String> words, int number) {
        int size = words.size();
        return words.get(number % size) + ' ' + words.get((number / size + number * 31 + 1) % size);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
