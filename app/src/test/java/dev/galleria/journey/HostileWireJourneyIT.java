package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopWire;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Part 4 of the promises on the wire: hosts, headers, methods, cookies, paths. No 5xx, no other tenant, no leak. */
@RunAsClient
class HostileWireJourneyIT extends InApplication {
    private static final String OWN = "atelier.localhost";

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @ParameterizedTest(name = "{0}: Host: {1}")
    @CsvSource({
        "1, unknown.example, 421",
        "1, localhost, 421",
        "1, 127.0.0.1, 421",
        "5, x.atelier.localhost, 421",
        "5, atelier.localhost.evil.example, 421",
        "5, atelier..localhost, 421",
        "4, 'atelier.localhost, gearhub.localhost', 400",
        "4, atelier.localhost gearhub.localhost, 400",
        "5, atelier.localhost:99999, 400",
        "5, atelier.localhost:abc, 400",
        "5, [::1], 400",
        "5, atelier.localhost/../x, 400",
        "86, x' OR 1=1--, 400",
        "5, ATELIER.LOCALHOST, 200",
        "5, atelier.localhost., 200"
    })
    void knowsOnlyItsOwnHosts(String number, String host, int status) {
        var answer = ShopWire.get(host, "/", "");
        assertThat(ShopWire.status(answer)).isEqualTo(status);
        assertThat(answer).doesNotContain("<title>Gearhub");
        if (status == 421) {
            assertThat(answer).doesNotContain("Set-Cookie");
        }
    }

