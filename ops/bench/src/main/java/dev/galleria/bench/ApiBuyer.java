package dev.galleria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Somebody new who buys by REST, from an empty cart to the order. */
final class ApiBuyer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String ADDRESS =
            """
            {"email":"bench@example.com","address":{"name":"Ada Example","line1":"Lindenstraße 12","postalCode":"10969",\
            "city":"Berlin","country":"DE"}}""";

    /** How long each call of all buyers took, in nanoseconds. */
    static final class Calls {
        private final Map<String, Queue<Long>> times = new ConcurrentHashMap<>();

        void took(String call, long nanos) {
            times.computeIfAbsent(call, key -> new ConcurrentLinkedQueue<>()).add(nanos);
        }

        /** The p95 of each in milliseconds, in order of their names. */
        String p95() {
            return new TreeMap<>(times)
                    .entrySet().stream()
                            .map(call -> "%s %.1f ms".formatted(call.getKey(), p95(call.getValue())))
                            .collect(Collectors.joining(", "));
        }

        private static double p95(Queue<Long> all) {
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1, sorted.length * 0.95)] / 1e6;
        }
    }

    private final Client client;
    private final String host;
    private final Calls calls;
    private String cart = "";
    private String payAt = "";
    private String payment = "";

    ApiBuyer(int port, String host, Calls calls) {
        client = new Client(port);
        this.host = host;
        this.calls = calls;
    }

    /** A cart of its own. */
    void open() throws IOException {
        cart = "Cart-Token: "
                + call("1 cart", "POST", "/api/v1/cart", "", "", 201)
                        .get("token")
                        .asText() + "\r\n";
    }

    /** The id of an offer as the API names it: 26 digits of Crockford's base 32. */
    static String offer(String id) {
        var digits = new BigInteger(id.replace("-", ""), 16).toString(32);
        var text = new StringBuilder("offe_").append("0".repeat(26 - digits.length()));
        digits.chars().forEach(digit -> text.append(DIGITS.charAt(Character.digit(digit, 32))));
        return text.toString();
    }

    void add(String offer, int quantity) throws IOException {
        call(
                "2 add",
                "POST",
                "/api/v1/cart/items",
                cart,
                "{\"offer\":\"" + offer + "\",\"quantity\":" + quantity + "}",
                201);
    }

    /** The cart's sums. */
    JsonNode summary() throws IOException {
        return call("summary", "GET", "/api/v1/cart/summary", cart, "", 200);
    }

    /** Address, shipping, the look at it all. */
    void toPayment() throws IOException {
        var checkout = call("3 checkout", "POST", "/api/v1/checkouts", cart, "", 201)
                .get("href")
                .asText();
        var parcels = call("4 address", "PUT", checkout + "/address", "", ADDRESS, 200)
                .get("parcels");
        var choices = JSON.createObjectNode();
        for (var parcel : parcels) {
            choices.put(
                    parcel.get("goods").get("seller").asText(),
                    parcel.get("options").get(0).get("code").asText());
        }
        var shipping = JSON.createObjectNode().set("choices", choices).toString();
        call("5 shipping", "PUT", checkout + "/shipping", "", shipping, 200);
        var seal = call("6 review", "GET", checkout + "/review", "", "", 200)
                .get("seal")
                .asText();
        payment =
                JSON.createObjectNode().put("gateway", "cod").put("seal", seal).toString();
        payAt = checkout + "/pay";
    }

    /** Cash on delivery. */
    void place() throws IOException {
        call("7 pay", "POST", payAt, "Idempotency-Key: pay\r\n", payment, 200);
    }

    /** As somebody who thinks before going on. */
    void pause() throws IOException {
        client.close();
    }

    private JsonNode call(String name, String method, String path, String headers, String body, int expected)
            throws IOException {
        long begin = System.nanoTime();
        var answer = client.send(method, host, path, headers, body.isEmpty() && method.equals("POST") ? " " : body);
        calls.took(name, System.nanoTime() - begin);
        if (answer.status() != expected) {
            throw new IOException(
                    name + " was answered with " + answer.status() + ": " + new String(answer.body(), "UTF-8"));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
