package dev.galleria.paypaldouble;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running double. It listens on the loopback address only; what it answered is on the disk. */
public final class PayPalDouble implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PayPalDouble.class.getName());

    private final Accounts accounts;
    private final Certificate certificate;
    private final Webhooks webhooks;
    private final Api api;
    private final ApprovalPage page;
    private final Control control;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool(Threads.named("http"));

    private PayPalDouble(int port, Path directory, Clock clock, Duration firstPause) throws IOException {
        // Without it each answer on a kept connection waits 40 ms for the acknowledgement of its head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        try {
            this.certificate = Certificate.in(directory);
            this.accounts = new Accounts(directory, clock);
        } catch (IOException | RuntimeException e) {
            server.stop(0);
            throw e;
        }
        Faults faults = new Faults();
        this.webhooks = new Webhooks(accounts, faults, certificate, clock, firstPause);
        Calls calls = new Calls(accounts, faults, webhooks);
        this.api = new Api(accounts, calls);
        this.page = new ApprovalPage(accounts, calls);
        this.control = new Control(accounts, calls, faults, webhooks);
    }

    /** Starts a double on a port of the loopback address; 0 takes any free one. Ends with {@link #close}. */
    public static PayPalDouble start(int port, Path ledgerDirectory) throws IOException {
        return start(port, ledgerDirectory, Clock.systemUTC(), Duration.ofSeconds(1));
    }

    /** As above, with the time that events carry and the pause before the second try of a webhook. */
    public static PayPalDouble start(int port, Path ledgerDirectory, Clock clock, Duration firstPause)
            throws IOException {
        PayPalDouble payPal = new PayPalDouble(port, ledgerDirectory, clock, firstPause);
        payPal.webhooks.servedAt(payPal.apiBase());
        payPal.server.createContext("/", payPal::handle);
        payPal.server.setExecutor(payPal.workers);
        payPal.server.start();
        payPal.webhooks.resume();
        return payPal;
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What stands in for {@code https://api-m.paypal.com}. */
    public String apiBase() {
        return "http://127.0.0.1:" + port();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.startsWith("/v1/notifications/certs/")) {
                Wire.send(
                        exchange,
                        new Answer(
                                200,
                                Map.of("Content-Type", "application/x-pem-file"),
                                certificate.pem().getBytes(StandardCharsets.US_ASCII)));
            } else if (path.startsWith("/v1/") || path.startsWith("/v2/")) {
                api.handle(exchange);
            } else if (path.startsWith("/checkoutnow")) {
                page.handle(exchange);
            } else if (path.startsWith("/_double/")) {
                control.handle(exchange);
            } else {
                throw Refusal.unknownUrl(exchange.getRequestMethod(), path);
            }
        } catch (Refusal refusal) {
            Wire.send(exchange, refusal.answer());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Could not answer " + path, e);
            Wire.send(exchange, Refusal.broken().answer());
        }
    }

    /** Stops at once; open requests are cut off. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        workers.shutdownNow();
        webhooks.close();
        accounts.close();
    }
}
