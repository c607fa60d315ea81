package dev.galleria.harness;

import dev.galleria.launcher.PostgresServer;
import dev.galleria.paypaldouble.PayPalDouble;
import dev.galleria.stripedouble.StripeDouble;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts PostgreSQL, the doubles of the gateways and, if wanted, OpenSearch before the first integration test, stops them after the last. */
public final class Surroundings implements LauncherSessionListener {
    private static PostgresServer database;
    private static StripeDouble stripe;
    private static PayPalDouble payPal;
    private static @Nullable OpenSearchProcess search;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("galleria.it.directory") == null) {
            return; // a run of unit tests
        }
        var directory = Path.of(System.getProperty("galleria.it.directory"));
        try {
            Files.createDirectories(directory);
            database = PostgresServer.start(directory.resolve("database"));
            stripe = StripeDouble.start(0, Files.createTempDirectory(directory, "ledger"));
            payPal = PayPalDouble.start(0, Files.createTempDirectory(directory, "paypal"));
            set("galleria.it.db.url", database.jdbcUrl());
            set("galleria.it.db.user", database.owner().user());
            set("galleria.it.db.password", database.owner().password());
            set("galleria.it.stripe", "http://127.0.0.1:" + stripe.port());
            set("galleria.it.paypal", payPal.apiBase());
            set("galleria.it.http", String.valueOf(freePort()));
            set("galleria.it.cluster", String.valueOf(freePort()));
            set("galleria.it.data", Files.createTempDirectory(directory, "data").toString());
            set("galleria.it.search", engine(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's settings for it: Lucene, unless OpenSearch was built for this run. */
    private static String engine(Path directory) throws IOException {
        var built = System.getProperty("galleria.it.opensearch");
        if (built == null) {
            return "-Dgalleria.search.backend=lucene";
        }
        search =
                OpenSearchProcess.start(Path.of(built), Files.createTempDirectory(directory, "opensearch"), freePort());
        set("galleria.it.search.uris", search.uri());
        return "-Dgalleria.search.backend=opensearch -Dgalleria.search.uris=" + search.uri();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        KeptDeployment.stopServer();
        if (stripe != null) {
            close(stripe::close);
        }
        if (payPal != null) {
            close(payPal::close);
        }
        if (search != null) {
            close(search);
        }
        if (database != null) {
            database.close();
        }
    }

    private static void close(Closeable server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(String key, String value) {
        System.setProperty(key, value);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
