package dev.galleria.order.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.ApiClient;
import dev.galleria.harness.ApiClient.Answer;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an empty cart to an order by REST at one marketplace, while another of the same make stays as it is. */
class BuyingApiIT extends InApplication {
    private static final Map<String, String> NOTHING = Map.of();

    /** Open once for all tests of this class. */
    private static Tenant shop;

    private static Tenant other;

    @Inject
    BuyingFixture fixture;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @BeforeEach
    void twoMarketplaces() {
        Ready.await();
        if (shop == null) {
            shop = fixture.open();
            other = fixture.open();
        }
    }

    @Test
    void aGuestBuysFromTwoSellersOnce() throws Exception {
        var first = fixture.cup(shop, "anna", "A-1", "20.00", 5);
        var second = fixture.cup(shop, "ben", "B-1", "7.50", 5);
        var foreign = fixture.cup(other, "anna", "A-1", "20.00", 5);
        var guest = ApiClient.of(shop.slug());
        var cart = cart(guest);
        assertThat(guest.post("/api/v1/cart/items", item(foreign, 1), cart).status())
                .isEqualTo(422);
        assertThat(guest.post("/api/v1/cart/items", item(first, 2), cart).status())
                .isEqualTo(201);
        var keyed = with(cart, "Idempotency-Key", "add");
        var added = guest.post("/api/v1/cart/items", item(second, 1), keyed);
        assertThat(guest.post("/api/v1/cart/items", item(second, 1), keyed).text())
                .isEqualTo(added.text());
        assertThat(guest.post("/api/v1/cart/items", item(second, 2), keyed).status())
                .isEqualTo(422);
        assertThat(guest.send("GET", "/api/v1/cart/summary", null, cart).json().getInt("count"))
                .isEqualTo(3);

        var checkout = begin(guest, cart);
        assertThat(begin(guest, cart)).isEqualTo(checkout);
        assertThat(guest.get(checkout + "/review").json().getString("step")).isEqualTo("ADDRESS");
        assertThat(pay(guest, checkout, "early", "cod", "x").json().getString("code"))
                .isEqualTo("checkout/incomplete");
        deliver(guest, checkout);
        var review = guest.get(checkout + "/review").json();
        assertThat(amount(review, "total")).isEqualTo("57.50");

        // The price goes up between looking and paying: told, and nothing done.
        reprice(first, "21.00");
        var changed = pay(guest, checkout, "k1", "cod", review.getString("seal"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(409);
        assertThat(changed.headers().get("content-type")).startsWith("application/problem+json");
        var seal = changed.json().getJsonObject("review").getString("seal");
        assertThat(amount(changed.json().getJsonObject("review"), "total")).isEqualTo("59.50");

        var placed = atOnce(10, () -> pay(guest, checkout, "k2", "cod", seal));
        assertThat(placed)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));
        assertThat(placed.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(pay(guest, checkout, "k2", "stripe", seal).status()).isEqualTo(422);
        assertThat(pay(guest, checkout, "k2", "cod", "another").status()).isEqualTo(422);
        assertThat(pay(guest, checkout, "k3", "cod", seal).json().getString("code"))
                .isEqualTo("checkout/moved");
        assertThat(
                        tenancy.call(
                                shop,
                                () -> count(
                                        "SELECT count(*) FROM purchase p JOIN order_line l ON l.purchase_id = p.id AND l.sku = 'B-1'")))
                .isEqualTo(1);
        assertThat(guest.send("GET", "/api/v1/cart", null, cart).json().getInt("count"))
                .isZero();
        follows(guest, placed.get(0).json().getJsonObject("order"));
        assertThat(tenancy.call(other, () -> count("SELECT count(*) FROM purchase")))
                .isZero();
    }

    /** The order is its buyer's, each part its seller's, and nobody else's. */
    private void follows(ApiClient guest, JsonObject placed) {
        var path = "/api/v1/orders/" + placed.getString("token");
        var order = guest.get(path);
        assertThat(order.json().getString("state")).isEqualTo("CONFIRMED");
        assertThat(order.json().getJsonArray("parts")).hasSize(2);
        assertThat(ApiClient.of(other.slug()).get(path).status()).isEqualTo(404);
        var byNumber = "/api/v1/orders/" + placed.getString("number");
        assertThat(guest.get(byNumber).status()).isEqualTo(404);
        assertThat(client(shop, "eve").get(byNumber).status()).isEqualTo(404);
        assertThat(client(shop, "eve").post(byNumber + "/cancel", "", NOTHING).status())
                .isEqualTo(404);

        var anna = client(shop, "anna");
        var list = anna.get("/api/v1/seller/orders?q=" + placed.getString("number"));
        assertThat(list.json().getJsonArray("items")).as(list.text()).hasSize(1);
        var part = "/api/v1/seller/orders/"
                + list.json().getJsonArray("items").getJsonObject(0).getString("id");
        assertThat(anna.get(part).text()).contains("A-1").doesNotContain("B-1").doesNotContain("buyer@example.com");
        for (var stranger : List.of(client(shop, "ben"), client(other, "anna"))) {
            assertThat(stranger.get(part).status()).isEqualTo(404);
            assertThat(stranger.post(part + "/ship", parcel("DHL"), NOTHING).status())
                    .isEqualTo(404);
        }
        assertThat(client(shop, "ada").get(part).status()).isEqualTo(403);
        assertThat(anna.post(part + "/ship", parcel("<b>"), NOTHING).status()).isEqualTo(422);
        assertThat(anna.post(part + "/ship", parcel("DHL"), NOTHING).status()).isEqualTo(200);
        assertThat(guest.post(path + "/cancel", "", NOTHING).status()).isEqualTo(409);
    }

    @Test
    void anAccountPaysAtTheGatewayAndCancels() throws Exception {
        var offer = fixture.cup(shop, "anna", "C-1", "30.00", 3);
        var guest = ApiClient.of(shop.slug());
        var cart = cart(guest);
        guest.post("/api/v1/cart/items", item(offer, 2), cart);
        coupon(guest, cart);
        var ada = signedIn(shop, "ada", cart);
        assertThat(ada.get("/api/v1/cart").json().getInt("count")).isEqualTo(2);
        assertThat(ada.get("/api/v1/cart/summary").json().getString("coupon"))
                .as("the guest's code is the account's now")
                .isEqualTo("TENTH");

        var checkout = begin(ada, NOTHING);
        deliver(ada, checkout);
        var seal = ada.get(checkout + "/review").json().getString("seal");
        var paying = pay(ada, checkout, "s1", "stripe", seal);
        assertThat(paying.status()).as(paying.text()).isEqualTo(202);
        assertThat(pay(ada, checkout, "s1", "stripe", seal).text()).isEqualTo(paying.text());
        assertThat(ada.post(checkout + "/finish", "", NOTHING).status()).isEqualTo(202);
        payAt(paying.json().getString("redirect"));
        var finished = ada.post(checkout + "/finish", "", NOTHING);
        assertThat(finished.json().getString("status")).as(finished.text()).isEqualTo("PLACED");
        assertThat(ada.post(checkout + "/finish", "", NOTHING).text()).isEqualTo(finished.text());

        var number = finished.json().getJsonObject("order").getString("number");
        var listed = ada.get("/api/v1/orders?limit=1").json();
        assertThat(listed.getJsonArray("items").getJsonObject(0).getString("number"))
                .isEqualTo(number);
        var canceled = ada.post("/api/v1/orders/" + number + "/cancel", "", NOTHING);
        assertThat(canceled.status()).as(canceled.text()).isEqualTo(200);
        assertThat(amount(canceled.json(), "refunded")).as(canceled.text()).isEqualTo("59.00");
        assertThat(ada.post("/api/v1/orders/" + number + "/cancel", "", NOTHING).text())
                .isEqualTo(canceled.text());
        assertThat(signedIn(shop, "eve", NOTHING).get("/api/v1/orders").json().getInt("total"))
                .isZero();
    }

    @Test
    void tellsWhatIsShortAndTakesNothingHostile() {
        var offer = fixture.cup(shop, "anna", "D-1", "5.00", 2);
        var guest = ApiClient.of(shop.slug());
        var cart = cart(guest);
        for (var quantity : List.of(
                "-1",
                "0",
                "1.5",
                "1e9",
                "2147483648",
                "NaN",
                "Infinity",
                "\"1\"",
                "null",
                "[1]",
                "9".repeat(400),
                "100")) {
            var answer = guest.post("/api/v1/cart/items", item(offer, quantity), cart);
            assertThat(answer.status()).as(quantity + answer.text()).isIn(400, 422);
        }
        var priced = item(offer, "1").replace("}", ",\"price\":\"0.01\"}");
        assertThat(guest.post("/api/v1/cart/items", priced, cart).text()).contains("\"/price\"");
        assertThat(guest.post("/api/v1/cart/items", item(offer, 3), cart).json().getInt("available"))
                .isEqualTo(2);
        assertThat(guest.send("GET", "/api/v1/cart", null, cart).json().getInt("count"))
                .isZero();
        var added = guest.post("/api/v1/cart/items", item(offer, 2), cart);
        var line = "/api/v1/cart/items/" + added.json().getString("id");
        assertThat(guest.send("DELETE", line, null, cart(guest)).status()).isEqualTo(404);
        var seen = guest.send("GET", "/api/v1/cart", null, cart).tag();
        assertThat(guest.send("PUT", line, "{\"quantity\":1}", with(cart, "If-Match", seen))
                        .status())
                .isEqualTo(200);
        assertThat(guest.send("PUT", line, "{\"quantity\":2}", with(cart, "If-Match", seen))
                        .status())
                .isEqualTo(412);
        guest.send("PUT", line, "{\"quantity\":2}", cart);

        assertThat(guest.get("/api/v1/cart").status()).isEqualTo(400);
        var unknown = new HashMap<String, Integer>();
        for (var token :
                List.of("x", "a".repeat(43), cart(ApiClient.of(other.slug())).get("Cart-Token"), "a".repeat(5_000))) {
            unknown.put(
                    token,
                    guest.send("GET", "/api/v1/cart", null, Map.of("Cart-Token", token))
                            .status());
        }
        assertThat(unknown.values()).containsOnly(404);

        var checkout = begin(guest, cart);
        var faulty = guest.send("PUT", checkout + "/address", destination("x", "XX"), NOTHING);
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.text()).contains("\"/email\"", "\"/address/country\"");
        assertThat(ApiClient.of(other.slug()).get(checkout).status()).isEqualTo(404);
        deliver(guest, checkout);
        assertThat(guest.send("PUT", checkout + "/shipping", "{\"choices\":{}}", NOTHING)
                        .status())
                .isEqualTo(422);
        var seal = guest.get(checkout + "/review").json().getString("seal");
        assertThat(guest.post(checkout + "/pay", payment("cod", seal), NOTHING).status())
                .isEqualTo(400);
        assertThat(pay(guest, checkout, "k", "gold", seal).status()).isEqualTo(422);

        // Somebody else was faster.
        var faster = cart(guest);
        guest.post("/api/v1/cart/items", item(offer, 1), faster);
        var theirs = begin(guest, faster);
        deliver(guest, theirs);
        var theirSeal = guest.get(theirs + "/review").json().getString("seal");
        assertThat(pay(guest, theirs, "k", "cod", theirSeal).status()).isEqualTo(200);
        var late = pay(guest, checkout, "k", "cod", seal);
        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(guest.get("/openapi").text())
                .contains("/api/v1/cart/items/{id}", "/api/v1/checkouts/{id}/pay", "/api/v1/orders/{name}")
                .contains("/api/v1/seller/orders/{id}/ship", "/api/v1/auth/refresh");
    }

