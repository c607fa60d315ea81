package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 4 of the promises from cart to order: steps out of turn, others' carts and orders, forged sums. */
@RunAsClient
class HostileCheckoutJourneyIT extends InApplication {
    private ShopBooks books;
    private String email = "";
    private List<Map<String, String>> goods;

    @BeforeEach
    void ready() {
        Ready.await();
        books = new ShopBooks("atelier");
        goods = books.productsOfTwoSellers();
    }

    @Test
    @DisplayName("33, 34, 51: quantities that are none, twice in one form, of lines that are nobody's")
    void keepsTheCartAsItWas() {
        var buyer = buyer();
        var shop = buyer.shop();
        var token = token(shop);
        var own = goods.get(0).get("offer");
        for (var body : List.of(
                "offer=" + own + "&quantity=-1",
                "offer=" + own + "&quantity=1e9",
                "offer=" + own + "&quantity=2147483648",
                "offer=" + own + "&quantity=%EF%BC%91%00",
                "offer=" + own + "&quantity=100",
                "offer=" + own + "&quantity=99&by=more",
                "offer=x&quantity=1",
                "offer=" + goods.get(1).get("offer") + "&quantity=5",
                "quantity=5")) {
            assertThat(post(shop, "/cart/change", "_token=" + token + "&" + body))
                    .as(body)
                    .isLessThan(500);
        }
        assertThat(post(
                        shop,
                        "/cart/remove",
                        "_token=" + token + "&offer=" + goods.get(1).get("offer")))
                .isLessThan(500);
        assertThat(pieces(shop)).isEqualTo("1");
        // Documented: of a name that is sent twice the first value counts.
        post(shop, "/cart/change", "_token=" + token + "&offer=" + own + "&quantity=2&quantity=99");
        assertThat(pieces(shop)).isEqualTo("2");
        for (var path : List.of("/cart/add", "/cart/change", "/cart/remove", "/cart/accept")) {
            assertThat(shop.getOnce(path + "?offer=" + own + "&quantity=9").status())
                    .isEqualTo(302);
        }
        assertThat(pieces(shop)).isEqualTo("2");
    }

