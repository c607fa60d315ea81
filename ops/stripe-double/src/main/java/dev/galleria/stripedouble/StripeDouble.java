package dev.galleria.stripedouble;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A running double. It listens on the loopback address only; what it answered is on the disk. */
public final class StripeDouble implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StripeDouble.class.getName());

    private final Accounts accounts;
    private final Clock clock;
    private final Webhooks webhooks;
    private final Calls calls;
    private final Api api;
    private final PaymentPages pages;
    private final Control control;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(Threads.named("http"));
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(Threads.named("sweeper"));

    private StripeDouble(int port, Path directory, Clock clock, Duration firstPause) throws IOException {
        this.clock = clock;
        // Without it each answer on a kept connection waits 40 ms for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        try {
            this.accounts = new Accounts(directory, clock);
        } catch (IOException | RuntimeException e) {
            server.stop(0);
            throw e;
        }
        Faults faults = new Faults();
        this.webhooks = new Webhooks(accounts, faults, clock, firstPause);
        this.calls = new Calls(accounts, faults, webhooks);
        this.api = new Api(accounts, calls);
        this.pages = new PaymentPages(accounts, calls, clock);
        this.control = new Control(accounts, calls, faults, webhooks);
    }

    /** Starts a double on a port of the loopback address; 0 takes any free one. Ends with {@link #close}. */
    public static StripeDouble start(int port, Path ledgerDirectory) throws IOException {
        return start(port, ledgerDirectory, Clock.systemUTC(), Duration.ofSeconds(1));
    }

    /** As above, with the time that sessions expire by and the pause before the second try of a webhook. */
    public static StripeDouble start(int port, Path ledgerDirectory, Clock clock, Duration firstPause)
            throws IOException {
        StripeDouble stripe = new StripeDouble(port, ledgerDirectory, clock, firstPause);
        stripe.server.createContext("/", stripe::handle);
        stripe.server.setExecutor(stripe.workers);
        stripe.server.start();
        stripe.sweeper.scheduleWithFixedDelay(stripe::expireSessions, 1, 1, TimeUnit.SECONDS);
        stripe.webhooks.resume();
        return stripe;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What goes into {@code StripeClient.builder().setApiBase(…)}. */
    public String apiBase() {
        return "http://127.0.0.1:" + port();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.startsWith("/v1/")) {
                api.handle(exchange);
            } else if (path.startsWith("/c/")) {
                pages.handle(exchange);
            } else if (path.startsWith("/_double/")) {
                control.handle(exchange);
            } else {
                Wire.send(
                        exchange,
                        Refusal.unknownUrl(exchange.getRequestMethod(), path).answer());
            }
        } catch (Refusal refusal) {
            Wire.send(exchange, refusal.answer());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Could not answer " + path, e);
            Wire.send(exchange, Refusal.broken().answer());
        }
    }

    private void expireSessions() {
        long now = clock.instant().getEpochSecond();
        for (Account account : accounts.all()) {
            try {
                for (String id : due(account, now)) {
                    calls.run(account, change -> {
                        Checkout.expire(change, change.get("checkout.session", id));
                        return Answer.json(200, Json.object());
                    });
                }
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Could not expire the sessions of " + account.name(), e);
            }
        }
    }

    private static List<String> due(Account account, long now) {
        synchronized (account.lock) {
            return account.all("checkout.session")
                    .filter(session -> "open".equals(session.path("status").asText()))
                    .filter(session -> session.path("expires_at").asLong() <= now)
                    .map(session -> session.path("id").asText())
                    .toList();
        }
    }

    /** Stops at once; open requests are cut off. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        sweeper.shutdownNow();
        workers.shutdownNow();
        webhooks.close();
        accounts.close();
    }
}
