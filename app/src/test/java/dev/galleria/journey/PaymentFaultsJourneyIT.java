package dev.galleria.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.harness.Shop;
import dev.galleria.harness.ShopBooks;
import dev.galleria.harness.ShopBuyer;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens at the gateway: one order and one charge, or neither. */
@RunAsClient
class PaymentFaultsJourneyIT extends InApplication {
    private ShopBooks books;
    private ShopBuyer buyer;
    private String email;
    private String product;

    @BeforeEach
    void buyer() {
        Ready.await();
        ShopBuyer.control("/_double/reset-faults", "");
        books = new ShopBooks("atelier");
        email = "buyer" + Long.toString(System.nanoTime(), 36) + "@faults.example";
        buyer = new ShopBuyer("atelier", email);
        product = books.productsOfTwoSellers().get(0).get("slug");
        buyer.add(product);
    }

    @AfterEach
    void booksHold() {
        ShopBuyer.control("/_double/reset-faults", "");
        assertThat(books.violations()).isEmpty();
    }

    @Test
    void placesTheOrderWhenOnlyTheWebhookComes() {
        var page = sessionPage();
        assertThat(ShopBuyer.payAt(page, "4242424242424242")).isEqualTo(200);
        awaitOrders(1);
        assertCaptures(1);
    }

    @Test
    void placesTheOrderWhenTheWebhookNeverComes() {
        fault("""
                {"account": "atelier", "event": "*", "webhook": {"times": 0}, "count": -1}""");
        var page = sessionPage();
        ShopBuyer.payAt(page, "4242424242424242");
        awaitOrders(1);
        assertCaptures(1);
    }

    @Test
    void placesOneOrderWhenTheWebhookComesTwice() {
        fault(
                """
                {"account": "atelier", "event": "checkout.session.completed", "webhook": {"times": 2}, "count": 1}""");
        var page = sessionPage();
        ShopBuyer.payAt(page, "4242424242424242");
        awaitOrders(1);
        assertCaptures(1);
    }

    @Test
    void recoversWhenTheSessionIsMadeButTheAnswerIsLost() {
        fault(
                """
                {"account": "atelier", "operation": "checkout.sessions.create", "kind": "charge_then_no_answer", "millis": 6000, "count": 2}""");
        var answer = buyer.pay(buyer.toPayment(), "stripe");
        assertThat(answer.status()).isIn(302, 303, 503);
        ShopBuyer.control("/_double/reset-faults", "");
        assertThat(books.number("SELECT count(*) FROM purchase WHERE email = '" + email + "'"))
                .isZero();

        var page = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(this::resumed, address -> address.contains("/c/pay/"));
        ShopBuyer.payAt(page, "4242424242424242");
        awaitOrders(1);
        assertCaptures(1);
    }

    @Test
    void placesNothingWhenTheCardIsDeclined() {
        var page = sessionPage();
        ShopBuyer.payAt(page, "4000000000000002");
        buyer.shop().get("/checkout/return");
        assertThat(books.number("SELECT count(*) FROM purchase WHERE email = '" + email + "'"))
                .isZero();
        assertCaptures(0);
    }

    @Test
    void chargesNothingForAnOrderPaidOnDelivery() {
        var placed = buyer.pay(buyer.toPayment(), "cod");
        assertThat(placed.status()).isBetween(300, 399);
        awaitOrders(1);
        assertCaptures(0);
    }

    private String sessionPage() {
        var answer = buyer.pay(buyer.toPayment(), "stripe");
        assertThat(answer.status()).isBetween(300, 399);
        assertThat(answer.header("location")).contains("/c/pay/");
        return answer.header("location");
    }

    /** Goes on with the payment that is under way, or begins one if there is none; the gateway's page or nothing yet. */
    private String resumed() {
        var payment = buyer.shop().get("/checkout/payment");
        var form = payment.page().selectFirst("form[method=post][action$=/checkout/payment]");
        if (form == null) {
            return "";
        }
        if (form.selectFirst("button[value=resume]") == null) {
            return buyer.pay(payment, "stripe").header("location");
        }
        var fields = Shop.fields(form);
        fields.put("action", "resume");
        return buyer.shop().post("/checkout/payment", fields, false).header("location");
    }

    private void awaitOrders(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> books.number(
                                "SELECT count(*) FROM purchase WHERE email = '" + email + "' AND state = 'CONFIRMED'")
                        == count);
    }

    private void assertCaptures(int count) {
        assertThat(books.number(
                        "SELECT count(*) FROM payment p JOIN checkout c ON c.id = p.checkout_id WHERE c.email = '"
                                + email + "' AND p.state = 'CAPTURED'"))
                .isEqualTo(count);
    }

    private static void fault(String json) {
        assertThat(ShopBuyer.control("/_double/faults", json.strip())).isLessThan(300);
    }
}
