package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import dev.galleria.harness.ShopOffice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** A promotion from its first draft to an order: written wrongly, written, changed, given to many at once, ended. */
@RunAsClient
class PromotionsJourneyIT extends InApplication {
    private static final String SHOP = "atelier";
    private static final String PAGE = "/backoffice/promotions";
    private static final int BUYERS = 6;

    private ShopBooks books;
    private final String name = "Journey " + UUID.randomUUID();
    private ShopOffice owner;

    @Test
    void writtenChangedGivenToManyEnded() throws Exception {
        Ready.await();
        books = new ShopBooks(SHOP);
        owner = ShopOffice.of(SHOP, "owner@atelier.example");
        var neighbor = new ShopBooks("greenmarket").fingerprint();
        var goods = books.productsOfTwoSellers();
        assertRefused(Map.of("edit:value", "ten"));
        assertRefused(Map.of("edit:value", "101"));
        assertRefused(Map.of("edit:targets", "product:there-is-no-such-thing"));
        assertRefused(Map.of("edit:group", "x'; --"));
        assertRefused(Map.of("edit:starts", "2027-01-02T00:00", "edit:ends", "2027-01-01T00:00"));
        assertRefused(Map.of("edit:name", " "));

        var target = "product:" + goods.get(0).get("slug");
        owner.press(PAGE, form(Map.of("edit:value", "50", "edit:targets", target)));
        assertThat(promotion()).containsEntry("value", "5000").containsEntry("needs_coupon", "t");
        assertChanged(target);
        assertSellersHaveNoSay(goods.get(0).get("seller_slug"));

        var code = "P" + name.substring(8, 16).toUpperCase(Locale.ROOT);
        press("own", Map.of("known:code", code, "known:most", "1"));
        var orders = buyAtOnce(goods, code);
        assertOfficesExplain(orders, goods);
        assertGoneWhenTurnedOff(goods, code);

        assertThat(books.violations()).isEmpty();
        var now = new ShopBooks("greenmarket").fingerprint();
        for (var table : List.of("promotion", "coupon", "coupon_use", "coupon_entry", "purchase", "order_line")) {
            assertThat(now.get(table)).as(table).isEqualTo(neighbor.get(table));
        }
    }

    private void assertRefused(Map<String, String> typed) {
        var answer = owner.press(PAGE, form(typed));
        assertThat(answer.status()).as(typed.toString()).isEqualTo(200);
        assertThat(answer.page().select("#edit .ui-messages-error").text())
                .as(typed.toString())
                .isNotBlank();
        assertThat(books.rows("SELECT id FROM promotion WHERE name = '" + name + "'"))
                .isEmpty();
    }

