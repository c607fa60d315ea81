package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Part 4 of the promises for the surfaces that exist: no 5xx, no leak, no effect. */
@RunAsClient
class HostileInputJourneyIT extends InApplication {
    private static final List<String> HOSTILE_TEXTS = List.of(
            "<svg/onload=alert(1)>",
            "\"><img src=x onerror=alert(1)>",
            "#{7*7}",
            "${7*7}",
            "' OR 1=1--",
            "; SELECT pg_sleep(9)",
            "../../WEB-INF/web.xml",
            "a\u0000b",
            "\ud83d\ude00".repeat(50),
            "x".repeat(5_000),
            "\r\nSet-Cookie: x=1",
            "\u202egnp.exe");

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    void knowsOnlyItsOwnHosts() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: unknown.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(
                        raw(
                                "GET / HTTP/1.1\r\nHost: atelier.localhost\r\nHost: gearhub.localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        for (var host : List.of(
                "atelier.localhost, gearhub.localhost",
                "a.localhost:80@b.localhost",
                "atelier.localhost:99999",
                "[::1]")) {
            // Some of these end at the server itself, which answers without any content.
            assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .matches(answer -> answer.startsWith("HTTP/1.1 4") || answer.contains("Content-Length: 0"));
        }
        assertThat(raw("GET / HTTP/1.1\r\nHost: ATELIER.localhost.\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void ignoresHeadersThatNameAnotherTenant() throws IOException {
        var answer = raw("GET / HTTP/1.1\r\nHost: atelier.localhost\r\nX-Forwarded-Host: gearhub.localhost\r\n"
                + "Forwarded: host=gearhub.localhost\r\nX-Tenant-Id: gearhub\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("Atelier").doesNotContain("<title>Gearhub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.//WEB-INF/web.xml",
                "/WEB-INF;x/web.xml",
                "/%2e%2e/WEB-INF/web.xml",
                "//META-INF/context.xml",
                "/WEB-INF/web.xml",
                "/.//WEB-INF/classes/META-INF/microprofile-config.properties",
                "/jakarta.faces.resource/../../WEB-INF/web.xml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/web.xml.xhtml?loc=../..",
                "/catalog/home.xhtml",
                "/backoffice/orders.xhtml",
                "/console/tenants.xhtml",
                "/p/%00",
                "/p/-1",
                "/p/9223372036854775808",
                "/c/nothing-of-that-name",
                "/orders/AAAA",
                "/orders/00000000-0000-0000-0000-000000000000",
                "/media/huge/x.webp",
                "/media/card/studio.nothing_1_2_3.webp",
                "/account/orders/x.css"
            })
    void showsNothingAtPathsThatAreNobodys(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: atelier.localhost\r\nConnection: close\r\n\r\n");
        assertThat(status(answer)).as(path).isIn(301, 302, 303, 400, 403, 404);
        assertNoLeak(answer);
    }

    @Test
    void showsHostileWordsLiterally() {
        var shop = new Shop("atelier");
        for (var text : HOSTILE_TEXTS) {
            var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            for (var path : List.of(
                    "/search?q=" + encoded,
                    "/search?sort=" + encoded,
                    "/search?q=lamp&min=" + encoded,
                    "/p/x?v=" + encoded)) {
                var answer = shop.get(path);
                assertThat(answer.status()).as(path).isLessThan(500);
                assertNoLeak(answer.body());
                assertThat(answer.body()).doesNotContain("<svg/onload").doesNotContain("<img src=x");
                assertThat(answer.page().select("h1").text()).doesNotContain("49");
            }
        }
        for (var query :
                List.of("page=1000000000", "page=-1", "size=1000000", "sort=password", "min=-5&max=NaN", "stars=99")) {
            assertThat(shop.get("/search?" + query).status()).as(query).isEqualTo(200);
        }
    }

    @Test
    void keepsTheCartWhenAQuantityIsNone() {
        var books = new ShopBooks("atelier");
        var buyer = new ShopBuyer("atelier", "hostile@quantity.example");
        buyer.add(books.productsOfTwoSellers().get(0).get("slug"));
        var form = buyer.shop()
                .get("/p/" + books.productsOfTwoSellers().get(1).get("slug"))
                .page()
                .selectFirst("form[action$=/cart/add]");
        for (var quantity : List.of(
                "-1",
                "0",
                "1.5",
                "1e9",
                "2147483648",
                "NaN",
                "Infinity",
                "0x10",
                "\uff11",
                "",
                "null",
                "[\"1\"]",
                "1".repeat(400))) {
            var answer = buyer.shop().submit(form, Map.of("quantity", quantity));
            assertThat(answer.status()).as(quantity).isLessThan(500);
        }
        for (var offer : List.of("", "x", "00000000-0000-0000-0000-000000000000", "' OR 1=1--")) {
            assertThat(buyer.shop().submit(form, Map.of("offer", offer)).status())
                    .as(offer)
                    .isLessThan(500);
        }
        var prices = new LinkedHashMap<String, String>();
        prices.put("price", "0.01");
        prices.put("total", "1");
        prices.put("currency", "IDR");
        buyer.shop().submit(form, prices);
        var cart = buyer.shop().get("/cart");
        assertThat(cart.status()).isEqualTo(200);
        assertThat(cart.body()).doesNotContain("IDR");
    }

    @Test
    void refusesPostsThatAreNotItsOwn() {
        var books = new ShopBooks("atelier");
        var shop = new Shop("atelier");
        var fields = Map.of("offer", books.productsOfTwoSellers().get(0).get("offer"), "quantity", "1");

        assertThat(shop.post("/cart/add", fields, false).status()).isEqualTo(403);
        assertThat(shop.post("/checkout", Map.of("_token", "x"), false).status())
                .isEqualTo(403);
        assertThat(shop.post("/sign-in", Map.of("email", "a@b.example", "_token", "x"), false)
                        .status())
                .isEqualTo(403);
        var elsewhere = new Shop("gearhub")
                .get("/sign-in")
                .page()
                .selectFirst("input[name=_token]")
                .val();
        assertThat(shop.post("/cart/add", Map.of("_token", elsewhere), false).status())
                .isEqualTo(403);
    }

    @Test
    void staysOnItsOwnHostAfterSigningIn() {
        for (var next : List.of(
                "//evil.example",
                "https:evil.example",
                "/\\evil.example",
                "%2f%2fevil.example",
                "javascript:alert(1)",
                "/\r\nX: y")) {
            var shop = new Shop("atelier");
            var form = shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]");
            var fields = Shop.fields(form);
            fields.put("email", "shopper@atelier.example");
            fields.put("password", "galleria-demo");
            fields.put("next", next);
            var answer = shop.post("/sign-in", fields, false);
            assertThat(answer.status()).as(next).isLessThan(500);
            assertThat(answer.header("location"))
                    .as(next)
                    .doesNotContain("evil")
                    .doesNotContain("javascript");
            assertThat(answer.headers()).doesNotContainKey("x");
        }
    }

