package dev.galleria.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stand-in for Stripe: its ledger is what really happened to the cards. */
final class Gateway {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Machine machine;
    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Gateway(Path root, Path state, int port) {
        this.port = port;
        machine = new Machine(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        root.resolve("ops/stripe-double/target/stripe-double.jar")
                                .toString(),
                        "--port",
                        Integer.toString(port),
                        "--ledger",
                        state.resolve("stripe").toString()),
                Map.of(),
                state.resolve("log").resolve("stripe.log"));
    }

    void start() {
        machine.start();
        if (Pause.until(Duration.ofSeconds(30), () -> call("GET", "/_double/faults", "") != null) < 0) {
            throw new IllegalStateException("The Stripe double did not start; see its log");
        }
    }

    int port() {
        return port;
    }

    void kill() {
        machine.kill();
    }

    void stop() {
        machine.stop();
    }

    /** The next so many calls of that operation go wrong in that way; a count of -1 means all until {@link #heal}. */
    void fault(String operation, String kind, long millis, int count) {
        call(
                "POST",
                "/_double/faults",
                "{\"account\":\"*\",\"operation\":\"%s\",\"kind\":\"%s\",\"millis\":%d,\"count\":%d}"
                        .formatted(operation, kind, millis, count));
    }

    /** Deliveries of events go wrong: the fields of the fault as JSON. */
    void deliveries(String fault, int count) {
        call(
                "POST",
                "/_double/faults",
                "{\"account\":\"*\",\"event\":\"*\",\"webhook\":%s,\"count\":%d}".formatted(fault, count));
    }

    void heal() {
        call("POST", "/_double/reset-faults", "");
    }

    /** The shopper pays on the gateway's page. */
    boolean pay(String page, String card) {
        var id = page.substring(page.lastIndexOf('/') + 1).replaceAll("[?#].*", "");
        return call("POST", "/_double/sessions/" + id + "/pay", "card=" + card) != null;
    }

    void resend(String event) {
        call("POST", "/_double/events/" + event + "/resend", "");
    }

    JsonNode ledger() {
        return call("GET", "/_double/ledger?account=" + SmallMarketplace.SLUG, "");
    }

    /** What cards were charged, by payment intent, in minor units. */
    Map<String, Long> captured() {
        return sums("capture");
    }

    /** What went back to cards, by payment intent. */
    Map<String, Long> refunded() {
        return sums("refund");
    }

    private Map<String, Long> sums(String type) {
        var sums = new HashMap<String, Long>();
        for (var fact : ledger().path("facts")) {
            if (fact.path("type").asText().equals(type)) {
                sums.merge(
                        fact.path("payment_intent").asText(),
                        fact.path("amount").asLong(),
                        Long::sum);
            }
        }
        return sums;
    }

    private JsonNode call(String method, String path, String body) {
        boolean json = body.startsWith("{") || body.startsWith("[");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() >= 300 ? null : read(answer.body());
        } catch (java.net.ConnectException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