    /** A tenth off by a code; a code that is none, or that has been used up, is told; guessing ends. */
    private void coupon(ApiClient guest, Map<String, String> cart) {
        tenancy.run(
                shop,
                () -> database.call(
                        sql -> sql.execute(
                                """
                WITH tenth AS (
                    INSERT INTO promotion (id, name, kind, value, stacking, needs_coupon, active)
                    VALUES (gen_random_uuid(), 'A tenth', 'PERCENT', 1000, 'COMBINABLE', true, true) RETURNING id)
                INSERT INTO coupon (id, promotion_id, code, max_uses, uses)
                SELECT gen_random_uuid(), id, code, 1, uses FROM tenth, (VALUES ('TENTH', 0), ('GONE', 1)) c (code, uses)""")));
        var path = "/api/v1/cart/coupons";
        var entered = guest.post(path, "{\"code\":\" tenth \"}", cart);
        assertThat(entered.status()).as(entered.text()).isEqualTo(201);
        var summary = guest.send("GET", "/api/v1/cart/summary", null, cart).json();
        assertThat(amount(summary, "subtotal")).isEqualTo("60.00");
        assertThat(amount(summary.getJsonArray("deductions").getJsonObject(0), "amount"))
                .isEqualTo("6.00");
        assertThat(amount(summary, "total")).isEqualTo("54.00");
        assertThat(guest.post(path, "{\"code\":\"GONE\"}", cart).json().getString("code"))
                .isEqualTo("coupon/used-up");
        assertThat(guest.send("DELETE", path + "/OTHER", null, cart).status()).isEqualTo(404);
        assertThat(guest.send("DELETE", path + "/tenth", null, cart).status()).isEqualTo(204);
        assertThat(guest.send("GET", "/api/v1/cart/summary", null, cart).json().getJsonArray("deductions"))
                .isEmpty();
        assertThat(ApiClient.of(other.slug())
                        .post(path, "{\"code\":\"TENTH\"}", cart(ApiClient.of(other.slug())))
                        .status())
                .isEqualTo(422);
        assertThat(guest.post(path, "{\"code\":\"TENTH\"}", cart).status()).isEqualTo(201);
        for (int i = 0; i < 10; i++) {
            assertThat(guest.post(path, "{\"code\":\"GUESS-" + i + "\"}", cart)
                            .json()
                            .getString("code"))
                    .isEqualTo("coupon/unknown");
        }
        assertThat(guest.post(path, "{\"code\":\"TENTH\"}", cart).status()).isEqualTo(429);
    }

