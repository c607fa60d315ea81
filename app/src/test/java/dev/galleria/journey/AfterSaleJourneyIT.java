package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import dev.galleria.harness.ShopOffice;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** With a coupon from two sellers; then some money back, one unit back, and a credit note for each. */
@RunAsClient
class AfterSaleJourneyIT extends InApplication {
    private static final String SHOP = "atelier";
    private static final List<String> OTHERS = List.of(
            "purchase",
            "payment",
            "promotion",
            "coupon",
            "order_refund",
            "order_document",
            "order_return",
            "ledger_entry");

    private final ShopBooks books = new ShopBooks(SHOP);
    private Map<String, String> order;
    private List<Map<String, String>> goods;

    @Test
    void couponTwoSellersPartialRefundReturnCreditNote() {
        Ready.await();
        var neighbor = new ShopBooks("greenmarket").fingerprint();
        goods = books.productsOfTwoSellers();
        var owner = ShopOffice.of(SHOP, "owner@atelier.example");
        var code = tenPercentOff(owner);
        var buyer = buyWith(code);
        assertDiscountSpread();

        var seller = ShopOffice.of(SHOP, goods.get(0).get("seller_slug") + "@atelier.example");
        var stranger = ShopOffice.of(SHOP, goods.get(1).get("seller_slug") + "@atelier.example");
        sendAndDeliver(seller);
        assertRefundOfAnAmount(owner);
        assertReturn(buyer, seller, stranger);
        assertPapers(buyer, stranger);

        assertThat(books.violations()).isEmpty();
        var now = new ShopBooks("greenmarket").fingerprint();
        OTHERS.forEach(table -> assertThat(now.get(table)).as(table).isEqualTo(neighbor.get(table)));
    }

    private static String tenPercentOff(ShopOffice owner) {
        var name = "Journey " + UUID.randomUUID();
        var path = "/backoffice/promotions";
        var typed =
                new HashMap<>(Map.of("edit", "edit", "edit:name", name, "edit:kind", "PERCENT", "edit:value", "10"));
        typed.putAll(Map.of("edit:stacking", "COMBINABLE", "edit:needsCoupon", "on", "edit:save", ""));
        owner.press(path, typed);
        var row = owner.get(path).page().select("li:contains(" + name + ")").last();
        var button = row.selectFirst("button[name$=:own]").attr("name");
        var code = "J" + name.substring(8, 16).toUpperCase(java.util.Locale.ROOT);
        owner.press(path, Map.of("known", "known", "known:code", code, "known:most", "1", button, ""));
        return code;
    }

    private ShopBuyer buyWith(String code) {
        var buyer = new ShopBuyer(SHOP, "after-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org");
        buyer.add(goods.get(0).get("slug"));
        buyer.add(goods.get(0).get("slug"));
        buyer.add(goods.get(1).get("slug"));
        var payment = buyer.toPayment();
        var form = payment.page().selectFirst("form[action$=/checkout/coupon]");
        payment = buyer.shop()
                .submit(
                        form,
                        Map.of("code", code.toLowerCase(java.util.Locale.ROOT)),
                        form.selectFirst("button[value=coupon]"));
        var session = buyer.pay(payment, "stripe").header("location");
        assertThat(ShopBuyer.payAt(session, "4242424242424242")).isLessThan(400);
        var query = "SELECT * FROM purchase WHERE email = '" + buyer.email() + "'";
        soon(() -> books.rows(query).size() == 1);
        order = books.rows(query).get(0);
        return buyer;
    }

    /** A tenth of the goods, in whole units: every line its own share, and all shares the whole. */
    private void assertDiscountSpread() {
        long subtotal = number(order, "subtotal_minor");
        assertThat(number(order, "discount_minor")).isBetween(subtotal / 10 - 1, subtotal / 10 + 1);
        var lines = lines();
        assertThat(lines).hasSize(2);
        assertThat(lines)
                .allSatisfy(line -> assertThat(number(line, "discount_minor")).isPositive());
        assertThat(lines.stream()
                        .mapToLong(line -> number(line, "discount_minor"))
                        .sum())
                .isEqualTo(number(order, "discount_minor"));
        assertThat(books.number("SELECT sum(total_minor) FROM seller_order WHERE purchase_id = '" + id() + "'"))
                .isEqualTo(number(order, "total_minor"));
    }

