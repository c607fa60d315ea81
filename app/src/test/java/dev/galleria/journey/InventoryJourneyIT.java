package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import dev.galleria.harness.ShopOffice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** Goods from the supplier's lorry to the buyer: counted, moved, ordered again, held, sold out, asked for, promised. */
@RunAsClient
class InventoryJourneyIT extends InApplication {
    private static final String SHOP = "atelier";
    private static final String LATER = LocalDate.of(2099, 5, 1).toString();

    private static final String ONE_OFFER =
            """
            SELECT s.titles->>'en' AS title, s.slug, s.offer_id AS offer, s.seller_id AS seller, m.slug AS seller_slug
              FROM product_summary s JOIN seller m ON m.id = s.seller_id
             WHERE s.in_stock AND s.variant_count = 1 AND 1 = (
                   SELECT count(*) FROM offer o JOIN variant v ON v.id = o.variant_id WHERE v.product_id = s.product_id)
             ORDER BY s.slug DESC LIMIT 1""";

    private ShopBooks books;
    private ShopOffice owner;
    private final String depot = "depot-" + UUID.randomUUID().toString().substring(0, 8);
    private Map<String, String> goods;
    private String sku;
    private String main;

    @Test
    void countedMovedOrderedHeldSoldOutPromised() {
        Ready.await();
        books = new ShopBooks(SHOP);
        owner = ShopOffice.of(SHOP, "owner@atelier.example");
        var neighbor = new ShopBooks("greenmarket").fingerprint();
        goods = books.rows(ONE_OFFER).get(0);
        sku = books.text("SELECT v.sku FROM offer o JOIN variant v ON v.id = o.variant_id WHERE o.id = '" + offer()
                        + "'")
                + "@" + goods.get("seller_slug");
        main = books.text(
                "SELECT w.code FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id WHERE i.offer_id = '"
                        + offer() + "' ORDER BY i.on_hand DESC LIMIT 1");
        openDepot();
        countedAnew();
        moved();
        orderedAgain();
        heldAndReleased();
        soldOutAndAskedFor();
        promised();

        assertThat(books.violations()).isEmpty();
        var now = new ShopBooks("greenmarket").fingerprint();
        for (var table :
                List.of("warehouse", "stock_item", "stock_movement", "stock_transfer", "supplier", "backorder")) {
            assertThat(now.get(table)).as(table).isEqualTo(neighbor.get(table));
        }
    }

    private void openDepot() {
        var path = "/backoffice/warehouses";
        var typed = Map.of(
                "edit:name",
                "Depot",
                "edit:code",
                "Not A Code!",
                "edit:street",
                "Weg 1",
                "edit:postalCode",
                "20095",
                "edit:city",
                "Hamburg",
                "edit:country",
                "DE",
                "edit:priority",
                "99",
                "edit:active",
                "on");
        assertThat(told(press(path, "edit", "save", typed))).isNotEmpty();
        var right = new HashMap<>(typed);
        right.put("edit:code", depot);
        press(path, "edit", "save", right);
        assertThat(books.text("SELECT city FROM warehouse WHERE code = '" + depot + "'"))
                .isEqualTo("Hamburg");
    }

