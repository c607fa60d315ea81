package dev.galleria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long it takes until a changed price is seen: the owner changes it by REST, a shopper looks again and again. */
final class Freshness {
    private static final int CHANGES = 9;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String host;
    private final LargeMarketplace marketplace;
    private final int port;

    Freshness(String host, LargeMarketplace marketplace, int port) {
        this.host = host;
        this.marketplace = marketplace;
        this.port = port;
    }

    /** Milliseconds until the product's page and a search by price showed the new price, median and longest of each. */
    record Seen(long page, long pageMost, long search, long searchMost) {}

    Seen measure() throws IOException {
        try (var client = new Client(port)) {
            var token = call(
                            client,
                            "POST",
                            "/api/v1/tokens",
                            "",
                            "{\"email\":\"owner@" + marketplace.slug() + ".example\",\"password\":\"galleria-demo\"}")
                    .get("token")
                    .asText();
            var bearer = "Authorization: Bearer " + token + "\r\n";
            var products = call(client, "GET", "/api/v1/products?limit=" + CHANGES, "", "")
                    .get("items");
            List<Long> page = new ArrayList<>();
            List<Long> search = new ArrayList<>();
            for (int i = 0; i < products.size(); i++) {
                var product = call(
                        client,
                        "GET",
                        "/api/v1/products/" + products.get(i).get("id").asText(),
                        bearer,
                        "");
                change(client, bearer, product, price(products.get(i)), page, search);
            }
            Collections.sort(page);
            Collections.sort(search);
            return new Seen(
                    page.get(page.size() / 2),
                    page.get(page.size() - 1),
                    search.get(search.size() / 2),
                    search.get(search.size() - 1));
        }
    }

    /** Lowers the product's lowest price, so that it is what cards and results show. */
    private void change(
            Client client, String bearer, JsonNode product, BigDecimal now, List<Long> page, List<Long> search)
            throws IOException {
        var lowest = offered(product);
        var sku = lowest.get("sku").asText();
        var address = "/p/" + product.get("slug").asText() + "?v=" + sku;
        var price = now.subtract(new BigDecimal("0.37"));
        var offer = "{\"variant\":\"%s\",\"seller\":\"%s\",\"price\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}"
                .formatted(
                        lowest.get("id").asText(),
                        lowest.get("offers").get(0).get("seller").asText(),
                        price.toPlainString());
        client.get(host, address);
        long begin = System.nanoTime();
        call(client, "POST", "/api/v1/offers", bearer, offer);
        var shown = "%,.2f".formatted(price);
        page.add(until(client, address, shown, begin));
        search.add(until(client, "/search?q=" + sku, shown, begin));
    }

    private static JsonNode offered(JsonNode product) {
        for (var variant : product.get("variants")) {
            if (!variant.get("offers").isEmpty()) {
                return variant;
            }
        }
        throw new IllegalStateException("Nobody offers " + product.get("slug"));
    }

    private static BigDecimal price(JsonNode listed) {
        return new BigDecimal(listed.get("price").get("amount").asText());
    }

    private long until(Client client, String address, String shown, long begin) throws IOException {
        while (!new String(client.get(host, address).body(), StandardCharsets.UTF_8).contains(shown)) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IOException(address + " did not show " + shown);
            }
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private JsonNode call(Client client, String method, String path, String headers, String body) throws IOException {
        var answer = client.send(method, host, path, headers, body);
        if (answer.status() >= 300) {
            throw new IOException(method + " " + path + " was answered with " + answer.status() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }
}