    private static Map<String, String> cart(ApiClient guest) {
        var opened = guest.post("/api/v1/cart", "", NOTHING);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return Map.of("Cart-Token", opened.json().getString("token"));
    }

    private static String begin(ApiClient buyer, Map<String, String> cart) {
        var begun = buyer.post("/api/v1/checkouts", "", cart);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun.json().getString("href");
    }

    /** Address and the first way of sending each parcel. */
    private static void deliver(ApiClient buyer, String checkout) {
        var kept = buyer.send("PUT", checkout + "/address", destination("buyer@example.com", "DE"), NOTHING);
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        var choices = Json.createObjectBuilder();
        for (var parcel : kept.json().getJsonArray("parcels").getValuesAs(JsonObject.class)) {
            choices.add(
                    parcel.getJsonObject("goods").getString("seller"),
                    parcel.getJsonArray("options").getJsonObject(0).getString("code"));
        }
        var body = Json.createObjectBuilder().add("choices", choices).build().toString();
        var chosen = buyer.send("PUT", checkout + "/shipping", body, NOTHING);
        assertThat(chosen.json().getString("step")).as(chosen.text()).isEqualTo("PAYMENT");
    }

    private static Answer pay(ApiClient buyer, String checkout, String key, String gateway, String seal) {
        return buyer.post(checkout + "/pay", payment(gateway, seal), Map.of("Idempotency-Key", key));
    }

