package dev.galleria.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
                change(client, bearer, product, 70_001 + i, page, search);
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

    private void change(Client client, String bearer, JsonNode product, int price, List<Long> page, List<Long> search)
            throws IOException {
        var variant = product.get("variants").get(0);
        var slug = product.get("slug").asText();
        var address = "/p/" + slug + "?v=" + variant.get("sku").asText();
        client.get(host, address);
        var offer = "{\"variant\":\"%s\",\"seller\":\"%s\",\"price\":{\"amount\":\"%d.00\",\"currency\":\"EUR\"}}"
                .formatted(
                        variant.get("id").asText(),
                        variant.get("offers").get(0).get("seller").asText(),
                        price);
        long begin = System.nanoTime();
        call(client, "POST", "/api/v1/offers", bearer, offer);
        var shown = "%,d.00".formatted(price);
        page.add(until(client, address, shown, begin));
        search.add(until(client, "/search?price=" + price + "-" + price, "/p/" + slug, begin));
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