    @Test
    @DisplayName("4, 5: hosts that the server itself does not take, or takes for none")
    void showsNoShopWithoutOneHost() {
        assertThat(ShopWire.get(OWN + "\r\nHost: gearhub.localhost", "/", "")).startsWith("HTTP/1.1 400");
        assertThat(ShopWire.get("a".repeat(300) + ".localhost", "/", "")).startsWith("HTTP/1.1 400");
        assertThat(ShopWire.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
        for (var host : List.of("atelier.localhost:80@gearhub.localhost", "", "atelier.localhost:-1")) {
            // These end at the server itself, which answers without any content.
            assertThat(ShopWire.get(host, "/", "")).as(host).contains("Content-Length: 0");
        }
        // The request line's host counts (RFC 9112, 3.2.2): never one by this and the other by that.
        var absolute = ShopWire.send("GET http://gearhub.localhost/ HTTP/1.1\r\nHost: atelier.localhost\r\nCookie: ga="
                + new Shop("atelier").host() + "\r\nConnection: close\r\n\r\n");
        assertThat(absolute)
                .startsWith("HTTP/1.1 200")
                .contains("<title>Gearhub")
                .doesNotContain("Atelier");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "3, X-Forwarded-Host: gearhub.localhost",
        "3, Forwarded: host=gearhub.localhost",
        "3, X-Original-Host: gearhub.localhost",
        "3, X-Tenant-Id: gearhub",
        "3, X-Original-URL: /backoffice",
        "3, X-HTTP-Method-Override: DELETE",
        "101, X-Forwarded-For: 1.2.3.4",
        "58, Cookie: csfcfc=garbage",
        "58, Cookie: csfcfc=",
        "58, Cookie: csfcfc=7aXBAow%3D",
        "58, 'Cookie: csfcfc=\"'",
        "64, Cookie: gs=fixed; JSESSIONID=fixed",
        "64, Cookie: gv=<script>; ga='; gc=;;=",
        "61, Accept-Language: ../../x",
        "61, 'Accept-Language: en-<script>;q=NaN,,;q=2'",
        "91, 'Range: bytes=0-1,2-3,0-99999999999999999999'",
        "91, If-Modified-Since: x",
        "118, User-Agent: ${jndi:ldap://evil.example/x}",
        "60, Accept: #{7*7}"
    })
    void showsItsPageWhateverTheHeaderSays(String number, String header) {
        var answer = ShopWire.get(OWN, "/sign-in", header + "\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains(" · Atelier</title>")
                .doesNotContain("fixed");
        assertNoLeak(answer);
    }

    @ParameterizedTest(name = "91: {0} {1}")
    @CsvSource({
        "TRACE, /, 405",
        "PATCH, /cart, 405",
        "BREW, /, 405",
        "PROPFIND, /, 405",
        "PUT, /x.jsp, 405",
        "DELETE, /cart, 405"
    })
    void knowsFewMethods(String method, String path, int status) {
        var answer = ShopWire.send(method + " " + path + " HTTP/1.1\r\nHost: " + OWN + "\r\nConnection: close\r\n\r\n");
        assertThat(ShopWire.status(answer)).isEqualTo(status);
        assertNoLeak(answer);
    }

    @Test
    @DisplayName("91, 61, 58: broken and oversized requests; the next one is answered as ever")
    void survivesBrokenRequests() {
        for (var head : List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "Content-Length: -5\r\n\r\nabcdef",
                "Content-Length: x\r\n\r\nabcdef",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
                "X-A: " + "a".repeat(100_000) + "\r\n\r\n",
                "Cookie: csfcfc=" + "x".repeat(10_240) + "\r\n\r\n",
                "Accept-Language: " + "x".repeat(5_000) + "\r\n\r\n",
                "X A: b\r\n\r\n",
                "X-N: 1\r\n".repeat(1_000) + "\r\n")) {
            var answer = ShopWire.send("POST /cart/add HTTP/1.1\r\nHost: " + OWN
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n" + head);
            assertThat(ShopWire.status(answer))
                    .as(head.substring(0, Math.min(50, head.length())))
                    .isIn(400, 403, 413, 431);
        }
        assertThat(ShopWire.send("GET /\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(ShopWire.get(OWN, "/" + "a".repeat(70_000), "")).startsWith("HTTP/1.1 400");
        assertThat(ShopWire.get(OWN, "/", "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "11, /..;/WEB-INF/web.xml",
        "11, /web-inf/web.xml",
        "12, /jakarta.faces.resource/.xhtml",
        "12, /jakarta.faces.resource/web.xml.xhtml?ln=%2e%2e/WEB-INF",
        "12, /jakarta.faces.resource/web.xml.xhtml?ln=..%5cWEB-INF",
        "12, /jakarta.faces.resource/theme.css.xhtml?con=../..",
        "12, /jakarta.faces.resource/%23%7b7*7%7d.xhtml?ln=%23%7b7*7%7d",
        "13, /jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrid=x&pfdrt=sc&v=1",
        "14, /media/card/%252e%252e%252f.webp",
        "46, /mailbox/x/html",
        "46, /mailbox/00000000-0000-0000-0000-000000000000/html",
        "46, /mailbox/00000000-0000-0000-0000-000000000000",
        "46, /orders/x/cancel",
        "80, /checkout/return?checkout=x",
        "99, /cart/x.css",
        "99, /account%2f.css",
        "101, //sign-in",
        "109, /metrics",
        "109, /jobrunr",
        "109, /__asadmin",
        "115, /p/%EF%BC%91",
        "115, /p/{00000000-0000-0000-0000-000000000000}",
        "115, /p/x/%2e%2e/y",
        "61, /xx/cart",
        "61, /de/de/"
    })
    void hasNothingAt(String number, String path) {
        var answer = ShopWire.get(OWN, path, "");
        assertThat(ShopWire.status(answer)).isEqualTo(404);
        assertNoLeak(answer);
        assertThat(answer).doesNotContain("immutable");
    }

    @Test
    @DisplayName("93, 95: pages of errors are shielded like others, whatever has failed")
    void shieldsItsErrors() {
        for (var path :
                List.of("/nothing", "/p/nothing", "/c/nothing", "/orders/x", "/mailbox/x/html", "/de/brands/x")) {
            assertThat(ShopWire.get(OWN, path, ""))
                    .as(path)
                    .startsWith("HTTP/1.1 404")
                    .contains("X-Frame-Options: DENY")
                    .contains("X-Content-Type-Options: nosniff")
                    .contains("default-src 'self'; script-src 'self'")
                    .contains("Cache-Control: no-store");
        }
    }

    @Test
    @DisplayName("54, 57, 60: parameters of Faces at a shop's pages change nothing")
    void knowsNoComponentsInShops() {
        for (var query : List.of(
                "jakarta.faces.ViewState=stateless",
                "jakarta.faces.ViewState=rO0ABXNyABFqYXZh",
                "jakarta.faces.RenderKitId=%23%7B7*7%7D",
                "jakarta.faces.RenderKitId=",
                "jakarta.faces.ClientWindow=%3Cscript%3Ealert(1)%3C/script%3E",
                "primefaces.nonce=x",
                "jakarta.faces.source=%23%7B7*7%7D")) {
            for (var path : List.of("/", "/cart", "/search?q=lamp", "/sign-in", "/sellers")) {
                var address = path + (path.contains("?") ? "&" : "?") + query;
                var answer = ShopWire.get(OWN, address, "");
                assertThat(answer).as(address).startsWith("HTTP/1.1 200").contains("<title>");
                assertThat(answer).doesNotContain("<script>alert(1)");
                assertNoLeak(answer);
                assertThat(ShopWire.status(ShopWire.get(OWN, address, "Faces-Request: partial/ajax\r\n")))
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    @DisplayName("51, 114: parameters twice, without a name, in bytes that are no text")
    void readsAnyQuery() {
        for (var query : List.of(
                "?q=%ff%fe",
                "?q=%ed%a0%bd",
                "?q=%",
                "?q=%zz",
                "?q=a&q=b",
                "?q[]=x",
                "?=x",
                "?&&&",
                "?__proto__=x",
                "?q=%c0%ae",
                "?" + "a=1&".repeat(1_500))) {
            for (var path : List.of("/search", "/cart", "/")) {
                assertThat(ShopWire.status(ShopWire.get(OWN, path + query, "")))
                        .as(path + query.substring(0, Math.min(20, query.length())))
                        .isIn(200, 400);
            }
        }
    }

    @Test
    @DisplayName("59, 63, 65, 95, 98: no session for strangers, cookies with flags, no foreign origin, no frame")
    void keepsNothingOfStrangers() {
        for (var path : List.of("/", "/search?q=lamp", "/cart", "/sign-in", "/checkout")) {
            var answer = ShopWire.get(OWN, path, "Origin: https://evil.example\r\n");
            assertThat(answer)
                    .as(path)
                    .doesNotContain("Access-Control-Allow")
                    .doesNotContain("Set-Cookie: gs=")
                    .contains("X-Frame-Options: DENY")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.lines().filter(line -> line.startsWith("Set-Cookie:")))
                    .as(path)
                    .allSatisfy(cookie -> assertThat(cookie)
                            .contains("HttpOnly")
                            .contains("SameSite=")
                            .doesNotContain("Domain="));
        }
        assertThat(ShopWire.get("console.localhost", "/sign-in", "")).doesNotContain("Set-Cookie: gs=");
        for (var path : List.of("/cart", "/sign-in", "/account/orders", "/account/orders/x.css")) {
            assertThat(ShopWire.get(OWN, path, "")).as(path).contains("Cache-Control: no-store");
        }
    }

    private static void assertNoLeak(String answer) {
        assertThat(answer)
                .doesNotContain("Exception")
                .doesNotContain("dev.galleria")
                .doesNotContain("GlassFish")
                .doesNotContain("<web-app")
                .doesNotContain("org.postgresql");
    }
}