    private static String payment(String gateway, String seal) {
        return "{\"gateway\":\"" + gateway + "\",\"seal\":\"" + seal + "\"}";
    }

    private static String item(String offer, Object quantity) {
        return "{\"offer\":\"" + offer + "\",\"quantity\":" + quantity + "}";
    }

    private static String parcel(String carrier) {
        return "{\"carrier\":\"" + carrier + "\",\"trackingNumber\":\"1234567890\"}";
    }

    private static String destination(String email, String country) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add(
                        "address",
                        Json.createObjectBuilder()
                                .add("name", "Ada Example")
                                .add("line1", "Lindenstraße 12")
                                .add("postalCode", "10969")
                                .add("city", "Berlin")
                                .add("country", country))
                .build()
                .toString();
    }

    private static String amount(JsonObject body, String name) {
        return body.getJsonObject(name).getString("amount");
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static ApiClient client(Tenant tenant, String name) {
        return ApiClient.of(tenant.slug(), name + "@example.com", BuyingFixture.PASSWORD);
    }

    private static ApiClient signedIn(Tenant tenant, String name, Map<String, String> cart) {
        var body = Json.createObjectBuilder()
                .add("email", name + "@example.com")
                .add("password", BuyingFixture.PASSWORD)
                .build()
                .toString();
        var answer = ApiClient.of(tenant.slug()).post("/api/v1/auth/token", body, cart);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return ApiClient.bearing(tenant.slug(), answer.json().getString("accessToken"));
    }

    private static List<Answer> atOnce(int times, Callable<Answer> call) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var answers = new java.util.ArrayList<Answer>();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Pays at the gateway's stand-in without its page. */
    private static void payAt(String sessionPage) throws Exception {
        var page = URI.create(sessionPage);
        var id = page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
        var request = HttpRequest.newBuilder(page.resolve("/_double/sessions/" + id + "/pay"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("card=4242424242424242"))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void reprice(String offer, String price) throws Exception {
        var anna = client(shop, "anna");
        var path = "/api/v1/offers/" + offer;
        var seen = anna.get(path);
        var edited = anna.put(path, seen.text().replace("20.00", price), seen.tag());
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        org.awaitility.Awaitility.await().until(() -> ApiClient.of(shop.slug())
                .get("/api/v1/products?limit=250")
                .text()
                .contains(price));
    }

    private long count(String query) {
        return database.call(sql -> sql.createQuery(query).mapTo(long.class).one());
    }
}
