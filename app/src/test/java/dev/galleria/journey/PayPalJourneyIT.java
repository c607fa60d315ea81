package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop.Answer;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import dev.galleria.harness.ShopOffice;
import dev.galleria.payment.GatewayDouble;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paying by PayPal without JavaScript, whoever comes back or not; who offers it, and what needs a person. */
@RunAsClient
class PayPalJourneyIT extends InApplication {
    private static final String WAYS = "/backoffice/payment-ways";
    private static final String DESK = "/backoffice/payments";
    private final GatewayDouble payPal = new GatewayDouble(System.getProperty("galleria.it.paypal"));
    private ShopBooks books;
    private ShopBuyer buyer;
    private String email;

    @BeforeEach
    void buyer() {
        Ready.await();
        payPal.post("reset-faults", "");
        books = new ShopBooks("atelier");
        email = "payer" + Long.toString(System.nanoTime(), 36) + "@paypal.example";
        buyer = new ShopBuyer("atelier", email);
        buyer.add(books.productsOfTwoSellers().get(0).get("slug"));
    }

    @AfterEach
    void booksHold() {
        payPal.post("reset-faults", "");
        assertThat(books.violations()).isEmpty();
    }

    @Test
    void isPaidByTheShopperWhoComesBackAndRefundedWhenTheOrderIsCanceled() {
        var elsewhere = new ShopBooks("gearhub").text("SELECT count(*) || '' FROM payment");
        var page = approvalPage();
        assertThat(page.page().text()).contains("atelier");
        var placed = approve(page, "approve");
        assertThat(placed.address().getPath()).startsWith("/orders/");
        assertThat(placed.page().text()).contains("PayPal");
        var payment = payment();
        assertThat(payment).containsEntry("state", "CAPTURED").containsEntry("gateway", "paypal");
        assertThat(captures(payment.get("id"))).isEqualTo(1);
        assertThat(new ShopBooks("gearhub").text("SELECT count(*) || '' FROM payment"))
                .isEqualTo(elsewhere);

        var form = buyer.shop()
                .get(placed.address().getPath() + "/cancel")
                .page()
                .selectFirst("form[method=post][action$=/cancel]");
        buyer.shop().submit(form, Map.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> books.number("SELECT count(*) FROM refund WHERE state = 'SUCCEEDED' AND payment_id = '"
                                + payment.get("id") + "'")
                        == 1);
    }

    @Test
    void isPaidWhenNobodyComesBackAndChargedOnceWhenTheAnswerIsLost() {
        payPal.post(
                "faults",
                """
                {"account": "atelier", "operation": "orders.capture", "kind": "charge_then_reset", "count": 1}""");
        var order = order(pay());
        payPal.post("orders/" + order + "/approve", "");
        awaitOrder();
        assertThat(captures(payment().get("id"))).isEqualTo(1);
        Awaitility.await("what PayPal reports arrives and is believed")
                .atMost(Duration.ofSeconds(30))
                .until(() -> books.number("SELECT count(*) FROM gateway_event WHERE gateway = 'paypal'") > 0);
    }

    @Test
    void costsNothingWhoIsDeclinedOrTurnsBack() {
        var back = approve(approvalPage(), "decline");
        assertThat(back.address().getPath()).isEqualTo("/checkout/payment");
        var again = buyer.pay(back, "paypal");
        var turned = buyer.shop()
                .get(page(again.header("location")).page().selectFirst("main a").attr("href"));
        assertThat(turned.address().getPath()).isEqualTo("/checkout/payment");
        assertThat(turned.page().select("input[name=gateway]").eachAttr("value"))
                .contains("paypal", "stripe", "cod");
        assertThat(books.number("SELECT count(*) FROM purchase WHERE email = '" + email + "'"))
                .isZero();
        for (var row : books.rows(paymentsOfBuyer())) {
            assertThat(captures(row.get("id"))).isZero();
        }
    }

    @Test
    void isOfferedWhereTheOwnerSaysSo() {
        assertThat(offered(new ShopBuyer("gearhub", email)))
                .contains("stripe", "cod")
                .doesNotContain("paypal");
        var owner = ShopOffice.of("atelier", "owner@atelier.example");
        var page = owner.get(WAYS);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("PayPal").doesNotContain("secret-atelier");
        try {
            assertThat(offer(owner, "paypal", true, "FR").status()).isEqualTo(302);
            assertThat(buyer.toPayment().page().select("input[name=gateway]").eachAttr("value"))
                    .contains("stripe")
                    .doesNotContain("paypal");
        } finally {
            offer(owner, "paypal", true, null);
        }
        assertThat(buyer.toPayment().page().select("input[name=gateway]").eachAttr("value"))
                .contains("paypal");
        assertThat(ShopOffice.of("atelier", "atelier-rivoire@atelier.example")
                        .get(WAYS)
                        .status())
                .isEqualTo(403);
        var keys = new LinkedHashMap<String, String>();
        var repeat = repeat(page, "stripe");
        keys.put("ways", "ways");
        keys.put("ways:each:" + repeat + ":keySecret", "sk_test_of_our_own");
        keys.put("ways:each:" + repeat + ":keep", "");
        owner.press(WAYS, keys);
        assertThat(books.text("SELECT key_sealed FROM payment_way WHERE gateway = 'stripe'"))
                .isNotEmpty()
                .doesNotContain("sk_test");
        assertThat(owner.get(WAYS).body()).doesNotContain("sk_test_of_our_own");
        keys.remove("ways:each:" + repeat + ":keep");
        keys.put("ways:each:" + repeat + ":forget", "");
        owner.press(WAYS, keys);
        assertThat(books.number("SELECT count(*) FROM payment_way WHERE key_sealed IS NOT NULL"))
                .isZero();
    }