    @Test
    @DisplayName("43: paying without an address, going back after paying, an old tab after the cart has changed")
    void leadsBackToTheRightStep() {
        var buyer = buyer();
        var shop = buyer.shop();
        for (var path : List.of("/checkout/delivery", "/checkout/payment")) {
            assertThat(shop.get(path).address().getPath()).as(path).isEqualTo("/checkout");
        }
        var old = Shop.fields(form(buyer.toPayment()));
        old.put("gateway", "cod");
        var change = Map.of("_token", token(shop), "offer", goods.get(0).get("offer"), "quantity", "2");
        shop.post("/cart/change", change, false);
        var tooLate = shop.post("/checkout/payment", old, false);
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(orders()).isZero();
        var fresh = Shop.fields(form(tooLate));
        fresh.put("gateway", "cod");
        var placed = shop.post("/checkout/payment", fresh, false);
        assertThat(placed.header("location")).contains("/orders/");
        for (var again : List.of(fresh, old)) {
            assertThat(shop.post("/checkout/payment", again, false).status()).isLessThan(500);
        }
        for (var path : List.of("/checkout", "/checkout/delivery", "/checkout/payment")) {
            assertThat(shop.get(path).status()).as(path).isLessThan(500);
        }
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    @DisplayName("32, 50, 114: sums, sellers, states and keys that a form does not have")
    void chargesWhatTheServerHasAgreedOn() {
        var buyer = buyer();
        var fields = Shop.fields(form(buyer.toPayment()));
        fields.putAll(Map.of(
                "gateway", "cod",
                "price", "0.01",
                "total", "1",
                "discount", "999",
                "currency", "IDR",
                "seller_id", goods.get(1).get("seller"),
                "state", "DELIVERED",
                "id", "00000000-0000-0000-0000-000000000001"));
        for (var once : List.of("", "a\u0000b", "x".repeat(5_000), "<script>", "' OR 1=1--")) {
            var forged = new LinkedHashMap<>(fields);
            forged.put("once", once);
            assertThat(buyer.shop().post("/checkout/payment", forged, false).status())
                    .isEqualTo(400);
        }
        assertThat(orders()).isZero();
        buyer.shop().post("/checkout/payment", fields, false);
        var order = books.rows(
                        "SELECT * FROM inv_order WHERE id = (SELECT id FROM purchase WHERE email = '" + email + "')")
                .get(0);
        assertThat(order.get("state")).isEqualTo("CONFIRMED");
        assertThat(order.get("currency")).isEqualTo("EUR");
        assertThat(order.get("discount")).isEqualTo("0");
        assertThat(books.violations()).isEmpty();
    }

    @Test
    @DisplayName("44, 46, 80: another's checkout, another tenant's, a forged return, orders by id")
    void knowsACheckoutByItsTokenOnly() {
        var buyer = buyer();
        var checkout = Shop.fields(form(buyer.toPayment())).get("checkout");
        var elsewhere = new Shop("gearhub");
        assertThat(elsewhere.get("/checkout/payment?checkout=" + checkout).status())
                .isEqualTo(404);
        assertThat(elsewhere.get("/checkout/return?checkout=" + checkout).status())
                .isEqualTo(404);
        var id = books.text("SELECT c.id FROM checkout c WHERE c.email = '" + email + "'");
        for (var name : List.of(id, "", "x", checkout + "x", "00000000-0000-0000-0000-000000000000", "' OR 1=1--")) {
            var query = Shop.encoded(Map.of("checkout", name, "status", "success", "session", "cs_test_forged"));
            assertThat(new Shop("atelier").get("/checkout/return?" + query).status())
                    .as(name)
                    .isEqualTo(404);
        }
        // Its own, before anything has been paid: nothing is confirmed.
        assertThat(buyer.shop().get("/checkout/return?checkout=" + checkout).status())
                .isEqualTo(200);
        assertThat(orders()).isZero();
        var foreign = books.rows("SELECT id, number FROM purchase LIMIT 1").get(0);
        for (var path : List.of(foreign.get("id"), foreign.get("number").replace("#", ""), "x", "A".repeat(43))) {
            assertThat(buyer.shop().get("/orders/" + path).status()).as(path).isEqualTo(404);
            assertThat(buyer.shop().get("/orders/" + path + "/cancel").status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("47, 62: canceling without the token, by GET, twice, at another tenant")
    void cancelsOnceForTheHolder() {
        var buyer = buyer();
        var fields = Shop.fields(form(buyer.toPayment()));
        fields.put("gateway", "cod");
        var order = URI.create(
                        buyer.shop().post("/checkout/payment", fields, false).header("location"))
                .getPath();
        var stranger = new Shop("atelier");
        assertThat(stranger.post(order + "/cancel", Map.of("_token", token(buyer.shop())), false)
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get(order + "/cancel?_token=" + token(stranger)).status())
                .isEqualTo(200);
        assertThat(new Shop("gearhub").get(order).status()).isEqualTo(404);
        assertThat(books.text("SELECT state FROM purchase WHERE email = '" + email + "'"))
                .isEqualTo("CONFIRMED");
        for (int i = 0; i < 2; i++) {
            var answer = buyer.shop()
                    .post(
                            order + "/cancel",
                            Map.of("_token", token(buyer.shop()), "state", "DELIVERED", "refunded", "true"),
                            false);
            assertThat(answer.status()).isEqualTo(302);
        }
        assertThat(books.number("SELECT count(*) FROM order_event e JOIN purchase p ON p.id = e.purchase_id"
                        + " WHERE p.email = '" + email + "' AND e.kind = 'CANCELED'"))
                .isEqualTo(1);
        assertThat(books.violations()).isEmpty();
    }

    private ShopBuyer buyer() {
        email = "hostile" + Long.toString(System.nanoTime(), 36) + "@steps.example";
        var buyer = new ShopBuyer("atelier", email);
        buyer.add(goods.get(0).get("slug"));
        return buyer;
    }

    private long orders() {
        return books.number("SELECT count(*) FROM purchase WHERE email = '" + email + "'");
    }

    private static int post(Shop shop, String path, String body) {
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", "http://" + shop.host());
        return shop.send("POST", path, body, headers).status();
    }

    private static String pieces(Shop shop) {
        return shop.get("/cart").page().selectFirst("input[name=quantity]").val();
    }

    private static String token(Shop shop) {
        return shop.get("/sign-in").page().selectFirst("input[name=_token]").val();
    }

    private static Element form(Shop.Answer payment) {
        return payment.page().selectFirst("form[method=post][action$=/checkout/payment]");
    }
}
