package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import dev.galleria.harness.ShopOffice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** From a gift card to the balance: issued, spent beside a card and alone, given back, posted; nobody else's business. */
@RunAsClient
class BooksJourneyIT extends InApplication {
    private static final List<String> OTHERS =
            List.of("purchase", "payment", "credit", "credit_entry", "ledger_txn", "ledger_entry");

    @Test
    void whatBuyersSpendIsInTheBooksToTheLastUnit() {
        Ready.await();
        var books = new ShopBooks("atelier");
        var other = new ShopBooks("greenmarket").fingerprint();
        var goods = books.productsOfTwoSellers().get(0);
        var office = ShopOffice.of("atelier", "owner@atelier.example");

        var beside = spendBeside(books, goods, issue(office, "1.00"));
        spendAlone(books, goods, issue(office, "4000.00"));
        assertPages(books, office, goods, beside);
        assertGivenBack(books, beside);

        assertThat(books.violations()).isEmpty();
        var now = new ShopBooks("greenmarket").fingerprint();
        OTHERS.forEach(table -> assertThat(now.get(table)).as(table).isEqualTo(other.get(table)));
        assertThat(new Shop("greenmarket").get("/backoffice/books").address().getPath())
                .isEqualTo("/sign-in");
    }

    /** The code is shown once, and kept nowhere. */
    private static String issue(ShopOffice office, String worth) {
        var page = office.press(
                "/backoffice/credit",
                Map.of(
                        "issue",
                        "issue",
                        "issue:worth",
                        worth,
                        "issue:count",
                        "1",
                        "issue:batch",
                        "journey",
                        "issue:do",
                        ""));
        var code = page.page().selectFirst("#codes").text().strip();
        assertThat(code).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        assertThat(office.get("/backoffice/credit").body()).doesNotContain(code).contains(code.substring(15));
        return code;
    }

    private static Map<String, String> spendBeside(ShopBooks books, Map<String, String> goods, String code) {
        var buyer = new ShopBuyer("atelier", fresh());
        buyer.add(goods.get("slug"));
        var payment = buyer.toPayment();
        assertThat(redeem(buyer, payment, "7777-7777-7777-7777")
                        .page()
                        .select("[role=alert]")
                        .text())
                .isNotEmpty();
        payment = redeem(buyer, payment, code.toLowerCase(java.util.Locale.ROOT));
        assertThat(payment.page().select(".sums").text())
                .contains(code.substring(15))
                .contains("−€1.00");
        var session = buyer.pay(payment, "stripe").header("location");
        assertThat(ShopBuyer.payAt(session, "4242424242424242")).isLessThan(400);
        var order = order(books, buyer.email());
        assertThat(order.get("credit_minor")).isEqualTo("100");
        assertThat(Long.parseLong(order.get("captured_minor")))
                .isEqualTo(Long.parseLong(order.get("total_minor")) - 100);
        return order;
    }

    private static void spendAlone(ShopBooks books, Map<String, String> goods, String code) {
        var buyer = new ShopBuyer("atelier", fresh());
        buyer.add(goods.get("slug"));
        var payment = redeem(buyer, buyer.toPayment(), code);
        assertThat(payment.page().select("input[name=gateway]").eachAttr("value"))
                .containsExactly("wallet");
        assertThat(buyer.pay(payment, "wallet").header("location")).contains("/orders/");
        var order = order(books, buyer.email());
        assertThat(order.get("gateway")).isEqualTo("wallet");
        assertThat(order.get("captured_minor")).isEqualTo(order.get("total_minor"));
        assertThat(books.number("SELECT balance_minor FROM credit WHERE code_end = '" + code.substring(15) + "'"))
                .isEqualTo(400_000 - Long.parseLong(order.get("total_minor")));
    }

    private static Shop.Answer redeem(ShopBuyer buyer, Shop.Answer payment, String code) {
        var form = payment.page().select("form[action$=/checkout/credit]").last();
        return buyer.shop().submit(form, Map.of("code", code), form.selectFirst("button"));
    }

    private static void assertPages(
            ShopBooks books, ShopOffice office, Map<String, String> goods, Map<String, String> order) {
        assertThat(office.get("/backoffice/books").page().select("tfoot tr"))
                .as("both sides in every currency")
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.select("td").eachText().stream().distinct())
                                .hasSize(1));
        var postings =
                office.get("/backoffice/orders/" + order.get("id") + "/books").page();
        assertThat(postings.select("h2").eachText()).contains("Payment taken", "Order placed", "Paid with credit");
        var seller = ShopOffice.of("atelier", goods.get("seller_slug") + "@atelier.example");
        assertThat(seller.get("/backoffice/balance").page().select(".totals").text())
                .contains("Owed to you");
        assertThat(seller.get("/backoffice/books").status()).isEqualTo(403);
        assertThat(seller.get("/backoffice/credit").status()).isEqualTo(403);
        assertThat(ShopOffice.console().get("/checks").page().select("h2").eachText())
                .contains("The whole database");
        assertThat(books.number(
                        "SELECT count(*) FROM ledger_entry e JOIN ledger_txn t ON t.id = e.txn_id WHERE t.purchase_id = '"
                                + order.get("id") + "' AND e.account = 'SELLER' AND e.party = '" + goods.get("seller")
                                + "'"))
                .isEqualTo(1);
    }

    private static void assertGivenBack(ShopBooks books, Map<String, String> order) {
        var mails = "SELECT text FROM mail WHERE recipient = '" + order.get("email")
                + "' AND reference LIKE 'order-confirmed%'";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.rows(mails).size() == 1);
        var link = books.text(mails).replaceAll("(?s).*?(/orders/[A-Za-z0-9_-]{20,}).*", "$1");
        var shop = new Shop("atelier");
        shop.submit(shop.get(link + "/cancel").page().selectFirst("form[action$=/cancel]"), Map.of());
        var left = "SELECT count(*) FROM (SELECT account FROM inv_ledger WHERE order_id = '" + order.get("id")
                + "' AND account !~ '^(CLEARING|DEPOSIT|GIFT_CARD)' GROUP BY account HAVING sum(debit) <> sum(credit)) open";
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> books.number(left) == 0);
        assertThat(books.number(
                        "SELECT sum(returned_minor) FROM credit_hold WHERE order_id = '" + order.get("id") + "'"))
                .isEqualTo(100);
        assertThat(books.number("SELECT sum(balance_minor) FROM credit WHERE batch = 'journey' AND id IN"
                        + " (SELECT credit_id FROM credit_hold WHERE order_id = '" + order.get("id") + "')"))
                .isEqualTo(100);
    }

    private static Map<String, String> order(ShopBooks books, String email) {
        var query =
                """
                SELECT o.id, o.email, o.total_minor, p.gateway, p.captured_minor, p.credit_minor
                  FROM purchase o JOIN payment p ON p.id = o.payment_id WHERE o.email = '%s'"""
                        .formatted(email);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.rows(query).size() == 1);
        return books.rows(query).get(0);
    }

    private static String fresh() {
        return "books-" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}