    @Test
    void showsPeopleWhatDiffersAndKeepsWhatTheyDecide() {
        payPal.post("accounts/atelier/capture", "amount=12.34&currency=EUR&minutes_ago=30");
        var owner = ShopOffice.of("atelier", "owner@atelier.example");
        owner.press(DESK, Map.of("open", "open", "open:compare", ""));
        var found = books.rows(
                "SELECT id, gateway_ref FROM payment_difference WHERE closed_at IS NULL AND theirs_minor = 1234");
        assertThat(found).hasSize(1);
        assertThat(owner.get(DESK).body()).contains(found.get(0).get("gateway_ref"));
        assertThat(ShopOffice.of("atelier", "atelier-rivoire@atelier.example")
                        .get(DESK)
                        .status())
                .isEqualTo(403);
        var row = row(owner, found.get(0).get("gateway_ref"));
        owner.press(DESK, Map.of("open", "open", row + ":close", "", row + ":note", ""));
        assertThat(books.number(
                        "SELECT count(*) FROM payment_difference WHERE closed_at IS NULL AND theirs_minor = 1234"))
                .as("not without a note")
                .isEqualTo(1);
        owner.press(DESK, Map.of("open", "open", row + ":close", "", row + ":note", "Sold at the fair"));
        assertThat(books.number(
                        "SELECT count(*) FROM payment_difference WHERE closed_at IS NULL AND theirs_minor = 1234"))
                .isZero();
        assertThat(owner.get(DESK).body()).contains("Sold at the fair", "owner@atelier.example");
    }

    private String row(ShopOffice owner, String ref) {
        var item = owner.get(DESK).page().select("li.concern").stream()
                .filter(one -> one.text().contains(ref))
                .findFirst()
                .orElseThrow();
        var name = item.selectFirst("input[name$=:note]").attr("name");
        return name.substring(0, name.lastIndexOf(':'));
    }

    private Answer offer(ShopOffice owner, String gateway, boolean on, String country) {
        var fields = new LinkedHashMap<String, String>();
        var repeat = "ways:each:" + repeat(owner.get(WAYS), gateway);
        fields.put("ways", "ways");
        if (on) {
            fields.put(repeat + ":on", "on");
        }
        if (country != null) {
            fields.put(repeat + ":countries", country);
        }
        fields.put(repeat + ":save", "");
        return owner.press(WAYS, fields);
    }

    /** Where in the page that way stands: they are listed by name. */
    private static int repeat(Answer page, String gateway) {
        var sections = page.page().select("section.card");
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i)
                    .selectFirst("h2")
                    .text()
                    .toLowerCase(java.util.Locale.ROOT)
                    .contains(gateway)) {
                return i;
            }
        }
        throw new AssertionError(gateway + " is not on the page");
    }

    private java.util.List<String> offered(ShopBuyer someone) {
        someone.add(new ShopBooks("gearhub").productsOfTwoSellers().get(0).get("slug"));
        return someone.toPayment().page().select("input[name=gateway]").eachAttr("value");
    }

    private String pay() {
        var answer = buyer.pay(buyer.toPayment(), "paypal");
        assertThat(answer.status()).isBetween(300, 399);
        assertThat(answer.header("location")).contains("/checkoutnow?token=");
        return answer.header("location");
    }

    private Answer approvalPage() {
        return page(pay());
    }

    private Answer page(String address) {
        var page = buyer.shop().get(address);
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    private Answer approve(Answer page, String result) {
        return buyer.shop().post(page.page().selectFirst("form").attr("abs:action"), Map.of("result", result), true);
    }

    private static String order(String address) {
        return address.substring(address.indexOf("token=") + "token=".length());
    }

    private void awaitOrder() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> books.number(
                                "SELECT count(*) FROM purchase WHERE email = '" + email + "' AND state = 'CONFIRMED'")
                        == 1);
    }

    private String paymentsOfBuyer() {
        return "SELECT p.id, p.state, p.gateway FROM payment p JOIN checkout c ON c.id = p.checkout_id WHERE c.email = '"
                + email + "'";
    }

    private Map<String, String> payment() {
        return books.rows(paymentsOfBuyer()).get(0);
    }

    /** How often the double has taken money for it. */
    private long captures(String payment) {
        return payPal.get("ledger?account=atelier")
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split("\\{")))
                .filter(fact -> fact.contains("\"capture\"") && fact.contains(payment))
                .count();
    }
}
