package dev.galleria.stripedouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.param.EventListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {
    @TempDir
    Path ledger;

    private Scene scene;
    private StripeClient stripe;
    private Receiver shop;

    @BeforeEach
    void start() throws Exception {
        scene = new Scene(ledger);
        stripe = scene.client("atelier");
        shop = new Receiver();
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
        scene.close();
    }

    @Test
    void signsEventsOfTheVersionThatTheLibraryExpects() throws Exception {
        WebhookEndpoint endpoint = listen(EnabledEvent.CHECKOUT__SESSION__COMPLETED);
        assertThat(WebhookEndpoints.API_VERSION).isEqualTo(Stripe.API_VERSION);

        Session session = paid();

        awaitReceived(1);
        assertThat(shop.received.get(0).host()).startsWith("atelier.localhost:");
        Event event = shop.received.get(0).verified(endpoint.getSecret());
        assertThat(event.getType()).isEqualTo("checkout.session.completed");
        Session told = (Session) event.getDataObjectDeserializer().getObject().orElseThrow();
        assertThat(told.getId()).isEqualTo(session.getId());
        assertThat(told.getPaymentStatus()).isEqualTo("paid");
        assertThatThrownBy(() -> shop.received.get(0).verified("whsec_other"))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void tellsOfFailuresExpiryAndRefunds() throws Exception {
        listen(
                EnabledEvent.PAYMENT_INTENT__PAYMENT_FAILED,
                EnabledEvent.PAYMENT_INTENT__SUCCEEDED,
                EnabledEvent.CHECKOUT__SESSION__EXPIRED,
                EnabledEvent.CHARGE__REFUNDED);

        scene.pay(create(), "4000000000000002");
        awaitReceived(1);
        String intent =
                stripe.v1().checkout().sessions().retrieve(paid().getId()).getPaymentIntent();
        awaitReceived(2);
        stripe.v1()
                .refunds()
                .create(RefundCreateParams.builder().setPaymentIntent(intent).build());
        awaitReceived(3);
        scene.post("/_double/sessions/" + create().getId() + "/expire", "");
        awaitReceived(4);

        assertThat(shop.types())
                .containsExactly(
                        "payment_intent.payment_failed",
                        "payment_intent.succeeded",
                        "charge.refunded",
                        "checkout.session.expired");
        assertThat(stripe.v1()
                        .events()
                        .list(EventListParams.builder()
                                .setType("charge.refunded")
                                .build())
                        .getData())
                .hasSize(1);
    }

    @Test
    void triesAgainUntilTheReceiverAgrees() throws Exception {
        listen(EnabledEvent.CHECKOUT__SESSION__COMPLETED);
        shop.refusals.set(2);

        paid();

        awaitReceived(3);
        assertThat(shop.received)
                .extracting(Receiver.Received::payload)
                .containsOnly(shop.received.get(0).payload());
    }

    @Test
    void takesUpAfterARestartWhatWasNotDelivered() throws Exception {
        WebhookEndpoint endpoint = listen(EnabledEvent.CHECKOUT__SESSION__COMPLETED);
        webhookFault("\"delay_millis\":60000");
        paid();

        scene.restart();

        awaitReceived(1);
        shop.received.get(0).verified(endpoint.getSecret());
    }

    @Test
    void losesAndRepeatsEventsWhenTold() throws Exception {
        listen(EnabledEvent.CHECKOUT__SESSION__COMPLETED);
        webhookFault("\"times\":0");
        String lost = paid().getId();
        webhookFault("\"times\":3");
        paid();

        awaitReceived(3);
        assertThat(shop.received).noneMatch(received -> received.payload().contains(lost));
        String event = stripe.v1().events().list().getData().stream()
                .filter(e -> e.getType().equals("checkout.session.completed"))
                .reduce((newer, older) -> older)
                .orElseThrow()
                .getId();
        assertThat(scene.post("/_double/events/" + event + "/resend", "").statusCode())
                .isEqualTo(202);
        awaitReceived(4);
        assertThat(shop.received.get(3).payload()).contains(lost);
    }

    @Test
    void sendsBeforeTheAnswerLateOrReversedWhenTold() throws Exception {
        listen(EnabledEvent.PAYMENT_INTENT__SUCCEEDED, EnabledEvent.CHECKOUT__SESSION__COMPLETED);
        webhookFault("\"before_answer\":true, \"reversed\":true");
        paid();
        assertThat(shop.types()).containsExactly("checkout.session.completed", "payment_intent.succeeded");

        webhookFault("\"delay_millis\":300");
        paid();
        awaitReceived(4);
        assertThat(shop.types().get(3)).isEqualTo("checkout.session.completed");
    }

    @Test
    void spoilsSignatureTimeAndVersionWhenTold() throws Exception {
        String secret = listen(EnabledEvent.CHECKOUT__SESSION__COMPLETED).getSecret();
        webhookFault("\"signature\":\"wrong\"");
        paid();
        awaitReceived(1);
        webhookFault("\"timestamp_offset\":-600");
        paid();
        awaitReceived(2);
        webhookFault("\"api_version\":\"2020-08-27\"");
        paid();
        awaitReceived(3);

        assertThatThrownBy(() -> shop.received.get(0).verified(secret)).hasMessageContaining("No signatures found");
        assertThatThrownBy(() -> shop.received.get(1).verified(secret)).hasMessageContaining("Timestamp outside");
        Event old = shop.received.get(2).verified(secret);
        assertThat(old.getDataObjectDeserializer().getObject()).isEmpty();
    }

    private WebhookEndpoint listen(EnabledEvent... events) throws Exception {
        return Scene.listen(stripe, shop.url(), events);
    }

    private void webhookFault(String how) throws Exception {
        scene.fault("{\"account\":\"atelier\",\"event\":\"checkout.session.completed\",\"webhook\":{" + how + "}}");
    }

    private void awaitReceived(int count) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(shop.received).hasSize(count));
    }

    private Session create() throws Exception {
        return stripe.v1().checkout().sessions().create(Scene.order().build());
    }

    private Session paid() throws Exception {
        Session session = create();
        assertThat(scene.pay(session, "4242424242424242")).isEqualTo(200);
        return session;
    }
}
