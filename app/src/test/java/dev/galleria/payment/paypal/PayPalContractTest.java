package dev.galleria.payment.paypal;

import dev.galleria.payment.GatewayDouble;
import dev.galleria.payment.PaymentGateway;
import dev.galleria.payment.PaymentGatewayContract;
import dev.galleria.payment.Receiver;
import dev.galleria.payment.TestAccounts;
import dev.galleria.paypaldouble.PayPalDouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PayPalContractTest extends PaymentGatewayContract {
    private PayPalDouble payPal;
    private Receiver events;
    private PayPalGateway gateway;

    @BeforeAll
    void start(@TempDir Path ledger) throws IOException {
        payPal = PayPalDouble.start(0, ledger);
        events = new Receiver();
        gateway = new PayPalGateway();
        gateway.clock = Clock.systemUTC();
        gateway.account = new PayPalAccount();
        gateway.account.clock = gateway.clock;
        gateway.account.accounts =
                new TestAccounts("atelier", Map.of("paypal.api-base", payPal.apiBase()), events.address());
        gateway.webhook = new PayPalWebhook();
        gateway.webhook.account = gateway.account;
        gateway.webhook.clock = gateway.clock;
    }

    @AfterAll
    void stop() throws IOException {
        payPal.close();
        events.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected String operation(Call call) {
        return switch (call) {
            case OPEN -> "orders.create";
            case ASK -> "orders.get";
            case TAKE -> "orders.capture";
            case REFUND -> "captures.refund";
        };
    }

    @Override
    protected void shopperPays(String sessionRef) {
        control().post("orders/" + sessionRef + "/approve", "");
    }

    @Override
    protected void shopperIsDeclined(String sessionRef) {
        control().post("orders/" + sessionRef + "/approve", "decline=1");
    }

    @Override
    protected GatewayDouble control() {
        return new GatewayDouble(payPal.apiBase());
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
        return "CHECKOUT.ORDER.APPROVED";
    }
}
