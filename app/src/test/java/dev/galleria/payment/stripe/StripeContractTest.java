package dev.galleria.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.payment.GatewayDouble;
import dev.galleria.payment.Guard;
import dev.galleria.payment.Outcome;
import dev.galleria.payment.PaymentGateway;
import dev.galleria.payment.PaymentGatewayContract;
import dev.galleria.payment.Receiver;
import dev.galleria.payment.TestAccounts;
import dev.galleria.platform.Ids;
import dev.galleria.stripedouble.StripeDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StripeContractTest extends PaymentGatewayContract {
    private StripeDouble stripe;
    private Receiver events;
    private StripeGateway gateway;

    @BeforeAll
    void start(@TempDir Path ledger) throws IOException {
        stripe = StripeDouble.start(0, ledger);
        events = new Receiver();
        gateway = new StripeGateway();
        gateway.clock = Clock.systemUTC();
        gateway.account = new StripeAccount();
        gateway.account.clock = gateway.clock;
        gateway.account.accounts =
                new TestAccounts("atelier", Map.of("stripe.api-base", stripe.apiBase()), events.address());
    }

    @AfterAll
    void stop() throws IOException {
        stripe.close();
        events.close();
    }

    /** One gateway down for one tenant: five silent calls, then no call at all for ten seconds, then a trial. */
    @Test
    void isLeftAloneForAWhileAfterFiveFailures() throws InterruptedException {
        var guard = new Guard();
        control()
                .post(
                        "faults",
                        """
                        {"account": "atelier", "operation": "checkout.sessions.create", "kind": "error_without_charge", "count": -1}""");
        for (int i = 0; i < 5; i++) {
            assertThat(open(guard, "atelier")).isInstanceOf(Outcome.Unknown.class);
        }
        var start = System.nanoTime();
        assertThat(open(guard, "atelier")).isInstanceOf(Outcome.NotCalled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));
        control().post("reset-faults", "");
        assertThat(open(guard, "gearhub")).as("another tenant").isInstanceOf(Outcome.Open.class);
        assertThat(open(guard, "atelier")).isInstanceOf(Outcome.NotCalled.class);
        Thread.sleep(10_100);
        assertThat(open(guard, "atelier")).as("the trial").isInstanceOf(Outcome.Open.class);
        assertThat(open(guard, "atelier")).isInstanceOf(Outcome.Open.class);
    }

    @Test
    void isCalledOnWhenItDeclines() {
        var guard = new Guard();
        for (int i = 0; i < 12; i++) {
            var nowhere = attempt(Ids.next(), "49.00", "cs_test_nowhere");
            assertThat(guard.call("atelier", gateway, () -> gateway.ask(nowhere)))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(open(guard, "atelier")).isInstanceOf(Outcome.Open.class);
    }

    private Outcome open(Guard guard, String tenant) {
        return guard.call(tenant, gateway, () -> gateway.open(attempt(Ids.next(), "49.00", null)));
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected String operation(Call call) {
        return switch (call) {
            case OPEN -> "checkout.sessions.create";
            case ASK -> "checkout.sessions.retrieve";
            case TAKE -> "";
            case REFUND -> "refunds.create";
        };
    }

    @Override
    protected void shopperPays(String sessionRef) {
        control().post("sessions/" + sessionRef + "/pay", "card=4242424242424242");
    }

    @Override
    protected void shopperIsDeclined(String sessionRef) {
        control().post("sessions/" + sessionRef + "/pay", "card=4000000000000002");
    }

    @Override
    protected GatewayDouble control() {
        return new GatewayDouble(stripe.apiBase());
    }

    @Override
    protected String account() {
        return "atelier";
    }

    @Override
    protected Receiver events() {
        return events;
    }

    @Override
    protected String paymentEvent() {
        return "checkout.session.completed";
    }
}