    private void countedAnew() {
        var path = "/backoffice/stock/" + offer();
        var before = onHand(main);
        for (var wrong : List.of("-1", "1e3", "x", "")) {
            var typed = Map.of("shelves:warehouse", main, "shelves:counted", wrong, "shelves:reason", "");
            assertThat(told(press(path, "shelves", "count", typed))).as(wrong).isNotEmpty();
        }
        assertThat(onHand(main)).isEqualTo(before);
        books.rows("SELECT w.code FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id WHERE i.offer_id = '"
                        + offer() + "' AND w.code <> '" + main + "'")
                .forEach(elsewhere -> count(elsewhere.get("code"), 0));
        count(main, 7);
        assertThat(owner.get(path).page().select(".rows").text()).contains("stocktaking");
        var stranger = ShopOffice.of(
                SHOP,
                books.text("SELECT slug FROM seller WHERE id <> '" + goods.get("seller") + "' LIMIT 1")
                        + "@atelier.example");
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    /** What is under way is in neither place; what never comes is written off. */
    private void moved() {
        var path = "/backoffice/transfers";
        var form = Map.of("send:from", main, "send:to", depot, "send:on", LATER);
        for (var lines : List.of(sku + " 8", sku + " 0", sku, "NO-SUCH-SKU 1", sku + " 1\n" + sku + " x", "")) {
            var typed = new HashMap<>(form);
            typed.put("send:lines", lines);
            assertThat(told(press(path, "send", "do", typed))).as(lines).isNotEmpty();
        }
        assertThat(onHand(main)).isEqualTo(7);
        var typed = new HashMap<>(form);
        typed.put("send:lines", sku + " 3");
        var one = going(press(path, "send", "do", typed));
        assertThat(onHand(main)).isEqualTo(4);
        assertThat(onHand(depot)).isZero();
        assertThat(told(came(one, "receive", "4"))).isNotEmpty();
        came(one, "receive", "2");
        assertThat(onHand(depot)).isEqualTo(2);
        came(one, "close", "");
        assertThat(onHand(depot)).isEqualTo(2);
        assertThat(books.text("SELECT lost FROM stock_transfer_line l JOIN stock_transfer t ON t.id = l.transfer_id"
                        + " WHERE l.offer_id = '" + offer() + "' ORDER BY t.created_at DESC LIMIT 1"))
                .isEqualTo("1");
    }

    private void orderedAgain() {
        var path = "/backoffice/purchase-orders";
        var name = "Supplier " + depot;
        press(
                path,
                "suppliers",
                "add",
                Map.of("suppliers:name", name, "suppliers:email", "s@example.org", "suppliers:days", "9"));
        var supplier = books.text("SELECT id FROM supplier WHERE name = '" + name + "'");
        var one = going(press(
                path,
                "order",
                "do",
                Map.of(
                        "order:supplier",
                        supplier,
                        "order:warehouse",
                        depot,
                        "order:on",
                        LATER,
                        "order:lines",
                        sku + " 5")));
        assertThat(owner.get("/backoffice/stock?q=" + sku.replaceFirst("@.*", ""))
                        .page()
                        .select("main")
                        .text())
                .contains(goods.get("title"));
        came(one, "receive", "2");
        assertThat(onHand(depot)).isEqualTo(4);
        assertThat(told(came(one, "receive", "4"))).isNotEmpty();
        came(one, "all", "");
        assertThat(onHand(depot)).isEqualTo(7);
        assertThat(owner.get(one).page().select(".badge--good")).isNotEmpty();
    }

    /** A buyer who is at the gateway holds what he is about to buy; staff can end that. */
    private void heldAndReleased() {
        count(depot, 0);
        var buyer = new ShopBuyer(SHOP, "held-" + depot + "@example.org");
        buyer.add(goods.get("slug"));
        assertThat(buyer.pay(buyer.toPayment(), "stripe").status()).isEqualTo(302);
        assertThat(reserved()).isEqualTo(1);
        var page = owner.get("/backoffice/holds").page();
        var row = page.select("tr:contains(" + goods.get("title") + ")").first();
        assertThat(row).as(page.select("main").text()).isNotNull();
        var fields = ShopOffice.state(owner.get("/backoffice/holds"));
        fields.putAll(Map.of("holds", "holds", row.selectFirst("button").attr("name"), ""));
        var asked = owner.post("/backoffice/holds", fields);
        var sure = ShopOffice.state(asked);
        sure.putAll(Map.of("holds", "holds", "holds:reason", "He called", "holds:release", ""));
        owner.post("/backoffice/holds", sure);
        assertThat(reserved()).isZero();
    }

    private void soldOutAndAskedFor() {
        count(main, 0);
        var email = "waits-" + depot + "@example.org";
        var shop = new Shop(SHOP);
        var ask = new ArrayList<org.jsoup.nodes.Element>();
        soon(() -> {
            ask.clear();
            ask.addAll(shop.get("/p/" + goods.get("slug")).page().select("form[action$=/stock-notice]"));
            return !ask.isEmpty();
        });
        var form = shop.submit(ask.get(0), Map.of());
        var post = form.page().selectFirst("form[method=post][action$=/stock-notice]");
        assertThat(shop.submit(post, Map.of("email", "nobody")).status()).isEqualTo(422);
        assertThat(shop.submit(post, Map.of("email", email)).status()).isEqualTo(200);
        var link = mail(email, "/stock-notice/[A-Za-z0-9_.-]+");
        assertThat(waiting(email)).isEqualTo("ASKED");
        var confirm = shop.get(link).page().selectFirst("form[action*=/stock-notice/]");
        shop.submit(confirm, Map.of(), confirm.selectFirst("button[value=confirm]"));
        assertThat(waiting(email)).isEqualTo("WAITING");
        count(main, 1);
        assertThat(mail(email, "/p/[a-z0-9-]+")).endsWith("/p/" + goods.get("slug"));
        assertThat(waiting(email)).isEqualTo("TOLD");
    }

    /** Two more may be sold than there are; the third is refused before anything is charged. */
    private void promised() {
        count(main, 0);
        var path = "/backoffice/stock/" + offer();
        var typed = Map.of("promise:mode", "BACKORDER", "promise:cap", "2", "promise:on", LATER);
        press(path, "promise", "save", Map.of("promise:mode", "SOON", "promise:cap", "2", "promise:on", LATER));
        press(path, "promise", "save", Map.of("promise:mode", "BACKORDER", "promise:cap", "2", "promise:on", "soon"));
        assertThat(books.number("SELECT sum(backorder_cap) FROM stock_item WHERE offer_id = '" + offer() + "'"))
                .isZero();
        press(path, "promise", "save", typed);
        soon(() -> !new Shop(SHOP)
                .get("/p/" + goods.get("slug"))
                .page()
                .select("form[action$=/cart/add]")
                .isEmpty());
        var buyers = new ArrayList<ShopBuyer>();
        var payments = new ArrayList<Shop.Answer>();
        for (int i = 0; i < 3; i++) {
            var buyer = new ShopBuyer(SHOP, "promised-" + i + depot + "@example.org");
            buyer.add(goods.get("slug"));
            buyers.add(buyer);
            payments.add(buyer.toPayment());
        }
        for (int i = 0; i < 3; i++) {
            buyers.get(i).pay(payments.get(i), "cod");
        }
        assertThat(books.number("SELECT count(*) FROM purchase WHERE email LIKE 'promised-%" + depot + "@example.org'"))
                .isEqualTo(2);
        assertThat(books.number("SELECT sum(backordered) FROM stock_item WHERE offer_id = '" + offer() + "'"))
                .isEqualTo(2);
        press(path, "promise", "end", Map.of());
        // Those who wait are served first, in the same step.
        var five = Map.of("shelves:warehouse", main, "shelves:counted", "5", "shelves:reason", "stocktaking");
        press(path, "shelves", "count", five);
        assertThat(onHand(main)).isEqualTo(3);
        assertThat(books.number("SELECT sum(backordered) FROM stock_item WHERE offer_id = '" + offer() + "'"))
                .isZero();
    }

    private void count(String warehouse, int units) {
        press(
                "/backoffice/stock/" + offer(),
                "shelves",
                "count",
                Map.of(
                        "shelves:warehouse",
                        warehouse,
                        "shelves:counted",
                        Integer.toString(units),
                        "shelves:reason",
                        "stocktaking"));
        assertThat(onHand(warehouse)).isEqualTo(units);
    }

    private Shop.Answer came(String address, String button, String units) {
        var path = address.replaceFirst("^https?://[^/]+", "");
        var input = owner.get(path).page().selectFirst("#came input[name$=:units]");
        return press(path, "came", button, Map.of(input.attr("name"), units));
    }

    private Shop.Answer press(String path, String form, String button, Map<String, String> typed) {
        var fields = new HashMap<>(typed);
        fields.put(form, form);
        fields.put(form + ":" + button, "");
        var answer = owner.press(path, fields);
        assertThat(answer.status()).as(answer.page().text()).isIn(200, 302);
        return answer;
    }

    private static String going(Shop.Answer answer) {
        assertThat(answer.status()).as(told(answer)).isEqualTo(302);
        return answer.header("location");
    }

    private static String told(Shop.Answer answer) {
        return answer.page().select(".ui-messages-error").text();
    }

    private String mail(String email, String pattern) {
        var mails = "SELECT text FROM mail WHERE recipient = '" + email + "' AND text ~ '" + pattern + "'";
        soon(() -> !books.rows(mails).isEmpty());
        return books.text(mails).replaceAll("(?s).*?(" + pattern + ").*", "$1");
    }

    private String waiting(String email) {
        return books.text("SELECT state FROM stock_request WHERE email = '" + email + "'");
    }

    private String offer() {
        return goods.get("offer");
    }

    private long onHand(String warehouse) {
        return books.number(
                "SELECT coalesce(sum(i.on_hand), 0) FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id"
                        + " WHERE i.offer_id = '" + offer() + "' AND w.code = '" + warehouse + "'");
    }

    private long reserved() {
        return books.number("SELECT sum(reserved) FROM stock_item WHERE offer_id = '" + offer() + "'");
    }

    private static void soon(Callable<Boolean> so) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(so);
    }
}