    /** The form comes back as it was typed; a change is a change of this one, and wrong ones change nothing. */
    private void assertChanged(String target) {
        var edit = PAGE + "?edit=" + promotion().get("id");
        var page = owner.get(edit).page();
        assertThat(page.selectFirst("[name=edit:name]").val()).isEqualTo(name);
        assertThat(page.selectFirst("[name=edit:value]").val()).isEqualTo("50.00");
        assertThat(page.selectFirst("[name=edit:targets]").val()).isEqualTo(target);
        change(edit, Map.of("edit:value", "0"));
        assertThat(promotion()).containsEntry("value", "5000");
        change(edit, Map.of("edit:value", "20", "edit:targets", ""));
        assertThat(promotion()).containsEntry("value", "2000").containsEntry("targets", "{}");
        assertThat(owner.get(PAGE + "?edit=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(owner.get(PAGE + "?edit=%27").status()).isEqualTo(200);
    }

    private void change(String edit, Map<String, String> typed) {
        var fields = ShopOffice.state(owner.get(edit));
        fields.putAll(form(typed));
        owner.post(PAGE, fields);
    }

    private void assertSellersHaveNoSay(String slug) {
        var seller = ShopOffice.of(SHOP, slug + "@atelier.example");
        assertThat(seller.get(PAGE).status()).isEqualTo(403);
        assertThat(seller.get(PAGE + "?edit=" + promotion().get("id")).status()).isEqualTo(403);
    }

    /** One use for many buyers who all have seen the reduced total: one gets it, the others are told before they pay. */
    private List<Map<String, String>> buyAtOnce(List<Map<String, String>> goods, String code) throws Exception {
        var buyers = new ArrayList<ShopBuyer>();
        var calls = new ArrayList<Callable<Shop.Answer>>();
        for (int i = 0; i < BUYERS; i++) {
            var buyer = new ShopBuyer(SHOP, "p" + i + "-" + UUID.randomUUID() + "@example.org");
            var payment = enter(buyer, goods, code);
            assertThat(payment.page().text()).contains(name).contains(code);
            buyers.add(buyer);
            calls.add(() -> buyer.pay(payment, "cod"));
        }
        var refusals = new ArrayList<Shop.Answer>();
        var pool = Executors.newFixedThreadPool(BUYERS);
        try {
            for (var future : pool.invokeAll(calls)) {
                if (future.get().status() != 302) {
                    refusals.add(future.get());
                }
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(refusals).hasSize(BUYERS - 1).allSatisfy(refusal -> {
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.page().select("[role=alert]").text()).contains(code);
        });
        var orders = books.rows("SELECT * FROM purchase WHERE email IN ('"
                + String.join("', '", buyers.stream().map(ShopBuyer::email).toList()) + "')");
        assertThat(orders).hasSize(1);
        assertThat(Long.parseLong(orders.get(0).get("discount_minor"))).isPositive();
        assertThat(books.text("SELECT uses FROM coupon WHERE code = '" + code + "'"))
                .isEqualTo("1");
        return orders;
    }

    private static Shop.Answer enter(ShopBuyer buyer, List<Map<String, String>> goods, String code) {
        goods.forEach(one -> buyer.add(one.get("slug")));
        var form = buyer.toPayment().page().selectFirst("form[action$=/checkout/coupon]");
        return buyer.shop().submit(form, Map.of("code", code), form.selectFirst("button[value=coupon]"));
    }

    /** A seller sees what his goods were reduced by, nothing of the others; the marketplace's people see how it came about. */
    private void assertOfficesExplain(List<Map<String, String>> orders, List<Map<String, String>> goods) {
        var id = orders.get(0).get("id");
        var whole = owner.get("/backoffice/orders/" + id).page();
        assertThat(whole.select("details").text()).contains(name);
        var part = books.text("SELECT id FROM seller_order WHERE purchase_id = '" + id + "' AND seller_id = '"
                + goods.get(0).get("seller") + "'");
        var seller = ShopOffice.of(SHOP, goods.get(0).get("seller_slug") + "@atelier.example");
        var own = seller.get("/backoffice/orders/" + part).page();
        assertThat(own.select("main").text())
                .contains("Discount −")
                .doesNotContain(goods.get(1).get("title"));
        assertThat(own.select("main .totals dt").eachText()).contains("Discount");
    }

    private void assertGoneWhenTurnedOff(List<Map<String, String>> goods, String code) {
        press("turn", Map.of());
        assertThat(promotion()).containsEntry("active", "f");
        var answer = enter(new ShopBuyer(SHOP, "late-" + UUID.randomUUID() + "@example.org"), goods, code);
        assertThat(answer.page().select("#code-problem").text()).isNotBlank();
        assertThat(answer.page().text()).doesNotContain(name);
    }

    private void press(String button, Map<String, String> typed) {
        var row = owner.get(PAGE).page().select("li:contains(" + name + ")").last();
        var fields = new HashMap<>(Map.of("known", "known"));
        fields.put(row.selectFirst("button[name$=:" + button + "]").attr("name"), "");
        fields.putAll(typed);
        assertThat(owner.press(PAGE, fields).status()).isEqualTo(302);
    }

    private Map<String, String> form(Map<String, String> typed) {
        var fields =
                new HashMap<>(Map.of("edit", "edit", "edit:name", name, "edit:kind", "PERCENT", "edit:value", "10"));
        fields.putAll(Map.of("edit:stacking", "COMBINABLE", "edit:needsCoupon", "on", "edit:save", ""));
        fields.putAll(typed);
        return fields;
    }

    private Map<String, String> promotion() {
        return books.rows("SELECT * FROM promotion WHERE name = '" + name + "'").get(0);
    }
}