    @Test
    void answersUnknownAndWrongAlike() {
        var answers = List.of("shopper@atelier.example", "nobody@atelier.example").stream()
                .map(email -> {
                    var shop = new Shop("atelier");
                    var fields = Shop.fields(shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
                    fields.put("email", email);
                    fields.put("password", "not the password");
                    return shop.post("/sign-in", fields, true)
                            .page()
                            .select("[role=alert]")
                            .text();
                })
                .toList();
        assertThat(answers.get(0)).isNotEmpty().isEqualTo(answers.get(1));
    }

    @Test
    void hasNoEffectOfAnUnsignedWebhook() {
        var books = new ShopBooks("atelier");
        long before = books.number("SELECT count(*) FROM gateway_event");
        var shop = new Shop("atelier");
        assertThat(shop.post("/webhooks/stripe", Map.of("id", "evt_1"), false).status())
                .isEqualTo(400);
        assertThat(books.number("SELECT count(*) FROM gateway_event")).isEqualTo(before);
    }

    @Test
    void confirmsNothingOnAForgedReturn() {
        var books = new ShopBooks("atelier");
        long before = books.number("SELECT count(*) FROM purchase");
        var answer = new Shop("atelier").get("/checkout/return?status=success&session=cs_test_forged&checkout=forged");
        assertThat(answer.status()).isLessThan(500);
        assertThat(books.number("SELECT count(*) FROM purchase")).isEqualTo(before);
    }

    @Test
    void keepsOneTenantsSignInFromAnother() {
        var shop = new Shop("atelier");
        var fields = Shop.fields(shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
        fields.put("email", "shopper@atelier.example");
        fields.put("password", "galleria-demo");
        shop.post("/sign-in", fields, true);
        assertThat(shop.get("/account/orders").page().select("h1").text()).isNotEmpty();

        var other = new Shop("gearhub");
        other.cookies().putAll(shop.cookies());
        assertThat(other.getOnce("/account/orders").status()).isBetween(300, 399);
    }

    private static void assertNoLeak(String answer) {
        assertThat(answer)
                .doesNotContain("Exception")
                .doesNotContain("at dev.galleria")
                .doesNotContain("org.postgresql")
                .doesNotContain("<web-app")
                .doesNotContain("product_summary");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", Ready.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }
}
