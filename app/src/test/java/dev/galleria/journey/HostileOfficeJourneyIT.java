package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.Shop.Answer;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopOffice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Part 4 of the promises in the back office: nothing that a signed-in person sends does more than its buttons do. */
@RunAsClient
class HostileOfficeJourneyIT extends InApplication {
    private static final String STATE = "jakarta.faces.ViewState";
    private static final String LIST = "/backoffice/orders?state=all";
    private static final List<String> RUBBISH =
            List.of("<script>alert(1)</script>", "#{7*7}\u0000", "-1", "99999999999999999999", "' OR 1=1--");
    private ShopBooks books;
    private String mine;
    private String theirs;
    private String me;
    private String they;
    private String before;

    @BeforeEach
    void twoSellersWithSomethingToShip() {
        Ready.await();
        books = new ShopBooks("atelier");
        var parts = books.rows(
                """
                SELECT DISTINCT ON (m.id) s.id, m.slug FROM seller_order s JOIN seller m ON m.id = s.seller_id
                 WHERE s.state = 'CONFIRMED' ORDER BY m.id, s.placed_at DESC""");
        mine = "/backoffice/orders/" + parts.get(0).get("id");
        theirs = "/backoffice/orders/" + parts.get(1).get("id");
        me = parts.get(0).get("slug") + "@atelier.example";
        they = parts.get(1).get("slug") + "@atelier.example";
        before = books();
    }

    @AfterEach
    void nothingHasHappened() {
        assertThat(books()).isEqualTo(before);
    }

    @Test
    @DisplayName("54: view state that is missing, made up, of somebody else, of another page or tenant")
    void takesNoStateButItsOwn() {
        var office = ShopOffice.of("atelier", me);
        var gearhub = ShopOffice.of(
                "gearhub",
                new ShopBooks("gearhub").productsOfTwoSellers().get(0).get("seller_slug") + "@gearhub.example");
        var states = List.of(
                "",
                "rubbish",
                "stateless",
                "1:2",
                ":",
                "9223372036854775808:1",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
                "H4sIAAAAAAAA/1vzloG1uIhBMCuxLFGvtCQzR88jsTjDNzVPNzk/VwgALTcRFBwAAAA=",
                "x".repeat(1_000_000),
                ShopOffice.state(ShopOffice.of("atelier", they).get(theirs)).get(STATE),
                ShopOffice.state(gearhub.get("/backoffice/orders")).get(STATE),
                ShopOffice.state(office.get(LIST)).get(STATE));
        for (var state : states) {
            var fields = parcel();
            fields.putAll(ShopOffice.state(office.get(mine)));
            fields.put(STATE, state);
            assertAnswered(office.post(mine, fields), state);
            fields.put("jakarta.faces.partial.ajax", "true");
            fields.put("jakarta.faces.source", "ship:confirm");
            fields.put("jakarta.faces.partial.execute", "@all");
            assertAnswered(office.part(mine, fields), state);
        }
        var fields = parcel();
        fields.putAll(ShopOffice.state(office.get(mine)));
        fields.remove(STATE);
        assertAnswered(office.post(mine, fields), "none");
    }

