package dev.galleria.harness;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits until the application serves: its own start, migrations and the demo marketplaces. Works inside it and outside. */
public final class Ready {
    private Ready() {}

    public static int port() {
        return Integer.parseInt(System.getProperty("galleria.it.http"));
    }

    public static void await() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .until(Ready::answers);
    }

    private static boolean answers() {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port() + "/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