    private void sendAndDeliver(ShopOffice seller) {
        var path = care(part(0));
        var sent = press(seller, path, "ship", Map.of(units(0), "2", "carrier", "DHL", "tracking", "JVGL1234567890"));
        assertThat(sent.status()).as(sent.page().text()).isEqualTo(200);
        var arrived = sent.page().selectFirst("button[value=arrived]");
        assertThat(arrived).as(sent.page().text()).isNotNull();
        seller.shop().submit(arrived.closest("form"), Map.of(), arrived);
        assertThat(books.text("SELECT state FROM seller_order WHERE id = '" + part(0) + "'"))
                .isEqualTo("DELIVERED");
        var slip = sent.page().selectFirst("a[href*=/slips/]").attr("href");
        assertPdf(seller.get(slip));
    }

    /** Twice by the same form: once. More than is left: nothing. */
    private void assertRefundOfAnAmount(ShopOffice owner) {
        var path = care(id());
        long left = number(order, "total_minor");
        var tooMuch = press(owner, path, "refund", Map.of("how", "amount", "amount", plain(left + 1), "shipping", "1"));
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.page().select("[role=alert]").text()).isNotEmpty();
        var form = form(owner, path);
        var fields = Shop.fields(form);
        fields.putAll(Map.of("how", "amount", "amount", "3.33", "reason", "scratch", "do", "refund"));
        assertThat(owner.post(path, fields).status()).isEqualTo(302);
        owner.post(path, fields);
        assertThat(refunded()).isEqualTo(333);
        settled();
        assertThat(books.number("SELECT refunded_minor FROM payment WHERE id = '" + order.get("payment_id") + "'"))
                .isEqualTo(333);
    }

    private void assertReturn(ShopBuyer buyer, ShopOffice seller, ShopOffice stranger) {
        var mails = "SELECT text FROM mail WHERE recipient = '" + buyer.email() + "' AND text ~ '/orders/'";
        soon(() -> !books.rows(mails).isEmpty());
        var link = books.text(mails).replaceAll("(?s).*?(/orders/[A-Za-z0-9_-]{20,}).*", "$1");
        var shop = new Shop(SHOP);
        var ask = shop.get(link + "/return").page().selectFirst("form[action$=/return]");
        var asked = shop.submit(ask, Map.of(units(0), "1", "comment", "Too small"));
        assertThat(asked.status()).as(asked.page().text()).isEqualTo(200);
        order.put("link", link);
        var back = books.text("SELECT id FROM order_return WHERE purchase_id = '" + id() + "'");
        var path = "/backoffice/returns/" + back;
        assertThat(stranger.get(path).status()).isEqualTo(404);

        var stock = onHand();
        step(seller, path, "approve", Map.of("answer", "Please send it to us"));
        step(seller, path, "receive", Map.of("condition." + line(0), "AS_NEW", "restock." + line(0), "1"));
        assertThat(onHand()).isEqualTo(stock + 1);
        step(seller, path, "refund", Map.of());
        assertThat(books.text("SELECT state FROM order_return WHERE id = '" + back + "'"))
                .isEqualTo("REFUNDED");
        var line = lines().get(0);
        // One of two units: half of what was paid for the line, half-even, but never more than the first refund left of
        // it.
        long half = Math.round(Math.rint(number(line, "total_minor") / 2.0));
        assertThat(refunded()).isEqualTo(333 + half);
        settled();
        assertThat(step(seller, path, "refund", Map.of()).status()).isEqualTo(409);
        assertThat(refunded()).isEqualTo(333 + half);
    }

    /** An invoice of the part that was sent, a credit note for each sum that went back of it; numbered one after another. */
    private void assertPapers(ShopBuyer buyer, ShopOffice stranger) {
        var papers = books.rows("SELECT * FROM order_document WHERE purchase_id = '" + id() + "' ORDER BY issued_at");
        assertThat(papers)
                .extracting(paper -> paper.get("kind"))
                .containsExactly("INVOICE", "CREDIT_NOTE", "CREDIT_NOTE");
        assertThat(books.number("SELECT count(*) FROM (SELECT kind FROM order_document GROUP BY kind"
                        + " HAVING max(number) - min(number) + 1 <> count(*)) gap"))
                .isZero();
        assertThat(books.number("SELECT count(*) FROM order_document, jsonb_array_elements(content->'rows') row"
                        + " WHERE (row->>'taxRatePpm')::int = 0 AND purchase_id = '" + id() + "'"))
                .isZero();
        assertThat(books.number(
                        "SELECT sum((content->'total'->>'minorUnits')::bigint) FROM order_document WHERE refund_id IN"
                                + " (SELECT id FROM order_refund WHERE purchase_id = '" + id() + "')"))
                .isEqualTo(books.number(
                        "SELECT sum(e.amount_minor) FROM order_refund_entry e JOIN order_refund r ON r.id = e.refund_id"
                                + " WHERE r.purchase_id = '" + id()
                                + "' AND e.part_no = (SELECT part_no FROM seller_order WHERE id = '" + part(0) + "')"));
        for (var paper : papers) {
            assertPdf(new Shop(SHOP).get(order.get("link") + "/papers/" + paper.get("id")));
            assertThat(stranger.get("/backoffice/papers/" + paper.get("id")).status())
                    .isEqualTo(404);
            assertThat(new Shop("greenmarket")
                            .get(order.get("link") + "/papers/" + paper.get("id"))
                            .status())
                    .isEqualTo(404);
        }
    }

    private static void assertPdf(Shop.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/pdf");
        assertThat(answer.body()).startsWith("%PDF-").contains("%%EOF");
    }

    private static Shop.Answer press(ShopOffice who, String path, String what, Map<String, String> typed) {
        var form = form(who, path);
        return who.shop().submit(form, typed, form.selectFirst("button[value=" + what + "]"));
    }

    private static Shop.Answer step(ShopOffice who, String path, String what, Map<String, String> typed) {
        var page = who.get(path).page();
        var fields = new LinkedHashMap<String, String>();
        var button = page.selectFirst("main button[value=" + what + "]");
        if (button == null) {
            // Not offered any more; pressed nevertheless, as from a page that was opened before.
            fields.put("_token", page.selectFirst("input[name=_token]").val());
            fields.put("do", what);
            fields.putAll(typed);
            return who.post(path, fields);
        }
        var done = who.shop().submit(button.closest("form"), typed, button);
        assertThat(done.status()).as(done.page().text()).isEqualTo(200);
        return done;
    }

    private static org.jsoup.nodes.Element form(ShopOffice who, String path) {
        var page = who.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.page().selectFirst("form[action$=/care]:has(select[name=how])");
    }

    private List<Map<String, String>> lines() {
        return books.rows(
                """
                SELECT l.*, p.id AS part FROM order_line l JOIN seller_order p ON p.id = l.seller_order_id
                 WHERE l.purchase_id = '%s' ORDER BY p.seller_id <> '%s'"""
                        .formatted(id(), goods.get(0).get("seller")));
    }

    private String id() {
        return order.get("id");
    }

    private String part(int index) {
        return lines().get(index).get("part");
    }

    private String line(int index) {
        return lines().get(index).get("line_no");
    }

    private String units(int index) {
        return "units." + line(index);
    }

    private static String care(String id) {
        return "/backoffice/orders/" + id + "/care";
    }

    private long onHand() {
        return books.number("SELECT sum(on_hand) FROM stock_item WHERE offer_id = '"
                + goods.get(0).get("offer") + "'");
    }

    private long refunded() {
        return books.number(
                "SELECT coalesce(sum(amount_minor), 0) FROM order_refund WHERE purchase_id = '" + id() + "'");
    }

    /** The gateway has been told and has said yes. */
    private void settled() {
        soon(() -> books.number(
                        "SELECT count(*) FROM order_refund WHERE state <> 'SUCCEEDED' AND purchase_id = '" + id() + "'")
                == 0);
    }

    private static void soon(java.util.concurrent.Callable<Boolean> so) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(so);
    }

    private static String plain(long minor) {
        return java.math.BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static long number(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }
}