    @Test
    @DisplayName("54, 62: the right view state by GET, without token, from another origin")
    void actsOnPostsOfItsOwnPagesOnly() {
        var office = ShopOffice.of("atelier", me);
        var fields = parcel();
        fields.putAll(ShopOffice.state(office.get(mine)));
        assertAnswered(office.get(mine + "?" + Shop.encoded(fields)), "by GET");
        for (var origin : List.of("https://evil.example", "null", "http://gearhub.localhost:" + Ready.port())) {
            var headers = Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", origin);
            assertThat(office.shop()
                            .send("POST", mine, Shop.encoded(fields), headers)
                            .status())
                    .as(origin)
                    .isEqualTo(403);
        }
        fields.put("_token", "x");
        assertThat(office.post(mine, fields).status()).isEqualTo(403);
        fields.remove("_token");
        assertThat(office.post(mine, fields).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("46, 48, 56: another seller's part by address, by field, with the state of an own page")
    void knowsNobodyElsesParts() {
        var office = ShopOffice.of("atelier", me);
        var fields = parcel();
        fields.putAll(ShopOffice.state(office.get(mine)));
        var foreign = theirs.substring(theirs.lastIndexOf('/') + 1);
        assertThat(office.get(theirs).status()).isEqualTo(404);
        assertAnswered(office.post(theirs, fields), "theirs");
        assertThat(office.get("/backoffice/orders/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(office.get("/backoffice/orders/x").status()).isEqualTo(404);
        // The page of the own part, asked for the other one: it stays the own one.
        assertThat(office.get(mine + "?id=" + foreign).page().select("h1").text())
                .isEqualTo(office.get(mine).page().select("h1").text());
        for (var field : List.of("ship:tracking", "ship:carrier")) {
            for (var rubbish : RUBBISH) {
                var answer =
                        office.press(mine, with(parcel(), Map.of(field, rubbish, "id", foreign, "seller", foreign)));
                assertAnswered(answer, field + " " + rubbish);
            }
        }
    }

    @Test
    @DisplayName(
            "49, 55: buttons that are not there: the owner ships, a part arrives before it is sent, a shopper looks in")
    void pressesNoButtonThatIsNotShown() {
        var owner = ShopOffice.of("atelier", "owner@atelier.example");
        var whole = "/backoffice/orders/"
                + books.text("SELECT purchase_id FROM seller_order WHERE id = '" + mine.substring(19) + "'");
        for (var button : List.of("ship:confirm", "doing:deliver", "doing", "shipDialog", "@all", "x")) {
            var press = with(
                    new LinkedHashMap<>(Map.of(button, "")), Map.of("jakarta.faces.source", button, "doing", "doing"));
            assertAnswered(owner.press(whole, with(parcel(), press)), button);
            assertAnswered(owner.ask(whole, with(parcel(), press)), button);
        }
        var seller = ShopOffice.of("atelier", me);
        for (var fields : List.of(
                Map.of("doing", "doing", "doing:deliver", ""),
                Map.of("doing", "doing", "jakarta.faces.source", "doing:deliver", "state", "DELIVERED"))) {
            assertAnswered(seller.press(mine, fields), "too early");
            assertAnswered(seller.ask(mine, fields), "too early");
        }
        var shopper = ShopOffice.of("atelier", "shopper@atelier.example");
        assertThat(shopper.get(mine).status()).isEqualTo(403);
        assertThat(shopper.get("/backoffice").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("56, 57, 87: a table's page, sort, filter and row by rubbish; parameters of Faces and PrimeFaces")
    void readsOnlyWhatATableMaySend() {
        var office = ShopOffice.of("atelier", me);
        var owner = ShopOffice.of("atelier", "owner@atelier.example");
        for (var rubbish : RUBBISH) {
            var page = ShopOffice.state(office.get(LIST));
            page.put("jakarta.faces.partial.ajax", "true");
            for (var name : List.of(
                    "orders_sortKey",
                    "orders_sortDir",
                    "orders_first",
                    "orders_rows",
                    "orders:globalFilter",
                    "orders_selection",
                    "orders_expandedRowIndex",
                    "orders_cellInfo",
                    "orders_scrollOffset")) {
                var fields = with(table(page), Map.of("list:" + name, rubbish));
                assertAnswered(office.part(LIST, fields), name + " " + rubbish);
            }
            for (var name : List.of(
                    "jakarta.faces.source",
                    "jakarta.faces.partial.execute",
                    "jakarta.faces.partial.render",
                    "jakarta.faces.behavior.event",
                    "jakarta.faces.ClientWindow",
                    "jakarta.faces.RenderKitId",
                    "primefaces.nonce",
                    "primefaces.resetvalues",
                    "pfdrid")) {
                var fields = with(new LinkedHashMap<>(page), Map.of(name, rubbish));
                assertAnswered(office.part(LIST, fields), name + " " + rubbish);
                fields.remove("jakarta.faces.partial.ajax");
                assertAnswered(office.post(LIST, fields), name + " " + rubbish);
            }
            var words = Shop.encoded(Map.of("q", rubbish, "state", rubbish));
            assertAnswered(office.get("/backoffice/orders?" + words), rubbish);
            assertAnswered(owner.get("/backoffice/orders?" + words), rubbish);
        }
        var last = office.ask(LIST, table(Map.of("list:orders_first", "1000000000", "list:orders_rows", "25")));
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.body().split("<tr ").length).isLessThanOrEqualTo(26);
    }

    @Test
    @DisplayName("93, 95: scripts by nonce alone, no frames, nothing kept")
    void shieldsItsPages() {
        var office = ShopOffice.of("atelier", me);
        for (var path : List.of("/backoffice", "/backoffice/orders", mine)) {
            var page = office.get(path);
            var policy = String.join(" ", page.headers().get("content-security-policy"));
            var nonce = page.page().selectFirst("script[nonce]").attr("nonce");
            assertThat(policy)
                    .as(path)
                    .contains("script-src 'self' 'nonce-" + nonce + "'")
                    .contains("frame-ancestors 'none'");
            assertThat(page.header("cache-control")).isEqualTo("no-store");
            assertThat(page.header("x-frame-options")).isEqualTo("DENY");
            assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
        }
    }

    /** Orders, parcels and their history, to the row. */
    private String books() {
        return books.rows(
                        """
                        SELECT (SELECT count(*) FROM shipment) AS shipments, (SELECT count(*) FROM order_event) AS events,
                               (SELECT md5(string_agg(id::text || state, '' ORDER BY id)) FROM seller_order) AS states""")
                .toString();
    }

    private static Map<String, String> parcel() {
        return new LinkedHashMap<>(Map.of(
                "ship", "ship", "ship:confirm", "", "ship:carrier", "Evil Express", "ship:tracking", "HOSTILE1"));
    }

    private static Map<String, String> table(Map<String, String> fields) {
        return with(
                new LinkedHashMap<>(Map.of(
                        "list", "list",
                        "jakarta.faces.source", "list:orders",
                        "jakarta.faces.partial.execute", "list:orders",
                        "jakarta.faces.partial.render", "list:orders",
                        "list:orders_sorting", "true",
                        "list:orders_pagination", "true",
                        "list:orders_filtering", "true",
                        "list:orders_encodeFeature", "true")),
                fields);
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        fields.putAll(more);
        return fields;
    }

    private static void assertAnswered(Answer answer, String what) {
        var name = what.substring(0, Math.min(60, what.length()));
        assertThat(answer.status()).as(name).isLessThan(500);
        assertThat(answer.body())
                .as(name)
                .doesNotContain("<script>alert(1)")
                .doesNotContain("dev.galleria")
                .doesNotContain("Exception");
    }
}
